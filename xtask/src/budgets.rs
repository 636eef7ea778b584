//! Sobriety: what a first visit may weigh, compressed.

use std::fs;

use anyhow::{Context, Result};

use crate::paths;
use crate::sizes::{self, FileSize};

/// A limit on the compressed size of some of the files of a first visit.
struct Budget {
    name: &'static str,
    /// In bytes.
    limit: usize,
    counts: fn(&str) -> bool,
}

const KB: usize = 1000;

const BUDGETS: [Budget; 6] = [
    Budget { name: "WebAssembly", limit: 232 * KB, counts: |name| name.ends_with(".wasm") },
    Budget { name: "JavaScript", limit: 12 * KB, counts: is_script },
    Budget { name: "CSS", limit: 14 * KB, counts: |name| name.ends_with(".css") && !name.starts_with("motifs") },
    Budget { name: "motifs", limit: 14 * KB, counts: |name| name.ends_with(".css") && name.starts_with("motifs") },
    Budget { name: "catalogue.json", limit: 45 * KB, counts: |name| name == CATALOGUE },
    Budget { name: "first visit", limit: 312 * KB, counts: |_| true },
];

/// The most that the program of the pages other than those of every day may weigh, compressed, in bytes: most
/// visits never ask for it.
const WHOLE_APP: usize = 315 * KB;
/// The most that the site in one file may weigh, as it is, in bytes.
const SINGLE_FILE: usize = 900 * KB;
/// The most that the script of other sites may weigh, as it is, in bytes: it is read in their pages.
const EMBED_SCRIPT: usize = 1500;

const CATALOGUE: &str = "catalogue.json";

/// How many budgets are kept and how many are not.
pub(crate) struct Outcome {
    pub(crate) kept: usize,
    pub(crate) broken: usize,
}

/// Measures `dist/` and prints each budget.
///
/// # Errors
/// When `dist/` cannot be read.
pub(crate) fn check() -> Result<Outcome> {
    let dist = paths::dist();
    let page =
        fs::read_to_string(dist.join("index.html")).context("cannot read dist/index.html; build the site first")?;
    let files = sizes::measure(&dist)?;
    // The page names the script that starts the app, which names the program.
    let start = files.iter().find(|file| file.name.starts_with("demarrage-") && page.contains(&file.name));
    let start = start.context("dist/index.html starts no app")?;
    let named = page + &fs::read_to_string(dist.join(&start.name))?;
    let (visit, others): (Vec<FileSize>, Vec<FileSize>) =
        files.into_iter().partition(|file| in_first_visit(&file.name, &named));

    let mut outcome = Outcome { kept: 0, broken: 0 };
    println!("{:<16} {:>10} {:>10}", "brotli, in kB", "measured", "limit");
    for budget in &BUDGETS {
        let mut counted = visit.iter().filter(|file| (budget.counts)(&file.name)).peekable();
        // A budget that counts nothing has lost its file, not kept it small.
        let lost = counted.peek().is_none();
        let measured: usize = counted.map(|file| file.brotli).sum();
        let kept = !lost && measured <= budget.limit;
        println!(
            "{:<16} {:>10} {:>10}  {}",
            budget.name,
            in_kb(measured),
            in_kb(budget.limit),
            match (kept, lost) {
                (true, _) => "ok",
                (_, true) => "NO SUCH FILE",
                _ => "OVER",
            }
        );
        if kept {
            outcome.kept += 1;
        } else {
            outcome.broken += 1;
        }
    }
    let whole = others.iter().filter(|file| file.name.ends_with(".wasm")).map(|file| file.brotli).sum();
    let kept = (1..=WHOLE_APP).contains(&whole);
    println!("{:<16} {:>10} {:>10}  {}", "whole app", in_kb(whole), in_kb(WHOLE_APP), if kept { "ok" } else { "OVER" });
    outcome.kept += usize::from(kept);
    outcome.broken += usize::from(!kept);
    for (name, file, limit) in
        [("single file", paths::single_file(), SINGLE_FILE), ("embed.js", dist.join("embed.js"), EMBED_SCRIPT)]
    {
        let length = fs::metadata(&file).with_context(|| format!("cannot read {}", file.display()))?.len() as usize;
        let kept = length <= limit;
        let said = if kept { "ok (raw)" } else { "OVER" };
        println!("{name:<16} {:>10} {:>10}  {said}", in_kb(length), in_kb(limit));
        outcome.kept += usize::from(kept);
        outcome.broken += usize::from(!kept);
    }
    Ok(outcome)
}

/// Whether opening the home page downloads this file: the page itself, the
/// data, what the page or its script names.
fn in_first_visit(name: &str, named: &str) -> bool {
    // Asked for only when the site is put on a screen or kept for later, or by who follows a link.
    if ["apple-touch-icon", "manifest.", "feed.", "catalogue.", "opensearch.", "sw."]
        .iter()
        .any(|start| name.starts_with(start))
        && name != CATALOGUE
    {
        return false;
    }
    let is_named = ['/', '"'].iter().any(|before| named.contains(&format!("{before}{name}")));
    name == "index.html" || name == CATALOGUE || is_named
}

fn is_script(name: &str) -> bool {
    name.ends_with(".js") || name.ends_with(".mjs")
}

fn in_kb(bytes: usize) -> String {
    format!("{}.{}", bytes / KB, bytes % KB / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_visit_is_what_the_page_names() {
        let page = r#"<link href="./motifs-1.css"><link href="./favicon.svg"><script src="./a.js">
            <link href="./apple-touch-icon.png"> fetch(file("a_bg.wasm"), …)"#;
        for name in ["index.html", "catalogue.json", "motifs-1.css", "favicon.svg", "a.js", "a_bg.wasm"] {
            assert!(in_first_visit(name, page), "{name}");
        }
        for name in [
            "404.html",
            "embed.js",
            "catalogue.schema.json",
            "images/a.png",
            "apple-touch-icon.png",
            "b_bg.wasm",
            "sw.js",
        ] {
            assert!(!in_first_visit(name, page), "{name}");
        }
    }

    #[test]
    fn kilobytes_are_of_a_thousand_bytes() {
        assert_eq!(in_kb(190_050), "190.0");
        assert_eq!(in_kb(1_999), "1.9");
    }

    #[test]
    fn each_style_sheet_has_one_budget() {
        for name in ["communs-1a.css", "motifs-1a.css"] {
            let counting = BUDGETS.iter().filter(|budget| (budget.counts)(name));
            assert_eq!(counting.count(), 2, "{name}: its own and the total");
        }
    }
}
