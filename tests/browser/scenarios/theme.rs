//! Light and dark.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Scheme, Suite};

use crate::support::same;

pub(crate) fn register(suite: &mut Suite) {
    suite.add("theme: the device's choice is followed by default", follows_device);
    suite.add("theme: a choice is applied and remembered", remembered);
    suite.add("theme: a choice is known before the page is painted", before_paint);
    suite.add("theme: without storage the choice holds for the page", without_storage);
    suite.add("theme: a stored word that means nothing is ignored", nonsense);
}

/// The lightness of the page's ground, from 0 to 255.
async fn ground(browser: &Browser) -> Result<u32> {
    browser
        .js(
            "const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
               .getContext('2d');
             pen.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
             pen.fillRect(0, 0, 1, 1);
             const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
             return Math.round((red + green + blue) / 3)",
            &[],
        )
        .await
}

/// Checks that the page is light, or dark.
async fn is(browser: &Browser, scheme: Scheme) -> Result<()> {
    let ground = ground(browser).await?;
    let right = match scheme {
        Scheme::Light => ground > 200,
        Scheme::Dark => ground < 60,
    };
    ensure!(right, "the ground is {ground} instead of {}", scheme.name());
    Ok(())
}

/// Opens the panel and chooses, as a visitor does.
async fn choose(browser: &Browser, label: &str) -> Result<()> {
    if browser.count("#panel-display:popover-open").await? == 0 {
        browser.click("button[popovertarget=panel-display]").await?;
        browser.wait_for("#panel-display:popover-open").await?;
    }
    browser.click_text("#panel-display label", label).await
}

async fn follows_device(browser: &Browser) -> Result<()> {
    for scheme in Scheme::ALL {
        browser.set_scheme(scheme).await?;
        browser.open("/").await?;
        is(browser, scheme).await?;
        same("the attribute", &browser.attribute("html", "data-theme").await?, &None)?;
    }
    Ok(())
}

async fn remembered(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    is(browser, Scheme::Light).await?;
    for (label, theme, scheme) in [
        ("Sombre", Some("sombre"), Scheme::Dark),
        ("Clair", Some("clair"), Scheme::Light),
        ("Sombre", Some("sombre"), Scheme::Dark),
        ("Comme mon appareil", None, Scheme::Light),
    ] {
        choose(browser, label).await?;
        let expected = theme.map(str::to_owned);
        same(label, &browser.attribute("html", "data-theme").await?, &expected)?;
        is(browser, scheme).await?;
        for page in ["/catalogue/", "/communs/terristory/"] {
            browser.open(page).await?;
            same(label, &browser.attribute("html", "data-theme").await?, &expected)?;
            is(browser, scheme).await?;
        }
        let chosen: String = browser
            .js("return document.querySelector('#panel-display :checked').closest('label').textContent", &[])
            .await?;
        same("the choice shown", &chosen.trim(), &label)?;
    }
    Ok(())
}

async fn before_paint(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    choose(browser, "Sombre").await?;
    // The attribute as it was when the body began, long before the app.
    browser.before_page(
        "new MutationObserver((_, observer) => {
           if (!document.body) return;
           window.__theme = document.documentElement.dataset.theme ?? 'none';
           observer.disconnect();
         }).observe(document.documentElement, { childList: true, subtree: true })",
    );
    browser.open("/").await?;
    let theme: String = browser.js("return window.__theme", &[]).await?;
    same("the theme at the first paint", &theme.as_str(), &"sombre")
}

async fn without_storage(browser: &Browser) -> Result<()> {
    browser.deny_storage();
    browser.open("/").await?;
    choose(browser, "Sombre").await?;
    is(browser, Scheme::Dark).await?;
    browser.click("footer a[href='/catalogue/']").await?;
    browser.wait_for_text("main h1", "Catalogue").await?;
    is(browser, Scheme::Dark).await?;
    browser.assert_quiet().await
}

async fn nonsense(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    browser.js::<()>("localStorage.setItem('theme', 'violet\"><script>')", &[]).await?;
    browser.open("/").await?;
    same("the attribute", &browser.attribute("html", "data-theme").await?, &None)?;
    is(browser, Scheme::Light).await?;
    browser.assert_quiet().await
}
