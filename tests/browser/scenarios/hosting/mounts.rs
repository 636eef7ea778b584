//! The same folder works wherever it is put.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};
use xtask::server::Reply;

use crate::support::{at, data, same};

/// Where the folder is put.
const MOUNTS: [&str; 3] = ["/", "/a/b/", "/communs/"];

pub(super) fn register(suite: &mut Suite) {
    for mount in MOUNTS {
        suite.add(format!("mounts: the site works at {mount}"), async move |browser: &Browser| {
            works(browser, mount).await
        });
        suite.add(format!("mounts: unknown addresses find their way at {mount}"), async move |browser: &Browser| {
            unknown(browser, mount).await
        });
    }
    suite.add("mounts: a host that adds no slash is no obstacle", no_slash);
}

async fn works(browser: &Browser, mount: &str) -> Result<()> {
    browser.server().mount(mount);
    let path = |page: &str| format!("{mount}{page}");
    for page in ["", "catalogue/?q=adresse", "communs/terristory/", "fiches/", "a-propos/"] {
        browser.open(&path(page)).await?;
        same("the app", &browser.attribute("html", "data-app").await?.as_deref(), &Some("prete"))?;
        let outside: Vec<String> = browser
            .js(
                "return [...document.querySelectorAll('a[href], link[href], form')]
                   .map(e => e.href ?? e.action).filter(href => href.startsWith(location.origin))
                   .filter(href => !new URL(href).pathname.startsWith(arguments[0]))",
                &[mount.into()],
            )
            .await?;
        ensure!(outside.is_empty(), "{page} leads out of {mount}: {outside:?}");
    }
    // From page to page in the app, then from a reload.
    browser.open(&path("")).await?;
    browser.click_text("header nav a", "Catalogue").await?;
    at(browser, &path("catalogue/")).await?;
    browser.type_into("#q", "terristory").await?;
    at(browser, &path("catalogue/?q=terristory")).await?;
    browser.click(".resultat h3 a").await?;
    at(browser, &path("communs/terristory/")).await?;
    browser.reload().await?;
    browser.wait_for_text("main h1", "TerriSTORY").await?;
    // Without its last slash the host redirects.
    browser.open(&path("communs/grist")).await?;
    at(browser, &path("communs/grist/")).await?;
    browser.assert_quiet().await
}

async fn unknown(browser: &Browser, mount: &str) -> Result<()> {
    browser.server().mount(mount);
    for page in ["rien/", "communs/terristori/", "rien/du/tout/"] {
        browser.open(&format!("{mount}{page}")).await?;
        same("the app", &browser.attribute("html", "data-app").await?.as_deref(), &Some("prete"))?;
        browser.wait_for_text("main h1", "Page introuvable").await?;
        ensure!(browser.is_visible("header nav a").await?, "{page} has no navigation");
    }
    browser.click_text("main a", "Revenir à l’accueil").await?;
    at(browser, mount).await?;
    // An entry that the host added to the data has no page yet: the app draws it.
    let mut data = data()?;
    let new = serde_json::json!({ "id": "tout-neuf", "kind": "commun", "name": "Tout neuf" });
    data["entries"].as_array_mut().into_iter().for_each(|entries| entries.push(new.clone()));
    browser.server().reply(&format!("{mount}catalogue.json"), Reply::json(data.to_string()));
    browser.open(&format!("{mount}communs/tout-neuf/")).await?;
    browser.wait_for_text("main h1", "Tout neuf").await
}

/// Some hosts answer a folder without its last slash, and without a redirection.
async fn no_slash(browser: &Browser) -> Result<()> {
    let page = std::fs::read(xtask::paths::dist().join("communs/grist/index.html"))?;
    browser.server().reply("/communs/grist", Reply::html(page));
    browser.open("/communs/grist").await?;
    at(browser, "/communs/grist/").await?;
    browser.wait_for_text("main h1", "Grist").await
}
