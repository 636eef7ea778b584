//! No address of ours leaves the site, whatever the path that led to it.

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Suite};
use serde_json::json;
use xtask::server::Server;

use crate::support::at;

pub(super) fn register(suite: &mut Suite) {
    for mount in ["/", "/a/b/"] {
        suite.add(format!("addresses: no path leads out of the site at {mount}"), async move |browser: &Browser| {
            hostile_paths(browser, mount).await
        });
    }
    suite.add("addresses: a link to the present page adds no step to Back", to_here);
}

async fn to_here(browser: &Browser) -> Result<()> {
    browser.open("/a-propos/").await?;
    for _ in 0..3 {
        browser.click(".header a[href='/catalogue/']").await?;
        browser.wait_for(".result").await?;
    }
    browser.back().await?;
    at(browser, "/a-propos/").await?;
    browser.wait_for_text("main h1", "À propos").await
}

/// Paths below the root of the site, where `EVIL` stands for another host that listens.
const PATHS: [&str; 14] = [
    "/EVIL/a",
    "/EVIL/",
    "/EVIL",
    "/EVIL/communs/grist",
    "//EVIL/a",
    "/catalogue/",
    "/catalogue",
    "catalogue//EVIL",
    "communs//grist",
    "%2F/EVIL/a",
    ".//EVIL/a",
    "/EVIL%2Fa",
    "/user@EVIL/a",
    "/EVIL//catalogue/?q=a",
];

async fn hostile_paths(browser: &Browser, mount: &str) -> Result<()> {
    browser.server().mount(mount);
    let evil = Server::start(xtask::paths::dist(), 0)?;
    let host = evil.url("").replace("http://127.0.0.1", "localhost");
    let here: String = browser.server().url("").replace("http://", "");
    for path in PATHS {
        // Before the root too, where a site at the root of its host starts.
        for start in [mount.to_owned(), format!("/{mount}")] {
            let path = format!("{start}{}", path.replace("EVIL", &host));
            stays(browser, &path, &here, &host).await.with_context(|| path.clone())?;
        }
    }
    let asked = evil.requests();
    ensure!(asked.is_empty(), "the other host was asked for {asked:?}");
    browser.open(&format!("/{mount}catalogue/")).await?;
    at(browser, &format!("{mount}catalogue/")).await?;
    browser.wait_for(".result").await?;
    browser.click_text("header nav a", "Comprendre").await?;
    at(browser, &format!("{mount}comprendre/")).await?;
    browser.clear_log().await
}

async fn stays(browser: &Browser, path: &str, here: &str, evil: &str) -> Result<()> {
    browser.open(path).await?;
    let at: String = browser.js("return location.host", &[]).await?;
    ensure!(at == here, "leads to {at}");
    let (out, count): (Vec<String>, usize) = browser
        .js(
            "const all = [...document.querySelectorAll('a[href], link[href], form[action]')];
             const written = e => e.getAttribute('href') ?? e.getAttribute('action');
             const bad = e => /^[\\s\\/\\\\]{2}/.test(written(e)) || new URL(e.href ?? e.action).host === arguments[0];
             return [all.filter(bad).map(written), all.length]",
            &[json!(evil)],
        )
        .await?;
    ensure!(out.is_empty(), "has links out: {out:?}");
    ensure!(count > 10, "has {count} links only");
    Ok(())
}
