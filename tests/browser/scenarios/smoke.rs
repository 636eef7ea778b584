//! The least that must work: every other scenario stands on it.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Scheme, Suite, WIDTHS};

pub(crate) fn register(suite: &mut Suite) {
    suite.add("smoke: the home page is shown without a complaint", home_is_quiet);
    suite.add("smoke: the home page fits every width, in both schemes", home_fits);
}

async fn home_is_quiet(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    ensure!(!browser.text("main h1").await?.is_empty(), "the main heading is empty");
    ensure!(!browser.title().await?.is_empty(), "the page has no title");
    let foreign = browser.foreign_requests().await?;
    ensure!(foreign.is_empty(), "the page asks other sites: {}", foreign.join(", "));
    browser.assert_quiet().await
}

async fn home_fits(browser: &Browser) -> Result<()> {
    for scheme in Scheme::ALL {
        browser.set_scheme(scheme).await?;
        browser.open("/").await?;
        for width in WIDTHS {
            browser.resize(width, 800).await?;
            browser.assert_no_sideways_scroll().await?;
        }
    }
    Ok(())
}
