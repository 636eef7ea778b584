//! Texts written for addresses and for markup.

use crate::letters::reduced;

/// An id made of a text: lower-case ASCII letters, digits and single inner hyphens; empty when nothing is left.
pub fn slug(text: &str) -> String {
    let reduced = reduced(text);
    let words = reduced.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// A text as the content of an element, or in an attribute between double quotes.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Tells whether two texts are the same, here and in the scripts of pages: FNV-1a on 32 bits (Fowler, Noll and Vo,
/// IETF draft-eastlake-fnv) of their UTF-16 units, in hexadecimal.
pub fn fingerprint(text: &str) -> String {
    let hash =
        text.encode_utf16().fold(0x811c_9dc5_u32, |hash, unit| (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193));
    format!("{hash:x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_the_fingerprint_that_pages_give_it() {
        // The first two are test vectors of the draft.
        let shared: serde_json::Value =
            serde_json::from_str(include_str!("../../../web/tests/shared.json")).expect("the file is JSON");
        let cases = shared["fingerprints"].as_array().expect("there are cases");
        for case in cases {
            assert_eq!(fingerprint(case["text"].as_str().expect("a text")), case["is"], "{case}");
        }
        assert!(cases.len() > 2);
    }

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
