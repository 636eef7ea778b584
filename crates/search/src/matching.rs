//! Which entries answer a text, and how well.

use std::ops::Range;
use std::sync::PoisonError;

use super::postings::Sequences;
use super::ranking::{MatchKind, certainty, rarity};
use super::reading::{Phrase, Reading};
use super::scratch::Scratch;
use super::text_index::TextIndex;

/// What part of a word the kinds of match of each tier count for, in eighths: what only means the
/// same, or looks alike, is not all of it.
const PARTS: [u32; 4] = [8, 8, 5, 4];
/// What a word that only asks is worth: this many times less than another.
const ASKING: u32 = 4;
/// Words of a phrase stand at most this far apart.
const NEXT: usize = 3;

/// The tier of a kind of match, from those that are the word to those that only look like it.
const fn tier(kind: MatchKind) -> usize {
    match kind {
        MatchKind::Exact | MatchKind::Inflection => 0,
        MatchKind::Joined | MatchKind::Prefix => 1,
        MatchKind::Synonym | MatchKind::Typo(_) => 2,
        MatchKind::Derived => 3,
    }
}

impl TextIndex {
    /// Finds the entries that answer a text of at least one word, and how rare its words are: ranks of entries, in no
    /// order, each with the sum over the words of rarity × impact × certainty.
    ///
    /// A word that is missing lowers the score; rare words weigh more, so that they decide.
    pub(super) fn matches(&self, reading: &mut Reading) -> Vec<(u32, u32)> {
        let mut scratch = self.scratch.lock().unwrap_or_else(PoisonError::into_inner);
        let phrases: Vec<(&Phrase, Vec<(u32, u32)>)> =
            reading.phrases.iter().map(|phrase| (phrase, self.holding(phrase, &mut scratch))).collect();
        let is_alone = reading.words.len() == 1;
        let (asking, telling): (Vec<_>, Vec<_>) =
            reading.words.iter_mut().enumerate().partition(|(_, read)| read.only_asks);
        for (rank, read) in telling.into_iter().chain(asking) {
            // The word itself says how rare it is, unless it is only there in other forms.
            let mut holders = 0;
            let is_whole = read.answers.iter().any(|(_, kind)| *kind == MatchKind::Exact);
            for (now, part) in PARTS.into_iter().enumerate() {
                for (terms, kind) in read.answers.iter().filter(|(_, kind)| tier(*kind) == now) {
                    // What starts as a word that is whole is often another: « plus » for « PLU ».
                    let doubt = if is_whole && *kind == MatchKind::Prefix { 2 } else { 1 };
                    self.add(terms.clone(), &mut scratch, certainty(*kind) / doubt, part);
                }
                let phrases =
                    phrases.iter().filter(|(phrase, _)| phrase.words.contains(&rank) && tier(phrase.kind) == now);
                phrases.for_each(|(_, entries)| scratch.add(entries.iter().copied(), part));
                if holders == 0 {
                    holders = scratch.found_count();
                }
            }
            read.rarity = rarity(self.kinds.len(), holders);
            if is_alone {
                return scratch.answering_word(read.rarity, &self.kinds);
            }
            if read.only_asks {
                read.rarity /= ASKING;
                scratch.end_asking_word(read.rarity);
            } else {
                scratch.end_word(read.rarity);
            }
        }
        scratch.answering(&self.kinds)
    }

    /// Adds the postings of terms, which are this sure and count for this part of a word.
    fn add(&self, terms: Range<u32>, scratch: &mut Scratch, certainty: u32, part: u32) {
        if let Some(impacts) = self.beginnings.of(&terms) {
            let impacts = (0..).zip(impacts).filter(|(_, impact)| **impact > 0);
            scratch.add(impacts.map(|(entry, impact)| (entry, u32::from(*impact) * certainty)), part);
        } else {
            let postings = self.postings.of(terms).iter();
            scratch.add(postings.map(|posting| (posting.entry(), u32::from(posting.impact()) * certainty)), part);
        }
    }

    /// Whether an entry holds a phrase.
    pub(super) fn holds(&self, phrase: &Phrase) -> bool {
        let of = |terms: &Vec<u32>| terms.iter().map(|term| self.postings.of(*term..term + 1).len()).sum::<usize>();
        // Of its rarest part: fewer sequences are read.
        let Some(rarest) = phrase.parts.iter().min_by_key(|terms| of(terms)) else { return false };
        let mut holders = rarest.iter().flat_map(|term| self.postings.of(*term..term + 1));
        holders.any(|posting| phrase.holds(self.sequences.of(posting.entry() as usize)))
    }

    /// The entries that hold a phrase, with the value of its weakest word.
    fn holding(&self, phrase: &Phrase, scratch: &mut Scratch) -> Vec<(u32, u32)> {
        let mut holders: Option<Vec<(u32, u32)>> = None;
        for terms in &phrase.parts {
            for term in terms {
                self.add(*term..term + 1, scratch, certainty(phrase.kind), PARTS[tier(phrase.kind)]);
            }
            if let Some(holders) = &mut holders {
                holders.retain_mut(|(entry, value)| {
                    *value = scratch.value(*entry).min(*value);
                    *value > 0
                });
                scratch.drain_found(|_, _| {});
            } else {
                let first = holders.insert(Vec::new());
                scratch.drain_found(|entry, value| first.push((entry, value)));
            }
        }
        let mut holders = holders.unwrap_or_default();
        if phrase.parts.len() > 1 {
            holders.retain(|(entry, _)| phrase.holds(self.sequences.of(*entry as usize)));
        }
        holders
    }
}

impl Phrase {
    /// Whether its words stand in a sequence one after the other, or nearly.
    pub(super) fn holds(&self, sequence: &[u32]) -> bool {
        let is_part = |at: usize, part: &[u32]| part.contains(&sequence[at]);
        (0..sequence.len()).filter(|start| is_part(*start, &self.parts[0])).any(|start| {
            let mut at = start;
            self.parts[1..].iter().all(|part| {
                let next = (at + 1..sequence.len().min(at + 1 + NEXT))
                    .take_while(|next| Sequences::opened(sequence[*next]).is_none())
                    .find(|next| is_part(*next, part));
                at = next.unwrap_or(at);
                next.is_some()
            })
        })
    }
}
