//! A catalogue that adds kinds, and gives one of ours another folder.

use scraper::Html;
use serde_json::{Value, json};

use crate::support::{Ask, NAMES, content_of, page_of};

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
    // Those of a commons that some entry of the kind fills: a programme cites this one, which gives it nothing to read.
    assert_eq!(
        page.texts(".entry__body h2"),
        ["1À quoi il sert", "2Structure porteuse et communauté", "3Description", "4Freins et besoins"]
    );
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
    let content = content_of(KINDS);
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

/// Two kinds are made on one model: neither stands for the other.
#[test]
fn each_is_counted_by_itself() {
    let mut file: serde_json::Value = serde_json::from_str(KINDS).expect("the fixture is JSON");
    file["entries"][2]["needs"] = serde_json::json!([{"text": "Du code", "tag": "code"}]);
    file["grids"] = serde_json::json!([{"id": "g", "heading": "G", "more": true, "entries": ["herbier"]}]);
    let json = file.to_string();
    let home = page_of(&json, "/");
    assert_eq!(home.texts("#themes h3"), ["Logiciels", "Communs"]);
    assert_eq!(
        home.attributes("#themes a", "href"),
        ["/catalogue/?type=logiciel&theme=eau", "/catalogue/?type=logiciel&theme=foret", "/catalogue/?theme=foret"]
    );
    assert!(home.one(".more").said().starts_with("2 "), "of both kinds: {}", home.one(".more").said());
    let page = page_of(&json, "/statistiques/");
    let titles = page.texts(".chart h2");
    for title in ["Thèmes (logiciels)", "Thèmes (communs)", "Porteurs (logiciels)"] {
        assert!(titles.iter().any(|known| known == title), "{title}: {titles:?}");
    }
    assert!(!titles.iter().any(|title| title == "Porteurs (communs)"), "no commons has a bearer: {titles:?}");
    let help = page.under("Besoins et soutiens");
    assert_eq!(help.texts("thead th"), ["Valeur", "Logiciels", "Communs", "Soutiens"]);
    assert_eq!(help.one("p").said().split('.').next(), Some("Sur 3\u{a0}fiches"));
    assert_eq!(
        help.attributes("tbody a", "href"),
        ["/catalogue/?type=logiciel&besoin=code", "/catalogue/?besoin=code"]
    );
    let one = page_of(include_str!("../fixtures/small.json"), "/statistiques/");
    assert!(one.texts(".chart h2").iter().all(|title| !title.contains('(')), "one kind needs not be told apart");
}

/// A catalogue of tools and of data, both on the model of a commons: data tells no maturity.
fn tools_and_data() -> Value {
    json!({"format": 1, "site": {"title": "Outils"},
        "kinds": [{"id": "outil", "model": "commun", "one": "API", "several": "API", "none": "aucune API"},
            {"id": "donnees", "model": "commun", "one": "jeu de données", "several": "jeux de données", "none": "aucun jeu de données"}],
        "vocabularies": {"theme": [{"id": "eau", "label": "Eau"}], "nature": [{"id": "libre", "label": "Libre"}]},
        "pages": [{"id": "guide", "title": "Guide", "sections": [
            {"type": "natures", "id": "types", "heading": "Les types"},
            {"type": "recherche", "id": "eau", "heading": "L’eau", "query": "q=puits"}]}],
        "entries": [
            {"id": "mairie", "kind": "organisation", "name": "Mairie"},
            {"id": "puits", "kind": "outil", "name": "Puits", "nature": "libre", "themes": ["eau"], "bearers": ["mairie"],
                "maturity": {"resource": {"stage": "abouti"}}, "links": [{"kind": "site", "url": "https://puits.example"}]},
            {"id": "releves", "kind": "donnees", "name": "Relevés", "need": "Savoir.",
                "links": [{"kind": "site", "url": "https://releves.example"}]}]})
}

#[test]
fn entries_of_two_kinds_are_compared_rubric_by_rubric() {
    let file = tools_and_data().to_string();
    for ids in ["releves,puits", "puits,releves"] {
        let page = page_of(&file, &format!("/comparer/?ids={ids}"));
        let width = page.count("thead th[scope=col]");
        let mut maturity = Vec::new();
        for row in page.all("tbody tr").into_iter().filter(|row| row.has("td")) {
            assert_eq!(row.count("td") + row.count("th"), width, "{ids}: {}", row.said());
            if row.said().contains("Abouti") || row.said().contains("abouti") {
                maturity.push(row.one("th").said());
            }
        }
        assert_eq!(maturity, ["Ressource Différent"], "{ids}");
        let heads = page.texts("tbody th[scope=rowgroup]");
        let rank = |title: &str| heads.iter().position(|head| head.contains(title));
        assert!(rank("besoin").is_none() || rank("Maturité") < rank("Freins"), "{heads:?}");
    }
}

#[test]
fn links_lead_to_the_kinds_that_the_catalogue_has() {
    let page = page_of(&tools_and_data().to_string(), "/guide/");
    let types = page.attributes("#types a", "href");
    assert!(!types.is_empty() && types.iter().all(|href| href.contains("type=outil")), "{types:?}");
    assert_eq!(
        page.texts("#eau .guide__name"),
        ["Puits"],
        "a search without a kind opens on the first one, as elsewhere"
    );
}

#[test]
fn own_words_keep_their_capitals_inside_sentences() {
    let file = tools_and_data().to_string();
    assert!(page_of(&file, "/relations/").main().contains("(API)"));
    let statistics = page_of(&file, "/statistiques/").main();
    assert!(statistics.contains("API") && !statistics.contains("aPI"), "{statistics}");
}
