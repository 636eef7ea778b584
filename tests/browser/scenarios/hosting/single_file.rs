//! The site in one file, opened from the disk.

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Suite};

use crate::support::same;

pub(super) fn register(suite: &mut Suite) {
    suite.add("single file: everything works from the disk", works);
    suite.add("single file: every page is in it", every_page);
}

/// A page of it by its address, its heading and what it must hold.
const PAGES: [(&str, &str, &str); 11] = [
    ("/comprendre/", "Comprendre les communs numériques", ".lexique dt"),
    ("/contribuer/?apport=technique", "Contribuer", ".guide__besoins .besoin"),
    ("/collectivites/", "Un commun dans votre collectivité", "main a[href^='#/communs/']"),
    ("/soutiens/", "Soutenir les communs", "main table"),
    ("/soutiens/autodiagnostic/?ressource=abouti", "Autodiagnostic", ".diagnostic__portrait .triade"),
    ("/comparer/?ids=grist,terristory", "Comparer", ".compare"),
    ("/selection/?ids=grist,terristory", "Sélection de fiches", ".garde .carte"),
    ("/relations/", "Qui porte, qui soutient", ".reseau a"),
    ("/statistiques/", "Statistiques", "main table"),
    ("/integrer/", "Intégrer", "main p.mesure"),
    ("/proposer/", "Proposer", "main input"),
];

async fn every_page(browser: &Browser) -> Result<()> {
    let address = format!("file://{}", xtask::paths::single_file().display());
    let client = browser.client();
    for (page, heading, needed) in PAGES {
        client.goto("about:blank").await?;
        client.goto(&format!("{address}#{page}")).await.with_context(|| format!("cannot open {page}"))?;
        browser.wait_for_text("main h1", heading).await.with_context(|| page.to_owned())?;
        browser.wait_for(needed).await.with_context(|| page.to_owned())?;
    }
    // An answer goes to the address, and the portrait follows.
    client.goto("about:blank").await?;
    client.goto(&format!("{address}#/soutiens/autodiagnostic/")).await?;
    browser.click("input[name='gouvernance'][value='reflexion']").await?;
    browser.wait_until("location.hash === '#/soutiens/autodiagnostic/?gouvernance=reflexion'").await
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
    // Another page is read from its start, or from the place that the link names.
    browser.click(".pied a[href='#/statistiques/']").await?;
    browser.wait_for_text("main h1", "Statistiques").await?;
    browser.wait_until("scrollY === 0").await?;
    browser.click(".pied a[href='#/comprendre/#lexique']").await?;
    browser.wait_for_text("main h1", "Comprendre").await?;
    browser.wait_until("Math.abs(document.querySelector('#lexique').getBoundingClientRect().top) < 200").await?;
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
