//! Where everything is: the pages of the site, and the frames that other sites show.
//!
//! Addresses are plain values that parse and print back; nothing here draws or fetches.

pub mod embed;
mod root;
pub mod route;

pub use root::{Root, in_hash};
