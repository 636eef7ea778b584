//! The index: hits in order, counts of every facet, and why each hit answers.
//!
//! It knows the catalogue, the facets and the query; neither views nor browser. A text goes through
//! [`tokens`] and the `normalizer`; its words are then read against the vocabulary (`reading`), found
//! among the postings (`matching`) and put in order (`ranking`, `order`). No text is scanned: only the
//! terms of the entries that are looked at closely, or that may hold a phrase.

mod acronyms;
mod beginnings;
mod builder;
mod explain;
pub mod facet;
mod facet_index;
mod fields;
mod index;
mod interner;
mod matching;
mod members;
mod near;
mod normalizer;
mod order;
mod postings;
pub mod query;
mod ranking;
mod reading;
mod rescue;
mod results;
mod scratch;
mod terms;
mod text_index;
mod tokenizer;
mod words;

pub use builder::Builder;
pub use explain::{Explanation, Reason, replace_word};
pub use fields::{Field, FieldSet, searched_texts};
pub use index::Index;
pub use ranking::MatchKind;
pub use reading::Reading;
pub use rescue::{Criterion, Rescue};
pub use results::{FacetCounts, Hit, Results, ValueCount};
pub use text_index::TextIndex;
pub use tokenizer::{Token, tokens};

pub use text::letters::reduced;
