//! Sobriety: what visits, the site in one file and the script of other sites may weigh.

use std::fs;

use anyhow::{Context, Result};

use crate::test::Outcome;
use crate::{paths, site, sizes};

/// A limit on the compressed size of some of the files of a visit.
struct Budget {
    name: &'static str,
    /// The page that is visited, with all that it needs once it is used.
    page: &'static str,
    /// In bytes.
    limit: usize,
    counts: fn(&str) -> bool,
}

const KB: usize = 1000;
const HOME: &str = "index.html";
const FRAME: &str = "embed/index.html";
const CATALOGUE_PAGE: &str = "catalogue/index.html";
/// Any page of an entry, any that is made of parts, and any that is seldom used.
const ENTRY: &str = "communs/grist/index.html";
const GUIDE: &str = "contribuer/index.html";
const SELDOM_USED: &str = "comparer/index.html";

const BUDGETS: [Budget; 12] = [
    Budget { name: "first module", page: HOME, limit: 194 * KB, counts: is_first_module },
    Budget { name: "of the catalogue", page: CATALOGUE_PAGE, limit: 104 * KB, counts: is_other_module },
    Budget { name: "of entries", page: ENTRY, limit: 46 * KB, counts: is_other_module },
    Budget { name: "of guides", page: GUIDE, limit: 64 * KB, counts: is_other_module },
    Budget { name: "seldom used", page: SELDOM_USED, limit: 190 * KB, counts: is_other_module },
    Budget { name: "JavaScript", page: HOME, limit: 9_200, counts: |name| name.ends_with(".js") },
    Budget { name: "CSS", page: HOME, limit: 15 * KB, counts: |name| is_style(name) && !name.starts_with("motifs") },
    Budget { name: "motifs", page: HOME, limit: 14 * KB, counts: |name| is_style(name) && name.starts_with("motifs") },
    Budget { name: "catalogue.json", page: HOME, limit: 75 * KB, counts: |name| name == CATALOGUE },
    Budget { name: "its details", page: SELDOM_USED, limit: 47 * KB, counts: |name| name == names::DETAILS_FILE },
    Budget { name: "first visit", page: HOME, limit: 312 * KB, counts: |_| true },
    Budget { name: "a used frame", page: FRAME, limit: 316 * KB, counts: |name| name != CATALOGUE },
];

/// The most that what searches words may weigh, compressed, in bytes: it comes for who types some.
const SEARCH: usize = 35 * KB;
/// The most that the site in one file may weigh, as it is, in bytes.
const SINGLE_FILE: usize = 1180 * KB;
/// The most that the script of other sites may weigh, as it is, in bytes: it is read in their pages.
const EMBED_SCRIPT: usize = 1900;

const CATALOGUE: &str = "catalogue.json";

/// Measures `dist/` and prints each budget.
pub(crate) fn check() -> Result<Outcome> {
    let dist = paths::dist();
    let files = sizes::measure(&dist)?;
    let (mut outcome, mut start) = (Outcome::default(), String::new());
    println!("{:<16} {:>10} {:>10}", "brotli, in kB", "measured", "limit");
    for budget in &BUDGETS {
        let path = dist.join(budget.page);
        let page = fs::read_to_string(&path)
            .with_context(|| format!("cannot read {}; build the site first", path.display()))?;
        // The page names the script that starts the app, which names the program.
        let script = files.iter().find(|file| file.name.starts_with("start-") && page.contains(&file.name));
        let script = script.with_context(|| format!("{} starts no app", path.display()))?;
        start = fs::read_to_string(dist.join(&script.name))?;
        let named = named(&page, &start);
        let visit = files.iter().filter(|file| is_visited(&file.name, &named) && (budget.counts)(&file.name));
        let page = if (budget.counts)(HOME) { sizes::brotli(&path)? } else { 0 };
        add(&mut outcome, budget.name, visit.map(|file| file.brotli).sum::<usize>() + page, budget.limit, "");
    }
    // Those of former releases may still be there.
    let search = files.iter().filter(|file| file.name.starts_with("communs-search-") && start.contains(&file.name));
    add(&mut outcome, "of the search", search.map(|file| file.brotli).sum(), SEARCH, "");
    for (name, file, limit) in
        [("single file", paths::single_file(), SINGLE_FILE), ("embed.js", dist.join("embed.js"), EMBED_SCRIPT)]
    {
        let length = fs::metadata(&file).with_context(|| format!("cannot read {}", file.display()))?.len() as usize;
        add(&mut outcome, name, length, limit, " (raw)");
    }
    Ok(outcome)
}

/// Prints a budget and counts whether it is kept.
fn add(outcome: &mut Outcome, name: &str, measured: usize, limit: usize, how: &str) {
    // A budget that counts nothing has lost its file, not kept it small.
    let said = match measured {
        0 => "NO SUCH FILE",
        measured if measured <= limit => "ok",
        _ => "OVER",
    };
    println!("{name:<16} {:>10} {:>10}  {said}{how}", in_kb(measured), in_kb(limit));
    if said == "ok" {
        outcome.passed += 1;
    } else {
        outcome.failed += 1;
    }
}

/// What a page and the script that starts its app name: the modules of other pages left out.
fn named(page: &str, start: &str) -> String {
    let Some((before, modules)) = start.split_once("\"modules\":{") else { return page.to_owned() + start };
    let (modules, after) = modules.split_once("]}").unwrap_or((modules, ""));
    // The bracket of the last list is not among them.
    let own = |module: &str| modules.split_once(&format!("\"{module}\":["))?.1.split(']').next();
    let own = site::attribute(page, names::MODULE).and_then(own).unwrap_or_default();
    [page, before, own, after].concat()
}

/// Whether opening a page downloads this file beside it: the data, what the page or its script names.
fn is_visited(name: &str, named: &str) -> bool {
    // Asked for only when the site is put on a screen or kept for later, by who follows a link, or when the
    // app does not come.
    if ["apple-touch-icon", "manifest.", "feed.", "catalogue.", "opensearch.", "sw.", "secours."]
        .iter()
        .any(|start| name.starts_with(start))
        && name != CATALOGUE
    {
        return name == names::DETAILS_FILE && named.contains(&format!(" {}", names::DETAILED));
    }
    let is_named = ['/', '"'].iter().any(|before| named.contains(&format!("{before}{name}")));
    name == CATALOGUE || (is_named && name != HOME)
}

fn is_first_module(name: &str) -> bool {
    name.ends_with("_bg.wasm")
}

fn is_other_module(name: &str) -> bool {
    name.ends_with(".wasm") && !is_first_module(name)
}

fn is_style(name: &str) -> bool {
    name.ends_with(".css")
}

fn in_kb(bytes: usize) -> String {
    format!("{}.{}", bytes / KB, bytes % KB / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_is_what_the_page_names() {
        let page = r#"<link href="./motifs-1.css"><link href="./favicon.svg"><script src="./a.js">
            <link href="./apple-touch-icon.png"> fetch(file("a_bg.wasm"), …)"#;
        for name in ["catalogue.json", "motifs-1.css", "favicon.svg", "a.js", "a_bg.wasm"] {
            assert!(is_visited(name, page), "{name}");
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
            assert!(!is_visited(name, page), "{name}");
        }
    }

    #[test]
    fn the_modules_of_other_pages_are_not_of_a_visit() {
        let start = r#"{const PROGRAM={"loader":{"name":"l.js"},"modules":{"entry":[{"name":"shared.wasm"},
            {"name":"entry.wasm"}],"other":[{"name":"shared.wasm"},{"name":"other.wasm"}]},"wasm":{"name":"a_bg.wasm"}};"#;
        let visited = |page: &str| {
            let named = named(page, start);
            ["l.js", "a_bg.wasm", "shared.wasm", "entry.wasm", "other.wasm"].map(|name| is_visited(name, &named))
        };
        assert_eq!(visited("<script>"), [true, true, false, false, false]);
        assert_eq!(visited(r#"<script data-module="entry">"#), [true, true, true, true, false]);
        assert_eq!(visited(r#"<script data-module="other">"#), [true, true, true, false, true]);
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
            assert_eq!(counting.count(), 3, "{name}: its own and the totals");
        }
    }
}
