//! After a visit, the site works without a network; a new version never mixes with the old one.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Suite};
use xtask::server::Reply;

use crate::support::{at, data, same};

pub(super) fn register(suite: &mut Suite) {
    suite.add("offline: a visited site is searched and read without a network", without_network);
    suite.add("offline: data edited in place is kept for later", edited_data);
    suite.add("offline: a new version is told, and shown when asked", new_version);
}

/// The site is kept whole.
const KEPT: &str = "navigator.serviceWorker?.controller";

async fn visit(browser: &Browser) -> Result<()> {
    browser.allow_service_worker();
    browser.open("/").await?;
    browser.wait_until(KEPT).await.context("the site is not kept")
}

fn cut_network(browser: &Browser) {
    browser.server().reply("/*", Reply::no_answer());
}

async fn without_network(browser: &Browser) -> Result<()> {
    visit(browser).await?;
    cut_network(browser);
    browser.open("/").await?;
    browser.wait_for(".grille").await?;
    browser.type_into("#q", "terristory").await?;
    browser.js::<()>("document.querySelector('form.recherche').requestSubmit()", &[]).await?;
    at(browser, "/catalogue/?q=terristory").await?;
    browser.click(".resultat h3 a").await?;
    at(browser, "/communs/terristory/").await?;
    // Pages never seen, opened by their address.
    for (path, heading) in [("/communs/grist/", "Grist"), ("/programmes/appel-a-communs/", "Appel à Communs")] {
        browser.open(path).await?;
        browser.wait_for_text("main h1", heading).await?;
        same("the app", &browser.attribute("html", "data-app").await?.as_deref(), &Some("prete"))?;
    }
    browser.open("/catalogue/?q=adresse").await?;
    browser.wait_for(".resultat mark").await
}

async fn edited_data(browser: &Browser) -> Result<()> {
    visit(browser).await?;
    let mut edited = data()?;
    edited["site"]["heading"] = "Titre changé sur place".into();
    browser.server().reply("/catalogue.json", Reply::json(edited.to_string()));
    browser.open("/").await?;
    browser.wait_for_text("main h1", "Titre changé sur place").await?;
    cut_network(browser);
    browser.open("/").await?;
    browser.wait_for_text("main h1", "Titre changé sur place").await
}

async fn new_version(browser: &Browser) -> Result<()> {
    visit(browser).await?;
    ensure!(!browser.is_visible("#nouveaute").await?, "a first visit tells of a new version");
    let worker = std::fs::read_to_string(xtask::paths::dist().join("sw.js"))?;
    let newer = worker.replacen("const VERSION = \"", "const VERSION = \"0", 1);
    browser.server().reply("/sw.js", Reply::new("text/javascript", newer));
    browser.open("/").await?;
    browser.wait_until("document.querySelector('#nouveaute')?.hidden === false").await?;
    browser.assert_accessible().await?;
    browser.click("#nouveaute a").await?;
    // The former version may have to be given up, some seconds later.
    let shown = "document.querySelector('#nouveaute')?.hidden === true && document.readyState === 'complete'";
    browser.wait_at_most(Duration::from_secs(20), shown).await?;
    browser.wake().await?;
    let alone = "(caches.keys().then(names => { window.__count = names.length }), window.__count === 1)";
    browser.wait_until(alone).await.context("the old version stays")
}
