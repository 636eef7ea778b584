//! Lighthouse on some pages of the built site, at its default setting: a middling phone.

use std::fs;

use anyhow::{Context, Result};

use super::{document, folder, quiet};
use crate::server::Server;
use crate::setup::{self, Need};
use crate::{paths, process};

const PAGES: [(&str, &str); 3] = [("home", "/"), ("catalogue", "/catalogue/"), ("fiche", "/communs/terristory/")];
/// Runs of each page; each score is the median.
const RUNS: usize = 3;
const HEAD: &str = "| page | performance | accessibility | best practices | SEO |\n|---|--:|--:|--:|--:|\n";
/// Prints the scores of a report, from 0 to 100, a line each.
const SCORES: &str = "const { categories } = JSON.parse(require('fs').readFileSync(process.argv[1]));
    for (const { score } of Object.values(categories)) console.log(Math.round(score * 100));";

/// Measures `dist/` and prints a table; writes it down when asked.
///
/// # Errors
/// When Lighthouse cannot be installed or run.
pub(super) fn run(write: bool) -> Result<()> {
    setup::ensure(&[Need::Chromium, Need::Lighthouse])?;
    let server = Server::start(paths::dist(), 0)?;
    server.compress();
    let reports = folder().join("lighthouse");
    fs::create_dir_all(&reports)?;
    let mut table = HEAD.to_owned();
    for (name, path) in PAGES {
        let mut runs: Vec<Vec<u32>> = Vec::new();
        for run in 0..RUNS {
            quiet::wait();
            let report = reports.join(format!("{name}-{run}.json"));
            let mut lighthouse = process::command("lighthouse", &[&server.url(path), "--quiet", "--output=json"]);
            lighthouse.arg(format!("--output-path={}", report.display()));
            lighthouse.arg("--chrome-flags=--headless --no-sandbox --disable-gpu --disable-dev-shm-usage");
            lighthouse.env("CHROME_PATH", paths::find_program(&["chromium"]).context("there is no chromium")?);
            process::run(&mut lighthouse)?;
            let mut node = process::command("node", &["-e", SCORES]);
            let scores = process::output(node.arg(&report)).context("the report has no scores")?;
            runs.push(scores.lines().filter_map(|score| score.parse().ok()).collect());
        }
        let median = |category: usize| {
            let mut scores: Vec<u32> = runs.iter().filter_map(|run| run.get(category).copied()).collect();
            scores.sort_unstable();
            scores.get(scores.len() / 2).copied().unwrap_or_default().to_string()
        };
        table.push_str(&format!("| {name} | {} |\n", (0..4).map(median).collect::<Vec<_>>().join(" | ")));
    }
    println!("\nlighthouse\n\n{table}");
    if write {
        document::write("lighthouse", &table)?;
    }
    Ok(())
}
