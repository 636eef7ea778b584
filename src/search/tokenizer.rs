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
            let start = end_of_run(text, at, false);
            if start == text.len() {
                return None;
            }
            at = end_of_run(text, start, true);
            // The longest elided words have six letters.
            let may_be_elided = at - start <= 6 && !matches!(text.as_bytes().get(at), None | Some(b' '));
            let elided = may_be_elided
                && text[at..].starts_with(['\'', '’', 'ʼ'])
                && is_elided(&text[start..at].to_ascii_lowercase());
            // Combining marks alone make no word.
            let is_word = text.as_bytes()[start].is_ascii()
                || text[start..at].chars().any(|c| !matches!(c, '\u{300}'..='\u{36f}'));
            if is_word && !elided {
                return Some(start..at);
            }
        }
    })
}

/// Where the characters from `start` on that make words, or that do not, end.
///
/// Bytes are looked at first: this is where most of the making of an index is spent.
fn end_of_run(text: &str, start: usize, of_words: bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        let (makes, length) = if byte.is_ascii() {
            (byte.is_ascii_alphanumeric(), 1)
        } else {
            text[at..].chars().next().map_or((false, 1), |c| (makes_words(c), c.len_utf8()))
        };
        if makes != of_words {
            break;
        }
        at += length;
    }
    at
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
