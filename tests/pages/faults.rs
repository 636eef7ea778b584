//! What the visitor reads when the data is wrong.

use communs::{LoadFailure, LoadState, render};

use crate::support::{main_of, page_of, text, without_comments};

const REAL: &str = include_str!("../../public/catalogue.json");

fn failure(state: LoadState) -> String {
    text(main_of(&without_comments(&render("/", state))))
}

#[test]
fn a_file_that_cannot_be_loaded_says_why_and_what_to_do() {
    for (state, expected) in [
        (LoadState::Failed(LoadFailure::NoAnswer), "la connexion est peut-être coupée"),
        (LoadState::Failed(LoadFailure::Status(404)), "réponse 404"),
        (LoadState::from_json(&REAL[..9_000.min(REAL.len())]), "s’arrête avant sa fin"),
        (LoadState::from_json("<!doctype html>"), "n’est pas du JSON valide\u{a0}: erreur ligne 1, colonne 1"),
        (LoadState::from_json("[1, 2]"), "au lieu d’un objet"),
    ] {
        let read = failure(state);
        assert!(read.contains("Les fiches n’ont pas pu être chargées") && read.contains("Réessayer"), "{read}");
        assert!(read.contains(expected), "{read}");
    }
    assert!(failure(LoadState::Loading).contains("Chargement du catalogue…"));
}

#[test]
fn one_bad_entry_is_left_out_and_told() {
    let json = REAL.replacen(r#""id": "openstreetmap","#, r#""id": "Open Street Map","#, 1);
    let html = page_of(&json, "/catalogue/?type=tout");
    assert!(html.contains("250\u{a0}fiches"), "the others work");
    assert!(html.contains("1\u{a0}élément du fichier de données n’est pas affiché"));
    assert!(html.contains("entries[0].id") && html.contains("Vouliez-vous écrire «\u{a0}open-street-map\u{a0}»"));
    assert!(page_of(&json, "/").contains("Open Food Facts"), "the grid shows what is left");
}

#[test]
fn bad_values_are_ignored_and_told() {
    for (from, to, told) in [
        (r#""themes": ["geographie""#, r#""themes": ["geografie""#, "Vouliez-vous écrire «\u{a0}geographie\u{a0}»"),
        (
            r#""url": "https://www.openstreetmap.fr""#,
            r#""url": "javascript:alert(1)""#,
            "n’est pas une adresse http, https ou mailto",
        ),
        (
            r#""bearers": ["openstreetmap-france"]"#,
            r#""bearers": ["openstreetmap-frence"]"#,
            "aucune fiche n’a l’identifiant",
        ),
        (r#""checked": "2026-11-22""#, r#""checked": "22/11/2026""#, "n’est pas une date"),
    ] {
        let json = REAL.replacen(from, to, 1);
        assert_ne!(json, REAL, "{from} is in the content");
        let html = page_of(&json, "/communs/openstreetmap/");
        assert!(html.contains(told), "{told}");
        assert!(html.contains("Le reste du catalogue fonctionne"));
        assert!(!html.contains("href=\"javascript:"), "no link runs a script");
    }
}

#[test]
fn problems_are_told_with_their_line_unless_the_host_keeps_them() {
    let json = REAL.replacen(r#""themes": ["geographie""#, r#""themes": ["geografie""#, 1);
    let line = json.lines().position(|line| line.contains("geografie")).expect("it was replaced") + 1;
    for path in ["/", "/communs/openstreetmap/", "/statistiques/"] {
        assert!(page_of(&json, path).contains(&format!("ligne {line}, colonne ")), "{path}");
        let hidden = json.replacen(r#""site": {"#, r#""site": { "show_problems": false,"#, 1);
        assert!(!page_of(&hidden, path).contains("ligne "), "{path}");
    }
}

#[test]
fn html_in_texts_is_text() {
    let json = REAL.replacen("Une carte du monde", "<img src=x onerror=alert(1)><b>Une</b> carte du monde", 1);
    let html = page_of(&json, "/communs/openstreetmap/");
    assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;") && !html.contains("<img"));
}

#[test]
fn a_huge_field_is_cut_and_told() {
    let json = REAL.replacen("Une carte du monde", &"x".repeat(5_000_000), 1);
    let html = page_of(&json, "/communs/openstreetmap/");
    assert!(html.len() < 300_000, "{} bytes", html.len());
    assert!(html.contains("20\u{202f}000 au plus"));
}

#[test]
fn another_catalogue_needs_no_rebuild() {
    let json = include_str!("../fixtures/small.json");
    for (path, expected) in [("/", "Ce que Lannec partage"), ("/catalogue/?type=tout", "3\u{a0}fiches")] {
        let html = page_of(json, path);
        assert!(html.contains(expected), "{path}");
        assert!(!html.contains("OpenStreetMap"), "{path}");
    }
}
