//! Text cut into the terms that the index compares.

use std::ops::Range;

use crate::letters::{makes_words, push_reduced};

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
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (start, _) = rest.find(|(_, c)| makes_words(*c))?;
            let mut end = start;
            let mut term = String::new();
            let mut next = text[start..].chars().next();
            while let Some(c) = next {
                push_reduced(c, &mut term);
                end += c.len_utf8();
                next = rest.next_if(|(_, c)| makes_words(*c)).map(|(_, c)| c);
            }
            let elided = matches!(rest.peek(), Some((_, '\'' | '’' | 'ʼ'))) && is_elidable(&term);
            if !elided && !term.is_empty() {
                return Some(Token { term: singular(term), range: start..end });
            }
        }
    })
}

/// The words that lose their last letter before a vowel.
fn is_elidable(term: &str) -> bool {
    matches!(term, "c" | "d" | "j" | "l" | "m" | "n" | "s" | "t" | "qu" | "jusqu" | "lorsqu" | "puisqu" | "quoiqu")
}

/// Drops the mark of the plural: the final s or x of words of more than three letters.
fn singular(mut term: String) -> String {
    if term.len() > 3 && term.ends_with(['s', 'x']) && !term.ends_with("ss") {
        term.pop();
    }
    term
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
        check("logements vacants, cœurs de ville", &["logement", "vacant", "coeur", "de", "ville"]);
        check("transport.data.gouv.fr", &["transport", "data", "gouv", "fr"]);
        check("Data-Food — 2021 !", &["data", "food", "2021"]);
        check("e\u{301}te\u{301}", &["ete"]);
        check(" … ", &[]);
        check("RNB bus process", &["rnb", "bus", "process"]);
    }

    #[test]
    fn gives_the_place_of_words() {
        let text = "l’Énergie verte";
        let words: Vec<&str> = tokens(text).map(|token| &text[token.range]).collect();
        assert_eq!(words, ["Énergie", "verte"]);
    }
}
