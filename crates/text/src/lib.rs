//! Letters as people type and read them: a leaf, which knows nothing of the catalogue.

pub mod letters;
pub mod sorting;
mod written;

pub use written::{escaped, fingerprint, slug};
