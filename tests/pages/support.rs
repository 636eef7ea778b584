//! Pages of the real content, and ways to read their HTML.

use std::sync::OnceLock;

use communs::{LoadState, render};

/// The real content, loaded.
pub fn real() -> LoadState {
    static STATE: OnceLock<LoadState> = OnceLock::new();
    STATE.get_or_init(|| LoadState::from_json(include_str!("../../public/catalogue.json"))).clone()
}

/// The HTML of a page of the real content, without the comments that mark places in it.
pub fn page(path: &str) -> String {
    without_comments(&render(path, real()))
}

/// The HTML of a page of another file.
pub fn page_of(json: &str, path: &str) -> String {
    without_comments(&render(path, LoadState::from_json(json)))
}

pub fn without_comments(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!") {
        out.push_str(before);
        rest = after.split_once('>').map_or("", |(_, rest)| rest);
    }
    out + rest
}

/// The texts inside each element that starts with `open`, tags left out.
pub fn texts(html: &str, open: &str, close: &str) -> Vec<String> {
    let pieces = html.split(open).skip(1);
    pieces
        .map(|piece| text(piece.split(close).next().unwrap_or_default().split_once('>').map_or("", |(_, inner)| inner)))
        .collect()
}

/// HTML without its tags, white space collapsed.
pub fn text(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The main part of a page.
pub fn main_of(html: &str) -> &str {
    let (_, rest) = html.split_once("<main").expect("every page has a main part");
    rest.split_once("</main>").expect("the main part is closed").0
}
