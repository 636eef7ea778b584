//! The same folder works wherever it is put.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};
use xtask::server::{Folders, Reply};

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
    for mount in ["/", "/a/b/"] {
        for folders in [Folders::WithoutSlash, Folders::Either] {
            let host = if folders == Folders::Either { "answers with and without" } else { "takes away" };
            suite.add(
                format!("mounts: a host that {host} the last slash has all the site at {mount}"),
                async move |browser: &Browser| last_slash(browser, mount, folders).await,
            );
        }
    }
    suite.add("mounts: a host that takes the last slash away has pages without scripts", slash_without_scripts);
}

/// Checks that every address in the page is in the site.
async fn stays_inside(browser: &Browser, page: &str, mount: &str) -> Result<()> {
    let (outside, count): (Vec<String>, usize) = browser
        .js(
            "const ours = [...document.querySelectorAll('a[href], link[href], form')]
               .map(e => e.href ?? e.action).filter(href => href.startsWith(location.origin));
             return [ours.filter(href => !new URL(href).pathname.startsWith(arguments[0])), ours.length]",
            &[mount.into()],
        )
        .await?;
    ensure!(outside.is_empty(), "{page} leads out of {mount}: {outside:?}");
    ensure!(count > 10, "{page} has {count} links only");
    let bare: usize = browser
        .js("return [...document.querySelectorAll('link[rel=stylesheet]')].filter(link => !link.sheet).length", &[])
        .await?;
    ensure!(bare == 0, "{page} lacks {bare} style sheets");
    Ok(())
}

async fn works(browser: &Browser, mount: &str) -> Result<()> {
    browser.server().mount(mount);
    let path = |page: &str| format!("{mount}{page}");
    for page in ["", "catalogue/?q=adresse", "communs/terristory/", "fiches/", "a-propos/"] {
        browser.open(&path(page)).await?;
        same("the app", &browser.attribute("html", "data-app").await?.as_deref(), &Some("ready"))?;
        stays_inside(browser, page, mount).await?;
    }
    // From page to page in the app, then from a reload.
    browser.open(&path("")).await?;
    browser.click_text("header nav a", "Catalogue").await?;
    at(browser, &path("catalogue/")).await?;
    browser.type_into("#q", "terristory").await?;
    at(browser, &path("catalogue/?q=terristory")).await?;
    browser.click(".result h3 a").await?;
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
    for page in ["rien/", "communs/terristori/", "zzzz/zzzz/zzzz/"] {
        browser.open(&format!("{mount}{page}")).await?;
        same("the app", &browser.attribute("html", "data-app").await?.as_deref(), &Some("ready"))?;
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

/// The host and the pages do not correct each other: no page is asked for twice.
async fn last_slash(browser: &Browser, mount: &str, folders: Folders) -> Result<()> {
    browser.server().mount(mount);
    browser.server().answer_folders(folders);
    for page in ["", "catalogue/?q=adresse", "communs/terristory/", "a-propos/", "proposer/#contenu"] {
        let path = format!("{mount}{page}");
        let bare = path.replacen("/?", "?", 1).replacen("/#", "#", 1);
        let bare = bare.strip_suffix('/').filter(|bare| !bare.is_empty()).unwrap_or(&bare);
        for asked in [bare, &path] {
            browser.server().clear_requests();
            browser.open(asked).await?;
            same("the app", &browser.attribute("html", "data-app").await?.as_deref(), &Some("ready"))?;
            at(browser, &path).await?;
            stays_inside(browser, asked, mount).await?;
            let folder = path.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
            let pages =
                browser.server().requests().iter().filter(|seen| seen.path.trim_end_matches('/') == folder).count();
            // With its slash, the host that takes it away answers first with where to go.
            let most = if folders == Folders::WithoutSlash && *asked == *path && path != "/" { 2 } else { 1 };
            ensure!(pages <= most, "{asked} was asked for {pages} times");
        }
    }
    browser.open(&format!("{mount}catalogue")).await?;
    browser.type_into("#q", "terristory").await?;
    at(browser, &format!("{mount}catalogue/?q=terristory")).await?;
    browser.reload().await?;
    browser.wait_for_text(".result h3", "TerriSTORY").await?;
    browser.click(".result h3 a").await?;
    at(browser, &format!("{mount}communs/terristory/")).await?;
    browser.reload().await?;
    browser.wait_for_text("main h1", "TerriSTORY").await?;
    browser.back().await?;
    at(browser, &format!("{mount}catalogue/?q=terristory")).await?;
    browser.open(&format!("{mount}communs/rien-de-tel")).await?;
    browser.wait_for_text("main h1", "Page introuvable").await?;
    stays_inside(browser, "communs/rien-de-tel", mount).await?;
    browser.assert_quiet_but_for_absences().await
}

/// At the root of a host, nothing is above it that links could lead to.
async fn slash_without_scripts(browser: &Browser) -> Result<()> {
    browser.server().answer_folders(Folders::WithoutSlash);
    browser.disable_scripts();
    for page in ["/", "/catalogue/", "/communs/terristory/"] {
        browser.load(page).await?;
        stays_inside(browser, page, "/").await?;
        browser.click_text("footer a", "Toutes les fiches").await?;
        at(browser, "/fiches").await?;
    }
    Ok(())
}
