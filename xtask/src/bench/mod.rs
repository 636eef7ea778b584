//! Measures of the search, beside other engines and in the site itself, and of the tool.
//!
//! Everything they need is made or installed under `target/bench/`; they write nothing else, but
//! for the tables of `docs/performance.md` when asked to.

mod chromium;
mod document;
mod engines;
mod lighthouse;
mod measure;
mod prepare;
mod quiet;
mod search;
mod table;
mod tool;
mod typing;

use std::num::{NonZeroUsize, ParseIntError};
use std::path::PathBuf;
use std::str::FromStr;

use anyhow::Result;

use crate::paths;
use engines::Engine;

/// What to measure.
#[derive(clap::Subcommand)]
pub(crate) enum Options {
    /// The search, beside other engines
    Search {
        /// Numbers of entries, or `site`
        #[arg(long, value_name = "N", value_delimiter = ',', default_value = "site,5000,100000")]
        entries: Vec<Corpus>,
        /// Only these
        #[arg(long, value_parser = engines::find, value_delimiter = ',')]
        engines: Vec<&'static Engine>,
        /// Put the tables in docs/performance.md
        #[arg(long)]
        write: bool,
    },
    /// The site while one types in it
    Typing(Visits),
    /// First visits on a slow phone and network
    Web(Visits),
    /// The tool on large catalogues, and on lists of others
    Tool {
        /// Lists to import, a file or a folder each
        #[arg(value_name = "SOURCE")]
        sources: Vec<PathBuf>,
        /// Put the table in docs/performance.md
        #[arg(long)]
        write: bool,
    },
}

#[derive(clap::Args)]
pub(crate) struct Visits {
    /// Measure dist/ as it is
    #[arg(long = "no-build")]
    skip_build: bool,
    /// Put the tables in docs/performance.md
    #[arg(long)]
    write: bool,
}

/// A catalogue that is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Corpus {
    /// The site's own.
    Site,
    /// One made of this many entries.
    Made(usize),
}

impl FromStr for Corpus {
    type Err = ParseIntError;

    fn from_str(word: &str) -> Result<Self, ParseIntError> {
        if word == "site" { Ok(Self::Site) } else { Ok(Self::Made(word.parse::<NonZeroUsize>()?.get())) }
    }
}

impl Corpus {
    /// Its folder, and its name in the documentation.
    fn name(self) -> String {
        match self {
            Self::Site => "site".to_owned(),
            Self::Made(entries) => entries.to_string(),
        }
    }
}

/// Where everything of these measures is.
fn folder() -> PathBuf {
    paths::target().join("bench")
}

/// What the browser is served.
fn served() -> PathBuf {
    folder().join("site")
}

/// The one in the middle of some values.
fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

/// Runs the measures.
pub(crate) fn run(options: &Options) -> Result<()> {
    match options {
        Options::Search { entries, engines, write } => {
            let all: Vec<&Engine> = engines::ENGINES.iter().collect();
            search::run(entries, if engines.is_empty() { &all } else { engines }, *write)
        }
        Options::Tool { sources, write } => tool::run(sources, *write),
        Options::Typing(Visits { skip_build, write }) => typing::run(*skip_build, *write),
        Options::Web(Visits { skip_build, write }) => {
            typing::run_web(*skip_build, *write)?;
            lighthouse::run(*write)
        }
    }
}
