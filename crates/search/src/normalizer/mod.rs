//! What French needs before words can be compared: one transformation a file.
//!
//! Case, diacritics and ligatures are in [`text::letters`], which compares ids too.

mod acronym;
mod compound;
mod derivation;
mod digits;
mod elision;
mod signs;
mod stemmer;
mod stop_words;

pub(super) use acronym::{initials, spells};
pub(super) use compound::{capitalized, joins};
pub(super) use derivation::relatives;
pub(super) use digits::{is_number, joins_thousands};
pub(super) use elision::is_elided;
pub(super) use signs::{bare, with_signs};
pub(super) use stemmer::stem;
pub(super) use stop_words::{STOP_WORDS, is_asking, is_stop_word};
