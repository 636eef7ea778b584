//! Kinds that a catalogue adds, in the formats that others read.

use serde_json::{Value, json};

use super::{BASE, find, json};
use crate::support::fixture;
use catalogue::Catalogue;

fn kinds() -> Catalogue {
    catalogue::read(&fixture("kinds.json")).expect("the fixture is a catalogue").catalogue
}

#[test]
fn they_are_told_by_their_words_and_stand_in_their_folders() {
    let catalogue = kinds();
    let page = |path: &str| BASE.join(path);
    let mut rows = super::csv::lines(&catalogue, Some(&BASE)).into_iter();
    let row = rows.find(|row| row["identifiant"] == "herbier").expect("every entry has its row");
    assert_eq!((row["type"].as_str(), row["fiche"].as_str()), ("logiciel", page("/logiciels/herbier/").as_str()));
    let schema = json(&export::table_schema(&catalogue));
    let fields = schema["fields"].as_array().expect("the table has fields");
    let kind = fields.iter().find(|field| field["name"] == "type").expect("kinds have a column");
    let words = kind["constraints"]["enum"].as_array().expect("kinds are one of a few");
    assert_eq!(words[7..], [json!("logiciel"), json!("jeu-de-donnees")]);

    let software = json(&export::entry_json_ld(&catalogue, find(&catalogue, "herbier"), Some(&BASE)));
    assert!(software.to_string().contains(&page("/equipes/syndicat/")), "its bearer: {software}");
    let dcat = json(&export::dcat(&catalogue, Some(&BASE)));
    let labels: Vec<&Value> =
        dcat["@graph"].as_array().expect("a graph").iter().map(|node| &node["prefLabel"]).collect();
    assert!(labels.contains(&&json!("Logiciel")), "{labels:?}");
    let oembed = json(&export::oembed(&catalogue, find(&catalogue, "debits"), &BASE));
    assert!(oembed["html"].as_str().is_some_and(|html| html.contains("/embed/jeu-de-donnees/debits/")), "{oembed}");
}

#[test]
fn the_feed_names_them_and_leads_to_their_folders() {
    let mut file: Value = serde_json::from_str(&fixture("kinds.json")).expect("the fixture is JSON");
    let entries = json!(["herbier", "debits", "syndicat"]);
    file["changes"] = json!([{"date": "2026-11", "nature": "nouveau", "entries": entries, "reason": "Ils arrivent."}]);
    let catalogue = catalogue::read(&file.to_string()).expect("it is a catalogue").catalogue;
    let feed = export::feed(&catalogue, &BASE);
    let feed = roxmltree::Document::parse(&feed).unwrap_or_else(|error| panic!("{error}: {feed}"));
    let told = feed.descendants().filter(|node| node.has_tag_name("entry")).map(|entry| {
        let attribute = |name: &str, attribute: &str| {
            let child = entry.children().find(|child| child.has_tag_name(name)).expect("it has one");
            child.attribute(attribute).unwrap_or_default().to_owned()
        };
        [attribute("category", "term"), attribute("category", "label"), attribute("link", "href")]
    });
    let expected = [
        ["logiciel", "Logiciel", "/logiciels/herbier/"],
        ["jeu-de-donnees", "Jeu de données", "/jeu-de-donnees/debits/"],
        ["organisation", "Équipe", "/equipes/syndicat/"],
    ];
    let expected = expected.map(|[term, label, page]| [term.to_owned(), label.to_owned(), BASE.join(page)]);
    assert_eq!(told.collect::<Vec<_>>(), expected);
}
