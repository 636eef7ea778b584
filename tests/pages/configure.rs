//! The page that says how to show a view in another site.

use crate::support::{main_of, page, page_of, text, texts};

/// The codes to copy, as they read.
fn codes(html: &str) -> Vec<String> {
    let blocks = html.split("<code>").skip(1).filter_map(|rest| rest.split_once("</code>"));
    blocks
        .map(|(code, _)| code.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&"))
        .collect()
}

#[test]
fn a_view_comes_with_its_code() {
    let html = page("/integrer/?q=rue&theme=mobilite&apparence=sombre&limite=6");
    let address = "/embed/?q=rue&theme=mobilite&apparence=sombre&limite=6";
    assert!(html.contains(&format!("<iframe src=\"{}\"", address.replace('&', "&amp;"))), "{html}");
    let codes = codes(&html);
    let escaped = address.replace('&', "&amp;");
    // First what survives most: a link stands there until the script has run.
    assert!(
        codes[0].contains("<communs-catalogue filters=\"q=rue&amp;theme=mobilite&amp;apparence=sombre&amp;limite=6\""),
        "{}",
        codes[0]
    );
    assert!(codes[0].contains("><a href=\"/catalogue/?q=rue&amp;theme=mobilite\">"), "{}", codes[0]);
    assert_eq!(
        codes[1],
        format!(
            "<iframe src=\"{escaped}\" title=\"Communs\u{a0}: «\u{a0}rue\u{a0}», Mobilité\" width=\"100%\" height=\"600\" style=\"border:0;height:auto;min-height:600px;frame-sizing:content-height\" loading=\"lazy\"></iframe>"
        )
    );
    // Optimisers rewrite attributes whose names end with `src`.
    assert!(codes[2].contains(&format!("data-vue=\"{}\"", &escaped[1..])), "{}", codes[2]);
    assert_eq!(codes[3], address);
}

#[test]
fn an_entry_comes_with_its_code() {
    let html = page("/integrer/?fiche=communs/grist&vue=carte");
    assert!(text(main_of(&html)).contains("La fiche «\u{a0}Grist\u{a0}»"));
    let codes = codes(&html);
    assert!(codes[1].starts_with("<iframe src=\"/embed/communs/grist/?vue=carte\" title=\"Communs\u{a0}: Grist\""));
    assert!(codes[0].contains("<communs-catalogue src=\"embed/communs/grist/\" filters=\"vue=carte\""), "{}", codes[0]);
    assert!(codes[0].contains("><a href=\"/communs/grist/\">"), "{}", codes[0]);
    assert_eq!(codes[3], "/communs/grist/", "the address that oEmbed starts from");
    // One that does not exist is no reason to show nothing.
    assert!(page("/integrer/?fiche=communs/rien").contains("<iframe src=\"/embed/\""));
}

#[test]
fn the_address_of_the_site_is_that_of_its_data() {
    let json = r#"{"format": 1, "site": {"title": "Essai", "url": "https://communs.example/a/"}}"#;
    assert!(codes(&page_of(json, "/integrer/"))[1].starts_with("<iframe src=\"https://communs.example/a/embed/\""));
}

#[test]
fn a_colour_that_reads_badly_is_told() {
    for (search, said) in [
        ("accent=8d2b2f&apparence=clair", false),
        ("accent=8d2b2f&apparence=sombre", true),
        ("accent=ff0&apparence=clair", true),
        ("accent=808080", true),
        ("accent=777", true),
    ] {
        let html = page(&format!("/integrer/?{search}"));
        let alerts = texts(&html, "class=\"alerte alerte--attention\"", "</p>");
        assert!(alerts.iter().all(|alert| alert.contains("il en faut 4,5")), "{alerts:?}");
        assert!(alerts.is_empty() != said, "{search}: {alerts:?}");
    }
}

#[test]
fn the_catalogue_and_the_fiches_lead_to_it() {
    for (page_path, link) in [
        ("/catalogue/?theme=mobilite&page=2", "href=\"/integrer/?theme=mobilite\""),
        ("/catalogue/", "href=\"/integrer/\""),
        ("/communs/grist/", "href=\"/integrer/?fiche=communs/grist\""),
    ] {
        assert!(main_of(&page(page_path)).contains(link), "{page_path}");
    }
    assert!(!page("/embed/").contains("/integrer/"), "a frame is not where another one is made");
}
