//! What every page must be: accessible, quiet, alone, whole at every width.

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Suite, WIDTHS};
use serde_json::json;

use crate::PAGES;
use crate::support::same;

pub(crate) fn register(suite: &mut Suite) {
    for page in PAGES {
        suite.add(format!("quality: {page} is accessible"), async move |browser: &Browser| {
            accessible(browser, page).await
        });
    }
    suite.add("quality: no page scrolls sideways, even with larger text", widths);
    suite.add("quality: pages are quiet and ask nothing of others", quiet);
    suite.add("quality: a page has one main heading, one main part, a title", structure);
    suite.add("quality: a first visit takes few requests", requests);
    suite.add("quality: the open panels are accessible too", panels);
}

/// The narrowest and the widest of the usual windows, light then dark: the
/// attribute is that of the visitor's own choice.
async fn accessible(browser: &Browser, page: &str) -> Result<()> {
    browser.open(page).await?;
    for width in [360, 1280] {
        browser.resize(width, 800).await?;
        for theme in ["clair", "sombre"] {
            browser
                .js::<()>(
                    // Colours are judged once they have changed.
                    "document.documentElement.dataset.theme = arguments[0];
                     document.getAnimations().forEach(animation => animation.finish())",
                    &[json!(theme)],
                )
                .await?;
            browser.assert_accessible().await.with_context(|| format!("{page} at {width} px, {theme}"))?;
        }
    }
    Ok(())
}

async fn widths(browser: &Browser) -> Result<()> {
    for page in PAGES {
        browser.resize(1280, 800).await?;
        browser.open(page).await?;
        for width in WIDTHS.into_iter().rev().chain([320]) {
            browser.resize(width, 800).await?;
            browser.assert_no_sideways_scroll().await.with_context(|| format!("{page} at {width} px"))?;
        }
        browser.resize(360, 800).await?;
        browser.zoom_text(2.0).await?;
        browser.assert_no_sideways_scroll().await.with_context(|| format!("{page} with text of 200 % at 360 px"))?;
    }
    Ok(())
}

async fn quiet(browser: &Browser) -> Result<()> {
    for page in PAGES {
        browser.open(page).await?;
        let foreign = browser.foreign_requests().await?;
        ensure!(foreign.is_empty(), "{page} asks other sites: {}", foreign.join(", "));
        browser.assert_quiet().await.with_context(|| page.to_owned())?;
    }
    Ok(())
}

async fn structure(browser: &Browser) -> Result<()> {
    let mut titles = Vec::new();
    for page in PAGES {
        browser.open(page).await?;
        let headings: Vec<String> = browser
            .js(
                "return [...document.querySelectorAll('h1, h2, h3, h4')]
                   .filter(h => h.getClientRects().length > 0).map(h => h.localName)",
                &[],
            )
            .await?;
        let first = headings.iter().filter(|name| *name == "h1").count();
        same(page, &first, &1)?;
        ensure!(
            headings.windows(2).all(|pair| pair[1] <= pair[0] || pair[1].as_bytes()[1] == pair[0].as_bytes()[1] + 1),
            "{page} skips a level of heading: {headings:?}"
        );
        let mains: usize = browser
            .js("return [...document.querySelectorAll('main')].filter(e => e.getClientRects().length).length", &[])
            .await?;
        same(page, &mains, &1)?;
        same("the language", &browser.attribute("html", "lang").await?.as_deref(), &Some("fr"))?;
        titles.push(browser.title().await?);
    }
    titles.sort();
    titles.dedup();
    // The four states of the catalogue share theirs.
    same("different titles", &titles.len(), &(PAGES.len() - 3))
}

async fn requests(browser: &Browser) -> Result<()> {
    for page in ["/", "/communs/terristory", "/catalogue"] {
        browser.restart().await?;
        browser.server().clear_requests();
        browser.open(page).await?;
        let asked: Vec<_> = browser.server().requests().into_iter().map(|request| request.path).collect();
        ensure!(asked.len() <= 12, "{} requests: {}", asked.len(), asked.join(", "));
        let mut once = asked.clone();
        once.sort();
        once.dedup();
        same("requests made twice", &(asked.len() - once.len()), &0).with_context(|| asked.join(", "))?;
    }
    Ok(())
}

async fn panels(browser: &Browser) -> Result<()> {
    browser.resize(360, 800).await?;
    browser.open("/catalogue?theme=mobilite").await?;
    browser.click("button[aria-haspopup=dialog]").await?;
    browser.wait_for("dialog#filtres:modal").await?;
    browser.assert_accessible().await.context("the sheet of facets")?;
    browser.assert_no_sideways_scroll().await?;
    browser.zoom_text(2.0).await?;
    let sticks_out: bool = browser
        .js(
            "const sheet = document.querySelector('#filtres .facettes');
             return sheet.scrollWidth > sheet.clientWidth + 1",
            &[],
        )
        .await?;
    ensure!(!sticks_out, "the sheet scrolls sideways with text of 200 %");
    browser.open("/").await?;
    for panel in ["volet-menu", "volet-affichage"] {
        browser.click(&format!("button[popovertarget={panel}]")).await?;
        browser.wait_for(&format!("#{panel}:popover-open")).await?;
        browser.assert_accessible().await.with_context(|| panel.to_owned())?;
        browser.press(communs_browser_tests::Key::Escape).await?;
    }
    Ok(())
}
