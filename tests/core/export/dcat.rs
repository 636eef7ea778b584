//! The catalogue for portals: one sound graph, in which everything that is named is described.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::Model;
use export::{BaseUrl, dcat};
use serde_json::{Value, json};

use super::{BASE, json, small};
use crate::support::REAL;

/// The nodes of a graph by their identifier.
fn nodes(document: &Value) -> BTreeMap<&str, &Value> {
    let graph = document["@graph"].as_array().expect("there is a graph");
    let nodes: BTreeMap<&str, &Value> =
        graph.iter().map(|node| (node["@id"].as_str().expect("nodes have identifiers"), node)).collect();
    assert_eq!(nodes.len(), graph.len(), "each node is written once");
    nodes
}

/// One or several strings.
fn several(value: &Value) -> Vec<&str> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        value => vec![value.as_str().expect("a reference is a string")],
    }
}

fn check_links(base: Option<&BaseUrl>) {
    let document = json(&dcat(&REAL.catalogue, base));
    let nodes = nodes(&document);
    let catalogue = nodes.values().find(|node| node["@type"] == "dcat:Catalog").expect("there is a catalogue");
    for key in ["publisher", "themeTaxonomy", "dataset", "resource"] {
        assert!(!several(&catalogue[key]).is_empty(), "the catalogue has {key}");
    }
    for node in nodes.values() {
        for key in ["publisher", "themeTaxonomy", "dataset", "resource", "theme", "type", "inScheme"] {
            for id in several(&node[key]) {
                assert!(nodes.contains_key(id), "{id}, the {key} of {}, is in the graph", node["@id"]);
            }
        }
    }
    let listed: BTreeSet<&str> =
        several(&catalogue["dataset"]).into_iter().chain(several(&catalogue["resource"])).collect();
    let entries = REAL.catalogue.entries().len() - REAL.catalogue.of_model(Model::Organisation).count();
    assert_eq!(listed.len(), entries + 1, "the entries, and the catalogue itself");
    for id in several(&catalogue["dataset"]) {
        assert_eq!(nodes[id]["@type"], "dcat:Dataset", "{id}");
    }
}

#[test]
fn whatever_is_named_is_described() {
    check_links(Some(&BASE));
    check_links(None);
}

/// Every key of a value and of what is in it.
fn keys<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        Value::Object(fields) => {
            for (key, field) in fields {
                found.insert(key);
                keys(field, found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_word_is_in_the_context() {
    let document = json(&dcat(&REAL.catalogue, Some(&BASE)));
    let context = document["@context"].as_object().expect("the context is in the file");
    let mut used = BTreeSet::new();
    keys(&document["@graph"], &mut used);
    for key in used.iter().filter(|key| !key.starts_with('@')) {
        assert!(context.contains_key(*key), "{key}");
    }
    let prefixes: Vec<&str> =
        context.values().filter_map(Value::as_str).filter(|value| value.starts_with("http")).collect();
    assert_eq!(prefixes.len(), 6);
}

#[test]
fn data_sets_are_those_of_the_data() {
    let catalogue = small(|json| {
        json["vocabularies"]["nature"][0]["id"] = "donnees".into();
        let entry = &mut json["entries"][0];
        entry["nature"] = "donnees".into();
        entry["bearers"] = json!(["voisins"]);
        entry["links"] = json!([
            {"url": "https://jardins.lannec.example", "kind": "site"},
            {"url": "https://jardins.lannec.example/{plan}.csv", "kind": "donnees"},
        ]);
        entry["updated"] = "2026-03".into();
        let neighbours = json!({"id": "voisins", "kind": "organisation", "name": "Les voisins"});
        json["entries"].as_array_mut().expect("a list").push(neighbours);
    });
    let document = json(&dcat(&catalogue, Some(&BASE)));
    let nodes = nodes(&document);
    let subject = |id: &str| {
        let index = catalogue.find(id).expect("it is there");
        BASE.join(&format!("{}#sujet", address::route::Route::of(catalogue.entry(index))))
    };
    let garden = nodes[subject("jardins-partages").as_str()];
    for (key, expected) in [
        ("@type", json!("dcat:Dataset")),
        ("identifier", json!("jardins-partages")),
        ("title", json!("Jardins partagés")),
        ("publisher", json!(subject("voisins"))),
        ("license", json!("https://creativecommons.org/licenses/by/4.0/")),
        ("theme", json!(BASE.join("catalogue.jsonld#theme-jardin"))),
        ("modified", json!({"@type": "xsd:date", "@value": "2026-03-01"})),
        ("landingPage", json!("https://jardins.lannec.example")),
        (
            "distribution",
            json!({"@type": "dcat:Distribution", "accessURL": "https://jardins.lannec.example/%7Bplan%7D.csv"}),
        ),
    ] {
        assert_eq!(garden[key], expected, "{key}");
    }
    assert_eq!(nodes[subject("voisins").as_str()]["@type"], "foaf:Organization");
    assert_eq!(nodes[subject("coup-de-pouce").as_str()]["@type"], "dcat:Resource");
}

#[test]
fn the_catalogue_is_a_data_set_of_its_own() {
    let document = json(&dcat(&small(|_| {}), Some(&BASE)));
    let nodes = nodes(&document);
    let home = nodes[BASE.join("catalogue.jsonld#catalogue").as_str()];
    let id = BASE.join("catalogue.jsonld#fiches");
    assert_eq!(several(&home["dataset"]), [id.as_str()], "portals take data sets only");
    let data_set = nodes[id.as_str()];
    assert_eq!(data_set["@type"], "dcat:Dataset");
    assert_eq!(data_set["title"], "Catalogue «\u{a0}Communs de Lannec\u{a0}»");
    assert_eq!(data_set["identifier"], "catalogue.json");
    assert_eq!(data_set["modified"], json!({"@type": "xsd:date", "@value": "2026-05-01"}));
    for (rank, name, format) in [(0, "catalogue.json", "JSON"), (1, "catalogue.csv", "CSV")] {
        let file = &data_set["distribution"][rank];
        assert_eq!(file["@id"], home["distribution"][rank]);
        assert_eq!(file["downloadURL"], BASE.join(name));
        assert!(file["format"].as_str().is_some_and(|address| address.ends_with(format)), "{file}");
    }
    assert_eq!(data_set["distribution"][1]["mediaType"], "https://www.iana.org/assignments/media-types/text/csv");
}

/// Every text below a value that stands for an address.
fn addresses<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| addresses(item, found)),
        Value::Object(fields) => {
            for (key, field) in fields {
                let is_text = [
                    "@type",
                    "@value",
                    "identifier",
                    "title",
                    "alternative",
                    "description",
                    "keyword",
                    "name",
                    "label",
                    "prefLabel",
                ];
                if !is_text.contains(&key.as_str()) {
                    addresses(field, found);
                }
            }
        }
        Value::String(text) => found.push(text),
        _ => {}
    }
}

#[test]
fn without_a_base_nothing_is_relative() {
    let document = json(&dcat(&REAL.catalogue, None));
    let mut found = Vec::new();
    addresses(&document["@graph"], &mut found);
    assert!(found.len() > 500);
    for address in found {
        let is_whole = ["_:", "http://", "https://", "mailto:"].iter().any(|start| address.starts_with(start));
        assert!(is_whole, "{address} would be on the disk of the reader");
    }
}

#[test]
fn texts_are_there_in_each_of_their_languages() {
    use serde_json::json as value;
    let english = value!({"@language": "en", "@value": "Plots grown together."});
    for (text, expected) in [
        (value!({"en": "Plots grown together."}), english.clone()),
        (value!({"en": "Plots grown together.", "fr": "Des jardins."}), value!(["Des jardins.", english])),
        (value!("Des jardins."), value!("Des jardins.")),
    ] {
        let catalogue = small(|json| json["entries"][0]["summary"] = text);
        let document = json(&dcat(&catalogue, Some(&BASE)));
        let nodes = nodes(&document);
        let description = &nodes[BASE.join("communs/jardins-partages/#sujet").as_str()]["description"];
        assert_eq!(*description, expected);
    }
}
