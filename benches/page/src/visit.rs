//! A first visit, on a slow phone and a slow network: what is seen and when, beside the same page and
//! style without any script.

use anyhow::{Context, Result};
use communs_browser_tests::{Browser, Suite};
use xtask::server::Reply;

use crate::{let_be, medians, tell};

const PAGES: [(&str, &str); 4] =
    [("home", "/"), ("catalogue", "/catalogue/"), ("fiche", "/communs/terristory/"), ("text", "/comprendre/")];
/// Visits of each page, of each of the two kinds in turn; the median is kept.
const VISITS: usize = 7;
const SLOWDOWN: u32 = 4;
/// « Slow 4G »: the time of a round trip, in milliseconds, and bits per second.
const NETWORK: (u32, u32) = (150, 1_600_000);
/// How long a page is watched after it is whole, in milliseconds.
const AFTER: u32 = 1500;

/// Notes what Web Vitals are made of, and when the app has taken over.
const WATCH: &str = "
    window.seen = { lcp: 0, shift: 0, blocked: 0, ready: 0 };
    const watch = (type, note) =>
      new PerformanceObserver(list => list.getEntries().forEach(note)).observe({ type, buffered: true });
    watch('largest-contentful-paint', entry => { seen.lcp = entry.startTime; });
    watch('layout-shift', entry => { seen.shift += entry.value; });
    watch('longtask', entry => { seen.blocked += entry.duration - 50; });
    new MutationObserver(() => {
      if (document.documentElement.dataset.app === 'ready') seen.ready ||= performance.now();
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-app'] });";

/// First and largest contentful paints, time blocked, layout shift, time of the app, bytes, requests,
/// and room for the time blocked when the page is used.
const READ: &str = "
    const files = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    const sum = files.reduce((sum, file) => sum + file.transferSize, 0);
    const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
    return [paint, seen.lcp, seen.blocked, seen.shift, seen.ready, sum, files.length, 0]";

pub(crate) fn register(suite: &mut Suite) {
    for (name, path) in PAGES {
        suite.add(format!("visit: {name}"), async move |browser: &Browser| visit(browser, name, path).await);
    }
    suite.add("visit: frame", frame);
}

/// The page of another site that shows the catalogue in a frame.
const HOST: &str = "/__host.html";
const FRAME: &str = "document.querySelector('iframe').contentWindow";

/// A frame in the page of a host, with nothing slowed down: first paint since that page was asked for,
/// what was downloaded until then, and once the frame is used.
async fn frame(browser: &Browser) -> Result<()> {
    browser.server().compress();
    browser.server().reply(
        HOST,
        Reply::html("<!doctype html><title>-</title><iframe src=\"/embed/\" width=\"800\" height=\"600\"></iframe>"),
    );
    let files =
        "[...inside.performance.getEntriesByType('navigation'), ...inside.performance.getEntriesByType('resource')]";
    let read = format!(
        "const inside = {FRAME}; const files = {files};
         const paint = inside.performance.getEntriesByName('first-contentful-paint')[0];
         return [paint.startTime + inside.performance.timeOrigin - performance.timeOrigin, files.length,
           files.reduce((sum, file) => sum + file.transferSize, 0)]"
    );
    let mut measures: Vec<[f64; 5]> = Vec::new();
    for _ in 0..VISITS {
        browser.load(HOST).await?;
        let_be(browser, AFTER).await?;
        let [paint, requests, bytes]: [f64; 3] = browser.js(&read, &[]).await?;
        browser.js::<()>(&format!("{FRAME}.dispatchEvent(new Event('wheel'))"), &[]).await?;
        browser.wait_until(&format!("{FRAME}.document.documentElement.dataset.app === 'ready'")).await?;
        let [_, used_requests, used_bytes]: [f64; 3] = browser.js(&read, &[]).await?;
        measures.push([paint, requests, bytes, used_requests, used_bytes]);
    }
    let [paint, requests, bytes, used_requests, used_bytes] = medians(&measures);
    tell(
        "visit-frame",
        &format!(
            "| {paint:.0} | {:.0} | {requests:.0} | {:.0} | {used_requests:.0} |",
            bytes / 1000.0,
            used_bytes / 1000.0
        ),
    )
}

async fn visit(browser: &Browser, name: &str, path: &str) -> Result<()> {
    browser.before_page(WATCH);
    browser.server().compress();
    browser.slow_down(SLOWDOWN).await?;
    let (mut ours, mut plain) = (Vec::new(), Vec::new());
    for _ in 0..VISITS {
        for (measures, has_scripts) in [(&mut ours, true), (&mut plain, false)] {
            browser.server().clear_overrides();
            if !has_scripts {
                browser.server().reply(path, Reply::html(without_scripts(path)?));
            }
            browser.slow_network(Some(NETWORK)).await?;
            browser.load(path).await?;
            let_be(browser, AFTER).await?;
            let mut seen: [f64; 8] = browser.js(READ, &[]).await?;
            if has_scripts {
                // The same visit by somebody who begins as soon as the page is whole.
                browser.slow_network(Some(NETWORK)).await?;
                browser.load(path).await?;
                browser.wake().await?;
                browser.wait_until("seen.ready").await?;
                let_be(browser, 500).await?;
                [seen[4], seen[7]] = browser.js("return [seen.ready, seen.blocked]", &[]).await?;
            }
            measures.push(seen);
        }
    }
    browser.slow_network(None).await?;
    browser.slow_down(1).await?;
    let ([paint, largest, blocked, shift, ready, bytes, requests, used], [plain_paint, plain_largest, ..]) =
        (medians(&ours), medians(&plain));
    tell(
        &format!("visit-{name}"),
        &format!(
            "| {name} | {paint:.0} | {plain_paint:.0} | × {:.2} | {largest:.0} | {plain_largest:.0} | × {:.2} \
             | {blocked:.0} | {shift} | {ready:.0} | {used:.0} | {:.0} | {requests:.0} |",
            paint / plain_paint,
            largest / plain_largest,
            bytes / 1000.0
        ),
    )
}

/// The page with its style and none of its scripts, laid out as while it awaits the app.
fn without_scripts(path: &str) -> Result<String> {
    let file = xtask::paths::dist().join(path.trim_start_matches('/')).join("index.html");
    let page = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut pieces = page.split("<script");
    let mut plain = pieces.next().unwrap_or_default().replace("<html", "<html data-app=waiting");
    for piece in pieces {
        plain.push_str(piece.split_once("</script>").map_or("", |(_, rest)| rest));
    }
    Ok(plain)
}
