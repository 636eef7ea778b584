//! Communs: a catalogue of digital commons, one data file, static pages.
//!
//! ```text
//! catalogue.json → raw → validate → Catalogue → Index
//!                                        URL → Query ┘→ Results → views
//! ```
//!
//! Data flows one way: a click only makes a new [`query::Query`], then a URL, and the views follow.
//!
//! | module | owns |
//! |---|---|
//! | [`catalogue`] | what the site knows: the data file read, checked and linked |
//! | [`facet`] | the one table of facets |
//! | [`query`] | what the visitor asks, and its URL |
//! | [`embed`] | how another site shows a view, and its URL |
//! | [`form`] | the writing of an entry: its fields, the draft |
//! | [`guides`] | what helps to decide and act: skills and needs, obstacles, supports, self-assessment |
//! | [`search`] | the index: hits, counts, why each hit answers, rescue |
//! | [`relations`] | what entries share, who supports and who bears what |
//! | [`selection`] | the entries that a visitor keeps or compares, and their URL |
//! | [`route`] | the pages and their addresses |
//! | [`statistics`] | what the catalogue counts, as charts |
//! | [`export`] | the catalogue in the formats that others read |
//! | [`messages`] | every visible sentence that is not data |
//! | `ui` | the views (features `csr` and `ssr`) |
//! | `prerender` | every file of the site, written ahead (feature `prerender`) |
//!
//! Invariants:
//! - A [`catalogue::Catalogue`] is sound: references point to entries, addresses are safe, ids are unique.
//! - One bad value never takes its entry down, nor one bad entry the site: it is left out and told.
//! - The core does no input or output and knows neither clock nor chance.
//! - Text is always shown as text: nothing inserts HTML.
//! - Only `ui::load` touches the network, only `ui::browser` the rest of the browser.

pub mod catalogue;
mod distance;
pub mod embed;
pub mod export;
pub mod facet;
pub mod form;
pub mod guides;
mod letters;
pub mod messages;
#[cfg(feature = "prerender")]
pub mod prerender;
pub mod query;
pub mod relations;
pub mod route;
pub mod search;
pub mod selection;
mod sorting;
pub mod statistics;
#[cfg(feature = "ui")]
pub mod ui;
