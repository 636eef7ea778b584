//! The developer commands of Communs, as a library.
//!
//! Invariants: a command prints what it does as it goes; it installs only what
//! is missing; it writes only under `target/`, `dist/`, the site in one file
//! `dist.html` and the usual places of the tools it installs, but for a `bench`
//! that is told to write down what it measured. Of the catalogue it knows only
//! the addresses of a few entry pages, whose pages it asks for.
//!
//! What gives a `Result` fails when a file or a tool that it needs is missing, or when what it runs fails: inside this
//! crate, only what else makes it fail is told.

mod bench;
mod budgets;
mod cargo;
mod commands;
mod hosts;
pub mod paths;
mod process;
mod release;
mod scripts;
pub mod server;
mod setup;
mod site;
mod sizes;
mod split;
mod style;
mod test;
mod validate;

pub use commands::run;
pub use process::Running;

/// What every Chromium is started with: no sandbox, since it may run as root and opens only our own pages; no network
/// of its own.
pub const CHROMIUM: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];
