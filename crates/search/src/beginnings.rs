//! The beginnings of words that nearly every entry has: what they tell of each entry, known ahead.
//!
//! Who types a word starts with a letter or two, which stand for thousands of terms. Adding up all
//! their postings would be the slowest of all keys.

use std::ops::Range;

use super::postings::Postings;
use super::terms::Terms;

/// Beginnings of up to this many letters are looked at.
const LETTERS: usize = 2;

/// The beginnings whose terms have more postings than there are entries.
#[derive(Debug, Default)]
pub(super) struct Beginnings {
    /// Their terms, in no order; those whose impacts are there come first.
    ranges: Vec<Range<u32>>,
    /// For each, the best impact of its terms in each entry; 0 where none is.
    impacts: Vec<Vec<u8>>,
}

impl Beginnings {
    /// Finds them; their impacts come later.
    pub(super) fn new(terms: &Terms, postings: &Postings, entries: usize) -> Self {
        let mut ranges = Vec::new();
        for letters in 1..=LETTERS {
            let mut rank = terms.first_word();
            while rank < terms.len() {
                let term = terms.get(rank);
                let Some((last, letter)) = term.char_indices().nth(letters - 1) else {
                    rank += 1;
                    continue;
                };
                let range = rank..terms.end_of_prefix(&term.as_bytes()[..last + letter.len_utf8()], rank);
                rank = range.end;
                if postings.of(range.clone()).len() > entries {
                    ranges.push(range);
                }
            }
        }
        Self { ranges, impacts: Vec::new() }
    }

    /// Reads the postings of one more; tells whether that was needed.
    pub(super) fn read_next(&mut self, postings: &Postings, entries: usize) -> bool {
        let Some(range) = self.ranges.get(self.impacts.len()) else { return false };
        let mut best = vec![0; entries];
        for posting in postings.of(range.clone()) {
            let best: &mut u8 = &mut best[posting.entry() as usize];
            *best = posting.impact().max(*best);
        }
        self.impacts.push(best);
        true
    }

    /// The impacts of some terms, if they are those of such a beginning.
    pub(super) fn of(&self, terms: &Range<u32>) -> Option<&[u8]> {
        let place = self.ranges.iter().position(|range| range == terms)?;
        Some(&self.impacts[place])
    }
}
