//! Catalogues of others, in the place of ours: each site is its host's by its data alone, and every page of it is
//! accessible and short.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Suite};
use serde_json::{Value, json};
use xtask::server::Reply;

use crate::support::{entries, entry_page_of, has, list, same, serve, text};

const FILES: [&str; 6] =
    ["awesome-selfhosted", "dpg", "landscape-cncf", "publiccode", "sill-2020", "transition-ecologique"];

/// No page is longer, at 1280 px, nor has more elements.
const HIGHEST: f64 = 12_000.0;
const MOST_ELEMENTS: usize = 2_000;

pub(crate) fn register(suite: &mut Suite) {
    for file in FILES {
        suite.add(format!("catalogues: {file} is its own site"), async move |browser: &Browser| {
            own_site(browser, file).await
        });
    }
}

fn folder() -> PathBuf {
    xtask::paths::root().join("tests/fixtures/catalogues")
}

/// Serves a catalogue with the files beside it.
fn serve_catalogue(browser: &Browser, name: &str) -> Result<Value> {
    let file = folder().join(format!("{name}.json"));
    let data = fs::read_to_string(&file).with_context(|| format!("cannot read {file:?}"))?;
    let data: Value = serde_json::from_str(&data).with_context(|| format!("cannot read {file:?}"))?;
    serve(browser, &data);
    for file in logos(&data) {
        let drawing = fs::read_to_string(folder().join(file)).with_context(|| format!("cannot read {file}"))?;
        browser.server().reply(&format!("/{file}"), Reply::new("image/svg+xml", drawing));
    }
    Ok(data)
}

/// The files of the logo: for the light theme, and for the dark one where it has its own.
fn logos(data: &Value) -> Vec<&str> {
    let logo = &data["site"]["logo"];
    [logo.as_str(), logo["file"].as_str(), logo["dark"].as_str()].into_iter().flatten().collect()
}

/// The home page, the catalogue, an entry, the first page beside them and what is said of the site.
fn pages(data: &Value) -> Result<Vec<String>> {
    let fixed = ["/", "/catalogue/", "/a-propos/"].map(str::to_owned);
    let entry = entry_page_of(entries(data).first().context("an entry")?);
    let guide = list(data, "pages").first().map(|page| format!("/{}/", text(page, "id")));
    Ok(fixed.into_iter().chain([entry]).chain(guide).collect())
}

/// The widest and the narrowest of the usual windows, each in one theme.
const LOOKS: [(u32, &str); 2] = [(1280, "clair"), (360, "sombre")];

async fn own_site(browser: &Browser, name: &str) -> Result<()> {
    browser.open("/").await?;
    let mut ours = Vec::new();
    for (_, theme) in LOOKS {
        ours.push(action(browser, theme).await?);
    }
    let data = serve_catalogue(browser, name)?;
    for page in pages(&data)? {
        browser.open(&page).await?;
        for ((width, theme), ours) in LOOKS.into_iter().zip(&ours) {
            browser.resize(width, 800).await?;
            let told = || format!("{page} at {width} px, {theme}");
            ensure!(action(browser, theme).await? != *ours, "{}: links have our colour", told());
            looks_like_itself(browser, &data).await.with_context(told)?;
            browser.assert_no_sideways_scroll().await.with_context(told)?;
            browser.assert_accessible().await.with_context(told)?;
            if width == 1280 {
                is_short(browser).await.with_context(told)?;
            }
        }
    }
    browser.assert_quiet_but_for_absences().await
}

/// The colour of links and buttons in a theme, which is that of the page from then on.
async fn action(browser: &Browser, theme: &str) -> Result<String> {
    browser
        .js(
            // Colours are judged once they have changed.
            "document.documentElement.dataset.theme = arguments[0];
             document.getAnimations().forEach(animation => animation.finish());
             return getComputedStyle(document.querySelector('.skip-link')).backgroundColor",
            &[json!(theme)],
        )
        .await
}

/// The name and the logo are those of the data.
async fn looks_like_itself(browser: &Browser, data: &Value) -> Result<()> {
    same("problems of the data", &browser.count(".diagnostics").await?, &0)?;
    let title = text(&data["site"], "title");
    has(&browser.title().await?, title)?;
    let brand: String = browser.js("return document.querySelector('.header .brand').textContent.trim()", &[]).await?;
    has(&brand, title)?;
    // Of the two files of a logo, the theme shows one.
    let shown =
        "[...document.querySelectorAll('.header img.brand__logo')].filter(logo => logo.getClientRects().length)";
    browser.wait_until(&format!("{shown}.length && {shown}.every(logo => logo.complete && logo.naturalWidth)")).await?;
    let (file, width, height, fit): (String, f64, f64, String) = browser
        .js(
            &format!(
                "const [logo] = {shown}; const box = logo.getBoundingClientRect();
                 return [new URL(logo.src).pathname.slice(1), box.width, box.height, getComputedStyle(logo).objectFit]"
            ),
            &[],
        )
        .await?;
    ensure!(logos(data).contains(&file.as_str()), "the logo is {file}");
    ensure!(width > 10.0 && height > 10.0, "the logo is {width} by {height} px");
    same("the shape of the logo is kept", &fit.as_str(), &"contain")?;
    same("our sign", &browser.count(".brand__sign").await?, &0)
}

async fn is_short(browser: &Browser) -> Result<()> {
    let (elements, height): (usize, f64) = browser
        .js("return [document.querySelectorAll('*').length, document.documentElement.scrollHeight]", &[])
        .await?;
    ensure!(elements <= MOST_ELEMENTS, "{elements} elements");
    ensure!(height <= HIGHEST, "{height} px");
    Ok(())
}
