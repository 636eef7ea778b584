//! What a browser must not translate: code to copy, addresses to read or to write to.

use scraper::{ElementRef, Html};

use crate::support::{Ask, page, page_of};

/// Each text of the main part of a page, whether it is in something that is not to be translated, and the
/// address of its link.
fn texts(page: &Html) -> Vec<(&str, bool, &str)> {
    let texts = page.one("main").descendants().filter_map(|node| Some((node, node.value().as_text()?.trim())));
    let read = texts.filter(|(_, text)| !text.is_empty()).map(|(node, text)| {
        let around = || node.ancestors().filter_map(ElementRef::wrap);
        let kept = around().any(|element| element.attr("translate") == Some("no"));
        (text, kept, around().find_map(|element| element.attr("href")).unwrap_or_default())
    });
    read.collect()
}

#[test]
fn addresses_and_code_are_left_as_they_are() {
    let (mut addresses, mut codes) = (0, 0);
    for path in [
        "/communs/terristory/",
        "/organisations/ademe/",
        "/ressources/lovac/",
        "/programmes/appel-a-communs/",
        "/catalogue/?vue=cartes",
        "/contribuer/",
        "/comprendre/",
        "/integrer/",
    ] {
        let page = page(path);
        for (text, kept, link) in texts(&page) {
            let mail = link.strip_prefix("mailto:").is_some_and(|mail| mail.contains('@') && mail.starts_with(text));
            let host = link.split_once("://").and_then(|(_, rest)| rest.split('/').next()).unwrap_or_default();
            if mail || text.len() > 1 && host.trim_start_matches("www.").starts_with(text) {
                assert!(kept, "{path}: a browser would translate {text:?} of {link}");
                addresses += 1;
            }
        }
        codes += page.count("code");
        assert!(!page.has(":is(code, pre):not([translate=no], [translate=no] *)"), "{path}: code is kept");
    }
    assert!(addresses > 0 && codes > 0, "{addresses} addresses, {codes} codes");
}

#[test]
fn the_places_of_problems_are_left_as_they_are() {
    let page = page_of(
        r#"{"format": 1, "site": {"title": "A"}, "entries": [{"id": "a", "kind": "commun", "name": "A", "themes": ["x"]}]}"#,
        "/",
    );
    assert!(page.one("main [translate=no]").said().contains("entries[0].themes[0]"));
}
