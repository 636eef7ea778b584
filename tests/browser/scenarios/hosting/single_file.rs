//! The site in one file, opened from the disk.

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Suite};

use crate::support::same;

pub(super) fn register(suite: &mut Suite) {
    suite.add("single file: everything works from the disk", works);
}

async fn works(browser: &Browser) -> Result<()> {
    let file = xtask::paths::single_file();
    ensure!(file.is_file(), "there is no {}; run `cargo xtask build --single-file`", file.display());
    let address = format!("file://{}", file.display());
    let client = browser.client();
    client.goto(&address).await.context("cannot open the file")?;
    browser.wait_until("document.documentElement.dataset.app === 'prete'").await?;
    browser.wait_for(".grille").await?;
    browser.assert_accessible().await?;
    // To the catalogue, a search, a fiche, and back.
    browser.click_text("header nav a", "Catalogue").await?;
    browser.wait_until("location.hash === '#/catalogue/'").await?;
    browser.type_into("#q", "terristory").await?;
    browser.wait_until("location.hash === '#/catalogue/?q=terristory'").await?;
    browser.click(".resultat h3 a").await?;
    browser.wait_for_text("main h1", "TerriSTORY").await?;
    same("the hash", &browser.js::<String>("return location.hash", &[]).await?.as_str(), &"#/communs/terristory/")?;
    // An anchor in the page scrolls and leaves the address alone.
    browser.click(".sommaire a[href='#r6']").await?;
    browser.wait_until("document.querySelector('#r6').getBoundingClientRect().top < 200").await?;
    same("the hash", &browser.js::<String>("return location.hash", &[]).await?.as_str(), &"#/communs/terristory/")?;
    client.back().await?;
    browser.wait_for(".resultat mark").await?;
    // Opened at an address.
    client.goto("about:blank").await?;
    client.goto(&format!("{address}#/communs/grist/")).await?;
    browser.wait_for_text("main h1", "Grist").await?;
    let asked: Vec<String> = browser
        .js("return performance.getEntriesByType('resource').map(e => e.name).filter(name => !name.startsWith('data:') && !name.startsWith('blob:'))", &[])
        .await?;
    ensure!(asked.is_empty(), "it asks for {asked:?}");
    Ok(())
}
