//! What `docs/coverage.md` says of the pages is there: who reads it to find a feature finds the page, and
//! the words it quotes.

use std::collections::BTreeSet;

use export::files;
use scraper::{ElementRef, Html};

use crate::support::{Ask, REAL, catalogue, page, routes};

const TABLE: &str = include_str!("../../docs/coverage.md");

/// The ideas that the site took up; the other ones may have a row.
const IDEAS: [u8; 15] = [29, 30, 31, 32, 33, 34, 35, 37, 38, 39, 41, 42, 46, 48, 53];

/// A row of the table.
struct Row {
    name: String,
    ids: Vec<String>,
    places: Vec<String>,
    quotations: Vec<Quotation>,
}

/// What a page must hold.
#[derive(Debug)]
enum Quotation {
    /// Words that are read.
    Words(String),
    /// A selector of its elements.
    Selector(String),
}

impl Quotation {
    fn is_in(&self, place: &Place) -> bool {
        match self {
            Self::Words(words) => place.text.contains(words),
            Self::Selector(css) => place.page.as_ref().is_some_and(|page| page.has(css)),
        }
    }
}

/// A page or a file, as it is read.
struct Place {
    page: Option<Html>,
    text: String,
}

fn rows() -> Vec<Row> {
    let lines = TABLE.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| feature"));
    lines.map(row).collect()
}

fn row(line: &str) -> Row {
    let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
    let [feature, places, told, quoted] = cells[..] else { panic!("four cells: {line}") };
    assert!(!told.is_empty(), "{line}");
    let words = feature.split([' ', ',']).filter(|word| is_id(word));
    let quotations = between(quoted, '«', '»').map(|words| Quotation::Words(collapsed(words)));
    Row {
        name: feature.to_owned(),
        ids: words.map(str::to_owned).collect(),
        places: between(places, '`', '`').map(str::to_owned).collect(),
        quotations: quotations
            .chain(between(quoted, '`', '`').map(|css| Quotation::Selector(css.to_owned())))
            .collect(),
    }
}

/// Whether this is `M01`, `S60` or `C29`.
fn is_id(word: &str) -> bool {
    let number = word.strip_prefix(['M', 'S', 'C']);
    number.is_some_and(|number| number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The pieces of a text between two marks.
fn between(text: &str, open: char, close: char) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (inner, after) = rest.split_once(open)?.1.split_once(close)?;
        rest = after;
        Some(inner)
    })
}

/// White space, breaking or not, as single spaces.
fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A page as it is read: what an element ends is a word, but where a word may break.
fn read(page: &Html) -> String {
    let texts = page.root_element().descendants().filter_map(|node| {
        let breaks =
            node.prev_sibling().and_then(ElementRef::wrap).is_some_and(|before| before.value().name() == "wbr");
        Some([if breaks { "" } else { " " }, node.value().as_text()?])
    });
    collapsed(&texts.flatten().collect::<String>())
}

/// The page at an address, or the file of a name; nothing when the site has none.
fn place(name: &str, pages: &BTreeSet<String>) -> Option<Place> {
    if let Some(path) = name.split('?').next().filter(|path| path.starts_with('/')) {
        return pages.contains(path).then(|| page(name)).map(|page| Place { text: read(&page), page: Some(page) });
    }
    let every = || catalogue().entries().map(|(index, _)| index);
    let text = match name {
        files::CATALOGUE => REAL.to_owned(),
        files::CALENDAR => export::calendar(catalogue(), None)?,
        files::CSV => export::csv(catalogue(), every(), None),
        files::DCAT => export::dcat(catalogue(), None),
        _ => return None,
    };
    Some(Place { text: collapsed(&text), page: None })
}

#[test]
fn every_feature_has_a_row() {
    let told: Vec<String> = rows().into_iter().flat_map(|row| row.ids).collect();
    let numbered = |letter: char, numbers: &mut dyn Iterator<Item = u8>| -> Vec<String> {
        numbers.map(|number| format!("{letter}{number:02}")).collect()
    };
    let expected =
        [numbered('M', &mut (1..=25)), numbered('S', &mut (1..=60)), numbered('C', &mut IDEAS.into_iter())].concat();
    let missing: Vec<&String> = expected.iter().filter(|id| !told.contains(id)).collect();
    assert!(missing.is_empty(), "without a row: {missing:?}");
}

#[test]
fn every_row_is_true() {
    let pages: BTreeSet<String> = routes().iter().map(ToString::to_string).collect();
    let mut wrong = Vec::new();
    for Row { name, ids, places, quotations } in rows() {
        if ids.is_empty() || places.is_empty() || quotations.is_empty() {
            wrong.push(format!("{name}: a row has a feature, a page and words"));
        }
        let mut found = vec![false; quotations.len()];
        for address in &places {
            let Some(place) = place(address, &pages) else {
                wrong.push(format!("{name}: the site has no {address}"));
                continue;
            };
            let here: Vec<bool> = quotations.iter().map(|quotation| quotation.is_in(&place)).collect();
            if !here.contains(&true) {
                wrong.push(format!("{name}: {address} holds none of {quotations:?}"));
            }
            found.iter_mut().zip(here).for_each(|(found, here)| *found |= here);
        }
        let lost = quotations.iter().zip(found).filter(|(_, found)| !found);
        wrong.extend(lost.map(|(quotation, _)| format!("{name}: {quotation:?} is nowhere on {places:?}")));
    }
    assert!(wrong.is_empty(), "{} errors:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_read_is_what_is_compared() {
    let page = Html::parse_document("<p>a<b>b</b>\u{a0}: c&nbsp;&amp;\u{202f}d<wbr>.e</p>");
    assert_eq!(read(&page), "a b : c & d.e");
    let row = row("| S01, C29 two | `/a/`, `b.ics` | told | « c\u{a0}d », `p` |");
    assert_eq!((row.ids.join(" "), row.places.join(" ")), ("S01 C29".to_owned(), "/a/ b.ics".to_owned()));
    assert!(matches!(&row.quotations[..], [Quotation::Words(words), Quotation::Selector(_)] if words == "c d"));
}
