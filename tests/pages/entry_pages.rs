//! An entry page for everything the sources name.

use address::route::Route;
use catalogue::Kind;
use communs::page_title;

use crate::support::{Ask, catalogue, page, page_of, real};

#[test]
fn every_entry_has_a_page_of_its_own() {
    for (_, entry) in catalogue().entries() {
        let path = Route::of(entry).to_string();
        let page = page(&path);
        assert_eq!(page.one("h1").said(), entry.name.as_str(), "{path}");
        assert_eq!(page.has(".plate .over"), entry.is_over(), "{path}");
        page.under("Sources de cette fiche").all("ol > li");
        assert_eq!(page_title(&Route::of(entry), &real()), format!("{} · Communs", entry.name));
    }
}

#[test]
fn terms_of_the_lexicon_are_explained_where_they_are_used() {
    let page = page("/communs/terristory/");
    let term = page.one("details");
    assert_eq!(term.one("summary").said(), "Logiciel libre et open source");
    assert!(term.one("p").said().contains("Programme dont chacun peut lire"), "its summary");
    assert_eq!(term.attributes("a", "href"), ["/comprendre/#logiciel-libre-open-source"], "its place");
}

#[test]
fn a_commons_has_seven_rubrics() {
    let headings = |path: &str| page(path).texts("section[id] > h2");
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
    assert_eq!(headings("/programmes/appel-a-communs/").len(), 8);
}

#[test]
fn entry_pages_link_in_both_directions() {
    for (one, other) in [
        ("/communs/terristory/", "/organisations/aura-ee/"),
        ("/communs/terristory/", "/programmes/appel-a-communs-resilience-2021/"),
        ("/communs/rue-commune/", "/ressources/guide-rue-commune/"),
    ] {
        for (from, to) in [(one, other), (other, one)] {
            assert!(page(from).has(&format!("main a[href='{to}']")), "{from} → {to}");
        }
    }
}

#[test]
fn an_entry_page_says_its_maturity_and_its_licence() {
    let terristory = page("/communs/terristory/").main();
    for part in
        ["Gouvernance aboutie", "Communauté en évolution", "AGPL 3.0 (Code)", "plus de 600", "7 rubriques sur 7"]
    {
        assert!(terristory.contains(part), "{part}");
    }
    let unknown = page("/communs/guide-centres-consolidation/").main();
    assert!(unknown.contains("Non renseignée") && unknown.contains("Une fiche à compléter."));
}

#[test]
fn each_kind_stands_in_its_folder() {
    let title = |path: &str| page(path).one("h1").said();
    for kind in Kind::OF_FORMAT {
        assert_eq!(title(&format!("/{}/rien", kind.folder())), "Page introuvable");
    }
    assert_eq!(title("/programmes/terristory/"), "Page introuvable", "a commons is no programme");
    let near = page("/communs/terristori/");
    assert!(near.main().contains("Cherchiez-vous") && near.has("main a[href='/communs/terristory/']"));
}

#[test]
fn close_entry_pages_say_what_they_share() {
    let close = |path: &str| page(path).under("Fiches proches").texts("li");
    let panoramax = close("/communs/panoramax/");
    assert!(panoramax.iter().any(|said| said.contains("Même porteur\u{a0}: IGN")), "{panoramax:?}");
    for path in ["/communs/terristory/", "/communs/openstreetmap/", "/programmes/beta-gouv/", "/organisations/ademe/"] {
        assert!(close(path).len() <= 6, "{path}");
    }
}

#[test]
fn a_dead_address_is_said_and_leads_nowhere() {
    let json = r#"{"format": 1, "site": {"title": "Essai"}, "entries": [{"id": "a", "kind": "commun", "name": "A",
        "links": [{"url": "https://mort.example/page", "kind": "wiki", "dead": "2026-06"}]}]}"#;
    let page = page_of(json, "/communs/a/");
    assert_eq!(page.texts(".rubric li"), ["mort.exampleWiki, adresse sans réponse depuis juin 2026"]);
    assert!(!page.has("[href^='https://mort.example']"), "a link leads there");
}

#[test]
fn a_resource_says_its_type_and_that_its_address_is_missing() {
    let resources = page("/communs/terristory/").texts("#r7 li");
    for said in ["(site externe)Site", "Vidéo ou présentation, adresse non renseignée"] {
        assert!(resources.iter().any(|resource| resource.ends_with(said)), "{said}: {resources:?}");
    }
}

#[test]
fn an_entry_page_says_where_each_fact_comes_from() {
    const FULL: &str = include_str!("../fixtures/full.json");
    let page = page_of(FULL, "/communs/four/");
    let row = |name: &str| {
        let rows = page.all(".identity dl > div");
        rows.into_iter().find(|row| row.one("dt").said() == name).unwrap_or_else(|| panic!("no {name}"))
    };
    let status = row("Statut").one("dd");
    for said in ["Remplacé depuis mai 2026", "Remplacé par\u{a0}: Semis, Puits", "Dernier feu en mai 2026."] {
        assert!(status.said().contains(said), "{said}: {}", status.said());
    }
    assert_eq!(status.attributes(".citation", "href"), ["#source-1"], "the status rests on the first source");
    assert_eq!(page.one(".plate .over").said(), "Remplacé");
    // The address of its repository comes from the same source, and the other source tells of nothing in particular.
    assert_eq!(page.under("7Ressources à partager").attributes(".citation", "href"), ["#source-1"]);
    let source = page.one("#source-1");
    assert_eq!(source.attributes("a", "href"), ["https://four.example/carnet"]);
    assert!(
        source.said().contains("Le carnet (site externe) (Cahier, lignes\u{a0}3 à 9, 2\u{a0}octobre 2026, déduit)"),
        "{}",
        source.said()
    );
    assert!(!page.has("[href='#source-2']"));
    for (named, path) in [
        ("Identifiants", "https://www.wikidata.org/entity/Q42"),
        ("Identifiants", "https://doi.org/10.5281/zenodo.123"),
    ] {
        assert!(row(named).attributes("a", "href").contains(&path), "{path}");
    }
    let licences = page.texts(".licence > summary");
    assert_eq!(licences, ["Licence MIT (Données)", "Creative Commons Attribution 4.0 (Contenus)", "ODbL"]);
    let people = page.under("3Structure porteuse et communauté");
    for said in [
        "Qui s’en sert",
        "La mairie\u{a0}: Y fait la fête",
        "Y cuit ses briques (depuis avril 2021)",
        "Qui aide à s’en servir",
    ] {
        assert!(people.said().contains(said), "{said}: {}", people.said());
    }
}

#[test]
fn labels_agree_with_how_many_they_name() {
    let four = |listed: [&str; 6]| {
        let [aliases, bearers, audiences, territories, identifiers, sources] = listed;
        let json = format!(
            r#"{{"format": 1, "site": {{"title": "A"}}, "entries": [
                {{"id": "a", "kind": "commun", "name": "A", "metrics": [{{"label": "Foyers", "value": "20"}}],
                  "aliases": [{aliases}], "bearers": [{bearers}], "audiences": [{audiences}],
                  "territories": [{territories}], "identifiers": {{{identifiers}}}, "sources": [{sources}]}},
                {{"id": "b", "kind": "organisation", "name": "B"}}, {{"id": "c", "kind": "organisation", "name": "C"}}]}}"#
        );
        let page = page_of(&json, "/communs/a/");
        let marks = page.one(".key-figures + .sourced__marks").said();
        let (marks, _) = marks.split_once("\u{a0}: ").expect("the numbers are named");
        let mut labels = page.texts(".identity dt");
        labels.push(marks.to_owned());
        labels
    };
    let source = r#"{"title": "B", "fields": ["metrics"]}"#;
    let sources = format!("{source}, {source}");
    let (rue, bourg) = (r#"{"text": "Rue"}"#, r#"{"text": "Rue"}, {"text": "Bourg"}"#);
    let one = [r#""B""#, r#""b""#, rue, rue, r#""wikidata": "Q42""#, source];
    let two = [r#""B", "C""#, r#""b", "c""#, bourg, bourg, r#""wikidata": "Q42", "ror": "05v1ya123""#, &sources];
    assert_eq!(four(one), ["Porteur", "Territoire", "Public", "Identifiant", "Autre nom", "Source"]);
    assert_eq!(four(two), ["Porteurs", "Territoires", "Publics", "Identifiants", "Autres noms", "Sources"]);
}

#[test]
fn who_refers_to_an_entry_is_told_under_a_heading_that_agrees() {
    let json = r#"{"format": 1, "site": {"title": "A"}, "entries": [
        {"id": "o", "kind": "organisation", "name": "O"},
        {"id": "a", "kind": "commun", "name": "A", "users": [{"entry": "o"}], "related": ["b", "c"]},
        {"id": "b", "kind": "commun", "name": "B", "providers": [{"entry": "o"}], "status": {"state": "remplace", "replaced_by": ["a"]}},
        {"id": "c", "kind": "commun", "name": "C"},
        {"id": "p", "kind": "programme", "name": "P", "examples": ["a", "c"]},
        {"id": "q", "kind": "programme", "name": "Q", "examples": ["c"]}]}"#;
    for (path, expected) in [
        ("/organisations/o/", &["Se sert de", "Aide à se servir de"][..]),
        ("/communs/a/", &["Remplace", "Programme qui le cite", "Fiche liée"]),
        ("/communs/b/", &["Fiche liée"]),
        ("/communs/c/", &["Programmes qui le citent", "Fiche liée"]),
    ] {
        assert_eq!(page_of(json, path).texts(".neighbours h2"), expected, "{path}");
    }
}

#[test]
fn what_was_looked_for_in_vain_is_said() {
    let entry = |more: &str| {
        let json = format!(
            r#"{{"format": 1, "site": {{"title": "A"}}, "entries": [{{"id": "a", "kind": "commun", "name": "A"{more}}}]}}"#
        );
        page_of(&json, "/communs/a/").main()
    };
    let sought = entry(
        r#", "not_found": [{"field": "links.site", "date": "2026-11-27"}, {"field": "licences"}, {"field": "links.depot", "date": "2026"}],
            "links": [{"url": "https://a.example", "kind": "wiki"}]"#,
    );
    for said in [
        "Adresse du site\u{a0}: cherché sans être trouvé (27\u{a0}novembre 2026).",
        "Licencecherché sans être trouvé",
        "Dépôt publicDépôt de code, cherché sans être trouvé (2026)",
    ] {
        assert!(sought.contains(said), "{said}: {sought}");
    }
    assert!(!entry("").contains("cherché"));
}
