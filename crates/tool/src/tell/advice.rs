//! What is not wrong and could be better: what `check --strict` adds.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use messages::tool;
use source::{Node, Oddity, Places, Source, Span};
use text::letters::reduced;

use crate::LANGUAGE;
use crate::problem::{Problem, Weight};

/// Days after which an entry is to be looked at again.
const YEAR: i32 = 366;

/// The day that it is, in universal time.
pub(crate) fn today() -> Date {
    Timestamp::now().to_zoned_datetime(TimeZone::UTC).date()
}

/// Every advice, in the order of the files.
pub(super) fn of(source: &Source) -> Vec<Problem<'_>> {
    let mut advice = Advice { source, places: source.places(), given: Vec::new() };
    for oddity in &source.oddities {
        match oddity {
            Oddity::FileName { span, id } => {
                advice.give("file-name", *span, "id", Some(id), tool::file_name(LANGUAGE, id))
            }
            Oddity::NoFile { span, id } => advice.give("no-file", *span, "entries", None, tool::no_file(LANGUAGE, id)),
        }
    }
    let (mut names, mut sites) = (BTreeMap::new(), BTreeMap::new());
    let today = today();
    // Of a file that cannot be read, only the id is known.
    for (rank, entry) in source.entries().iter().enumerate().filter(|(_, entry)| entry.fields().len() > 1) {
        // The file of an entry knows nothing of its rank among the others.
        let at = |key: &str| if source.is_folder { key.to_owned() } else { format!("entries[{rank}].{key}") };
        let (id, kind) = (entry.id(), entry.str_at("kind").unwrap_or_default());
        if let Some(node) = entry.get("name")
            && let Some(name) = node.as_str()
            && let Some(first) = names.insert((kind, reduced(name)), id.unwrap_or_default())
        {
            let said = tool::same_name(LANGUAGE, first);
            advice.give("same-name", node.span, &at("name"), id, said);
        }
        for link in entry.items_at("links") {
            let (Some(node), Some("site")) = (link.get("url"), link.str_at("kind")) else { continue };
            let Some(url) = node.as_str() else { continue };
            let bare = url.trim_end_matches('/').trim_start_matches("https://").trim_start_matches("http://");
            if let Some(first) = sites.insert((kind, bare), id.unwrap_or_default())
                && Some(first) != id
            {
                let said = tool::same_address(LANGUAGE, first);
                advice.give("same-site", node.span, &at("links"), id, said);
            }
        }
        if entry.get("summary").is_none_or(Node::is_empty) {
            let span = entry.get("name").map_or(entry.span, |node| node.span);
            advice.give("no-summary", span, &at("summary"), id, tool::NO_SUMMARY.to(LANGUAGE).to_owned());
        }
        if let Some(node) = entry.get("checked")
            && let Some(Ok(date)) = node.as_str().map(str::parse::<Date>)
            && (today - date).get_days() > YEAR
        {
            advice.give("old", node.span, &at("checked"), id, tool::OLD.to(LANGUAGE).to_owned());
        }
    }
    advice.given
}

struct Advice<'a> {
    source: &'a Source,
    places: Places<'a>,
    given: Vec<Problem<'a>>,
}

impl Advice<'_> {
    fn give(&mut self, rule: &'static str, span: Span, path: &str, entry: Option<&str>, sentence: String) {
        let (file, lines) = (self.source.file(span), self.places.of_file(span.file as usize));
        let (path, entry) = (path.to_owned(), entry.map(str::to_owned));
        let at = Problem::at(file.path.display().to_string(), &file.text, lines, span.range(), sentence);
        self.given.push(Problem { rule, weight: Weight::Advice, path, entry, ..at });
    }
}
