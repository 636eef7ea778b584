//! How a site is known: what docs/donnees.md shows is read without a word, what is wrong is told and costs itself only.

use catalogue::{Colour, Expected, Identity, Target, read};
use serde_json::{Value, json};

use crate::support::text_of;

/// The only block of this kind in the section about identity.
fn example(kind: &str) -> String {
    let page = text_of("docs/donnees.md");
    let (_, section) = page.split_once("\n## Identité\n").expect("the section is there");
    let section = section.split_once("\n### ").map_or(section, |(section, _)| section);
    let (_, block) = section.split_once(&format!("```{kind}\n")).expect("the example is there");
    block.split_once("```").expect("the example ends").0.to_owned()
}

fn identity(site: &Value) -> (Identity, Vec<(String, Expected, Option<String>)>) {
    let file = json!({ "format": 1, "site": site, "entries": [{ "id": "a", "kind": "commun", "name": "A" }] });
    let loaded = read(&file.to_string()).expect("it is a catalogue");
    let told = loaded.diagnostics.into_iter().map(|told| (told.path, told.expected, told.suggestion)).collect();
    (loaded.catalogue.site.identity, told)
}

#[test]
fn the_example_of_the_guide_is_read_whole() {
    let site: Value = serde_json::from_str(&example("json site")).expect("the example is JSON");
    let (identity, told) = identity(&site);
    assert_eq!(told, []);
    assert_eq!(identity.files().count(), 6, "every file that can be named");
    assert!(identity.accent.is_some() && identity.grounds.iter().all(Option::is_some) && identity.publisher.is_some());
    assert!(!identity.header_links.is_empty() && !identity.footer_links.is_empty() && !identity.footer.is_empty());
    assert!(identity.image.is_some_and(|image| image.size.is_some() && !image.alt.is_empty()));
}

/// Each token that the guide lets hosts set is one of the style, and the other way round for colours.
#[test]
fn the_guide_names_the_tokens_of_the_style() {
    let (style, page) = (text_of("style/tokens.css"), text_of("docs/donnees.md"));
    let example = example("css");
    let set = example.lines().filter_map(|line| line.trim().split_once(':').map(|(name, _)| name));
    let set: Vec<&str> = set.filter(|name| name.starts_with("--")).collect();
    assert!(!set.is_empty(), "the example sets tokens");
    for name in set {
        assert!(style.contains(&format!("  {name}:")), "{name} is a token");
    }
    let colours = style.lines().filter_map(|line| line.trim().split_once(':'));
    let colours =
        colours.filter(|(name, value)| name.starts_with("--") && value.trim().starts_with("light-dark(oklch(0"));
    let colours: Vec<&str> = colours.map(|(name, _)| name).filter(|name| !name.starts_with("--th-")).collect();
    assert!(colours.len() > 20, "{colours:?}");
    for name in colours {
        assert!(page.contains(&format!("`{name}`")), "the guide has {name}");
    }
}

#[test]
fn short_forms_are_read() {
    let (identity, told) = identity(&json!({
        "title": "A",
        "logo": "logo.svg",
        "publisher": "Région Brume",
        "accent": "8D2B2F",
        "footer_links": { "label": "Écrire", "url": "mailto:a@b.example" },
        "icon": null,
        "style": "",
        "grounds": {},
    }));
    assert_eq!(told, []);
    let logo = identity.logo.expect("a word is its file");
    assert_eq!((logo.picture.file.as_str(), logo.picture.size), ("logo.svg", None));
    assert_eq!(identity.publisher.expect("a word is its name").name.as_str(), "Région Brume");
    assert_eq!(identity.accent, Some(Colour([0x8d, 0x2b, 0x2f])));
    assert!(matches!(identity.footer_links[0].target, Target::Elsewhere(_)));
    assert!(identity.icon.is_none() && !identity.has_style);
}

#[test]
fn what_is_wrong_is_told_and_costs_itself_only() {
    let (identity, told) = identity(&json!({
        "title": "A",
        "logo": { "file": "https://ailleurs.example/logo.svg" },
        "icon": "../favicon.svg",
        "touch_icon": "/images/icone.png",
        "image": { "file": "image.svg" },
        "accent": "rouge",
        "grounds": { "light": "#fff", "dark": "rgb(0, 0, 0)" },
        "style": "autre.css",
        "header_links": [
            { "label": "Bon", "url": "aide/" },
            { "label": "Mauvais", "url": "javascript:alert(1)" },
            { "label": "Trompeur", "url": "https://banque.example@ailleurs.example/" },
            { "label": "Hôte", "url": "www.exemple.fr" },
            { "url": "aide/" },
        ],
    }));
    let found: Vec<(&str, Option<&str>)> =
        told.iter().map(|(path, _, near)| (path.as_str(), near.as_deref())).collect();
    assert_eq!(
        found,
        [
            ("site.header_links[1].url", None),
            ("site.header_links[2].url", None),
            ("site.header_links[3].url", Some("https://www.exemple.fr")),
            ("site.header_links[4].label", None),
            ("site.logo.file", None),
            ("site.icon", Some("favicon.svg")),
            ("site.touch_icon", Some("images/icone.png")),
            ("site.image.file", None),
            ("site.accent", None),
            ("site.grounds.dark", None),
            ("site.style", Some("site.css")),
        ]
    );
    assert_eq!(identity.files().count(), 0, "nothing unsafe is named");
    assert_eq!(identity.grounds, [Some(Colour([255; 3])), None]);
    assert_eq!(identity.header_links.len(), 1);
}

#[test]
fn files_that_are_not_there_are_told_where_they_are_named() {
    let text = "{\"format\": 1, \"site\": {\n\"title\": \"A\",\n\"logo\": \"logo.svg\",\n\"icon\": \"icone.png\"}, \"entries\": []}";
    let catalogue = read(text).expect("it is a catalogue").catalogue;
    let missing = catalogue::missing_files(text, &catalogue, |file| file == "icone.png");
    let [told] = missing.as_slice() else { panic!("{missing:?}") };
    let place = told.place.expect("it is in the file");
    assert_eq!((told.found.as_str(), &told.expected, place.line), ("logo.svg", &Expected::FileBeside, 3));
    assert!(told.sentence(messages::Language::French).contains("n’est pas à côté des données"));
}
