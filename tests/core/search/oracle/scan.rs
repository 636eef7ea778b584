//! One entry of the JSON: what a visitor can read of it, and its values in each facet.

use std::collections::BTreeSet;

use serde_json::Value;

use super::words::words;
use crate::support::string;

/// Where the known values of a facet are listed.
pub(super) enum Domain {
    Vocabulary(&'static str),
    Entries,
    Words(&'static [&'static str]),
}

const STAGES: Domain = Domain::Words(&["reflexion", "construction", "evolution", "abouti"]);

const STATUSES: Domain = Domain::Words(&["actif", "essai", "dormant", "archive", "abandonne", "remplace"]);

/// Parameter, places of the values in an entry (a list at each `*`), domain, whether « inconnu » is a value.
pub(super) const FACETS: [(&str, &str, Domain, bool); 14] = [
    ("nature", "nature", Domain::Vocabulary("nature"), true),
    ("theme", "themes/*", Domain::Vocabulary("theme"), false),
    ("statut", "status/state", STATUSES, true),
    ("administration", "initiated", Domain::Words(&["oui", "non"]), true),
    ("ressource", "maturity/resource/stage", STAGES, true),
    ("communaute", "maturity/community/stage", STAGES, true),
    ("gouvernance", "maturity/governance/stage", STAGES, true),
    ("besoin", "needs/*/tag", Domain::Vocabulary("need"), false),
    ("frein", "obstacles/*/tag", Domain::Vocabulary("obstacle"), false),
    ("licence", "licences/*/id licence/id", Domain::Vocabulary("licence"), true),
    ("porteur", "bearers/*", Domain::Entries, true),
    ("public", "audiences/*/tag", Domain::Vocabulary("audience"), false),
    ("echelle", "territories/*/tag", Domain::Vocabulary("scale"), false),
    ("soutien", "supports/*/tag", Domain::Vocabulary("support"), false),
];

/// Keys of entries whose strings nobody reads: ids, codes, dates.
const UNREAD: [&str; 21] = [
    "id",
    "former_ids",
    "state",
    "since",
    "replaced_by",
    "of",
    "version",
    "kind",
    "initiated",
    "stage",
    "resources",
    "examples",
    "related",
    "updated",
    "checked",
    "date",
    "code",
    "axis",
    "icon",
    "logo",
    "file",
];

/// An entry: its words, and its values in each facet.
pub(super) struct Scanned {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) words: BTreeSet<String>,
    /// In the order of [`FACETS`].
    pub(super) values: Vec<BTreeSet<String>>,
}

pub(super) fn scan(root: &Value, entry: &Value) -> Scanned {
    let mut found = Vec::new();
    for (key, value) in entry.as_object().expect("an entry is an object") {
        // What lists do not read is not searched.
        if catalogue::DETAILS.contains(&key.as_str()) {
            continue;
        }
        texts(root, key, key, value, &mut found);
    }
    let values = FACETS.iter().map(|(_, place, _, unknown)| {
        let mut values = BTreeSet::new();
        place.split(' ').for_each(|place| collect(entry, place, &mut values));
        if values.is_empty() && *unknown {
            values.insert("inconnu".to_owned());
        }
        values
    });
    Scanned {
        id: string(entry, "id").to_owned(),
        kind: string(entry, "kind").to_owned(),
        words: found.iter().flat_map(|text| words(text)).collect(),
        values: values.collect(),
    }
}

/// Every text that an entry page shows of a value, ids being replaced by names and addresses by hosts.
fn texts(root: &Value, field: &str, key: &str, value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| texts(root, field, key, item, found)),
        Value::Object(fields) if matches!(key, "licence" | "licences") => {
            found.push(label(root, "licence", string(value, "id")));
            fields.get("note").iter().for_each(|note| texts(root, field, "note", note, found));
        }
        Value::Object(fields) => fields.iter().for_each(|(key, value)| texts(root, field, key, value, found)),
        Value::String(text) => match (field, key) {
            (_, key) if UNREAD.contains(&key) => {}
            ("identifiers", _) | ("images", "alt") | ("logo", "alt") | ("challenges", "theme") => {}
            (_, "nature") => found.push(label(root, "nature", text)),
            (_, "themes") => found.push(label(root, "theme", text)),
            ("needs", "tag") => found.push(label(root, "need", text)),
            ("obstacles", "tag") => found.push(label(root, "obstacle", text)),
            ("audiences", "tag") => found.push(label(root, "audience", text)),
            ("territories", "tag") => found.push(label(root, "scale", text)),
            ("supports", "tag") => found.push(label(root, "support", text)),
            (_, "bearers" | "entry") => found.push(name(root, text)),
            (_, "url") => found.extend(text.split('/').nth(2).map(|host| host.trim_start_matches("www.").to_owned())),
            _ => found.push(text.clone()),
        },
        _ => {}
    }
}

fn label(root: &Value, vocabulary: &str, id: &str) -> String {
    let terms = root["vocabularies"][vocabulary].as_array().expect("the content has this vocabulary");
    let term = terms.iter().find(|term| string(term, "id") == id).unwrap_or_else(|| panic!("{id} is in {vocabulary}"));
    string(term, "label").to_owned()
}

fn name(root: &Value, id: &str) -> String {
    let entries = root["entries"].as_array().expect("the content has entries");
    let entry = entries.iter().find(|entry| string(entry, "id") == id).unwrap_or_else(|| panic!("{id} is an entry"));
    string(entry, "name").to_owned()
}

/// The values at a place like `needs/*/tag`.
fn collect(value: &Value, place: &str, found: &mut BTreeSet<String>) {
    match place.split_once('/').unwrap_or((place, "")) {
        ("", _) => found.extend(value.as_str().map(str::to_owned)),
        ("*", rest) => value.as_array().into_iter().flatten().for_each(|item| collect(item, rest, found)),
        (key, rest) => collect(&value[key], rest, found),
    }
}
