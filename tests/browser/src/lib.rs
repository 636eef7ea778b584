//! Drives the built site in real browsers, over WebDriver.
//!
//! A scenario is an async function of a [`Browser`]; a [`Suite`] holds the
//! scenarios, and [`run`] runs them in one engine against `dist/`, served by
//! this process. Each scenario starts clean: an empty page, empty storage, no
//! scripted reply, a light theme and a window of 1280 × 800.
//!
//! This crate knows browsers, not the catalogue: what the site should do is in
//! `scenarios/`.

mod audit;
mod browser;
mod driver;
mod emulation;
mod engine;
mod input;
mod layout;
mod log;
mod photos;
mod reading;
mod runner;
mod session;
mod suite;

pub use browser::Browser;
pub use emulation::{Scheme, WIDTHS};
pub use engine::Engine;
pub use fantoccini::key::Key;
pub use runner::run;
pub use suite::{Scenario, Suite};
