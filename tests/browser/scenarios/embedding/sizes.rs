//! A frame works alone; with the script it is as high as what it shows.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};

use super::host::{Host, attributes, fits, heights, in_frame, wait_in_frame};
use crate::support::same;

pub(super) fn register(suite: &mut Suite) {
    suite.add("embedding: a frame works without anything else", alone);
    suite.add("embedding: a frame alone is as high as its content where browsers know how", native);
    suite.add("embedding: the script, the element and frames that were there get their height", every_way);
    suite.add("embedding: the height follows what the element is asked", follows);
    suite.add("embedding: a script that comes late catches up", late);
    suite.add("embedding: what was hidden gets its height when it is shown", hidden);
    suite.add("embedding: lists, cards, tables, entry pages and what is missing get their height", views);
}

async fn alone(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    let body = "<h1>Mairie</h1>
        <iframe src='SITE/embed/' title='Communs' width='100%' height=400 loading=lazy style='border: 0'></iframe>";
    host.show(browser, body).await?;
    wait_in_frame(browser, 0, "document.querySelectorAll('.result').length > 2").await?;
    same("its height", &heights(browser).await?, &vec![400.0])?;
    let scrolled: f64 = in_frame(browser, 0, "scrollTo(0, 200); return scrollY").await?;
    ensure!(scrolled > 100.0, "its page does not scroll: {scrolled}");
    browser.assert_quiet().await
}

/// Where browsers size frames by themselves, the code of a plain frame asks for it; elsewhere it keeps its
/// height and scrolls.
async fn native(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    let body = "<iframe src='SITE/embed/?limite=12' title='Communs' width='100%' height='600'
        style='border:0;height:auto;min-height:600px;frame-sizing:content-height' loading='lazy'></iframe>";
    host.show(browser, body).await?;
    wait_in_frame(browser, 0, "document.querySelectorAll('.result').length > 2").await?;
    let is_known: bool = browser.js("return CSS.supports('frame-sizing', 'content-height')", &[]).await?;
    if !is_known {
        return same("its height", &heights(browser).await?[0].round(), &600.0);
    }
    let before = fits(browser, 0).await?;
    ensure!(before > 1000.0, "twelve results are {before} px high");
    // What is shown changes: so does the frame, and no further.
    in_frame::<Option<()>>(browser, 0, "document.querySelector('.facets details:not([open]) > summary')?.click()")
        .await?;
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    let after = fits(browser, 0).await?;
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    same("the height once settled", &fits(browser, 0).await?, &after)
}

async fn every_way(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    let body = "<style>* { box-sizing: border-box }</style>
        <script async src='SITE/embed.js' data-src='embed/communs/grist/' data-title='Grist'></script>
        <communs-catalogue limite=3 title='Trois communs'><a href='SITE/catalogue/'>Communs</a></communs-catalogue>
        <iframe src='SITE/embed/?limite=2' title='Deux communs' loading=lazy style='border: 5px solid; width: 90%'></iframe>";
    host.show(browser, body).await?;
    let mut found = Vec::new();
    for rank in 0..3 {
        found.push(fits(browser, rank).await?);
        let spare: f64 = in_frame(browser, rank, "return document.documentElement.scrollHeight - innerHeight").await?;
        ensure!(spare <= 0.0, "frame {rank} still scrolls by {spare} px");
    }
    ensure!(found[2] < found[1], "two results are not higher than three: {found:?}");
    let titles = ["Grist", "Trois communs", "Deux communs"].map(|title| Some(title.to_owned()));
    same("the titles", &attributes(browser, "title").await?, &titles.to_vec())?;
    same("loading", &attributes(browser, "loading").await?, &vec![Some("lazy".to_owned()); 3])?;
    ensure!(!browser.is_visible("communs-catalogue a").await?, "the link for those without a script shows");
    browser.assert_no_sideways_scroll().await?;
    browser.assert_quiet().await
}

async fn follows(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    let body = "<script async src='SITE/embed.js'></script><communs-catalogue limite=12></communs-catalogue>";
    host.show(browser, body).await?;
    let before = fits(browser, 0).await?;
    let steps: u32 = browser.js("return history.length", &[]).await?;
    for (name, value) in [("limite", "1"), ("src", "embed/communs/grist/"), ("vue", "carte")] {
        browser
            .js::<()>(
                "document.querySelector('communs-catalogue').setAttribute(arguments[0], arguments[1])",
                &[name.into(), value.into()],
            )
            .await?;
        let after = fits(browser, 0).await?;
        ensure!(after != before, "{name}={value} changes nothing: {after}");
    }
    let source = attributes(browser, "src").await?.swap_remove(0).unwrap_or_default();
    ensure!(source.ends_with("/embed/communs/grist/?limite=1&vue=carte"), "{source}");
    same("the steps of the history", &browser.js::<u32>("return history.length", &[]).await?, &steps)?;
    // Default title.
    same("the title", &attributes(browser, "title").await?, &vec![Some("Communs numériques".to_owned())])
}

async fn late(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    host.show(browser, "<iframe src='SITE/embed/' title='Communs' height=300></iframe>").await?;
    wait_in_frame(browser, 0, "document.readyState === 'complete'").await?;
    same("its height", &heights(browser).await?, &vec![300.0])?;
    let script = format!(
        "document.body.append(Object.assign(document.createElement('script'), {{ src: {:?} }}))",
        browser.server().url("/embed.js")
    );
    browser.js::<()>(&script, &[]).await?;
    fits(browser, 0).await?;
    Ok(())
}

async fn hidden(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    let body = "<script async src='SITE/embed.js'></script>
        <details><summary>Les communs</summary><communs-catalogue limite=3></communs-catalogue></details>
        <div hidden><iframe src='SITE/embed/' title='Communs' height=300></iframe></div>";
    host.show(browser, body).await?;
    browser.wait_until("document.querySelector('communs-catalogue').shadowRoot").await?;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    browser
        .js::<()>("document.querySelector('details').open = true; document.querySelector('div').hidden = false", &[])
        .await?;
    for rank in 0..2 {
        fits(browser, rank).await?;
    }
    Ok(())
}

async fn views(browser: &Browser) -> Result<()> {
    let host = Host::start()?;
    for view in ["?vue=cartes", "?vue=tableau", "?q=zzz", "communs/terristory/", "communs/rien/"] {
        let body = format!("<script async src='SITE/embed.js' data-src='embed/{view}'></script>");
        host.show(browser, &body).await?;
        browser.wait_for("iframe").await?;
        fits(browser, 0).await?;
    }
    Ok(())
}
