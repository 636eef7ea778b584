//! Lighthouse on some pages of the built site, at its default setting: a middling phone.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use super::{document, folder, quiet};
use crate::server::Server;
use crate::setup::{self, Need};
use crate::{paths, process};

const PAGES: [(&str, &str); 3] = [("home", "/"), ("catalogue", "/catalogue/"), ("fiche", "/communs/terristory/")];
/// Runs of each page; each score is the median.
const RUNS: usize = 3;
const HEAD: &str = "| page | performance | accessibility | best practices | SEO |\n|---|--:|--:|--:|--:|\n";
/// What is scored, in the order of the table.
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// Measures `dist/` and prints a table; writes it down when asked.
pub(super) fn run(write: bool) -> Result<()> {
    setup::ensure(&[Need::Chromium, Need::Lighthouse])?;
    let server = Server::start(paths::dist(), 0)?;
    server.compress();
    let reports = folder().join("lighthouse");
    fs::create_dir_all(&reports)?;
    let mut table = HEAD.to_owned();
    for (name, path) in PAGES {
        let mut runs = Vec::new();
        for run in 0..RUNS {
            quiet::wait();
            let report = reports.join(format!("{name}-{run}.json"));
            let mut lighthouse = process::command("lighthouse", &[&server.url(path), "--quiet", "--output=json"]);
            lighthouse.arg(format!("--output-path={}", report.display()));
            lighthouse.arg("--chrome-flags=--headless --no-sandbox --disable-gpu --disable-dev-shm-usage");
            lighthouse.env("CHROME_PATH", paths::find_program(&["chromium"]).context("there is no chromium")?);
            process::run(&mut lighthouse)?;
            runs.push(serde_json::from_slice::<Value>(&fs::read(report)?)?);
        }
        let median = |category: &str| {
            let scores = runs.iter().filter_map(|run| run["categories"][category]["score"].as_f64()).collect();
            let score = super::median(scores).with_context(|| format!("no report has {category}"))?;
            Ok(format!("{:.0}", 100.0 * score))
        };
        let scores = CATEGORIES.into_iter().map(median).collect::<Result<Vec<_>>>()?;
        table.push_str(&format!("| {name} | {} |\n", scores.join(" | ")));
    }
    document::tell("lighthouse", &table, write)
}
