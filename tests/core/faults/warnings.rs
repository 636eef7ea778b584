//! Warnings: what is told of, is shown all the same, and costs nothing.

use catalogue::{Diagnostic, Expected, Severity, VocabularyKey, heading};
use messages::Language;
use serde_json::{Value, json};

use super::{Data, check, line};
use crate::support::{files, text_of};

/// What the tool alone tells of a file, each warning on one line.
fn advised(data: &Data) -> Vec<String> {
    catalogue::advice(&data.0.to_string()).iter().map(line).collect()
}

#[test]
fn markup_in_any_text_is_told_and_stays() {
    for (place, value, told) in [
        (
            "/site/about",
            json!([{"heading": "<h2>Nous</h2>", "paragraphs": ["Bonjour"]}]),
            "site.about[0].heading: <h2>",
        ),
        ("/grids/0/lead", json!("Des **communs**"), "grids[0].lead: **communs**"),
        ("/vocabularies/theme/0/label", json!("Jardin &amp; potager"), "vocabularies.theme[0].label: &amp;"),
        ("/documents/0/title", json!("[Gazette](https://a.fr)"), "documents[0].title: [Gazette](https://a.fr)"),
        ("/changes/0/reason", json!("`x`"), "changes[0].reason: `x`"),
        ("/entries/0/description", json!(["a", "- b\n- c"]), "entries[0].description[1] (jardins-partages): - b"),
        (
            "/entries/0/maturity/resource/note",
            json!("<br>"),
            "entries[0].maturity.resource.note (jardins-partages): <br>",
        ),
    ] {
        let data = Data::small().set(place, value);
        check(&data, &[]);
        assert_eq!(advised(&data), [format!("warned {told} ≠ PlainText")], "{place}");
    }
    check(&Data::small().set("/entries/0/summary", "<i>Un</i> jardin"), &[]);
}

#[test]
fn a_licence_under_its_former_name_is_the_one_of_its_present_name() {
    let licence = json!({"id": "AGPL-3.0-only", "label": "AGPL 3"});
    let data = Data::small().set("/vocabularies/licence/-", licence).set("/entries/0/licence", "AGPL-3.0");
    let loaded = check(&data, &[]);
    let (_, entry) = loaded.catalogue.entries().next().expect("the entry stays");
    let term = loaded.catalogue.vocabularies.term(VocabularyKey::Licence, entry.licences[0].term);
    assert_eq!(term.id, "AGPL-3.0-only");
    let told = "warned entries[0].licence (jardins-partages): AGPL-3.0 ≠ PresentName → AGPL-3.0-only";
    assert_eq!(advised(&data), [told]);
    // A term keeps the name that it has.
    let licence = json!({"id": "LGPL-2.1+", "label": "LGPL"});
    let data = Data::small().set("/vocabularies/licence/-", licence).set("/entries/0/licence", "LGPL-2.1+");
    check(&data, &[]);
    assert_eq!(advised(&data).len(), 2, "the term and the entry");
    let other = Data::small().set("/entries/0/licence", "AGPL-3.0");
    check(&other, &[r#"ignored entries[0].licence.id (jardins-partages): AGPL-3.0 ≠ Term("licence")"#]);
}

#[test]
fn terms_that_read_alike_are_told_and_stay() {
    for (vocabulary, id) in [("theme", "jardins"), ("licence", "CC-BY"), ("scale", "communes")] {
        let place = format!("/vocabularies/{vocabulary}");
        let data = Data::small();
        let first = data.0.pointer(&format!("{place}/0/label")).and_then(Value::as_str).expect("it has a term");
        let (label, first) = (first.to_uppercase(), first.to_owned());
        let rank = data.0.pointer(&place).and_then(Value::as_array).expect("it has terms").len();
        let data = data.set(&format!("{place}/-"), json!({"id": id, "label": label}));
        check(&data, &[]);
        let told = format!("warned vocabularies.{vocabulary}[{rank}].label: {label} ≠ TermApart({first:?})");
        assert_eq!(advised(&data), [told]);
    }
}

#[test]
fn ids_that_addresses_or_folders_cannot_have_are_told() {
    let entry = |id: &str| json!({"id": id, "kind": "commun", "name": "Un nom"});
    for id in ["inconnu", "aux"] {
        let loaded = catalogue::read(&Data::small().set("/entries/-", entry(id)).0.to_string()).expect("it is JSON");
        let [Diagnostic { severity: Severity::Warning, .. }] = loaded.diagnostics.as_slice() else {
            panic!("{id}: {:?}", loaded.diagnostics)
        };
        assert!(loaded.catalogue.find(id).is_some());
    }
    // An id that would be two in an address is none.
    let data = Data::small().set("/entries/-", entry("eau,air"));
    check(&data, &["left out entries[3].id (eau,air): eau,air ≠ Slug → eau-air"]);
    let data = Data::small().set("/vocabularies/theme/-", json!({"id": "eau,air", "label": "Eau et air"}));
    check(&data, &["left out vocabularies.theme[2].id: eau,air ≠ Slug → eau-air"]);
    let long = "a".repeat(256);
    let data = Data::small().set("/entries/0/former_ids", json!(["nul", "ancien", long]));
    let cut = &long[..60];
    let at = "warned entries[0].former_ids (jardins-partages):";
    let loaded = check(&data, &[&format!("{at} nul ≠ WindowsName"), &format!("{at} {cut}… ≠ ShortId(255)")]);
    assert!(loaded.catalogue.find_former("nul").is_some());
}

#[test]
fn the_notice_counts_problems_before_warnings() {
    let told = |data: &Data| {
        let loaded = catalogue::read(&data.0.to_string()).expect("it is JSON");
        heading(Language::French, &loaded.diagnostics)
    };
    let warned = Data::small().set("/help_groups", json!(["outils"]));
    assert_eq!(told(&warned), "1\u{a0}valeur du fichier de données est à revoir");
    let ignored = warned.set("/entries/0/updated", "hier");
    assert_eq!(told(&ignored), "1\u{a0}valeur du fichier de données est à corriger");
    let left_out = ignored.cut("/entries/1/name");
    assert_eq!(told(&left_out), "1\u{a0}élément du fichier de données n’est pas affiché");
}

#[test]
fn each_is_a_sentence_that_costs_nothing() {
    let data = Data::small()
        .set("/entries/0/summary", "**Un** jardin")
        .set("/entries/0/licence", "GPL-3.0")
        .set("/vocabularies/theme/1/label", "jardins");
    let said: Vec<String> =
        catalogue::advice(&data.0.to_string()).iter().map(|warning| warning.sentence(Language::French)).collect();
    for expected in [
        "Fiche «\u{a0}jardins-partages\u{a0}»\u{a0}: «\u{a0}**Un**\u{a0}» est du Markdown ou du HTML",
        "SPDX a renommé la licence «\u{a0}GPL-3.0\u{a0}». Vouliez-vous écrire «\u{a0}GPL-3.0-only\u{a0}»\u{202f}?",
        "Le terme «\u{a0}jardins\u{a0}» se lit comme «\u{a0}Jardin\u{a0}»",
    ] {
        assert!(said.iter().any(|sentence| sentence.contains(expected)), "{expected}: {said:?}");
    }
    assert!(said.iter().all(|sentence| !sentence.contains("ignorée") && !sentence.contains("affiché")), "{said:?}");
}

#[test]
fn the_fixtures_give_none() {
    let fixtures = files("tests/fixtures", ".json");
    assert!(fixtures.len() > 15);
    for fixture in fixtures {
        let warnings = catalogue::advice(&text_of(&fixture));
        let apart = |warning: &Diagnostic| matches!(warning.expected, Expected::TermApart(_));
        assert!(warnings.iter().all(apart) && warnings.len() < 2, "{}: {warnings:?}", fixture.display());
    }
}
