//! One app draws every page: no link of the site loads the page anew. The catalogue, the pages of entries, those made
//! of parts, those that are seldom used and what searches words come in modules of their own.

use std::collections::BTreeSet;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Key, Suite};
use serde_json::json;
use xtask::server::Reply;

use crate::support::{at, data, has, same, serve};

pub(crate) fn register(suite: &mut Suite) {
    suite.add("modules: a page that goes while its app starts leaves the browser free", left_early);
    suite.add("modules: links lead to every kind of page without a reload", every_link);
    suite.add("modules: each comes once, for the first page that needs it", once);
    suite.add("modules: a page that waits for it leads to the part that was asked for", late_anchor);
    suite.add("modules: without it a page says so, and the next link tries again", refused);
    suite.add("modules: what is wrong in the data comes with it, for who unfolds it", problems);
    suite.add("modules: the app of a page that is asked for words comes with their answer", with_words);
    suite.add("modules: without what searches words, filters work, and typing again asks again", no_words);
    suite.add("modules: what searches words and is long in coming holds no results back", slow_words);
    suite.add("modules: a page that is long in coming is told as one that cannot be had, and comes", slow_page);
    suite.add("modules: a page opened by its address reads without it", refused_at_first);
    suite.add("modules: back after a reload, the page comes again", back_after_reload);
}

/// The modules of the pages that are seldom used, of guides, of entries, of the catalogue and of the search, whatever
/// their hash.
const SELDOM_USED: &str = "/communs-seldom_used-*.wasm";
const GUIDE: &str = "/communs-guide-*.wasm";
const ENTRY: &str = "/communs-entry-*.wasm";
const CATALOGUE: &str = "/communs-catalogue-*.wasm";
const SEARCH: &str = "/communs-search-*.wasm";

/// Every kind of page that the site leads to: its path, or its folder when it has an entry for a name.
const KINDS: [&str; 21] = [
    "/",
    "/a-propos/",
    "/catalogue/",
    "/collectivites/",
    "/communs/",
    "/comparer/",
    "/comprendre/",
    "/contribuer/",
    "/contributions/",
    "/definitions/",
    "/evenements/",
    "/fiches/",
    "/integrer/",
    "/organisations/",
    "/programmes/",
    "/proposer/",
    "/relations/",
    "/ressources/",
    "/selection/",
    "/soutiens/",
    "/soutiens/autodiagnostic/",
];

/// The pages' own links of a kind that is not in the list yet: the kind, and the address.
const NEXT: &str = "
    const [known] = arguments;
    for (const link of document.querySelectorAll('#app a[href]:not([target], [download], [rel~=external])')) {
      const { origin, pathname } = new URL(link.getAttribute('href'), document.baseURI);
      if (origin !== location.origin || pathname === location.pathname || /\\.\\w+$/.test(pathname)) continue;
      const folders = pathname.split('/').filter(Boolean);
      const kind = folders.length < 2 || pathname === '/soutiens/autodiagnostic/' ? pathname : `/${folders[0]}/`;
      if (known.includes(kind) || !link.checkVisibility?.()) continue;
      document.querySelector('#essai')?.removeAttribute('id');
      link.id = 'essai';
      return [kind, pathname];
    }
    return null";

/// Marks the page, which a reload would forget.
async fn mark(browser: &Browser) -> Result<()> {
    browser.js::<()>("window.__same = true", &[]).await
}

async fn is_same(browser: &Browser) -> Result<()> {
    ensure!(browser.js::<bool>("return window.__same === true", &[]).await?, "the page was loaded anew");
    Ok(())
}

/// Waits for the page that has the focus on its heading.
async fn announced(browser: &Browser) -> Result<()> {
    browser.wait_until("document.activeElement.matches('main h1') && !document.querySelector('.loading')").await
}

async fn every_link(browser: &Browser) -> Result<()> {
    // Browsers keep some fifty pages to go back to, earlier scenarios' included.
    browser.restart().await?;
    browser.open("/").await?;
    mark(browser).await?;
    let mut known = BTreeSet::from(["/".to_owned()]);
    let mut way = vec!["/".to_owned()];
    loop {
        let next: Option<(String, String)> = browser.js(NEXT, &[json!(known)]).await?;
        if let Some((kind, path)) = next {
            browser.js::<()>("document.querySelector('#essai').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))", &[]).await?;
            browser.wait_until(&format!("location.pathname === {}", json!(path))).await?;
            announced(browser).await.with_context(|| path.clone())?;
            is_same(browser).await.with_context(|| path.clone())?;
            let heading = browser.text("main h1").await?;
            ensure!(!heading.contains("introuvable") && !heading.contains("pas pu"), "{path}: {heading}");
            known.insert(kind);
            way.push(path);
        } else {
            way.pop();
            let Some(path) = way.last() else { break };
            // The driver's Back passes over what was clicked without a real pointer, in WebKit.
            browser.js::<()>("history.back()", &[]).await?;
            browser.wait_until(&format!("location.pathname === {}", json!(path))).await?;
            // The link that was followed has the focus, where the page still has it.
            let led = "document.activeElement.matches('main h1, #app a') && !document.querySelector('.loading')";
            browser.wait_until(led).await.with_context(|| format!("back at {path}"))?;
        }
    }
    let found: Vec<&str> = known.iter().map(String::as_str).filter(|kind| *kind != "/statistiques/").collect();
    same("kinds of pages", &found, &KINDS.to_vec())?;
    ensure!(known.contains("/statistiques/"), "no way to the statistics");
    is_same(browser).await?;
    ensure!(!browser.is_visible("#app-failure").await?, "the app stopped");
    browser.assert_quiet().await
}

/// How often a module was asked for.
fn asked(browser: &Browser, module: &str) -> usize {
    let (start, end) = module.split_once('*').unwrap_or((module, ""));
    let paths = browser.server().requests().into_iter().map(|request| request.path);
    paths.filter(|path| path.starts_with(start) && path.ends_with(end)).count()
}

async fn once(browser: &Browser) -> Result<()> {
    browser.forget().await?;
    browser.server().clear_requests();
    browser.open("/").await?;
    same("asked for by the home page", &asked(browser, "/communs-*-*.wasm"), &0)?;
    // It comes while one types what it is to search.
    browser.click("#q").await?;
    for module in ["catalogue", "search"] {
        let is_asked = "performance.getEntriesByType('resource').some(({ name }) => name.includes";
        let is_asked = format!("{is_asked}('/communs-{module}-'))");
        browser.wait_until(&is_asked).await.with_context(|| format!("the field does not ask for the {module}"))?;
    }
    browser.click_text("header nav a", "Catalogue").await?;
    browser.wait_for(".result").await?;
    same("asked for by the catalogue", &[CATALOGUE, ENTRY, GUIDE].map(|name| asked(browser, name)), &[1, 0, 0])?;
    for _ in 0..2 {
        browser.click(".result h3 a").await?;
        browser.wait_for(".plate__body").await?;
        browser.back().await?;
        browser.wait_for(".result").await?;
    }
    same("asked for by two entries", &[asked(browser, ENTRY), asked(browser, GUIDE)], &[1, 0])?;
    for page in ["Comprendre", "Contribuer", "Catalogue", "À propos"] {
        browser.click_text("header nav a", page).await?;
        announced(browser).await?;
    }
    same("asked for by three pages", &[ENTRY, GUIDE, SELDOM_USED].map(|name| asked(browser, name)), &[1, 1, 0])?;
    // A page that needs it asks for it without waiting for the first one.
    browser.forget().await?;
    browser.server().clear_requests();
    for (page, module) in [("/comparer/", SELDOM_USED), ("/communs/grist/", ENTRY), ("/catalogue/", CATALOGUE)] {
        browser.open(page).await?;
        same(page, &asked(browser, module), &1)?;
    }
    // Who filters needs nothing of what searches words.
    browser.click(".facet input").await?;
    browser.wait_for(".active-filters .chip").await?;
    same("asked for by a filter", &asked(browser, SEARCH), &0)?;
    browser.type_into("#q", "adresse").await?;
    browser.wait_for(".result :is(mark, .result__why)").await?;
    same("asked for by words", &asked(browser, SEARCH), &1)
}

/// Words cannot be searched: they do not count, a sentence says so, until it is asked for again.
async fn no_words(browser: &Browser) -> Result<()> {
    const FAILED: &str = "La recherche n’a pas pu être chargée";
    browser.forget().await?;
    browser.server().reply(SEARCH, Reply::error(404));
    browser.open("/catalogue/").await?;
    let count = browser.text("#count").await?;
    browser.type_into("#q", "adresse").await?;
    browser.wait_for_text(".catalogue__head .alert", FAILED).await?;
    same("the results", &browser.text("#count").await?, &count)?;
    browser.assert_accessible().await?;
    browser.js::<()>("document.querySelector('aside.facets').isKept = true", &[]).await?;
    browser.click(".facet input").await?;
    browser.wait_for(".active-filters .chip").await?;
    let is_kept = "document.querySelector('aside.facets')?.isKept === true";
    browser.wait_until(is_kept).await.context("the panel is drawn again")?;
    // An address that asks for words says the same.
    browser.load("/catalogue/?q=adresse").await?;
    browser.wake().await?;
    browser.wait_for_text(".catalogue__head .alert", FAILED).await?;
    browser.server().clear_overrides();
    browser.js::<()>("document.querySelector('#q').focus()", &[]).await?;
    browser.press(Key::End).await?;
    browser.type_text("s").await?;
    browser.wait_for(".result mark").await.context("typing does not ask again")?;
    browser.wait_until("!document.querySelector('.catalogue__head .alert')").await?;
    browser.clear_log().await
}

async fn slow_words(browser: &Browser) -> Result<()> {
    browser.forget().await?;
    slow(browser, SEARCH, Duration::from_secs(12));
    browser.load("/catalogue/?q=adresse").await?;
    browser.wake().await?;
    browser.wait_for_text(".catalogue", "La recherche se prépare").await?;
    browser.wait_for_text(".catalogue__head .alert", "La recherche n’a pas pu être chargée").await?;
    browser.wait_for(".result").await?;
    browser.assert_accessible().await?;
    // Nothing of it is left for the next scenario: it comes.
    browser.wait_for(".result mark").await?;
    browser.clear_log().await
}

async fn late_anchor(browser: &Browser) -> Result<()> {
    // A browser of earlier scenarios may have kept the module for offline reading.
    browser.forget().await?;
    slow(browser, GUIDE, Duration::from_millis(1500));
    browser.open("/").await?;
    mark(browser).await?;
    browser
        .js::<()>(
            "const link = document.querySelector('header nav a[href$=\"/soutiens/\"]');
             link.href += '#freins';
             link.click()",
            &[],
        )
        .await?;
    let said = "document.querySelector('.loading h1')?.textContent === 'Chargement du catalogue…'";
    browser.wait_until(said).await.context("nothing says that the page comes")?;
    at(browser, "/soutiens/#freins").await?;
    browser
        .wait_until("Math.abs(document.querySelector('#freins')?.getBoundingClientRect().top) < 200")
        .await
        .context("the part that the address names is out of sight")?;
    is_same(browser).await?;
    // Who goes elsewhere meanwhile stays there.
    browser.forget().await?;
    browser.open("/").await?;
    browser.click_text("header nav a", "Comprendre").await?;
    browser.wait_for(".loading").await?;
    browser.click_text("header nav a", "Catalogue").await?;
    browser.wait_for(".result").await?;
    browser.click_text("header nav a", "Comprendre").await?;
    announced(browser).await?;
    has(&browser.text("main h1").await?, "commun")
}

/// Has a module, or another file, come late.
fn slow(browser: &Browser, file: &str, delay: Duration) {
    browser.server().on(file, move |request| {
        let file = xtask::paths::dist().join(request.path.trim_start_matches('/'));
        let bytes = std::fs::read(file).ok()?;
        Some(Reply::new("application/wasm", bytes).delay(delay))
    });
}

const UNAVAILABLE: &str = "Cette page n’a pas pu être chargée";

async fn refused(browser: &Browser) -> Result<()> {
    browser.forget().await?;
    browser.open("/").await?;
    mark(browser).await?;
    browser.server().reply(CATALOGUE, Reply::error(404));
    browser.click_text("header nav a", "Catalogue").await?;
    browser.wait_for_text("main h1", UNAVAILABLE).await?;
    for reply in [Reply::error(404), Reply::no_answer(), Reply::html("<!doctype html><title>Accueil</title>")] {
        browser.server().clear_overrides();
        browser.server().reply(GUIDE, reply);
        for page in ["Comprendre", "Contribuer"] {
            browser.click_text("header nav a", page).await?;
            browser.wait_for_text("main h1", UNAVAILABLE).await?;
            announced(browser).await?;
        }
        browser.assert_accessible().await?;
        // The rest of the site goes on.
        browser.click_text("header nav a", "Catalogue").await?;
        browser.wait_for(".result").await?;
    }
    browser.click_text("header nav a", "Comprendre").await?;
    browser.wait_for_text("main h1", UNAVAILABLE).await?;
    browser.server().clear_overrides();
    browser.click_text("header nav a", "Contribuer").await?;
    browser.wait_for(".guide__offer").await.context("the next link does not try again")?;
    is_same(browser).await?;
    browser.clear_log().await
}

async fn problems(browser: &Browser) -> Result<()> {
    browser.forget().await?;
    let mut data = data()?;
    data["inconnue"] = json!(1);
    serve(browser, &data);
    browser.server().clear_requests();
    browser.open("/").await?;
    browser.wait_for(".diagnostics").await?;
    same("asked for by the notice", &asked(browser, SELDOM_USED), &0)?;
    browser.server().reply(SELDOM_USED, Reply::error(404));
    browser.click(".diagnostics summary").await?;
    browser.wait_for_text(".diagnostics details p", "Le détail n’a pas pu être chargé").await?;
    same("asked for once", &asked(browser, SELDOM_USED), &1)?;
    browser.server().clear_overrides();
    serve(browser, &data);
    browser.click(".diagnostics summary").await?;
    browser.click(".diagnostics summary").await?;
    browser.wait_for_text(".diagnostics li", "(inconnue)").await?;
    same("problems", &browser.count(".diagnostics li").await?, &1)?;
    browser.assert_accessible().await?;
    browser.clear_log().await
}

async fn with_words(browser: &Browser) -> Result<()> {
    browser.before_page(
        "new MutationObserver(() => {
           if (document.documentElement.dataset.app === 'ready')
             window.firstCount ??= document.querySelector('#count').textContent;
         }).observe(document.documentElement, { attributes: true });",
    );
    browser.open("/catalogue/?q=adresses").await?;
    browser.wait_for(".result mark").await?;
    let counts: [String; 2] =
        browser.js("return [window.firstCount, document.querySelector('#count').textContent]", &[]).await?;
    same("the first count", &counts[0], &counts[1])
}

async fn slow_page(browser: &Browser) -> Result<()> {
    browser.forget().await?;
    slow(browser, GUIDE, Duration::from_secs(12));
    browser.open("/").await?;
    mark(browser).await?;
    browser.click_text("header nav a", "Comprendre").await?;
    browser.wait_for(".loading").await?;
    browser.wait_for_text("main h1", UNAVAILABLE).await?;
    announced(browser).await?;
    // Who goes on elsewhere stays there when it comes.
    let elsewhere = "header nav a[href$=\"/catalogue/\"]";
    browser.js::<()>("document.querySelector(arguments[0]).focus()", &[json!(elsewhere)]).await?;
    browser.wait_for(".guide h1").await.context("it does not come by itself")?;
    ensure!(browser.is_focused(elsewhere).await?, "the focus went to {}", browser.focused().await?);
    is_same(browser).await?;
    // A form asks for more.
    slow(browser, "/catalogue.schema.json", Duration::from_secs(12));
    browser.click_text("footer a", "Proposer une fiche").await?;
    browser.wait_for_text("main [role=alert]", "Le formulaire n’a pas pu être chargé").await?;
    browser.wait_for("#champ-name").await.context("it does not come by itself")?;
    browser.clear_log().await
}

async fn refused_at_first(browser: &Browser) -> Result<()> {
    browser.forget().await?;
    for module in [SELDOM_USED, GUIDE, ENTRY] {
        browser.server().reply(module, Reply::error(404));
    }
    for page in ["/communs/grist/", "/comparer/?ids=grist", "/soutiens/autodiagnostic/?ressource=abouti"] {
        browser.load(page).await?;
        browser.wait_for_text("#app main .alert h2", "La recherche et les filtres n’ont pas pu démarrer").await?;
        ensure!(browser.is_visible("#app main h1").await?, "{page} does not read");
        ensure!(!browser.is_visible("#app-failure").await?, "{page}: the app is said to have stopped");
        browser.assert_accessible().await?;
    }
    browser.server().clear_overrides();
    browser.click_text("#app main .alert a", "Réessayer").await?;
    browser.wait_until("document.documentElement.dataset.app === 'ready'").await?;
    browser.clear_log().await
}

async fn back_after_reload(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    browser.click_text("header nav a", "Comprendre").await?;
    announced(browser).await?;
    browser.click_text("header nav a", "Catalogue").await?;
    browser.wait_for(".result").await?;
    browser.reload().await?;
    browser.back().await?;
    at(browser, "/comprendre/").await?;
    browser.wake().await?;
    browser.wait_for(".guide h1").await?;
    browser.assert_quiet().await
}

/// WebKit never ends a page that goes while one of its modules awaits at its top level, once what it awaits comes.
async fn left_early(browser: &Browser) -> Result<()> {
    browser.before_page(
        "const download = fetch;
         window.fetch = (...asked) => String(asked[0]).endsWith('.wasm')
           ? new Promise((_, reject) => { window.endWait = () => reject(new Error('gone')) })
           : download(...asked);",
    );
    browser.load("/a-propos/").await?;
    let add = "const frame = document.createElement('iframe'); frame.src = '/catalogue/'; document.body.append(frame)";
    browser.js::<()>(add, &[]).await?;
    let asked = "(frames[0]?.dispatchEvent(new Event('wheel')), frames[0]?.endWait)";
    browser.wait_until(asked).await.context("the frame asks for no program")?;
    browser
        .js::<()>("const { endWait } = frames[0]; document.querySelector('iframe').remove(); endWait()", &[])
        .await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    same("what is left", &browser.js::<usize>("return frames.length", &[]).await?, &0)?;
    browser.clear_log().await
}
