//! What holds on every page: each link leads somewhere, each drawing is there, each control is told from the
//! others.

use std::collections::{BTreeMap, BTreeSet};

use address::route::Route;
use export::files;
use scraper::Html;

use crate::support::{Ask, page, routes};

/// The names of the parts of a page.
fn ids(page: &Html) -> BTreeSet<String> {
    let ids = page.attributes("[id]", "id");
    let unique: BTreeSet<String> = ids.iter().map(|id| (*id).to_owned()).collect();
    assert_eq!(ids.len(), unique.len(), "a name stands for two parts: {ids:?}");
    unique
}

/// The files that pages lead to.
const FILES: [&str; 5] = [files::CATALOGUE, files::CSV, files::DCAT, files::SCHEMA, files::CALENDAR];

/// Fails unless every control says what it does, so that the app finds its own: what a visitor does before
/// the app is done again by these names, never by rank.
fn check_controls(route: &Route, page: &Html) {
    let mut keys = BTreeSet::new();
    for control in page.all(":is(button, input, select, details):not([type=submit])") {
        let value = |name| control.attr(name).unwrap_or_default();
        let own = ["id", "name", "popovertarget"].map(value);
        assert!(own.iter().any(|own| !own.is_empty()), "{route}: {} has no key", control.html());
        let is_choice = ["button", "checkbox", "radio"].contains(&value("type"));
        let key = (control.value().name(), value("type"), own, is_choice.then(|| value("value")));
        assert!(keys.insert(key), "{route}: two {}", control.html());
    }
}

#[test]
fn every_page_is_sound() {
    let mut pages = BTreeMap::new();
    let mut links = BTreeMap::new();
    for route in routes() {
        let page = page(&route.to_string());
        assert!(!page.has("[style]"), "{route}: the policy allows no style in the page");
        if !route.is_embed() || page.has("button, input, select, details") {
            check_controls(&route, &page);
        }
        assert!(!page.has("svg path:not([d])"), "{route}: every drawing is known");
        for href in page.attributes("a[href]", "href") {
            let href = if href.starts_with('#') { format!("{route}{href}") } else { href.to_owned() };
            links.entry(href).or_insert_with(|| route.to_string());
        }
        pages.insert(route.to_string(), ids(&page));
    }
    for (href, from) in links.iter().filter(|(href, _)| href.starts_with('/')) {
        let (address, anchor) = href.split_once('#').unwrap_or((href, ""));
        let path = address.split('?').next().unwrap_or_default();
        match pages.get(path) {
            Some(ids) => assert!(anchor.is_empty() || ids.contains(anchor), "{from} leads to {href}: no such part"),
            None => assert!(FILES.contains(&path.trim_start_matches('/')), "{from} leads to {href}: no such page"),
        }
    }
}
