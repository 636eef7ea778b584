//! What another site shows when it cites an entry page: an oEmbed 1.0 document of type `rich`, a frame of the
//! page made for other sites.

use super::json::{Object, file};
use super::{address, escape};
use catalogue::{BaseUrl, Catalogue, EntryIndex};

/// The size of the frame, in CSS pixels: the width of a column of text, the height of what an entry page
/// starts with. A document that stands in a file cannot heed the size that is asked for.
const SIZE: (u32, u32) = (640, 480);

/// The document of one entry page. Its author is the one who bears the entry; with several, none is named.
pub fn oembed(catalogue: &Catalogue, index: EntryIndex, base: &BaseUrl) -> String {
    let entry = catalogue.entry(index);
    let author = match entry.bearers.as_slice() {
        [bearer] => Some(catalogue.entry(*bearer)),
        _ => None,
    };
    let document = Object::default()
        .with("version", "1.0")
        .with("type", "rich")
        .with("html", frame(&address::embedded(base, entry), entry.name.as_str()))
        .with("width", SIZE.0)
        .with("height", SIZE.1)
        .with("title", entry.name.as_str())
        .with_some("author_name", author.map(|author| author.name.as_str()))
        .with_some("author_url", author.map(|author| address::entry_page(base, author)))
        .with("provider_name", catalogue.site_name())
        .with("provider_url", base.as_str());
    file(document)
}

fn frame(address: &str, title: &str) -> String {
    let (width, height) = SIZE;
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" frameborder=\"0\"></iframe>",
        escape::xml(address),
        escape::xml(title)
    )
}
