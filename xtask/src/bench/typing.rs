//! The site itself: while one types in it, while it loads, at a first visit.

use std::fs;

use anyhow::{Context, Result};

use super::{Corpus, document, folder, prepare, quiet};
use crate::setup::{self, Need};
use crate::{process, site};

/// Catalogues that are typed in and loaded, as the measuring program asks.
const CORPORA: [Corpus; 2] = [Corpus::Made(5000), Corpus::Made(10_000)];

/// The program that measures.
const PROGRAM: &str = "communs-benches-page";

/// A table: its name, its head, and the files that its lines are left in.
type Table = (&'static str, &'static str, &'static [&'static str]);

/// A first visit, and a frame in the page of another site. A first visit: ours, then the same page without scripts, and their ratio.
const WEB: [Table; 2] = [
    (
        "web",
        "| page | first paint, ms | without scripts | ratio | largest paint, ms | without scripts | ratio \
     | blocked, ms | layout shift | app ready when used at once, ms | blocked then, ms | kB | requests |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
        &["visit-home", "visit-catalogue", "visit-fiche", "visit-text"],
    ),
    (
        "frame",
        "| first paint, ms | kB | requests | kB once used | requests then |\n|--:|--:|--:|--:|--:|",
        &["visit-frame"],
    ),
];

/// Typing and loading.
const TYPING: [Table; 2] = [
    (
        "typing",
        "| processor slowed | keys | next picture: median, ms | p95, ms | slowest, ms \
         | results: median, ms | p95, ms | slowest, ms |\n|---|--:|--:|--:|--:|--:|--:|--:|",
        &["keys-1", "keys-alone-1", "keys-4", "keys-alone-4"],
    ),
    (
        "loading",
        "| processor slowed | longest task, ms | all long tasks, ms | first content, ms | first results of a search, ms |\n\
         |---|--:|--:|--:|--:|",
        &["loading-1", "loading-4"],
    ),
];

/// Measures typing and loading.
pub(super) fn run(skip_build: bool, write: bool) -> Result<()> {
    for corpus in CORPORA {
        prepare::made(corpus)?;
    }
    measure(skip_build, write, &["typing", "loading"], &TYPING)
}

/// Measures first visits.
pub(super) fn run_web(skip_build: bool, write: bool) -> Result<()> {
    measure(skip_build, write, &["visit"], &WEB)
}

/// Builds the site unless told not to, measures it and prints; writes the tables down when asked.
fn measure(skip_build: bool, write: bool, scenarios: &[&str], tables: &[Table]) -> Result<()> {
    setup::ensure(&[Need::Chromium])?;
    if !skip_build {
        site::build(site::Program::Published, &[])?;
    }
    let lines = folder().join("page");
    // A line of another day must not pass for one of today.
    let _ = fs::remove_dir_all(&lines);
    let package = ["run", "--quiet", "--package", PROGRAM, "--", "--engine", "chromium"];
    // Compiled first, so that it is not what keeps the machine busy.
    process::run(&mut process::command("cargo", &["build", "--quiet", "--package", PROGRAM]))?;
    quiet::wait();
    for scenario in scenarios {
        process::run(process::command("cargo", &package).arg(scenario))?;
    }
    for (name, head, files) in tables {
        let mut table = format!("{head}\n");
        for file in *files {
            let line = fs::read_to_string(lines.join(format!("{file}.md")));
            table.push_str(&line.with_context(|| format!("{file} was not measured"))?);
        }
        document::tell(name, &table, write)?;
    }
    Ok(())
}
