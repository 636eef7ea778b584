//! The home page: the grids in the order of the data, and everything that leads on.

use crate::support::{main_of, page, page_of, texts};

#[test]
fn the_grids_follow_the_data() {
    let html = page("/");
    let names = texts(&html, "<h3 class=\"carte__titre\"", "</h3>");
    let expected = [
        "OpenStreetMap",
        "Open Food Facts",
        "Les projets Wikimedia",
        "Vikidia",
        "Infoclimat",
        "transport.data.gouv.fr",
        "adresse.data.gouv.fr",
        "datagir.ademe.fr",
        "acceslibre.beta.gouv.fr",
    ];
    assert_eq!(names, expected);
    assert!(html.contains("grille grille--3") && html.contains("grille grille--4"));
    assert!(html.contains(r#"href="/communs/openstreetmap/""#), "the card opens the fiche");
    assert!(
        html.contains(r#"href="https://www.openstreetmap.fr" rel="external noopener""#),
        "its address opens the site"
    );
    assert_eq!(html.matches("carte__image motif").count(), 4, "the cards of the second grid carry an image");
}

#[test]
fn a_grid_can_open_sites() {
    let json =
        include_str!("../../public/catalogue.json").replacen(r#""columns": 3,"#, r#""columns": 3, "link": "site","#, 1);
    let html = page_of(&json, "/");
    let titles = texts(&html, "<h3 class=\"carte__titre\"", "</h3>");
    assert!(titles[0].contains("OpenStreetMap (site externe)"), "{titles:?}");
    assert!(!main_of(&html).contains(r#"href="/communs/openstreetmap/""#));
}

#[test]
fn says_its_figures_and_who_looks_for_help() {
    let html = page("/");
    assert_eq!(texts(&html, "<dd", "</dd>")[..5], ["50", "11", "7", "19", "51"]);
    let groups = texts(&html, "class=\"aide\"", "</h3>");
    assert_eq!(groups.len(), 7, "{groups:?}");
    assert_eq!(groups[6], "Autres besoins", "those of no kind come last");
    assert!(html.contains("aucun pour l’instant"), "a help without programme says so");
    assert_eq!(html.matches("class=\"nuance th-").count(), 18, "every theme has a swatch");
    assert!(html.contains("mailto:contact@code.gouv.fr?subject=Proposer%20un%20commun"));
}

#[test]
fn the_frame_is_whole() {
    let html = page("/");
    for part in
        ["Aller au contenu", "Navigation principale", "Affichage", "22\u{a0}novembre 2026", "Comme mon appareil"]
    {
        assert!(html.contains(part), "{part}");
    }
}
