//! A site with the identity that its data gives: its files, its colours, its icons, its own style.

use std::fs;

use serde_json::{Value, json};

use crate::support::{Site, all, attributes};

const POLICY: &str = "meta[http-equiv=Content-Security-Policy]";

fn data(site: &Value) -> String {
    let mut data = json!({ "format": 1, "site": { "title": "Logithèque", "url": "https://brume.example/a/" },
        "entries": [{ "id": "a", "kind": "commun", "name": "A" }] });
    for (key, value) in site.as_object().expect("the test writes settings") {
        data["site"][key] = value.clone();
    }
    data.to_string()
}

/// Every setting, and the files that they name.
fn dressed(site: &Site) -> String {
    fs::create_dir_all(site.folder().join("images")).expect("the folder of the test can be written");
    for (file, content) in [
        ("images/logo.svg", "<svg id='logo'/>"),
        ("icone.png", "PNG"),
        ("partage.png", "PNG"),
        ("site.css", "h1 { color: red } /* </style> */"),
    ] {
        site.write(file, content);
    }
    data(&json!({
        "logo": { "file": "images/logo.svg", "width": 90, "height": 30 },
        "icon": "icone.png",
        "image": { "file": "partage.png", "width": 1200, "height": 630, "alt": "Une étagère" },
        "accent": "#ff0",
        "grounds": { "light": "#fff" },
        "style": "site.css",
        "publisher": "Région Brume",
    }))
}

#[test]
fn pages_have_the_look_of_their_data() {
    let site = Site::new("look");
    let output = site.build(&dressed(&site), &[]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(site.read("images/logo.svg"), "<svg id='logo'/>");
    assert_eq!(site.read("site.css"), "h1 { color: red } /* </style> */");
    for (folder, root) in [("", "./"), ("communs/a/", "../../"), ("embed/", "../")] {
        let page = site.page(folder);
        assert_eq!(all(&page, "html[data-accent][data-grounds]").len(), 1, "{folder}");
        assert_eq!(attributes(&page, "link[rel=icon]", "href"), [format!("{root}icone.png")]);
        assert_eq!(attributes(&page, "link#site-style", "href"), [format!("{root}site-layer.css")]);
        assert_eq!(attributes(&page, ".brand__logo, .frame__link img", "src")[0], format!("{root}images/logo.svg"));
        let [style] = all(&page, "style")[..] else { panic!("one style in {folder}") };
        let style: String = style.text().collect();
        assert!(style.contains("--accent:#ffff00;--ground-light:#ffffff;"), "{style}");
        // What browsers of the floor are told: a yellow that reads on white.
        assert!(style.contains("--action:var(--lightningcss-light,#6"), "{style}");
        assert!(style.contains("--ground:var(--lightningcss-light,#ffffff)"), "{style}");
        // The policy allows these rules and no others.
        let policy = attributes(&page, POLICY, "content")[0];
        assert!(policy.contains("style-src 'self' https://brume.example 'sha256-"), "{policy}");
        assert!(!policy.contains("unsafe-inline"));
        // After ours, so that it can say otherwise.
        let html = page.html();
        let place = |part: &str| html.find(part).unwrap_or_else(|| panic!("{part} in {folder}"));
        assert!(place("communs-1123456789abcdef.css") < place("<style>") && place("<style>") < place("site-layer.css"));
    }
    let home = site.page("");
    let property = |name: &str| attributes(&home, &format!("meta[property='{name}']"), "content").concat();
    assert_eq!(property("og:image"), "https://brume.example/a/partage.png");
    assert_eq!((property("og:image:width"), property("og:image:alt")), ("1200".into(), "Une étagère".into()));
    let manifest: Value = serde_json::from_str(&site.read("manifest.webmanifest")).expect("it is JSON");
    assert_eq!(manifest["icons"], json!([{ "src": "icone.png", "type": "image/png" }]), "ours is not beside it");
    assert_eq!(manifest["theme_color"], "#ffffff");
    let worker = site.read("sw.js");
    for file in ["icone.png", "images/logo.svg", "site.css", "site-layer.css"] {
        assert!(worker.contains(&format!("\"{file}\"")), "{file} is kept for visits without a network");
    }
    assert!(site.read("404.html").contains("data-href=\"site-layer.css\""), "found from any depth");
    assert!(site.read("catalogue.jsonld").contains("Région Brume") && site.read("feed.xml").contains("icone.png"));
}

#[test]
fn a_site_without_identity_is_as_it_was() {
    let site = Site::new("plain");
    assert!(site.build(&data(&json!({})), &[]).status.success());
    let page = site.page("");
    assert_eq!(all(&page, "style, #site-style, html[data-accent], html[data-grounds]").len(), 0);
    assert_eq!(attributes(&page, "link[rel=icon]", "href"), ["./favicon.svg"]);
    assert!(attributes(&page, POLICY, "content")[0].contains("style-src 'self' https://brume.example;"));
}

#[test]
fn a_file_that_is_not_there_is_told_and_nothing_is_built() {
    let site = Site::new("missing");
    let json = data(&json!({ "logo": "images/logo.svg" }));
    let output = site.build(&json, &[]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && !site.out.exists());
    assert!(
        said.contains("site.logo") && said.contains("«\u{a0}images/logo.svg\u{a0}» n’est pas à côté des données"),
        "{said}"
    );
    let checked = site.check(&site.write("autre.json", &json));
    assert!(!checked.status.success() && String::from_utf8_lossy(&checked.stdout).contains("images/logo.svg"));
    assert!(site.build(&json, &["--keep-going"]).status.success());
}

#[test]
fn a_site_in_one_file_holds_what_its_data_names() {
    let site = Site::new("alone");
    let json = dressed(&site);
    let output = site.build(&json, &["--single-file"]);
    assert!(output.status.success(), "{output:?}");
    let page = fs::read_to_string(&site.out).expect("the page is there");
    let document = scraper::Html::parse_document(&page);
    let styles: Vec<String> = all(&document, "style").into_iter().map(|style| style.text().collect()).collect();
    let [ours, own] = styles.as_slice() else { panic!("{styles:?}") };
    assert!(!ours.contains("@import") && own.contains("background-image:url(data:image/svg+xml;base64,"), "{own}");
    assert!(own.contains("aspect-ratio:90/30") && own.contains("@layer site{h1 { color: red }"), "{own}");
    assert!(own.contains("--accent:#ffff00"), "{own}");
    assert!(attributes(&document, "link[rel=icon]", "href")[0].starts_with("data:image/png;base64,"));
    assert_eq!(all(&document, "link").len(), 1, "nothing else is to be loaded");
    let policy = attributes(&document, POLICY, "content")[0];
    let (_, rules) = policy.split_once("style-src ").expect("there is a rule");
    assert_eq!(rules.split(';').next().unwrap_or_default().matches("'sha256-").count(), 2, "{policy}");
}

/// The images of an entry, and the files that they name.
fn pictured(site: &Site) -> String {
    fs::create_dir_all(site.folder().join("images")).expect("the folder of the test can be written");
    for file in ["images/a.svg", "images/a.png"] {
        site.write(file, "IMAGE");
    }
    let mut data: Value = serde_json::from_str(&data(&json!({}))).expect("the test writes JSON");
    let images = json!([{ "file": "images/a.png", "width": 800, "height": 400, "alt": "Un écran" }]);
    let entry = json!({ "id": "b", "kind": "commun", "name": "B", "logo": "images/a.svg", "images": images });
    data["entries"].as_array_mut().expect("there are entries").push(entry);
    data.to_string()
}

#[test]
fn images_of_entries_are_files_of_the_site() {
    let site = Site::new("images");
    let output = site.build(&pictured(&site), &[]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!((site.read("images/a.svg"), site.read("images/a.png")), ("IMAGE".into(), "IMAGE".into()));
    let page = site.page("communs/b/");
    assert_eq!(attributes(&page, "main img", "src"), ["../../images/a.svg", "../../images/a.png"]);
    let told = |property: &str| attributes(&page, &format!("meta[property='og:image{property}']"), "content");
    assert_eq!(told(""), ["https://brume.example/a/images/a.png"], "other sites draw no SVG");
    assert_eq!([told(":width"), told(":alt")], [["800"], ["Un écran"]]);
    assert!(all(&site.page("communs/a/"), "meta[property='og:image']").is_empty());
    // They grow with the data: what is kept for later does not.
    let worker = site.read("sw.js");
    assert!(worker.contains("catalogue.json") && !worker.contains("images/a"), "{worker}");
}

#[test]
fn an_image_of_an_entry_that_is_not_there_is_told_where_it_is_named() {
    let site = Site::new("no-image");
    let json = pictured(&site).replace("images/a.png", "images/b.png").replace("\"images/a.svg\"", "\"images/b.svg\"");
    let output = site.build(&json, &[]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && !site.out.exists());
    for (path, file) in [("entries[1].logo", "images/b.svg"), ("entries[1].images[0].file", "images/b.png")] {
        assert!(
            said.contains(path) && said.contains(&format!("«\u{a0}{file}\u{a0}» n’est pas à côté des données")),
            "{said}"
        );
    }
}

#[test]
fn the_head_names_a_feed_where_there_are_changes() {
    let site = Site::new("feed");
    let feeds = |json: &str| {
        assert!(site.build(json, &[]).status.success());
        all(&site.page("communs/a/"), "link[rel=alternate][type='application/atom+xml']").len()
    };
    let mut file: Value = serde_json::from_str(&data(&json!({}))).expect("the test writes JSON");
    assert_eq!(feeds(&file.to_string()), 0);
    file["changes"] = json!([{"date": "2026-11", "nature": "nouveau", "entries": ["a"], "reason": "Elle arrive."}]);
    assert_eq!(feeds(&file.to_string()), 1);
}
