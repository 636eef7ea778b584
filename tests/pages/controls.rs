//! Every control of a page written ahead says what it does, so that the app finds its own: what a visitor
//! does before the app is done again by these names, never by rank.

use std::collections::BTreeSet;

use address::route::Route;

use crate::support::page;

/// The tags of this name, each up to its end.
fn tags<'a>(html: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    html.split('<').filter_map(move |piece| {
        let attributes = piece.strip_prefix(name).filter(|rest| rest.starts_with([' ', '>']))?;
        attributes.split('>').next()
    })
}

fn value<'a>(tag: &'a str, attribute: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {attribute}=\""))?;
    rest.split('"').next()
}

#[test]
fn every_control_has_a_key_of_its_own() {
    let read = catalogue::read(include_str!("../../public/catalogue.json")).expect("the content is a catalogue");
    let mut seen = 0;
    for route in Route::every(&read.catalogue) {
        let html = page(&route.to_string());
        let mut keys = BTreeSet::new();
        for name in ["button", "input", "select", "details"] {
            for tag in tags(&html, name).filter(|tag| value(tag, "type") != Some("submit")) {
                let kind = value(tag, "type").unwrap_or_default();
                let own = ["id", "name", "popovertarget"].map(|attribute| value(tag, attribute).unwrap_or_default());
                assert!(own.iter().any(|own| !own.is_empty()), "{route}: <{name}{tag}> has no key");
                let is_choice = matches!(kind, "button" | "checkbox" | "radio");
                let value = is_choice.then(|| value(tag, "value").unwrap_or_default());
                assert!(
                    keys.insert((name, kind.to_owned(), own.map(str::to_owned), value.map(str::to_owned))),
                    "{route}: two <{name}{tag}>"
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 1500, "{seen} controls");
}
