//! What searches words, as the index knows it.

use std::fmt::Debug;
use std::ops::Range;

use super::explain::Explanation;
use super::order;
use super::reading::Reading;
use super::results::Hit;
use super::text_index::TextIndex;
use catalogue::{Catalogue, EntryIndex};

/// What the index asks of its words, and knows of them: all the code that reads texts, finds, orders and explains by
/// words is behind it, so that a program may bring it after what filters.
pub(super) trait Words: Debug + Send + Sync {
    /// Reads a text, whose last word may be unfinished, and finds the entries that answer it, each with its score;
    /// nothing where it has no word.
    fn find(&self, text: &str) -> (Reading, Option<Vec<(u32, u32)>>);

    /// The best of these entries, `limit` at most.
    fn by_relevance(&self, reading: &Reading, entries: &[(u32, u32)], limit: usize) -> Vec<Hit>;

    /// The byte ranges of a text that answer a reading, in order and apart.
    fn highlight(&self, text: &str, reading: &Reading) -> Vec<Range<usize>>;

    /// Why an entry answers a reading, from its terms alone.
    fn explain(&self, catalogue: &Catalogue, entry: EntryIndex, reading: &Reading) -> Explanation;

    /// The words that are in no entry, each with the word that was perhaps meant instead.
    fn unknown_words(&self, catalogue: &Catalogue, reading: &Reading) -> Vec<(String, Option<String>)>;
}

impl Words for TextIndex {
    fn find(&self, text: &str) -> (Reading, Option<Vec<(u32, u32)>>) {
        let mut reading = Reading::of(self, text);
        let found = (!reading.is_empty()).then(|| self.matches(&mut reading));
        (reading, found)
    }

    fn by_relevance(&self, reading: &Reading, entries: &[(u32, u32)], limit: usize) -> Vec<Hit> {
        order::by_relevance(self, reading, entries, limit)
    }

    fn highlight(&self, text: &str, reading: &Reading) -> Vec<Range<usize>> {
        self.highlight(text, reading)
    }

    fn explain(&self, catalogue: &Catalogue, entry: EntryIndex, reading: &Reading) -> Explanation {
        self.explain(catalogue, entry, reading)
    }

    fn unknown_words(&self, catalogue: &Catalogue, reading: &Reading) -> Vec<(String, Option<String>)> {
        self.unknown_words(catalogue, reading)
    }
}
