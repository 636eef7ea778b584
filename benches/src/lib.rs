//! What the measures of the search share: catalogues of any size made from a seed, queries typed
//! letter by letter, the plain documents that other engines are given, and the one call of our own.
//!
//! Everything is made from a seed, so that two measures a year apart are of the same thing.

pub mod corpus;
pub mod documents;
pub mod engine;
mod random;
pub mod relevance;
pub mod typing;
mod vocabulary;
