//! References read backwards: who cites an entry, and as what.

use super::entry::{Entry, EntryIndex, Partner};
use super::index_of;
use messages::{Language, Noun};
use text::sorting::sorted_by_key;

/// How one entry refers to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// The other bears it.
    Bearer,
    /// The other takes part in it.
    Partner,
    /// The other uses it.
    User,
    /// The other hosts it, or helps to use it.
    Provider,
    /// The other took its place.
    Successor,
    /// It supports the other, or gives it as an example.
    Example,
    /// The other is one of its resources.
    Resource,
    /// They are related.
    Related,
}

impl Relation {
    /// Every relation, in order.
    pub const ALL: [Self; 8] = [
        Self::Bearer,
        Self::Partner,
        Self::User,
        Self::Provider,
        Self::Successor,
        Self::Example,
        Self::Resource,
        Self::Related,
    ];

    /// Heading, in an entry page, of so many entries that refer so to it.
    pub const fn heading(self, language: Language, count: usize) -> &'static str {
        let [one, several] = match self {
            Self::Bearer => ["Ce que porte cette structure"; 2],
            Self::Partner => ["Participe à"; 2],
            Self::User => ["Se sert de"; 2],
            Self::Provider => ["Aide à se servir de"; 2],
            Self::Successor => ["Remplace"; 2],
            Self::Example => ["Programme qui le cite", "Programmes qui le citent"],
            Self::Resource => ["Ressource de"; 2],
            Self::Related => ["Fiche liée", "Fiches liées"],
        };
        Noun([["", one, several]]).agree(language, count)
    }
}

/// An entry that refers to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// As what it refers to it; the strongest when there are several.
    pub relation: Relation,
    /// The entry that refers.
    pub from: EntryIndex,
}

/// The references an entry makes, each with its relation.
pub(super) fn references(entry: &Entry) -> impl Iterator<Item = (Relation, EntryIndex)> {
    let as_relation = |relation: Relation| move |index: EntryIndex| (relation, index);
    let successors = entry.status.iter().flat_map(|status| status.replaced_by.iter().copied());
    (entry.bearers.iter().copied().map(as_relation(Relation::Bearer)))
        .chain(known(&entry.partners).map(as_relation(Relation::Partner)))
        .chain(known(&entry.users).map(as_relation(Relation::User)))
        .chain(known(&entry.providers).map(as_relation(Relation::Provider)))
        .chain(successors.map(as_relation(Relation::Successor)))
        .chain(entry.examples.iter().copied().map(as_relation(Relation::Example)))
        .chain(entry.resources.iter().copied().map(as_relation(Relation::Resource)))
        .chain(entry.related.iter().copied().map(as_relation(Relation::Related)))
}

/// Those of some parties that have an entry.
fn known(parties: &[Partner]) -> impl Iterator<Item = EntryIndex> {
    parties.iter().filter_map(|party| party.entry)
}

/// For each entry, who refers to it: one citation for each of them, sorted by relation.
pub(super) fn citations(entries: &[Entry]) -> Vec<Vec<Citation>> {
    let mut citations = vec![Vec::new(); entries.len()];
    for (rank, entry) in entries.iter().enumerate() {
        let from = index_of(rank);
        for (relation, to) in references(entry) {
            let known: &mut Vec<Citation> = &mut citations[to.rank()];
            // Those of one entry come one after the other.
            if to != from && known.last().is_none_or(|last| last.from != from) {
                known.push(Citation { relation, from });
            }
        }
    }
    for known in &mut citations {
        *known = sorted_by_key(known, |citation| *citation);
    }
    citations
}
