//! What is filled, by kind and by field.

use std::collections::BTreeMap;

use catalogue::ENTRY;
use messages::tool::{ALL_ENTRIES, FILLED};
use serde_json::{Value, json};
use source::Source;

use super::{kinds, labels};
use crate::LANGUAGE;

/// Entries of a kind, and for each key how many of them say something under it.
#[derive(Default)]
struct Filled<'a> {
    count: usize,
    keys: BTreeMap<&'a str, usize>,
}

/// Those of the kinds that have some, by their words.
fn by_kind(source: &Source) -> Vec<(&str, Filled<'_>)> {
    let mut kinds: Vec<(&str, Filled<'_>)> =
        kinds::of(source).into_iter().map(|(kind, _)| (kind, Filled::default())).collect();
    for entry in source.entries() {
        let kind = entry.str_at("kind");
        let Some((_, filled)) = kinds.iter_mut().find(|(known, _)| Some(*known) == kind) else { continue };
        filled.count += 1;
        for field in entry.fields().iter().filter(|field| !field.node.is_empty()) {
            *filled.keys.entry(&field.key).or_default() += 1;
        }
    }
    kinds.retain(|(_, filled)| filled.count > 0);
    kinds
}

/// A line a field, a column a kind.
pub(super) fn table(source: &Source) -> String {
    let kinds = by_kind(source);
    let is_filled = |key: &&str| kinds.iter().any(|(_, filled)| filled.keys.contains_key(key));
    let keys: Vec<&str> = ENTRY.fields.iter().map(|field| field.key).filter(is_filled).collect();
    let name = |key: &str| format!("{key} ({})", labels::of(key));
    let first = keys.iter().map(|key| name(key).chars().count()).max().unwrap_or_default();
    let line = |start: &str, said: &dyn Fn(&str, &Filled<'_>) -> String| {
        let column = |(kind, filled): &(&str, Filled<'_>)| {
            let width = kind.chars().count().max(6) + 2;
            format!("{:>width$}", said(kind, filled))
        };
        format!("{start:<first$}{}\n", kinds.iter().map(column).collect::<String>())
    };
    let mut table = line(FILLED.to(LANGUAGE), &|kind, _| kind.to_owned());
    table += &line(ALL_ENTRIES.to(LANGUAGE), &|_, filled| messages::number(LANGUAGE, filled.count));
    for key in keys {
        table += &line(&name(key), &|_, filled| match filled.keys.get(key).map(|count| count * 100 / filled.count) {
            None => "–".to_owned(),
            // What is there once is not told as nought, nor what is missing once as all.
            Some(0) => "<\u{202f}1\u{a0}%".to_owned(),
            Some(share) => format!("{share}\u{a0}%"),
        });
    }
    table
}

/// The same for programs: counts.
pub(super) fn json(source: &Source) -> Value {
    let kind = |(kind, filled): (&str, Filled<'_>)| {
        (kind.to_owned(), json!({ "entries": filled.count, "filled": filled.keys }))
    };
    Value::Object(by_kind(source).into_iter().map(kind).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_is_not_filled() {
        let text = r#"{"kinds": [{"id": "logiciel", "model": "commun"}],
            "entries": [{"kind": "commun", "name": "A", "themes": [" "], "summary": null, "links": [{}]},
            {"kind": "commun", "name": "B", "themes": ["x"]}, {"kind": "logiciel", "name": "C"}]}"#;
        let file = source::File { path: "a.json".into(), format: source::Format::Json, text: text.to_owned() };
        let source = Source::read(file).unwrap();
        let told = json(&source);
        assert_eq!(told["commun"]["entries"], 2);
        assert_eq!(told["commun"]["filled"], json!({ "kind": 2, "name": 2, "themes": 1 }));
        assert_eq!(told["logiciel"]["entries"], 1);
        assert!(table(&source).contains("50\u{a0}%"));
    }
}
