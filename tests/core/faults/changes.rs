//! The list of changes and the address of the site: what feeds and addresses are made of.

use catalogue::{ChangeNature, Loaded};
use serde_json::{Value, json};

use super::{Data, check};

/// The changes that were read: date, nature, ids.
fn told(loaded: &Loaded) -> Vec<(String, ChangeNature, Vec<&str>)> {
    let ids = |entries: &[_]| entries.iter().map(|index| loaded.catalogue.entry(*index).id.as_str()).collect();
    let changes = loaded.catalogue.changes.iter();
    changes.map(|change| (change.date.to_string(), change.nature, ids(&change.entries))).collect()
}

#[test]
fn changes_come_newest_first_and_ties_keep_their_order() {
    let loaded = check(&Data::small(), &[]);
    assert_eq!(
        told(&loaded),
        [
            ("2026-05-01".to_owned(), ChangeNature::Modified, vec!["jardins-partages"]),
            ("2026-05-01".to_owned(), ChangeNature::New, vec!["atelier-velo"]),
            ("2026-04".to_owned(), ChangeNature::New, vec!["jardins-partages", "coup-de-pouce"]),
        ]
    );
    assert_eq!(loaded.catalogue.changes[0].reason.as_str(), "Une cinquième parcelle est ouverte.");
    let none = check(&Data::small().cut("/changes"), &[]);
    assert!(none.catalogue.changes.is_empty(), "a catalogue may tell no change");
}

/// Gives the first change of the file a value at a place below it; exactly these problems must be
/// told, and that change alone is lost.
fn lost(key: &str, value: impl Into<Value>, expected: &[&str]) {
    let loaded = check(&Data::small().set(&format!("/changes/0/{key}"), value), expected);
    assert_eq!(loaded.catalogue.changes.len(), 2, "{key}: the two others stay");
    assert!(loaded.catalogue.changes.iter().all(|change| change.date.to_string() == "2026-05-01"));
}

#[test]
fn a_change_that_lacks_a_part_is_left_out_alone() {
    for date in ["2026-13", "avril 2026", "01/04/2026"] {
        lost("date", date, &[&format!("left out changes[0].date: {date} ≠ Date")]);
    }
    lost("date", "", &["left out changes[0].date: nothing ≠ Present"]);
    lost("date", json!([2026]), &["left out changes[0].date: [2026] ≠ Type(String)"]);
    lost("nature", "nouvau", &[r#"left out changes[0].nature: nouvau ≠ OneOf(["nouveau", "modifie"]) → nouveau"#]);
    lost("nature", "modifié", &[r#"left out changes[0].nature: modifié ≠ OneOf(["nouveau", "modifie"]) → modifie"#]);
    lost("reason", " ", &["left out changes[0].reason: nothing ≠ Present"]);
    lost("entries", json!([]), &["left out changes[0].entries: nothing ≠ Present"]);
    lost("entries", json!(["jardin"]), &["ignored changes[0].entries[0]: jardin ≠ Entry"]);
}

#[test]
fn everything_that_is_wrong_in_a_change_is_told() {
    let data = Data::small().set("/changes/-", json!({"quand": "hier"}));
    check(
        &data,
        &[
            "ignored changes[3].quand: quand ≠ KnownKey",
            "left out changes[3].date: nothing ≠ Present",
            "left out changes[3].nature: nothing ≠ Present",
            "left out changes[3].entries: nothing ≠ Present",
            "left out changes[3].reason: nothing ≠ Present",
        ],
    );
}

#[test]
fn an_unknown_entry_leaves_the_others_of_its_change() {
    let data = Data::small().set("/changes/0/entries/0", "jardin-partages");
    let loaded = check(&data, &["ignored changes[0].entries[0]: jardin-partages ≠ Entry → jardins-partages"]);
    assert_eq!(told(&loaded)[2].2, ["coup-de-pouce"]);
    // An entry that is left out is told once, where it stands.
    let data = Data::small().cut("/entries/1/name");
    let loaded = check(&data, &["left out entries[1].name (atelier-velo): nothing ≠ Present"]);
    assert_eq!(loaded.catalogue.changes.len(), 2, "nothing is left of the change that was about it");
}

#[test]
fn the_address_of_the_site_is_one_that_pages_can_be_added_to() {
    for (url, expected) in [
        ("https://lannec.example", "https://lannec.example/"),
        ("HTTP://Lannec.example/communs/", "http://lannec.example/communs/"),
    ] {
        let loaded = check(&Data::small().set("/site/url", url), &[]);
        assert_eq!(loaded.catalogue.site.url.map(|url| url.to_string()).as_deref(), Some(expected), "{url}");
    }
    for (url, suggestion) in [
        ("lannec.example/communs", " → https://lannec.example/communs"),
        ("htps://lannec.example", " → https://lannec.example"),
        ("https://lannec.example/?page=1", " → https://lannec.example/"),
        ("https://lannec.example/#/accueil", " → https://lannec.example/"),
        ("mailto:communs@lannec.example", ""),
        ("javascript:alert(1)", ""),
        ("/communs/", ""),
    ] {
        let told = format!("ignored site.url: {url} ≠ SiteUrl{suggestion}");
        assert!(check(&Data::small().set("/site/url", url), &[&told]).catalogue.site.url.is_none(), "{url}");
    }
    assert!(check(&Data::small().cut("/site/url"), &[]).catalogue.site.url.is_none(), "no address need be known");
}
