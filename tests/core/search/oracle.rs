//! The naive search: the JSON of every entry is read again for every query, with none of the
//! code of the search, of the facets or of the reading of the file.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use crate::support::string;

/// What is asked, in words of the URL.
#[derive(Debug, Clone)]
pub(super) struct Ask {
    pub(super) text: String,
    pub(super) scope: String,
    /// Parameter and value.
    pub(super) filters: Vec<(&'static str, String)>,
}

/// What is answered, in words of the URL and ids.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) hits: BTreeSet<String>,
    pub(super) total: usize,
    pub(super) scopes: BTreeMap<&'static str, usize>,
    /// By facet and value: results, and whether it is chosen.
    pub(super) facets: BTreeMap<&'static str, BTreeMap<String, (usize, bool)>>,
    pub(super) unknown: BTreeSet<(&'static str, String)>,
}

/// Where the known values of a facet are listed.
enum Domain {
    Vocabulary(&'static str),
    Entries,
    Words(&'static [&'static str]),
}

const STAGES: Domain = Domain::Words(&["reflexion", "construction", "evolution", "abouti"]);

/// Parameter, place of the values in an entry (a list at each `*`), domain, whether « inconnu » is a value.
const FACETS: [(&str, &str, Domain, bool); 13] = [
    ("nature", "nature", Domain::Vocabulary("nature"), true),
    ("theme", "themes/*", Domain::Vocabulary("theme"), false),
    ("administration", "initiated", Domain::Words(&["oui", "non"]), true),
    ("ressource", "maturity/resource/stage", STAGES, true),
    ("communaute", "maturity/community/stage", STAGES, true),
    ("gouvernance", "maturity/governance/stage", STAGES, true),
    ("besoin", "needs/*/tag", Domain::Vocabulary("need"), false),
    ("frein", "obstacles/*/tag", Domain::Vocabulary("obstacle"), false),
    ("licence", "licence/id", Domain::Vocabulary("licence"), true),
    ("porteur", "bearers/*", Domain::Entries, true),
    ("public", "audiences/*/tag", Domain::Vocabulary("audience"), false),
    ("echelle", "territories/*/tag", Domain::Vocabulary("scale"), false),
    ("soutien", "supports/*/tag", Domain::Vocabulary("support"), false),
];

const SCOPES: [&str; 8] =
    ["commun", "programme", "organisation", "ressource", "evenement", "contribution", "definition", "tout"];

/// Keys of entries whose strings nobody reads: ids, codes, dates.
const UNREAD: [&str; 14] = [
    "id", "kind", "initiated", "stage", "resources", "examples", "related", "sources", "updated", "checked", "date", "code",
    "axis", "icon",
];

/// The content, as JSON.
pub(super) struct Oracle {
    root: &'static Value,
    entries: Vec<Scanned>,
}

struct Scanned {
    id: String,
    kind: String,
    words: BTreeSet<String>,
    /// In the order of [`FACETS`].
    values: Vec<BTreeSet<String>>,
}

impl Oracle {
    pub(super) fn new(root: &'static Value) -> Self {
        let mut oracle = Self { root, entries: Vec::new() };
        let entries = root["entries"].as_array().expect("the content has entries");
        oracle.entries = entries.iter().map(|entry| oracle.scan(entry)).collect();
        oracle
    }

    fn scan(&self, entry: &Value) -> Scanned {
        let mut texts = Vec::new();
        for (key, value) in entry.as_object().expect("an entry is an object") {
            self.texts(key, key, value, &mut texts);
        }
        let values = FACETS.iter().map(|(_, place, _, unknown)| {
            let mut values = BTreeSet::new();
            collect(entry, place, &mut values);
            if values.is_empty() && *unknown {
                values.insert("inconnu".to_owned());
            }
            values
        });
        Scanned {
            id: string(entry, "id").to_owned(),
            kind: string(entry, "kind").to_owned(),
            words: texts.iter().flat_map(|text| words(text)).collect(),
            values: values.collect(),
        }
    }

    /// Every text that a fiche shows of a value, ids being replaced by names and addresses by hosts.
    fn texts(&self, field: &str, key: &str, value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.texts(field, key, item, found)),
            Value::Object(fields) if key == "licence" => {
                found.push(self.label("licence", string(value, "id")));
                fields.get("note").iter().for_each(|note| self.texts(field, "note", note, found));
            }
            Value::Object(fields) => fields.iter().for_each(|(key, value)| self.texts(field, key, value, found)),
            Value::String(text) => match (field, key) {
                (_, key) if UNREAD.contains(&key) => {}
                ("sources", _) | ("challenges", "theme") => {}
                (_, "nature") => found.push(self.label("nature", text)),
                (_, "themes") => found.push(self.label("theme", text)),
                ("needs", "tag") => found.push(self.label("need", text)),
                ("obstacles", "tag") => found.push(self.label("obstacle", text)),
                ("audiences", "tag") => found.push(self.label("audience", text)),
                ("territories", "tag") => found.push(self.label("scale", text)),
                ("supports", "tag") => found.push(self.label("support", text)),
                (_, "bearers" | "entry") => found.push(self.name(text)),
                (_, "url") => found.extend(text.split('/').nth(2).map(|host| host.trim_start_matches("www.").to_owned())),
                _ => found.push(text.clone()),
            },
            _ => {}
        }
    }

    fn label(&self, vocabulary: &str, id: &str) -> String {
        let terms = self.root["vocabularies"][vocabulary].as_array().expect("the content has this vocabulary");
        let term = terms.iter().find(|term| string(term, "id") == id).unwrap_or_else(|| panic!("{id} is in {vocabulary}"));
        string(term, "label").to_owned()
    }

    fn name(&self, id: &str) -> String {
        let entries = self.root["entries"].as_array().expect("the content has entries");
        let entry = entries.iter().find(|entry| string(entry, "id") == id).unwrap_or_else(|| panic!("{id} is an entry"));
        string(entry, "name").to_owned()
    }

    fn knows(&self, domain: &Domain, unknown: bool, word: &str) -> bool {
        if word == "inconnu" {
            return unknown;
        }
        match domain {
            Domain::Words(words) => words.contains(&word),
            Domain::Entries => self.entries.iter().any(|entry| entry.id == word),
            Domain::Vocabulary(key) => {
                let terms = self.root["vocabularies"][key].as_array().expect("the content has this vocabulary");
                terms.iter().any(|term| string(term, "id") == word)
            }
        }
    }

    /// The words that mean something in each facet, and those that do not.
    fn chosen(&self, ask: &Ask) -> (Vec<BTreeSet<String>>, BTreeSet<(&'static str, String)>) {
        let mut unknown_words = BTreeSet::new();
        let chosen = FACETS.iter().map(|(parameter, _, domain, unknown)| {
            let mut chosen = BTreeSet::new();
            for (_, word) in ask.filters.iter().filter(|(asked, _)| asked == parameter) {
                if self.knows(domain, *unknown, word) {
                    chosen.insert(word.clone());
                } else {
                    unknown_words.insert((*parameter, word.clone()));
                }
            }
            chosen
        });
        let chosen = chosen.collect();
        (chosen, unknown_words)
    }

    pub(super) fn answer(&self, ask: &Ask) -> Answer {
        let (chosen, unknown) = self.chosen(ask);
        let passes = |entry: &Scanned, but: Option<usize>| {
            holds(&entry.words, &ask.text)
                && (0..FACETS.len())
                    .all(|facet| Some(facet) == but || chosen[facet].is_empty() || !chosen[facet].is_disjoint(&entry.values[facet]))
        };
        let in_scope = |entry: &Scanned, scope: &str| scope == "tout" || entry.kind == scope;
        let scope = |entry: &&Scanned| in_scope(entry, &ask.scope);
        let facets = FACETS.iter().enumerate().map(|(facet, (parameter, ..))| {
            let shown = self.entries.iter().filter(scope).flat_map(|entry| &entry.values[facet]).chain(&chosen[facet]);
            let count = |word: &String| {
                let having = self.entries.iter().filter(scope).filter(|entry| entry.values[facet].contains(word));
                having.filter(|entry| passes(entry, Some(facet))).count()
            };
            let values = shown.map(|word| (word.clone(), (count(word), chosen[facet].contains(word))));
            (*parameter, values.collect())
        });
        Answer {
            hits: self.entries.iter().filter(scope).filter(|entry| passes(entry, None)).map(|entry| entry.id.clone()).collect(),
            total: self.entries.iter().filter(scope).count(),
            scopes: SCOPES
                .iter()
                .map(|scope| (*scope, self.entries.iter().filter(|entry| in_scope(entry, scope) && passes(entry, None)).count()))
                .collect(),
            facets: facets.collect(),
            unknown,
        }
    }

    /// Facets that can be asked, with the values that an entry has or that exist.
    pub(super) fn filters(&self, entry: usize) -> Vec<(&'static str, String)> {
        let mut filters = Vec::new();
        for (facet, (parameter, _, domain, _)) in FACETS.iter().enumerate() {
            // What the entry has comes up often enough to leave some hits.
            for _ in 0..4 {
                filters.extend(self.entries[entry].values[facet].iter().map(|word| (*parameter, word.clone())));
            }
            match domain {
                Domain::Words(words) => filters.extend(words.iter().map(|word| (*parameter, (*word).to_owned()))),
                Domain::Entries => filters.push((parameter, "ademe".to_owned())),
                Domain::Vocabulary(key) => {
                    let terms = self.root["vocabularies"][key].as_array().into_iter().flatten();
                    filters.extend(terms.map(|term| (*parameter, string(term, "id").to_owned())));
                }
            }
            filters.extend([(*parameter, "inconnu".to_owned()), (*parameter, "n-existe-pas".to_owned())]);
        }
        filters
    }
}

/// The values at a place like `needs/*/tag`.
fn collect(value: &Value, place: &str, found: &mut BTreeSet<String>) {
    match place.split_once('/').unwrap_or((place, "")) {
        ("", _) => found.extend(value.as_str().map(str::to_owned)),
        ("*", rest) => value.as_array().into_iter().flatten().for_each(|item| collect(item, rest, found)),
        (key, rest) => collect(&value[key], rest, found),
    }
}

/// Whether words hold every word of a text, the last one as a start.
fn holds(entry: &BTreeSet<String>, text: &str) -> bool {
    let mut asked = words(text);
    let Some(last) = asked.pop() else { return true };
    asked.retain(|word| *word != last);
    asked.iter().all(|word| entry.contains(word)) && entry.iter().any(|word| word.starts_with(&last))
}

/// The words of a text, as they are compared: no case, accent, ligature, elided article or plural.
pub(super) fn words(text: &str) -> Vec<String> {
    let plain: String = text.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect();
    let plain = plain.to_lowercase().replace('œ', "oe").replace('æ', "ae");
    let mut words = Vec::new();
    for piece in plain.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let elided = ["c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];
        if word.is_empty() || piece.ends_with(['\'', '’', 'ʼ']) && elided.contains(&word) {
            continue;
        }
        let plural = word.len() > 3 && !word.ends_with("ss") && word.ends_with(['s', 'x']);
        words.push(if plural { word[..word.len() - 1].to_owned() } else { word.to_owned() });
    }
    words
}
