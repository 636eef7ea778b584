//! What the visitor reads when the data is wrong.

use communs::{Content, LoadFailure, render_failure};
use scraper::Html;

use crate::support::{Ask, REAL, catalogue, page_of};

#[test]
fn a_file_that_cannot_be_loaded_says_why_and_what_to_do() {
    let unreadable = |json: &str| LoadFailure::Unreadable(Content::from_json(json).expect_err("it is no catalogue"));
    for (failure, expected) in [
        (LoadFailure::NotServed(None), "la connexion est peut-être coupée"),
        (LoadFailure::NotServed(Some(404)), "réponse 404"),
        (unreadable(&REAL[..9_000]), "s’arrête avant sa fin"),
        (unreadable("<!doctype html>"), "n’est pas du JSON valide\u{a0}: erreur ligne 1, colonne 1"),
        (unreadable("[1, 2]"), "au lieu d’un objet"),
        (LoadFailure::NoPart, "le serveur n’a pas répondu"),
    ] {
        let told = Html::parse_fragment(&render_failure(&failure)).one("[role=alert]").said();
        for advice in ["Cette page se lit quand même", "prévenez la personne qui tient ce site"] {
            assert!(told.contains(advice), "{told}");
        }
        assert!(
            told.contains("La recherche et les filtres n’ont pas pu démarrer") && told.contains("Réessayer"),
            "{told}"
        );
        assert!(told.contains(expected), "{told}");
    }
}

#[test]
fn one_bad_entry_is_left_out_and_told() {
    let json = REAL.replacen(r#""id": "openstreetmap","#, r#""id": "Open Street Map","#, 1);
    let page = page_of(&json, "/catalogue/?type=tout");
    let others = catalogue().entries().len() - 1;
    assert_eq!(page.one("#count").said(), format!("{others}\u{a0}fiches sur\u{a0}{others}"));
    for told in [
        "1\u{a0}élément du fichier de données n’est pas affiché",
        "entries[0].id",
        "Vouliez-vous écrire «\u{a0}open-street-map\u{a0}»",
    ] {
        assert!(page.main().contains(told), "{told}");
    }
    let grid = page_of(&json, "/").one(&format!("#{}", catalogue().grids[0].id)).texts("h3");
    assert_eq!(grid[0], "Open Food Facts", "the grid shows what is left");
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
            r#"{"entry": "openstreetmap-france","#,
            r#"{"entry": "openstreetmap-frence","#,
            "aucune fiche n’a l’identifiant",
        ),
        (r#""checked": "2026-11-22""#, r#""checked": "22/11/2026""#, "n’est pas une date"),
    ] {
        let json = REAL.replacen(from, to, 1);
        assert_ne!(json, REAL, "{from} is in the content");
        let page = page_of(&json, "/communs/openstreetmap/");
        assert!(page.main().contains(told), "{told}");
        assert!(page.main().contains("Le reste du catalogue fonctionne"));
        assert!(!page.has("[href^='javascript:']"), "no link runs a script");
    }
}

#[test]
fn problems_are_told_with_their_line_unless_the_host_keeps_them() {
    let json = REAL.replacen(r#""themes": ["geographie""#, r#""themes": ["geografie""#, 1);
    let line = json.lines().position(|line| line.contains("geografie")).expect("it was replaced") + 1;
    let hidden = json.replacen(r#""site": {"#, r#""site": { "show_problems": false,"#, 1);
    for path in ["/", "/communs/openstreetmap/", "/statistiques/"] {
        assert!(page_of(&json, path).main().contains(&format!("ligne {line}, colonne ")), "{path}");
        assert!(!page_of(&hidden, path).has("#diagnostics-title"), "{path}");
    }
}

#[test]
fn html_in_texts_is_text() {
    let html = "<img src=x onerror=alert(1)><b>Une</b> carte du monde";
    let page = page_of(&REAL.replacen("Une carte du monde", html, 1), "/communs/openstreetmap/");
    assert!(page.main().contains(html) && !page.has("img"));
}

#[test]
fn a_huge_field_is_cut_and_told() {
    let json = REAL.replacen("Une carte du monde", &"x".repeat(5_000_000), 1);
    let page = page_of(&json, "/communs/openstreetmap/");
    assert!(page.html().len() < 300_000, "{} bytes", page.html().len());
    assert!(page.main().contains("20\u{202f}000 au plus"));
}

#[test]
fn another_catalogue_needs_no_rebuild() {
    let json = include_str!("../fixtures/small.json");
    for (path, expected) in [("/", "Ce que Lannec partage"), ("/catalogue/?type=tout", "3\u{a0}fiches")] {
        let page = page_of(json, path);
        assert!(page.main().contains(expected), "{path}");
        assert!(!page.one("body").said().contains("OpenStreetMap"), "{path}");
    }
}
