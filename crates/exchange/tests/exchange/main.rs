//! Sources of each form become valid catalogues, tables come back, and faulty files are told.

mod bad_input;
mod faults;
mod forms;
mod pairs;
mod round_trip;
mod sources;
mod tables;

use catalogue::{Json, Loaded};
use exchange::{Document, Imported, Mapping, Remark, Target};

/// Files, and what is told of them.
fn read<N: AsRef<str>, B: AsRef<[u8]>>(files: &[(N, B)]) -> (Vec<Document>, Vec<Remark>) {
    let mut remarks = Vec::new();
    let read = |(name, bytes): &(N, B)| {
        let read = exchange::read::document(name.as_ref(), bytes.as_ref(), &mut remarks);
        read.unwrap_or_else(|error| panic!("{error}"))
    };
    let documents = files.iter().map(read).collect();
    (documents, remarks)
}

/// What a mapping that a test writes makes of a file, for a catalogue if there is one.
fn import_by(mapping: &str, name: &str, text: &str, target: Option<Target<'_>>) -> Imported {
    let mapping = Mapping::read("m.json", mapping).expect("the test writes a mapping");
    let (documents, remarks) = read(&[(name, text)]);
    exchange::convert(&mapping, documents, remarks, None, target)
}

/// What a mapping, or the one that is recognised, makes of files.
fn import(mapping: Option<&str>, files: &[(&str, &[u8])]) -> Imported {
    let (documents, remarks) = read(files);
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
