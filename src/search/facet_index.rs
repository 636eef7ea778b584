//! The values of every facet as sets of entries, and what a choice of some leaves of the others.

use super::bitset::{Bitset, Members};
use super::results::{FacetCounts, ValueCount};
use crate::catalogue::{Catalogue, Kind};
use crate::facet::{Domain, FACETS, Facet};
use crate::query::{Query, Scope};
use crate::sorting::sorted_ranks;

/// For each facet, its values in the order they are shown, each with the entries that have it.
#[derive(Debug, Clone)]
pub(super) struct FacetIndex {
    values: Vec<Vec<(u32, Members)>>,
    /// The entries of each kind.
    of_kind: Vec<Bitset>,
    /// The kind of each entry.
    pub(super) kinds: Vec<Kind>,
}

/// What is chosen in one facet.
pub(super) struct Choice {
    facet: Facet,
    codes: Vec<u32>,
    /// The entries that have one of the values.
    entries: Bitset,
}

/// What is left of some entries.
pub(super) struct Filtered {
    /// Those in scope that pass every choice.
    pub(super) entries: Bitset,
    /// For each scope, how many pass every choice.
    pub(super) scopes: [usize; Scope::COUNT],
    pub(super) facets: Vec<FacetCounts>,
}

impl FacetIndex {
    pub(super) fn new(catalogue: &Catalogue, name_ranks: &[u32]) -> Self {
        let size = catalogue.entries().len();
        let kinds: Vec<Kind> = catalogue.entries().map(|(_, entry)| entry.kind).collect();
        let mut of_kind = vec![Bitset::empty(size); Kind::ALL.len()];
        kinds.iter().enumerate().for_each(|(rank, kind)| of_kind[*kind as usize].insert(rank));
        let values = FACETS.iter().map(|row| {
            let mut ranks: Vec<Vec<u32>> = vec![Vec::new(); row.size(catalogue) as usize + 1];
            for (index, entry) in catalogue.entries() {
                row.each_code(catalogue, entry, &mut |code| {
                    let ranks = &mut ranks[code as usize];
                    if ranks.last() != Some(&index.0) {
                        ranks.push(index.0);
                    }
                });
            }
            let mut order: Vec<usize> = (0..ranks.len()).collect();
            if matches!(row.domain, Domain::Entries) {
                let place = |code: usize| name_ranks.get(code).copied().unwrap_or(u32::MAX);
                order = sorted_ranks(ranks.len(), &|a, b| place(a).cmp(&place(b)));
            }
            let held = order.into_iter().filter(|code| !ranks[*code].is_empty()).collect::<Vec<_>>();
            let value = |code: usize| (code as u32, Members::new(std::mem::take(&mut ranks[code]), size));
            held.into_iter().map(value).collect()
        });
        Self { values: values.collect(), of_kind, kinds }
    }

    /// The entries in scope.
    pub(super) fn in_scope(&self, scope: Scope) -> Bitset {
        match scope {
            Scope::Kind(kind) => self.of_kind[kind as usize].clone(),
            Scope::All => Bitset::full(self.kinds.len()),
        }
    }

    /// What a query chooses in each facet, and the words that mean nothing here.
    pub(super) fn choices(&self, catalogue: &Catalogue, query: &Query) -> (Vec<Choice>, Vec<(Facet, String)>) {
        let (mut choices, mut unknown) = (Vec::new(), Vec::new());
        for row in &FACETS {
            let mut choice = Choice { facet: row.facet, codes: Vec::new(), entries: Bitset::empty(self.kinds.len()) };
            for word in query.values(row.facet) {
                match row.code(catalogue, word) {
                    Some(code) => choice.codes.push(code),
                    None => unknown.push((row.facet, word.clone())),
                }
            }
            let values = &self.values[row.facet as usize];
            let chosen = values.iter().filter(|(code, _)| choice.codes.contains(code));
            chosen.for_each(|(_, members)| members.add_to(&mut choice.entries));
            if !choice.codes.is_empty() {
                choices.push(choice);
            }
        }
        (choices, unknown)
    }

    /// Filters entries, and counts what each value of each facet would give.
    pub(super) fn filter(&self, found: &Bitset, choices: &[Choice], scope: Scope) -> Filtered {
        let in_scope = self.in_scope(scope);
        let passing = |but: Option<Facet>| {
            let mut left = found.clone();
            choices
                .iter()
                .filter(|choice| Some(choice.facet) != but)
                .for_each(|choice| left.intersect(&choice.entries));
            left
        };
        let mut entries = passing(None);
        let mut scopes = [0; Scope::COUNT];
        for (count, kind) in scopes.iter_mut().zip(&self.of_kind) {
            *count = entries.count_common(kind);
        }
        scopes[Scope::COUNT - 1] = entries.count();
        entries.intersect(&in_scope);
        let counts = FACETS.iter().map(|row| {
            let choice = choices.iter().find(|choice| choice.facet == row.facet);
            // A facet does not narrow its own counts.
            let others = choice.map(|choice| {
                let mut others = passing(Some(choice.facet));
                others.intersect(&in_scope);
                others
            });
            let codes = choice.map_or(&[][..], |choice| &choice.codes);
            self.counts(row.facet, others.as_ref().unwrap_or(&entries), &in_scope, codes)
        });
        Filtered { facets: counts.collect(), entries, scopes }
    }

    /// The values that entries in scope have, or that are chosen, whatever their count.
    fn counts(&self, facet: Facet, set: &Bitset, in_scope: &Bitset, codes: &[u32]) -> FacetCounts {
        let mut values: Vec<ValueCount> = Vec::new();
        for (code, members) in &self.values[facet as usize] {
            let (count, chosen) = (members.count_in(set), codes.contains(code));
            if count > 0 || chosen || members.count_in(in_scope) > 0 {
                values.push(ValueCount { code: *code, count, chosen });
            }
        }
        // A value of the vocabulary that no entry has is shown where it is chosen.
        for code in codes {
            if !values.iter().any(|value| value.code == *code) {
                let place = values.iter().position(|value| value.code > *code).unwrap_or(values.len());
                values.insert(place, ValueCount { code: *code, count: 0, chosen: true });
            }
        }
        FacetCounts { facet, values }
    }
}
