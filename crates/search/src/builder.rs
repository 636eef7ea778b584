//! The making of the index of words, a few entries at a time so that a page stays responsive.
//!
//! Entries are first cut into terms, numbered as they come; then terms are sorted, some letters of
//! the alphabet at a time; then each entry's terms are put at their place among the postings, with their impact;
//! last, what the commonest beginnings of words tell is read from these.

use std::sync::Arc;

use super::acronyms::Acronyms;
use super::fields::{self, Field};
use super::interner::Interner;
use super::normalizer::{capitalized, initials, joins, joins_thousands, stem};
use super::postings::{Posting, Postings, Sequences};
use super::ranking::{impact, weight};
use super::terms::{INITIALS, INNER, Terms};
use super::text_index::TextIndex;
use super::tokenizer::words;
use catalogue::{Catalogue, Entry, EntryIndex};
use text::letters::reduced;
use text::sorting::sorted_ranks;

/// Entries of one step.
const STEP: usize = 32;

/// An index of words being made.
#[derive(Debug)]
pub struct Builder {
    catalogue: Arc<Catalogue>,
    /// Entries read, in order.
    read: usize,
    cut: Cut,
    sorting: Option<Sorting>,
    placing: Option<Placing>,
}

/// The numbers of terms while they are sorted: by their first byte, then each of these groups.
#[derive(Debug)]
struct Sorting {
    groups: Vec<Vec<u32>>,
    /// The group to sort next.
    next: usize,
    sorted: Vec<u32>,
}

/// Terms sorted in one step, at least.
const SORTED: usize = 4096;

/// What is known while entries are cut into terms.
#[derive(Debug)]
struct Cut {
    /// Words as they are written, and the term of each.
    written: Interner,
    term_of_written: Vec<u32>,
    terms: Interner,
    /// For each term, the number of its stem.
    families: Vec<u32>,
    stems: Interner,
    /// For each term, the entries that hold it and the last one of them, plus one.
    holders: Vec<(u32, u32)>,
    sequences: Sequences,
    /// For each field, its terms in all entries and the entries that have some.
    lengths: [(u32, u32); Field::COUNT],
    acronyms: Acronyms,
}

/// What is known while postings are put at their place.
#[derive(Debug)]
struct Placing {
    /// For each term, by the number it was given: frequent ones came first, and stay close in memory.
    terms: Vec<PlacedTerm>,
    /// For each field, its terms in all entries and the entries that have some.
    lengths: [(u32, u32); Field::COUNT],
    index: TextIndex,
}

/// A term whose postings are put at their place.
#[derive(Debug)]
struct PlacedTerm {
    rank: u32,
    /// Where its next posting goes.
    next: u32,
    /// Its weighted frequency in the current entry.
    frequency: f32,
}

impl Builder {
    pub(super) fn new(catalogue: Arc<Catalogue>) -> Self {
        Self { catalogue, read: 0, cut: Cut::new(), sorting: None, placing: None }
    }

    /// Goes on with some entries; gives the index once it is whole, after which nothing is left to do.
    pub fn step(&mut self) -> Option<TextIndex> {
        if let Some(sorting) = &mut self.sorting {
            if sorting.step(&self.cut.terms) {
                let sorted = std::mem::take(&mut sorting.sorted);
                let cut = std::mem::replace(&mut self.cut, Cut::new());
                self.sorting = None;
                self.placing = Some(Placing::new(&self.catalogue, cut, sorted));
            }
            return None;
        }
        let entries = self.catalogue.entries().len();
        let end = (self.read + STEP).min(entries);
        match &mut self.placing {
            None => {
                for rank in self.read..end {
                    self.cut.read(&self.catalogue, self.catalogue.entry(EntryIndex(rank as u32)));
                }
            }
            Some(placing) => (self.read..end).for_each(|entry| placing.place(entry)),
        }
        self.read = end;
        if end < entries {
            return None;
        }
        let Some(placing) = &mut self.placing else {
            self.read = 0;
            self.sorting = Some(Sorting::new(&self.cut.terms));
            return None;
        };
        if placing.index.beginnings.read_next(&placing.index.postings, entries) {
            return None;
        }
        self.placing.take().map(|placing| placing.index)
    }
}

impl Cut {
    fn new() -> Self {
        Self {
            written: Interner::new(),
            term_of_written: Vec::new(),
            terms: Interner::new(),
            families: Vec::new(),
            stems: Interner::new(),
            holders: Vec::new(),
            sequences: Sequences { starts: vec![0], terms: Vec::new() },
            lengths: [(0, 0); Field::COUNT],
            acronyms: Acronyms::default(),
        }
    }

    /// Cuts every text of an entry.
    fn read(&mut self, catalogue: &Catalogue, entry: &Entry) {
        fields::searched_texts(catalogue, entry, &mut |field, text| self.read_text(field, text));
        let start = self.sequences.starts.last().map_or(0, |start| *start as usize);
        self.sequences.starts.push(self.sequences.terms.len() as u32);
        let lengths = lengths_of(&self.sequences.terms[start..]);
        for (total, length) in self.lengths.iter_mut().zip(lengths) {
            *total = (total.0 + length, total.1 + u32::from(length > 0));
        }
        let entry = self.sequences.starts.len() as u32;
        for (_, term) in Sequences::with_fields(&self.sequences.terms[start..]) {
            let (holders, last) = &mut self.holders[term as usize];
            *holders += u32::from(*last != entry);
            *last = entry;
        }
    }

    fn read_text(&mut self, field: Field, text: &str) {
        self.sequences.terms.push(Sequences::opening(field));
        let mut end = 0;
        // The words joined to the current one, then it.
        let mut run: Vec<&str> = Vec::new();
        let mut all: Vec<u32> = Vec::new();
        let bytes = text.as_bytes();
        for range in words(text) {
            let (written, between) = (&text[range.clone()], &bytes[end..range.start]);
            let joined = run.last().is_some_and(|last| joins(between) || joins_thousands(last, between, written));
            if !joined {
                self.close_run(&run);
                run.clear();
            }
            let term = self.term(written);
            self.acronyms.read(&self.terms, &all, term, written, bytes.get(range.end) == Some(&b')'));
            all.push(term);
            self.sequences.terms.push(term);
            if let (true, Some(last)) = (joined, run.last()) {
                let pair = self.term(&[last, written].concat());
                self.sequences.terms.push(pair);
            }
            run.push(written);
            end = range.end;
        }
        self.close_run(&run);
        if field <= Field::Alias {
            let terms: Vec<String> = all.iter().map(|term| self.terms.get(*term).to_owned()).collect();
            for acronym in initials(&terms, text) {
                let term = self.term(&format!("{INITIALS}{acronym}"));
                self.sequences.terms.extend([Sequences::opening(Field::Alias), term]);
            }
            for range in words(text).filter(|range| capitalized(&text[range.clone()]).nth(1).is_some()) {
                self.sequences.terms.push(Sequences::opening(Field::Inner));
                for part in capitalized(&text[range]) {
                    let term = self.term(&format!("{INNER}{part}"));
                    self.sequences.terms.push(term);
                }
            }
        }
    }

    /// Three words or more joined in a row also make one.
    fn close_run(&mut self, run: &[&str]) {
        if run.len() > 2 {
            let term = self.term(&run.concat());
            self.sequences.terms.push(term);
        }
    }

    /// The term of a word as it is written.
    fn term(&mut self, written: &str) -> u32 {
        let number = self.written.intern(written) as usize;
        if number < self.term_of_written.len() {
            return self.term_of_written[number];
        }
        let term = self.terms.intern(&reduced(written));
        if term as usize == self.families.len() {
            self.families.push(self.stems.intern(&stem(written)));
            self.holders.push((0, 0));
        }
        self.term_of_written.push(term);
        term
    }
}

impl Sorting {
    fn new(terms: &Interner) -> Self {
        let mut groups = vec![Vec::new(); 256];
        for number in (0..).take(terms.len()) {
            groups[terms.get(number).as_bytes()[0] as usize].push(number);
        }
        Self { groups, next: 0, sorted: Vec::with_capacity(terms.len()) }
    }

    /// Sorts some groups; tells whether all are.
    fn step(&mut self, terms: &Interner) -> bool {
        let enough = self.sorted.len() + SORTED;
        while self.sorted.len() < enough {
            let Some(group) = self.groups.get(self.next) else { return true };
            let order = sorted_ranks(group.len(), &|a, b| terms.get(group[a]).cmp(terms.get(group[b])));
            self.sorted.extend(order.into_iter().map(|place| group[place]));
            self.next += 1;
        }
        false
    }
}

impl Placing {
    fn new(catalogue: &Catalogue, cut: Cut, sorted: Vec<u32>) -> Self {
        let acronyms = cut.acronyms.groups(&cut.terms);
        let (terms, ranks) = Terms::new(&cut.terms, sorted, &cut.families, cut.stems);
        let mut starts = vec![0; ranks.len() + 1];
        for (rank, (holders, _)) in ranks.iter().zip(&cut.holders) {
            starts[*rank as usize] = *holders;
        }
        let mut total = 0;
        for start in &mut starts {
            total += std::mem::replace(start, total);
        }
        let placing = ranks.iter().map(|rank| PlacedTerm { rank: *rank, next: starts[*rank as usize], frequency: 0.0 });
        let placed = placing.collect();
        let postings = Postings { all: vec![Posting::default(); total as usize], starts };
        let index = TextIndex::new(catalogue, terms, postings, cut.sequences, &acronyms);
        Self { terms: placed, lengths: cut.lengths, index }
    }

    /// Puts the terms of an entry among the postings, and gives them their ranks in its sequence.
    fn place(&mut self, entry: usize) {
        let sequences = &mut self.index.sequences;
        let range = sequences.starts[entry] as usize..sequences.starts[entry + 1] as usize;
        let lengths = lengths_of(&sequences.terms[range.clone()]);
        let mut distinct = Vec::new();
        let mut worth = 0.0;
        for number in &mut sequences.terms[range] {
            if let Some(field) = Sequences::opened(*number) {
                let (total, entries) = self.lengths[field as usize];
                worth = weight(field, lengths[field as usize] as f32, total as f32 / entries.max(1) as f32);
                continue;
            }
            let term = &mut self.terms[*number as usize];
            if term.frequency == 0.0 {
                distinct.push(*number);
            }
            term.frequency += worth;
            *number = term.rank;
        }
        for number in distinct {
            let term = &mut self.terms[number as usize];
            let impact = impact(std::mem::take(&mut term.frequency));
            self.index.postings.all[term.next as usize] = Posting::new(entry as u32, impact);
            term.next += 1;
        }
    }
}

/// How many terms of each field there are in a sequence.
fn lengths_of(sequence: &[u32]) -> [u32; Field::COUNT] {
    let mut lengths = [0; Field::COUNT];
    Sequences::with_fields(sequence).for_each(|(field, _)| lengths[field as usize] += 1);
    lengths
}
