//! The index of words: terms, where they are, and what means the same.

use std::sync::Mutex;

use super::matching::Scratch;
use super::normalizer::{is_stop_word, stem};
use super::postings::{Postings, Sequences};
use super::terms::Terms;
use super::tokenizer::words;
use crate::letters::reduced;

/// An index of the words of a catalogue, made by a [`super::Builder`].
#[derive(Debug)]
pub struct TextIndex {
    pub(super) terms: Terms,
    pub(super) postings: Postings,
    pub(super) sequences: Sequences,
    pub(super) synonyms: Vec<SynonymGroup>,
    pub(super) scratch: Mutex<Scratch>,
}

/// Ways to say the same.
pub(super) type SynonymGroup = Vec<Saying>;

/// One way to say something.
#[derive(Debug, Clone)]
pub(super) struct Saying {
    pub(super) words: Vec<Word>,
    /// Whether words that tell nothing are there too: « temps qu’il fait » is not « temps ».
    pub(super) whole: bool,
}

/// A word in the two forms that are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// As it is written.
    pub(super) written: String,
    /// Reduced.
    pub(super) term: String,
    /// Its stem, reduced.
    pub(super) stem: String,
}

impl Word {
    pub(super) fn new(written: &str) -> Self {
        Self { written: written.to_owned(), term: reduced(written), stem: stem(written) }
    }

    pub(super) fn is_telling(&self) -> bool {
        !is_stop_word(&self.term)
    }

    /// Whether it is the same word, in the singular or the plural: a whole family would mean more.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.singular() == other.singular()
    }

    pub(super) fn singular(&self) -> &str {
        self.term.trim_end_matches(['s', 'x'])
    }
}

impl TextIndex {
    pub(super) fn new(
        terms: Terms,
        postings: Postings,
        sequences: Sequences,
        synonyms: &[Vec<String>],
        acronyms: &[Vec<String>],
    ) -> Self {
        let groups = synonyms.iter().chain(acronyms);
        let synonyms = groups
            .map(|group| group.iter().map(|text| Saying::new(text)).filter(|saying| !saying.words.is_empty()).collect())
            .collect();
        let scratch = Mutex::new(Scratch::new(sequences.starts.len() - 1));
        Self { terms, postings, sequences, synonyms, scratch }
    }

    /// The terms that stand for a word: itself and its family.
    pub(super) fn terms_of(&self, word: &Word) -> Vec<u32> {
        let mut found: Vec<u32> = self.terms.find(&word.term).into_iter().collect();
        for rank in self.terms.family(word) {
            if !found.contains(&rank) {
                found.push(rank);
            }
        }
        found
    }
}

impl Saying {
    fn new(text: &str) -> Self {
        let mut words: Vec<Word> = words(text).map(|range| Word::new(&text[range])).collect();
        let whole = words.len() > 1 && words.iter().filter(|word| word.is_telling()).count() < 2;
        words.retain(|word| whole || word.is_telling());
        Self { words, whole }
    }

    /// Whether it says all that the other says.
    pub(super) fn holds(&self, other: &Self) -> bool {
        other.words.iter().all(|word| self.words.iter().any(|known| known.is_like(word)))
    }
}
