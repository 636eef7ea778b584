//! The page of statistics: charts that are tables, each number a way to what it counts.

use catalogue::Kind;

use crate::support::{Ask, catalogue, page, page_of};

#[test]
fn every_number_opens_what_it_counts() {
    let charts = page("/statistiques/");
    for chart in charts.all("table") {
        // One a chart is followed: the numbers of a chart are made alike.
        let link = chart.all("td a")[0];
        let said = link.said();
        let (count, _) = said.split_once(" (").expect("what is counted is told to those who do not see its row");
        let address = link.attr("href").expect("a link has an address");
        let found = page(address).one("#count").said();
        assert!(found.starts_with(&format!("{count}\u{a0}")), "{address}: {count} is not {found}");
    }
}

#[test]
fn each_chart_is_a_table_with_its_heads() {
    let page = page("/statistiques/");
    let headings = page.texts("main h2");
    assert_eq!(
        headings,
        [
            "Thèmes",
            "Maturité de la ressource",
            "Maturité de la communauté",
            "Maturité de la gouvernance",
            "Besoins et soutiens",
            "Statuts",
            "Licences",
            "Porteurs",
            "Genres de fiches",
            "Échelles de territoire",
            "Publics",
        ]
    );
    assert_eq!(page.count("section:has(> h2) > table > thead th[scope=col]:first-child"), headings.len());
    let totals = page.one("dl");
    let counts = [Kind::COMMONS, Kind::PROGRAMME, Kind::ORGANISATION].map(|kind| catalogue().of_kind(kind).count());
    let expected = [catalogue().entries().len()].into_iter().chain(counts).map(|count| count.to_string());
    assert_eq!(totals.texts("dt"), ["fiches", "communs", "programmes", "organisations"]);
    assert_eq!(totals.texts("dd"), expected.collect::<Vec<_>>());
    let updated = catalogue().site.updated.expect("the content has its date");
    assert_eq!(page.attributes("main time", "datetime"), [updated.to_string()]);
}

#[test]
fn thousands_are_apart_wherever_something_is_counted() {
    let entry = |rank: usize| {
        format!(
            r#"{{"id": "e{rank}", "kind": "commun", "name": "E {rank}", "themes": ["eau"], "description": ["Un commun."]}}"#
        )
    };
    let entries = (0..2413).map(entry).collect::<Vec<_>>().join(",");
    let json = format!(
        r#"{{"format": 1, "site": {{"title": "Grand"}},
            "vocabularies": {{"theme": [{{"id": "eau", "label": "Eau"}}]}}, "entries": [{entries}]}}"#
    );
    for (path, least) in [("/statistiques/", 4), ("/catalogue/", 3), ("/", 2)] {
        let said = page_of(&json, path).main();
        assert!(said.matches("2\u{202f}413").count() >= least, "{path}: {said}");
        assert!(!said.contains("2413"), "{path}: {said}");
    }
}

#[test]
fn other_catalogues_have_theirs() {
    let small = page_of(include_str!("../fixtures/small.json"), "/statistiques/");
    let of_kinds = small.under("Genres de fiches");
    assert_eq!(of_kinds.attributes("td a", "href"), ["/catalogue/", "/catalogue/?type=programme"]);
    let empty = page_of(r#"{"format": 1, "site": {"title": "Vide"}}"#, "/statistiques/");
    assert!(!empty.has("table"));
}
