//! An entry page whose address is pasted in WordPress: its own script sizes the frame and follows links.

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Suite};
use xtask::server::Reply;

use super::host::{Host, enter, heights, in_frame, leave, wait_in_frame};

pub(super) fn register(suite: &mut Suite) {
    suite.add("embedding: WordPress sizes what it shows by oEmbed, and opens its links", pasted);
}

/// What WordPress writes for our oEmbed documents; `cargo xtask test --only exports` checks that it does.
const FRAME: &str = "<iframe class='wp-embedded-content' sandbox='allow-scripts' security='restricted' title=Grist
    src='SITE/embed/communs/grist/?vue=carte#?secret=unmot12345' data-secret='unmot12345' width=640 height=150></iframe>";

async fn pasted(browser: &Browser) -> Result<()> {
    let script = xtask::paths::wordpress().join("wp-includes/js/wp-embed.js");
    let script = std::fs::read(&script).with_context(|| format!("no {}; run `cargo xtask setup`", script.display()))?;
    let host = Host::start()?;
    // The highest frame fits in: WebKit's driver scrolls to the link in the frame, not in the page around, and would
    // click below the window.
    browser.resize(1280, 1100).await?;
    host.server.reply("/wp-embed.js", Reply::new("text/javascript", script));
    host.show(browser, &format!("<script src='/wp-embed.js'></script>{FRAME}")).await?;
    wait_in_frame(browser, 0, "document.readyState === 'complete'").await?;
    browser.wait_until("document.querySelector('iframe').clientHeight !== 150").await?;
    let frame = heights(browser).await?[0];
    let page: f64 = in_frame(browser, 0, "return document.documentElement.getBoundingClientRect().height").await?;
    ensure!(frame == page.ceil().clamp(200.0, 1000.0), "{frame} px for {page} px");
    enter(browser, 0).await?;
    let clicked = browser.click("a[href*='/communs/grist/']").await;
    leave(browser).await?;
    clicked?;
    let entry_page = browser.server().url("/communs/grist/");
    browser.wait_until(&format!("location.href === {entry_page:?}")).await
}
