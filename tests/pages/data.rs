//! What the pages make of data that is written otherwise than ours: in other languages and directions, with
//! little in it, with names that the site has for itself.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::support::{main_of, page, page_of, text, texts};

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
    let english = r#"<bdi lang="en" dir="auto">Process nuisance reports by citizens</bdi>"#;
    let dutch = r#"<bdi lang="nl" dir="auto">Gemeente Amsterdam</bdi>"#;
    for (path, marked) in [
        ("/", vec![english]),
        ("/catalogue/", vec![english, dutch]),
        ("/catalogue/?vue=cartes", vec![english]),
        ("/catalogue/?vue=tableau", vec![dutch]),
        ("/communs/en-seul/", vec![english, dutch, r#"<bdi lang="en" dir="auto">Made in Amsterdam.</bdi>"#]),
        ("/communs/en-seul/", vec![r#"<bdi lang="en" dir="auto">Services to all</bdi>"#]),
        ("/contribuer/", vec![r#"<bdi lang="en" dir="auto">A translator</bdi>"#]),
        ("/fiches/", vec![dutch]),
        ("/organisations/ville/", vec![r#"<h1><bdi lang="nl" dir="auto">Gemeente Amsterdam</bdi></h1>"#]),
        ("/communs/fr-et-en/", vec![r#"<p class="chapeau">Écrire à plusieurs</p>"#]),
    ] {
        let html = page_of(LANGUAGES, path);
        assert!(!html.contains("diagnostics"), "{path}: nothing is wrong");
        for part in marked {
            assert!(main_of(&html).contains(part), "{path}: {part} in {}", main_of(&html));
        }
        assert!(!html.contains("Collaborative text editing"), "{path}: French is shown where there is one");
    }
}

#[test]
fn scripts_from_right_to_left_do_not_mix_with_what_stands_around() {
    for (path, name) in [
        ("/communs/arabe/", r#"<h1><bdi lang="ar" dir="auto">منصة البيانات المفتوحة (v2<wbr>.0)</bdi></h1>"#),
        ("/catalogue/", r#"<bdi dir="auto">ספר פתוח (2.0)</bdi>"#),
        ("/catalogue/?vue=tableau", r#"<bdi dir="auto">ספר פתוח (2.0)</bdi>"#),
        ("/catalogue/?vue=cartes", r#"<bdi dir="auto">ספר פתוח (2.0)</bdi>"#),
        ("/communs/chinois/", "<h1>開放資料平臺</h1>"),
    ] {
        let html = page_of(LANGUAGES, path);
        let name = if name.contains("<wbr>") { name.replace("<wbr>", "") } else { name.to_owned() };
        assert!(main_of(&html).contains(&name), "{path}: {name}");
    }
    assert!(!page("/catalogue/").contains("<bdi"), "French pages need no such mark");
}

#[test]
fn what_was_found_is_marked_inside_a_text_of_another_language() {
    let html = page_of(LANGUAGES, "/catalogue/?q=nuisance");
    let expected = r#"<bdi lang="en" dir="auto">Process <mark>nuisance</mark> reports by citizens</bdi>"#;
    assert!(main_of(&html).contains(expected), "{}", main_of(&html));
}

#[test]
fn emptiness_draws_nothing() {
    let empty = json!({"description": [""], "lists": [{"heading": "", "items": [""]}], "criteria": [{}], "need": " ",
        "challenges": [{"code": "", "name": ""}], "metrics": [{"label": "", "value": ""}], "links": [{"url": ""}]});
    let without = page_of(&with_commons(json!({}), json!({})), "/communs/puits/");
    assert_eq!(page_of(&with_commons(empty, json!({})), "/communs/puits/"), without);
    // Each of these has only a part.
    let entry = json!({"kind": "programme", "lists": [{"heading": "", "items": ["Un seau"]}], "challenges": [{"name": "Creuser", "axis": "transversal"}],
        "sources": ["carnet"]});
    let parts = json!({"documents": [{"id": "carnet", "title": "Le carnet"}], "site": {"title": "Essai", "about": [{"paragraphs": ["Nous."]}]},
        "grids": [{"id": "tout", "heading": "Tout", "entries": ["puits"]}]});
    let json = with_commons(entry, parts);
    let fiche = page_of(&json, "/programmes/puits/");
    assert!(fiche.contains("<li>Creuser</li>") && fiche.contains("Un seau"));
    for path in ["/", "/a-propos/", "/programmes/puits/", "/soutiens/"] {
        let html = page_of(&json, path);
        for nothing in ["<h3></h3>", "<h2 id=\"\"></h2>", "<h2></h2>", "<p></p>", " ()", "— </li>", "<li>. "] {
            assert!(!main_of(&html).contains(nothing), "{path} draws {nothing}");
        }
    }
    let about = page_of(&with_commons(json!({}), json!({})), "/a-propos/");
    assert!(!main_of(&about).contains("<section><h2>"), "no heading stands over nothing: {}", main_of(&about));
}

#[test]
fn the_home_page_counts_what_there_is() {
    let html = page_of(&with_commons(json!({}), json!({})), "/");
    let figures =
        html.split("class=\"reperes\"").nth(1).and_then(|rest| rest.split("</dl>").next()).unwrap_or_default();
    assert_eq!(texts(figures, "<dt", "</dt>"), ["commun recensé"]);
    assert_eq!(texts(figures, "<dd", "</dd>"), ["1"]);
    let none = page_of(r#"{"format": 1, "site": {"title": "Essai"}, "entries": []}"#, "/");
    assert!(!none.contains("reperes"), "nothing is counted where there is nothing");
}

#[test]
fn every_need_shows_with_its_kind_or_among_the_others() {
    let needs =
        json!({"needs": [{"text": "Une corde", "tag": "outils"}, {"text": "Un seau", "tag": "outils"}, "Du temps"]});
    let vocabularies = json!({"need": [{"id": "bras", "label": "Bras"}, {"id": "outils", "label": "Outils"}]});
    let json = with_commons(needs, json!({"vocabularies": vocabularies, "help_groups": [{"need": "bras"}]}));
    for path in ["/", "/contribuer/"] {
        let html = page_of(&json, path);
        assert_eq!(
            texts(&html, "class=\"aide\"", "</h3>"),
            ["Outils", "Autres besoins"],
            "{path}: no one asks for arms"
        );
        let needs = texts(&html, "<li class=\"besoin\"", "</li>");
        assert!(needs[0].ends_with("Une corde\u{202f}; Un seau"), "{path}: {needs:?}");
        assert!(needs[1].ends_with("Du temps"), "{path}: {needs:?}");
    }
    let told = text(&page_of(&json, "/"));
    assert!(told.contains("Le besoin «\u{a0}outils\u{a0}»") && told.contains("n’a pas son groupe"), "{told}");
}

#[test]
fn no_part_of_the_home_page_takes_the_name_of_another() {
    let names = |html: &str| -> Vec<String> {
        let ids = html.split(" id=\"").skip(1);
        ids.map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect()
    };
    let own = names(&page_of(FULL, "/"));
    let template = names(include_str!("../../index.html"));
    let of_data = ["besoin-", "premiere", "seconde"];
    let is_own = |id: &&String| !of_data.iter().any(|start| id.starts_with(start));
    let is_sign = |id: &&String| !id.contains('-') && id.len() > 2 || *id == "q";
    let reserved: BTreeSet<&String> = own.iter().filter(is_own).chain(template.iter().filter(is_sign)).collect();
    assert!(reserved.len() > 12, "{reserved:?}");
    for id in reserved {
        let mut file: Value = serde_json::from_str(FULL).expect("the fixture is JSON");
        file["grids"][0]["id"] = json!(id);
        let html = page_of(&file.to_string(), "/");
        let mut seen = BTreeSet::new();
        let all = names(&html).into_iter().chain(template.iter().filter(is_sign).cloned());
        // The template holds the element that the page is drawn in.
        for name in all.filter(|name| name != "app") {
            assert!(seen.insert(name.clone()), "a grid named {id} gives two parts the name {name}");
        }
    }
}
