//! The orders of results. Each ends in the order of the data, so that ties are stable.

use std::cmp::Ordering;

use super::fields::Field;
use super::postings::Sequences;
use super::ranking::MatchKind;
use super::reading::{Phrase, Reading};
use super::results::Hit;
use super::text_index::TextIndex;
use crate::query::Sort;
use catalogue::{Catalogue, Entry, EntryIndex, PartialDate, Said};
use text::letters::{makes_words, reduced};
use text::sorting::sorted_ranks;

/// How many of the best entries are looked at more closely.
const CLOSER: usize = 128;

/// For each entry, its rank by name: by letters first, then by accents and case, as French sorts.
pub(super) fn name_ranks(catalogue: &Catalogue) -> Vec<u32> {
    let names: Vec<(String, &str)> =
        catalogue.entries().map(|(_, entry)| (sort_key(entry.name.as_str()), entry.name.as_str())).collect();
    ranks(names.len(), &|a, b| names[a].cmp(&names[b]))
}

/// For each of so many entries, its rank in an order.
fn ranks(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut ranks = vec![0; count];
    for (rank, entry) in (0..).zip(sorted_ranks(count, compare)) {
        ranks[entry] = rank;
    }
    ranks
}

/// For each entry, its rank by what it says in a field that the catalogue adds: the greatest or the latest first, what
/// says nothing last; nothing where the field is no order.
pub(super) fn host_ranks(catalogue: &Catalogue, field: usize) -> Vec<u32> {
    if !catalogue.fields[field].is_order {
        return Vec::new();
    }
    let value = |entry: &Entry| match entry.said(field) {
        Some(Said::Number(number)) => number.0,
        Some(Said::Date(date)) => i64::from(day_number(*date)),
        _ => i64::MIN,
    };
    let values: Vec<i64> = catalogue.entries().map(|(_, entry)| value(entry)).collect();
    ranks(values.len(), &|a, b| values[b].cmp(&values[a]))
}

/// Letters and digits only, reduced; a leading article does not count.
fn sort_key(name: &str) -> String {
    let reduced: String = reduced(name).chars().map(|c| if makes_words(c) { c } else { ' ' }).collect();
    let mut words: Vec<&str> = reduced.split_whitespace().collect();
    if words.len() > 1 && matches!(words[0], "le" | "la" | "les" | "l") {
        words.remove(0);
    }
    words.join(" ")
}

/// The first of some ranks by key, then by rank; `limit` at most.
///
/// Only the best so far are kept and sorted: most of a hundred thousand are passed over by one comparison.
pub(super) fn first(keyed: impl Iterator<Item = (u32, u32)>, limit: usize) -> Vec<(u32, u32)> {
    // One number, so that comparing is one comparison.
    let mut kept: Vec<u64> = Vec::new();
    let mut worst = u64::MAX;
    let room = limit.saturating_mul(2).max(256);
    let cut = |kept: &mut Vec<u64>| {
        let order = sorted_ranks(kept.len(), &|a, b| kept[a].cmp(&kept[b]));
        *kept = order.into_iter().take(limit).map(|place| kept[place]).collect();
    };
    for (key, rank) in keyed {
        let item = (u64::from(key) << 32) | u64::from(rank);
        if item < worst {
            kept.push(item);
            if kept.len() >= room {
                cut(&mut kept);
                worst = kept.last().copied().unwrap_or(worst);
            }
        }
    }
    cut(&mut kept);
    kept.into_iter().map(|item| ((item >> 32) as u32, item as u32)).collect()
}

/// What an entry is sorted by, when that does not depend on a text.
pub(super) fn key(sort: Sort, entry: &Entry, name_rank: impl Fn() -> u32) -> u32 {
    match sort {
        Sort::Relevance => u32::from(entry.is_over()),
        Sort::Name => name_rank(),
        Sort::Updated => u32::MAX - entry.updated.map_or(0, day_number),
        Sort::Maturity => u32::MAX - maturity(entry),
        Sort::Needs => u32::MAX - entry.needs.len() as u32,
    }
}

/// The best entries for a text; the words of what is over count half. Those at the top by their words alone are
/// looked at more closely: the text as a name, its words side by side.
pub(super) fn by_relevance(index: &TextIndex, reading: &Reading, entries: &[(u32, u32)], limit: usize) -> Vec<Hit> {
    let worth = |rank: u32, score: u32| if index.over[rank as usize] { score / 2 } else { score };
    let by_words = entries.iter().map(|(rank, score)| (u32::MAX - worth(*rank, *score), *rank));
    let best = first(by_words, limit.max(CLOSER));
    let closer = Closer::new(index, reading);
    let mut hits: Vec<Hit> = best
        .iter()
        .enumerate()
        .map(|(place, (key, rank))| {
            let (bonus, is_name) =
                if place < CLOSER { closer.bonus(index.sequences.of(*rank as usize)) } else { (0, false) };
            let score = u32::MAX - key;
            let score = match (index.over[*rank as usize], is_name) {
                (false, _) => score + bonus,
                // Who asks for it by its name has it first all the same.
                (true, true) => 2 * score + bonus,
                (true, false) => score + bonus / 2,
            };
            Hit { entry: EntryIndex(*rank), score }
        })
        .collect();
    let looked_at = hits.len().min(CLOSER);
    let key = |place: usize| (u32::MAX - hits[place].score, hits[place].entry);
    let order = sorted_ranks(looked_at, &|a, b| key(a).cmp(&key(b)));
    let sorted: Vec<Hit> = order.into_iter().map(|place| hits[place]).collect();
    hits[..looked_at].copy_from_slice(&sorted);
    hits.truncate(limit);
    hits
}

/// Added to the word that a term answers when it only starts or looks like it: a name that holds it
/// is not the text.
const UNSURE: u16 = 64;
/// The place of a term that answers no word and tells nothing.
const STOP: u16 = 128;
/// Added for each word more that a term answers: « ProConnect » is all of « pro connect ».
const MORE: u16 = 256;

/// What looking closely at entries needs.
struct Closer {
    /// For each word of the text, its rarity.
    rarities: Vec<u32>,
    /// For each term, one more than the word of the text that it answers, and [`UNSURE`] if it is; or
    /// [`STOP`], or 0.
    word_of: Vec<u16>,
}

/// What one of the names of an entry has of a text.
#[derive(Default)]
struct NameMatch {
    /// The words found, as bits.
    words: u32,
    /// Whether they come in the order of the text, from its first.
    in_order: bool,
    /// Whether one of them is [`UNSURE`].
    unsure: bool,
    /// How many telling words the name has, and how many of these the text has.
    telling: u32,
    found: u32,
}

impl Closer {
    fn new(index: &TextIndex, reading: &Reading) -> Self {
        let mut word_of = vec![0; index.terms.len() as usize];
        index.stop_words.iter().for_each(|term| word_of[*term as usize] = STOP);
        // The surest are put last, and stay.
        let mut answers: Vec<(MatchKind, std::ops::Range<usize>, std::ops::Range<u32>)> = Vec::new();
        for (rank, read) in reading.words.iter().enumerate() {
            answers.extend(read.answers.iter().map(|(terms, kind)| (*kind, rank..rank + 1, terms.clone())));
        }
        // The words of a synonym of several words say little apart.
        let says_apart = |phrase: &&Phrase| phrase.parts.len() == 1 || phrase.kind == MatchKind::Joined;
        for phrase in reading.phrases.iter().filter(says_apart) {
            let terms = phrase.parts.iter().flatten();
            let start = phrase.words.start;
            let is_all = phrase.parts.len() == 1 && phrase.kind != MatchKind::Synonym;
            let words = if is_all { phrase.words.clone() } else { start..start + 1 };
            answers.extend(terms.map(|term| (phrase.kind, words.clone(), *term..term + 1)));
        }
        let order = sorted_ranks(answers.len(), &|a, b| answers[b].0.cmp(&answers[a].0));
        for (kind, words, terms) in order.into_iter().map(|place| &answers[place]) {
            let unsure = matches!(kind, MatchKind::Prefix | MatchKind::Typo(_) | MatchKind::Derived);
            let more = (words.len() - 1) as u16 * MORE;
            let word = words.start as u16 + 1 + more + if unsure { UNSURE } else { 0 };
            word_of[terms.start as usize..terms.end as usize].fill(word);
        }
        Self { rarities: reading.words.iter().map(|read| read.rarity).collect(), word_of }
    }

    /// What the order and the nearness of words add to the score of an entry, and whether the text is one of its
    /// names.
    fn bonus(&self, sequence: &[u32]) -> (u32, bool) {
        let mut pairs = vec![0; self.rarities.len()];
        let (mut names, mut is_name) = (0, false);
        let mut end = |name: NameMatch| {
            names = names.max(self.name_bonus(&name));
            is_name |= self.is_text(&name);
        };
        let mut name = None::<NameMatch>;
        let mut field = Field::Body;
        let mut last = (0_u16, usize::MAX);
        for (at, number) in sequence.iter().enumerate() {
            if let Some(opened) = Sequences::opened(*number) {
                name.take().into_iter().for_each(&mut end);
                name = (opened <= Field::Alias).then(|| NameMatch { in_order: true, ..NameMatch::default() });
                (field, last) = (opened, (0, usize::MAX));
                continue;
            }
            let answered = self.word_of[*number as usize];
            let (word, more) = (answered % UNSURE, answered / MORE);
            if let Some(name) = &mut name {
                name.unsure |= answered & UNSURE != 0;
                name.add(word, more, answered == STOP);
            }
            if word == 0 {
                continue;
            }
            // Neighbours in the text that are neighbours here, or nearly.
            if word == last.0 + 1 && last.0 > 0 && at - last.1 <= 4 {
                let rarity = self.rarities[word as usize - 1].min(self.rarities[last.0 as usize - 1]);
                let nearness = if at - last.1 <= 2 { 8 } else { 4 };
                let worth = rarity * nearness / if field == Field::Body { 2 } else { 1 };
                pairs[word as usize - 1] = worth.max(pairs[word as usize - 1]);
            }
            last = (word + more, at);
        }
        name.into_iter().for_each(&mut end);
        (names + pairs.iter().sum::<u32>(), is_name)
    }

    /// Whether a name is the text, word for word.
    fn is_text(&self, name: &NameMatch) -> bool {
        let all = name.words.count_ones() as usize == self.rarities.len();
        all && name.telling == name.found && name.found > 0 && name.in_order && !name.unsure
    }

    /// What a name adds: much when it is the text, less when it is in the text or starts with it.
    fn name_bonus(&self, name: &NameMatch) -> u32 {
        let of = |bits: u32| -> u32 {
            self.rarities.iter().enumerate().filter(|(rank, _)| bits & (1 << rank) != 0).map(|(_, rarity)| rarity).sum()
        };
        let all = name.words.count_ones() as usize == self.rarities.len();
        let whole = name.telling == name.found && name.found > 0;
        match (whole, all) {
            _ if self.is_text(name) => of(name.words) * 64,
            (true, _) => of(name.words) * 12,
            (false, true) if name.in_order => of(name.words) * 8,
            _ => of(name.words) * 4 * name.found / name.telling.max(1),
        }
    }
}

impl NameMatch {
    fn add(&mut self, word: u16, more: u16, is_stop_word: bool) {
        if word == 0 {
            self.telling += u32::from(!is_stop_word);
            return;
        }
        self.telling += 1;
        self.found += 1;
        let before = (1_u32 << (word - 1)) - 1;
        let bits = (((2_u64 << more) - 1) as u32) << (word - 1);
        // The words before it have all been met, and none after.
        self.in_order &= self.words & bits != 0 || self.words == before;
        self.words |= bits;
    }
}

/// A number that grows with a date; a date without day or month comes before those of its year.
fn day_number(date: PartialDate) -> u32 {
    (u32::from(date.year) * 13 + date.month.map_or(0, u32::from)) * 32 + date.day.map_or(0, u32::from)
}

/// The sum of the stages, unknown ones counting for nothing.
fn maturity(entry: &Entry) -> u32 {
    entry.maturity.iter().filter_map(|axis| axis.stage).map(|stage| stage as u32 + 1).sum()
}
