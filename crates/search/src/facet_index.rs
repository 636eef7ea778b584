//! The values of every facet as sets of entries, and what a choice of some leaves of the others.

use fixedbitset::FixedBitSet;

use super::members::Members;
use super::results::{FacetCounts, ValueCount};
use crate::facet::{Domain, FacetIndex};
use crate::query::{Query, Scope};
use catalogue::Catalogue;
use text::sorting::sorted_ranks;

/// The facets of a catalogue, seen from both sides: the entries of each value, the values of each entry.
#[derive(Debug, Clone)]
pub(super) struct Facets {
    /// The values that entries have, facet after facet, in the order they are shown.
    values: Vec<Value>,
    /// Where the values of each facet start; one more at the end.
    starts: Vec<usize>,
    /// For each entry, the ranks of its values, ascending.
    entry_values: Vec<u32>,
    /// Where the values of each entry start; one more at the end.
    entry_starts: Vec<u32>,
    /// The entries of each kind.
    of_kind: Vec<FixedBitSet>,
    /// The rank of the kind of each entry.
    kinds: Vec<u8>,
}

/// A value that some entries have.
#[derive(Debug, Clone)]
struct Value {
    code: u32,
    members: Members,
    /// The kinds of its members, as bits.
    kinds: u32,
}

/// What is chosen in one facet.
pub(super) struct Choice {
    facet: FacetIndex,
    codes: Vec<u32>,
    /// The entries that have one of the values.
    entries: FixedBitSet,
}

/// What is left of some entries.
pub(super) struct Filtered {
    /// Those in scope that pass every choice, with their scores.
    pub(super) entries: Vec<(u32, u32)>,
    /// For each scope, at its rank, how many pass every choice.
    pub(super) scopes: [usize; Scope::MOST],
    pub(super) facets: Vec<FacetCounts>,
}

/// Counting goes through the entries when they are fewer than this part of all, and through the
/// values otherwise.
const FEW: usize = 16;

impl Facets {
    pub(super) fn new(catalogue: &Catalogue, name_ranks: &[u32]) -> Self {
        let size = catalogue.entries().len();
        let kinds: Vec<u8> = catalogue.entries().map(|(_, entry)| entry.kind.rank() as u8).collect();
        let mut of_kind = vec![FixedBitSet::with_capacity(size); catalogue.kinds.all().len()];
        kinds.iter().enumerate().for_each(|(rank, kind)| of_kind[usize::from(*kind)].insert(rank));
        let mut index = Self {
            values: Vec::new(),
            starts: vec![0],
            entry_values: Vec::new(),
            entry_starts: vec![0; size + 1],
            of_kind,
            kinds,
        };
        // For each value, its members; their number is that of the values of entries.
        let mut members: Vec<Vec<u32>> = Vec::new();
        for row in FacetIndex::all(catalogue).map(|facet| facet.row(catalogue)) {
            let mut ranks: Vec<Vec<u32>> = vec![Vec::new(); row.size(catalogue) as usize + 1];
            for (entry, item) in catalogue.entries() {
                row.each_code(catalogue, item, &mut |code| {
                    let ranks = &mut ranks[code as usize];
                    if ranks.last() != Some(&entry.0) {
                        ranks.push(entry.0);
                        index.entry_starts[entry.rank() + 1] += 1;
                    }
                });
            }
            // Entries are told by their names.
            let domain = row.domain();
            let place = |code: usize| match domain {
                Domain::Entries => name_ranks.get(code).copied().unwrap_or(u32::MAX),
                _ => code as u32,
            };
            for code in sorted_ranks(ranks.len(), &|a, b| place(a).cmp(&place(b))) {
                let ranks = std::mem::take(&mut ranks[code]);
                if !ranks.is_empty() {
                    let kinds = ranks.iter().fold(0, |kinds, rank| kinds | 1_u32 << index.kinds[*rank as usize]);
                    index.values.push(Value { code: code as u32, members: Members::Few(Vec::new()), kinds });
                    members.push(ranks);
                }
            }
            index.starts.push(index.values.len());
        }
        for entry in 0..size {
            index.entry_starts[entry + 1] += index.entry_starts[entry];
        }
        let mut next = index.entry_starts.clone();
        index.entry_values = vec![0; index.entry_starts[size] as usize];
        for (rank, members) in members.into_iter().enumerate() {
            for entry in &members {
                let place = &mut next[*entry as usize];
                index.entry_values[*place as usize] = rank as u32;
                *place += 1;
            }
            index.values[rank].members = Members::new(members, size);
        }
        index
    }

    fn values_of(&self, facet: FacetIndex) -> &[Value] {
        &self.values[self.starts[facet.rank()]..self.starts[facet.rank() + 1]]
    }

    /// The number of entries in a scope.
    pub(super) fn size_of(&self, scope: Scope) -> usize {
        match scope {
            Scope::Kind(kind) => self.of_kind[kind.rank()].count_ones(..),
            Scope::All => self.kinds.len(),
        }
    }

    /// Every facet.
    fn all(&self) -> impl Iterator<Item = FacetIndex> + use<> {
        (0..=u8::MAX).take(self.starts.len() - 1).map(FacetIndex)
    }

    /// What a query chooses in each facet, and the words that mean nothing here, each with its parameter.
    pub(super) fn choices(&self, catalogue: &Catalogue, query: &Query) -> (Vec<Choice>, Vec<(String, String)>) {
        let (mut choices, mut unknown) = (Vec::new(), Vec::new());
        for (parameter, words) in query.facets() {
            let facet = FacetIndex::find(catalogue, parameter);
            let mut codes = Vec::new();
            for word in words {
                match facet.and_then(|facet| facet.row(catalogue).code(catalogue, word)) {
                    Some(code) => codes.push(code),
                    None => unknown.push((parameter.to_owned(), word.clone())),
                }
            }
            let Some(facet) = facet else { continue };
            if !codes.is_empty() {
                let mut entries = FixedBitSet::with_capacity(self.kinds.len());
                let chosen = self.values_of(facet).iter().filter(|value| codes.contains(&value.code));
                chosen.for_each(|value| value.members.add_to(&mut entries));
                choices.push(Choice { facet, codes, entries });
            }
        }
        (choices, unknown)
    }

    /// Filters the entries that answer a text, with their scores, or all of them, and counts what
    /// each value of each facet would give.
    pub(super) fn filter(&self, found: Option<Vec<(u32, u32)>>, choices: &[Choice], scope: Scope) -> Filtered {
        let mut counts = vec![0_u32; self.values.len()];
        let mut filtered = Filtered { entries: Vec::new(), scopes: [0; Scope::MOST], facets: Vec::new() };
        match found {
            Some(found) if found.len() * FEW < self.kinds.len() => {
                self.count_by_entries(&found, choices, scope, &mut filtered, &mut counts);
            }
            _ => self.count_by_values(found, choices, scope, &mut filtered, &mut counts),
        }
        filtered.scopes[Scope::All.rank()] = filtered.scopes[..Scope::All.rank()].iter().sum();
        for facet in self.all() {
            let choice = choices.iter().find(|choice| choice.facet == facet);
            let codes = choice.map_or(&[][..], |choice| &choice.codes);
            filtered.facets.push(self.counted(facet, &counts, scope, codes));
        }
        filtered
    }

    fn count_by_entries(
        &self,
        found: &[(u32, u32)],
        choices: &[Choice],
        scope: Scope,
        filtered: &mut Filtered,
        counts: &mut [u32],
    ) {
        for (entry, score) in found {
            let rank = *entry as usize;
            let kind = self.kinds[rank];
            let mut failed = choices.iter().filter(|choice| !choice.entries.contains(rank));
            let failed = (failed.next(), failed.next());
            if failed.0.is_none() {
                filtered.scopes[usize::from(kind)] += 1;
            }
            if scope != Scope::All && scope.rank() != usize::from(kind) {
                continue;
            }
            let values = &self.entry_values[self.entry_starts[rank] as usize..self.entry_starts[rank + 1] as usize];
            match failed {
                (None, _) => {
                    filtered.entries.push((*entry, *score));
                    values.iter().for_each(|value| counts[*value as usize] += 1);
                }
                // An entry counts for a value if it passes every other facet.
                (Some(only), None) => {
                    let counted = self.starts[only.facet.rank()]..self.starts[only.facet.rank() + 1];
                    let values = values.iter().filter(|value| counted.contains(&(**value as usize)));
                    values.for_each(|value| counts[*value as usize] += 1);
                }
                _ => {}
            }
        }
    }

    fn count_by_values(
        &self,
        found: Option<Vec<(u32, u32)>>,
        choices: &[Choice],
        scope: Scope,
        filtered: &mut Filtered,
        counts: &mut [u32],
    ) {
        let mut all = FixedBitSet::with_capacity(self.kinds.len());
        match &found {
            None => all.insert_range(..),
            Some(found) => found.iter().for_each(|(entry, _)| all.insert(*entry as usize)),
        }
        let passing = |but: Option<FacetIndex>| {
            let mut left = all.clone();
            choices
                .iter()
                .filter(|choice| Some(choice.facet) != but)
                .for_each(|choice| left.intersect_with(&choice.entries));
            left
        };
        let in_scope = |mut set: FixedBitSet| {
            if let Scope::Kind(kind) = scope {
                set.intersect_with(&self.of_kind[kind.rank()]);
            }
            set
        };
        let entries = passing(None);
        for (count, kind) in filtered.scopes.iter_mut().zip(&self.of_kind) {
            *count = entries.intersection_count(kind);
        }
        let entries = in_scope(entries);
        for facet in self.all() {
            // A facet does not narrow its own counts.
            let is_chosen = choices.iter().any(|choice| choice.facet == facet);
            let others = is_chosen.then(|| in_scope(passing(Some(facet))));
            let set = others.as_ref().unwrap_or(&entries);
            let counts = &mut counts[self.starts[facet.rank()]..];
            for (count, value) in counts.iter_mut().zip(self.values_of(facet)) {
                *count = value.members.count_in(set) as u32;
            }
        }
        filtered.entries = match found {
            None => entries.ones().map(|rank| (rank as u32, 0)).collect(),
            Some(found) if choices.is_empty() && scope == Scope::All => found,
            Some(found) => found.into_iter().filter(|(entry, _)| entries.contains(*entry as usize)).collect(),
        };
    }

    /// The values that entries in scope have, or that are chosen, whatever their count.
    fn counted(&self, facet: FacetIndex, counts: &[u32], scope: Scope, codes: &[u32]) -> FacetCounts {
        let mut values: Vec<ValueCount> = Vec::new();
        let kinds = match scope {
            Scope::Kind(kind) => 1_u32 << kind.rank(),
            Scope::All => u32::MAX,
        };
        let start = self.starts[facet.rank()];
        for (value, count) in self.values_of(facet).iter().zip(&counts[start..]) {
            let chosen = codes.contains(&value.code);
            if chosen || value.kinds & kinds != 0 {
                values.push(ValueCount { code: value.code, count: *count as usize, chosen });
            }
        }
        // A value of the vocabulary that no entry has is shown after the others where it is chosen.
        for code in codes {
            if !values.iter().any(|value| value.code == *code) {
                values.push(ValueCount { code: *code, count: 0, chosen: true });
            }
        }
        FacetCounts { facet, values }
    }
}
