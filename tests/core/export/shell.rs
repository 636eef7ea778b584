//! What surrounds the pages: robots, the search bar, citations, the manifest.

use address::route::Route;
use catalogue::Kind;
use roxmltree::Document;
use search::query::Query;
use serde_json::{Value, json};

use super::{BASE, HOSTILE, all, find, json, small};
use crate::support::REAL;

const OPEN_SEARCH: &str = "http://a9.com/-/spec/opensearch/1.1/";

#[test]
fn robots_may_read_everything() {
    assert_eq!(export::robots(None), "User-agent: *\nAllow: /\n");
    let with_list = format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", BASE.join("sitemap.xml"));
    assert_eq!(export::robots(Some(&BASE)), with_list);
}

#[test]
fn the_search_bar_leads_to_the_search_of_the_catalogue() {
    let xml = export::open_search(&REAL.catalogue, &BASE);
    let document = Document::parse(&xml).expect("the description is XML");
    let find = |name: &'static str| document.descendants().find(|node| node.has_tag_name((OPEN_SEARCH, name)));
    let template = find("Url").and_then(|url| url.attribute("template")).expect("there is a template");
    let address = template.replace("{searchTerms}", "l%27eau%20%26%20l%27air");
    let (page, search) = address.split_once('?').expect("what is asked is in the address");
    let path = page.strip_prefix(BASE.as_str()).expect("the page is of the site");
    assert_eq!(Route::parse(path, Kind::OF_FORMAT), Route::Catalogue);
    let (query, bad) = Query::parse(search, Kind::OF_FORMAT);
    assert_eq!((query.text.as_str(), bad.len()), ("l'eau & l'air", 0));
    assert_eq!(find("ShortName").and_then(|name| name.text()), Some("Communs"));
}

#[test]
fn names_fit_where_they_are_shown() {
    for title in
        HOSTILE.into_iter().chain(["Le catalogue des communs de la ville de Lannec et de ses voisines", "", "é"])
    {
        let catalogue = small(|json| json["site"]["title"] = title.into());
        let xml = export::open_search(&catalogue, &BASE);
        let document = Document::parse(&xml).unwrap_or_else(|error| panic!("{error}: {xml}"));
        for (name, limit) in [("ShortName", 16), ("LongName", 48), ("Description", 1024)] {
            let node = document.descendants().find(|node| node.has_tag_name((OPEN_SEARCH, name)));
            let length = node.and_then(|node| node.text()).unwrap_or_default().chars().count();
            assert!((1..=limit).contains(&length), "{name} of {title} has {length} characters");
        }
        let manifest = json(&export::manifest(&catalogue, COLOUR));
        let short = manifest["short_name"].as_str().expect("there is a short name");
        assert!((1..=12).contains(&short.chars().count()), "{short}");
    }
}

const COLOUR: &str = "#fdfefc";

#[test]
fn the_manifest_can_be_moved_with_its_folder() {
    let manifest = json(&export::manifest(&REAL.catalogue, COLOUR));
    for (key, expected) in [
        ("name", "Communs"),
        ("lang", "fr"),
        ("dir", "ltr"),
        ("start_url", "./"),
        ("scope", "./"),
        ("display", "minimal-ui"),
        ("background_color", "#fdfefc"),
        ("theme_color", "#fdfefc"),
    ] {
        assert_eq!(manifest[key], expected, "{key}");
    }
    let icons: Vec<&Value> = manifest["icons"].as_array().expect("there are icons").iter().collect();
    for icon in &icons {
        let file = icon["src"].as_str().expect("an icon is a file");
        assert!(crate::support::root().join("public").join(file).is_file(), "{file} is there");
    }
    assert_eq!(icons.len(), 2);
}

#[test]
fn an_entry_page_that_is_cited_says_its_name_and_who_bears_it() {
    let cite = |id: &str| json(&export::oembed(&REAL.catalogue, find(&REAL.catalogue, id), &BASE));
    let author = BASE.join(&Route::Entry(Kind::ORGANISATION, "aura-ee".to_owned()).to_string());
    assert_eq!(
        cite("terristory"),
        json!({
            "version": "1.0",
            "type": "rich",
            "html": format!(
                "<iframe src=\"{}\" title=\"TerriSTORY\" width=\"640\" height=\"480\" loading=\"lazy\" \
                 frameborder=\"0\"></iframe>",
                BASE.join("/embed/communs/terristory/")
            ),
            "width": 640,
            "height": 480,
            "title": "TerriSTORY",
            "author_name": "AURA-EE",
            "author_url": author,
            "provider_name": "Communs",
            "provider_url": BASE.as_str(),
        })
    );
    for id in ["base-adresse-nationale", "linux"] {
        assert!(cite(id).get("author_name").is_none(), "{id} has several bearers, or none");
    }
    for index in all(&REAL.catalogue) {
        let document = json(&export::oembed(&REAL.catalogue, index, &BASE));
        let html = document["html"].as_str().expect("it has its code");
        let code = Document::parse(html).expect("a name opens no tag and ends no attribute");
        let frame = code.root_element();
        assert_eq!((frame.tag_name().name(), frame.attributes().len()), ("iframe", 6));
        assert_eq!(frame.attribute("title"), Some(REAL.catalogue.entry(index).name.as_str()));
        assert!(!frame.has_children(), "{html}");
    }
}
