//! The app: the same views run in the browser (`csr`) and render to HTML natively (`ssr`).
//!
//! ```text
//! catalogue.json → reader → validate → Catalogue → Index
//!                                           URL → Query ┘→ Results → views
//! ```
//!
//! Data flows one way: a click only makes a new [`search::query::Query`], then a URL, and the views follow.
//! A view reads signals and the catalogue; what it computes is in `crates/`, where Cargo holds what each may
//! use, and none knows Leptos or the browser.
//!
//! Invariants:
//! - A [`catalogue::Catalogue`] is sound: references point to entries, addresses are safe, ids are unique.
//! - One bad value never takes its entry down, nor one bad entry the site: it is left out and told.
//! - Text is always shown as text: nothing inserts HTML.
//! - Only `browser` touches the browser and the network, so that the others compile and are tested natively.

mod erased;
use erased::view;

mod app;
mod browser;
mod components;
mod pages;
#[cfg(feature = "ssr")]
mod render;
mod state;

pub use address::Root;
pub use app::{name_of as page_name, start, title_of as page_title};
#[cfg(feature = "csr")]
pub use browser::{find_root, tell_panics};
#[cfg(feature = "ssr")]
pub use render::{render_at, render_failure};
pub use state::content::Content;
pub use state::load::{LoadFailure, fetch};
