//! Who an entry is: without a sound identity it is left out, it alone; a value of the wrong type costs
//! itself alone, and everything wrong in its types is told at once.

use catalogue::{Axis, SafeUrl, Stage};
use serde_json::json;

use super::{Data, check, check_text, ids};

const ALL: [&str; 3] = ["jardins-partages", "atelier-velo", "coup-de-pouce"];
const KINDS: &str =
    r#"OneOf(["commun", "programme", "organisation", "ressource", "evenement", "contribution", "definition"])"#;

#[test]
fn a_sound_file_says_nothing() {
    assert_eq!(ids(&check(&Data::small(), &[])), ALL);
}

/// Spoils the first entry; it alone must be missing.
fn left_out(data: &Data, expected: &[&str]) {
    let loaded = check(data, expected);
    assert_eq!(ids(&loaded), ALL[1..], "the others are there");
    assert_eq!(loaded.entries_left_out(), 1);
    assert!(loaded.catalogue.grids[0].entries.is_empty(), "its card is not shown");
}

#[test]
fn an_entry_needs_an_id() {
    let told = "left out entries[0].id: nothing ≠ Present";
    let dangling = [
        r"ignored entries[2].examples[0] (coup-de-pouce): jardins-partages ≠ Entry",
        r"ignored grids[0].entries[0]: jardins-partages ≠ Entry",
        r"ignored grids[1].entries[1]: jardins-partages ≠ Entry",
        r"ignored changes[0].entries[0]: jardins-partages ≠ Entry",
        r"ignored changes[1].entries[0]: jardins-partages ≠ Entry",
    ];
    left_out(&Data::small().cut("/entries/0/id"), &[&[told][..], &dangling].concat());
    left_out(&Data::small().set("/entries/0/id", json!(null)), &[&[told][..], &dangling].concat());
    let told = "left out entries[0].id: [7] ≠ Type(String)";
    left_out(&Data::small().set("/entries/0/id", json!([7])), &[&[told][..], &dangling].concat());
}

#[test]
fn an_id_is_a_slug() {
    let data = |id: &str| {
        Data::small()
            .set("/grids/0/entries/0", id)
            .set("/grids/1/entries/1", id)
            .set("/changes/0/entries/0", id)
            .set("/changes/1/entries/0", id)
            .set("/entries/2/examples/0", id)
            .set("/entries/0/id", id)
    };
    left_out(
        &data("Jardins Partagés"),
        &["left out entries[0].id (Jardins Partagés): Jardins Partagés ≠ Slug → jardins-partages"],
    );
    left_out(&data("../jardins"), &["left out entries[0].id (../jardins): ../jardins ≠ Slug → jardins"]);
    left_out(&data("¿?"), &["left out entries[0].id (¿?): ¿? ≠ Slug"]);
}

#[test]
fn an_id_is_taken_once() {
    let data = Data::small().set("/entries/-", json!({"id": "atelier-velo", "kind": "programme", "name": "Un autre"}));
    let loaded = check(&data, &["left out entries[3].id (atelier-velo): atelier-velo ≠ UniqueId → atelier-velo-2"]);
    let kept = loaded.catalogue.find("atelier-velo").expect("the first to take the id keeps it");
    assert_eq!(loaded.catalogue.entry(kept).name.as_str(), "Atelier vélo");
    assert_eq!((ids(&loaded).as_slice(), loaded.entries_left_out()), (&ALL[..], 1));
}

#[test]
fn an_entry_needs_a_known_kind_and_a_name() {
    let at = |key| format!("left out entries[0].{key} (jardins-partages)");
    let kind = |found: &str, near: &str| format!("{}: {found} ≠ {KINDS}{near}", at("kind"));
    left_out(&Data::small().set("/entries/0/kind", "comun"), &[&kind("comun", " → commun")]);
    left_out(&Data::small().set("/entries/0/kind", "voiture"), &[&kind("voiture", "")]);
    left_out(&Data::small().cut("/entries/0/kind"), &[&format!("{}: nothing ≠ Present", at("kind"))]);
    left_out(&Data::small().cut("/entries/0/name"), &[&format!("{}: nothing ≠ Present", at("name"))]);
    left_out(&Data::small().set("/entries/0/name", " \n"), &[&format!("{}: nothing ≠ Present", at("name"))]);
    let data = Data::small().cut("/entries/0/name").cut("/entries/0/kind");
    left_out(&data, &[&format!("{}: nothing ≠ Present", at("kind")), &format!("{}: nothing ≠ Present", at("name"))]);
}

#[test]
fn a_name_of_the_wrong_type_is_no_name() {
    left_out(
        &Data::small().set("/entries/0/name", json!(["Jardins"])),
        &[r#"left out entries[0].name (jardins-partages): ["Jardins"] ≠ Type(Text)"#],
    );
}

#[test]
fn every_wrong_type_of_an_entry_is_told_and_costs_itself() {
    let data = Data::small()
        .set("/entries/0/themes/0", json!([["jardin"]]))
        .set("/entries/0/partners/0", "coup-de-pouce")
        .set("/entries/0/links/0/label", json!(["Le site"]))
        .set("/entries/0/maturity", json!(["abouti"]))
        .set("/entries/0/order", "un")
        .set("/entries/0/editorial_name", "oui")
        .set("/entries/0/needs/0/tag", json!({"id": "bras"}));
    let loaded = check(
        &data,
        &[
            r#"ignored entries[0].themes[0] (jardins-partages): [["jardin"]] ≠ Type(String)"#,
            r#"ignored entries[0].partners[0] (jardins-partages): "coup-de-pouce" ≠ Type(Object)"#,
            r#"ignored entries[0].maturity (jardins-partages): ["abouti"] ≠ Type(Object)"#,
            r#"ignored entries[0].needs[0].tag (jardins-partages): {"id":"bras"} ≠ Type(String)"#,
            r#"ignored entries[0].links[0].label (jardins-partages): ["Le site"] ≠ Type(Text)"#,
            r#"ignored entries[0].editorial_name (jardins-partages): "oui" ≠ Type(Boolean)"#,
            r#"ignored entries[0].order (jardins-partages): "un" ≠ Type(Number)"#,
        ],
    );
    assert_eq!(ids(&loaded), ALL);
}

#[test]
fn a_word_stands_for_an_object_where_there_is_no_doubt() {
    let data = Data::small()
        .set("/entries/0/licence", "CC-BY-4.0")
        .set("/entries/0/maturity/resource", "abouti")
        .set("/entries/0/links", "https://jardins.lannec.example")
        .set("/entries/0/needs", json!(["Deux personnes le samedi", "Une pelle"]))
        .set("/entries/0/sources", "gazette");
    let loaded = check(&data, &[]);
    let (_, entry) = loaded.catalogue.entries().next().expect("the entry stays");
    assert!(!entry.licences.is_empty() && entry.stage(Axis::Resource) == Some(Stage::Complete));
    assert_eq!(entry.links[0].url.as_ref().map(SafeUrl::as_str), Some("https://jardins.lannec.example"));
    let sources: Vec<_> = entry.sources.iter().map(|source| (source.document, source.lines.as_deref())).collect();
    assert_eq!((entry.needs.len(), sources), (2, vec![(Some(0), None)]));
    check(
        &Data::small().set("/entries/0/licence", "CC-BY-4"),
        &[r#"ignored entries[0].licence.id (jardins-partages): CC-BY-4 ≠ Term("licence") → CC-BY-4.0"#],
    );
}

#[test]
fn an_entry_is_an_object() {
    for (value, found) in [
        (json!("jardin"), r#""jardin""#),
        (json!(true), "true"),
        (json!(["jardins-partages", "commun", "Jardins"]), r#"["jardins-partages","commun","Jardins"]"#),
    ] {
        let data = Data::small().set("/entries/-", value);
        let loaded = check(&data, &[&format!("left out entries[3]: {found} ≠ Type(Object)")]);
        assert_eq!((ids(&loaded).as_slice(), loaded.entries_left_out()), (&ALL[..], 1));
    }
}

#[test]
fn an_unknown_key_costs_itself_only() {
    let data = Data::small().set("/entries/1/prix", 3).set("/entries/1/sumary", "Une ligne.");
    let loaded = check(
        &data,
        &[
            "ignored entries[1].prix (atelier-velo): prix ≠ KnownKey",
            "ignored entries[1].sumary (atelier-velo): sumary ≠ KnownKey → summary",
        ],
    );
    assert_eq!(ids(&loaded), ALL);
}

#[test]
fn a_reference_to_a_left_out_entry_is_not_told_again() {
    let data = Data::small().cut("/entries/1/name");
    let loaded = check(&data, &["left out entries[1].name (atelier-velo): nothing ≠ Present"]);
    assert_eq!(ids(&loaded), ["jardins-partages", "coup-de-pouce"]);
    let (_, programme) = loaded.catalogue.entries().nth(1).expect("two entries are left");
    assert_eq!(programme.examples.len(), 1, "references to what is left still stand");
    assert_eq!(loaded.catalogue.grids[1].entries.len(), 1);
}

#[test]
fn an_entry_does_not_cite_itself() {
    let loaded = check(&Data::small().set("/entries/1/related", json!(["atelier-velo", "coup-de-pouce"])), &[]);
    let cited = |id: &str| loaded.catalogue.citations(loaded.catalogue.find(id).expect("the entry is there")).len();
    assert_eq!((cited("atelier-velo"), cited("coup-de-pouce")), (2, 2), "the other two entries name each");
}

#[test]
fn a_key_written_twice_counts_once() {
    let json = Data::small().0.to_string();
    let twice = json.replacen(r#""name":"Atelier vélo""#, r#""name":"Atelier vélo","name":"Un autre""#, 1);
    assert_ne!(json, twice);
    let loaded = check_text(&twice, &["ignored entries[1].name (atelier-velo): name ≠ Once"]);
    let (_, entry) = loaded.catalogue.entries().nth(1).expect("the entry stays");
    assert_eq!(entry.name.as_str(), "Atelier vélo", "the first one");
}
