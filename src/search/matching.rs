//! Which entries answer a text, and how well.

use std::ops::Range;

use super::bitset::Bitset;
use super::postings::Sequences;
use super::ranking::{certainty, rarity};
use super::reading::{MatchKind, Phrase, Reading};
use super::text_index::TextIndex;
use crate::catalogue::Kind;

/// An entry answers if what it has of the text weighs at least this part, in hundredths, of what
/// the best entry of its kind has…
const PART_OF_KIND: u64 = 55;
/// … and this part of what the best entry of all has.
const PART_OF_ALL: u64 = 45;
/// Words of a phrase stand at most this far apart.
const NEXT: usize = 3;

/// The entries that answer a text.
#[derive(Debug, Clone)]
pub(super) struct Matches {
    pub(super) entries: Bitset,
    /// For each entry of the catalogue, the sum over the words of the text of rarity × impact × certainty.
    pub(super) scores: Vec<u32>,
    /// For each word of the text, its rarity.
    pub(super) rarities: Vec<u32>,
}

/// What one word has found so far: the best value of each entry, and the entries that have one.
struct Found {
    best: Vec<u32>,
    entries: Vec<u32>,
}

impl Found {
    fn add(&mut self, entry: u32, value: u32) {
        let best = &mut self.best[entry as usize];
        if *best == 0 {
            self.entries.push(entry);
        }
        *best = value.max(*best);
    }

    fn add_terms(&mut self, index: &TextIndex, terms: Range<u32>, certainty: u32) {
        for (entry, impact) in index.postings.of(terms) {
            self.add(entry, u32::from(impact) * certainty);
        }
    }

    /// Gives each entry with its value, and forgets them.
    fn drain(&mut self, mut give: impl FnMut(u32, u32)) {
        for entry in self.entries.drain(..) {
            give(entry, std::mem::take(&mut self.best[entry as usize]));
        }
    }
}

impl TextIndex {
    /// Finds the entries that answer a text of at least one word.
    ///
    /// A word that is missing lowers the score; rare words weigh more, so that they decide.
    pub(super) fn matches(&self, reading: &Reading, kinds: &[Kind]) -> Matches {
        let mut scores = vec![0; kinds.len()];
        // For each entry, the sum of the rarities of the words that it has.
        let mut covers = vec![0; kinds.len()];
        let mut found = Found { best: vec![0; kinds.len()], entries: Vec::new() };
        let phrases: Vec<(&Phrase, Vec<(u32, u32)>)> =
            reading.phrases.iter().map(|phrase| (phrase, self.holding(phrase, &mut found))).collect();
        let mut rarities = Vec::new();
        for (rank, read) in reading.words.iter().enumerate() {
            let holders = |kind: &dyn Fn(MatchKind) -> bool, found: &mut Found| {
                for (terms, kind) in read.answers.iter().filter(|(_, known)| kind(*known)) {
                    found.add_terms(self, terms.clone(), certainty(*kind));
                }
                let phrases = phrases.iter().filter(|(phrase, _)| phrase.words.contains(&rank) && kind(phrase.kind));
                for (_, holders) in phrases {
                    holders.iter().for_each(|(entry, value)| found.add(*entry, *value));
                }
                found.entries.len()
            };
            // The word itself says how rare it is, unless it is only there in other forms.
            let inflected = holders(&|kind| kind <= MatchKind::Inflection, &mut found);
            let said = holders(&|kind| kind > MatchKind::Inflection && kind < MatchKind::Synonym, &mut found);
            let meant = holders(&|kind| matches!(kind, MatchKind::Synonym | MatchKind::Typo(_)), &mut found);
            let all = holders(&|kind| kind == MatchKind::Derived, &mut found);
            let rarest = [inflected, said, meant, all].into_iter().find(|count| *count > 0).unwrap_or(0);
            let rarity = rarity(kinds.len(), rarest);
            rarities.push(rarity);
            let mut place = 0;
            found.drain(|entry, value| {
                scores[entry as usize] += (rarity * (value >> 8)) >> 3;
                // What only means the same, or looks alike, counts for a part of the word.
                let part = if place < said {
                    8
                } else if place < meant {
                    5
                } else {
                    4
                };
                covers[entry as usize] += (rarity * part) >> 3;
                place += 1;
            });
        }
        let entries = answering(&covers, kinds);
        Matches { entries, scores, rarities }
    }

    /// Whether an entry holds a phrase.
    pub(super) fn holds(&self, phrase: &Phrase) -> bool {
        let holders = phrase.parts[0].iter().flat_map(|term| self.postings.of(*term..term + 1));
        holders.into_iter().any(|(entry, _)| phrase.holds(self.sequences.of(entry as usize)))
    }

    /// The entries that hold a phrase, with the value of its weakest word.
    fn holding(&self, phrase: &Phrase, found: &mut Found) -> Vec<(u32, u32)> {
        let certainty = certainty(phrase.kind);
        let mut holders: Option<Vec<(u32, u32)>> = None;
        for terms in &phrase.parts {
            terms.iter().for_each(|term| found.add_terms(self, *term..term + 1, certainty));
            if let Some(holders) = &mut holders {
                holders.retain_mut(|(entry, value)| {
                    *value = found.best[*entry as usize].min(*value);
                    *value > 0
                });
                found.drain(|_, _| {});
            } else {
                let first = holders.insert(Vec::new());
                found.drain(|entry, value| first.push((entry, value)));
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

/// The entries that have enough of the text.
fn answering(covers: &[u32], kinds: &[Kind]) -> Bitset {
    let mut best = [0; Kind::ALL.len()];
    for (cover, kind) in covers.iter().zip(kinds) {
        let best = &mut best[*kind as usize];
        *best = (*best).max(*cover);
    }
    let best_of_all = u64::from(best.into_iter().max().unwrap_or(0)) * PART_OF_ALL;
    let least = best.map(|best| (u64::from(best) * PART_OF_KIND).max(best_of_all).div_ceil(100));
    let mut entries = Bitset::empty(covers.len());
    for (rank, (cover, kind)) in covers.iter().zip(kinds).enumerate() {
        if *cover > 0 && u64::from(*cover) >= least[*kind as usize] {
            entries.insert(rank);
        }
    }
    entries
}
