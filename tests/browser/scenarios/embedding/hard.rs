//! Hosts whose pages are hard for a frame: their rules, their shapes, their scripts.

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Engine, Scheme, Suite};
use fantoccini::wd::PrintConfiguration;

use super::host::{Host, enter, fits, in_frame, leave, wait_in_frame};

pub(super) fn register(suite: &mut Suite) {
    suite.add("embedding: strict rules of security let frames and the script work", strict);
    suite.add("embedding: in scaled, folded and 320 px wide places", shapes);
    suite.add("embedding: in a dark host and in one that reads from right to left", dark_and_rtl);
    suite.add("embedding: the host prints", prints);
}

/// The page of a host whose rules refuse what the harness adds to pages.
async fn show_strictly(browser: &Browser, host: &Host, rules: &str, body: &str) -> Result<()> {
    let site = browser.server().url("");
    host.server.set_page_header(Some(("Content-Security-Policy", &rules.replace("SITE", &site))));
    host.show(browser, body).await
}

async fn strict(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    let frame = "<iframe src='SITE/embed/' title='Communs' height=400></iframe>";
    show_strictly(browser, &host, "default-src 'none'; frame-src SITE", frame).await?;
    wait_in_frame(browser, 0, "document.querySelectorAll('.result').length > 2").await?;
    let rules = "default-src 'none'; frame-src SITE; script-src SITE";
    for body in [
        "<script async src='SITE/embed.js' data-src='embed/?limite=3'></script>",
        "<script async src='SITE/embed.js'></script><communs-catalogue limite=3></communs-catalogue>",
    ] {
        show_strictly(browser, &host, rules, body).await?;
        fits(browser, 0).await.context(body)?;
    }
    browser.clear_log().await
}

async fn shapes(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    browser.resize(320, 640).await?;
    let body = "<style>body { margin: 0 }</style><script async src='SITE/embed.js'></script>
        <communs-catalogue limite=3></communs-catalogue>
        <div style='transform: scale(.5) rotate(1deg); width: 600px'><communs-catalogue limite=3></communs-catalogue></div>
        <div id=folded style='height: 0; overflow: hidden'><communs-catalogue limite=3></communs-catalogue></div>
        <div style='column-count: 2; width: 900px'><communs-catalogue limite=1></communs-catalogue></div>";
    host.show(browser, body).await?;
    // What is folded is not laid out.
    for rank in [0, 1, 3] {
        fits(browser, rank).await?;
    }
    enter(browser, 0).await?;
    let sideways = browser.assert_no_sideways_scroll().await;
    leave(browser).await?;
    sideways?;
    browser.js::<()>("document.querySelector('#folded').style.height = 'auto'", &[]).await?;
    fits(browser, 2).await?;
    Ok(())
}

async fn dark_and_rtl(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    for scheme in Scheme::ALL {
        browser.set_scheme(scheme).await?;
        for (style, query) in [
            ("", "limite=3"),
            ("<style>:root { color-scheme: dark }</style>", "limite=3&apparence=sombre"),
            ("<style>:root { color-scheme: light dark }</style><body dir=rtl>", "limite=3"),
        ] {
            let body = format!("{style}<script async src='SITE/embed.js' data-src='embed/?{query}'></script>");
            host.show(browser, &body).await?;
            fits(browser, 0).await?;
            enter(browser, 0).await?;
            let audit = browser.assert_accessible().await;
            leave(browser).await?;
            audit.with_context(|| format!("{} device, {style} {query}", scheme.name()))?;
            browser.assert_no_sideways_scroll().await?;
        }
    }
    Ok(())
}

async fn prints(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    let body = "<h1>Mairie</h1><script async src='SITE/embed.js' data-src='embed/communs/terristory/'></script>";
    host.show(browser, body).await?;
    fits(browser, 0).await?;
    // The driver of WebKit prints nothing.
    if browser.engine() != Engine::WebKit {
        let pdf = browser.client().print(PrintConfiguration::default()).await.context("it does not print")?;
        ensure!(pdf.starts_with(b"%PDF-") && pdf.len() > 10_000, "{} bytes", pdf.len());
    }
    fits(browser, 0).await?;
    let there: bool = in_frame(browser, 0, "return Boolean(document.querySelector('main h1'))").await?;
    ensure!(there, "printing lost the page");
    browser.assert_quiet().await
}
