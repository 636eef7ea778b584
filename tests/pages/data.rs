//! What the pages make of data that is written otherwise than ours: in other languages and directions, with
//! little in it, with names that the site has for itself.

use std::collections::{BTreeMap, BTreeSet};

use address::route::Route;
use scraper::Html;
use serde_json::{Value, json};

use crate::support::{Ask, REAL, TEMPLATE, content_of, page, page_in, page_of};

const LANGUAGES: &str = include_str!("../fixtures/languages.json");
const FULL: &str = include_str!("../fixtures/full.json");

/// A file with one commons, and what else is given.
fn with_commons(entry: Value, parts: Value) -> String {
    let mut commons = json!({"id": "puits", "kind": "commun", "name": "Puits"});
    let mut file = json!({"format": 1, "site": {"title": "Essai"}});
    for (whole, part) in [(&mut commons, entry), (&mut file, parts)] {
        let Value::Object(fields) = part else { panic!("{part} is no object") };
        whole.as_object_mut().expect("it is an object").extend(fields);
    }
    file["entries"] = json!([commons]);
    file.to_string()
}

#[test]
fn a_text_in_another_language_is_shown_and_says_which() {
    let english = ("en", "Process nuisance reports by citizens");
    let dutch = ("nl", "Gemeente Amsterdam");
    for (path, marked) in [
        ("/", &[english][..]),
        ("/catalogue/", &[english, dutch]),
        ("/catalogue/?vue=cartes", &[english]),
        ("/catalogue/?vue=tableau", &[dutch]),
        ("/communs/en-seul/", &[english, dutch, ("en", "Made in Amsterdam."), ("en", "Services to all")]),
        ("/contribuer/", &[("en", "A translator")]),
        ("/fiches/", &[dutch]),
        ("/organisations/ville/", &[dutch]),
    ] {
        let page = page_of(LANGUAGES, path);
        assert!(!page.has("#diagnostics-title"), "{path}: nothing is wrong");
        for (language, text) in marked {
            let texts = page.texts(&format!("main bdi[lang={language}][dir=auto]"));
            assert!(texts.iter().any(|found| found == text), "{path}: {text} is not in {texts:?}");
        }
        assert!(!page.main().contains("Collaborative text editing"), "{path}: French is shown where there is one");
    }
    let both = page_of(LANGUAGES, "/communs/fr-et-en/");
    assert_eq!(both.one("h1 + p").inner_html(), "Écrire à plusieurs", "French needs no mark");
}

/// The places of the strings of a file.
fn strings(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(at.to_owned()),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(rank, item)| strings(item, &format!("{at}/{rank}"), found));
        }
        Value::Object(fields) => fields.iter().for_each(|(key, field)| strings(field, &format!("{at}/{key}"), found)),
        _ => {}
    }
}

/// The field that a place is in, whatever its rank in lists.
fn field_of(place: &str) -> String {
    place.split('/').filter(|step| step.parse::<usize>().is_err()).collect::<Vec<_>>().join("/")
}

/// A file in which the texts of some fields are in Dutch, each between two signs.
fn in_dutch(file: &Value, is_text: impl Fn(&str) -> bool) -> Value {
    let mut places = Vec::new();
    strings(file, "", &mut places);
    let mut dutch = file.clone();
    for place in places.iter().filter(|place| is_text(&field_of(place))) {
        let value = dutch.pointer_mut(place).expect("the place is in the file");
        *value = json!({"nl": format!("⟦{}⟧", value.as_str().unwrap_or_default())});
    }
    dutch
}

/// The fields that hold texts: those that may be in several languages.
fn texts_of(file: &Value) -> BTreeSet<String> {
    let mut places = Vec::new();
    strings(file, "", &mut places);
    let fields: BTreeSet<String> = places.iter().map(|place| field_of(place)).collect();
    let is_text = |field: &String| {
        let text = in_dutch(file, |other| other == field).to_string();
        catalogue::read(&text).is_ok_and(|loaded| loaded.diagnostics.is_empty())
    };
    fields.into_iter().filter(is_text).collect()
}

/// The texts of a page in Dutch that do not say so, and those where a sign of composition is left. Code to copy is
/// as it is copied.
fn unmarked(page: &Html) -> Vec<String> {
    let mut faults = Vec::new();
    for node in page.tree.nodes() {
        let Some(text) = node.value().as_text() else { continue };
        let around = || node.ancestors().filter_map(|node| node.value().as_element());
        let says_so = |element: &scraper::node::Element| {
            element.attr("lang") == Some("nl") && (element.attr("dir") == Some("auto") || element.name() == "g")
        };
        let is_apart =
            !text.contains(['⟦', '⟧']) || around().any(|element| element.name() == "code" || says_so(element));
        if !is_apart || text.contains(|c| matches!(c, '\u{2068}' | '\u{2069}' | '\u{e0000}'..='\u{e007f}')) {
            faults.push(format!("{:?} in {:?}", &**text, around().take(3).collect::<Vec<_>>()));
        }
    }
    faults
}

#[test]
fn every_text_of_another_language_says_which_wherever_it_stands() {
    let full: Value = serde_json::from_str(FULL).expect("the fixture is JSON");
    let real: Value = serde_json::from_str(REAL).expect("the content is JSON");
    let fields = texts_of(&full);
    assert!(fields.len() > 55, "{fields:?}");
    let mut faults: Vec<String> = Vec::new();
    for (file, name) in [(&full, "full"), (&real, "real")] {
        let json = in_dutch(file, |field| fields.contains(field)).to_string();
        let content = content_of(&json);
        assert_eq!(content.diagnostics, [], "{name}");
        let mut paths: Vec<String> = Vec::new();
        let mut kinds = BTreeMap::<String, usize>::new();
        for route in content.routes() {
            // The form shows the file as it is written.
            let of_kind = kinds.entry(format!("{route:?}").split('(').take(2).collect()).or_default();
            *of_kind += 1;
            if *of_kind < 12 && route != Route::Propose {
                paths.push(route.to_string());
            }
        }
        let ids: Vec<&str> = content.catalogue().entries().map(|(_, entry)| entry.id.as_str()).take(3).collect();
        paths.push(format!("/comparer/?ids={}", ids.join(",")));
        for search in ["vue=tableau", "vue=cartes", "type=tout", "q=zzzzzz&type=tout"] {
            paths.push(format!("/catalogue/?{search}"));
        }
        for path in paths {
            let page = page_in(&content, &path);
            assert!(page.has("bdi[lang=nl]"), "{name} {path}");
            faults.extend(unmarked(&page).into_iter().map(|fault| format!("{name} {path}: {fault}")));
        }
    }
    faults.sort_unstable();
    assert_eq!(faults, [] as [String; 0]);
}

#[test]
fn scripts_from_right_to_left_do_not_mix_with_what_stands_around() {
    for (path, name, text) in [
        ("/communs/arabe/", "h1 > bdi[lang=ar][dir=auto]", "منصة البيانات المفتوحة (v2.0)"),
        ("/catalogue/", "bdi[dir=auto]", "ספר פתוח (2.0)"),
        ("/catalogue/?vue=tableau", "bdi[dir=auto]", "ספר פתוח (2.0)"),
        ("/catalogue/?vue=cartes", "bdi[dir=auto]", "ספר פתוח (2.0)"),
        ("/communs/chinois/", "h1", "開放資料平臺"),
    ] {
        let texts = page_of(LANGUAGES, path).texts(&format!("main {name}"));
        assert!(texts.iter().any(|found| found == text), "{path}: {text} is not in {texts:?}");
    }
    assert!(!page("/catalogue/").has("bdi"), "French pages need no such mark");
}

#[test]
fn what_was_found_is_marked_inside_a_text_of_another_language() {
    let page = page_of(LANGUAGES, "/catalogue/?q=nuisance");
    let marked = page.one("main bdi[lang=en][dir=auto]:has(mark)");
    assert_eq!(marked.said(), "Process nuisance reports by citizens");
    assert_eq!(marked.texts("mark"), ["nuisance"]);
}

#[test]
fn emptiness_draws_nothing() {
    let empty = json!({"description": [""], "lists": [{"heading": "", "items": [""]}], "criteria": [{}], "need": " ",
        "challenges": [{"code": "", "name": ""}], "metrics": [{"label": "", "value": ""}], "links": [{"url": ""}]});
    let without = page_of(&with_commons(json!({}), json!({})), "/communs/puits/");
    assert_eq!(page_of(&with_commons(empty, json!({})), "/communs/puits/").html(), without.html());
    // Each of these has only a part.
    let entry = json!({"kind": "programme", "lists": [{"heading": "", "items": ["Un seau"]}], "challenges": [{"name": "Creuser", "axis": "transversal"}],
        "sources": ["carnet"]});
    let parts = json!({"documents": [{"id": "carnet", "title": "Le carnet"}], "site": {"title": "Essai", "about": [{"paragraphs": ["Nous."]}]},
        "grids": [{"id": "tout", "heading": "Tout", "entries": ["puits"]}]});
    let json = with_commons(entry, parts);
    let items = page_of(&json, "/programmes/puits/").texts("main li");
    assert!(["Creuser", "Un seau"].iter().all(|said| items.iter().any(|item| item == said)), "{items:?}");
    for path in ["/", "/a-propos/", "/programmes/puits/", "/soutiens/"] {
        let page = page_of(&json, path);
        assert!(!page.has("main [id='']"), "{path}");
        for part in page.all("main :is(h2, h3, li, p:not([class]))") {
            let said = part.said();
            let cut = said.contains(" ()") || said.ends_with('—') || said.starts_with(". ");
            assert!(!said.is_empty() && !cut, "{path}: {}", part.html());
        }
    }
    let about = page_of(&with_commons(json!({}), json!({})), "/a-propos/");
    assert!(!about.has("main section"), "no heading stands over nothing: {}", about.main());
}

#[test]
fn the_home_page_counts_what_there_is() {
    let figures = page_of(&with_commons(json!({}), json!({})), "/");
    assert_eq!(figures.one("dl").said(), "commun recensé1");
    let none = page_of(r#"{"format": 1, "site": {"title": "Essai"}, "entries": []}"#, "/");
    assert!(!none.has("dl"), "nothing is counted where there is nothing");
}

#[test]
fn every_need_shows_with_its_kind_or_among_the_others() {
    let needs =
        json!({"needs": [{"text": "Une corde", "tag": "outils"}, {"text": "Un seau", "tag": "outils"}, "Du temps"]});
    let vocabularies = json!({"need": [{"id": "bras", "label": "Bras"}, {"id": "outils", "label": "Outils"}]});
    let json = with_commons(needs, json!({"vocabularies": vocabularies, "help_groups": [{"need": "bras"}]}));
    for path in ["/", "/contribuer/"] {
        let page = page_of(&json, path);
        assert!(!page.has("#besoin-bras"), "{path}: no one asks for arms");
        for (group, heading, asked) in [
            ("#besoin-outils", "Outils", "Une corde\u{202f}; Un seau"),
            ("#autres-besoins", "Autres besoins", "Du temps"),
        ] {
            let group = page.one(group);
            assert_eq!((group.one("h3").said(), group.one("li p").said()), (heading.into(), asked.into()), "{path}");
        }
    }
    let told = page_of(&json, "/").main();
    assert!(told.contains("Le besoin «\u{a0}outils\u{a0}»") && told.contains("n’a pas son groupe"), "{told}");
}

#[test]
fn no_part_of_the_home_page_takes_the_name_of_another() {
    let names = |page: &Html| -> Vec<String> { page.attributes("[id]", "id").into_iter().map(str::to_owned).collect() };
    let own = names(&page_of(FULL, "/"));
    let template = names(&Html::parse_document(TEMPLATE));
    let of_data = ["besoin-", "premiere", "seconde"];
    let is_own = |id: &&String| !of_data.iter().any(|start| id.starts_with(start));
    let reserved: BTreeSet<&String> = own.iter().filter(is_own).chain(&template).collect();
    assert!(reserved.len() > 12, "{reserved:?}");
    for id in reserved {
        let mut file: Value = serde_json::from_str(FULL).expect("the fixture is JSON");
        file["grids"][0]["id"] = json!(id);
        let page = page_of(&file.to_string(), "/");
        let mut seen = BTreeSet::new();
        let all = names(&page).into_iter().chain(template.iter().cloned());
        // The template holds the element that the page is drawn in.
        for name in all.filter(|name| name != "app") {
            assert!(seen.insert(name.clone()), "a grid named {id} gives two parts the name {name}");
        }
    }
}
