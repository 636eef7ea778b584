//! What each page says of itself, and where it leads.

use scraper::{ElementRef, Html, Node, Selector};

use crate::support::{Site, all, attributes, real_count, real_data, repository, text};

/// The policy of a page.
const POLICY: &str = "meta[http-equiv=Content-Security-Policy]";

#[test]
fn another_address_than_that_of_the_data_is_told() {
    let site = Site::new("addresses");
    let data = std::fs::read(repository().join("tests/fixtures/small.json")).expect("the fixture is there");
    for (url, is_told) in [("https://lannec.example/communs/", false), ("https://autre.example/", true)] {
        let output = site.build(&data, &["--url", url]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            output.status.success() && said.contains("site.url, https://lannec.example/communs") == is_told,
            "{said}"
        );
    }
}

#[test]
fn every_link_is_relative_and_leads_to_a_file() {
    let site = Site::new("links");
    assert!(site.build(&real_data(), &[]).status.success());
    for folder in [
        "",
        "catalogue/",
        "fiches/",
        "fiches/2/",
        "a-propos/",
        "integrer/",
        "comprendre/",
        "contribuer/",
        "collectivites/",
        "soutiens/",
        "soutiens/autodiagnostic/",
        "comparer/",
        "selection/",
        "relations/",
        "statistiques/",
        "embed/",
        "communs/terristory/",
        "embed/communs/terristory/",
        "programmes/appel-a-communs/",
    ] {
        let page = site.page(folder);
        let named = ["href", "src", "action"].map(|name| attributes(&page, &format!("[{name}]"), name));
        assert!(!named[0].is_empty() && !named[1].is_empty(), "{folder}: {named:?}");
        for address in named.concat() {
            let outside = ["http://", "https://", "mailto:", "#"].iter().any(|start| address.starts_with(start));
            if outside || address.is_empty() {
                continue;
            }
            let path = address.split(['?', '#']).next().unwrap_or_default();
            let mut file = site.out.join(folder).join(path);
            if path.ends_with('/') {
                file.push("index.html");
            }
            // Only the app of the tests lacks these.
            assert!(
                file.is_file() || path.contains("motifs-") || path.ends_with(".schema.json"),
                "{folder}: {address}"
            );
        }
    }
}

#[test]
fn pages_start_the_program_in_modules() {
    let site = Site::new("modules");
    let folder = site.app.join("modules");
    std::fs::create_dir(&folder).expect("the folder of the test can be written");
    let files = ["communs-", "communs-modules-"].map(|start| format!("{start}2123456789abcdef.js"));
    let modules = ["communs-2123456789abcdef_bg.wasm", "communs-entry-2123456789abcdef.wasm"];
    let list = format!("{{\"entry\": [\"{}\"]}}", modules[1]);
    std::fs::write(folder.join(names::MODULES_FILE), list).expect("the folder of the test can be written");
    let files: Vec<&str> = files.iter().map(String::as_str).chain(modules).collect();
    for file in &files {
        std::fs::write(folder.join(file), file).expect("the folder of the test can be written");
    }
    assert!(site.build(&real_data(), &[]).status.success());
    for (page, module) in [
        ("embed/", "catalogue"),
        ("", ""),
        ("catalogue/", "catalogue"),
        ("communs/grist/", "entry"),
        ("embed/communs/grist/", "entry"),
        ("comparer/", "seldom_used"),
    ] {
        let html = site.page(page);
        let start = attributes(&html, "script[src*=start-]", "src");
        let script = site.read(start[0].trim_start_matches("../"));
        for file in &files {
            assert!(script.contains(file), "{page}: {file} in {script}");
        }
        let drawn_by = attributes(&html, "script[data-module]", "data-module").first().map_or("", |module| *module);
        assert_eq!(drawn_by, module, "{page}");
    }
    let worker = site.read("sw.js");
    for file in &files {
        assert_eq!(site.read(file), **file);
        assert!(worker.contains(file), "{file} is kept for later");
    }
    assert!(!site.out.join("communs-0123456789abcdef.js").exists(), "no page starts the whole program");
    assert!(!site.out.join("modules").exists());
}

#[test]
fn the_page_of_an_entry_holds_its_details() {
    use serde_json::{Value, json};

    let site = Site::new("details");
    // Texts of data may hold what would end the element.
    let mut data: Value = serde_json::from_str(&real_data()).expect("it is JSON");
    let grist = data["entries"].as_array_mut().unwrap().iter_mut().find(|entry| entry["id"] == "grist").unwrap();
    grist["sources"][0]["title"] = json!("</script><!-- <script>");
    let bare = json!({"id": "bare", "kind": "commun", "name": "Nu", "summary": "Sans détail."});
    data["entries"].as_array_mut().unwrap().push(bare);
    assert!(site.build(&data.to_string(), &[]).status.success());
    let file: Value = serde_json::from_str(&site.read(names::DETAILS_FILE)).expect("it is JSON");
    let told = |id: &str| file["entries"].as_array().unwrap().iter().find(|entry| entry["id"] == id).cloned();
    let held = |folder: &str| -> Option<Value> {
        let page = site.page(folder);
        let selector = Selector::parse(&format!("script#{}", names::DETAILS_ID)).expect("it is a selector");
        let json: String = page.select(&selector).next()?.text().collect();
        Some(serde_json::from_str(&json).expect("it is JSON"))
    };
    for folder in ["communs/grist/", "embed/communs/grist/"] {
        assert!(told("grist").is_some() && held(folder) == told("grist"), "{folder}");
    }
    assert!(told("bare").is_none());
    // Pages that show those of others ask for the file, and one that has none of its own.
    for (folder, asks) in
        [("communs/grist/", 0), ("communs/bare/", 1), ("comparer/", 1), ("soutiens/", 1), ("catalogue/", 0)]
    {
        let page = site.page(folder);
        assert_eq!(all(&page, &format!("script[{}]", names::DETAILED)).len(), asks, "{folder}");
        assert_eq!(held(folder).is_some(), folder == "communs/grist/", "{folder}");
    }
}

#[test]
fn pages_say_what_they_are() {
    let site = Site::new("heads");
    assert!(site.build(&real_data(), &["--url", "https://communs.example/a"]).status.success());
    for (folder, title, description) in [
        ("", "Recourir et contribuer aux communs numériques · Communs", "Catalogue ouvert des communs numériques"),
        ("communs/terristory/", "TerriSTORY · Communs", ""),
        ("soutiens/", "Soutenir les communs · Communs", "Qui peut aider un commun"),
        ("soutiens/autodiagnostic/", "Autodiagnostic · Communs", "Situez votre commun"),
        ("fiches/2/", "Toutes les fiches · Communs", &format!("{}\u{a0}fiches", real_count())),
    ] {
        let page = site.page(folder);
        let meta = |name: &str| attributes(&page, &format!("meta[{name}]"), "content")[0];
        assert_eq!((text(&page, "title").as_str(), meta("property='og:title'")), (title, title), "{folder}");
        assert!(meta("name=description").starts_with(description), "{folder}: {description}");
        let address = format!("https://communs.example/a/{folder}");
        assert_eq!(attributes(&page, "link[rel=canonical]", "href"), [address]);
        assert_eq!(attributes(&page, "html", "lang"), ["fr"]);
        let first = all(&page, &format!("{POLICY}, script"))[0];
        assert_eq!(first.value().name(), "meta", "{folder}: the policy comes before what it rules");
        assert!(!all(&page, "[integrity^=sha256-]").is_empty(), "{folder}");
        let marks = page.tree.values().filter(|node| matches!(node, Node::Comment(comment) if comment.is_empty()));
        assert_eq!(marks.count(), 0, "{folder} has the marks of hydration");
    }
}

/// What a page says to search engines.
const LINKED_DATA: &str = "script[type='application/ld+json']";

#[test]
fn every_page_for_search_engines_says_what_it_is() {
    let site = Site::new("structured");
    assert!(site.build(&real_data(), &["--url", "https://communs.example/a"]).status.success());
    for (folder, kind) in [
        ("", "DataCatalog"),
        ("catalogue/", "ItemList"),
        ("fiches/", "CollectionPage"),
        ("communs/terristory/", "SoftwareSourceCode"),
        ("comprendre/", "DefinedTermSet"),
        ("contribuer/", "WebPage"),
        ("collectivites/", "WebPage"),
        ("soutiens/", "ItemList"),
        ("soutiens/autodiagnostic/", "WebPage"),
        ("relations/", "CollectionPage"),
        ("statistiques/", "WebPage"),
        ("a-propos/", "AboutPage"),
        ("integrer/", "WebPage"),
        ("proposer/", "WebPage"),
    ] {
        let script = text(&site.page(folder), LINKED_DATA);
        assert!(script.contains(&format!("\"@type\":\"{kind}\"")), "{folder}: {script}");
    }
    let about = text(&site.page("a-propos/"), LINKED_DATA);
    for part in ["\"name\":\"À propos\"", "\"url\":\"https://communs.example/a/a-propos/\"", "\"@type\":\"WebSite\""] {
        assert!(about.contains(part), "{part}");
    }
    let understand = text(&site.page("comprendre/"), LINKED_DATA);
    assert!(understand.contains("\"url\":\"https://communs.example/a/comprendre/#geocommun\""));
    for folder in ["selection/", "comparer/"] {
        assert!(all(&site.page(folder), LINKED_DATA).is_empty(), "{folder}");
    }
}

#[test]
fn markup_in_the_data_is_text() {
    let site = Site::new("markup");
    let hostile = real_data().replacen("\"TerriSTORY\"", "\"</title><script>alert(1)</script> & \\\"co\\\"\"", 1);
    let output = site.build(&hostile, &["--url", "https://communs.example"]);
    assert!(output.status.success(), "{output:?}");
    let page = site.page("communs/terristory/");
    let name = "</title><script>alert(1)</script> & \"co\"";
    assert_eq!(text(&page, "title"), format!("{name} · Communs"));
    assert_eq!(text(&page, "h1"), name);
    let scripts = all(&page, "script").into_iter().map(|script| script.text().collect::<String>());
    assert!(scripts.into_iter().all(|script| !script.starts_with("alert")), "the name is text everywhere");
    let feed = site.read("feed.xml");
    let feed = roxmltree::Document::parse(&feed).expect("the feed is XML");
    let titles = feed.descendants().filter(|node| node.has_tag_name("title")).filter_map(|title| title.text());
    assert_eq!(titles.filter(|title| title.contains(name)).count(), 1);
}

#[test]
fn pages_for_other_sites_say_what_they_are() {
    let site = Site::new("embed");
    assert!(site.build(&real_data(), &["--url", "https://communs.example/a"]).status.success());
    for (folder, of_site) in [
        ("embed/", "catalogue/"),
        ("embed/communs/terristory/", "communs/terristory/"),
        ("embed/evenements/nec-6/", "evenements/nec-6/"),
    ] {
        let page = site.page(folder);
        for part in [
            "html[lang=fr][data-frame]",
            "meta[name=robots][content=noindex]",
            "meta[name=responsive-embedded-sizing][content='allow-origins=*']",
            &format!("link[rel=canonical][href='https://communs.example/a/{of_site}']"),
            "a[target=_blank]",
        ] {
            assert!(!all(&page, part).is_empty(), "{folder}: {part}");
        }
        let of_the_site =
            ["[property='og:title']", LINKED_DATA, "[href*=oembed]", "[rel=manifest]", "[href*='/motifs-']"];
        assert!(all(&page, &of_the_site.join(", ")).is_empty(), "{folder}");
        let look = |script: &String| script.contains("URLSearchParams");
        let mut before = all(&page, "head script").into_iter().map(|script| script.text().collect::<String>());
        assert!(before.any(|script| look(&script)), "{folder}: the look is set before the body");
    }
    let policy = |folder: &str| attributes(&site.page(folder), POLICY, "content")[0].to_owned();
    assert_eq!(policy("embed/"), policy(""), "one policy for all pages");
    assert_eq!(policy("").matches("'sha256-").count(), 4, "{}", policy(""));
    assert!(!site.read("sitemap.xml").contains("/embed/") && site.read("sitemap.xml").contains("/integrer/"));
    assert!(
        site.read("sitemap.xml").contains("/soutiens/autodiagnostic/") && site.read("vagues.ics").contains("VEVENT")
    );
    assert!(all(&site.page(""), "[data-frame]").is_empty());
}

#[test]
fn what_a_visitor_has_chosen_is_not_for_search_engines() {
    let site = Site::new("chosen");
    assert!(site.build(&real_data(), &["--url", "https://communs.example/a"]).status.success());
    let map = site.read("sitemap.xml");
    for (folder, listed) in [("comparer/", false), ("selection/", false), ("relations/", true), ("statistiques/", true)]
    {
        assert_eq!(all(&site.page(folder), "meta[name=robots][content=noindex]").is_empty(), listed, "{folder}");
        assert_eq!(map.contains(&format!("/a/{folder}<")), listed, "{folder}");
    }
}

#[test]
fn the_preview_of_the_site_in_one_file_promises_nothing() {
    let site = Site::new("preview");
    assert!(site.build(&real_data(), &["--single-file"]).status.success());
    let page = Html::parse_document(&std::fs::read_to_string(&site.out).expect("there is a page"));
    // Without scripts, what is a link leads out, or to a place of this page.
    let links = attributes(&page, "a[href]", "href");
    assert!(!links.is_empty());
    for href in links {
        let outside = ["http://", "https://", "mailto:"].iter().any(|start| href.starts_with(start));
        let place = href.strip_prefix('#').is_some_and(|id| !all(&page, &format!("[id='{id}']")).is_empty());
        assert!(outside || place, "{href} leads nowhere");
    }
    let said: String = page.root_element().text().collect();
    assert!(said.contains("Enregistrez ce fichier") && !said.contains("voir la liste de toutes les fiches"));
}

#[test]
fn pages_do_not_grow_with_the_catalogue() {
    let pages = ["index.html", "catalogue/index.html", "fiches/index.html", "embed/index.html"];
    let [few, many] = [200, 300].map(|count| {
        let site = Site::new("growth");
        let entry = |rank| format!(r#"{{"id": "commun-{rank}", "kind": "commun", "name": "Commun {rank}"}}"#);
        let entries: Vec<String> = (0..count).map(entry).collect();
        let data = format!(r#"{{"format": 1, "site": {{"title": "A"}}, "entries": [{}]}}"#, entries.join(", "));
        let output = site.build(&data, &["--url", "https://communs.example/a"]);
        assert!(output.status.success(), "{output:?}");
        pages.map(|page| site.read(page).len())
    });
    for ((page, few), many) in pages.iter().zip(few).zip(many) {
        assert!(few > 5_000 && many < few + 1_000, "{page}: {few} bytes with 200 entries, {many} with 300");
    }
}

#[test]
fn nothing_is_addressed_before_the_page_knows_where_it_is() {
    let site = Site::new("first");
    assert!(site.build(&real_data(), &["--url", "https://communs.example/a"]).status.success());
    for file in ["index.html", "communs/grist/index.html", "embed/index.html", "404.html"] {
        let page = Html::parse_document(&site.read(file));
        // In this order.
        let parts = all(&page, &format!("{POLICY}, script, [href], [src], [data-href]"));
        let is_first = |script: &ElementRef<'_>| script.text().any(|text| text.contains("history.replaceState"));
        let [policy, first, ..] = parts[..] else { panic!("{file}: {parts:?}") };
        assert!(policy.attr("http-equiv").is_some(), "{file}: the policy rules every script");
        assert!(is_first(&first), "{file}: {} comes first", first.html());
        assert_eq!(parts.iter().filter(|part| is_first(part)).count(), 1, "{file}");
    }
    assert!(site.read("secours.js").contains("\"browser\":\"Votre navigateur n’exécute pas WebAssembly"));
}

#[test]
fn a_former_id_leads_to_the_present_one() {
    let site = Site::new("former");
    let data = r#"{"format": 1, "site": {"title": "A"}, "entries":
        [{"id": "neuf", "kind": "commun", "name": "Neuf & beau", "former_ids": ["vieux"]}]}"#;
    assert!(site.build(data, &[]).status.success());
    for folder in ["communs", "embed/communs"] {
        let page = site.page(&format!("{folder}/vieux/"));
        assert_eq!(attributes(&page, "[http-equiv=refresh]", "content"), ["0; url=../neuf/"]);
        assert_eq!(attributes(&page, "a", "href"), ["../neuf/"]);
        assert_eq!(text(&page, "a"), "Neuf & beau");
        assert!(!text(&site.page(&format!("{folder}/neuf/")), "main h1").is_empty());
    }
}

#[test]
fn the_pages_of_the_data_are_written_and_those_it_no_longer_has_are_removed() {
    let data = std::fs::read_to_string(crate::support::repository().join("tests/fixtures/pages.json")).unwrap();
    let site = Site::new("own-pages");
    let address = ["--url", "https://brume.example/"];
    assert!(site.build(&real_data(), &address).status.success());
    assert!(site.out.join("soutiens/autodiagnostic/index.html").is_file());
    std::fs::write(site.out.join("mon-fichier.txt"), "À moi").unwrap();
    assert!(site.build(&data, &address).status.success());
    for (folder, is_there) in
        [("debuter", true), ("contribuer", true), ("guide", false), ("comprendre", false), ("soutiens", false)]
    {
        assert_eq!(site.out.join(folder).exists(), is_there, "{folder}");
        let listed = site.read("sitemap.xml").contains(&format!("https://brume.example/{folder}/"));
        assert_eq!(listed, is_there, "{folder} in the sitemap");
    }
    assert!(site.out.join("mon-fichier.txt").is_file(), "what the host added stays");
    let page = site.page("debuter/");
    assert_eq!(text(&page, "title"), "Débuter à l’atelier · Outils de Brume");
    assert_eq!(attributes(&page, "meta[name=description]", "content"), ["Trois gestes avant d’allumer."]);
}

#[test]
fn kinds_that_the_data_adds_have_their_folders() {
    let data = std::fs::read_to_string(crate::support::repository().join("tests/fixtures/kinds.json")).unwrap();
    let site = Site::new("kinds");
    assert!(site.build(&data, &["--url", "https://vallee.example/"]).status.success());
    for folder in ["logiciels/herbier", "jeu-de-donnees/debits", "equipes/syndicat", "communs/four-banal"] {
        for folder in [folder.to_owned(), format!("embed/{folder}")] {
            assert!(!text(&site.page(&format!("{folder}/")), "main h1").is_empty(), "{folder}");
        }
        assert!(site.out.join(folder).join("oembed.json").is_file(), "{folder}");
        assert!(site.read("sitemap.xml").contains(&format!("https://vallee.example/{folder}/")), "{folder}");
    }
    // What the format would give leads there, and so do the ids of before, in both folders.
    for (former, present) in [
        ("organisations/syndicat", "../../equipes/syndicat/"),
        ("communs/herbier", "../../logiciels/herbier/"),
        ("embed/communs/herbier", "../../logiciels/herbier/"),
        ("communs/sources", "../../logiciels/carte-des-sources/"),
        ("logiciels/sources", "../carte-des-sources/"),
    ] {
        let page = site.page(&format!("{former}/"));
        assert_eq!(attributes(&page, "[http-equiv=refresh]", "content"), [format!("0; url={present}")], "{former}");
    }
    assert!(!site.read("sitemap.xml").contains("/organisations/"));
    // Another folder takes the place of the former one.
    let data = data.replace(r#""folder": "logiciels""#, r#""folder": "outils""#);
    assert!(site.build(&data, &["--url", "https://vallee.example/"]).status.success());
    assert!(site.out.join("outils/herbier/index.html").is_file() && !site.out.join("logiciels").exists());
}
