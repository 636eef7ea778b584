//! Without scripts, or without WebAssembly, every page reads, and says what does not work.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Engine, Suite};

use crate::PAGES;
use crate::support::{data, entries, same};

pub(super) fn register(suite: &mut Suite) {
    suite.add("scripts: every page reads without them", without_scripts);
    suite.add("scripts: every page reads without WebAssembly", without_webassembly);
    suite.add("scripts: the catalogue without them lists every entry", whole_list);
}

/// Checks a page whose search, if it has one, says why it does not work.
async fn reads(browser: &Browser, page: &str, reason: &str) -> Result<()> {
    let main = browser.text("main").await?;
    ensure!(main.len() > 60, "{page} has almost no text: {main:?}");
    ensure!(browser.is_visible("main h1").await?, "{page} has no heading");
    let dead = browser.js::<Vec<String>>(
        "return [...document.querySelectorAll('.with-app')].filter(e => e.getClientRects().length).map(e => e.className)",
        &[],
    );
    let dead = dead.await?;
    ensure!(dead.is_empty(), "{page} shows what cannot work: {dead:?}");
    if browser.count("form.search").await? > 0 && browser.is_visible("form.search").await? {
        browser.wait_for_text("form.search", reason).await?;
        ensure!(browser.is_visible("form.search .without-app a").await?, "no way to the full list");
    }
    browser.assert_no_sideways_scroll().await?;
    if browser.engine() == Engine::Chromium {
        // The others audit the same pages with the app.
        browser.assert_accessible().await?;
    }
    Ok(())
}

/// The pages that are written ahead: without a query, and existing.
fn written() -> impl Iterator<Item = &'static str> {
    PAGES.iter().copied().filter(|page| !page.contains('?') && !page.starts_with("/rien"))
}

async fn without_scripts(browser: &Browser) -> Result<()> {
    browser.disable_scripts();
    for page in written() {
        browser.load(page).await?;
        reads(browser, page, "Ils ont besoin de JavaScript et de WebAssembly.").await?;
    }
    Ok(())
}

async fn without_webassembly(browser: &Browser) -> Result<()> {
    browser.remove_webassembly();
    for page in written() {
        browser.open(page).await?;
        same("the app", &browser.attribute("html", "data-app").await?.as_deref(), &Some("absent"))?;
        reads(browser, page, "Votre navigateur n’exécute pas WebAssembly").await?;
    }
    Ok(())
}

async fn whole_list(browser: &Browser) -> Result<()> {
    browser.disable_scripts();
    browser.load("/catalogue/").await?;
    let mut listed = std::collections::BTreeSet::new();
    for page in 1..10 {
        listed.extend(
            browser
                .js::<Vec<String>>("return [...document.querySelectorAll('.entries a')].map(a => a.pathname)", &[])
                .await?,
        );
        if !browser.js::<bool>("return [...document.querySelectorAll('main a')].some(a => a.textContent === 'Page suivante' && a.getClientRects().length)", &[]).await? {
            ensure!(page > 1, "the list is not in pages");
            break;
        }
        browser.click_text("main a", "Page suivante").await?;
        browser.wait_until(&format!("location.pathname === '/fiches/{}/'", page + 1)).await?;
    }
    let data = data()?;
    let missing: Vec<_> =
        entries(&data).iter().map(crate::support::entry_page_of).filter(|path| !listed.contains(path)).collect();
    ensure!(missing.is_empty(), "not listed: {missing:?}");
    Ok(())
}
