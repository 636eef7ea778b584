//! Nothing but our frames, with sound numbers, changes the page around; nothing in an address runs.

use std::time::Duration;

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};
use serde_json::Value;
use xtask::server::Reply;

use super::host::{Host, attributes, enter, fits, heights, in_frame, leave, wait_in_frame};
use crate::support::same;

pub(super) fn register(suite: &mut Suite) {
    suite.add("embedding: messages of other frames change nothing, and are not answered", forged);
    suite.add("embedding: heights that are no heights are refused or bounded", unsound);
    suite.add("embedding: addresses of elsewhere are refused, and it is told", refused);
    suite.add("embedding: what an address holds never runs", injected);
}

/// Says that it is a frame of ours, and asks ours for an answer.
const RIVAL: &str = "<!doctype html><title>-</title><script>
    window.answers = 0;
    addEventListener('message', () => answers++);
    setInterval(() => {
      for (const target of [parent, parent.frames[0]]) {
        target.postMessage({ type: 'communs:hauteur', version: 1, hauteur: 5000 }, '*');
        target.postMessage({ type: 'communs:bonjour', version: 1 }, '*');
      }
    }, 50);
    </script>";

async fn forged(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    host.server.reply("/rival", Reply::html(RIVAL));
    let body = "<iframe src='SITE/embed/' title=Communs></iframe><iframe src='/rival' title=Autre height=150></iframe>
        <iframe sandbox=allow-scripts src='/rival' title=Autre height=150></iframe><script src='SITE/embed.js'></script>";
    host.show(browser, body).await?;
    fits(browser, 0).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    same("the others", &heights(browser).await?.split_off(1), &vec![150.0; 2])?;
    same("answers", &in_frame::<u32>(browser, 1, "return answers").await?, &0)
}

async fn unsound(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    host.show(browser, "<script src='SITE/embed.js'></script><iframe src='SITE/embed/' title=Communs></iframe>")
        .await?;
    fits(browser, 0).await?;
    browser
        .js::<()>(
            "window.given = [];
             const frame = document.querySelector('iframe');
             new MutationObserver(() => given.push(frame.clientHeight)).observe(frame, { attributes: true });",
            &[],
        )
        .await?;
    for (message, expected) in [
        ("hauteur: NaN, version: 1", None),
        ("hauteur: Infinity, version: 1", None),
        ("hauteur: -40, version: 1", None),
        ("hauteur: 0, version: 1", None),
        ("hauteur: '700', version: 1", None),
        ("hauteur: [700], version: 1", None),
        ("hauteur: null, version: 1", None),
        ("version: 1", None),
        ("hauteur: 700, version: 2", None),
        ("hauteur: 700", None),
        ("hauteur: 12, version: 1", Some(100.0)),
        ("hauteur: 1e9, version: 1", Some(20_000.0)),
        ("hauteur: 700, version: 1", Some(700.0)),
    ] {
        browser.js::<()>("given.length = 0", &[]).await?;
        let post = format!("parent.postMessage({{ type: 'communs:hauteur', {message} }}, '*')");
        in_frame::<Value>(browser, 0, &post).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let given: Vec<f64> = browser.js("return given", &[]).await?;
        // The page may tell its own height again, and a border of 2 px comes in addition.
        let own: f64 = in_frame(browser, 0, "return document.documentElement.getBoundingClientRect().height").await?;
        let is = |height: f64| move |given: &f64| (height..height + 5.0).contains(given);
        let as_expected = match expected {
            None => given.iter().all(is(own)),
            Some(height) => given.iter().any(is(height)),
        };
        ensure!(as_expected, "{message}: {given:?}");
    }
    Ok(())
}

async fn refused(browser: &Browser) -> Result<()> {
    const ELSEWHERE: [&str; 6] = [
        "https://autre.example/embed/",
        "//autre.example/embed/",
        "catalogue/",
        "embed/../",
        "javascript:alert(1)",
        "embed.js",
    ];
    let host = Host::start()?;
    for address in ELSEWHERE {
        let body = format!(
            "<script src='SITE/embed.js' data-src='{address}'></script>
             <communs-catalogue src='{address}'><a href='SITE/catalogue/'>Communs</a></communs-catalogue>"
        );
        host.show(browser, &body).await?;
        same("frames", &attributes(browser, "src").await?, &Vec::new())?;
        ensure!(browser.is_visible("communs-catalogue a").await?, "{address}: the link is lost");
        // Nothing is shown in the place of the script either, but the way to the catalogue.
        let left = browser.attribute("body > a", "href").await?;
        same("the link", &left, &Some(browser.server().url("/")))?;
        let log = browser.log().await;
        let told = log.iter().filter(|entry| entry.kind == "warn" && entry.text.contains("/embed/")).count();
        same(&format!("warnings about {address}"), &told, &2)?;
        browser.clear_log().await?;
    }
    Ok(())
}

async fn injected(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    for (name, value) in [
        ("accent", "red;}body{display:none"),
        ("accent", "000;background:url(//autre.example)"),
        ("apparence", "\"><script>parent.ran = top.ran = window.ran = 1</script>"),
        ("q", "<img src=x onerror=\"window.ran = 1\">"),
        ("q", "</title><script>window.ran = 1</script>"),
        ("theme", "\" onfocus=\"window.ran = 1\" autofocus=\""),
        ("masquer", "titre] body{display:none} ["),
        ("colonnes", "2;display:none"),
        ("__proto__", "1"),
        ("constructor", "1"),
        ("limite", "99999999999999999999"),
    ] {
        host.show(browser, "<script src='SITE/embed.js'></script><communs-catalogue></communs-catalogue>").await?;
        let filters =
            "document.querySelector('communs-catalogue').setAttribute('filters', new URLSearchParams([arguments]))";
        browser.js::<Value>(filters, &[name.into(), value.into()]).await?;
        wait_in_frame(
            browser,
            0,
            "location.search && document.querySelector('main') && document.readyState === 'complete'",
        )
        .await?;
        // The app too reads the address, at the first gesture.
        in_frame::<Value>(browser, 0, "document.body.dispatchEvent(new Event('wheel', { bubbles: true }))").await?;
        wait_in_frame(browser, 0, "document.documentElement.dataset.app === 'ready'").await?;
        enter(browser, 0).await?;
        let bad: bool = browser
            .js(
                "return Boolean(window.ran || document.querySelector('#app :is(img[onerror], script, [onfocus])')
                   || getComputedStyle(document.body).display === 'none' || !document.querySelector('main'))",
                &[],
            )
            .await?;
        let style: String = browser.js("return document.documentElement.getAttribute('style') ?? ''", &[]).await?;
        leave(browser).await?;
        ensure!(!bad, "{name}={value} broke the page");
        ensure!(style.is_empty(), "{name}={value} became a style: {style}");
        ensure!(!browser.js::<bool>("return Boolean(window.ran)", &[]).await?, "{name}={value} ran in the host");
        fits(browser, 0).await?;
    }
    browser.clear_log().await
}
