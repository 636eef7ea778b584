//! The images of entries: files beside the data, which have their place before they come, with words for those who do
//! not see them.

use address::Root;
use catalogue::{Severity, read};
use communs::render_at;
use messages::Language;
use scraper::Html;
use serde_json::{Value, json};

use crate::support::{Ask, content_of, other_catalogues, page_of};

/// A catalogue of another whose first entry, which the first grid of its home page shows, has images.
fn with_images(text: &str) -> (Value, String) {
    let mut file: Value = serde_json::from_str(text).expect("the file is JSON");
    let id = file["grids"][0]["entries"][0].as_str().expect("the grid has an entry").to_owned();
    let entries = file["entries"].as_array_mut().expect("it is a list");
    let entry = entries.iter_mut().find(|entry| entry["id"] == id.as_str()).expect("the entry is there");
    entry["logo"] = json!("logos/un.svg");
    entry["images"] = json!([{"file": "images/un.png", "width": 800, "height": 500, "alt": "Son écran d’accueil."}, {"file": "images/deux.webp", "alt": "Son plan."}]);
    let path = format!("/communs/{id}/");
    (file, path)
}

#[test]
fn they_show_on_the_fiche_the_cards_and_the_comparison() {
    for (name, text) in other_catalogues() {
        let (file, path) = with_images(&text);
        let json = file.to_string();
        assert_eq!(read(&json).expect("the file is a catalogue").diagnostics, [], "{name}");
        let fiche = page_of(&json, &path);
        assert_eq!(fiche.attributes("main .plate img", "src"), ["/logos/un.svg"], "{name}");
        assert_eq!(fiche.attributes("main .plate img", "alt"), [""], "{name}: its name is beside it");
        let images = "main .entry__body img";
        assert_eq!(fiche.attributes(images, "src"), ["/images/un.png", "/images/deux.webp"], "{name}");
        assert_eq!(fiche.attributes(images, "alt"), ["Son écran d’accueil.", "Son plan."], "{name}");
        let sized = fiche.all(images)[0];
        assert_eq!((sized.attr("width"), sized.attr("height")), (Some("800"), Some("500")), "{name}");
        assert!(fiche.attributes("main img", "loading").iter().all(|loading| *loading == "lazy"), "{name}");
        let id = path.trim_start_matches("/communs/").trim_end_matches('/');
        let other = file["entries"].as_array().expect("it is a list").iter().find(|entry| entry["id"] != id);
        let other = other.and_then(|entry| entry["id"].as_str()).expect("there is another");
        for (address, place) in [
            ("/".to_owned(), "main article.card img"),
            (format!("/comparer/?ids={id},{other}"), "main thead img"),
            ("/catalogue/?vue=cartes&type=tout".to_owned(), "main article.card img"),
        ] {
            assert_eq!(page_of(&json, &address).attributes(place, "src"), ["/logos/un.svg"], "{name}: {address}");
        }
    }
}

#[test]
fn a_site_in_one_file_shows_none() {
    let (_, text) = other_catalogues().remove(0);
    let (file, path) = with_images(&text);
    let content = content_of(&file.to_string());
    let html = render_at(&path, &content, Root::in_one_file());
    assert!(!Html::parse_document(&html).has("main img"));
}

#[test]
fn one_that_is_no_file_beside_the_data_costs_itself_alone() {
    for (name, text) in other_catalogues() {
        let (mut file, path) = with_images(&text);
        let rank =
            file["entries"].as_array().expect("it is a list").iter().position(|entry| !entry["images"].is_null());
        let rank = rank.expect("an entry has images");
        for wrong in
            ["https://ailleurs.example/a.png", "../a.png", "a.exe", "//ailleurs.example/a.png", "javascript:a.png"]
        {
            file["entries"][rank]["images"][0]["file"] = json!(wrong);
            let loaded = read(&file.to_string()).expect("the file is a catalogue");
            let told: Vec<_> = loaded.diagnostics.iter().map(|problem| problem.path.as_str()).collect();
            assert_eq!(told, [format!("entries[{rank}].images[0].file")], "{name}: {wrong}");
            let fiche = page_of(&file.to_string(), &path);
            assert_eq!(fiche.attributes("main .entry__body img", "src"), ["/images/deux.webp"], "{name}: {wrong}");
        }
    }
}

#[test]
fn one_without_words_shows_and_is_told() {
    let images = json!(["un.png", {"file": "deux.png", "alt": ""}, {"file": "trois.png", "alt": "Trois."}]);
    let file = json!({"format": 1, "site": {"title": "A"}, "entries": [
        {"id": "a", "kind": "commun", "name": "A", "logo": "a.svg", "images": images}]})
    .to_string();
    let told: Vec<_> = read(&file).expect("it is a catalogue").diagnostics;
    let places: Vec<_> = told.iter().map(|problem| (problem.path.as_str(), problem.severity)).collect();
    let expected = ["entries[0].images[0].alt", "entries[0].images[1].alt"];
    assert_eq!(places, expected.map(|path| (path, Severity::Warning)));
    assert!(told[0].sentence(Language::French).contains("un.png"), "{}", told[0].sentence(Language::French));
    let fiche = page_of(&file, "/communs/a/");
    assert_eq!(fiche.attributes("main .entry__body img", "alt"), ["", "", "Trois."]);
}
