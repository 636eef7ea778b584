//! Letters as people type and read them, addresses in parts: a leaf, which knows nothing of the catalogue.

mod address;
pub mod letters;
pub mod sorting;
mod written;

pub use address::{decoded, encoded, listed, parameter, parameters};
pub use written::{escaped, fingerprint, slug};
