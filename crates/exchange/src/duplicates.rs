//! Which entries are the same thing: by their ids elsewhere, their repository, their address, their name.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::Json;

use crate::written::{fold, same_address};

/// How sure it is that two entries are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sureness {
    /// They are.
    Same,
    /// Someone must look.
    Near,
}

/// Why two entries may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    Id,
    Identifier,
    Repository,
    Address,
    Name,
    NearName,
}

impl Because {
    /// In a sentence.
    #[must_use]
    pub const fn in_french(self) -> &'static str {
        match self {
            Self::Id => "même identifiant",
            Self::Identifier => "même identifiant dans un registre",
            Self::Repository => "même dépôt",
            Self::Address => "même adresse",
            Self::Name => "même nom",
            Self::NearName => "nom proche",
        }
    }
}

/// What two entries are compared by.
#[derive(Debug, Default)]
struct Marks {
    id: String,
    kind: String,
    names: Vec<String>,
    /// The words of each name, and of it without what it has between parentheses.
    words: Vec<BTreeSet<String>>,
    sites: Vec<String>,
    repositories: Vec<String>,
    identifiers: Vec<String>,
}

/// Entries where others are sought.
#[derive(Debug)]
pub struct Known {
    marks: Vec<Marks>,
    by_name: BTreeMap<String, Vec<usize>>,
    by_address: BTreeMap<String, Vec<usize>>,
    by_identifier: BTreeMap<String, Vec<usize>>,
    /// How the words of names start, but for the commonest, so that near names meet.
    by_start: BTreeMap<String, Vec<usize>>,
}

impl Known {
    /// Entries of a catalogue.
    #[must_use]
    pub fn new(entries: &[Json]) -> Self {
        let marks: Vec<Marks> = entries.iter().map(Marks::of).collect();
        let mut known = Self {
            marks: Vec::new(),
            by_name: BTreeMap::new(),
            by_address: BTreeMap::new(),
            by_identifier: BTreeMap::new(),
            by_start: BTreeMap::new(),
        };
        for (rank, mark) in marks.iter().enumerate() {
            let put = |map: &mut BTreeMap<String, Vec<usize>>, key: &str| {
                let ranks = map.entry(key.to_owned()).or_default();
                if ranks.last() != Some(&rank) {
                    ranks.push(rank);
                }
            };
            mark.names.iter().for_each(|name| put(&mut known.by_name, name));
            mark.starts().for_each(|start| put(&mut known.by_start, start));
            mark.sites.iter().chain(&mark.repositories).for_each(|url| put(&mut known.by_address, url));
            mark.identifiers.iter().for_each(|value| put(&mut known.by_identifier, value));
        }
        known.marks = marks;
        known
    }

    /// The rank of the entry that this one is, or may be.
    #[must_use]
    pub fn find(&self, entry: &Json) -> Option<(usize, Sureness, Because)> {
        let own = Marks::of(entry);
        let mut best: Option<(usize, Sureness, Because)> = None;
        for rank in self.candidates(&own) {
            let Some((sureness, because)) = compare(&own, &self.marks[rank], |url| self.is_alone(url)) else {
                continue;
            };
            // Parts of a thing may bear its identifier: the entry of the same name goes before.
            let order = |rank: usize, sureness: Sureness, because: Because| {
                (sureness as u8, self.marks[rank].names.first() != own.names.first(), because as u8)
            };
            let is_better =
                best.is_none_or(|(other, found, reason)| order(rank, sureness, because) < order(other, found, reason));
            if is_better {
                best = Some((rank, sureness, because));
            }
        }
        best
    }

    /// Whether one entry alone has an address.
    fn is_alone(&self, url: &str) -> bool {
        self.by_address.get(url).is_some_and(|ranks| ranks.len() == 1)
    }

    fn candidates(&self, own: &Marks) -> BTreeSet<usize> {
        let named = own.names.iter().filter_map(|name| self.by_name.get(name));
        let near = own.starts().filter_map(|start| self.by_start.get(start));
        let addressed = own.sites.iter().chain(&own.repositories).filter_map(|url| self.by_address.get(url));
        let told = own.identifiers.iter().filter_map(|value| self.by_identifier.get(value));
        named.chain(near).chain(addressed).chain(told).flatten().copied().collect()
    }
}

/// Whether an address, as it is compared, is that of a repository: the site of many things is no other.
fn is_forge(url: &str) -> bool {
    ["github.com/", "gitlab.com/", "codeberg.org/", "framagit.org/"].iter().any(|forge| url.starts_with(forge))
}

/// A name without what it has between parentheses, where it has some.
fn without_parentheses(name: &str) -> Option<String> {
    let (before, rest) = name.split_once('(')?;
    let (_, after) = rest.split_once(')')?;
    Some(format!("{before} {after}"))
}

impl Marks {
    /// The first letters of words that near names share.
    fn starts(&self) -> impl Iterator<Item = &str> {
        let names = self.names.iter().map(String::as_str).chain(self.words.iter().flatten().map(String::as_str));
        names.filter_map(|word| word.get(..4.min(word.len())).filter(|start| start.len() >= 3))
    }

    fn of(entry: &Json) -> Self {
        let mut marks = Self::default();
        let text = |value: Option<&Json>| value.and_then(Json::as_str).unwrap_or_default().to_owned();
        marks.id = text(entry.get("id"));
        marks.kind = text(entry.get("kind"));
        let names = entry.get("name").into_iter().chain(entry.get("aliases").into_iter().flat_map(Json::items));
        for name in names {
            let said: Vec<&str> = match name {
                Json::Object(fields) => fields.iter().filter_map(|(_, said)| said.as_str()).collect(),
                name => name.as_str().into_iter().collect(),
            };
            for name in said {
                let short = without_parentheses(name);
                for name in [Some(name), short.as_deref()].into_iter().flatten() {
                    let name = fold(name);
                    let words = name.split('-').filter(|word| !word.is_empty() && !EMPTY.contains(word));
                    marks.words.push(words.map(str::to_owned).collect());
                }
                marks.names.extend(Some(fold(name)).filter(|name| name.len() > 1));
            }
        }
        for link in entry.get("links").into_iter().flat_map(Json::items) {
            let Some(url) = link.get("url").and_then(Json::as_str).and_then(same_address) else { continue };
            match link.get("kind").and_then(Json::as_str) {
                Some("depot") => marks.repositories.push(url),
                Some("site") if is_forge(&url) => marks.repositories.push(url),
                Some("site") => marks.sites.push(url),
                _ => {}
            }
        }
        if let Some(Json::Object(identifiers)) = entry.get("identifiers") {
            for (register, value) in identifiers {
                let value = value.as_str().unwrap_or_default();
                let value = if register == "doi" {
                    &value[value.find("10.").unwrap_or(0)..]
                } else {
                    value.rsplit('/').next().unwrap_or(value)
                };
                marks.identifiers.extend((!value.is_empty()).then(|| format!("{register}:{}", value.to_lowercase())));
            }
        }
        marks
    }
}

/// Whether two entries are one, and why.
///
/// An address says little alone: that of a company is the address of all that it makes. It counts with a near name,
/// or when it leads to one thing only, and then somebody looks.
fn compare(a: &Marks, b: &Marks, is_alone: impl Fn(&str) -> bool) -> Option<(Sureness, Because)> {
    if a.kind != b.kind {
        return None;
    }
    let share = |a: &[String], b: &[String]| a.iter().find(|value| b.contains(value)).cloned();
    let name = nearness(a, b);
    if share(&a.identifiers, &b.identifiers).is_some() {
        let sureness = if name == Nearness::Far { Sureness::Near } else { Sureness::Same };
        return Some((sureness, Because::Identifier));
    }
    let disagree = !a.identifiers.is_empty() && !b.identifiers.is_empty() && {
        let register = |value: &String| value.split(':').next().unwrap_or_default().to_owned();
        a.identifiers.iter().any(|value| b.identifiers.iter().any(|other| register(other) == register(value)))
    };
    if disagree {
        return None;
    }
    if let Some(url) = share(&a.repositories, &b.repositories) {
        if name != Nearness::Far {
            return Some((Sureness::Same, Because::Repository));
        }
        return is_alone(&url).then_some((Sureness::Near, Because::Repository));
    }
    let every = |marks: &Marks| -> Vec<String> { marks.sites.iter().chain(&marks.repositories).cloned().collect() };
    if let Some(url) = share(&every(a), &every(b)) {
        if name != Nearness::Far {
            return Some((Sureness::Same, Because::Address));
        }
        return is_alone(&url).then_some((Sureness::Near, Because::Address));
    }
    let have_both = !a.repositories.is_empty() && !b.repositories.is_empty();
    let hosts_differ = || {
        let host = |url: &String| url.split('/').next().unwrap_or_default().to_owned();
        !a.sites.is_empty()
            && !b.sites.is_empty()
            && !a.sites.iter().any(|url| b.sites.iter().any(|other| host(other) == host(url)))
    };
    match name {
        Nearness::Same if have_both || hosts_differ() => Some((Sureness::Near, Because::Name)),
        Nearness::Same if a.id == b.id => Some((Sureness::Same, Because::Id)),
        Nearness::Same => Some((Sureness::Same, Because::Name)),
        Nearness::Near if !have_both && !hosts_differ() => Some((Sureness::Near, Because::NearName)),
        _ => None,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    Same,
    Near,
    Far,
}

/// Words that say nothing.
const EMPTY: [&str; 14] =
    ["the", "le", "la", "les", "l", "de", "du", "des", "d", "org", "io", "fr", "project", "projet"];
/// Words that a name may have where another has none: what a thing is, its house, its edition, the form of a company.
const COMMON: [&str; 27] = [
    "app",
    "appli",
    "application",
    "logiciel",
    "software",
    "plateforme",
    "platform",
    "server",
    "serveur",
    "core",
    "apache",
    "mozilla",
    "gnu",
    "community",
    "edition",
    "esr",
    "lts",
    "ide",
    "inc",
    "corp",
    "corporation",
    "company",
    "ltd",
    "limited",
    "llc",
    "gmbh",
    "sas",
];
/// The shortest names that a slip may tell apart: shorter ones, a letter apart, are those of different things.
const LONG_ENOUGH: usize = 10;

fn nearness(a: &Marks, b: &Marks) -> Nearness {
    let pairs = a.names.iter().flat_map(|a| b.names.iter().map(move |b| (a, b)));
    let nearest = pairs.map(|(a, b)| near_names(a, b)).min().unwrap_or(Nearness::Far);
    let is_same = |words: &BTreeSet<String>| b.words.iter().any(|other| are_same(words, other));
    if nearest == Nearness::Far && a.words.iter().any(is_same) { Nearness::Near } else { nearest }
}

/// Whether words are the same but for common ones, which one side alone has: « Selenium Server » is not « Selenium IDE ».
fn are_same(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let (less, more) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let is_common = |word: &String| COMMON.contains(&word.as_str());
    less.is_subset(more) && more.difference(less).all(is_common) && !less.iter().all(is_common)
}

/// How near two folded names are, letter by letter. Names that differ by a number are those of different things.
fn near_names(a: &str, b: &str) -> Nearness {
    if a == b || a.replace('-', "") == b.replace('-', "") {
        return Nearness::Same;
    }
    let words = |name: &str| -> BTreeSet<String> { name.split('-').map(str::to_owned).collect() };
    let (left, right) = (words(a), words(b));
    let numbers = |name: &str| -> String { name.chars().filter(char::is_ascii_digit).collect() };
    let shorter = a.len().min(b.len());
    // A word of a letter or two tells one thing from another: « Cloud A », « Cloud B ».
    let by_a_letter = left.symmetric_difference(&right).any(|word| word.len() <= 2);
    if !by_a_letter && numbers(a) == numbers(b) && shorter >= LONG_ENOUGH && a.len().abs_diff(b.len()) <= 2 {
        let distance = text::edit_distance(a, b);
        if distance <= usize::from(shorter >= 12) + 1 {
            return Nearness::Near;
        }
    }
    Nearness::Far
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &str, links: &[(&str, &str)]) -> Json {
        let links: Vec<String> =
            links.iter().map(|(kind, url)| format!(r#"{{"kind":"{kind}","url":"{url}"}}"#)).collect();
        let text =
            format!(r#"{{"id":"{}","kind":"commun","name":"{name}","links":[{}]}}"#, fold(name), links.join(","));
        catalogue::parse(&text).unwrap()
    }

    #[test]
    fn the_same_thing_is_found_and_others_are_not() {
        use Because::{Address, Id, Name, NearName, Repository};
        use Sureness::{Near, Same};
        let known = Known::new(&[
            entry("Nextcloud", &[("site", "https://nextcloud.com/"), ("depot", "https://github.com/nextcloud/server")]),
            entry(
                "Argo CD",
                &[("site", "https://argoproj.github.io"), ("depot", "https://github.com/argoproj/argo-cd")],
            ),
            entry("Tchap", &[]),
            entry("Démarches simplifiées", &[("site", "https://www.demarches-simplifiees.fr")]),
            entry("LibreOffice 7", &[]),
            entry("Cloud A", &[("site", "https://cloud.example")]),
            entry("Cloud B", &[("site", "https://cloud.example")]),
        ]);
        for (name, links, expected) in [
            ("NextCloud", &[("depot", "https://github.com/Nextcloud/server.git")][..], Some((0, Same, Repository))),
            ("Nextcloud Hub", &[("site", "http://www.nextcloud.com")], Some((0, Near, Address))),
            ("Argo", &[("site", "https://argoproj.github.io/argo")], None),
            ("tchap", &[], Some((2, Same, Id))),
            ("demarche simplifiees", &[], Some((3, Near, NearName))),
            ("LibreOffice 6", &[], None),
            ("Tchap", &[("site", "https://tchap.example")], Some((2, Same, Id))),
            ("Tchap", &[("site", "https://github.com/x/tchap")], Some((2, Same, Id))),
            ("Démarches simplifiées", &[("site", "https://autre.example")], Some((3, Near, Name))),
            ("Cloud C", &[("site", "https://cloud.example")], None),
            (
                "Nextcloud",
                &[("site", "https://autre.example"), ("depot", "https://github.com/x/nextcloud")],
                Some((0, Near, Name)),
            ),
        ] {
            assert_eq!(known.find(&entry(name, links)), expected, "{name} {links:?}");
        }
    }
}
