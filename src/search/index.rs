//! A sorted list of terms, each with the entries and fields that hold it; and, for each facet,
//! the codes of each entry.

use std::sync::Arc;

use super::fields::{self, FieldSet};
use super::highlight::Words;
use super::order;
use super::results::{FacetCounts, Hit, Results, ValueCount};
use super::tokenizer::tokens;
use crate::catalogue::{Catalogue, EntryIndex, Kind};
use crate::facet::{Domain, FACETS, Facet};
use crate::query::{Query, Scope};
use crate::sorting::{sorted_by_key, sorted_ranks};

/// One term in one entry.
#[derive(Debug, Clone, Copy)]
struct Posting {
    entry: EntryIndex,
    fields: FieldSet,
}

/// The search index of a catalogue.
#[derive(Debug, Clone)]
pub struct Index {
    catalogue: Arc<Catalogue>,
    /// Terms in alphabetical order, each with its postings by entry.
    terms: Vec<(String, Vec<Posting>)>,
    /// For each facet, for each entry, its sorted codes.
    codes: Vec<Vec<Vec<u32>>>,
    /// For each entry, its rank by name in French.
    name_ranks: Vec<u32>,
}

/// The codes chosen in one facet; `None` when nothing filters.
type Choice = Option<Vec<u32>>;

impl Index {
    /// Builds the index of a catalogue.
    #[must_use]
    pub fn new(catalogue: Arc<Catalogue>) -> Self {
        let mut found: Vec<(String, EntryIndex, fields::Field)> = Vec::new();
        for (index, entry) in catalogue.entries() {
            fields::visit(&catalogue, entry, &mut |field, text| {
                found.extend(tokens(text).map(|token| (token.term, index, field)));
            });
        }
        let ranks = sorted_ranks(found.len(), &|a, b| found[a].cmp(&found[b]));
        let mut terms: Vec<(String, Vec<Posting>)> = Vec::new();
        for rank in ranks {
            let (term, entry, field) = (std::mem::take(&mut found[rank].0), found[rank].1, found[rank].2);
            if terms.last().is_none_or(|(last, _)| *last != term) {
                terms.push((term, Vec::new()));
            }
            let Some((_, postings)) = terms.last_mut() else { continue };
            if postings.last().is_none_or(|posting| posting.entry != entry) {
                postings.push(Posting { entry, fields: FieldSet::default() });
            }
            if let Some(posting) = postings.last_mut() {
                posting.fields.insert(field);
            }
        }
        let codes = FACETS
            .iter()
            .map(|row| catalogue.entries().map(|(_, entry)| row.codes(&catalogue, entry)).collect())
            .collect();
        let name_ranks = order::name_ranks(&catalogue);
        Self { catalogue, terms, codes, name_ranks }
    }

    /// The catalogue that is indexed.
    #[must_use]
    pub const fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// The terms of the index, in alphabetical order.
    pub(super) fn terms(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(|(term, _)| term.as_str())
    }

    /// Answers a query.
    #[must_use]
    pub fn search(&self, query: &Query) -> Results {
        let (choices, unknown_values) = self.choices(query);
        let mut scopes = [0; Scope::COUNT];
        let mut hits = Vec::new();
        let mut counts: Vec<Vec<usize>> =
            FACETS.iter().map(|row| vec![0; row.size(&self.catalogue) as usize + 1]).collect();
        for hit in self.matches(&query.text) {
            let kind = self.catalogue.entry(hit.entry).kind;
            let failed: Vec<Facet> = (FACETS.iter())
                .map(|row| row.facet)
                .filter(|facet| !self.passes(&choices, *facet, hit.entry))
                .take(2)
                .collect();
            if failed.is_empty() {
                scopes[kind as usize] += 1;
                scopes[Kind::ALL.len()] += 1;
            }
            if !query.scope.contains(kind) {
                continue;
            }
            // An entry counts for a value if it passes every other facet.
            match failed.as_slice() {
                [] => FACETS.iter().for_each(|row| self.count(&mut counts, row.facet, hit.entry)),
                [only] => self.count(&mut counts, *only, hit.entry),
                _ => {}
            }
            if failed.is_empty() {
                hits.push(hit);
            }
        }
        let hits = order::sort(&self.catalogue, &self.name_ranks, query, &hits);
        let in_scope: Vec<EntryIndex> = self
            .catalogue
            .entries()
            .filter(|(_, entry)| query.scope.contains(entry.kind))
            .map(|(index, _)| index)
            .collect();
        let facets = FACETS.iter().map(|row| self.values(row.facet, &choices, &counts, &in_scope)).collect();
        Results { hits, total: in_scope.len(), scopes, facets, unknown_values }
    }

    /// The codes chosen in each facet, and the words that mean nothing here.
    fn choices(&self, query: &Query) -> (Vec<Choice>, Vec<(Facet, String)>) {
        let mut unknown = Vec::new();
        let choices = FACETS.iter().map(|row| {
            let mut codes = Vec::new();
            for word in query.values(row.facet) {
                match row.code(&self.catalogue, word) {
                    Some(code) => codes.push(code),
                    None => unknown.push((row.facet, word.clone())),
                }
            }
            (!codes.is_empty()).then_some(codes)
        });
        (choices.collect(), unknown)
    }

    fn passes(&self, choices: &[Choice], facet: Facet, entry: EntryIndex) -> bool {
        choices[facet as usize]
            .as_ref()
            .is_none_or(|chosen| self.codes[facet as usize][entry.rank()].iter().any(|code| chosen.contains(code)))
    }

    fn count(&self, counts: &mut [Vec<usize>], facet: Facet, entry: EntryIndex) {
        for code in &self.codes[facet as usize][entry.rank()] {
            counts[facet as usize][*code as usize] += 1;
        }
    }

    fn values(&self, facet: Facet, choices: &[Choice], counts: &[Vec<usize>], in_scope: &[EntryIndex]) -> FacetCounts {
        let chosen = choices[facet as usize].as_deref().unwrap_or_default();
        let mut present = vec![false; counts[facet as usize].len()];
        let in_scope = in_scope.iter().flat_map(|entry| &self.codes[facet as usize][entry.rank()]);
        in_scope.chain(chosen).for_each(|code| present[*code as usize] = true);
        let mut codes: Vec<u32> = (0..).zip(present).filter(|(_, present)| *present).map(|(code, _)| code).collect();
        if matches!(facet.definition().domain, Domain::Entries) {
            codes = sorted_by_key(&codes, |code| self.name_ranks.get(*code as usize).copied().unwrap_or(u32::MAX));
        }
        let value = |code: u32| ValueCount {
            code,
            count: counts[facet as usize][code as usize],
            chosen: chosen.contains(&code),
        };
        FacetCounts { facet, values: codes.into_iter().map(value).collect() }
    }

    /// The entries that hold every word of a text, in the order of the data; all of them without a word.
    fn matches(&self, text: &str) -> Vec<Hit> {
        let words = Words::of(text);
        let Some((last, whole)) = words.split() else {
            let all = self.catalogue.entries();
            return all.map(|(entry, _)| Hit { entry, score: 0, fields: FieldSet::default() }).collect();
        };
        let mut found: Vec<(u32, FieldSet)> = vec![(0, FieldSet::default()); self.catalogue.entries().len()];
        let mut matched = vec![0_usize; found.len()];
        let mut round = 0;
        for (range, exact) in
            whole.iter().map(|word| (self.exactly(word), word)).chain([(self.starting_with(last), last)])
        {
            let mut best: Vec<(u32, FieldSet)> = vec![(0, FieldSet::default()); found.len()];
            for (term, postings) in range {
                for posting in postings {
                    let place = &mut best[posting.entry.rank()];
                    let weight = posting.fields.iter().next().map_or(0, fields::Field::weight);
                    // A whole word counts twice what a mere prefix counts.
                    let weight = if term == exact { 2 * weight } else { weight };
                    *place = (place.0.max(weight), place.1.union(posting.fields));
                }
            }
            for (rank, (weight, fields)) in best.into_iter().enumerate() {
                if weight > 0 && matched[rank] == round {
                    matched[rank] += 1;
                    found[rank] = (found[rank].0 + weight, found[rank].1.union(fields));
                }
            }
            round += 1;
        }
        let all = self.catalogue.entries().zip(found).zip(matched);
        all.filter(|(_, matched)| *matched == round)
            .map(|(((entry, _), (score, fields)), _)| Hit { entry, score, fields })
            .collect()
    }

    fn exactly(&self, word: &str) -> &[(String, Vec<Posting>)] {
        self.terms.binary_search_by(|(term, _)| term.as_str().cmp(word)).map_or(&[], |place| &self.terms[place..=place])
    }

    fn starting_with(&self, prefix: &str) -> &[(String, Vec<Posting>)] {
        let start = self.terms.partition_point(|(term, _)| term.as_str() < prefix);
        let length = self.terms[start..].partition_point(|(term, _)| term.starts_with(prefix));
        &self.terms[start..start + length]
    }

    /// Whether a word, or a word that starts with it if it is the last, is in the index.
    pub(super) fn knows(&self, word: &str, is_last: bool) -> bool {
        !if is_last { self.starting_with(word) } else { self.exactly(word) }.is_empty()
    }
}
