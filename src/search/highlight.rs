//! The words of a query, and where they stand in a text.

use std::ops::Range;

use super::tokenizer::tokens;

/// The words of a query, reduced; the last is a prefix.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    /// The distinct words of a text, in order.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut words: Vec<String> = Vec::new();
        for token in tokens(text) {
            // A word typed again moves to the end: the last one is the one being typed.
            words.retain(|known| *known != token.term);
            words.push(token.term);
        }
        Self(words)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The last word and those before it.
    pub(super) fn split(&self) -> Option<(&String, &[String])> {
        self.0.split_last()
    }

    /// Every word.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        self.0.iter().map(String::as_str)
    }

    /// Whether a reduced term answers one of the words.
    #[must_use]
    pub fn answers(&self, term: &str) -> bool {
        self.split()
            .is_some_and(|(last, whole)| term.starts_with(last.as_str()) || whole.iter().any(|word| word == term))
    }
}

/// The byte ranges of a text that answer the words, in order and apart.
#[must_use]
pub fn highlight(text: &str, words: &Words) -> Vec<Range<usize>> {
    if words.is_empty() {
        return Vec::new();
    }
    tokens(text).filter(|token| words.answers(&token.term)).map(|token| token.range).collect()
}

#[cfg(test)]
mod tests {
    use super::{Words, highlight};

    fn check(text: &str, query: &str, expected: &[&str]) {
        let found: Vec<&str> = highlight(text, &Words::of(query)).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{query} in {text}");
    }

    #[test]
    fn finds_what_answers() {
        check("L’Énergie des mobilités", "mobilite energ", &["Énergie", "mobilités"]);
        check("L’Énergie des mobilités", "mobi energie", &["Énergie"]);
        check("voitures partagées", "voiture partage", &["voitures", "partagées"]);
        check("rien", "", &[]);
        check("<b>rue</b>", "rue b", &["b", "rue", "b"]);
    }
}
