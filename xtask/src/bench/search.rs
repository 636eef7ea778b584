//! The search beside other engines: every engine on every catalogue, in turn.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::engines::{self, Engine};
use super::measure::{Bench, Measure};
use super::table::{Row, Table};
use super::{Corpus, document, prepare, quiet, served};
use crate::server::Server;
use crate::setup::{self, Need};

/// How many times an engine is measured, each time after all the others.
const ROUNDS: usize = 3;
/// An engine that takes longer than this is measured once.
const QUICK: Duration = Duration::from_secs(45);

/// Prepares, measures and prints; writes the tables down when asked.
pub(super) fn run(corpora: &[Corpus], engines: &[&'static Engine], write: bool) -> Result<()> {
    setup::ensure(&[Need::Build, Need::Light, Need::Chromium])?;
    prepare::engines()?;
    for corpus in corpora {
        prepare::corpus(*corpus, engines)?;
    }
    let bench = Bench::new(Server::start(served(), 0).context("cannot serve the engines")?);
    for corpus in corpora {
        let rows = rows(&bench, *corpus, engines)?;
        let table = Table { rows: &rows, our_module: engines::of_folder(engines::OURS)? }.to_string();
        document::tell(&format!("search-{}", corpus.name()), &table, write)?;
    }
    Ok(())
}

fn rows(bench: &Bench, corpus: Corpus, engines: &[&'static Engine]) -> Result<Vec<Row>> {
    let mut measures: Vec<Vec<Measure>> = vec![Vec::new(); engines.len()];
    let mut again = vec![true; engines.len()];
    for _ in 0..ROUNDS {
        for (rank, engine) in engines.iter().enumerate() {
            if !again[rank] {
                continue;
            }
            quiet::wait();
            let start = Instant::now();
            let measure = bench.measure(engine, corpus)?;
            again[rank] = start.elapsed() < QUICK && measure.stopped.is_none();
            println!("{} on {}: {}", engine.name, corpus.name(), summary(&measure));
            measures[rank].push(measure);
        }
    }
    let row = |(engine, measures): (&&'static Engine, Vec<Measure>)| {
        let (weight, offline) = (engines::weight(engine)?, prepare::offline_index(engine, corpus));
        Ok(Row { engine, weight, measure: Measure::median(&measures), offline })
    };
    engines.iter().zip(measures).map(row).collect()
}

/// One line for whoever waits.
fn summary(measure: &Measure) -> String {
    let told = [("build", "build"), ("median", "key"), ("p99", "p99"), ("results", "results a key")];
    let mut parts: Vec<String> = (told.iter())
        .filter_map(|(name, title)| measure.get(name).map(|value| format!("{title} {value:.3}")))
        .collect();
    parts.extend(measure.stopped.clone());
    parts.join(", ")
}
