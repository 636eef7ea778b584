//! Letters as people type and read them: a leaf, which knows nothing of the catalogue.

mod distance;
pub mod letters;
pub mod sorting;

pub use distance::edit_distance;
