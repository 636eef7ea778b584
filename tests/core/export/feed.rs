//! The feed: whole, in order, each entry once, whatever the texts.

use std::collections::BTreeSet;

use address::route::Route;
use catalogue::Catalogue;
use export::feed;
use roxmltree::{Document, Node};
use serde_json::{Value, json};

use super::{BASE, HOSTILE, find, small};
use crate::support::REAL;

/// How many entries the feed has at most.
const MOST: usize = 100;

const ATOM: &str = "http://www.w3.org/2005/Atom";

fn children<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.has_tag_name((ATOM, name)))
}

/// The text of the only child of this name.
fn text(node: Node<'_, '_>, name: &'static str) -> String {
    let mut children = children(node, name);
    let child = children.next().unwrap_or_else(|| panic!("there is {name}"));
    assert!(children.next().is_none(), "there is one {name}");
    child.text().unwrap_or_default().to_owned()
}

fn link(node: Node<'_, '_>, rel: &str) -> String {
    let link = children(node, "link").find(|link| link.attribute("rel") == Some(rel)).expect("there is such a link");
    link.attribute("href").expect("links lead somewhere").to_owned()
}

/// What readers show of the feed: title, date, summary of each entry; and what the RFC wants is there.
fn entries(catalogue: &Catalogue) -> Vec<(String, String, String)> {
    let xml = feed(catalogue, &BASE);
    let document = Document::parse(&xml).unwrap_or_else(|error| panic!("{error}: {xml}"));
    let root = document.root_element();
    assert!(root.has_tag_name((ATOM, "feed")));
    assert_eq!((text(root, "id"), link(root, "self")), (BASE.join("feed.xml"), BASE.join("feed.xml")));
    assert_eq!(link(root, "alternate"), BASE.as_str());
    assert!(children(root, "author").count() == 1 && !text(root, "title").is_empty());
    let mut ids = BTreeSet::new();
    let told: Vec<_> = children(root, "entry")
        .map(|entry| {
            let id = text(entry, "id");
            assert!(id.starts_with(&link(entry, "alternate")), "{id} is below the address of the entry page");
            assert!(ids.insert(id.clone()), "{id} is given once");
            (text(entry, "title"), text(entry, "updated"), text(entry, "summary"))
        })
        .collect();
    let newest = told.first().map(|(_, updated, _)| updated.clone());
    assert!(newest.is_none_or(|newest| newest == text(root, "updated")), "the feed is as old as its newest entry");
    assert!(told.is_sorted_by(|a, b| a.1 >= b.1), "the newest come first");
    told
}

#[test]
fn each_entry_of_each_change_is_told() {
    let told = entries(&small(|_| {}));
    let told: Vec<(&str, &str, &str)> = told.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
    assert_eq!(
        told,
        [
            ("Modifié\u{a0}: Jardins partagés", "2026-05-01T00:00:00Z", "Une cinquième parcelle est ouverte."),
            ("Nouveau\u{a0}: Atelier vélo", "2026-05-01T00:00:00Z", "L’atelier a ouvert."),
            ("Nouveau\u{a0}: Jardins partagés", "2026-04-01T00:00:00Z", "La liste ouvre."),
            ("Nouveau\u{a0}: Coup de pouce", "2026-04-01T00:00:00Z", "La liste ouvre."),
        ]
    );
    let real = entries(&REAL.catalogue);
    let announced = REAL.catalogue.changes.iter().map(|change| change.entries.len()).sum::<usize>();
    assert_eq!(real.len(), announced.min(MOST));
}

#[test]
fn ids_name_the_entry_page_the_date_and_what_happened() {
    let catalogue = small(|_| {});
    let garden = Route::of(catalogue.entry(find(&catalogue, "jardins-partages"))).to_string();
    let xml = feed(&catalogue, &BASE);
    let document = Document::parse(&xml).expect("the feed is XML");
    let first = children(document.root_element(), "entry").next().expect("there are entries");
    assert_eq!(text(first, "id"), format!("{}#2026-05-01-modifie", BASE.join(&garden)));
}

#[test]
fn what_is_said_twice_is_told_once_and_a_long_list_is_cut() {
    let change = |date: &str| json!({"date": date, "nature": "nouveau", "entries": ["atelier-velo"], "reason": "A."});
    let twice = small(|json| json["changes"] = json!([change("2026-05-01"), change("2026-05-01"), change("2026-05")]));
    assert_eq!(entries(&twice).len(), 2, "a day and its month are two dates");
    let many = small(|json| {
        json["changes"] = (0..150).map(|n| change(&format!("{}-{:02}", 2000 + n / 12, n % 12 + 1))).collect();
    });
    let told = entries(&many);
    assert_eq!((told.len(), told[0].1.as_str()), (MOST, "2012-06-01T00:00:00Z"));
}

#[test]
fn a_catalogue_without_changes_still_has_a_feed() {
    for (updated, expected) in [(json!("2026-05"), "2026-05-01T00:00:00Z"), (Value::Null, "1970-01-01T00:00:00Z")] {
        let catalogue = small(|json| {
            json["changes"] = json!([]);
            json["site"]["updated"] = updated;
        });
        assert_eq!(entries(&catalogue), []);
        let xml = feed(&catalogue, &BASE);
        assert_eq!(text(Document::parse(&xml).expect("the feed is XML").root_element(), "updated"), expected);
    }
}

#[test]
fn texts_are_text() {
    for hostile in HOSTILE {
        let catalogue = small(|json| {
            json["site"]["title"] = hostile.into();
            json["entries"][0]["name"] = hostile.into();
            json["changes"][1]["reason"] = hostile.into();
        });
        let told = entries(&catalogue);
        // What XML cannot hold is left out.
        let expected = catalogue.changes[0].reason.as_str().replace(['\u{fffe}', '\u{ffff}'], "");
        assert_eq!((&told[0].2, &told[0].0), (&expected, &format!("Modifié\u{a0}: {expected}")));
    }
}
