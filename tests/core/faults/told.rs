//! What the people who write the data are told: where, what was meant, what the right form is.

use catalogue::ReadError;
use messages::Language;
use serde_json::{Value, json};

use super::{Data, check};
use crate::support::REAL_JSON;

const FRENCH: Language = Language::French;

/// What is told of a file, each problem on one line.
fn told(json: &str) -> Vec<String> {
    let loaded = catalogue::read(json).expect("the file is a JSON object");
    loaded
        .diagnostics
        .iter()
        .map(|problem| format!("{}: {}", problem.location(FRENCH), problem.sentence(FRENCH)))
        .collect()
}

/// Fails unless the only problem of the file is told in a sentence that holds these words.
fn told_once(data: &Data, expected: &str) {
    let told = told(&data.0.to_string()).join("\n").replace(['\u{a0}', '\u{202f}'], " ");
    assert!(told.contains(expected) && !told.contains('\n'), "{expected}: {told}");
}

#[test]
fn every_problem_has_its_line_and_column() {
    let text = "{\n  \"format\": 1,\n  \"site\": {\"titre\": \"É\", \"title\": \"É\"},\n  \"entries\": [\n    {\"id\": \"a\", \"kind\": \"commun\", \"name\": \"Été\", \"themes\": [\"x\"]},\n    {\n      \"id\": \"b\",\n      \"kind\": \"comun\",\n      \"name\": \"B\"\n    },\n\t{\"id\": \"c\", \"kind\": \"commun\"}\n  ]\n}";
    let places: Vec<String> =
        told(text).iter().map(|line| line.split(')').next().unwrap_or_default().to_owned()).collect();
    assert_eq!(
        places,
        [
            "ligne 3, colonne 12 (site.titre",
            "ligne 8, colonne 15 (entries[1].kind",
            "ligne 11, colonne 2 (entries[2].name",
            "ligne 5, colonne 61 (entries[0].themes[0]",
        ]
    );
}

#[test]
fn places_are_found_whatever_the_layout() {
    let mut spoiled = REAL_JSON.clone();
    spoiled["entries"].as_array_mut().and_then(|entries| entries.last_mut()).expect("there are entries")["updated"] =
        "hier".into();
    for text in [spoiled.to_string(), format!("{spoiled:#}"), format!("\u{feff}{spoiled:#}").replace('\n', "\r\n")] {
        let problems = catalogue::read(&text).expect("the file is a JSON object").diagnostics;
        let [problem] = problems.as_slice() else { panic!("{problems:?}") };
        let place = problem.place.expect("it has a place");
        let line = text.trim_start_matches('\u{feff}').lines().nth(place.line - 1).unwrap_or_default();
        let from: String = line.chars().skip(place.column - 1).take(6).collect();
        assert_eq!(from, "\"hier\"", "{place:?}");
    }
}

#[test]
fn what_a_problem_costs_is_told() {
    let many: Vec<Value> = (0..65).map(|rank| json!({ "id": format!("c{rank}") })).collect();
    for (fields, expected) in [
        (json!([{ "label": "A" }]), "il en faut une. L’élément n’est pas affiché."),
        (json!([{ "id": "Mon champ" }]), "« mon-champ » ? L’élément n’est pas affiché."),
        (json!([{ "id": "a", "type": "nombres" }]), "« nombre » ? Cette valeur est ignorée."),
    ] {
        told_once(&Data::small().set("/fields", fields), expected);
    }
    let told = told(&Data::small().set("/fields", many).0.to_string());
    assert!(told[0].ends_with("Le reste est laissé de côté."), "{told:?}");
}

#[test]
fn keys_are_recognised_by_their_meaning() {
    for (pointer, meant) in [
        ("/fiches", "entries"),
        ("/communs", "entries"),
        ("/site/titre", "title"),
        ("/entries/0/nom", "name"),
        ("/entries/0/résumé", "summary"),
        ("/entries/0/tags", "keywords"),
        ("/entries/0/links/0/href", "url"),
        ("/entries/0/besoins", "needs"),
    ] {
        told_once(&Data::small().set(pointer, json!([])), &format!("Vouliez-vous écrire « {meant} » ?"));
    }
}

#[test]
fn a_catalogue_without_entries_is_told() {
    let renamed =
        Data::small().cut("/entries").cut("/grids").cut("/help_groups").cut("/changes").set("/fiches", json!([]));
    check(&renamed, &["ignored fiches: fiches ≠ KnownKey → entries", "ignored entries: nothing ≠ Entries"]);
    let empty = Data::small().set("/entries", json!([])).cut("/grids").cut("/help_groups").cut("/changes");
    check(&empty, &["ignored entries: nothing ≠ Entries"]);
}

#[test]
fn a_name_is_not_an_id() {
    for (pointer, name, id) in [
        ("/entries/0/related", "Atelier vélo", "atelier-velo"),
        ("/entries/0/bearers", "ATELIER-VELO", "atelier-velo"),
        ("/entries/0/themes", "Jardin", "jardin"),
        ("/grids/0/entries", "Coup de pouce", "coup-de-pouce"),
    ] {
        told_once(&Data::small().set(pointer, json!([name])), &format!("Vouliez-vous écrire « {id} » ?"));
    }
    let document = Data::small().set("/documents/0/title", "La Gazette de Lannec");
    let cited = document.set("/entries/0/sources/0/document", "la gazette de Lannec");
    told_once(&cited, "Vouliez-vous écrire « gazette » ?");
}

#[test]
fn the_right_form_is_shown() {
    let shown = |pointer: &str, value: Value, form: &str| {
        let told =
            told(&Data::small().set(pointer, value).0.to_string()).join("\n").replace(['\u{a0}', '\u{202f}'], " ");
        assert!(told.contains(form), "{pointer}: {form}: {told}");
    };
    shown("/grids/0/columns", json!("trois"), "Il faut un nombre entier positif, comme « 3 », pas « \"trois\" »");
    shown("/grids/0/more", json!("oui"), "Il faut true ou false, comme « true »");
    shown("/synonyms/0", json!("a"), "Il faut une liste, comme « [\"a\"] », pas « \"a\" »");
    shown("/grids", json!("a"), "comme « {\"id\": \"…\", \"heading\": \"…\", \"entries\": [\"…\"]} », pas « \"a\" »");
    shown("/entries/0/maturity", json!([1]), "comme « {\"resource\": {\"stage\": \"evolution\"}} »");
    shown("/vocabularies/theme/0", json!(["a", "b"]), "comme « {\"id\": \"…\", \"label\": \"…\"} »");
    shown("/entries/0/updated", json!("05/2026"), "comme 2026-11 ou 2026-11-22");
    shown("/entries/0/emails", json!(["jardins"]), "comme equipe@exemple.fr");
    shown("/site/url", json!("exemple.fr"), "elle commence par http:// ou https://");
    shown("/site/url", json!("https://exemple.fr/mon site"), "elle n’a ni espace (écrivez %20)");
    shown("/entries/0/links/0/url", json!("https://exemple.fr/mon plan.pdf"), "contient une espace");
    shown("/entries/0/links/0/url", json!("ftp://exemple.fr"), "comme https://exemple.fr/page");
}

#[test]
fn ids_that_no_folder_can_have_are_told_and_stay() {
    let long = "a".repeat(256);
    for (id, expected) in [
        ("con", Some("WindowsName → commun-con")),
        ("aux", Some("WindowsName → commun-aux")),
        ("nul", Some("WindowsName → commun-nul")),
        ("prn", Some("WindowsName → commun-prn")),
        ("com1", Some("WindowsName → commun-com1")),
        ("lpt9", Some("WindowsName → commun-lpt9")),
        ("com0", None),
        ("com10", None),
        ("console", None),
        (&long[..255], None),
        (&long, Some("ShortId(255)")),
    ] {
        let entry = json!({"id": id, "kind": "commun", "name": "Un nom"});
        let found: String = if id.len() > 60 { format!("{}…", &id[..60]) } else { id.to_owned() };
        let expected = expected.map(|expected| format!("warned entries[3].id ({id}): {found} ≠ {expected}"));
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        let loaded = check(&Data::small().set("/entries/-", entry), &expected);
        assert!(loaded.catalogue.find(id).is_some(), "the entry page of {id} shows");
    }
}

#[test]
fn files_in_another_encoding_are_recognised() {
    let sound = format!("{:#}", Data::small().0);
    let windows: Vec<u8> = sound.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(0x92)).collect();
    let told = told(&String::from_utf8_lossy(&windows));
    let first = sound.lines().position(|line| !line.is_ascii()).expect("it is in French") + 1;
    assert_eq!(told.len(), 1, "{told:?}");
    for words in [&format!("ligne {first}, colonne "), "Windows-1252", "Enregistrez-le en UTF-8"] {
        assert!(told[0].contains(words), "{words}: {told:?}");
    }
    let little: Vec<u8> = sound.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = sound.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [[&[0xff, 0xfe], &little[..]].concat(), [&[0xfe, 0xff], &big[..]].concat(), little, big] {
        let error = catalogue::read(&String::from_utf8_lossy(&bytes)).expect_err("it is no UTF-8");
        assert_eq!(error, ReadError::Utf16);
        assert!(error.sentence(FRENCH, "fiches.json").contains("Le fichier fiches.json est enregistré en UTF-16"));
    }
    let marked = format!("\u{feff}{}", sound.replace('\n', "\r\n"));
    assert_eq!(catalogue::read(&marked).expect("it is JSON").diagnostics, []);
}

#[test]
fn a_large_file_of_one_line_is_told_at_once() {
    let entries: Vec<Value> = (0..20_000)
        .map(|rank| json!({"id": format!("e{rank}"), "kind": "commun", "name": "É", "updated": "hier"}))
        .collect();
    let text = json!({"format": 1, "site": {"title": "A"}, "entries": entries}).to_string();
    let start = std::time::Instant::now();
    assert_eq!(told(&text).len(), 20_000);
    assert!(start.elapsed().as_secs() < 20, "{:?}: places are counted once", start.elapsed());
}
