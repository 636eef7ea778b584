//! What every page must be: accessible, quiet, alone, whole at every width.

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Engine, Suite};
use serde_json::json;

use crate::PAGES;
use crate::support::{has, same};

pub(crate) fn register(suite: &mut Suite) {
    for page in PAGES {
        suite.add(format!("quality: {page}"), async move |browser: &Browser| {
            sound(browser, page).await?;
            accessible(browser).await?;
            fits(browser).await
        });
    }
    suite.add("quality: each page has its own title", titles);
    suite.add("quality: a first visit takes few requests", requests);
    suite.add("quality: the open panels are accessible too", panels);
}

/// Loads a page and looks at all that does not depend on the window.
async fn sound(browser: &Browser, page: &str) -> Result<()> {
    browser.open(page).await?;
    ensure!(!browser.title().await?.is_empty(), "no title");
    same("the language", &browser.attribute("html", "lang").await?.as_deref(), &Some("fr"))?;
    let shown = |css: &'static str| async move {
        browser
            .js::<Vec<String>>(
                "return [...document.querySelectorAll(arguments[0])]
                   .filter(e => e.getClientRects().length > 0).map(e => e.localName)",
                &[json!(css)],
            )
            .await
    };
    same("main parts", &shown("main").await?.len(), &1)?;
    same("main headings", &shown("h1").await?.len(), &1)?;
    let headings = shown("h1, h2, h3, h4").await?;
    ensure!(
        headings.windows(2).all(|pair| pair[1] <= pair[0] || pair[1].as_bytes()[1] == pair[0].as_bytes()[1] + 1),
        "a level of heading is skipped: {headings:?}"
    );
    let foreign = browser.foreign_requests().await?;
    ensure!(foreign.is_empty(), "it asks other sites: {}", foreign.join(", "));
    if page.starts_with("/rien") {
        return browser.assert_quiet_but_for_absences().await;
    }
    browser.assert_quiet().await
}

/// Audits the widest and the narrowest of the usual windows, light and dark: the attribute is that
/// of the visitor's own choice. Chromium audits each with each; the others, each once.
async fn accessible(browser: &Browser) -> Result<()> {
    for (width, themes) in [(1280, ["clair", "sombre"]), (360, ["sombre", "clair"])] {
        browser.resize(width, 800).await?;
        let audited = if browser.engine() == Engine::Chromium { 2 } else { 1 };
        for theme in &themes[..audited] {
            browser
                .js::<()>(
                    // Colours are judged once they have changed.
                    "document.documentElement.dataset.theme = arguments[0];
                     document.getAnimations().forEach(animation => animation.finish())",
                    &[json!(theme)],
                )
                .await?;
            browser.assert_accessible().await.with_context(|| format!("at {width} px, {theme}"))?;
        }
    }
    Ok(())
}

async fn fits(browser: &Browser) -> Result<()> {
    for width in [1280, 768, 360, 320] {
        browser.resize(width, 800).await?;
        browser.assert_no_sideways_scroll().await.with_context(|| format!("at {width} px"))?;
    }
    browser.resize(360, 800).await?;
    browser.zoom_text(2.0).await?;
    browser.assert_no_sideways_scroll().await.context("with text of 200 % at 360 px")
}

async fn titles(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    let mut titles = vec![browser.title().await?];
    browser.click(".card .card__title a").await?;
    browser.wait_for(".plate").await?;
    titles.push(browser.title().await?);
    for page in ["Catalogue", "À propos"] {
        browser.click_text("header nav a", page).await?;
        browser.wait_for_text("main h1", page).await?;
        titles.push(browser.title().await?);
    }
    for title in &titles {
        has(title, " · Communs")?;
    }
    titles.sort();
    titles.dedup();
    same("different titles", &titles.len(), &4)
}

async fn requests(browser: &Browser) -> Result<()> {
    for page in ["/", "/communs/terristory/", "/catalogue/"] {
        browser.forget().await?;
        browser.server().clear_requests();
        browser.open(page).await?;
        // Each browser asks for the icons that it likes, some for the manifest that names them.
        const ICONS: [&str; 3] = ["/favicon.svg", "/apple-touch-icon.png", "/manifest.webmanifest"];
        let asked = browser.server().requests().into_iter().map(|request| request.path);
        let asked: Vec<_> = asked.filter(|path| !ICONS.contains(&path.as_str())).collect();
        let mut once = asked.clone();
        once.sort();
        once.dedup();
        ensure!(once.len() <= 13, "{} requests: {}", once.len(), asked.join(", "));
        // WebKit asks again for what it has preloaded, of a server that forbids to keep files.
        if browser.engine() != Engine::WebKit {
            same("requests made twice", &(asked.len() - once.len()), &0).with_context(|| asked.join(", "))?;
        }
    }
    Ok(())
}

async fn panels(browser: &Browser) -> Result<()> {
    browser.resize(360, 800).await?;
    browser.open("/catalogue/?theme=mobilite").await?;
    browser.click("button[aria-haspopup=dialog]").await?;
    browser.wait_for("dialog#filters:modal").await?;
    browser.assert_accessible().await.context("the sheet of facets")?;
    browser.assert_no_sideways_scroll().await?;
    browser.zoom_text(2.0).await?;
    let sticks_out: bool = browser
        .js(
            "const sheet = document.querySelector('#filters .facets');
             return sheet.scrollWidth > sheet.clientWidth + 1",
            &[],
        )
        .await?;
    ensure!(!sticks_out, "the sheet scrolls sideways with text of 200 %");
    browser.open("/").await?;
    for panel in ["panel-menu", "panel-display"] {
        browser.click(&format!("button[popovertarget={panel}]")).await?;
        browser.wait_for(&format!("#{panel}:popover-open")).await?;
        browser.assert_accessible().await.with_context(|| panel.to_owned())?;
        browser.press(communs_browser_tests::Key::Escape).await?;
    }
    Ok(())
}
