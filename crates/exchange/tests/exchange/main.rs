//! Sources of each form become valid catalogues, tables come back, and faulty files are told.

mod bad_input;
mod faults;
mod forms;
mod pairs;
mod round_trip;
mod sources;
mod tables;

use catalogue::{Json, Loaded};
use exchange::{Imported, Mapping};

/// What a mapping, or the one that is recognised, makes of files.
fn import(mapping: Option<&str>, files: &[(&str, &[u8])]) -> Imported {
    let mut remarks = Vec::new();
    let documents: Vec<_> = files
        .iter()
        .map(|(name, bytes)| {
            exchange::read::document(name, bytes, &mut remarks).unwrap_or_else(|error| panic!("{error}"))
        })
        .collect();
    let mapping: Mapping = match mapping {
        Some(name) => exchange::shipped(name).expect("it is shipped"),
        None => exchange::recognised(&documents).expect("a mapping is for it"),
    };
    exchange::convert(&mapping, documents, remarks, Some("2026-11-27"), None)
}

/// The catalogue that was made, in which nothing is wrong.
fn valid(imported: &Imported) -> Loaded {
    let loaded = catalogue::read(&imported.tree.to_string()).expect("it is JSON");
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    loaded
}

/// The entry of this id.
fn entry<'a>(tree: &'a Json, id: &str) -> &'a Json {
    let entries = tree.get("entries").expect("there are entries").items();
    let found = entries.iter().find(|entry| entry.get("id").and_then(Json::as_str) == Some(id));
    found.unwrap_or_else(|| panic!("no entry {id}"))
}

/// What an entry says under a key, as JSON.
fn said(tree: &Json, id: &str, key: &str) -> String {
    entry(tree, id).get(key).map(ToString::to_string).unwrap_or_default()
}
