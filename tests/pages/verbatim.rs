//! What a browser must not translate: code to copy, addresses to read or to write to.

use crate::support::{main_of, page, page_of};

/// Each text of some HTML, whether it is in something that is not to be translated, and the address of its link.
fn texts(html: &str) -> Vec<(String, bool, String)> {
    let mut found = Vec::new();
    let mut open: Vec<(&str, bool, String)> = Vec::new();
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a tag is closed");
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if let Some(closed) = tag.strip_prefix('/') {
            while open.pop().is_some_and(|(name, ..)| name != closed) {}
        } else if !["br", "img", "input", "wbr", "meta", "link", "hr"].contains(&name) && !tag.ends_with('/') {
            let (kept, link) = open.last().map_or((false, String::new()), |(_, kept, link)| (*kept, link.clone()));
            let href = tag.split("href=\"").nth(1).and_then(|rest| rest.split('"').next());
            let link = if name == "a" { href.unwrap_or_default().to_owned() } else { link };
            let is_code = ["code", "pre"].contains(&name);
            let kept = kept || tag.contains("translate=\"no\"");
            assert!(kept || !is_code, "a browser would translate <{tag}>");
            open.push((name, kept, link));
        }
        if !text.trim().is_empty() {
            let (kept, link) = open.last().map_or((false, String::new()), |(_, kept, link)| (*kept, link.clone()));
            found.push((text.to_owned(), kept, link));
        }
    }
    found
}

#[test]
fn addresses_and_code_are_left_as_they_are() {
    let mut seen = [0; 2];
    for path in [
        "/communs/terristory/",
        "/organisations/ademe/",
        "/ressources/lovac/",
        "/programmes/appel-a-communs/",
        "/catalogue/?vue=cartes",
        "/contribuer/",
        "/comprendre/",
        "/integrer/",
    ] {
        for (text, kept, link) in texts(main_of(&page(path))) {
            let mail = link.strip_prefix("mailto:").is_some_and(|mail| mail.contains('@') && mail.starts_with(&text));
            let host = link.split_once("://").and_then(|(_, rest)| rest.split('/').next()).unwrap_or_default();
            let host = text.len() > 1 && host.trim_start_matches("www.").starts_with(text.as_str());
            if mail || host {
                assert!(kept, "{path}: a browser would translate {text:?} of {link}");
            }
            seen[0] += usize::from(mail || host);
            if text.contains("&lt;iframe") || text.contains("<iframe") {
                assert!(kept, "{path}: {text}");
                seen[1] += 1;
            }
        }
    }
    assert!(seen[0] > 20 && seen[1] > 0, "{seen:?}");
}

#[test]
fn the_places_of_problems_are_left_as_they_are() {
    let html = page_of(
        r#"{"format": 1, "site": {"title": "A"}, "entries": [{"id": "a", "kind": "commun", "name": "A", "themes": ["x"]}]}"#,
        "/",
    );
    let kept: Vec<String> =
        texts(main_of(&html)).into_iter().filter(|(_, kept, _)| *kept).map(|(text, ..)| text).collect();
    assert!(kept.len() == 1 && kept[0].contains("entries[0].themes[0]"), "{kept:?}");
}
