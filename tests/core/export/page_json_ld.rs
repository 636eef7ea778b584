//! What pages that list no commons say to search engines: their type, their words, what they hold.

use address::route::Route;
use catalogue::{Catalogue, Kind, Model};
use export::{BaseUrl, page_json_ld};
use serde_json::{Value, json};

use super::{BASE, HOSTILE, json, small};
use crate::support::REAL;

fn page(catalogue: &Catalogue, route: &Route, base: Option<&BaseUrl>) -> Option<Value> {
    page_json_ld(catalogue, route, ("Titre", "Description."), base).map(|script| json(&script))
}

#[test]
fn each_page_is_of_a_fitting_type() {
    for (path, expected) in [
        ("/comprendre/", Some("WebPage")),
        ("/contribuer/", Some("WebPage")),
        ("/collectivites/", Some("WebPage")),
        ("/soutiens/", Some("WebPage")),
        ("/soutiens/autodiagnostic/", Some("WebPage")),
        ("/statistiques/", Some("WebPage")),
        ("/integrer/", Some("WebPage")),
        ("/proposer/", Some("WebPage")),
        ("/relations/", Some("CollectionPage")),
        ("/fiches/2/", Some("CollectionPage")),
        ("/a-propos/", Some("AboutPage")),
        ("/", None),
        ("/catalogue/", None),
        ("/communs/grist/", None),
        ("/selection/", None),
        ("/comparer/", None),
        ("/embed/", None),
        ("/rien/", None),
    ] {
        let told = page(&REAL.catalogue, &Route::parse(path, Kind::OF_FORMAT), Some(&BASE));
        assert_eq!(told.as_ref().and_then(|page| page["@type"].as_str()), expected, "{path}");
        let Some(mut told) = told else { continue };
        let fields = told.as_object_mut().expect("a page is an object");
        assert_eq!(fields.remove("mainEntity").is_some(), ["/comprendre/", "/soutiens/"].contains(&path), "{path}");
        let expected = json!({
            "@context": "https://schema.org",
            "@type": expected,
            "name": "Titre",
            "description": "Description.",
            "url": BASE.join(path),
            "inLanguage": "fr",
            "isPartOf": {"@type": "WebSite", "name": "Communs", "url": BASE.as_str()},
        });
        assert_eq!(told, expected, "{path}");
    }
}

#[test]
fn the_lexicon_gives_each_term_its_anchor() {
    let route = Route::Page("comprendre".to_owned());
    let told = page(&REAL.catalogue, &route, Some(&BASE)).expect("the page says what it is");
    let set = &told["mainEntity"];
    assert_eq!((&set["@type"], &set["name"]), (&json!("DefinedTermSet"), &json!("Lexique")));
    let terms = set["hasDefinedTerm"].as_array().expect("there are terms");
    assert_eq!(terms.len(), REAL.catalogue.of_model(Model::Definition).count());
    for (term, (_, entry)) in terms.iter().zip(REAL.catalogue.of_model(Model::Definition)) {
        let address = BASE.join(&format!("/comprendre/#{}", entry.id));
        let expected = json!({
            "@type": "DefinedTerm",
            "name": entry.name.as_str(),
            "description": entry.summary.as_ref().expect("every term is defined").as_str(),
            "url": address,
        });
        assert_eq!(*term, expected);
    }
}

#[test]
fn the_programmes_are_a_list() {
    let route = Route::Page("soutiens".to_owned());
    let told = page(&REAL.catalogue, &route, Some(&BASE)).expect("the page says what it is");
    let list = &told["mainEntity"];
    let items = REAL.catalogue.of_model(Model::Programme).zip(1..).map(|((_, entry), position)| {
        let address = BASE.join(&Route::of(entry).to_string());
        json!({"@type": "ListItem", "position": position, "name": entry.name.as_str(), "url": address})
    });
    let items: Vec<Value> = items.collect();
    assert_eq!((&list["@type"], &list["numberOfItems"]), (&json!("ItemList"), &json!(items.len())));
    assert_eq!(list["itemListElement"], json!(items));
}

#[test]
fn without_an_address_nothing_has_one() {
    for guide in ["comprendre", "contribuer", "collectivites", "soutiens", "soutiens/autodiagnostic"] {
        let told = page(&REAL.catalogue, &Route::Page(guide.to_owned()), None).expect("the page says what it is");
        assert!(!told.to_string().contains("\"url\""), "{told}");
    }
}

#[test]
fn a_catalogue_without_them_holds_nothing() {
    let empty = small(|json| json["entries"] = json!([]));
    for guide in ["comprendre", "soutiens"] {
        let told = page(&empty, &Route::Page(guide.to_owned()), Some(&BASE)).expect("the page says what it is");
        assert_eq!(told.get("mainEntity"), None, "{guide}");
    }
}

#[test]
fn no_text_can_leave_the_script() {
    for text in HOSTILE {
        let catalogue = small(|json| {
            json["site"]["title"] = text.into();
            for entry in json["entries"].as_array_mut().expect("there are entries") {
                entry["name"] = text.into();
                entry["summary"] = text.into();
            }
        });
        for guide in ["comprendre", "soutiens"] {
            let told = page_json_ld(&catalogue, &Route::Page(guide.to_owned()), (text, text), Some(&BASE));
            let script = told.expect("the page says what it is");
            assert!(!script.contains(['<', '>', '&', '\u{2028}', '\u{2029}', '\n']), "{script}");
            assert_eq!(json(&script)["name"], text, "the text is whole");
        }
    }
}

#[test]
fn the_lexicon_is_wherever_the_data_puts_it() {
    let catalogue = small(|json| {
        json["pages"] = json!([{"id": "les/mots", "title": "Les mots", "sections": ["lexique"]}]);
        let entries = json["entries"].as_array_mut().expect("there are entries");
        entries.push(json!({"id": "patch", "kind": "definition", "name": "Patch"}));
    });
    let told =
        page(&catalogue, &Route::parse("/les/mots/", Kind::OF_FORMAT), Some(&BASE)).expect("the page says what it is");
    assert_eq!(told["mainEntity"]["hasDefinedTerm"]["url"], BASE.join("/les/mots/#patch"));
    assert!(
        page(&catalogue, &Route::parse("/comprendre/", Kind::OF_FORMAT), Some(&BASE)).is_none(),
        "it has no such page"
    );
}
