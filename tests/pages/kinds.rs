//! A catalogue that adds kinds, and gives one of ours another folder.

use communs::LoadState;
use scraper::Html;

use crate::support::{Ask, NAMES, page_of};

const KINDS: &str = include_str!("../fixtures/kinds.json");

fn page(path: &str) -> Html {
    page_of(KINDS, path)
}

#[test]
fn they_have_their_tabs_and_their_counts() {
    let page = page("/catalogue/?type=logiciel");
    assert!(!page.has("#diagnostics-title"), "nothing is wrong");
    assert_eq!(
        page.texts("nav[aria-label='Genres de fiches'] a")[..4],
        ["Logiciels 2", "Jeux de données 1", "Équipes 1", "Communs 1"]
    );
    assert_eq!(page.one("#count").said(), "2\u{a0}logiciels sur\u{a0}2");
    assert_eq!(page.texts(NAMES), ["Carte des sources", "Herbier"]);
    assert_eq!(
        page.attributes(&format!("{NAMES} a"), "href"),
        ["/logiciels/carte-des-sources/", "/logiciels/herbier/"]
    );
    let facets = page.texts(".facet summary");
    assert!(facets.iter().any(|title| title.starts_with("Systèmes")), "the facet of this kind: {facets:?}");
}

#[test]
fn an_entry_page_is_that_of_its_model_under_its_own_name() {
    let page = page("/logiciels/carte-des-sources/");
    assert_eq!(page.one("h1").said(), "Carte des sources");
    assert_eq!(page.one(".plate__nature").said(), "Logiciel");
    assert_eq!(page.attributes(".breadcrumb a", "href")[1], "/catalogue/?type=logiciel");
    let rubrics = page.texts(".entry__body h2");
    assert!(rubrics[0].ends_with("À quoi il sert") && rubrics.len() > 4, "the rubrics of a commons: {rubrics:?}");
    assert!(page.main().contains("Systèmes") && page.main().contains("android"));
    assert!(page.has("a[href='/equipes/syndicat/']"), "who bears it has another folder");
    assert_eq!(self::page("/jeu-de-donnees/debits/").one("h1").said(), "Débits");
}

#[test]
fn the_folder_of_the_format_still_leads_there() {
    for path in ["/organisations/syndicat/", "/equipes/syndicat/", "/communs/herbier/", "/embed/communs/herbier/"] {
        let said = page(path).one("h1").said();
        assert!(["Syndicat de la vallée", "Herbier"].contains(&said.as_str()), "{path}: {said}");
    }
    for path in ["/logiciels/", "/logiciels/rien/", "/programmes/herbier/", "/logiciels/syndicat/"] {
        assert_eq!(page(path).one("main h1").said(), "Page introuvable", "{path}");
    }
    let LoadState::Ready(content) = LoadState::from_json(KINDS) else { panic!("the file is a catalogue") };
    let routes: Vec<String> = content.routes().iter().map(ToString::to_string).collect();
    for path in ["/logiciels/herbier/", "/embed/logiciels/herbier/", "/equipes/syndicat/", "/communs/four-banal/"] {
        assert!(routes.iter().any(|route| route == path), "{path}");
    }
    assert!(!routes.iter().any(|route| route.contains("/organisations/") || route == "/communs/herbier/"));
}

#[test]
fn they_are_counted_listed_and_compared_as_themselves() {
    let home = page("/");
    assert!(home.texts(".totals dt").iter().any(|noun| noun == "logiciels"), "{:?}", home.texts(".totals dt"));
    let list = page("/fiches/").texts("h2");
    assert!(
        list.iter().any(|head| head == "Logiciels") && list.iter().any(|head| head == "Jeux de données"),
        "{list:?}"
    );
    let statistics = page("/statistiques/");
    assert!(statistics.main().contains("Logiciels") && statistics.main().contains("Équipes"));
    let compared = page("/comparer/?ids=herbier,four-banal");
    assert!(compared.has("a[href='/logiciels/herbier/']") && compared.main().contains("À quoi il sert"));
    let relations = page("/relations/");
    assert!(
        relations.has("a[href='/logiciels/carte-des-sources/']") && relations.has("a[href='/communs/four-banal/']")
    );
}
