//! The one place that names the calls of the engine that is measured.

use search::query::{Query, Scope};
use search::{Index, Results};

/// Answers a query with its first hits, and says how many there are in all.
#[must_use]
pub fn answer(index: &Index, query: &Query, limit: usize) -> (usize, Results) {
    let results = index.top(query, limit);
    (results.count, results)
}

/// What a visitor who typed this text asks: every kind of entry, no filter.
#[must_use]
pub fn typed(text: &str) -> Query {
    Query::of(Scope::All).with_text(text)
}
