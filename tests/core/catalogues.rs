//! Catalogues of others, which only wrote their definitions: each is read without a word, its classifications are
//! facets, and their counts are those of a plain scan of the file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use catalogue::{Catalogue, UNKNOWN, advice, missing_files, read};
use search::Index;
use search::facet::Row;
use search::query::{Query, Scope};
use serde_json::Value;

use crate::support::{assert_sound, files, string, text_of};

const FOLDER: &str = "tests/fixtures/catalogues";

/// Each file: its path, its text, and what it says.
fn each() -> Vec<(PathBuf, String, Value)> {
    let found: Vec<_> = (files(FOLDER, ".json").into_iter())
        .map(|path| {
            let text = text_of(&path);
            let file = serde_json::from_str(&text).expect("the file is JSON");
            (path, text, file)
        })
        .collect();
    assert_eq!(found.len(), 6, "{FOLDER}");
    found
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[test]
fn each_is_read_without_a_word() {
    let (schemas, index) = crate::schema::compiled();
    for (path, text, file) in each() {
        let loaded = read(&text).expect("the file is a catalogue");
        assert_eq!(loaded.diagnostics, [], "{path:?}");
        assert_eq!(advice(&text), [], "{path:?}");
        let beside = path.parent().expect("the file is in a folder");
        assert_eq!(missing_files(&text, &loaded.catalogue, |file| beside.join(file).is_file()), [], "{path:?}");
        let verdict = schemas.validate(&file, index);
        assert!(verdict.is_ok(), "{path:?}: {verdict:?}");
        assert_sound(&loaded.catalogue);
        assert_eq!(loaded.catalogue.entries().len(), 20, "{path:?}");
        let identity = &loaded.catalogue.site.identity;
        assert!(identity.logo.is_some() && identity.accent.is_some(), "{path:?} looks like itself");
    }
}

#[test]
fn each_says_where_it_comes_from() {
    let sources = text_of(format!("{FOLDER}/SOURCES.md"));
    for (path, text, _) in each() {
        let name = path.file_name().expect("it is a file").to_string_lossy().into_owned();
        assert!(sources.contains(&format!("| {name} |")), "{name} is cited");
        assert!(!text.contains("mailto:") && !text.contains("\"emails\""), "{name} has the address of nobody");
    }
}

/// The words of a value of the file, as addresses have them: one field or many, of the format or not.
fn words(value: &Value) -> BTreeSet<String> {
    match value {
        Value::Bool(answer) => BTreeSet::from([if *answer { "oui" } else { "non" }.to_owned()]),
        Value::String(word) => BTreeSet::from([word.replace('%', "%25").replace(',', "%2C")]),
        Value::Array(values) => values.iter().flat_map(words).collect(),
        // A licence, a status.
        Value::Object(_) => words(value.get("id").unwrap_or(&value["state"])),
        _ => BTreeSet::new(),
    }
}

/// How many entries have each word of a field, and how many have none.
fn plain_count(entries: &[&Value], field: &str, of_host: bool) -> (BTreeMap<String, usize>, usize) {
    let (mut counts, mut without) = (BTreeMap::new(), 0);
    for entry in entries {
        let words = words(if of_host { &entry["values"][field] } else { &entry[field] });
        without += usize::from(words.is_empty());
        words.into_iter().for_each(|word| *counts.entry(word).or_default() += 1);
    }
    (counts, without)
}

/// The field of a facet, and whether the catalogue added it.
fn field<'a>(row: &Row<'a>) -> (&'a str, bool) {
    match row {
        Row::Format(row) => (row.field, false),
        Row::Host(_, field) => (field.id.as_str(), true),
    }
}

/// The fields that the panel shows for a scope, in order.
fn shown(scope: Scope, catalogue: &Catalogue) -> Vec<&str> {
    let facets = scope.facets(catalogue).into_iter();
    facets.map(|(facet, _)| field(&facet.row(catalogue)).0).collect()
}

#[test]
fn classifications_are_facets() {
    for (path, text, file) in each() {
        let catalogue = read(&text).expect("the file is a catalogue").catalogue;
        let asked: Vec<&str> = list(&file["facets"]).iter().map(|facet| string(facet, "field")).collect();
        assert_eq!(shown(Scope::All, &catalogue), asked, "{path:?}");
        for own in list(&file["fields"]).iter().filter(|field| field["facet"] == true) {
            assert!(asked.contains(&string(own, "id")), "{path:?}: {own} is a facet");
        }
        for scope in Scope::shown(&catalogue) {
            let Scope::Kind(kind) = scope else { continue };
            for facet in list(&file["facets"]) {
                let kinds = list(&facet["kinds"]);
                let is_elsewhere = !kinds.is_empty() && !kinds.contains(&kind.word().into());
                let is_shown = shown(scope, &catalogue).contains(&string(facet, "field"));
                assert!(!(is_elsewhere && is_shown), "{path:?}: {facet} for {}", kind.word());
            }
        }
    }
}

#[test]
fn counts_are_those_of_a_plain_scan() {
    let mut compared = 0;
    for (path, text, file) in each() {
        let catalogue = Arc::new(read(&text).expect("the file is a catalogue").catalogue);
        let index = Index::new(Arc::clone(&catalogue));
        for scope in Scope::shown(&catalogue) {
            let entries: Vec<&Value> = list(&file["entries"]).iter().collect();
            let entries: Vec<&Value> = match scope {
                Scope::Kind(kind) => entries.into_iter().filter(|entry| entry["kind"] == kind.word()).collect(),
                Scope::All => entries,
            };
            let results = index.search(&Query::of(scope));
            assert_eq!(results.count, entries.len(), "{path:?}: {}", scope.word());
            for (facet, _) in scope.facets(&catalogue) {
                let row = facet.row(&catalogue);
                let (key, of_host) = field(&row);
                let (expected, without) = plain_count(&entries, key, of_host);
                let mut counts: BTreeMap<String, usize> = (results.facets[facet.rank()].values.iter())
                    .map(|value| (row.word(&catalogue, value.code).into_owned(), value.count))
                    .collect();
                let unknown = counts.remove(UNKNOWN);
                assert_eq!(counts, expected, "{path:?}: {key}");
                assert!(unknown.is_none_or(|count| count == without), "{path:?}: {key} is not known of {without}");
                compared += expected.len();
            }
        }
    }
    assert!(compared > 500, "{compared} counts");
}
