//! Frames that the host isolates: without an origin they may store nothing, and load little.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Engine, Suite};
use serde_json::json;
use xtask::server::{Folders, Reply, Server};

use super::host::{Host, enter, fits, heights, in_frame, leave, wait_in_frame};
use crate::support::same;

pub(super) fn register(suite: &mut Suite) {
    suite.add("embedding: isolated frames read, have their style and their height", isolated);
    suite.add("embedding: isolated frames have the app where files are shared", with_app);
    suite.add(
        "embedding: isolated frames start from their folder on a host that answers without its last slash",
        no_slash,
    );
    suite.add("embedding: frames that may store nothing work", no_storage);
    suite.add("embedding: frames that run no script read", no_script);
}

fn frame(rules: &str) -> String {
    format!(
        "<script async src='SITE/embed.js'></script><iframe sandbox='{rules}' src='SITE/embed/' title=Communs></iframe>"
    )
}

/// Makes a site say its address in its policy, as one that was built with it.
fn tell_address(site: &Server) -> Result<()> {
    let page = std::fs::read_to_string(xtask::paths::dist().join("embed/index.html"))?;
    let page = page.replace("'self'", &format!("'self' {}", site.url("")));
    site.reply("/embed/", Reply::html(page));
    Ok(())
}

async fn isolated(browser: &Browser) -> Result<()> {
    const STYLE: &str = "const style = e => getComputedStyle(document.querySelector(e));
        return [style('body').fontFamily, style('.result').display, style('main').maxWidth]";
    let host = Host::start()?;
    for knows_address in [false, true] {
        if knows_address {
            tell_address(browser.server())?;
        }
        let mut styles = Vec::new();
        for rules in ["allow-scripts allow-popups allow-same-origin", "allow-scripts allow-popups", "allow-scripts"] {
            host.show(browser, &frame(rules)).await?;
            fits(browser, 0).await.with_context(|| rules.to_owned())?;
            let origin: String = in_frame(browser, 0, "return self.origin").await?;
            ensure!((origin == "null") != rules.contains("same-origin"), "{rules}: {origin}");
            let shown: usize = in_frame(browser, 0, "return document.querySelectorAll('.result').length").await?;
            ensure!(shown > 2, "{rules}: {shown} results");
            styles.push(in_frame::<Vec<String>>(browser, 0, STYLE).await?);
        }
        // Without its address, WebKit finds no style there: the page reads, bare.
        let styled = styles[1] == styles[0] && styles[2] == styles[0];
        let expected = knows_address || browser.engine() != Engine::WebKit;
        ensure!(styled == expected, "{styles:?}");
    }
    browser.clear_log().await
}

async fn with_app(browser: &Browser) -> Result<()> {
    let site = Server::start(xtask::paths::dist(), 0)?;
    site.add_header("/*", "Access-Control-Allow-Origin", "*");
    tell_address(&site)?;
    let host = Host::start()?;
    host.show_site(browser, &site, &frame("allow-scripts allow-popups")).await?;
    fits(browser, 0).await?;
    enter(browser, 0).await?;
    let searched = async {
        search(browser).await?;
        // And it goes on: what such a frame may not keep for later takes nothing away.
        same("the app", &browser.attribute("html", "data-app").await?.as_deref(), &Some("ready"))?;
        ensure!(browser.is_focused("#q").await?, "the focus has left the field");
        ensure!(!browser.is_visible("#missing-file").await?, "the frame complains");
        let origin: String = browser.js("return self.origin", &[]).await?;
        same("the origin", &origin.as_str(), &"null")
    };
    let searched = searched.await;
    leave(browser).await?;
    searched?;
    fits(browser, 0).await?;
    Ok(())
}

/// Such a frame may not change its own address everywhere.
async fn no_slash(browser: &Browser) -> Result<()> {
    const LINKS: &str = "return [...document.querySelectorAll('a[href]')].map(a => a.pathname)";
    let site = Server::start(xtask::paths::dist(), 0)?;
    site.mount("/a/b/");
    site.answer_folders(Folders::WithoutSlash);
    site.add_header("/*", "Access-Control-Allow-Origin", "*");
    let page = std::fs::read_to_string(xtask::paths::dist().join("embed/index.html"))?;
    site.reply("/a/b/embed", Reply::html(page.replace("'self'", &format!("'self' {}", site.url("")))));
    let host = Host::start()?;
    let frame = "<script async src='SITE/a/b/embed.js'></script>\
        <iframe sandbox='allow-scripts' src='SITE/a/b/embed/' title=Communs></iframe>";
    host.show_site(browser, &site, frame).await?;
    fits(browser, 0).await?;
    let links: Vec<String> = in_frame(browser, 0, LINKS).await?;
    ensure!(links.len() > 5 && links.iter().all(|path| path.starts_with("/a/b/")), "{links:?}");
    let bare: usize = in_frame(
        browser,
        0,
        "return [...document.querySelectorAll('link[rel=stylesheet]')].filter(l => !l.sheet).length",
    )
    .await?;
    same("styles that lack", &bare, &0)?;
    enter(browser, 0).await?;
    let searched = search(browser).await;
    leave(browser).await?;
    searched
}

/// Searches in a frame, whose app comes for what is typed. The results stay once typing pauses, when the address should
/// follow it.
async fn search(browser: &Browser) -> Result<()> {
    const FOUND: &str = "return [...document.querySelectorAll('.result h3')].map(name => name.innerText)";
    browser.click("#q").await?;
    browser.type_text("terristory").await?;
    browser.wait_until("document.documentElement.dataset.app === 'ready'").await?;
    browser.wait_for(".result mark").await?;
    let found: Vec<String> = browser.js(FOUND, &[]).await?;
    tokio::time::sleep(Duration::from_millis(700)).await;
    same("what is found, later", &browser.js::<Vec<String>>(FOUND, &[]).await?, &found)?;
    same("what is typed", &browser.property("#q", "value").await?, &json!("terristory"))
}

async fn no_storage(browser: &Browser) -> Result<()> {
    browser.deny_storage();
    let host = Host::start()?;
    host.show(browser, "<script async src='SITE/embed.js' data-src='embed/?q=adresse'></script>").await?;
    browser.wait_for("iframe").await?;
    fits(browser, 0).await?;
    wait_in_frame(browser, 0, "document.querySelector('main h1, main h2')").await
}

async fn no_script(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    browser.disable_scripts();
    let page =
        "<script async src='SITE/embed.js'></script><iframe src='SITE/embed/' title=Communs height=300></iframe>";
    host.show(browser, page).await?;
    wait_in_frame(browser, 0, "document.querySelectorAll('.result').length > 2").await?;
    same("its height", &heights(browser).await?, &vec![300.0])
}
