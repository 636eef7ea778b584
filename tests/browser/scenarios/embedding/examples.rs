//! The page of examples, a town hall's.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};

use super::host::{fits, heights, in_frame, wait_in_frame};

pub(super) fn register(suite: &mut Suite) {
    suite.add("embedding: the page of examples shows three views, as high as they are", examples);
    suite.add("embedding: the page of examples reads without scripts", without_scripts);
}

async fn examples(browser: &Browser) -> Result<()> {
    for (mount, width) in [("/", 1280), ("/a/b/", 360)] {
        browser.server().mount(mount);
        browser.resize(width, 800).await?;
        browser.load(&format!("{mount}exemples-integration.html")).await?;
        browser.wait_until("document.querySelector('communs-catalogue').shadowRoot && document.querySelectorAll('iframe').length === 2").await?;
        for rank in 0..3 {
            fits(browser, rank).await?;
            let shown: usize =
                in_frame(browser, rank, "return document.querySelectorAll('.result, .card').length").await?;
            ensure!(shown > 0, "frame {rank} shows nothing");
        }
        let before = heights(browser).await?;
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        ensure!(heights(browser).await? == before, "heights still change");
        browser.assert_no_sideways_scroll().await?;
        browser.assert_accessible().await?;
    }
    browser.assert_quiet().await
}

async fn without_scripts(browser: &Browser) -> Result<()> {
    browser.disable_scripts();
    browser.load("/exemples-integration.html").await?;
    wait_in_frame(browser, 0, "document.querySelector('main')").await?;
    ensure!(browser.is_visible("communs-catalogue a").await?, "no link without scripts");
    Ok(())
}
