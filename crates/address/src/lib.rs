//! Where everything is: the pages of the site, and the frames that other sites show.
//!
//! Addresses are plain values that parse and print back; nothing here draws or fetches.

pub mod embed;
mod root;
pub mod route;

pub use root::{Root, in_hash};

/// The parameter of the pages that are about an entry: its id, or its path where a frame of it is set.
pub const ENTRY: &str = "fiche";
