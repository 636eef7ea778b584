//! The site in one file, opened from the disk.

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Suite};

use xtask::server::Reply;

use crate::support::{has, same};

pub(super) fn register(suite: &mut Suite) {
    suite.add("single file: everything works from the disk", works);
    suite.add("single file: every page is in it", every_page);
    suite.add("single file: no page stops the next ones", tour);
    for (name, hinder) in HINDRANCES {
        suite.add(format!("single file: its preview {name} promises nothing"), async move |browser: &Browser| {
            preview(browser, hinder).await
        });
    }
}

/// A page of it by its address, its heading and what it must hold.
const PAGES: [(&str, &str, &str); 11] = [
    ("/comprendre/", "Comprendre les communs numériques", ".lexicon dt"),
    ("/contribuer/?apport=technique", "Contribuer", ".guide__needs .need"),
    ("/collectivites/", "Un commun dans votre collectivité", "main a[href^='#/communs/']"),
    ("/soutiens/", "Soutenir les communs", "main table"),
    ("/soutiens/autodiagnostic/?ressource=abouti", "Autodiagnostic", ".self-check__portrait .triad"),
    ("/comparer/?ids=grist,terristory", "Comparer", ".compare"),
    ("/selection/?ids=grist,terristory", "Sélection de fiches", ".kept .card"),
    ("/relations/", "Qui porte, qui soutient", ".network a"),
    ("/statistiques/", "Statistiques", "main table"),
    ("/integrer/", "Intégrer", "main p.measure"),
    ("/proposer/", "Proposer", "main input"),
];

/// What takes something away from a browser.
type Hindrance = fn(&Browser);

/// What a preview may lack.
const HINDRANCES: [(&str, Hindrance); 3] = [
    ("without scripts", Browser::disable_scripts),
    ("without WebAssembly", Browser::remove_webassembly),
    ("without decompression", |browser| browser.before_page("delete window.DecompressionStream;")),
];

async fn preview(browser: &Browser, hinder: Hindrance) -> Result<()> {
    let page = std::fs::read(xtask::paths::single_file())?;
    browser.server().reply("/seul.html", Reply::html(page));
    hinder(browser);
    browser.load("/seul.html").await?;
    browser
        .wait_until("!document.documentElement.dataset.app || document.documentElement.dataset.app === 'absent'")
        .await?;
    browser.wait_for_text("main h1", "Recourir et contribuer").await?;
    let dead: Vec<String> = browser
        .js(
            "return [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))
               .filter(href => href && !/^(https?|mailto):/.test(href) && !document.getElementById(href.slice(1)))",
            &[],
        )
        .await?;
    ensure!(dead.is_empty(), "these links lead nowhere: {dead:?}");
    has(&browser.text("form.search").await?, "Cet aperçu ne montre que la page d’accueil")?;
    ensure!(!browser.is_visible("#q").await?, "a field that cannot search is shown");
    let like_links: Vec<String> = browser
        .js(
            "return [...document.querySelectorAll('a:not([href])')].filter(a => a.getClientRects().length)
               .filter(a => a.matches('.button') || getComputedStyle(a).textDecorationLine !== 'none')
               .map(a => a.textContent)",
            &[],
        )
        .await?;
    ensure!(like_links.is_empty(), "these look like links: {like_links:?}");
    browser.assert_accessible().await?;
    browser.clear_log().await
}

/// Through every page and back to the home page, each time by a link: what a page gives goes with it.
async fn tour(browser: &Browser) -> Result<()> {
    let address = format!("file://{}", xtask::paths::single_file().display());
    let client = browser.client();
    client.goto(&address).await?;
    let there = |page: &str| format!("document.documentElement.dataset.app === 'ready' && location.hash === '#{page}'");
    browser.wait_until("document.documentElement.dataset.app === 'ready'").await?;
    let others = ["/catalogue/?q=adresse", "/fiches/", "/a-propos/", "/communs/grist/", "/rien/"];
    let pages: Vec<&str> = PAGES.iter().map(|(page, ..)| *page).chain(others).collect();
    // Each page after the one that gives the most to what it draws, and the home page after each.
    for page in pages {
        for step in ["/integrer/", page, "/"] {
            browser.js::<()>("location.hash = arguments[0]", &[step.into()]).await?;
            browser.wait_until(&there(step)).await.with_context(|| format!("cannot go to {step}"))?;
            browser
                .wait_until("document.querySelector('main h1')")
                .await
                .with_context(|| format!("{step} after {page}"))?;
        }
        browser.wait_for(".grid").await.with_context(|| format!("no home page after {page}"))?;
        ensure!(!browser.is_visible("#app-failure").await?, "the app stopped at {page}");
    }
    browser.wait_for_text("main h1", "Recourir et contribuer").await?;
    // What the settings chose is not what the home page asks.
    browser.click(".swatch").await?;
    browser.wait_until("location.hash.startsWith('#/catalogue/?')").await?;
    browser.wait_for(".result").await?;
    browser.assert_quiet().await
}

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
    browser.wait_until("document.documentElement.dataset.app === 'ready'").await?;
    browser.wait_for(".grid").await?;
    browser.assert_accessible().await?;
    // To the catalogue, a search, an entry page, and back.
    browser.click_text("header nav a", "Catalogue").await?;
    browser.wait_until("location.hash === '#/catalogue/'").await?;
    browser.type_into("#q", "terristory").await?;
    browser.wait_until("location.hash === '#/catalogue/?q=terristory'").await?;
    browser.click(".result h3 a").await?;
    browser.wait_for_text("main h1", "TerriSTORY").await?;
    same("the hash", &browser.js::<String>("return location.hash", &[]).await?.as_str(), &"#/communs/terristory/")?;
    // An anchor in the page scrolls and leaves the address alone.
    browser.click(".contents a[href='#r6']").await?;
    browser.wait_until("document.querySelector('#r6').getBoundingClientRect().top < 200").await?;
    same("the hash", &browser.js::<String>("return location.hash", &[]).await?.as_str(), &"#/communs/terristory/")?;
    client.back().await?;
    browser.wait_for(".result mark").await?;
    // Another page is read from its start, or from the place that the link names.
    browser.click(".footer a[href='#/statistiques/']").await?;
    browser.wait_for_text("main h1", "Statistiques").await?;
    browser.wait_until("scrollY === 0").await?;
    browser.click(".footer a[href='#/comprendre/#lexique']").await?;
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
