//! The home page: the grids in the order of the data, and everything that leads on.

use address::route::Route;
use catalogue::{Initiated, Model, VocabularyKey};

use crate::support::{Ask, REAL, catalogue, page, page_of};

#[test]
fn the_grids_follow_the_data() {
    let page = page("/");
    assert!(!catalogue().grids.is_empty());
    for grid in &catalogue().grids {
        let cards = page.all(&format!("#{} article", grid.id));
        assert_eq!(cards.len(), grid.entries.len(), "{}", grid.id);
        for (card, index) in cards.into_iter().zip(&grid.entries) {
            let entry = catalogue().entry(*index);
            let title = card.one("h3 a");
            assert_eq!(title.said(), entry.name.as_str());
            assert_eq!(title.attr("href"), Some(&*Route::of(entry).to_string()), "the card opens the entry page");
            let site = entry.site().expect("a card has an address").as_str();
            assert_eq!(card.attributes("a[rel='external noopener']", "href"), [site], "its address opens the site");
        }
    }
}

#[test]
fn a_grid_can_open_sites() {
    let json = REAL.replacen(r#""columns": 3,"#, r#""columns": 3, "link": "site","#, 1);
    let page = page_of(&json, "/");
    let grid = &catalogue().grids[0];
    for (card, index) in page.all(&format!("#{} article", grid.id)).into_iter().zip(&grid.entries) {
        let entry = catalogue().entry(*index);
        let link = card.one("a");
        assert_eq!(link.said(), format!("{} (site externe)", entry.name));
        assert_eq!(link.attr("href"), entry.site().map(|site| site.as_str()));
    }
}

#[test]
fn says_its_figures_and_who_looks_for_help() {
    let page = page("/");
    let commons = || catalogue().of_model(Model::Commons).map(|(_, entry)| entry);
    let figures = [
        commons().count(),
        commons().filter(|entry| entry.initiated == Some(Initiated::Yes)).count(),
        commons().filter(|entry| !entry.needs.is_empty()).count(),
        catalogue().of_model(Model::Programme).count(),
        catalogue().of_model(Model::Organisation).count(),
    ];
    assert_eq!(page.texts("dl:has(+ *), dl dd")[..5], figures.map(|figure| figure.to_string()));
    assert_eq!(
        page.texts("#entraide h3").last().map(String::as_str),
        Some("Autres besoins"),
        "those of no kind come last"
    );
    assert!(page.one("#entraide").said().contains("aucun pour l’instant"), "a help without programme says so");
    let themes = catalogue().vocabularies.terms(VocabularyKey::Theme).len();
    assert_eq!(page.count("#themes a[href^='/catalogue/?theme=']"), themes, "every theme has a swatch");
    assert!(page.has("main a[href='mailto:contact@code.gouv.fr?subject=Proposer%20un%20commun']"));
}

#[test]
fn the_frame_is_whole() {
    let page = page("/");
    assert_eq!(page.one("a[href='#contenu']").said(), "Aller au contenu");
    page.one("header nav[aria-label='Navigation principale']");
    page.one("main#contenu");
    assert_eq!(page.texts("#panel-display label")[0], "Comme mon appareil");
    let updated = catalogue().site.updated.expect("the content has its date");
    assert_eq!(page.attributes("footer time", "datetime"), [updated.to_string()]);
}
