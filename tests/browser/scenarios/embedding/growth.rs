//! No frame grows for ever, whatever the page around does.

use std::time::Duration;

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};

use super::host::Host;

pub(super) fn register(suite: &mut Suite) {
    suite.add("embedding: heights settle in narrow, wide and changing pages", settles);
}

/// How many heights a frame may have in ten seconds.
const CHANGES: usize = 40;

async fn settles(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    // The last one answers each height by another width.
    let body = "<script async src='SITE/embed.js'></script>
        <div style='width: 300px'><iframe src='SITE/embed/?limite=4' title=a style='width: 100%'></iframe></div>
        <div style='width: 1000px'><iframe src='SITE/embed/?limite=4' title=b style='width: 100%'></iframe></div>
        <iframe src='SITE/embed/?limite=4' title=c style='width: 700px'></iframe>
        <script>
          window.changes = [[], [], []];
          document.querySelectorAll('iframe').forEach((frame, rank) => {
            let height = frame.offsetHeight, wide = true;
            new ResizeObserver(() => {
              if (frame.offsetHeight === height) return;
              height = frame.offsetHeight;
              changes[rank].push([Math.round(performance.now()), height]);
              if (rank === 2) frame.style.width = (wide = !wide) ? '700px' : '320px';
            }).observe(frame);
          });
        </script>";
    host.show(browser, body).await?;
    browser.wait_until("changes.every(heights => heights.length)").await?;
    tokio::time::sleep(Duration::from_secs(10)).await;
    let (changes, now): (Vec<Vec<(f64, f64)>>, f64) = browser.js("return [changes, performance.now()]", &[]).await?;
    for (heights, name) in changes.iter().zip(["narrow", "wide", "changing"]) {
        ensure!(heights.len() <= CHANGES, "{name}: {} heights: {heights:?}", heights.len());
        let last = heights.last().map_or(now, |(time, _)| *time);
        ensure!(now - last > 5000.0, "{name}: it still changed {} ms ago: {heights:?}", now - last);
    }
    Ok(())
}
