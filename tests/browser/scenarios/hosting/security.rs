//! The policy of the pages holds in the browser, and really forbids.

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Suite};

use crate::support::has;

pub(super) fn register(suite: &mut Suite) {
    suite.add("security: the policy of the pages allows no inline code", policy);
    suite.add("security: the same policy works as a header", header);
    suite.add("security: a changed file of the app is refused", integrity);
}

async fn policy_of(browser: &Browser) -> Result<String> {
    browser.js("return document.querySelector('meta[http-equiv=Content-Security-Policy]').content", &[]).await
}

async fn policy(browser: &Browser) -> Result<()> {
    for page in ["/", "/catalogue/", "/communs/terristory/", "/rien/"] {
        browser.open(page).await?;
        let policy = policy_of(browser).await?;
        for forbidden in ["'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:"] {
            ensure!(!policy.contains(forbidden), "{page} allows {forbidden}: {policy}");
        }
        has(&policy, "'wasm-unsafe-eval'")?;
        has(&policy, "default-src 'none'")?;
        let ran: bool = browser
            .js(
                "const add = (name, fill) => { const e = document.createElement(name); fill(e); document.body.append(e); };
                 add('script', e => { e.textContent = 'window.__ran = true'; });
                 add('p', e => { e.innerHTML = '<img src=x: onerror=\"window.__ran = true\">'; });
                 add('p', e => { e.innerHTML = '<b style=\"position: fixed\">b</b>'; });
                 return Boolean(window.__ran) || getComputedStyle(document.querySelector('b[style]')).position === 'fixed'",
                &[],
            )
            .await?;
        ensure!(!ran, "{page} runs what the policy forbids");
    }
    browser.clear_log().await
}

async fn header(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    let policy = policy_of(browser).await?;
    // The harness itself adds scripts to pages: their hash is not in the policy.
    let policy = policy.replace("script-src 'self'", "script-src 'self' 'nonce-essai'");
    browser.server().insert_in_head("");
    browser.server().set_page_header(Some(("Content-Security-Policy", &policy)));
    for page in ["/", "/catalogue/?q=adresse", "/communs/terristory/", "/rien/"] {
        browser.load(page).await?;
        browser.wake().await?;
        browser.wait_until("document.documentElement.dataset.app === 'ready'").await?;
    }
    Ok(())
}

async fn integrity(browser: &Browser) -> Result<()> {
    let names = std::fs::read_dir(xtask::paths::dist())?.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let names: Vec<String> = names.collect();
    // A page seen before may be drawn from what the browser has checked already, and keeps in memory.
    browser.restart().await?;
    for (start, end, kind) in [("start-", ".js", "text/javascript"), ("communs-", "_bg.wasm", "application/wasm")] {
        browser.server().clear_overrides();
        // Each page loads the one of its app.
        for name in names.iter().filter(|name| name.starts_with(start) && name.ends_with(end)) {
            let mut bytes = std::fs::read(xtask::paths::dist().join(name))?;
            bytes.extend(b"\n\0");
            browser.server().reply(&format!("/{name}"), xtask::server::Reply::new(kind, bytes));
        }
        for page in ["/", "/proposer/"] {
            browser.load(page).await?;
            let absent = browser.wait_until("document.documentElement.dataset.app === 'absent'").await;
            absent.with_context(|| format!("{page}: a changed {start}…{end} is accepted"))?;
            ensure!(browser.is_visible("main h1").await?, "{page} is lost with {start}…{end}");
        }
    }
    browser.clear_log().await
}
