//! What another site says when it cites a fiche: an oEmbed 1.0 document of type `link`.

use super::json::{Object, file};
use super::{address, site_name};
use crate::catalogue::{BaseUrl, Catalogue, EntryIndex};

/// The document of one fiche. Its author is the one who bears the entry; with several, none is named.
#[must_use]
pub fn oembed(catalogue: &Catalogue, index: EntryIndex, base: &BaseUrl) -> String {
    let entry = catalogue.entry(index);
    let author = match entry.bearers.as_slice() {
        [bearer] => Some(catalogue.entry(*bearer)),
        _ => None,
    };
    let document = Object::default()
        .with("version", "1.0")
        .with("type", "link")
        .with("title", entry.name.as_str())
        .with_some("author_name", author.map(|author| author.name.as_str()))
        .with_some("author_url", author.map(|author| address::fiche(base, author)))
        .with("provider_name", site_name(catalogue))
        .with("provider_url", base.as_str());
    file(document)
}
