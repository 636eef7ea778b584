//! The index: hits in order, counts of every facet, highlights, and the way out of no result.
//!
//! It knows the catalogue, the facets and the query; neither views nor browser.
//! Texts are cut into words ([`tokens`]) reduced to lower case without diacritics; every word of
//! the query must be in the entry, the last one as a prefix.

mod fields;
mod highlight;
mod index;
mod order;
mod rescue;
mod results;
mod tokenizer;

pub use fields::{Field, FieldSet};
pub use highlight::{Words, highlight};
pub use index::Index;
pub use rescue::{Criterion, Rescue};
pub use results::{FacetCounts, Hit, Results, ValueCount};
pub use tokenizer::{Token, tokens};

pub use crate::letters::reduced;
