//! What pages compute from the catalogue, free of views and of sentences.
//!
//! | module | owns |
//! |---|---|
//! | [`form`] | the writing of an entry: its fields, the draft |
//! | [`guides`] | what helps to decide and act: skills and needs, obstacles, supports, self-assessment |
//! | [`pages`] | which pages and which of their parts have something to show |
//! | [`relations`] | what entries share, who supports and who bears what |
//! | [`selection`] | the entries that a visitor keeps or compares, and their address |
//! | [`statistics`] | what the catalogue counts, as charts |

pub mod form;
pub mod guides;
pub mod pages;
pub mod relations;
pub mod selection;
pub mod statistics;
