//! Back and Forward.

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Suite};

use super::page::{names, open_tab, pushed, toggle, values, watch_history};
use crate::support::{at, same};

pub(super) fn register(suite: &mut Suite) {
    suite.add("history: each choice is one entry", one_entry_a_choice);
    suite.add("history: Back and Forward restore every step", steps);
    suite.add("history: Back finds the results where they were left", place);
}

/// What a visitor sees of a step.
async fn state(browser: &Browser) -> Result<(String, String, String, Vec<String>)> {
    browser
        .js(
            "const name = e => e.textContent.trim();
             const field = document.querySelector('#q')?.value ?? '';
             const tab = document.querySelector('.tabs [aria-current]')?.textContent ?? '';
             const chosen = [...document.querySelectorAll('.facet :checked:not([name=axis])')]
               .map(box => name(box.closest('label').querySelector('span'))).join();
             const results = [...document.querySelectorAll('.result h3')].map(name);
             return [document.title, `${field}|${tab}|${chosen}`,
               name(document.querySelector('main h1')), results]",
            &[],
        )
        .await
}

async fn one_entry_a_choice(browser: &Browser) -> Result<()> {
    watch_history(browser);
    browser.open("/catalogue/").await?;
    toggle(browser, "Thème", "Mobilité").await?;
    at(browser, "/catalogue/?theme=mobilite").await?;
    same("a facet", &pushed(browser).await?, &1)?;
    open_tab(browser, "Tout").await?;
    at(browser, "/catalogue/?type=tout&theme=mobilite").await?;
    same("a tab", &pushed(browser).await?, &2)?;
    browser.click(".active-filters .chip").await?;
    at(browser, "/catalogue/?type=tout").await?;
    same("a chip", &pushed(browser).await?, &3)?;
    browser.click(".result h3 a").await?;
    browser.wait_for(".plate").await?;
    same("an entry page", &pushed(browser).await?, &4)
}

async fn steps(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    browser.click_text("header nav a", "Catalogue").await?;
    at(browser, "/catalogue/").await?;
    browser.wait_for(".result").await?;
    let mut seen = vec![("/catalogue/".to_owned(), state(browser).await?)];

    browser.type_into("#q", "donnees").await?;
    at(browser, "/catalogue/?q=donnees").await?;
    // Typing replaced the first entry.
    seen[0] = ("/catalogue/?q=donnees".to_owned(), state(browser).await?);

    toggle(browser, "Thème", "Mobilité").await?;
    at(browser, "/catalogue/?q=donnees&theme=mobilite").await?;
    seen.push((browser.path().await?, state(browser).await?));

    open_tab(browser, "Tout").await?;
    at(browser, "/catalogue/?q=donnees&type=tout&theme=mobilite").await?;
    seen.push((browser.path().await?, state(browser).await?));

    browser.click(".result h3 a").await?;
    browser.wait_for(".plate").await?;
    seen.push((browser.path().await?, state(browser).await?));

    browser.click(".breadcrumb a").await?;
    at(browser, "/catalogue/").await?;
    browser.wait_for(".result").await?;
    seen.push((browser.path().await?, state(browser).await?));

    let last = seen.len() - 1;
    for step in (0..last).rev() {
        browser.back().await?;
        check(browser, &seen[step]).await.with_context(|| format!("back to step {step}"))?;
    }
    browser.back().await?;
    at(browser, "/").await?;
    browser.wait_for(".grid").await?;
    for (step, expected) in seen.iter().enumerate() {
        browser.forward().await?;
        check(browser, expected).await.with_context(|| format!("forward to step {step}"))?;
    }
    browser.assert_quiet().await
}

async fn check(browser: &Browser, (path, expected): &(String, (String, String, String, Vec<String>))) -> Result<()> {
    at(browser, path).await?;
    // The page is drawn a little after the address has changed.
    for _ in 0..40 {
        if state(browser).await.is_ok_and(|found| found == *expected) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    same(path, &state(browser).await?, expected)
}

async fn place(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/?theme=donnees").await?;
    values(browser, "Thème").await?;
    let rank = names(browser).await?.len() - 1;
    let last = format!(".result:nth-child({}) h3 a", rank + 1);
    browser.click(&last).await?;
    browser.wait_for(".plate").await?;
    let top: f64 = browser.js("return scrollY", &[]).await?;
    ensure!(top < 100.0, "an entry page opens scrolled by {top} px");
    browser.back().await?;
    browser.wait_for(&last).await?;
    browser
        .wait_until(&format!(
            "(box => box.top >= 0 && box.bottom <= innerHeight)(
               document.querySelector('{last}').getBoundingClientRect())"
        ))
        .await
        .context("the result is out of sight")
}
