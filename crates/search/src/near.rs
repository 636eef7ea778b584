//! Terms at a small edit distance of a word, found without looking at each.
//!
//! The word is an automaton that reads the terms in alphabetical order. What neighbours share is
//! read once, and a beginning that leads nowhere is skipped with all the terms that have it. Among the 60,000 terms of a
//! catalogue of 10,000 entries, a word takes half a millisecond with two edits; asking a library for its distance to
//! each takes 36.

use std::ops::Range;

use super::terms::Terms;

/// The most edits that are looked for.
pub(super) const MOST_EDITS: usize = 2;
/// Longer words do not fit in the bits of a state.
const LONGEST: usize = 60;

/// The bit-parallel automaton of a word: bit `n` of a state is set when `n` letters have been read.
///
/// Source: Wu and Manber, « Fast text searching allowing errors » (1992), with the transpositions
/// of Navarro, « NR-grep » (2001).
struct Automaton {
    letters: Vec<char>,
    /// For each ASCII letter, the bits where it stands in the word.
    ascii: [u64; 128],
    edits: usize,
}

/// What has been read of the word after some letters of a term, by number of edits.
#[derive(Clone, Copy)]
struct State {
    reached: [u64; MOST_EDITS + 1],
    /// The same, one letter before.
    before: [u64; MOST_EDITS + 1],
    /// The bits of the last letter.
    last: u64,
}

impl Automaton {
    fn new(word: &str, edits: usize) -> Self {
        let letters: Vec<char> = word.chars().collect();
        let mut ascii = [0; 128];
        for (rank, c) in letters.iter().enumerate().filter(|(_, c)| c.is_ascii()) {
            ascii[*c as usize] |= 2 << rank;
        }
        Self { letters, ascii, edits }
    }

    fn start(&self) -> State {
        let mut reached = [0; MOST_EDITS + 1];
        for (edits, bits) in reached.iter_mut().enumerate() {
            *bits = (2 << edits) - 1;
        }
        State { reached, before: [0; MOST_EDITS + 1], last: 0 }
    }

    fn after(&self, state: &State, c: char) -> State {
        let here = match self.ascii.get(c as usize) {
            Some(bits) => *bits,
            None => self.letters.iter().enumerate().filter(|(_, known)| **known == c).map(|(rank, _)| 2 << rank).sum(),
        };
        let mut reached = [0; MOST_EDITS + 1];
        reached[0] = (state.reached[0] << 1) & here;
        for edits in 1..=self.edits {
            let (less, now) = (state.reached[edits - 1], reached[edits - 1]);
            let swapped = (state.before[edits - 1] << 2) & (here << 1) & state.last;
            // As it is; one letter too many; another letter; one missing; two swapped.
            reached[edits] = ((state.reached[edits] << 1) & here) | less | (less << 1) | (now << 1) | swapped;
        }
        State { reached, before: state.reached, last: here }
    }

    /// Whether no term that starts so can be near.
    fn is_lost(&self, state: &State) -> bool {
        state.reached[self.edits] & ((2 << self.letters.len()) - 1) == 0
    }

    /// The edits between the whole word and what was read.
    fn edits(&self, state: &State) -> Option<usize> {
        (0..=self.edits).find(|edits| state.reached[*edits] & (1 << self.letters.len()) != 0)
    }
}

/// The terms within some edits of a word (or whose beginning is, for a prefix), with their edits.
///
/// Edits are insertions, deletions, substitutions and swaps of neighbours, in letters: the optimal
/// string alignment distance.
pub(super) fn near(terms: &Terms, word: &str, edits: usize, as_prefix: bool) -> Vec<(Range<u32>, usize)> {
    if word.chars().count() > LONGEST {
        return Vec::new();
    }
    let automaton = Automaton::new(word, edits);
    let mut found = Vec::new();
    // What has been read of the last term: where each of its letters ends, and the state after it.
    let mut path: Vec<(usize, State)> = Vec::new();
    let mut last: &[u8] = &[];
    let mut rank = terms.first_word();
    while rank < terms.len() {
        let term = terms.bytes(rank);
        let shared = last.iter().zip(term).take_while(|(a, b)| a == b).count();
        while path.last().is_some_and(|(end, _)| *end > shared) {
            path.pop();
        }
        let mut end = path.last().map_or(0, |(end, _)| *end);
        last = term;
        let mut next = rank + 1;
        let mut is_read = true;
        for c in terms.get(rank)[end..].chars() {
            let state = automaton.after(&path.last().map_or(automaton.start(), |(_, state)| *state), c);
            end += c.len_utf8();
            path.push((end, state));
            let accepted = if as_prefix { automaton.edits(&state) } else { None };
            if accepted.is_some() || automaton.is_lost(&state) {
                next = terms.end_of_prefix(&term[..end], rank);
                found.extend(accepted.map(|edits| (rank..next, edits)));
                is_read = false;
                break;
            }
        }
        if let (true, Some((_, state))) = (is_read, path.last()) {
            found.extend(automaton.edits(state).map(|edits| (rank..next, edits)));
        }
        rank = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use strsim::osa_distance;

    use super::{MOST_EDITS, near};
    use crate::interner::Interner;
    use crate::terms::Terms;

    fn terms(words: &[String]) -> Terms {
        let mut interned = Interner::new();
        let mut stems = Interner::new();
        words.iter().for_each(|word| _ = interned.intern(word));
        let families: Vec<u32> = (0..interned.len()).map(|_| stems.intern("")).collect();
        let mut order: Vec<u32> = (0..).take(interned.len()).collect();
        order.sort_by_key(|number| interned.get(*number).to_owned());
        Terms::new(&interned, order, &families, stems).0
    }

    proptest! {
        #[test]
        fn finds_what_a_scan_finds(
            words in proptest::collection::vec("[abé]{0,7}", 0..60),
            asked in "[abé]{0,7}",
            edits in 0..=MOST_EDITS,
        ) {
            let terms = terms(&words);
            let mut found: Vec<(u32, usize)> =
                near(&terms, &asked, edits, false).into_iter().map(|(range, edits)| (range.start, edits)).collect();
            found.sort_unstable();
            let scanned: Vec<(u32, usize)> = (0..terms.len())
                .map(|rank| (rank, osa_distance(&asked, terms.get(rank))))
                .filter(|(rank, distance)| *distance <= edits && !terms.get(*rank).is_empty())
                .collect();
            prop_assert_eq!(found, scanned);
        }

        #[test]
        fn finds_the_terms_that_start_nearly_so(
            words in proptest::collection::vec("[abé]{1,7}", 0..60),
            asked in "[abé]{3,5}",
            edits in 0..=MOST_EDITS,
        ) {
            let terms = terms(&words);
            let found = near(&terms, &asked, edits, true);
            for rank in 0..terms.len() {
                let term: Vec<char> = terms.get(rank).chars().collect();
                let starts = (1..=term.len()).map(|length| term[..length].iter().collect::<String>());
                let scanned = starts.map(|start| osa_distance(&asked, &start)).min().is_some_and(|least| least <= edits);
                let covered = found.iter().any(|(range, _)| range.contains(&rank));
                prop_assert_eq!(covered, scanned, "{}", terms.get(rank));
            }
        }
    }
}
