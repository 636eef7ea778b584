//! The page that says how to show a view in another site.

use crate::support::{Ask, page, page_of};

/// The codes to copy.
fn codes(path: &str) -> Vec<String> {
    page(path).texts("pre code")
}

#[test]
fn a_view_comes_with_its_code() {
    let path = "/integrer/?q=rue&theme=mobilite&apparence=sombre&limite=6";
    let address = "/embed/?q=rue&theme=mobilite&apparence=sombre&limite=6";
    assert_eq!(page(path).attributes("iframe", "src"), [address]);
    let [element, frame, script, link] = codes(path).try_into().expect("a view has four codes");
    let escaped = address.replace('&', "&amp;");
    // First what survives most: a link stands there until the script has run.
    for part in [
        "<communs-catalogue filters=\"q=rue&amp;theme=mobilite&amp;apparence=sombre&amp;limite=6\"",
        "><a href=\"/catalogue/?q=rue&amp;theme=mobilite\">",
    ] {
        assert!(element.contains(part), "{part}: {element}");
    }
    assert_eq!(
        frame,
        format!(
            "<iframe src=\"{escaped}\" title=\"Communs\u{a0}: «\u{a0}rue\u{a0}», Mobilité\" width=\"100%\" height=\"600\" style=\"border:0;height:auto;min-height:600px;frame-sizing:content-height\" loading=\"lazy\"></iframe>"
        )
    );
    // Optimisers rewrite attributes whose names end with `src`.
    assert!(script.contains(&format!("data-vue=\"{}\"", &escaped[1..])), "{script}");
    assert_eq!(link, address);
}

#[test]
fn an_entry_comes_with_its_code() {
    let path = "/integrer/?fiche=communs/grist&vue=carte";
    assert!(page(path).main().contains("La fiche «\u{a0}Grist\u{a0}»"));
    let [element, frame, _, oembed, _] = codes(path).try_into().expect("an entry has five codes");
    for part in
        ["<communs-catalogue src=\"embed/communs/grist/\" filters=\"vue=carte\"", "><a href=\"/communs/grist/\">"]
    {
        assert!(element.contains(part), "{part}: {element}");
    }
    assert!(frame.starts_with("<iframe src=\"/embed/communs/grist/?vue=carte\" title=\"Communs\u{a0}: Grist\""));
    assert_eq!(oembed, "/communs/grist/", "the address that oEmbed starts from");
    let absent = page("/integrer/?fiche=communs/rien");
    assert_eq!(absent.attributes("iframe", "src"), ["/embed/"], "it is no reason to show nothing");
}

#[test]
fn the_address_of_the_site_is_that_of_its_data() {
    let json = r#"{"format": 1, "site": {"title": "Essai", "url": "https://communs.example/a/"}}"#;
    let codes = page_of(json, "/integrer/").texts("pre code");
    assert!(codes[1].starts_with("<iframe src=\"https://communs.example/a/embed/\""), "{}", codes[1]);
}

#[test]
fn a_colour_that_reads_badly_is_told() {
    for (search, told) in [
        ("accent=8d2b2f&apparence=clair", false),
        ("accent=8d2b2f&apparence=sombre", true),
        ("accent=ff0&apparence=clair", true),
        ("accent=808080", true),
        ("accent=777", true),
    ] {
        let said = page(&format!("/integrer/?{search}")).main();
        assert_eq!(said.contains("il en faut 4,5"), told, "{search}: {said}");
    }
}

#[test]
fn the_catalogue_and_the_entry_pages_lead_to_it() {
    for (at, to) in [
        ("/catalogue/?theme=mobilite&page=2", "/integrer/?theme=mobilite"),
        ("/catalogue/", "/integrer/"),
        ("/communs/grist/", "/integrer/?fiche=communs/grist"),
    ] {
        assert!(page(at).has(&format!("main a[href='{to}']")), "{at}");
    }
    assert!(!page("/embed/").has("[href^='/integrer/']"), "a frame is not where another one is made");
}

#[test]
fn bad_addresses_are_told_and_work() {
    let sound = page("/integrer/?theme=mobilite&vue=cartes&apparence=sombre&utm_source=lettre");
    assert!(!sound.has("main .alert"), "{}", sound.main());
    for (search, told) in [
        ("tri=hasard", "n’est pas une valeur de «\u{a0}tri\u{a0}»"),
        ("apparence=rose", "n’est pas une valeur de «\u{a0}apparence\u{a0}»"),
        ("theme=nimporte", "Ce catalogue n’a pas cette valeur de filtre"),
        ("fiche=communs/rien", "«\u{a0}communs/rien\u{a0}» n’est pas une valeur de «\u{a0}fiche\u{a0}»"),
        ("fiche=communs/grist&vue=tableau", "n’est pas une valeur de «\u{a0}vue\u{a0}»"),
    ] {
        let page = page(&format!("/integrer/?{search}"));
        assert!(page.one("main .alert").said().contains(told), "{search}: {}", page.main());
        assert_eq!(page.count("iframe"), 1, "{search}");
    }
    assert!(!page("/integrer/?fiche=communs/grist&vue=carte").has("main .alert"));
}
