//! Why there is no app: the page says the true reason, and finds the newer release by itself.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Suite};
use xtask::server::Reply;

use super::plain;
use crate::support::{has, same};

pub(super) fn register(suite: &mut Suite) {
    suite.add("causes: a page of a former release finds the new one", former_release);
    suite.add("causes: a host that alternates between releases is not asked for ever", alternating_releases);
    suite.add("causes: a page whose files are gone for now says so", gone);
    suite.add("causes: each reason is told apart", told_apart);
    suite.add("causes: what the browser lacks is known before anything is used", known_at_once);
    suite.add("causes: a control used before the app is known to fail stays, with the reason", used_late);
    suite.add("causes: a page without its style reads", no_style);
    suite.add("causes: a script of others that fails is not ours", script_of_others);
}

/// What the page says of the files that it lacks, under its name or under that of former releases.
const NOTICE: &str = "#missing-file, #manque";
/// It is said.
const TOLD: &str = "document.querySelector('#missing-file, #manque')?.hidden === false";

/// A page whose files are those of a release that the host has no more.
fn former(page: &str) -> Result<String> {
    let html = std::fs::read_to_string(xtask::paths::dist().join(page).join("index.html"))?;
    // It was written before this notice had its present name.
    let html = html.replace("id=\"missing-file\"", "id=\"manque\"");
    // Of the same length, and of no file.
    let mut former = html.clone();
    for start in ["communs-", "motifs-", "start-"] {
        former = former.replace(&format!("/{start}"), &format!("/{start}0"));
    }
    ensure!(former != html, "{page} names no file");
    Ok(former)
}

/// Serves the former page to some of the visits, told by their rank from 0, and counts them.
fn serve_former(browser: &Browser, page: &str, is_former: fn(usize) -> bool) -> Result<Arc<AtomicUsize>> {
    let html = former(page)?;
    let visits = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&visits);
    browser.server().on(&format!("/{page}"), move |_| {
        let rank = counted.fetch_add(1, Ordering::Relaxed);
        is_former(rank).then(|| Reply::html(html.clone()).header("Cache-Control", "max-age=600"))
    });
    Ok(visits)
}

async fn former_release(browser: &Browser) -> Result<()> {
    browser.forget().await?;
    for page in ["catalogue/", "contribuer/"] {
        // The visit; then the page is asked for again, and loaded again.
        let visits = serve_former(browser, page, |rank| rank == 0)?;
        browser.load(&format!("/{page}")).await?;
        browser.wait_until("dispatchEvent(new Event('wheel')) && dispatchEvent(new Event('input')) && document.documentElement.dataset.app === 'ready'").await?;
        ensure!(!browser.is_visible(NOTICE).await?, "{page} complains");
        let visits = visits.load(Ordering::Relaxed);
        ensure!((2..=3).contains(&visits), "{page} was asked for {visits} times");
    }
    browser.clear_log().await
}

async fn alternating_releases(browser: &Browser) -> Result<()> {
    browser.forget().await?;
    let visits = serve_former(browser, "catalogue/", |rank| rank % 2 == 0)?;
    browser.load("/catalogue/").await?;
    browser.wait_until(TOLD).await?;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    let visits = visits.load(Ordering::Relaxed);
    ensure!(visits <= 3, "the page was asked for {visits} times");
    browser.clear_log().await
}

/// Checks what the page says, which reads.
async fn says(browser: &Browser, words: &[&str]) -> Result<()> {
    browser.wait_until(TOLD).await?;
    same("the app", &browser.attribute("html", "data-app").await?.as_deref(), &Some("absent"))?;
    let said = plain(&browser.text(NOTICE).await?);
    for part in words {
        has(&said, part)?;
    }
    ensure!(!said.contains("votre navigateur n’emploie pas"), "the browser is blamed: {said}");
    same("the role", &browser.attribute(NOTICE, "role").await?.as_deref(), &Some("status"))?;
    ensure!(browser.is_visible("main h1").await?, "the page is gone");
    browser.assert_accessible().await
}

async fn gone(browser: &Browser) -> Result<()> {
    browser.forget().await?;
    let visits = serve_former(browser, "catalogue/", |_| true)?;
    browser.load("/catalogue/").await?;
    browser.wait_until(TOLD).await?;
    let said = plain(&browser.text(NOTICE).await?);
    for part in ["un de ses fichiers manque", "vient d’être mis à jour", "Recharger la page"] {
        has(&said, part)?;
    }
    has(&plain(&browser.text("form.search .without-app").await?), "un de ses fichiers manque")?;
    let visits = visits.load(Ordering::Relaxed);
    ensure!(visits == 2, "the page was asked for {visits} times");
    // Reloaded once the host has its files, it works.
    browser.server().clear_overrides();
    browser.click_text(":is(#missing-file, #manque) a", "Recharger la page").await?;
    browser.wait_until("dispatchEvent(new Event('wheel')) && document.documentElement.dataset.app === 'ready'").await?;
    ensure!(!browser.is_visible(NOTICE).await?, "the page still complains");
    browser.clear_log().await
}

/// Answers with each of these files of the app, changed.
fn change(browser: &Browser, names: &str, mut reply: impl FnMut(Vec<u8>) -> Reply) -> Result<()> {
    let (start, end) = names.split_once('*').unwrap_or((names, ""));
    let mut count = 0;
    for file in std::fs::read_dir(xtask::paths::dist())?.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.starts_with(start) && name.ends_with(end) {
            browser.server().reply(&format!("/{name}"), reply(std::fs::read(file.path())?));
            count += 1;
        }
    }
    ensure!(count > 0, "no file is named {names}");
    Ok(())
}

async fn told_apart(browser: &Browser) -> Result<()> {
    const START: &str = "start-*.js";
    const PROGRAM: &str = "communs-*_bg.wasm";
    let missing = ["un de ses fichiers manque"].as_slice();
    let changed = ["a été modifié en chemin"].as_slice();
    let silent = ["le réseau ou le serveur n’a pas répondu"].as_slice();
    let mistyped = ["sous un type que votre navigateur refuse"].as_slice();
    let broken = ["n’a pas pu démarrer dans votre navigateur"].as_slice();
    for (end, kind, words) in [
        (START, "absent", missing),
        (START, "page", missing),
        (START, "changed", changed),
        (START, "silent", silent),
        (START, "type", mistyped),
        (PROGRAM, "absent", missing),
        (PROGRAM, "changed", changed),
        (PROGRAM, "silent", silent),
        ("communs-*.js", "type", mistyped),
    ] {
        // What was right once may be in the browser's cache.
        browser.forget().await?;
        browser.server().clear_overrides();
        change(browser, end, |mut bytes| match kind {
            "absent" => Reply::error(404),
            "page" => Reply::html("<!doctype html><title>Accueil</title>"),
            "silent" => Reply::no_answer(),
            "type" => Reply::new("application/octet-stream", bytes),
            _ => {
                bytes.extend(b"\n\0");
                Reply::new(if end == PROGRAM { "application/wasm" } else { "text/javascript" }, bytes)
            }
        })?;
        browser.load("/").await?;
        says(browser, words).await.with_context(|| format!("{end}: {kind}"))?;
    }
    // A type that no browser minds of: the program runs.
    browser.forget().await?;
    browser.server().clear_overrides();
    change(browser, PROGRAM, |bytes| Reply::new("application/octet-stream", bytes))?;
    browser.open("/").await?;
    same("the app", &browser.attribute("html", "data-app").await?.as_deref(), &Some("ready"))?;
    // A program that fails by itself, its files whole.
    browser.server().clear_overrides();
    browser.before_page("WebAssembly.instantiate = WebAssembly.instantiateStreaming = async () => { throw new WebAssembly.CompileError('essai'); };");
    browser.load("/").await?;
    says(browser, broken).await?;
    browser.clear_log().await
}

async fn known_at_once(browser: &Browser) -> Result<()> {
    const LACKS: &str =
        "document.querySelector('.cause') === null && document.documentElement.dataset.app === 'absent'";
    // A page of text, whose app nobody asks for.
    for page in ["/contribuer/", "/catalogue/"] {
        browser.remove_webassembly();
        browser.load(page).await?;
        browser.wait_until("document.documentElement.dataset.app === 'absent'").await?;
        ensure!(!browser.is_visible(".with-app").await?, "{page} shows what cannot work");
        ensure!(!browser.is_visible(NOTICE).await?, "{page} offers to try again in vain");
    }
    browser.wait_until(LACKS).await?;
    let said = plain(&browser.text("form.search").await?);
    has(&said, "Votre navigateur n’exécute pas WebAssembly")?;
    has(&said, "mode Isolement des iPhone")?;
    // A host whose policy forbids it.
    browser.server().insert_in_head("");
    browser.server().set_page_header(Some(("Content-Security-Policy", "script-src 'self' 'unsafe-inline'")));
    browser.load("/catalogue/").await?;
    browser.wait_until(LACKS).await?;
    has(&plain(&browser.text("form.search").await?), "interdit WebAssembly dans la politique de sécurité")?;
    ensure!(browser.is_visible("main h1").await?, "the page is gone");
    browser.clear_log().await
}

async fn used_late(browser: &Browser) -> Result<()> {
    browser.server().reply("/*.wasm", Reply::error(404));
    browser.load("/contribuer/").await?;
    browser.wait_until("document.readyState === 'complete'").await?;
    browser.click(".guide__offer input").await?;
    says(browser, &["un de ses fichiers manque"]).await?;
    let (kept, focused): (bool, bool) = browser
        .js(
            "const used = document.querySelector('.guide__offer input');
             return [used.getClientRects().length > 0, document.activeElement !== document.body]",
            &[],
        )
        .await?;
    ensure!(kept && focused, "the control vanishes (kept: {kept}, focused: {focused})");
    browser.clear_log().await
}

async fn no_style(browser: &Browser) -> Result<()> {
    browser.forget().await?;
    browser.server().reply("/*.css", Reply::error(404));
    for page in ["/", "/catalogue/", "/communs/terristory/", "/statistiques/"] {
        browser.load(page).await?;
        browser.wait_until(TOLD).await?;
        has(&plain(&browser.text(NOTICE).await?), "un de ses fichiers manque")?;
        let (large, count): (Vec<String>, usize) = browser
            .js(
                "const all = [...document.querySelectorAll('#app svg')];
                 const size = e => e.getBoundingClientRect();
                 return [all.filter(e => size(e).height > 60).map(e => `${e.getAttribute('class')} ${size(e).height}`), all.length]",
                &[],
            )
            .await?;
        ensure!(large.is_empty() && count > 1, "{page}: {large:?} of {count} drawings");
    }
    // The app itself has all it needs.
    browser.wait_until("dispatchEvent(new Event('wheel')) && dispatchEvent(new Event('input')) && document.documentElement.dataset.app !== 'absent'").await?;
    browser.clear_log().await
}

async fn script_of_others(browser: &Browser) -> Result<()> {
    browser.server().reply("/mesure.js", Reply::error(404));
    browser.before_page("</script><script src=/mesure.js></script><script>");
    browser.open("/catalogue/").await?;
    same("the app", &browser.attribute("html", "data-app").await?.as_deref(), &Some("ready"))?;
    ensure!(!browser.is_visible(NOTICE).await?, "the page complains");
    browser.clear_log().await
}
