//! Lists need one file of data; the fields that only the page of an entry shows come in a second one, once.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Engine, Suite};
use serde_json::{Value, json};
use xtask::server::Reply;

use crate::support::{entry_mut, has, same, serve, unfold_notice};

pub(crate) fn register(suite: &mut Suite) {
    suite.add("details: they come once, for the first page that shows some", once);
    suite.add("details: the page of an entry holds its own, of the data that it was made from", held);
    suite.add("details: who goes elsewhere before they come stays there", left);
    suite.add("details: what is unfolded stays so once they are there", unfolded);
    suite.add("details: without them a page says so, and the next link tries again", refused);
}

const DETAILS: &str = "/catalogue.details.json";
const ENTRY: &str = "OpenStreetMap";
/// What a page shows of them.
const SOURCES: &str = "document.querySelectorAll('main .sources li').length > 3";

/// How often a page asked for them: it says for which version, which the worker that keeps them does not.
fn asked(browser: &Browser) -> usize {
    let requests = browser.server().requests().into_iter();
    requests.filter(|request| request.path == DETAILS && request.query.starts_with("v=")).count()
}

async fn once(browser: &Browser) -> Result<()> {
    // A worker of earlier scenarios would ask for them.
    browser.forget().await?;
    browser.server().clear_requests();
    browser.open("/catalogue/?q=openstreetmap").await?;
    browser.wait_for(".result").await?;
    same("asked for by a list", &asked(browser), &0)?;
    browser.click_text(".result a", ENTRY).await?;
    browser.wait_until(SOURCES).await.context("the sources do not come")?;
    browser.wait_until("document.activeElement.matches('main h1')").await?;
    same("asked for by a page", &asked(browser), &1)?;
    browser.click_text("header nav a", "Catalogue").await?;
    browser.wait_for(".result").await?;
    browser.click(".result h3 a, .result h2 a").await?;
    browser.wait_until("document.activeElement.matches('main h1')").await?;
    same("asked for by a second page", &asked(browser), &1)?;
    browser.forget().await?;
    browser.server().clear_requests();
    browser.open("/comparer/?ids=openstreetmap,grist").await?;
    browser.wait_for("main table").await?;
    // WebKit asks again for what was preloaded, when the app is long in coming.
    let most = if browser.engine() == Engine::WebKit { 2 } else { 1 };
    ensure!((1..=most).contains(&asked(browser)), "asked for {} times by a page that opens", asked(browser));
    browser.assert_quiet().await
}

/// A file of data of the site.
fn published(name: &str) -> Result<Value> {
    Ok(serde_json::from_str(&std::fs::read_to_string(xtask::paths::dist().join(name))?)?)
}

/// What is wrong in the data is still told to who reads it.
async fn unfolded(browser: &Browser) -> Result<()> {
    let mut list = published("catalogue.json")?;
    list["inconnue"] = json!(1);
    browser.forget().await?;
    serve(browser, &list);
    browser.open("/catalogue/?q=openstreetmap").await?;
    unfold_notice(browser).await?;
    browser.click_text(".result a", ENTRY).await?;
    browser.wait_until(SOURCES).await?;
    browser.wait_for(".diagnostics details[open] li").await.context("the notice is folded again")?;
    browser.clear_log().await
}

async fn held(browser: &Browser) -> Result<()> {
    browser.forget().await?;
    browser.server().clear_requests();
    browser.open("/communs/openstreetmap/").await?;
    browser.wait_until(SOURCES).await?;
    same("asked for by the page that holds them", &asked(browser), &0)?;
    browser.click(".neighbours a").await?;
    browser.wait_until("document.activeElement.matches('main h1') && !document.querySelector('.loading')").await?;
    same("asked for by another", &asked(browser), &1)?;
    // The data has changed since the page was made: what it holds may be of no use.
    let mut list = published("catalogue.json")?;
    list["site"]["lede"] = json!("Autrement dit.");
    let mut details = published("catalogue.details.json")?;
    entry_mut(&mut details, "openstreetmap")?["sources"] = json!([{"title": "Neuve", "url": "https://exemple.fr/"}]);
    browser.forget().await?;
    serve(browser, &list);
    browser.server().reply(DETAILS, Reply::json(details.to_string()));
    browser.open("/communs/openstreetmap/").await?;
    browser.wait_for_text("main .sources", "Neuve").await?;
    browser.assert_quiet().await
}

/// Who went elsewhere meanwhile keeps what is there.
async fn left(browser: &Browser) -> Result<()> {
    browser.forget().await?;
    browser.server().on(DETAILS, |_| {
        let details = std::fs::read_to_string(xtask::paths::dist().join("catalogue.details.json")).ok()?;
        Some(Reply::json(details).delay(Duration::from_millis(1500)))
    });
    browser.open("/catalogue/").await?;
    browser.click(".result h3 a, .result h2 a").await?;
    browser.wait_for(".loading").await?;
    browser.click_text("header nav a", "Catalogue").await?;
    browser.wait_for(".result").await?;
    browser
        .js::<()>(
            "window.__heading = document.querySelector('main h1'); __heading.tabIndex = -1; __heading.focus()",
            &[],
        )
        .await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let is_kept = "return window.__heading.isConnected && document.activeElement === window.__heading";
    ensure!(browser.js::<bool>(is_kept, &[]).await?, "the page was drawn again");
    // Twice the same page, before it is there.
    browser.click_text("header nav a", "Comprendre").await?;
    browser.click_text("header nav a", "Contribuer").await?;
    browser.wait_until("document.activeElement.matches('main h1') && !document.querySelector('.loading')").await?;
    browser.assert_quiet().await
}

async fn refused(browser: &Browser) -> Result<()> {
    browser.forget().await?;
    browser.open("/catalogue/?q=openstreetmap").await?;
    for reply in [Reply::error(404), Reply::no_answer(), Reply::html("<!doctype html><title>Accueil</title>")] {
        browser.server().clear_overrides();
        browser.server().reply(DETAILS, reply);
        browser.click_text(".result a", ENTRY).await?;
        browser.wait_for_text("main h1", "Cette page n’a pas pu être chargée").await?;
        browser.click_text("header nav a", "Catalogue").await?;
        browser.wait_for(".result").await?;
    }
    browser.server().clear_overrides();
    browser.click_text(".result a", ENTRY).await?;
    browser.wait_until(SOURCES).await.context("the next link does not try again")?;
    has(&browser.text("main h1").await?, ENTRY)?;
    browser.clear_log().await
}
