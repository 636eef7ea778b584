//! Pages as search engines read them: sound, safe in HTML, and nothing but what the data says.

use std::collections::BTreeSet;

use address::route::Route;
use catalogue::{Catalogue, Identifier, Kind, Model};
use export::{BaseUrl, catalogue_json_ld, entry_json_ld};
use serde_json::{Value, json};

use super::{BASE, HOSTILE, all, find, json, small};
use crate::support::{REAL, REAL_JSON, real_entries, strings};

fn entry(catalogue: &Catalogue, id: &str, base: Option<&BaseUrl>) -> Value {
    json(&entry_json_ld(catalogue, find(catalogue, id), base))
}

#[test]
fn each_entry_is_of_a_fitting_type() {
    for (id, expected) in [
        ("openstreetmap", "Dataset"),
        ("lovac", "Dataset"),
        ("wikipedia", "CreativeWork"),
        ("codecarbon", "SoftwareSourceCode"),
        ("linux", "SoftwareSourceCode"),
        ("depot-colocauto", "SoftwareSourceCode"),
        ("rnb", "CreativeWork"),
        ("energie-de-nantes", "Project"),
        ("appel-a-communs", "GovernmentService"),
        ("data-for-good", "Service"),
        ("ademe", "GovernmentOrganization"),
        ("mobicoop", "Organization"),
        ("nec-6", "Event"),
        ("plan-national-logements-vacants", "Project"),
        ("lettre-ouverte-souverainete", "CreativeWork"),
        ("situation-outil-interne", "DefinedTerm"),
        ("devenir-benevole-dfg", "HowTo"),
        ("geocommun", "DefinedTerm"),
        ("types-de-freins", "DefinedTermSet"),
        ("fdf-contacts", "Thing"),
        ("guide-des-communs", "CreativeWork"),
    ] {
        assert_eq!(entry(&REAL.catalogue, id, None)["@type"], expected, "{id}");
    }
    // Natures that are not ours: the kind decides.
    let small = small(|_| {});
    for (id, expected) in [("jardins-partages", "Project"), ("coup-de-pouce", "Service")] {
        assert_eq!(entry(&small, id, None)["@type"], expected, "{id}");
    }
}

#[test]
fn an_entry_says_who_bears_it_under_which_licence() {
    let thing = entry(&REAL.catalogue, "openstreetmap", Some(&BASE));
    let route = |kind, id: &str| BASE.join(&Route::Entry(kind, id.to_owned()).to_string());
    let entry_page = route(Kind::COMMONS, "openstreetmap");
    assert_eq!(thing["@context"], "https://schema.org");
    assert_eq!(
        (&thing["mainEntityOfPage"], &thing["@id"]),
        (&json!(entry_page), &json!(format!("{entry_page}#sujet")))
    );
    assert_eq!(thing["url"], "https://www.openstreetmap.fr");
    let bearer = route(Kind::ORGANISATION, "aura-ee") + "#sujet";
    let borne = entry(&REAL.catalogue, "terristory", Some(&BASE));
    let aura_ee = json!({"@type": "Organization", "@id": bearer, "name": "AURA-EE"});
    assert_eq!(borne["maintainer"], aura_ee);
    let data = of_nature("donnees", Some(&BASE));
    assert_eq!(data["license"], "https://creativecommons.org/licenses/by/4.0/");
    assert_eq!((&data["dateModified"], &data["keywords"]), (&json!("2026"), &json!("Jardin")));
    assert_eq!(data["includedInDataCatalog"]["@id"], BASE.join("catalogue.jsonld#catalogue"));
    let source = of_nature("logiciel", None);
    assert_eq!((&source["@type"], &source["codeRepository"]), (&json!("SoftwareSourceCode"), &json!("https://a.fr/b")));
}

/// The first entry of the small catalogue, with a repository, when its nature is this one.
fn of_nature(nature: &str, base: Option<&BaseUrl>) -> Value {
    let catalogue = small(|json| {
        json["vocabularies"]["nature"][0]["id"] = nature.into();
        let entry = &mut json["entries"][0];
        entry["nature"] = nature.into();
        entry["links"] = json!([{"url": "https://a.fr/b", "kind": "depot"}]);
    });
    entry(&catalogue, "jardins-partages", base)
}

#[test]
fn nothing_is_said_that_is_not_in_the_data() {
    let mut known = BTreeSet::new();
    let mut know = |value: &Value| strings("", value, &mut |_, text| _ = known.insert(text.to_owned()));
    know(&REAL_JSON["vocabularies"]);
    know(&REAL_JSON["site"]);
    real_entries().iter().for_each(|entry| know(&entry["name"]));
    for (rank, (index, entry)) in REAL.catalogue.entries().enumerate() {
        let mut own = known.clone();
        strings("", &real_entries()[rank], &mut |_, text| _ = own.insert(text.to_owned()));
        own.extend(entry.identifiers.iter().map(Identifier::url));
        let thing = json(&entry_json_ld(&REAL.catalogue, index, None));
        let said = |value: &Value| {
            strings("", value, &mut |_, text| assert!(own.contains(text), "{}: {text} is in the entry", entry.id));
        };
        for (key, value) in thing.as_object().expect("a thing is an object") {
            match (key.as_str(), value) {
                ("@context" | "@type", _) => {}
                (_, Value::Array(items)) => items.iter().map(without_type).for_each(|item| said(&item)),
                _ => said(&without_type(value)),
            }
        }
    }
}

/// The words of schema.org are no facts.
fn without_type(value: &Value) -> Value {
    let mut value = value.clone();
    value.as_object_mut().map(|fields| fields.remove("@type"));
    value
}

#[test]
fn no_text_can_leave_the_script() {
    for text in HOSTILE {
        let catalogue = small(|json| {
            json["site"]["title"] = text.into();
            json["site"]["description"] = text.into();
            for rank in 0..3 {
                json["entries"][rank]["name"] = format!("{text} {rank}").into();
                json["entries"][rank]["summary"] = text.into();
                json["entries"][rank]["aliases"] = json!([text]);
            }
        });
        for index in all(&catalogue) {
            let script = entry_json_ld(&catalogue, index, Some(&BASE));
            assert!(!script.contains(['<', '>', '&', '\u{2028}', '\u{2029}', '\n']), "{script}");
            assert_eq!(json(&script)["name"], catalogue.entry(index).name.as_str(), "the text is whole");
        }
        let script = catalogue_json_ld(&catalogue, all(&catalogue), None);
        assert!(!script.contains(['<', '>', '&', '\u{2028}', '\u{2029}', '\n']), "{script}");
        json(&script);
    }
}

#[test]
fn the_catalogue_lists_its_entries_in_order() {
    let commons = || REAL.catalogue.of_model(Model::Commons).map(|(index, _)| index);
    let page = json(&export::catalogue_json_ld(&REAL.catalogue, commons(), Some(&BASE)));
    let [catalogue, list] = page["@graph"].as_array().expect("there is a graph").as_slice() else {
        panic!("a catalogue and its list")
    };
    assert_eq!((&catalogue["@type"], &catalogue["name"]), (&json!("DataCatalog"), &json!("Communs")));
    assert_eq!(catalogue["dateModified"], REAL_JSON["site"]["updated"]);
    assert_eq!(catalogue["encoding"][1]["contentUrl"], BASE.join("catalogue.csv"));
    assert_eq!((&list["@type"], &list["numberOfItems"]), (&json!("ItemList"), &json!(commons().count())));
    let items = list["itemListElement"].as_array().expect("there are items");
    for ((item, index), position) in items.iter().zip(commons()).zip(1..) {
        let entry = REAL.catalogue.entry(index);
        let address = BASE.join(&Route::of(entry).to_string());
        let expected = json!({"@type": "ListItem", "position": position, "name": entry.name.as_str(), "url": address});
        assert_eq!(*item, expected);
    }
}

#[test]
fn a_large_catalogue_names_its_first_entries_only() {
    let catalogue = small(|json| {
        let entry =
            |rank| json!({ "id": format!("commun-{rank}"), "kind": "commun", "name": format!("Commun {rank}") });
        json["entries"] = (0..2_000).map(entry).collect();
        json["grids"] = json!([]);
    });
    let page = json(&catalogue_json_ld(&catalogue, all(&catalogue), Some(&BASE)));
    let list = &page["@graph"][1];
    assert_eq!(list["numberOfItems"], 2_000, "the whole list is told");
    let items = list["itemListElement"].as_array().expect("there are items");
    assert_eq!((items.len(), &items[59]["name"]), (60, &json!("Commun 59")));
    assert!(page.to_string().len() < 12_000, "{} bytes", page.to_string().len());
}

#[test]
fn without_an_address_nothing_has_one() {
    for index in all(&REAL.catalogue) {
        let thing = json(&entry_json_ld(&REAL.catalogue, index, None));
        assert!(thing.get("@id").is_none() && thing.get("mainEntityOfPage").is_none(), "{thing}");
    }
    let page = json(&catalogue_json_ld(&REAL.catalogue, all(&REAL.catalogue), None));
    assert!(!page.to_string().contains("\"@id\"") && !page.to_string().contains("\"url\""), "{page}");
}

#[test]
fn an_entry_has_its_images_and_an_organisation_its_logo() {
    let images = |kind: &str, images: Value, base: Option<&BaseUrl>| {
        let file = json!({"format": 1, "site": {"title": "A"}, "entries": [
            {"id": "a", "kind": kind, "name": "A", "logo": "a.svg", "images": images}]});
        let catalogue = catalogue::read(&file.to_string()).expect("it is a catalogue").catalogue;
        let thing = entry(&catalogue, "a", base);
        (thing["image"].clone(), thing["logo"].clone())
    };
    let at = |file: &str| json!(BASE.join(file));
    assert_eq!(images("commun", json!(["b.png", "c.png"]), Some(&BASE)).0, json!([at("b.png"), at("c.png")]));
    assert_eq!(images("organisation", json!([]), Some(&BASE)), (at("a.svg"), at("a.svg")));
    assert_eq!(
        images("organisation", json!([]), None),
        (Value::Null, Value::Null),
        "nothing is relative to its reader"
    );
}
