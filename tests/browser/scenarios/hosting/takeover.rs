//! The app takes the place of the page in one step: nothing moves, nothing begun is lost.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Engine, Key, Suite};
use serde_json::json;
use std::time::Duration;
use tokio::sync::watch;
use xtask::server::Reply;

use crate::support::{at, data, has, same};

pub(super) fn register(suite: &mut Suite) {
    for page in [
        "/",
        "/catalogue/",
        "/communs/terristory/",
        "/programmes/appel-a-communs/",
        "/fiches/",
        "/a-propos/",
        "/comparer/",
        "/relations/",
        "/statistiques/",
    ] {
        suite.add(format!("takeover: nothing moves on {page}"), async move |browser: &Browser| {
            still(browser, page).await
        });
    }
    suite.add("takeover: scroll, focus and typed text are kept", keeps_what_was_begun);
    suite.add("takeover: a box checked early is a filter", keeps_choices);
    suite.add("takeover: a search sent early is answered", early_search);
    suite.add("takeover: what is asked for is told while it comes", told_meanwhile);
    suite.add("takeover: a page that is only read is left alone", left_alone);
    suite.add("takeover: data changed in place is shown without waiting", changed_data);
    suite.add("takeover: the first click does what it says", first_click);
    suite.add("takeover: the first order chosen is kept", first_order);
    suite.add("takeover: the first key does what it says", first_key);
}

/// Notes where everything is just before and just after, and what moved meanwhile.
const WATCH: &str = "
    window.shifts = 0;
    window.moved = [];
    // What moves while the page is still arriving is not what the app moves.
    const watchShifts = () => {
      try {
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) {
            shifts += entry.value;
            moved.push(...entry.sources.map(({ node }) => `${Math.round(entry.startTime)} ms: ${node?.className ?? node?.nodeName}`));
          }
        }).observe({ type: 'layout-shift' });
      } catch {}
    };
    const places = () => [...document.querySelectorAll('#app :is(h1, h2, h3, a, p, input, button)')]
      .filter(e => !e.closest('.without-app') && e.getClientRects().length)
      .map(e => {
        const { left, top, width, height } = e.getBoundingClientRect();
        const words = (e.innerText ?? '').replace(/\\s+/g, ' ').trim().slice(0, 40);
        return [e.localName, words, ...[left, top, width, height].map(Math.round)].join(' ');
      });
    new MutationObserver(() => {
      if (document.documentElement.dataset.app === 'ready') window.after = places();
    }).observe(document, { attributes: true, attributeFilter: ['data-app'], subtree: true });
    // The whole page is drawn in the first frame after it has come; a second one says that it was.
    addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => requestAnimationFrame(() => {
      watchShifts();
      window.before = places();
    })));";

/// Loads a page whose program is held until what is returned is dropped, so that the page is seen before the app.
async fn load_held(browser: &Browser, page: &str) -> Result<watch::Sender<()>> {
    let (program, held) = watch::channel(());
    for file in std::fs::read_dir(xtask::paths::dist())?.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.ends_with("_bg.wasm") {
            let reply = Reply::new("application/wasm", std::fs::read(file.path())?).held(held.clone());
            browser.server().reply(&format!("/{name}"), reply);
        }
    }
    browser.load(page).await?;
    same("the app", &browser.attribute("html", "data-app").await?.as_deref(), &Some("waiting"))?;
    Ok(program)
}

async fn taken_over(browser: &Browser, program: watch::Sender<()>) -> Result<()> {
    browser.wake().await?;
    drop(program);
    browser.wait_until("document.documentElement.dataset.app === 'ready'").await
}

async fn still(browser: &Browser, page: &str) -> Result<()> {
    browser.before_page(WATCH);
    for width in [1280, 360] {
        browser.resize(width, 800).await?;
        if browser.engine() == Engine::Chromium {
            browser.slow_down(4).await?;
        }
        let program = load_held(browser, page).await?;
        browser.wait_until("window.before").await?;
        taken_over(browser, program).await?;
        browser.wait_until("window.after").await?;
        let (before, after): (Vec<String>, Vec<String>) = browser.js("return [before, after]", &[]).await?;
        ensure!(before.len() > 10, "only {} places were seen", before.len());
        let moved: Vec<_> = before.iter().zip(&after).filter(|(before, after)| before != after).take(5).collect();
        ensure!(
            moved.is_empty() && before.len() == after.len(),
            "at {width} px: {moved:?}, {} then {}",
            before.len(),
            after.len()
        );
        let (shifts, moved): (f64, Vec<String>) = browser.js("return [shifts, moved]", &[]).await?;
        ensure!(shifts == 0.0, "layout shift of {shifts} at {width} px: {moved:?}");
        if browser.engine() == Engine::Chromium {
            browser.slow_down(1).await?;
        }
    }
    browser.assert_quiet().await
}

async fn keeps_what_was_begun(browser: &Browser) -> Result<()> {
    let program = load_held(browser, "/catalogue/").await?;
    browser.click("#q").await?;
    browser.type_text("adresses").await?;
    browser.js::<()>("document.querySelector('#q').setSelectionRange(2, 4); scrollTo(0, 240)", &[]).await?;
    taken_over(browser, program).await?;
    at(browser, "/catalogue/?q=adresses").await?;
    let kept: (String, u32, u32, u32, bool) = browser
        .js(
            "const field = document.querySelector('#q');
             return [field.value, field.selectionStart, field.selectionEnd, scrollY, document.activeElement === field]",
            &[],
        )
        .await?;
    same("what was begun", &kept, &("adresses".to_owned(), 2, 4, 240, true))?;
    browser.wait_for(".result mark").await?;

    let program = load_held(browser, "/communs/terristory/").await?;
    browser.js::<()>("document.querySelector('footer a[href]').focus()", &[]).await?;
    let focused = "document.activeElement.textContent";
    let (before, scroll): (String, f64) = browser.js(&format!("return [{focused}, scrollY]"), &[]).await?;
    taken_over(browser, program).await?;
    let after: (String, f64) = browser.js(&format!("return [{focused}, scrollY]"), &[]).await?;
    same("the focus", &after, &(before, scroll))
}

async fn keeps_choices(browser: &Browser) -> Result<()> {
    let program = load_held(browser, "/catalogue/").await?;
    let label: String =
        browser.js("const box = document.querySelectorAll('.facets [type=checkbox]')[1]; box.click(); return box.parentElement.innerText", &[]).await?;
    taken_over(browser, program).await?;
    browser.wait_for(".chip").await?;
    let chip = browser.text(".chip").await?;
    let name = label.lines().next().unwrap_or_default();
    ensure!(chip.contains(name), "{chip} is not {name}");
    Ok(())
}

async fn early_search(browser: &Browser) -> Result<()> {
    let program = load_held(browser, "/").await?;
    browser.js::<()>("document.querySelector('#q').value = arguments[0]", &[json!("adresse")]).await?;
    browser.js::<()>("document.querySelector('form.search').requestSubmit()", &[]).await?;
    at(browser, "/catalogue/?q=adresse").await?;
    taken_over(browser, program).await?;
    browser.wait_for(".result mark").await
}

async fn told_meanwhile(browser: &Browser) -> Result<()> {
    for (page, title) in [
        ("/catalogue/?q=adresses", "Catalogue"),
        ("/comparer/?ids=grist,terristory", "Comparer des fiches"),
        ("/selection/?ids=grist", "Sélection de fiches"),
    ] {
        let program = load_held(browser, page).await?;
        has(&browser.text("main h1").await?, title)?;
        same("what is said", &browser.text(".awaited").await?, &"Chargement du catalogue…".to_owned())?;
        if page.starts_with("/catalogue/") {
            same("the field", &browser.property("#q", "value").await?, &json!("adresses"))?;
        }
        taken_over(browser, program).await?;
        same("what is still said", &browser.count(".awaited").await?, &0)?;
    }
    // What is written ahead waits for nothing.
    browser.load("/catalogue/").await?;
    ensure!(!browser.is_visible(".awaited").await?, "something is awaited");
    Ok(())
}

/// Loads a page, and waits until the app has all it needs but a visitor.
async fn load_ready(browser: &Browser, page: &str) -> Result<()> {
    browser.before_page(
        "let ask;
         Object.defineProperty(window, 'visitorNeedsApp', {
           set(value) { ask = value; },
           get() { window.asked = true; return ask; },
         });",
    );
    browser.load(page).await?;
    browser.wait_until("window.asked").await
}

async fn left_alone(browser: &Browser) -> Result<()> {
    load_ready(browser, "/communs/terristory/").await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    same("the app", &browser.attribute("html", "data-app").await?.as_deref(), &Some("waiting"))?;
    browser.press(Key::Tab).await?;
    browser.wait_until("document.documentElement.dataset.app === 'ready'").await?;
    same(
        "the focus",
        &browser.js::<String>("return document.activeElement.className", &[]).await?.as_str(),
        &"skip-link",
    )
}

async fn changed_data(browser: &Browser) -> Result<()> {
    let mut changed = data()?;
    changed["site"]["heading"] = "Titre changé sur place".into();
    browser.server().reply("/catalogue.json", Reply::json(changed.to_string()));
    browser.load("/").await?;
    browser.wait_for_text("main h1", "Titre changé sur place").await
}

/// Clicks as a finger does: nothing moves over the page before.
async fn tap(browser: &Browser, css: &str) -> Result<()> {
    browser.js::<()>("document.querySelector(arguments[0]).click()", &[json!(css)]).await?;
    browser.wait_until("document.documentElement.dataset.app === 'ready'").await
}

async fn first_click(browser: &Browser) -> Result<()> {
    // A panel of the header, which the browser itself opens.
    load_ready(browser, "/").await?;
    let panel: String = browser
        .js("return document.querySelector('header [popovertarget]').getAttribute('popovertarget')", &[])
        .await?;
    tap(browser, "header [popovertarget]").await?;
    ensure!(browser.is_visible(&format!("#{panel}")).await?, "the panel is closed");
    // A button that only the app can answer, on a phone.
    browser.resize(360, 740).await?;
    load_ready(browser, "/catalogue/").await?;
    let filters: String = browser
        .js(
            "const button = [...document.querySelectorAll('main button[type=button]')].find(b => b.innerText.includes('Filtr'));
             button.id = 'sample'; return button.innerText",
            &[],
        )
        .await?;
    tap(browser, "#sample").await?;
    ensure!(browser.count("dialog[open]").await? == 1, "{filters} opens nothing");
    browser.resize(1280, 800).await?;
    // A link.
    load_ready(browser, "/catalogue/").await?;
    browser.js::<()>("document.querySelector('.result h3 a').click()", &[]).await?;
    browser.wait_until("location.pathname.startsWith('/communs/')").await
}

async fn first_order(browser: &Browser) -> Result<()> {
    load_ready(browser, "/catalogue/").await?;
    browser
        .js::<()>(
            "const list = document.querySelector('main select');
             list.focus();
             list.value = 'nom';
             for (const name of ['input', 'change']) list.dispatchEvent(new Event(name, { bubbles: true }))",
            &[],
        )
        .await?;
    at(browser, "/catalogue/?tri=nom").await?;
    same(
        "the order",
        &browser.js::<String>("return document.querySelector('main select').value", &[]).await?.as_str(),
        &"nom",
    )
}

async fn first_key(browser: &Browser) -> Result<()> {
    load_ready(browser, "/catalogue/").await?;
    browser.type_text("/").await?;
    browser.type_text("adresse").await?;
    at(browser, "/catalogue/?q=adresse").await?;
    browser.wait_for(".result mark").await
}
