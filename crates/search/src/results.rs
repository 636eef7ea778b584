//! What a search gives.

use super::reading::Reading;
use crate::facet::{Facet, FacetIndex};
use crate::query::Scope;
use catalogue::EntryIndex;

/// An entry that answers a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    pub entry: EntryIndex,
    /// How well it answers the text; 0 without one, or in another order than relevance. Only to be
    /// compared with scores of the same query.
    pub score: u32,
}

/// How many results a value would give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ValueCount {
    /// The value, as a code of the facet's domain.
    pub code: u32,
    /// Results with this value, whatever else is chosen in its facet.
    pub count: usize,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// The values of one facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCounts {
    pub facet: FacetIndex,
    /// The values that entries in scope have, in the order of the domain, whatever their count.
    pub values: Vec<ValueCount>,
}

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// The entries that answer, in the order asked; the first ones if only these were asked for.
    pub hits: Vec<Hit>,
    /// The number of entries that answer.
    pub count: usize,
    /// The number of entries in scope, without text nor filters.
    pub total: usize,
    /// For each scope, at its rank, how many results the same text and filters give there.
    pub(crate) scopes: [usize; Scope::MOST],
    /// For each facet of the table, its values.
    pub facets: Vec<FacetCounts>,
    /// Chosen values that the catalogue does not have, each with its parameter; they filter nothing.
    pub unknown_values: Vec<(String, String)>,
    /// What the text was understood as; nothing without a text.
    pub reading: Reading,
}

impl Results {
    /// The values of a facet of the format.
    pub fn values(&self, facet: Facet) -> &[ValueCount] {
        &self.facets[facet as usize].values
    }

    /// The number of results in a scope.
    pub fn in_scope(&self, scope: Scope) -> usize {
        self.scopes[scope.rank()]
    }
}
