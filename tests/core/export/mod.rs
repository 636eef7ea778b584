//! The formats that others read: read back by libraries that are not ours, and compared with the data.

mod calendar;
mod csv;
mod dcat;
mod feed;
mod json_ld;
mod kinds;
mod page_json_ld;
mod records;
mod shell;
mod sitemap;
mod table;

use std::sync::LazyLock;

use catalogue::{Catalogue, EntryIndex};
use export::BaseUrl;
use serde_json::Value;

use crate::support::fixture;

/// An address below the root of a host, as forges give them.
static BASE: LazyLock<BaseUrl> =
    LazyLock::new(|| BaseUrl::parse("https://lannec.example/communs").expect("the address is sound"));

/// What HTML, XML, a spreadsheet or a reader of lines could take for something else than text.
const HOSTILE: [&str; 9] = [
    "</script><script>alert(1)</script>",
    "<!-- & --> ]]> &amp; <![CDATA[",
    "=HYPERLINK(\"https://lannec.example\";\"x\")",
    "+33; -1 | @a",
    "@SUM(A1:A9)",
    "a\u{2028}b\u{2029}c",
    "\"guillemets\" et 'apostrophes'; points-virgules",
    "fin.\u{fffe}\u{ffff}\u{202e}",
    "'=1+1",
];

/// The small catalogue, edited.
fn small(edit: impl FnOnce(&mut Value)) -> Catalogue {
    let mut json = serde_json::from_str(&fixture("small.json")).expect("the fixture is JSON");
    edit(&mut json);
    catalogue::read(&json.to_string()).expect("the file is a JSON object").catalogue
}

/// Every entry of a catalogue, in order.
fn all(catalogue: &Catalogue) -> impl Iterator<Item = EntryIndex> {
    catalogue.entries().map(|(index, _)| index)
}

/// The handle of an entry.
fn find(catalogue: &Catalogue, id: &str) -> EntryIndex {
    catalogue.find(id).unwrap_or_else(|| panic!("{id} is in the catalogue"))
}

/// A text of JSON, read.
fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}
