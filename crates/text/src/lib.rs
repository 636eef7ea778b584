//! Letters as people type and read them: a leaf, which knows nothing of the catalogue.

mod distance;
pub mod letters;
pub mod sorting;
mod written;

pub use distance::edit_distance;
pub use written::{escaped, slug};
