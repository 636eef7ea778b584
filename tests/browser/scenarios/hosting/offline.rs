//! After a visit, the site works without a network; a new version never mixes with the old one.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Suite};
use xtask::server::{Folders, Reply};

use crate::support::{at, data, same};

pub(super) fn register(suite: &mut Suite) {
    suite.add("offline: a visited site is searched and read without a network", without_network);
    suite.add("offline: data edited in place is kept for later", edited_data);
    suite.add(
        "offline: neither a server that fails nor a network to sign in to takes the place of what is kept",
        impostors,
    );
    suite.add("offline: a new version is told, and shown when asked", new_version);
    suite.add("offline: a page of a former release makes way for the new version too", former_page);
    for folders in [Folders::WithSlash, Folders::WithoutSlash, Folders::Either] {
        suite.add(
            format!("offline: pages kept from a host open again ({folders:?})"),
            async move |browser: &Browser| host_of_folders(browser, folders).await,
        );
    }
    suite.add("offline: a host that says its page of unknown addresses unknown keeps no one from it", odd_not_found);
    suite.add("offline: a file is that file or nothing, and an unknown page is unknown", files_and_pages);
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
    browser.wait_for(".grid").await?;
    browser.type_into("#q", "terristory").await?;
    browser.js::<()>("document.querySelector('form.search').requestSubmit()", &[]).await?;
    at(browser, "/catalogue/?q=terristory").await?;
    // The list is that of the words once they are indexed.
    browser.wait_for(".result mark").await?;
    browser.click(".result h3 a").await?;
    at(browser, "/communs/terristory/").await?;
    // Those of a module never asked for before.
    browser.click_text("header nav a", "Soutiens").await?;
    browser.wait_for(".guide h1").await?;
    // Pages never seen, opened by their address.
    for (path, heading) in [("/communs/grist/", "Grist"), ("/programmes/appel-a-communs/", "Appel à Communs")] {
        browser.open(path).await?;
        browser.wait_for_text("main h1", heading).await?;
        same("the app", &browser.attribute("html", "data-app").await?.as_deref(), &Some("ready"))?;
    }
    browser.open("/catalogue/?q=adresse").await?;
    browser.wait_for(".result mark").await
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

async fn impostors(browser: &Browser) -> Result<()> {
    visit(browser).await?;
    // What the page of such a network is, whatever was asked.
    browser.server().reply("/catalogue.json", Reply::html("<!doctype html><title>Connexion</title>"));
    browser.open("/catalogue/?q=terristory").await?;
    browser.wait_for(".result mark").await?;
    browser.server().reply("/*", Reply::error(503));
    for (path, heading) in [("/a-propos/", "À propos"), ("/communs/grist/", "Grist")] {
        browser.open(path).await?;
        browser.wait_for_text("main h1", heading).await?;
        same("the app", &browser.attribute("html", "data-app").await?.as_deref(), &Some("ready"))?;
    }
    // What may be new is not said to be unknown.
    browser.load("/communs/nouveau/").await?;
    browser.wait_for_text("body", "503").await?;
    browser.clear_log().await
}

/// Visits a site that has a new version then, which waits.
async fn visit_twice(browser: &Browser) -> Result<()> {
    visit(browser).await?;
    ensure!(!browser.is_visible("#newer-version").await?, "a first visit tells of a new version");
    let worker = std::fs::read_to_string(xtask::paths::dist().join("sw.js"))?;
    let newer = worker.replacen("\"version\":\"", "\"version\":\"0", 1);
    ensure!(newer != worker, "the worker names no version");
    browser.server().reply("/sw.js", Reply::new("text/javascript", newer));
    browser.open("/").await?;
    browser.wait_until("document.querySelector('#newer-version')?.hidden === false").await
}

async fn former_page(browser: &Browser) -> Result<()> {
    visit_twice(browser).await?;
    browser
        .js::<()>(
            "navigator.serviceWorker.getRegistration().then(({ waiting }) => {
               waiting.addEventListener('statechange', () => { window.__state = waiting.state });
               waiting.postMessage('prendre la suite');
             })",
            &[],
        )
        .await?;
    browser.wait_at_most(Duration::from_secs(20), "window.__state?.startsWith('activat')").await
}

async fn new_version(browser: &Browser) -> Result<()> {
    visit_twice(browser).await?;
    browser.assert_accessible().await?;
    browser.click("#newer-version a").await?;
    // The former version may have to be given up, some seconds later.
    let shown = "document.querySelector('#newer-version')?.hidden === true && document.readyState === 'complete'";
    browser.wait_at_most(Duration::from_secs(20), shown).await?;
    browser.wake().await?;
    let alone = "(caches.keys().then(names => { window.__count = names.length }), window.__count === 1)";
    browser.wait_until(alone).await.context("the old version stays")
}

async fn host_of_folders(browser: &Browser, folders: Folders) -> Result<()> {
    browser.server().mount("/a/");
    browser.server().answer_folders(folders);
    browser.allow_service_worker();
    browser.open("/a/catalogue/").await?;
    browser.wait_until(KEPT).await.context("the site is not kept")?;
    cut_network(browser);
    for path in
        ["/a/", "/a/catalogue/", "/a/catalogue", "/a/a-propos", "/a/proposer/", "/a/communs/grist", "/a/fiches/2"]
    {
        browser.open(path).await.with_context(|| path.to_owned())?;
        same("the app", &browser.attribute("html", "data-app").await?.as_deref(), &Some("ready"))?;
        let heading = browser.text("main h1").await?;
        ensure!(heading != "Page introuvable", "{path}: {heading}");
        at(browser, &format!("{}/", path.trim_end_matches('/'))).await?;
    }
    Ok(())
}

async fn odd_not_found(browser: &Browser) -> Result<()> {
    let page = std::fs::read(xtask::paths::dist().join("404.html"))?;
    browser.server().reply("/404.html", Reply::html(page).status(404));
    // Nor has it every file.
    browser.server().reply("/apple-touch-icon.png", Reply::error(404));
    visit(browser).await?;
    cut_network(browser);
    browser.open("/communs/grist/").await?;
    browser.wait_for_text("main h1", "Grist").await
}

async fn files_and_pages(browser: &Browser) -> Result<()> {
    visit(browser).await?;
    cut_network(browser);
    browser.open("/").await?;
    // What a script of the page is given is what a visit is given, but for its mode.
    const ASK: &str = "
        const [path, done] = arguments;
        fetch(path).then(async answer => done(`${answer.status} ${answer.headers.get('content-type')} ${(await answer.text()).slice(0, 1)}`),
            () => done('nothing'))";
    for (path, expected) in [
        ("/catalogue.json", "200 application/json {"),
        ("/favicon.svg", "200 image/svg+xml <"),
        ("/catalogue.csv", "nothing"),
        ("/vagues.ics", "nothing"),
        ("/catalogue.jsonld", "nothing"),
    ] {
        let found = browser.client().execute_async(ASK, vec![path.into()]).await?;
        same(path, &found.as_str().unwrap_or_default(), &expected)?;
    }
    // A visit, in a frame so that the browser's own page does not take the place of this one.
    const VISIT: &str = "
        const [path, done] = arguments;
        const frame = document.createElement('iframe');
        frame.onload = () => {
          try {
            const { contentType, body, title } = frame.contentDocument;
            const status = frame.contentWindow.performance.getEntriesByType('navigation')[0]?.responseStatus ?? 0;
            done([contentType, title + (body?.innerText ?? '').slice(0, 9), String(status)]);
          } catch (error) { done(['none', String(error), '0']); }
        };
        // What has no page may load for ever.
        setTimeout(done, 5000, ['none', 'not loaded', '0']);
        frame.src = path;
        document.body.append(frame);";
    for (path, kind, status) in [
        ("/catalogue.json", "application/json", "200"),
        ("/favicon.svg", "image/svg+xml", "200"),
        ("/communs/grist/", "text/html", "200"),
        ("/fiches/2/", "text/html", "200"),
        ("/rien/", "text/html", "404"),
        ("/communs/rien/", "text/html", "404"),
    ] {
        let found = browser.client().execute_async(VISIT, vec![path.into()]).await?;
        let found: Vec<String> = serde_json::from_value(found)?;
        same(path, &found[0].as_str(), &kind)?;
        // Some engines do not tell the status.
        ensure!(found[2] == "0" || found[2] == status, "{path}: status {}", found[2]);
    }
    for path in ["/catalogue.csv", "/vagues.ics", "/embed.js"] {
        let found = browser.client().execute_async(VISIT, vec![path.into()]).await;
        let said = format!("{found:?}");
        ensure!(!said.contains("introuvable") && !said.contains("Communs"), "{path} is a page: {said}");
    }
    browser.clear_log().await
}
