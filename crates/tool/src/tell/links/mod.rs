//! `links`: what became of every address, asked politely; an address is dead after two failures a week apart.

mod ask;
mod memory;
mod note;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::PathBuf;
use std::time::Duration;

use catalogue::FieldType;
use jiff::civil::Date;
use messages::tool;
use serde_json::{Value, json};
use source::{Node, Source, Span};

use super::{Done, advice};
use crate::LANGUAGE;
use crate::data::DataError;
use crate::terminal::Terminal;
use crate::{data, place, progress};
use ask::{Answer, Asker, Kind};
use memory::{Known, Memory};

#[derive(clap::Args)]
pub(crate) struct Options {
    #[arg(value_name = "CATALOGUE", help = "Le catalogue\u{a0}: fichier JSON ou YAML, ou dossier")]
    path: PathBuf,
    #[arg(long, help = "Note dans le catalogue les adresses mortes ou déplacées, et les fiches vérifiées")]
    write: bool,
    #[arg(
        long,
        value_name = "FICHIER",
        help = "Où garder ce qui a été répondu\u{202f}; sans cette option, .communs-liens.json à côté du catalogue"
    )]
    cache: Option<PathBuf>,
    #[arg(long, help = "Dit le tout à un script, en JSON")]
    json: bool,
    #[arg(
        long,
        value_name = "SECONDES",
        default_value = "1",
        value_parser = seconds,
        allow_negative_numbers = true,
        help = "Le temps entre deux questions à un site, en secondes\u{202f}; sans cette option, une seconde"
    )]
    pause: Duration,
    #[arg(long, value_name = "JOUR", hide = true, help = "Le jour qu’il est, pour les tests")]
    today: Option<Date>,
}

/// A number of seconds, with a point or a comma before its decimals.
fn seconds(text: &str) -> Result<Duration, Box<dyn Error + Send + Sync>> {
    Ok(Duration::try_from_secs_f64(text.replace(',', ".").parse()?)?)
}

/// Where an address is written.
struct Place<'a> {
    path: String,
    span: Span,
    /// The object that holds it, or itself when it is alone.
    holder: &'a Node,
    /// The id of its entry.
    entry: Option<&'a str>,
}

/// Asks the addresses, and tells what they answer.
pub(crate) fn run(options: &Options, terminal: Terminal) -> Done {
    let source = data::open_whole(&options.path)?;
    let today = options.today.unwrap_or_else(advice::today);
    let cache = options.cache.clone().unwrap_or_else(|| memory::beside(&options.path));
    let mut memory = Memory::open(&cache)?;
    let addresses = addresses(&source);
    let asked: Vec<&str> = addresses.keys().copied().filter(|url| !memory.is_fresh(url, today)).collect();
    let total = asked.len();
    for (url, answer) in Asker::new(options.pause).ask(&asked, |count| progress::tell(count, total)) {
        memory.note(&url, answer, today);
    }
    if total > 0 && !memory.has_answers(today) {
        // It would have every address be dead in a week.
        return Err(tool::NO_NETWORK.to(LANGUAGE).into());
    }
    memory.forget_others(&addresses);
    place::replace_file(&cache, memory.text().as_bytes())?;
    let links = Links { source: &source, addresses, memory, today };
    if options.json {
        terminal.give(format_args!("{:#}", links.report()));
    } else {
        links.tell(terminal);
    }
    if options.write {
        let changed = note::texts(&links).map_err(DataError::from)?;
        data::legible_changes(&source, &changed)?;
        place::rewrite_files(&changed)?;
        terminal.remark(format_args!("{}.", tool::CHANGED_FILES.count(LANGUAGE, changed.len())));
    }
    Ok(links.answered().all(|link| !link.is_dead))
}

/// Every address of the web that is not yet told dead, and where each is written.
fn addresses(source: &Source) -> BTreeMap<&str, Vec<Place<'_>>> {
    let own = source.root.items_at("fields").iter();
    let own = own.filter(|field| field.str_at("type") == Some(FieldType::Address.word()));
    let mut search = Search { own: own.filter_map(Node::id).collect(), found: BTreeMap::new() };
    for field in source.root.fields().iter().filter(|field| field.key != "entries") {
        search.visit(&field.node, field.key.clone(), None);
    }
    for (rank, entry) in source.entries().iter().enumerate() {
        search.visit(entry, format!("entries[{rank}]"), entry.id());
    }
    search.found
}

struct Search<'a> {
    /// The fields of the host that hold addresses.
    own: Vec<&'a str>,
    found: BTreeMap<&'a str, Vec<Place<'a>>>,
}

impl<'a> Search<'a> {
    fn visit(&mut self, node: &'a Node, path: String, entry: Option<&'a str>) {
        for field in node.fields() {
            let inner = format!("{path}.{}", field.key);
            let is_host = path.ends_with(".values");
            let is_own = is_host && self.own.contains(&field.key.as_str());
            // The site's own address is nobody else's to check.
            let is_address = is_own || matches!(field.key.as_str(), "url" | "repository") && inner != "site.url";
            let is_told_dead = !is_host && node.get("dead").is_some_and(|dead| !dead.is_empty());
            match web_address(&field.node).filter(|_| is_address) {
                Some(_) if is_told_dead => {}
                Some(url) => self.note(url, Place { path: inner, span: field.node.span, holder: node, entry }),
                None => self.visit(&field.node, inner, entry),
            }
        }
        // A link may be its address alone, and a list what it would hold alone.
        let is_link = is_of_links(&path) && path.rsplit('.').next().is_some_and(is_links);
        if let Some(url) = web_address(node).filter(|_| is_link) {
            return self.note(url, Place { path, span: node.span, holder: node, entry });
        }
        for (rank, item) in node.items().iter().enumerate() {
            self.visit(item, format!("{path}[{rank}]"), entry);
        }
    }

    fn note(&mut self, url: &'a str, place: Place<'a>) {
        self.found.entry(url).or_default().push(place);
    }
}

/// Whether a part of a path is the list of links of an entry, or one of them.
fn is_links(key: &str) -> bool {
    key.split('[').next() == Some("links")
}

/// Whether a path leads into the links of an entry, not into fields of the host, which have any name.
fn is_of_links(path: &str) -> bool {
    path.split('.').take_while(|key| *key != "values").any(is_links)
}

/// A text that is an address of the web, without the blanks around it.
fn web_address(node: &Node) -> Option<&str> {
    let url = node.as_str()?.trim();
    let starts_with = |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    ["http://", "https://"].into_iter().any(starts_with).then_some(url)
}

/// The addresses of a catalogue, and what is known of them.
struct Links<'a> {
    source: &'a Source,
    addresses: BTreeMap<&'a str, Vec<Place<'a>>>,
    memory: Memory,
    today: Date,
}

/// An address that was asked.
struct Link<'a> {
    url: &'a str,
    places: &'a [Place<'a>],
    known: &'a Known,
    is_dead: bool,
}

impl Links<'_> {
    fn answered(&self) -> impl Iterator<Item = Link<'_>> {
        self.addresses.iter().filter_map(|(url, places)| {
            let known = self.memory.get(url)?;
            Some(Link { url, places, known, is_dead: self.memory.is_dead(url, self.today) })
        })
    }

    /// What people read: what is not alive, the worst first, then how many there are of each kind.
    fn tell(&self, terminal: Terminal) {
        let lines = self.source.places();
        for kind in [Kind::Gone, Kind::Unreachable, Kind::Moved, Kind::Refused] {
            for link in self.answered().filter(|link| link.known.answer.kind == kind) {
                let dead = if link.is_dead { ", morte" } else { "" };
                terminal.give(format_args!("{}\u{a0}: {}{dead}", link.url, said(&link.known.answer)));
                for place in link.places {
                    let ((line, column), file) = (lines.start(place.span), self.source.file(place.span));
                    terminal.give(format_args!("  {}:{line}:{column}\u{a0}: {}", file.path.display(), place.path));
                }
            }
        }
        let count = |kind: Kind| self.answered().filter(|link| link.known.answer.kind == kind).count();
        let dead = self.answered().filter(|link| link.is_dead).count();
        let parts = [
            tool::ALIVE.count(LANGUAGE, count(Kind::Alive)),
            tool::MOVED.count(LANGUAGE, count(Kind::Moved)),
            tool::GONE.count(LANGUAGE, count(Kind::Gone)),
            tool::REFUSED.count(LANGUAGE, count(Kind::Refused)),
            tool::UNREACHABLE.count(LANGUAGE, count(Kind::Unreachable)),
            tool::DEAD.count(LANGUAGE, dead),
        ];
        let addresses = tool::ADDRESSES.count(LANGUAGE, self.addresses.len());
        terminal.give(format_args!("{addresses}\u{a0}: {}", parts.join(", ")));
        if count(Kind::Gone) + count(Kind::Unreachable) > dead {
            terminal.give(tool::DEAD_LATER.to(LANGUAGE));
        }
    }

    /// The same for programs.
    fn report(&self) -> Value {
        let lines = self.source.places();
        let place = |place: &Place<'_>| {
            let ((line, column), file) = (lines.start(place.span), self.source.file(place.span));
            json!({ "file": file.path.display().to_string(), "line": line, "column": column, "path": place.path, "entry": place.entry })
        };
        let one = |Link { url, places, known, is_dead }: Link<'_>| {
            json!({
                "url": url,
                "answer": known.answer.kind.word(),
                "why": known.answer.why,
                "to": known.answer.to,
                "checked": known.checked.to_string(),
                "failing_since": known.failing_since.map(|date| date.to_string()),
                "dead": is_dead,
                "places": places.iter().map(place).collect::<Value>(),
            })
        };
        self.answered().map(one).collect()
    }
}

/// What an address answered, in a few words.
fn said(answer: &Answer) -> String {
    let why = if answer.why.is_empty() { String::new() } else { format!(" ({})", answer.why) };
    match (answer.kind, &answer.to) {
        (Kind::Moved, Some(to)) => format!("déplacée vers {to}"),
        (Kind::Alive | Kind::Moved, _) => format!("vivante{why}"),
        (Kind::Gone, _) => format!("disparue{why}"),
        (Kind::Refused, _) => format!("refusée aux robots{why}\u{202f}; à ouvrir soi-même"),
        (Kind::Unreachable, _) => format!("injoignable{why}"),
    }
}
