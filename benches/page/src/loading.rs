//! How long the page answers nothing while it loads, and when it shows what was asked.

use anyhow::Result;
use communs_browser_tests::{Browser, Suite};

use crate::{let_be, medians, searchable_word, serve_corpus, tell};

const ENTRIES: usize = 10_000;
const LOADS: usize = 3;

/// Notes how long each task is that keeps the page from answering, from 50 ms, and when the first
/// result of a search is there, since its words are marked.
const WATCH: &str = "
    window.tasks = [];
    new PerformanceObserver(list => tasks.push(...list.getEntries().map(task => task.duration)))
      .observe({ type: 'longtask', buffered: true });
    window.found = 0;
    new MutationObserver((changes, observer) => {
      if (!document.querySelector('.results mark')) return;
      observer.disconnect();
      window.found = performance.now();
    }).observe(document, { childList: true, subtree: true });";

/// The longest task, all long tasks, the first contentful paint, the first result.
const READ: &str = "
    const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
    return [Math.max(0, ...tasks), tasks.reduce((sum, task) => sum + task, 0), paint, window.found]";

pub(crate) fn register(suite: &mut Suite) {
    suite.add("loading with the whole processor", async |browser: &Browser| load(browser, 1).await);
    suite.add("loading with a quarter of the processor", async |browser: &Browser| load(browser, 4).await);
}

async fn load(browser: &Browser, slowdown: u32) -> Result<()> {
    serve_corpus(browser, ENTRIES)?;
    browser.before_page(WATCH);
    browser.slow_down(slowdown).await?;
    let path = format!("/catalogue/?q={}", searchable_word(ENTRIES)?);
    let mut measures: Vec<[f64; 4]> = Vec::new();
    for _ in 0..LOADS {
        browser.open(&path).await?;
        browser.wait_until("window.found").await?;
        let_be(browser, 1000).await?;
        measures.push(browser.js(READ, &[]).await?);
    }
    browser.slow_down(1).await?;
    let cells = medians(&measures).map(|value| format!("{value:.0}"));
    tell(&format!("loading-{slowdown}"), &format!("| × {slowdown} | {} |", cells.join(" | ")))
}
