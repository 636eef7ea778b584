//! The identity of a host's site, by its data alone, on the site that is built for ours.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};
use serde_json::{Value, json};
use xtask::server::Reply;

use crate::support::{has, same, serve};

pub(crate) fn register(suite: &mut Suite) {
    suite.add("identity: name, logo, colours and links are those of the data after a reload", identity);
    suite.add("identity: a host's own style comes after ours, and never hides the focus", own_style);
}

const LOGO: &str =
    "<svg xmlns='http://www.w3.org/2000/svg' width='120' height='40'><rect width='120' height='40'/></svg>";

/// What tries to hide the ring in every way that a style has.
const STYLE: &str = ":root { --focus: transparent !important; --radius: 0 }
    h1 { color: rgb(1, 2, 3) !important }
    @layer focus { * { outline: 0 !important } }
    *, *:focus, *:focus-visible { --focus: transparent !important; outline: none !important; outline-offset: -999px !important }
    *::after { content: none !important; outline: 0 !important }";

fn library() -> Result<Value> {
    let mut data: Value = serde_json::from_str(include_str!("../fixtures/three.json"))?;
    let settings = json!({
        "title": "Logithèque",
        "footer": "Les logiciels libres de la région.",
        "publisher": "Région Brume",
        "logo": { "file": "images/logo.svg", "width": 120, "height": 40 },
        "icon": "images/logo.svg",
        "accent": "#ffe600",
        "grounds": { "light": "#c0ffc0", "dark": "#ffffff" },
        "footer_links": [{ "label": "Mentions légales", "url": "mentions.html" }],
    });
    for (key, value) in settings.as_object().into_iter().flatten() {
        data["site"][key] = value.clone();
    }
    Ok(data)
}

fn serve_library(browser: &Browser, data: &Value) {
    serve(browser, data);
    browser.server().reply("/images/logo.svg", Reply::new("image/svg+xml", LOGO));
    browser.server().reply("/site.css", Reply::new("text/css", STYLE));
}

/// The colour of links and buttons.
async fn action(browser: &Browser) -> Result<String> {
    let script = "const skip = document.querySelector('.skip-link');
        return skip ? getComputedStyle(skip).backgroundColor : getComputedStyle(document.querySelector('.frame__link')).color";
    browser.js(script, &[]).await
}

async fn identity(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    let before = action(browser).await?;
    serve_library(browser, &library()?);
    for page in ["/", "/catalogue/", "/communs/banc-de-soudure/", "/embed/"] {
        browser.open(page).await?;
        let logo = "document.querySelector('img.brand__logo')";
        browser.wait_until(&format!("{logo}?.complete && {logo}.naturalWidth > 0")).await?;
        let size: Vec<f64> = browser
            .js(&format!("const box = {logo}.getBoundingClientRect(); return [box.width, box.height]"), &[])
            .await?;
        ensure!((size[0] - 3.0 * size[1]).abs() < 1.0, "the logo keeps its shape: {size:?}");
        same("our sign", &browser.count(".brand__sign").await?, &0)?;
        ensure!(action(browser).await? != before, "{page}: links have our colour");
        browser.assert_no_sideways_scroll().await?;
        // Contrasts too: a yellow accent, a green ground and a white one in the dark are corrected.
        browser.assert_accessible().await?;
    }
    browser.open("/").await?;
    same("the name", &browser.texts(".brand__name").await?, &vec!["Logithèque".to_owned(); 2])?;
    has(&browser.text(".footer__brand").await?, "Publié par Région Brume")?;
    same(
        "the legal notice",
        &browser.attribute(".footer__brand a[rel=external]", "href").await?.as_deref(),
        &Some("/mentions.html"),
    )?;
    let icon = browser.attribute("link[rel=icon]", "href").await?.unwrap_or_default();
    ensure!(icon.ends_with("/images/logo.svg"), "{icon}");

    // What is taken out of the data goes from the page.
    let mut data = library()?;
    data["site"]["accent"] = Value::Null;
    data["site"]["grounds"] = Value::Null;
    browser.server().clear_overrides();
    serve_library(browser, &data);
    browser.reload().await?;
    same("the colour of links", &action(browser).await?, &before)
}

async fn own_style(browser: &Browser) -> Result<()> {
    let mut data = library()?;
    data["site"]["style"] = "site.css".into();
    serve_library(browser, &data);
    for page in ["/", "/catalogue/"] {
        browser.open(page).await?;
        browser.wait_until("getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)'").await?;
        for _ in 0..25 {
            let stop = browser.tab().await?;
            let ringed: bool = browser
                .js(
                    "const rings = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                       && !/^rgba.*, 0\\)$|transparent/.test(style.outlineColor) && parseFloat(style.outlineOffset) > -10;
                     const on = document.activeElement, label = on.closest('label');
                     return rings(getComputedStyle(on)) || rings(getComputedStyle(on, '::after'))
                       || !!label && rings(getComputedStyle(label))",
                    &[],
                )
                .await?;
            ensure!(ringed, "{stop} of {page} shows no focus");
        }
    }
    browser.assert_quiet().await
}
