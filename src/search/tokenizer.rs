//! Text cut into the words that the index compares.

use std::ops::Range;

use super::normalizer::is_elided;
use crate::letters::{makes_words, reduced};

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its reduced form: what is compared.
    pub term: String,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
}

/// The words of a text, in order. Elided articles (l’, d’, qu’…) are left out.
pub fn tokens(text: &str) -> impl Iterator<Item = Token> {
    words(text).map(|range| Token { term: reduced(&text[range.clone()]), range })
}

/// Where the words of a text stand, elided articles left out.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text[at..].find(makes_words)?;
            let rest = &text[start..];
            at = start + rest.find(|c| !makes_words(c)).unwrap_or(rest.len());
            let word = &text[start..at];
            // The longest elided word has seven letters.
            let elided =
                word.len() <= 7 && text[at..].starts_with(['\'', '’', 'ʼ']) && is_elided(&word.to_ascii_lowercase());
            // Combining marks alone make no word.
            if !elided && word.chars().any(|c| !matches!(c, '\u{300}'..='\u{36f}')) {
                return Some(start..at);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::tokens;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = tokens(text).map(|token| token.term).collect();
        assert_eq!(found, expected, "{text}");
        for token in tokens(text) {
            assert!(text.get(token.range.clone()).is_some(), "{text}: {token:?}");
        }
    }

    #[test]
    fn cuts_french_words() {
        check("L’énergie d'aujourd’hui", &["energie", "aujourd", "hui"]);
        check("Coloc'Auto", &["coloc", "auto"]);
        check("logements vacants, cœurs de ville", &["logements", "vacants", "coeurs", "de", "ville"]);
        check("transport.data.gouv.fr", &["transport", "data", "gouv", "fr"]);
        check("Data-Food — 2021 !", &["data", "food", "2021"]);
        check("e\u{301}te\u{301} \u{301}", &["ete"]);
        check(" … ", &[]);
    }

    #[test]
    fn gives_the_place_of_words() {
        let text = "l’Énergie verte";
        let words: Vec<&str> = tokens(text).map(|token| &text[token.range]).collect();
        assert_eq!(words, ["Énergie", "verte"]);
    }
}
