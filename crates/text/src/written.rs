//! Texts written for addresses and for markup.

use crate::letters::reduced;

/// An id made of a text: lower-case ASCII letters, digits and single inner hyphens; empty when nothing is left.
#[must_use]
pub fn slug(text: &str) -> String {
    let reduced = reduced(text);
    let words = reduced.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// A text as the content of an element, or in an attribute between double quotes.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_ids() {
        for (name, id) in [
            ("La Fabrique des géocommuns", "la-fabrique-des-geocommuns"),
            ("  Œuvre d’art n° 2 ", "oeuvre-d-art-n-2"),
            ("transport.data.gouv.fr", "transport-data-gouv-fr"),
            ("«\u{a0}»", ""),
        ] {
            assert_eq!(slug(name), id, "{name}");
        }
    }

    #[test]
    fn markup_is_text() {
        assert_eq!(escaped("<a b='c'>\"d\" & L’été\u{a0}: 😀"), "&lt;a b='c'&gt;&quot;d&quot; &amp; L’été\u{a0}: 😀");
    }
}
