//! What the measures of the search share: catalogues of any size made from a seed, queries typed
//! letter by letter, the plain documents that other engines are given.
//!
//! Everything is made from a seed, so that two measures a year apart are of the same thing.

pub mod corpus;
pub mod documents;
mod random;
pub mod relevance;
pub mod typing;
mod vocabulary;

use std::error::Error;
use std::process::ExitCode;

/// How a program ends, which tells its error.
pub fn end(result: Result<(), Box<dyn Error>>) -> ExitCode {
    let Err(error) = result else { return ExitCode::SUCCESS };
    eprintln!("error: {error}");
    ExitCode::FAILURE
}
