//! Entries as JSON: a whole reader takes it, with the values of the table.

use export::records;

use super::{BASE, all, json};
use crate::support::REAL;

#[test]
fn says_what_the_table_says() {
    let catalogue = &REAL.catalogue;
    let read = json(&records(catalogue, all(catalogue), Some(&BASE)));
    let read = read.as_array().expect("it is a list");
    assert_eq!(read.len(), catalogue.entries().len());
    for (record, (_, entry)) in read.iter().zip(catalogue.entries()) {
        assert_eq!(record["identifiant"], entry.id);
        assert_eq!(record["nom"], entry.name.as_str());
        assert_eq!(record["themes"].as_array().map_or(0, Vec::len), entry.themes.len(), "{}", entry.id);
        assert_eq!(record.get("resume").is_some(), entry.summary.is_some(), "{}", entry.id);
        assert!(record["fiche"].as_str().is_some_and(|address| address.starts_with(BASE.as_str())));
    }
}

#[test]
fn any_text_is_a_string() {
    let file = r#"{"format": 1, "site": {"title": "E"}, "entries": [
        {"id": "a", "kind": "commun", "name": "« A » \"b\" \\ c/é", "aliases": ["d", "e"]}]}"#;
    let catalogue = catalogue::read(file).expect("the test writes a catalogue").catalogue;
    let read = json(&records(&catalogue, all(&catalogue), None));
    assert_eq!(read[0]["nom"], "« A » \"b\" \\ c/é");
    assert_eq!(read[0]["autres_noms"], serde_json::json!(["d", "e"]));
    assert!(read[0].get("fiche").is_none() && read[0].get("resume").is_none());
    assert_eq!(records(&catalogue, [], None), "[]\n");
}
