//! Times the built site in Chromium: with thousands of entries, from a key to the next picture on the
//! screen, and how long a page that loads answers nothing; with its own, a first visit on a slow phone
//! and a slow network. Run by `cargo xtask bench typing` and `cargo xtask bench web`.
//!
//! Each measure is a scenario of the browser tests' harness, which starts from a clean browser; its
//! line of the table goes to `target/bench/page/{name}.md`.

mod keys;
mod loading;
mod visit;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use communs_browser_tests::{Browser, Suite, run};
use serde_json::Value;
use xtask::server::Reply;

/// The app has taken the page over.
const READY: &str = "document.readyState === 'complete' && document.documentElement.dataset.app === 'ready'";

fn main() -> ExitCode {
    let mut suite = Suite::new(READY, &[]);
    keys::register(&mut suite);
    loading::register(&mut suite);
    visit::register(&mut suite);
    run(&suite)
}

fn folder() -> PathBuf {
    xtask::paths::target().join("bench")
}

/// The file of a made catalogue.
fn corpus_file(entries: usize, name: &str) -> Result<String> {
    let file = folder().join(format!("site/corpora/{entries}/{name}"));
    fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
}

/// Makes the site one of a made catalogue.
fn serve_corpus(browser: &Browser, entries: usize) -> Result<()> {
    browser.server().reply("/catalogue.json", Reply::json(corpus_file(entries, "catalogue.json")?));
    Ok(())
}

/// A word of the name of a commons, which the catalogue shows first.
fn searchable_word(entries: usize) -> Result<String> {
    let catalogue: Value = serde_json::from_str(&corpus_file(entries, "catalogue.json")?)?;
    let names = catalogue["entries"].as_array().into_iter().flatten();
    let mut names = names.filter(|entry| entry["kind"] == "commun").filter_map(|entry| entry["name"].as_str());
    let words = names.next().into_iter().flat_map(str::split_whitespace);
    let longest = words.max_by_key(|word| word.chars().count()).context("the catalogue has no commons")?;
    Ok(longest.to_owned())
}

/// Prints a line of a table, and leaves it to whoever gathers them.
fn tell(name: &str, line: &str) -> Result<()> {
    println!("{line}");
    let folder = folder().join("page");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(format!("{name}.md")), format!("{line}\n")).context("cannot write the measure")
}

/// Lets the page be for some milliseconds.
async fn let_be(browser: &Browser, milliseconds: u32) -> Result<()> {
    let script = format!("window.quiet = false; setTimeout(() => {{ window.quiet = true; }}, {milliseconds})");
    browser.js::<()>(&script, &[]).await?;
    browser.wait_until("window.quiet").await
}

/// Of each value that was measured several times, the median.
fn medians<const VALUES: usize>(measures: &[[f64; VALUES]]) -> [f64; VALUES] {
    std::array::from_fn(|rank| {
        let mut values: Vec<f64> = measures.iter().map(|measure| measure[rank]).collect();
        quantile(&mut values, 0.5).unwrap_or_default()
    })
}

/// The value below which a share of values lies.
fn quantile(values: &mut [f64], share: f64) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let place = (values.len() as f64 * share) as usize;
    values.get(place.min(values.len().saturating_sub(1))).copied()
}
