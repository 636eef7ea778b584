//! Words as people type and read them: a leaf, which knows nothing of the catalogue.

mod distance;
pub mod letters;
pub mod sorting;
mod words;

pub use distance::edit_distance;
