//! The page of links: everything is in the lists, the drawing says the same.

use std::collections::BTreeSet;

use crate::support::{Ask, page, page_of};

/// The lists of who supports and of who bears.
const LISTS: &str = "#soutiens ~ ul > li, #porteurs ~ ul > li";

#[test]
fn lists_say_who_supports_and_who_bears() {
    let page = page("/relations/");
    let links = page.texts(LISTS);
    for (from, to) in [("Fabrique des géocommuns", "Panoramax"), ("ADEME", "(programme de soutien)")] {
        assert!(links.iter().any(|said| said.starts_with(from) && said.contains(to)), "{from} → {to}: {links:?}");
    }
    assert!(page.one("main .catalogue__head").said().contains("communs sans lien connu"));
    assert!(page.has("main .catalogue__head a[href='/catalogue/']"));
}

#[test]
fn the_drawing_comes_last_and_is_made_of_links_to_the_entry_pages_of_the_lists() {
    let page = page("/relations/");
    let last = page.texts("main h2").pop().expect("there are parts");
    let drawing = page.one("section:last-of-type svg[role=group]");
    assert_eq!(last, page.one("#reseau").said());
    let drawn: BTreeSet<&str> = drawing.attributes("a", "href").into_iter().collect();
    assert_eq!(drawing.count("a:has(rect):has(text)"), drawing.count("a"));
    let listed: BTreeSet<&str> =
        page.attributes("section:has(#soutiens, #porteurs) li a", "href").into_iter().collect();
    assert!(drawn.is_subset(&listed), "{:?}", drawn.difference(&listed));
    assert!(page_of(r#"{"format": 1, "site": {"title": "Vide"}}"#, "/relations/").main().contains("Aucun programme"));
}
