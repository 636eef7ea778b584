//! Which entries answer a text, and how well.

use std::ops::Range;
use std::sync::PoisonError;

use super::postings::Sequences;
use super::ranking::{certainty, rarity};
use super::reading::{MatchKind, Phrase, Reading};
use super::text_index::TextIndex;
use catalogue::MOST_KINDS;

/// An entry answers if what it has of the text weighs at least this part, in hundredths, of what
/// the best entry of its kind has…
const PART_OF_KIND: u32 = 55;
/// … and this part of what the best entry of all has.
const PART_OF_ALL: u32 = 45;
/// When fewer entries than this answer so, those that come closest do too: a missing word lowers the rank …
const ENOUGH: usize = 8;
/// … unless there are more than this of these, or they have less than this part of what the best one has.
const TOO_MANY: usize = 20;
const PART_OF_SHORT_LIST: u32 = 30;
/// What part of a word the kinds of match of each tier count for, in eighths: what only means the
/// same, or looks alike, is not all of it.
const PARTS: [u32; 4] = [8, 8, 5, 4];
/// What a word that only asks is worth: this many times less than another.
const ASKING: u32 = 4;
/// Words of a phrase stand at most this far apart.
const NEXT: usize = 3;

/// The entries that answer a text.
#[derive(Debug, Clone)]
pub(super) struct Matches {
    /// Ranks of entries, in no order, each with the sum over the words of the text of
    /// rarity × impact × certainty.
    pub(super) entries: Vec<(u32, u32)>,
    /// For each word of the text, its rarity.
    pub(super) rarities: Vec<u32>,
}

/// Numbers by entry, kept from one search to the next since clearing what was written costs less
/// than making them again. All are zero between searches.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// For the current word, the best impact × certainty in the low half, and what part of the word
    /// it counts for in the high half.
    best: Vec<u32>,
    /// The entries that have one.
    found: Ranks,
    /// For each entry, the sum of the rarities of the words that it has in the high half, its score in the low half.
    sums: Vec<u64>,
    /// The entries that have a word, unless a word was in so many that all are to be looked at.
    covered: Ranks,
    all_are_covered: bool,
}

/// A list of entries in room for all of them: adding one is a write and no more.
#[derive(Debug, Default)]
struct Ranks {
    room: Vec<u32>,
    count: usize,
}

impl Ranks {
    #[inline(always)]
    fn push(&mut self, entry: u32) {
        self.room.as_mut_slice()[self.count] = entry;
        self.count += 1;
    }

    fn as_slice(&self) -> &[u32] {
        &self.room[..self.count]
    }

    /// Puts in those that are in, in order: memory is then read faster.
    #[inline(always)]
    fn fill(&mut self, are_in: impl Iterator<Item = bool>) {
        self.count = 0;
        (0..).zip(are_in).filter(|(_, is_in)| *is_in).for_each(|(entry, _)| self.push(entry));
    }
}

/// More than this part of all entries are many.
const MANY: usize = 4;
/// The low half of a best value.
const VALUE: u32 = 0xffff;

impl Scratch {
    pub(super) fn new(entries: usize) -> Self {
        let zeros = || vec![0; entries];
        let ranks = || Ranks { room: zeros(), count: 0 };
        Self { best: zeros(), sums: vec![0; entries], found: ranks(), covered: ranks(), all_are_covered: false }
    }

    fn add(&mut self, entry: u32, value: u32, part: u32) {
        add(&mut self.best, &mut self.found, entry, value, part);
    }

    /// Adds the postings of terms. Those of the surest kinds come first: an entry keeps their part.
    fn add_terms(&mut self, index: &TextIndex, terms: Range<u32>, kind: MatchKind, certainty: u32) {
        let part = PARTS[tier(kind)];
        let (best, found) = (self.best.as_mut_slice(), &mut self.found);
        if let Some(impacts) = index.beginnings.of(&terms) {
            for (entry, impact) in (0..).zip(impacts).filter(|(_, impact)| **impact > 0) {
                add(best, found, entry, u32::from(*impact) * certainty, part);
            }
            return;
        }
        for posting in index.postings.of(terms) {
            add(best, found, posting.entry(), u32::from(posting.impact()) * certainty, part);
        }
    }

    /// Gives each entry with its best value, and forgets them.
    fn drain_found(&mut self, mut give: impl FnMut(u32, u32)) {
        for entry in self.found.as_slice() {
            give(*entry, std::mem::take(&mut self.best[*entry as usize]) & VALUE);
        }
        self.found.count = 0;
    }

    /// Adds the current word to the scores of the entries that have another one, and forgets it.
    fn end_asking_word(&mut self, rarity: u32) {
        let sums = self.sums.as_mut_slice();
        for entry in self.found.as_slice() {
            let (sum, best) = (&mut sums[*entry as usize], std::mem::take(&mut self.best[*entry as usize]));
            if *sum > 0 {
                *sum += worth(rarity, best) & u64::from(u32::MAX);
            }
        }
        self.found.count = 0;
    }

    /// Adds the current word to the sums, and forgets it.
    fn end_word(&mut self, rarity: u32) {
        // Where many entries have it, going through all of them in order is faster than through these.
        if self.found.count * MANY > self.best.len() {
            self.all_are_covered = true;
            for (sum, best) in self.sums.iter_mut().zip(&mut self.best) {
                *sum += worth(rarity, std::mem::take(best));
            }
        } else {
            let (best, sums) = (self.best.as_mut_slice(), self.sums.as_mut_slice());
            for entry in self.found.as_slice() {
                let sum = &mut sums[*entry as usize];
                if *sum == 0 {
                    self.covered.push(*entry);
                }
                *sum += worth(rarity, std::mem::take(&mut best[*entry as usize]));
            }
        }
        self.found.count = 0;
    }

    /// The entries that have enough of the only word of a text, with their scores; forgets it.
    fn answering_word(&mut self, rarity: u32, kinds: &[u8]) -> Vec<(u32, u32)> {
        if self.found.count * MANY > self.best.len() && !self.found.as_slice().is_sorted() {
            self.found.fill(self.best.iter().map(|best| *best > 0));
        }
        let score = |best| worth(rarity, best) as u32;
        answering(&mut self.found, &mut self.best, kinds, false, |best| best >> 16, score)
    }

    /// The entries that have enough of the text, with their scores; forgets everything.
    fn answering(&mut self, kinds: &[u8]) -> Vec<(u32, u32)> {
        if std::mem::take(&mut self.all_are_covered) {
            self.covered.fill(self.sums.iter().map(|sum| *sum > 0));
        }
        answering(&mut self.covered, &mut self.sums, kinds, true, |sum| (sum >> 32) as u32, |sum| sum as u32)
    }
}

/// What a word is worth in an entry, from its rarity and its best value there: how much of the text it is in the
/// high half, its part of the score in the low half.
#[inline(always)]
fn worth(rarity: u32, best: u32) -> u64 {
    let (cover, score) = ((rarity * (best >> 16)) >> 3, (rarity * ((best & VALUE) >> 8)) >> 3);
    u64::from(cover) << 32 | u64::from(score)
}

/// Those of some entries that have enough of a text, with their scores; forgets these entries and their values.
#[inline(always)]
fn answering<N: Copy + Default>(
    some: &mut Ranks,
    values: &mut [N],
    kinds: &[u8],
    may_miss: bool,
    cover: impl Fn(N) -> u32,
    score: impl Fn(N) -> u32,
) -> Vec<(u32, u32)> {
    let mut most = [0; MOST_KINDS];
    for entry in some.as_slice() {
        let most = &mut most[usize::from(kinds[*entry as usize])];
        *most = cover(values[*entry as usize]).max(*most);
    }
    let most_of_all = most.into_iter().max().unwrap_or(0);
    let mut least = most.map(|most| (most * PART_OF_KIND).max(most_of_all * PART_OF_ALL).div_ceil(100));
    let answers = |entry: &&u32| cover(values[**entry as usize]) >= least[usize::from(kinds[**entry as usize])];
    if may_miss && some.as_slice().iter().filter(answers).take(ENOUGH).count() < ENOUGH {
        let short = part_of_short_list(some.as_slice().iter().map(|entry| cover(values[*entry as usize])), most_of_all);
        least = least.map(|least| least.min(short));
    }
    let mut entries = vec![(0, 0); some.count];
    let mut count = 0;
    for entry in some.as_slice() {
        let value = std::mem::take(&mut values[*entry as usize]);
        if cover(value) >= least[usize::from(kinds[*entry as usize])] {
            entries[count] = (*entry, score(value));
            count += 1;
        }
    }
    entries.truncate(count);
    some.count = 0;
    entries
}

/// What is enough of a text when few entries have more: as much as the closest ones have, `most` being what the best
/// one has.
fn part_of_short_list(covers: impl Iterator<Item = u32>, most: u32) -> u32 {
    // How many entries have each part, in hundredths.
    let mut by_part = [0; 101];
    covers.for_each(|cover| by_part[(cover * 100 / most.max(1)) as usize] += 1);
    let (mut part, mut total) = (101, 0);
    while total < ENOUGH && part > PART_OF_SHORT_LIST && total + by_part[part as usize - 1] <= TOO_MANY {
        part -= 1;
        total += by_part[part as usize];
    }
    (part * most).div_ceil(100)
}

/// Keeps the best value of an entry. On slices and inlined: most of a search is spent here.
#[inline(always)]
fn add(best: &mut [u32], found: &mut Ranks, entry: u32, value: u32, part: u32) {
    let best = &mut best[entry as usize];
    if *best == 0 {
        found.push(entry);
        *best = (part << 16) | value;
    } else if value > *best & VALUE {
        *best = (*best & !VALUE) | value;
    }
}

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
    /// Finds the entries that answer a text of at least one word.
    ///
    /// A word that is missing lowers the score; rare words weigh more, so that they decide.
    pub(super) fn matches(&self, reading: &Reading, kinds: &[u8]) -> Matches {
        let mut scratch = self.scratch.lock().unwrap_or_else(PoisonError::into_inner);
        let phrases: Vec<(&Phrase, Vec<(u32, u32)>)> =
            reading.phrases.iter().map(|phrase| (phrase, self.holding(phrase, &mut scratch))).collect();
        let mut rarities = vec![0; reading.words.len()];
        let (asking, telling): (Vec<_>, Vec<_>) =
            reading.words.iter().enumerate().partition(|(_, read)| read.only_asks);
        for (rank, read) in telling.into_iter().chain(asking) {
            // The word itself says how rare it is, unless it is only there in other forms.
            let mut holders = 0;
            let is_whole = read.answers.iter().any(|(_, kind)| *kind == MatchKind::Exact);
            for (now, part) in PARTS.into_iter().enumerate() {
                for (terms, kind) in read.answers.iter().filter(|(_, kind)| tier(*kind) == now) {
                    // What starts as a word that is whole is often another: « plus » for « PLU ».
                    let doubt = if is_whole && *kind == MatchKind::Prefix { 2 } else { 1 };
                    scratch.add_terms(self, terms.clone(), *kind, certainty(*kind) / doubt);
                }
                let phrases =
                    phrases.iter().filter(|(phrase, _)| phrase.words.contains(&rank) && tier(phrase.kind) == now);
                for (_, entries) in phrases {
                    entries.iter().for_each(|(entry, value)| scratch.add(*entry, *value, part));
                }
                if holders == 0 {
                    holders = scratch.found.count;
                }
            }
            let rarity = rarity(kinds.len(), holders);
            rarities[rank] = rarity;
            if reading.words.len() == 1 {
                return Matches { entries: scratch.answering_word(rarity, kinds), rarities };
            }
            if read.only_asks {
                rarities[rank] /= ASKING;
                scratch.end_asking_word(rarity / ASKING);
            } else {
                scratch.end_word(rarity);
            }
        }
        Matches { entries: scratch.answering(kinds), rarities }
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
            terms.iter().for_each(|term| scratch.add_terms(self, *term..term + 1, phrase.kind, certainty(phrase.kind)));
            if let Some(holders) = &mut holders {
                holders.retain_mut(|(entry, value)| {
                    *value = (scratch.best[*entry as usize] & VALUE).min(*value);
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
