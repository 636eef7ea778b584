//! What frames ask of the server.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};
use std::collections::BTreeMap;
use xtask::server::Server;

use super::host::{Host, fits, in_frame, wait_in_frame};

const FRAMES: usize = 20;

pub(super) fn register(suite: &mut Suite) {
    suite.add("embedding: twenty frames get their height and share the files of one", twenty);
    suite.add("embedding: a frame asks for each file once, used or not", once);
}

/// How many times each path was asked for.
fn counts(site: &Server) -> BTreeMap<String, usize> {
    let mut asked = BTreeMap::new();
    for request in site.requests() {
        *asked.entry(request.path).or_default() += 1;
    }
    asked
}

/// A page of a host that leaves the browser no rest.
const RESTLESS: &str = "<script>
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
        const end = performance.now() + 10;
        while (performance.now() < end);
        port2.postMessage(0);
    };
    port2.postMessage(0);
</script>";

async fn once(browser: &Browser) -> Result<()> {
    let site = Server::start(xtask::paths::dist(), 0)?;
    let host = Host::start()?;
    for (search, used, around) in [("", false, ""), ("", false, RESTLESS), ("?theme=mobilite", true, "")] {
        site.clear_requests();
        let frame = format!("<iframe title='Communs' src='SITE/embed/{search}'></iframe>{around}");
        host.show_site(browser, &site, &frame).await?;
        wait_in_frame(browser, 0, "document.querySelector('.result')").await?;
        if !used {
            let mut waited = 0;
            while !counts(&site).contains_key("/catalogue.json") {
                ensure!(waited < 200, "a frame that is seen asks for {:?} only", counts(&site));
                waited += 1;
                tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            }
            let files: Vec<String> = counts(&site).into_keys().filter(|path| path.ends_with(".wasm")).collect();
            ensure!(files.is_empty(), "a frame that is only seen asks for {files:?}");
            in_frame::<()>(browser, 0, "document.querySelector('#q').click()").await?;
            in_frame::<()>(browser, 0, "dispatchEvent(new Event('wheel'))").await?;
        }
        wait_in_frame(browser, 0, "document.documentElement.dataset.app === 'ready'").await?;
        let asked = counts(&site);
        ensure!(
            asked.keys().filter(|path| path.ends_with("_bg.wasm")).count() == 1,
            "{search}: no app, or two: {asked:?}"
        );
        let again: Vec<_> = asked.iter().filter(|(_, count)| **count > 1).collect();
        ensure!(again.is_empty(), "{search}: asked again: {again:?}");
    }
    Ok(())
}

async fn twenty(browser: &Browser) -> Result<()> {
    // What the documentation tells hosts to send, from a server of its own: other scenarios change these files.
    let site = Server::start(xtask::paths::dist(), 0)?;
    for hashed in ["/communs-*", "/motifs-*", "/start-*"] {
        site.add_header(hashed, "Cache-Control", "public, max-age=31536000, immutable");
    }
    let host = Host::start()?;
    let frames: String =
        (1..=FRAMES).map(|limit| format!("<communs-catalogue limite={limit}></communs-catalogue>")).collect();
    host.show_site(browser, &site, &format!("<script async src='SITE/embed.js'></script>{frames}")).await?;
    let mut before = 0.0;
    for rank in 0..FRAMES {
        let height = fits(browser, rank).await?;
        ensure!(height >= before, "{} results are higher than {}", rank, rank + 1);
        before = height;
    }
    let asked = counts(&site);
    let hashed = |name: &str| ["/communs-", "/motifs-", "/start-"].iter().any(|start| name.starts_with(start));
    for (path, count) in asked.iter().filter(|(path, _)| hashed(path)) {
        ensure!(*count == 1, "{path} is asked {count} times");
    }
    browser.assert_quiet().await
}
