//! Addresses and identifiers that several formats give, so that they give the same.

use super::files;
use crate::catalogue::{BaseUrl, Entry, SafeUrl};
use crate::route::Route;

/// The address of a page.
pub(super) fn page(base: &BaseUrl, route: &Route) -> String {
    base.join(&route.to_string())
}

/// The address of the fiche of an entry.
pub(super) fn fiche(base: &BaseUrl, entry: &Entry) -> String {
    page(base, &Route::of(entry))
}

/// The address of the page that other sites show of an entry.
pub(super) fn embedded(base: &BaseUrl, entry: &Entry) -> String {
    page(base, &Route::EmbedEntry(entry.kind, entry.id.clone()))
}

/// The identifier of what an entry is about, which is not the page that tells it.
///
/// Without a base it is relative to the root of the site.
pub(super) fn subject(base: Option<&BaseUrl>, entry: &Entry) -> String {
    let path = format!("{}#sujet", Route::of(entry));
    rooted(base, &path)
}

/// The identifier of something that the catalogue of [`files::DCAT`] names: itself, a theme, a kind.
pub(super) fn named(base: Option<&BaseUrl>, name: &str) -> String {
    let path = format!("{}#{name}", files::DCAT);
    rooted(base, &path)
}

/// The address of what is at `path` below the root; relative to the root without a base.
pub(super) fn rooted(base: Option<&BaseUrl>, path: &str) -> String {
    base.map_or_else(|| path.trim_start_matches('/').to_owned(), |base| base.join(path))
}

/// An address of the data, with what RFC 3987 does not allow in one encoded.
pub(super) fn iri(url: &SafeUrl) -> String {
    let mut out = String::with_capacity(url.as_str().len());
    for c in url.as_str().chars() {
        match c {
            '^' => out.push_str("%5E"),
            '`' => out.push_str("%60"),
            '{' => out.push_str("%7B"),
            '|' => out.push_str("%7C"),
            '}' => out.push_str("%7D"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_hold_only_what_they_may() {
        let url = SafeUrl::parse("https://a.fr/{b}|c^d`e?f=é#g").expect("the test writes an address");
        assert_eq!(iri(&url), "https://a.fr/%7Bb%7D%7Cc%5Ed%60e?f=é#g");
    }

    #[test]
    fn without_a_base_addresses_start_from_the_root() {
        let base = BaseUrl::parse("https://a.fr/b").expect("the test writes an address");
        assert_eq!(named(Some(&base), "catalogue"), "https://a.fr/b/catalogue.jsonld#catalogue");
        assert_eq!(named(None, "catalogue"), "catalogue.jsonld#catalogue");
        assert_eq!(rooted(None, "/communs/c"), "communs/c");
    }
}
