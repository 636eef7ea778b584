//! Hyphens and joined words: « co-voiturage » is also « covoiturage », « VigiEau » also « vigi eau ».

/// Whether what stands between two words makes one of them: a single hyphen, apostrophe, dot or underscore.
pub(crate) fn joins(between: &[u8]) -> bool {
    // As bytes of UTF-8: the hyphens U+2010 and U+2011, then the apostrophes U+2019 and U+02BC.
    matches!(between, b"-" | b"'" | b"." | b"_" | b"\xe2\x80\x90" | b"\xe2\x80\x91" | b"\xe2\x80\x99" | b"\xca\xbc")
}

/// The words that capitals tell apart in a word.
pub(crate) fn capitalized(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let mut before = None;
        let starts = |(_, c): &(usize, char)| {
            before.replace(*c).is_some_and(|before: char| before.is_lowercase() && c.is_uppercase())
        };
        let end = rest.char_indices().find(starts).map_or(rest.len(), |(at, _)| at);
        let (first, after) = rest.split_at(end);
        rest = after;
        (!first.is_empty()).then_some(first)
    })
}

#[cfg(test)]
mod tests {
    use super::{capitalized, joins};

    #[test]
    fn cuts_at_capitals() {
        for (word, expected) in [
            ("OpenStreetMap", &["Open", "Street", "Map"][..]),
            ("MétéEAU", &["Mété", "EAU"]),
            ("uMap", &["u", "Map"]),
            ("écoÉnergie", &["éco", "Énergie"]),
            ("IQAir", &["IQAir"]),
            ("Eau", &["Eau"]),
            ("", &[]),
        ] {
            assert_eq!(capitalized(word).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn knows_its_marks() {
        for mark in ["-", "\u{2010}", "\u{2011}", "'", "’", "ʼ", ".", "_"] {
            assert!(joins(mark.as_bytes()), "{mark}");
        }
        for mark in ["", " ", "\u{a0}", "--", ". ", "—", "/"] {
            assert!(!joins(mark.as_bytes()), "{mark}");
        }
    }
}
