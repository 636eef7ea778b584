//! What each page says of itself, and where it leads.

use crate::support::{Site, real_data};

/// The values of an attribute in a page.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_link_is_relative_and_leads_to_a_file() {
    let site = Site::new("links");
    assert!(site.build(&real_data(), &[]).status.success());
    let mut seen = 0;
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
        let html = site.read(&format!("{folder}index.html"));
        for address in values(&html, "href").into_iter().chain(values(&html, "src")).chain(values(&html, "action")) {
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
            seen += 1;
        }
    }
    assert!(seen > 400, "{seen} links");
}

#[test]
fn each_part_of_the_site_has_its_program() {
    let site = Site::new("parts");
    for (rank, part) in ["cadres", "quotidien", "autres"].into_iter().enumerate() {
        let folder = site.app.join(part);
        std::fs::create_dir(&folder).expect("the folder of the test can be written");
        for end in [".js", "_bg.wasm"] {
            let file = folder.join(format!("communs-{rank}23456789abcdef0{end}"));
            std::fs::write(file, part).expect("the folder of the test can be written");
        }
    }
    assert!(site.build(&real_data(), &[]).status.success());
    for (page, rank) in [("embed/", 0), ("", 1), ("embed/communs/grist/", 1), ("comparer/", 2)] {
        let html = site.read(&format!("{page}index.html"));
        let start =
            values(&html, "src").into_iter().find(|src| src.contains("demarrage-")).expect("a page starts an app");
        let script = site.read(start.trim_start_matches("../"));
        assert!(script.contains(&format!("communs-{rank}23456789abcdef0_bg.wasm")), "{page}: {script}");
    }
    assert!(!site.out.join("communs-0123456789abcdef.js").exists(), "no page starts the whole app");
    assert!(!site.out.join("cadres").exists());
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
        ("fiches/2/", "Toutes les fiches · Communs", "251\u{a0}fiches"),
    ] {
        let html = site.read(&format!("{folder}index.html"));
        assert!(html.contains(&format!("<title>{title}</title>")), "{folder}: {title}");
        assert!(html.contains(&format!("<meta property=\"og:title\" content=\"{title}\">")), "{folder}");
        assert!(
            html.contains(&format!("<meta name=\"description\" content=\"{description}")),
            "{folder}: {description}"
        );
        let address = format!("https://communs.example/a/{folder}");
        assert!(html.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{folder}");
        assert!(html.contains("<html lang=fr"), "{folder}");
        let policy = html.find("Content-Security-Policy").expect("the page has a policy");
        assert!(policy < html.find("<script").expect("the page has scripts"), "the policy comes before what it rules");
        assert!(!html.contains(" style=\""), "{folder}: the policy allows no style in the page");
        assert!(html.contains(" integrity=\"sha384-"), "{folder}");
        assert!(!html.contains("<!-->") && !html.contains("<!>"), "{folder} has the marks of hydration");
    }
}

#[test]
fn every_page_for_search_engines_says_what_it_is() {
    let site = Site::new("structured");
    assert!(site.build(&real_data(), &["--url", "https://communs.example/a"]).status.success());
    for (folder, kind) in [
        ("", "DataCatalog"),
        ("catalogue/", "ItemList"),
        ("fiches/", "CollectionPage"),
        ("communs/terristory/", "SoftwareApplication"),
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
        let html = site.read(&format!("{folder}index.html"));
        let scripts: Vec<&str> = html.split("<script type=\"application/ld+json\">").skip(1).collect();
        let [script] = scripts[..] else { panic!("{folder}: {} scripts", scripts.len()) };
        let script = script.split("</script>").next().unwrap_or_default();
        assert!(script.contains(&format!("\"@type\":\"{kind}\"")), "{folder}: {script}");
    }
    let about = site.read("a-propos/index.html");
    for part in ["\"name\":\"À propos\"", "\"url\":\"https://communs.example/a/a-propos/\"", "\"@type\":\"WebSite\""] {
        assert!(about.contains(part), "{part}");
    }
    let understand = site.read("comprendre/index.html");
    assert!(understand.contains("\"url\":\"https://communs.example/a/comprendre/#geocommun\""));
    for folder in ["selection/", "comparer/"] {
        assert!(!site.read(&format!("{folder}index.html")).contains("<script type=\"application/ld+json"), "{folder}");
    }
}

#[test]
fn markup_in_the_data_is_text() {
    let site = Site::new("markup");
    let hostile = real_data().replacen("\"TerriSTORY\"", "\"</title><script>alert(1)</script> & \\\"co\\\"\"", 1);
    let output = site.build(&hostile, &["--url", "https://communs.example"]);
    assert!(output.status.success(), "{output:?}");
    let html = site.read("communs/terristory/index.html");
    assert!(html.contains("<title>&lt;/title>&lt;script>alert(1)&lt;/script> &amp; "), "the title is text");
    assert!(!html.to_lowercase().contains("<script>alert"), "the name is text everywhere");
    assert!(!site.read("feed.xml").contains("<script>"));
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
        let html = site.read(&format!("{folder}index.html"));
        for part in [
            "<html lang=fr data-cadre=\"\"",
            "<meta name=\"robots\" content=\"noindex\">",
            "<meta name=\"responsive-embedded-sizing\" content=\"allow-origins=*\">",
            &format!("<link rel=\"canonical\" href=\"https://communs.example/a/{of_site}\">"),
            "target=\"_blank\"",
        ] {
            assert!(html.contains(part), "{folder}: {part}");
        }
        for part in ["og:title", "ld+json", "oembed", "rel=\"manifest\"", "/motifs-", " style=\""] {
            assert!(!html.contains(part), "{folder}: {part}");
        }
        // The script of the look comes before the body, and the policy names it.
        let script = html.find("URLSearchParams").expect("the page sets its look");
        assert!(script < html.find("id=app").expect("the page has an app"), "{folder}");
    }
    let policy = |page: &str| values(&site.read(page), "content").into_iter().next().unwrap_or_default().to_owned();
    assert_eq!(policy("embed/index.html"), policy("index.html"), "one policy for all pages");
    assert_eq!(policy("index.html").matches("'sha256-").count(), 4, "{}", policy("index.html"));
    assert!(!site.read("sitemap.xml").contains("/embed/") && site.read("sitemap.xml").contains("/integrer/"));
    assert!(
        site.read("sitemap.xml").contains("/soutiens/autodiagnostic/") && site.read("vagues.ics").contains("VEVENT")
    );
    assert!(!site.read("index.html").contains("data-cadre"));
}

#[test]
fn what_a_visitor_has_chosen_is_not_for_search_engines() {
    let site = Site::new("chosen");
    assert!(site.build(&real_data(), &["--url", "https://communs.example/a"]).status.success());
    let map = site.read("sitemap.xml");
    for (folder, listed) in [("comparer/", false), ("selection/", false), ("relations/", true), ("statistiques/", true)]
    {
        let html = site.read(&format!("{folder}index.html"));
        assert_eq!(html.contains("<meta name=\"robots\" content=\"noindex\">"), !listed, "{folder}");
        assert_eq!(map.contains(&format!("/a/{folder}<")), listed, "{folder}");
        assert!(!html.contains(" style=\""), "{folder}: the policy allows no style in the page");
    }
}

#[test]
fn the_preview_of_the_site_in_one_file_promises_nothing() {
    let site = Site::new("preview");
    assert!(site.build(&real_data(), &["--single-file"]).status.success());
    let page = std::fs::read_to_string(&site.out).expect("there is a page");
    // Without scripts, what is a link leads out, or to a place of this page.
    let links: Vec<&str> = page.split("<a ").skip(1).filter_map(|rest| rest.split('>').next()).collect();
    let hrefs: Vec<&str> = links.iter().filter_map(|link| link.split("href=\"").nth(1)?.split('"').next()).collect();
    for href in &hrefs {
        let outside = ["http://", "https://", "mailto:"].iter().any(|start| href.starts_with(start));
        let place = href
            .strip_prefix('#')
            .is_some_and(|id| [format!(" id=\"{id}\""), format!(" id={id}")].iter().any(|place| page.contains(place)));
        let comes_later = href.starts_with("#/") && page.contains(&format!(" data-href=\"{href}\""));
        assert!(outside || place || comes_later, "{href} leads nowhere");
    }
    assert!(!page.contains(" href=\"#/"));
    assert!(hrefs.len() > 60, "{} links", hrefs.len());
    assert!(page.contains("Enregistrez ce fichier") && !page.contains("voir la liste de toutes les fiches"));
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
    for page in ["index.html", "communs/grist/index.html", "embed/index.html", "404.html"] {
        let html = site.read(page);
        let first = html.find("history.replaceState").expect("the first script is in the page");
        let policy = html.find("http-equiv=\"Content-Security-Policy\"").expect("the page has its policy");
        assert!(policy < first, "{page}: the policy rules every script");
        for addressed in [" href=", " src=", "data-href="] {
            assert!(html.find(addressed).is_none_or(|at| first < at), "{page}: {addressed} comes first");
        }
        assert_eq!(html.matches("history.replaceState").count(), 1, "{page}");
    }
    assert!(site.read("secours.js").contains("\"navigateur\":\"Votre navigateur n’exécute pas WebAssembly"));
}
