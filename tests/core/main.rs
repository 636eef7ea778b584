//! The core as a whole, on the real content and on faulty files: what is read, what is told,
//! what is found. No browser, no views.

mod boundaries;
mod content;
mod embed;
mod export;
mod faults;
#[cfg(feature = "cli")]
mod schema;
mod search;
mod support;
