//! A fiche for everything the sources name.

use address::route::Route;
use catalogue::{Kind, read};
use communs::page_title;

use crate::support::{main_of, page, page_of, real, text, texts};

#[test]
fn every_entry_has_a_page_of_its_own() {
    let loaded = read(include_str!("../../public/catalogue.json")).expect("the content is JSON");
    let mut pages = 0;
    for (_, entry) in loaded.catalogue.entries() {
        let path = Route::of(entry).to_string();
        let html = page(&path);
        let titles = texts(&html, "<h1", "</h1>");
        assert_eq!(titles, [escaped(entry.name.as_str())], "{path}");
        assert!(html.contains("Sources de cette fiche"), "{path}");
        assert_eq!(page_title(&path, &real()), format!("{} · Communs", entry.name));
        for reference in main_of(&html).split("href=\"/").skip(1) {
            let target = format!("/{}", reference.split(['"', '?', '#']).next().unwrap_or_default());
            assert!(!matches!(Route::parse(&target), Route::NotFound(_)), "{path} links to {target}");
        }
        pages += 1;
    }
    assert_eq!(pages, 251);
}

fn escaped(name: &str) -> String {
    name.replace('&', "&amp;")
}

#[test]
fn terms_of_the_lexicon_are_explained_where_they_are_used() {
    let html = page("/communs/terristory/");
    let terms = texts(&html, " class=\"mot\"", "</summary>");
    assert_eq!(terms, ["Logiciel libre et open source"]);
    assert!(html.contains("Programme dont chacun peut lire"), "its summary");
    assert!(html.contains("href=\"/comprendre/#logiciel-libre-open-source\""), "its place");
    let lexicon = page("/comprendre/");
    let mut used = 0;
    let catalogue = read(include_str!("../../public/catalogue.json")).expect("the content is JSON").catalogue;
    for (_, entry) in catalogue.entries() {
        for anchor in page(&Route::of(entry).to_string()).split("href=\"/comprendre/#").skip(1) {
            let id = anchor.split('"').next().unwrap_or_default();
            assert!(lexicon.contains(&format!("id=\"{id}\"")), "{}: no anchor {id}", entry.id);
            used += 1;
        }
    }
    assert!(used > 50, "{used} terms");
}

#[test]
fn a_commons_has_seven_rubrics() {
    let headings = |path: &str| texts(&page(path), "class=\"rubrique", "</h2>");
    let expected = [
        "1Besoin",
        "2Structure porteuse et communauté",
        "3Description",
        "4Gouvernance et modèle économique",
        "5Maturité",
        "6Freins et besoins",
        "7Ressources à partager",
    ];
    assert_eq!(headings("/communs/terristory/"), expected);
    assert_eq!(headings("/communs/grist/"), expected, "what is not known has its place");
    assert_eq!(page("/communs/grist/").matches("rubrique--vide").count(), 6);
    assert_eq!(headings("/programmes/appel-a-communs/").len(), 8);
}

#[test]
fn fiches_link_in_both_directions() {
    for (from, to) in [
        ("/communs/terristory/", "/organisations/aura-ee/"),
        ("/organisations/aura-ee/", "/communs/terristory/"),
        ("/communs/terristory/", "/programmes/appel-a-communs-resilience-2021/"),
        ("/programmes/appel-a-communs-resilience-2021/", "/communs/terristory/"),
        ("/communs/rue-commune/", "/ressources/guide-rue-commune/"),
        ("/ressources/guide-rue-commune/", "/communs/rue-commune/"),
    ] {
        assert!(main_of(&page(from)).contains(&format!("href=\"{to}\"")), "{from} → {to}");
    }
}

#[test]
fn a_fiche_says_its_maturity_and_its_licence() {
    let terristory = text(main_of(&page("/communs/terristory/")));
    for part in ["Gouvernance aboutie", "Communauté en évolution", "À vérifier.", "plus de 600", "7 rubriques sur 7"]
    {
        assert!(terristory.contains(part), "{part}");
    }
    let grist = text(main_of(&page("/communs/grist/")));
    assert!(grist.contains("Non renseignée") && grist.contains("Une fiche à compléter."));
}

#[test]
fn each_kind_stands_in_its_folder() {
    for kind in Kind::ALL {
        assert!(page(&format!("/{}/rien", address::route::kind_folder(*kind))).contains("Page introuvable"));
    }
    assert!(page("/programmes/terristory/").contains("Page introuvable"), "a commons is no programme");
    let near = page("/communs/terristori/");
    assert!(
        near.contains("Cherchiez-vous") && near.contains("href=\"/communs/terristory/\""),
        "near matches are offered"
    );
}

#[test]
fn close_fiches_say_what_they_share() {
    let html = page("/communs/panoramax/");
    let groups = texts(&html, "class=\"voisins\"", "</section>");
    assert!(groups[0].contains("Même porteur\u{a0}: IGN"), "{groups:?}");
    let close = |path: &str| {
        let html = page(path);
        html.split(">Fiches proches<")
            .nth(1)
            .map_or(0, |group| group.split("</ul>").next().unwrap_or_default().matches("class=\"voisin ").count())
    };
    for path in ["/communs/terristory/", "/communs/openstreetmap/", "/programmes/beta-gouv/", "/organisations/ademe/"] {
        assert!(close(path) <= 6, "{path}");
    }
    assert!(close("/communs/terristory/") > 0);
}

#[test]
fn a_dead_address_is_said_and_leads_nowhere() {
    let json = r#"{"format": 1, "site": {"title": "Essai"}, "entries": [{"id": "a", "kind": "commun", "name": "A",
        "links": [{"url": "https://mort.example/page", "kind": "wiki", "dead": "2026-06"}]}]}"#;
    let html = page_of(json, "/communs/a/");
    let rows = texts(&html, "class=\"ressources\"", "</ul>");
    assert_eq!(rows, ["mort.examplewiki, adresse sans réponse depuis juin 2026"]);
    assert!(!main_of(&html).contains("https://mort.example"), "a link leads there");
}

#[test]
fn a_resource_says_its_type_and_that_its_address_is_missing() {
    let html = page("/communs/terristory/");
    let rows = texts(&html, "class=\"ressources\"", "</ul>");
    assert!(rows[0].contains("site externe") && rows[0].contains("adresse non renseignée"), "{rows:?}");
}
