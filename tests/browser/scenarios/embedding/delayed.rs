//! Sites that delay the scripts of their pages, for speed or until the visitor consents: what they leave of
//! ours still shows its view, or a link.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};
use serde_json::Value;

use super::host::{Host, attributes, wait_in_frame};
use crate::support::same;

pub(super) fn register(suite: &mut Suite) {
    suite.add("embedding: a view survives what delays its script", delayed);
    suite.add("embedding: a script that the browser does not name shows its view", unnamed);
    suite.add("embedding: an element is a link until its script has run", element);
}

/// What LiteSpeed Cache, WP Rocket and tools of consent leave of our code, today's and that of before, whose
/// attribute ends as `src` does: of that one, LiteSpeed loses the view.
const LEFT: &str = "
    <script type='litespeed/javascript' data-src='SITE/embed.js' data-vue='embed/?limite=1' data-title='A'></script>
    <script type='rocketlazyloadscript' data-rocket-src='SITE/embed.js' data-vue='embed/?limite=1' data-title='B'></script>
    <script type='text/plain' data-category='contenu' data-vue='embed/?limite=1' data-title='C' src='SITE/embed.js'></script>
    <script type='rocketlazyloadscript' data-rocket-src='SITE/embed.js' data-data-rocket-src='embed/?limite=1' data-title='D'></script>
    <script type='text/plain' data-category='contenu' data-src='embed/?limite=1' data-title='E' src='SITE/embed.js'></script>
    <script type='litespeed/javascript' data-src='SITE/embed.js' data-src='embed/?limite=1' data-title='F'></script>
    <script type='litespeed/javascript' data-src='SITE/embed.js'></script>";

/// What these tools do at the first gesture: another element takes the place of each.
const PUT_BACK: &str = "
    for (const old of document.querySelectorAll('script[type]')) {
      const next = document.createElement('script');
      for (const { name, value } of old.attributes) if (name !== 'type') next.setAttribute(name, value);
      next.src = old.dataset.rocketSrc ?? old.getAttribute('src') ?? old.dataset.src;
      old.replaceWith(next);
    }";

async fn delayed(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    host.show(browser, &format!("<main>{LEFT}</main>")).await?;
    same("frames before the gesture", &attributes(browser, "src").await?, &Vec::new())?;
    browser.js::<Value>(PUT_BACK, &[]).await?;
    browser.wait_until("document.querySelectorAll('main > :not(script)').length === 6").await?;
    let shown: Vec<String> = browser
        .js(
            "return [...document.querySelector('main').children].map(e => `${e.localName} ${e.title || e.innerText}`)",
            &[],
        )
        .await?;
    // The last one is for frames and elements alone: it has no view.
    let expected = ["iframe A", "iframe B", "iframe C", "iframe D", "iframe E", "a F", "script "];
    same("what is shown", &shown, &expected.map(str::to_owned).to_vec())?;
    same("where the link leads", &browser.attribute("main > a", "href").await?, &Some(browser.server().url("/")))?;
    wait_in_frame(browser, 0, "document.querySelector('main h1')").await?;
    browser.clear_log().await
}

async fn unnamed(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    host.show(
        browser,
        "<script>Object.defineProperty(document, 'currentScript', { value: null })</script>
         <script type='text/plain' data-vue='embed/?limite=1' data-title='Sans accord' src='SITE/embed.js'></script>
         <script data-vue='embed/?limite=1' data-title='A' src='SITE/embed.js?ver=6.7'></script>
         <script async data-vue='embed/?limite=1' data-title='B' src='SITE/embed.js'></script>",
    )
    .await?;
    browser.wait_until("document.querySelectorAll('iframe').length === 2").await?;
    let titles = attributes(browser, "title").await?;
    ensure!(titles == [Some("A".to_owned()), Some("B".to_owned())], "{titles:?}");
    wait_in_frame(browser, 1, "document.querySelector('main h1')").await
}

async fn element(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    host.show(
        browser,
        "<script type='rocketlazyloadscript' data-rocket-src='SITE/embed.js'></script>
         <communs-catalogue filters='limite=1' title='A'><a href='SITE/catalogue/'>Les communs</a></communs-catalogue>",
    )
    .await?;
    ensure!(browser.is_visible("communs-catalogue a").await?, "no link before the script");
    browser.js::<Value>(PUT_BACK, &[]).await?;
    wait_in_frame(browser, 0, "document.querySelector('main h1')").await?;
    ensure!(!browser.is_visible("communs-catalogue a").await?, "the link stays beside the frame");
    Ok(())
}
