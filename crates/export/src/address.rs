//! Addresses and identifiers that several formats give, so that they give the same.

use super::files;
use address::route::Route;
use catalogue::{BaseUrl, Entry, LinkKind, SafeUrl};

/// The address of a page.
pub(super) fn page(base: &BaseUrl, route: &Route) -> String {
    base.join(&route.to_string())
}

/// The address of the page of an entry.
pub(super) fn entry_page(base: &BaseUrl, entry: &Entry) -> String {
    page(base, &Route::of(entry))
}

/// The address of the page that other sites show of an entry.
pub(super) fn embedded(base: &BaseUrl, entry: &Entry) -> String {
    page(base, &Route::EmbedEntry(entry.kind, entry.id.clone()))
}

/// The identifier of what an entry is about, which is not the page that tells it.
pub(super) fn subject(base: &BaseUrl, entry: &Entry) -> String {
    base.join(&format!("{}#sujet", Route::of(entry)))
}

/// The identifier of something that the catalogue of [`files::DCAT`] names: itself, a theme, a kind.
pub(super) fn named(base: &BaseUrl, name: &str) -> String {
    base.join(&format!("{}#{name}", files::DCAT))
}

/// Where the links of an entry that are of this kind lead.
pub(super) fn links(entry: &Entry, kind: LinkKind) -> impl Iterator<Item = String> {
    entry.links.iter().filter(move |link| link.kind == kind).filter_map(|link| link.url.as_ref()).map(iri)
}

/// An address of the data, with what RFC 3987 does not allow in one encoded.
pub fn iri(url: &SafeUrl) -> String {
    let codes = [('^', "%5E"), ('`', "%60"), ('{', "%7B"), ('|', "%7C"), ('}', "%7D")];
    codes.into_iter().fold(url.as_str().to_owned(), |url, (sign, code)| url.replace(sign, code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_hold_only_what_they_may() {
        let url = SafeUrl::parse("https://a.fr/{b}|c^d`e?f=é#g").expect("the test writes an address");
        assert_eq!(iri(&url), "https://a.fr/%7Bb%7D%7Cc%5Ed%60e?f=é#g");
    }
}
