//! The vocabulary of the index: its terms in alphabetical order, and their families.

use std::ops::Range;

use super::interner::Interner;

/// What starts the terms that stand for the initials of a name: they answer a whole word only,
/// neither its start nor a typing error, and no text holds them as such.
pub(super) const INITIALS: char = '\u{1}';
/// The same for the words that a name holds in one: « Eau » of « VigiEau ».
pub(super) const INNER: char = '\u{2}';

/// The terms of an index. A term is known by its rank.
#[derive(Debug, Clone)]
pub(super) struct Terms {
    text: String,
    /// Where each term starts; one more at the end.
    starts: Vec<u32>,
    /// For each term, its family: the number of its stem.
    families: Vec<u32>,
    stems: Interner,
    /// The terms, by family.
    members: Vec<u32>,
    /// Where the members of each family start; one more at the end.
    member_starts: Vec<u32>,
}

impl Terms {
    /// From interned terms and their numbers in alphabetical order; gives also the rank of each number.
    pub(super) fn new(interned: &Interner, order: Vec<u32>, families: &[u32], stems: Interner) -> (Self, Vec<u32>) {
        let mut ranks = vec![0; order.len()];
        let mut terms = Self {
            text: String::new(),
            starts: Vec::with_capacity(order.len() + 1),
            families: Vec::with_capacity(order.len()),
            members: vec![0; order.len()],
            member_starts: vec![0; stems.len() + 1],
            stems,
        };
        for (rank, number) in (0..).zip(order) {
            let family = families[number as usize];
            ranks[number as usize] = rank;
            terms.starts.push(terms.text.len() as u32);
            terms.text.push_str(interned.get(number));
            terms.families.push(family);
            terms.member_starts[family as usize] += 1;
        }
        terms.starts.push(terms.text.len() as u32);
        // Counts become ends, and ends become starts as the members are put in from the last one.
        let mut end = 0;
        for start in &mut terms.member_starts {
            end += *start;
            *start = end;
        }
        for rank in (0..terms.len()).rev() {
            let start = &mut terms.member_starts[terms.families[rank as usize] as usize];
            *start -= 1;
            terms.members[*start as usize] = rank;
        }
        (terms, ranks)
    }

    pub(super) fn len(&self) -> u32 {
        self.families.len() as u32
    }

    /// The term of a rank.
    pub(super) fn get(&self, rank: u32) -> &str {
        &self.text[self.starts[rank as usize] as usize..self.starts[rank as usize + 1] as usize]
    }

    /// The same as bytes: where many terms are looked at, nobody asks whether characters are cut.
    #[inline(always)]
    pub(super) fn bytes(&self, rank: u32) -> &[u8] {
        &self.text.as_bytes()[self.starts[rank as usize] as usize..self.starts[rank as usize + 1] as usize]
    }

    /// The rank of a reduced word.
    pub(super) fn find(&self, word: &str) -> Option<u32> {
        let rank = self.first_not_before(word, 0);
        (rank < self.len() && self.bytes(rank) == word.as_bytes()).then_some(rank)
    }

    /// The rank of a reduced word as the initials of a name.
    pub(super) fn find_initials(&self, word: &str) -> Option<u32> {
        self.find(&format!("{INITIALS}{word}"))
    }

    /// The rank of a reduced word as one that a name holds.
    pub(super) fn find_inner(&self, word: &str) -> Option<u32> {
        self.find(&format!("{INNER}{word}"))
    }

    /// The rank of the first term that is a word of the texts.
    pub(super) fn first_word(&self) -> u32 {
        self.partition(0, |term| term.starts_with(&[INITIALS as u8]) || term.starts_with(&[INNER as u8]))
    }

    /// The ranks of the terms that start with a prefix.
    pub(super) fn starting_with(&self, prefix: &str) -> Range<u32> {
        let start = self.first_not_before(prefix, 0);
        start..self.end_of_prefix(prefix.as_bytes(), start)
    }

    /// The same among some terms, when these start with all of the prefix but its last letter.
    pub(super) fn starting_with_in(&self, prefix: &str, terms: Range<u32>) -> Range<u32> {
        let start = self.first_not_before(prefix, terms.start).min(terms.end);
        start..self.end_of_prefix(prefix.as_bytes(), start).min(terms.end)
    }

    /// The rank after those, from `start` on, of the terms that start with a prefix.
    pub(super) fn end_of_prefix(&self, prefix: &[u8], start: u32) -> u32 {
        self.partition(start, |term| term.starts_with(prefix))
    }

    fn first_not_before(&self, word: &str, start: u32) -> u32 {
        self.partition(start, |term| term < word.as_bytes())
    }

    /// The first rank from `start` on that does not pass, when those that pass come first.
    ///
    /// Doubles its steps, then halves them: what is near is found at once.
    fn partition(&self, start: u32, passes: impl Fn(&[u8]) -> bool) -> u32 {
        let (mut low, mut step) = (start, 1);
        while low + step <= self.len() && passes(self.bytes(low + step - 1)) {
            low += step;
            step *= 2;
        }
        let mut high = (low + step).min(self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if passes(self.bytes(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The terms of a family.
    fn members(&self, family: u32) -> &[u32] {
        let family = family as usize;
        &self.members[self.member_starts[family] as usize..self.member_starts[family + 1] as usize]
    }

    /// The terms of the same family as a reduced word: by the word when it is known, since it may be typed
    /// without the accents that the stem depends on, and by its stem.
    pub(super) fn family(&self, word: &str, stem: &str) -> impl Iterator<Item = u32> {
        let known = self.find(word).map(|rank| self.families[rank as usize]);
        known.into_iter().chain(self.stems.find(stem)).flat_map(|family| self.members(family)).copied()
    }
}
