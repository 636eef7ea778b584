//! The page of statistics: charts that are tables, each number a way to what it counts.

use crate::support::{main_of, page, page_of, text, texts};

#[test]
fn every_number_opens_what_it_counts() {
    let html = page("/statistiques/");
    let main = main_of(&html);
    let mut seen = 0;
    for link in main.split("class=\"releve__barre\" href=\"").skip(1) {
        let (address, rest) = link.split_once('"').expect("a link has an address");
        let shown = text(
            rest.split("</svg>")
                .nth(1)
                .expect("a bar stands before its number")
                .split("</a>")
                .next()
                .unwrap_or_default(),
        );
        let count = shown.split('(').next().unwrap_or_default().trim().split(' ').next().unwrap_or_default().to_owned();
        if seen % 7 == 0 {
            let results = page(&address.replace("&amp;", "&"));
            let compte = texts(&results, "id=\"compte\"", "</h2>")[0].replace('\u{a0}', " ");
            assert!(compte.starts_with(&format!("{count} ")), "{address}: {count} is not {compte}");
        }
        seen += 1;
    }
    assert!(seen > 60, "{seen} numbers");
}

#[test]
fn each_chart_is_a_table_with_its_heads() {
    let html = page("/statistiques/");
    let headings = texts(main_of(&html), "<h2", "</h2>");
    assert_eq!(
        headings,
        [
            "Thèmes",
            "Maturité de la ressource",
            "Maturité de la communauté",
            "Maturité de la gouvernance",
            "Besoins et soutiens",
            "Licences",
            "Porteurs",
            "Genres de fiches",
            "Échelles de territoire",
            "Publics",
        ]
    );
    assert_eq!(html.matches("<table").count(), headings.len());
    assert_eq!(html.matches("<thead").count(), headings.len());
    assert!(html.contains("22\u{a0}novembre 2026") && text(main_of(&html)).contains("communs50"));
    assert!(!html.contains(" style=\""), "the policy allows no style in the page");
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
        let said = text(main_of(&page_of(&json, path)));
        assert!(said.matches("2\u{202f}413").count() >= least, "{path}: {said}");
        assert!(!said.contains("2413"), "{path}: {said}");
    }
}

#[test]
fn other_catalogues_have_theirs() {
    let html = page_of(include_str!("../fixtures/small.json"), "/statistiques/");
    assert!(html.contains("href=\"/catalogue/?type=organisation\"") || html.contains("releve__barre"), "{html}");
    let empty = page_of(r#"{"format": 1, "site": {"title": "Vide"}}"#, "/statistiques/");
    assert!(!empty.contains("<table"));
}
