//! What the other scenarios rely on: that the browser is really narrow, that
//! complaints are really heard, that faults are really made. Without these, a
//! deaf harness would let everything pass.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Engine, Key, Scheme, Suite};
use serde_json::Value;
use xtask::server::Reply;

pub(crate) fn register(suite: &mut Suite) {
    suite.add("harness: viewports are real, down to 320 px", viewports_are_real);
    suite.add("harness: the preferred scheme reaches the page", schemes_reach_pages);
    suite.add("harness: every kind of complaint is heard", complaints_are_heard);
    suite.add("harness: the audit finds a known fault", audit_finds_faults);
    suite.add("harness: storage is denied and WebAssembly removed", powers_are_removed);
    suite.add("harness: replies fail, break and recover as scripted", replies_are_scripted);
    suite.add("harness: keys reach the focused element", keys_reach_elements);
    suite.add("harness: the window is the one in use", window_is_active);
    suite.add("harness: what browsers refuse to isolated frames is refused here too", refusals_are_seen);
    suite.add("harness: a scenario starts with empty storage", storage_starts_empty);
    suite.add("harness: a browser forgets what it has stored and the files that it keeps", files_are_forgotten);
}

/// Serves a body in a page of its own and loads it.
async fn show(browser: &Browser, body: &str) -> Result<()> {
    show_with_head(browser, "", body).await
}

async fn show_with_head(browser: &Browser, head: &str, body: &str) -> Result<()> {
    let page = format!(
        "<!doctype html><html lang=fr><head><title>Essai</title>\
         <meta name=viewport content='width=device-width, initial-scale=1'>\
         <link rel=icon href='data:,'>{head}</head><body>{body}</body></html>"
    );
    browser.server().reply("/harness.html", Reply::html(page));
    browser.load("/harness.html").await
}

async fn viewports_are_real(browser: &Browser) -> Result<()> {
    show(browser, "<p>Essai").await?;
    for (width, height) in [(320, 640), (360, 800), (768, 1024), (1280, 800), (1920, 1080)] {
        browser.resize(width, height).await?;
        let seen: bool = browser.js("return matchMedia(`(width: ${arguments[0]}px)`).matches", &[width.into()]).await?;
        ensure!(seen, "media queries do not see {width} px");
    }
    Ok(())
}

async fn schemes_reach_pages(browser: &Browser) -> Result<()> {
    for scheme in [Scheme::Light, Scheme::Dark, Scheme::Light] {
        browser.set_scheme(scheme).await?;
        // Twice, because a new page must not forget it.
        for _ in 0..2 {
            show(browser, "<p>Essai").await?;
            let query = format!("matchMedia('(prefers-color-scheme: {})').matches", scheme.name());
            browser.wait_until(&query).await?;
        }
    }
    Ok(())
}

async fn complaints_are_heard(browser: &Browser) -> Result<()> {
    show_with_head(
        browser,
        "<meta http-equiv=Content-Security-Policy content=\"img-src 'none'\">",
        "<script src=/harness-missing.js></script>
         <script>
           console.error('said', new TypeError('a type'));
           console.warn('warned');
           Promise.reject(new Error('rejected'));
           setTimeout(() => { throw new Error('thrown'); });
           new Image().src = '/harness.png';
         </script>",
    )
    .await?;
    // Rejections and violations are told a little later.
    browser.wait_until("window.__log.length >= 6").await?;
    let log = browser.log().await;
    for (kind, text) in [
        ("error", "said TypeError: a type"),
        ("warn", "warned"),
        ("rejection", "rejected"),
        ("exception", "thrown"),
        ("load", "/harness-missing.js"),
        ("csp", "img-src"),
    ] {
        ensure!(
            log.iter().any(|entry| entry.kind == kind && entry.text.contains(text)),
            "{kind} {text} is missing from {log:?}"
        );
    }
    ensure!(browser.assert_quiet().await.is_err(), "the log is not kept");
    browser.clear_log().await?;
    show(browser, "<p>Essai").await?;
    browser.assert_quiet().await
}

async fn audit_finds_faults(browser: &Browser) -> Result<()> {
    show(browser, "<main><h1>Essai</h1><p>Texte</p></main>").await?;
    browser.assert_accessible().await?;
    show(browser, "<main><h1>Essai</h1><img src='data:,'></main>").await?;
    let violations = browser.audit().await?;
    ensure!(
        violations.iter().any(|violation| violation.starts_with("image-alt ")),
        "an image without text is not seen: {violations:?}"
    );
    Ok(())
}

async fn powers_are_removed(browser: &Browser) -> Result<()> {
    browser.deny_storage();
    show(browser, "<p>Essai").await?;
    let denied: bool = browser.js("try { localStorage.length } catch { return true } return false", &[]).await?;
    ensure!(denied, "storage is allowed");
    browser.remove_webassembly();
    show(browser, "<p>Essai").await?;
    browser.wait_until("!window.WebAssembly").await
}

async fn replies_are_scripted(browser: &Browser) -> Result<()> {
    let server = browser.server();
    let data = || Reply::json("{\"a\": 1}");
    show(browser, "<p>Essai").await?;

    server.sequence("/harness.json", [Reply::error(503), data().cut_after(3), data()]);
    server.clear_requests();
    for expected in ["503", "failed", "1"] {
        let found = fetch(browser).await?;
        ensure!(found == expected, "{found} instead of {expected}");
    }
    let asked = server.requests().len();
    ensure!(asked == 3, "{asked} requests instead of 3");

    // Not in the sequence, because some browsers ask again at once.
    server.reply("/harness.json", Reply::no_answer());
    let found = fetch(browser).await?;
    ensure!(found == "failed", "{found} instead of nothing");
    Ok(())
}

/// What a page gets of the scripted file: its value, its status, or `failed`.
async fn fetch(browser: &Browser) -> Result<Value> {
    const SCRIPT: &str = "
        const done = arguments[0];
        fetch('/harness.json')
          .then(reply => reply.ok ? reply.json().then(value => value.a) : reply.status)
          .then(value => done(String(value)), () => done('failed'))";
    Ok(browser.client().execute_async(SCRIPT, Vec::new()).await?)
}

async fn keys_reach_elements(browser: &Browser) -> Result<()> {
    show(browser, "<a href='#link'>Lien</a><input id=field><button>Bouton</button>").await?;
    let first = browser.tab().await?;
    ensure!(first == "a \"Lien\"", "the first stop is {first}");
    browser.tab_to("#field", 1).await?;
    browser.type_text("L’été à Noël").await?;
    let value = browser.property("#field", "value").await?;
    ensure!(value == "L’été à Noël", "{value} was typed");
    browser.tab().await?;
    ensure!(browser.is_focused("button").await?, "the button is not reached");
    browser.shift_tab().await?;
    browser.press_with(Key::Control, 'a').await?;
    browser.press(Key::Delete).await?;
    ensure!(browser.property("#field", "value").await? == "", "the field is not empty");
    browser.click_text("a", "Lien").await?;
    ensure!(browser.path().await? == "/harness.html#link", "the link was not followed");
    Ok(())
}

/// Otherwise nothing draws the focus, and `:focus` matches nothing.
async fn window_is_active(browser: &Browser) -> Result<()> {
    for width in [1280, 360] {
        browser.resize(width, 800).await?;
        show(browser, "<a href='#link'>Lien</a>").await?;
        browser.tab().await?;
        browser.wait_until("document.hasFocus() && document.querySelector('a:focus-visible')").await?;
    }
    Ok(())
}

async fn refusals_are_seen(browser: &Browser) -> Result<()> {
    let ask = "try { parent.postMessage(typeof navigator.serviceWorker, '*') } catch ({ name }) { parent.postMessage(name, '*') }";
    let frame = Reply::html(format!("<!doctype html><title>Cadre</title><script>{ask}</script>"));
    browser.server().reply("/harness-frame.html", frame);
    show(
        browser,
        "<script>addEventListener('message', ({ data }) => { window.found = data })</script>
         <iframe sandbox=allow-scripts src=/harness-frame.html title=Cadre></iframe>",
    )
    .await?;
    browser.wait_until("window.found").await?;
    let found: String = browser.js("return window.found", &[]).await?;
    let expected: &[&str] = match browser.engine() {
        Engine::Chromium => &["SecurityError"],
        // The others have none there, or one that answers nothing.
        Engine::Firefox | Engine::WebKit => &["undefined", "object", "SecurityError"],
    };
    ensure!(expected.contains(&found.as_str()), "{found}");
    Ok(())
}

async fn storage_starts_empty(browser: &Browser) -> Result<()> {
    show(browser, "<p>Essai").await?;
    browser.js::<Value>("localStorage.setItem('essai', '1')", &[]).await?;
    browser.restart().await?;
    show(browser, "<p>Essai").await?;
    browser.wait_until("localStorage.length === 0").await
}

async fn files_are_forgotten(browser: &Browser) -> Result<()> {
    let server = browser.server();
    server.reply("/harness.json", Reply::json("{\"a\": 1}").header("Cache-Control", "max-age=600"));
    for visit in 1..=2 {
        show(browser, "<p>Essai").await?;
        browser.wait_until("localStorage.length === 0").await?;
        browser.js::<Value>("localStorage.setItem('essai', '1')", &[]).await?;
        for _ in 0..2 {
            fetch(browser).await?;
        }
        let asked = server.requests().iter().filter(|request| request.path == "/harness.json").count();
        // WebKit keeps nothing of what scripts ask for, while it is driven.
        let each = if browser.engine() == Engine::WebKit { 2 } else { 1 };
        ensure!(asked == each * visit, "{asked} requests at the visit {visit}");
        browser.forget().await?;
    }
    Ok(())
}
