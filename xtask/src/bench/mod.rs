//! Measures of the search: beside other engines, and in the site itself.
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
mod typing;

use std::path::PathBuf;

use anyhow::{Result, bail, ensure};
use lexopt::Arg::{Long, Value};
use lexopt::{Parser, ValueExt};

use crate::paths;
use engines::Engine;

/// What to measure.
pub(crate) enum Options {
    Search {
        corpora: Vec<Corpus>,
        engines: Vec<&'static Engine>,
        /// Whether the tables go to the documentation.
        write: bool,
    },
    Typing {
        /// Measures `dist/` as it is.
        skip_build: bool,
        write: bool,
    },
    /// A first visit.
    Web {
        /// Measures `dist/` as it is.
        skip_build: bool,
        write: bool,
    },
}

impl Options {
    /// Reads the rest of the command line.
    ///
    /// # Errors
    /// When it is wrong.
    pub(crate) fn read(args: &mut Parser) -> Result<Self> {
        let what = match args.next()? {
            Some(Value(what)) => what.string()?,
            _ => bail!("say what to measure: `bench search`, `bench typing` or `bench web`"),
        };
        let is_search = what == "search";
        ensure!(
            ["search", "typing", "web"].contains(&what.as_str()),
            "unknown measure: {what}; the measures are search, typing, web"
        );
        let mut corpora = vec![Corpus::Site, Corpus::Made(5000), Corpus::Made(100_000)];
        let mut chosen: Vec<&Engine> = engines::ENGINES.iter().collect();
        let (mut write, mut skip_build) = (false, false);
        while let Some(arg) = args.next()? {
            match arg {
                Long("entries") if is_search => corpora = list(&args.value()?.string()?, Corpus::parse)?,
                Long("engines") if is_search => chosen = list(&args.value()?.string()?, engines::find)?,
                Long("no-build") if !is_search => skip_build = true,
                Long("write") => write = true,
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(match what.as_str() {
            "search" => Self::Search { corpora, engines: chosen, write },
            "typing" => Self::Typing { skip_build, write },
            _ => Self::Web { skip_build, write },
        })
    }
}

/// Reads words between commas.
fn list<T>(words: &str, read: impl Fn(&str) -> Result<T>) -> Result<Vec<T>> {
    words.split(',').map(|word| read(word.trim())).collect()
}

/// A catalogue that is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Corpus {
    /// The site's own.
    Site,
    /// One made of this many entries.
    Made(usize),
}

impl Corpus {
    fn parse(word: &str) -> Result<Self> {
        match (word, word.parse()) {
            ("site", _) => Ok(Self::Site),
            (_, Ok(entries)) if entries > 0 => Ok(Self::Made(entries)),
            _ => bail!("{word} is not a number of entries, nor `site`"),
        }
    }

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

/// Runs the measures.
///
/// # Errors
/// When something they need is missing and cannot be installed, or when what they run fails.
pub(crate) fn run(options: &Options) -> Result<()> {
    match options {
        Options::Search { corpora, engines, write } => search::run(corpora, engines, *write),
        Options::Typing { skip_build, write } => typing::run(*skip_build, *write),
        Options::Web { skip_build, write } => {
            typing::run_web(*skip_build, *write)?;
            lighthouse::run(*write)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Options> {
        Options::read(&mut Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn the_command_line_says_what_to_measure() {
        let Ok(Options::Search { corpora, engines, write }) = read("search --entries site,250 --engines ours,fuse")
        else {
            panic!("it is a right command line");
        };
        assert_eq!(corpora, [Corpus::Site, Corpus::Made(250)]);
        assert_eq!(engines.iter().map(|engine| engine.name).collect::<Vec<_>>(), ["ours", "fuse"]);
        assert!(!write);
        assert!(matches!(read("web --no-build"), Ok(Options::Web { skip_build: true, write: false })));
        assert!(matches!(read("typing --write"), Ok(Options::Typing { skip_build: false, write: true })));
    }

    #[test]
    fn a_wrong_command_line_is_refused() {
        for line in ["", "speed", "search --entries 0", "search --engines google", "typing --entries 5", "search a"] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
