//! What searches words, as the index knows it.

use std::fmt::Debug;
use std::ops::Range;

use fixedbitset::FixedBitSet;

use super::explain::Explanation;
use super::matching::Matches;
use super::order;
use super::reading::{Reading, telling_words};
use super::results::Hit;
use super::text_index::TextIndex;
use catalogue::{Catalogue, EntryIndex};

/// What the index asks of its words, and knows of them: all the code that reads texts, finds, orders and explains by
/// words is behind it, so that a program may bring it after what filters.
pub(super) trait Words: Debug + Send + Sync {
    /// Reads a text; its last word may be unfinished.
    fn read(&self, text: &str) -> Reading;

    /// The words of a text that tell something, as they are written.
    fn telling(&self, text: &str) -> Vec<String>;

    /// The entries that answer a reading of at least one word; `kinds` has the kind of each entry.
    fn matches(&self, reading: &Reading, kinds: &[u8]) -> Matches;

    /// The best of these entries, `limit` at most.
    fn by_relevance(
        &self,
        reading: &Reading,
        rarities: &[u32],
        over: &FixedBitSet,
        entries: &[(u32, u32)],
        limit: usize,
    ) -> Vec<Hit>;

    /// The byte ranges of a text that answer a reading, in order and apart.
    fn highlight(&self, text: &str, reading: &Reading) -> Vec<Range<usize>>;

    /// Why an entry answers a reading.
    fn explain(&self, catalogue: &Catalogue, entry: EntryIndex, reading: &Reading) -> Explanation;

    /// The words that are in no entry, each with the word that was perhaps meant instead.
    fn unknown_words(&self, catalogue: &Catalogue, reading: &Reading) -> Vec<(String, Option<String>)>;
}

impl Words for TextIndex {
    fn read(&self, text: &str) -> Reading {
        Reading::of(self, text)
    }

    fn telling(&self, text: &str) -> Vec<String> {
        telling_words(text)
    }

    fn matches(&self, reading: &Reading, kinds: &[u8]) -> Matches {
        self.matches(reading, kinds)
    }

    fn by_relevance(
        &self,
        reading: &Reading,
        rarities: &[u32],
        over: &FixedBitSet,
        entries: &[(u32, u32)],
        limit: usize,
    ) -> Vec<Hit> {
        order::by_relevance(self, reading, rarities, over, entries, limit)
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
