//! What others read of the catalogue: spreadsheets, portals of open data, search engines, feed readers.
//!
//! Each file writes one format, as text, from the catalogue alone: no input or output, no clock, so
//! that a catalogue always gives the same bytes. It knows neither the search nor the views.
//!
//! Whole addresses are made from a [`BaseUrl`]. A format that can do without one takes an `Option`,
//! and leaves out, or writes relative, what cannot be known then.

mod address;
mod calendar;
mod columns;
mod csv;
mod data_package;
mod dcat;
mod escape;
mod feed;
pub mod files;
mod form;
mod json;
mod json_ld;
mod manifest;
mod oembed;
mod open_search;
mod page_json_ld;
mod records;
mod robots;
mod sitemap;
mod table_schema;

pub use self::address::iri;
pub use self::calendar::calendar;
pub use self::columns::{Cells, table_columns};
pub use self::csv::{BETWEEN_VALUES, COMPUTED, csv};
pub use self::data_package::data_package;
pub use self::dcat::dcat;
pub use self::feed::feed;
pub use self::json_ld::{catalogue_json_ld, entry_json_ld};
pub use self::manifest::manifest;
pub use self::oembed::oembed;
pub use self::open_search::open_search;
pub use self::page_json_ld::page_json_ld;
pub use self::records::records;
pub use self::robots::robots;
pub use self::sitemap::{SitemapError, sitemap};
pub use self::table_schema::table_schema;
pub use catalogue::{BaseUrl, BaseUrlError};

use catalogue::{Catalogue, Term, VocabularyKey};

/// The name of who publishes the catalogue: the site, unless the data says who.
fn publisher_name(catalogue: &Catalogue) -> &str {
    let publisher = catalogue.site.identity.publisher.as_ref();
    publisher.map_or_else(|| catalogue.site_name(), |publisher| publisher.name.as_str())
}

/// The address of who publishes the catalogue, which is that of the site unless the data says who.
fn publisher_address(catalogue: &Catalogue, base: Option<&BaseUrl>) -> Option<String> {
    match &catalogue.site.identity.publisher {
        Some(publisher) => publisher.url.as_ref().map(self::address::iri),
        None => base.map(|base| base.as_str().to_owned()),
    }
}

/// The icon of the site.
fn icon(catalogue: &Catalogue) -> &str {
    catalogue.site.identity.icon.as_deref().unwrap_or(files::ICON)
}

/// The media type of an image, by its name.
pub fn image_type(file: &str) -> &'static str {
    match file.rsplit('.').next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "svg" => "image/svg+xml",
        "ico" => "image/vnd.microsoft.icon",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        _ => "image/png",
    }
}

/// The licence of the content, when the vocabulary of licences has it.
fn content_licence(catalogue: &Catalogue) -> Option<&Term> {
    let index = catalogue.vocabularies.find(VocabularyKey::Licence, &catalogue.site.licence)?;
    Some(catalogue.vocabularies.term(VocabularyKey::Licence, index))
}

/// A text of at most `limit` characters: whole, or cut after a word, or cut in its only word.
fn at_most(limit: usize, text: &str) -> &str {
    let Some((end, _)) = text.char_indices().nth(limit) else { return text };
    let start = &text[..end];
    match start.rfind(' ') {
        _ if text[end..].starts_with(' ') => start,
        Some(space) => start[..space].trim_end(),
        None => start,
    }
}

#[cfg(test)]
mod tests {
    use super::at_most;

    #[test]
    fn short_names_end_with_a_word() {
        for (limit, text, expected) in [
            (12, "Communs", "Communs"),
            (12, "Communs de Lannec", "Communs de"),
            (17, "Communs de Lannec", "Communs de Lannec"),
            (10, "Communs de Lannec", "Communs de"),
            (12, "Anticonstitutionnellement", "Anticonstitu"),
            (3, "été", "été"),
            (2, "été", "ét"),
        ] {
            assert_eq!(at_most(limit, text), expected);
        }
    }
}
