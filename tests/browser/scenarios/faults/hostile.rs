//! Data that would harm: scripts in links, markup in texts, texts without end.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};
use serde_json::{Value, json};

use super::notice;
use crate::support::{data, entry_mut, has, same, serve};

pub(super) fn register(suite: &mut Suite) {
    suite.add("faults: no link ever runs a script", script_links);
    suite.add("faults: markup in texts is shown as text", markup);
    suite.add("faults: markup in addresses is shown as text", markup_in_addresses);
    suite.add("faults: a text of 5 MB is cut, and told", endless);
}

const SCRIPTS: [&str; 7] = [
    "javascript:window.__ran=1",
    "JaVaScRiPt:window.__ran=1",
    " javascript:window.__ran=1",
    "java\nscript:window.__ran=1",
    "\u{1}javascript:window.__ran=1",
    "data:text/html,<script>window.__ran=1</script>",
    "vbscript:window.__ran=1",
];

async fn script_links(browser: &Browser) -> Result<()> {
    let mut data = data()?;
    let links: Vec<_> = SCRIPTS.iter().map(|url| json!({ "url": url, "label": "Piège", "kind": "site" })).collect();
    let entry = entry_mut(&mut data, "openstreetmap")?;
    entry["links"] = json!(links);
    entry["emails"] = json!(["a@b.fr?subject=x&body=y", "javascript:window.__ran=1"]);
    entry["licence"] = json!({ "id": "piege" });
    data["vocabularies"]["licence"] = json!([{ "id": "piege", "label": "Piège", "url": SCRIPTS[0] }]);
    data["documents"][0]["url"] = json!(SCRIPTS[0]);
    data["site"]["contact"] = json!(SCRIPTS[0]);
    data["site"]["repository"] = json!(SCRIPTS[0]);
    data["grids"][0]["link"] = json!("site");
    serve(browser, &data);
    for page in ["/", "/catalogue/?vue=cartes", "/communs/openstreetmap/", "/a-propos/"] {
        browser.open(page).await?;
        let schemes: Vec<String> = browser
            .js(
                "return [...new Set([...document.querySelectorAll('[href], [src], [action]')]
                   .flatMap(e => ['href', 'src', 'action'].map(name => e.getAttribute(name)))
                   .filter(Boolean).map(address => new URL(address, location.href).protocol))]",
                &[],
            )
            .await?;
        for scheme in schemes {
            ensure!(["http:", "https:", "mailto:"].contains(&scheme.as_str()), "{page} has a link of {scheme}");
        }
    }
    let words = notice(browser).await?;
    for part in ["].links[0].url", "].links[6].url", "n’est pas une adresse http, https ou mailto", "site.contact"] {
        has(&words, part)?;
    }
    browser.wait_until("window.__ran === undefined").await
}

const MARKUP: &str =
    "<img src=x onerror=\"window.__ran=1\"><b id=\"bold\">gras</b><script>window.__ran=1</script>&amp;";

async fn markup(browser: &Browser) -> Result<()> {
    let mut data = data()?;
    let text = json!(MARKUP);
    for key in ["heading", "introduction", "invitation_heading", "invitation", "title"] {
        data["site"][key] = text.clone();
    }
    data["site"]["examples"] = json!([MARKUP]);
    data["site"]["about"] = json!([{ "heading": MARKUP, "paragraphs": [MARKUP] }]);
    data["grids"][0]["heading"] = text.clone();
    data["grids"][0]["lead"] = text.clone();
    data["vocabularies"]["theme"][0]["label"] = text.clone();
    data["vocabularies"]["theme"][0]["motif"] = json!("\"><b id=bold>");
    data["vocabularies"]["need"][0]["icon"] = json!("\"><b id=bold>");
    data["documents"][0]["title"] = text.clone();
    let entry = entry_mut(&mut data, "openstreetmap")?;
    for key in ["name", "summary", "nature_detail", "need", "governance", "initiated_basis", "note"] {
        entry[key] = text.clone();
    }
    for key in ["description", "aliases", "keywords", "levers", "technologies", "handles"] {
        entry[key] = json!([MARKUP]);
    }
    entry["call"] = json!({ "label": MARKUP, "text": MARKUP });
    entry["needs"] = json!([{ "text": MARKUP, "tag": "financement" }]);
    entry["metrics"] = json!([{ "label": MARKUP, "value": MARKUP }]);
    entry["dates"] = json!([{ "label": MARKUP, "text": MARKUP }]);
    entry["maturity"]["resource"] = json!({ "stage": MARKUP, "note": MARKUP });
    serve(browser, &data);
    for page in [
        "/",
        "/catalogue/?q=onerror",
        "/catalogue/?q=onerror&vue=cartes",
        "/catalogue/?q=onerror&vue=tableau",
        "/communs/openstreetmap/",
        "/a-propos/",
    ] {
        browser.open(page).await?;
        shows_markup(browser, page).await?;
    }
    // A word of it is marked without waking the rest.
    browser.open("/catalogue/?q=onerror").await?;
    same("the name", &browser.text(".result h3").await?.as_str(), &MARKUP)?;
    same("the mark", &browser.text(".result h3 mark").await?.as_str(), &"onerror")
}

/// Checks that the page shows the markup and holds none of it.
async fn shows_markup(browser: &Browser, page: &str) -> Result<()> {
    has(&browser.text("#app main").await?, "<b id=\"bold\">gras</b><script>")?;
    let made = browser.count("#bold, #app img, #app script, [onerror]").await?;
    ensure!(made == 0, "{page} made elements of a text");
    browser.wait_until("window.__ran === undefined").await
}

async fn markup_in_addresses(browser: &Browser) -> Result<()> {
    let encoded: String = browser.js("return encodeURIComponent(arguments[0])", &[Value::from(MARKUP)]).await?;
    for page in [
        format!("/catalogue/?q={encoded}"),
        format!("/catalogue/?tri={encoded}"),
        format!("/catalogue/?theme={encoded}"),
        format!("/communs/{encoded}/"),
        format!("/{encoded}"),
    ] {
        browser.open(&page).await?;
        let made = browser.count("#bold, #app img, #app script, [onerror]").await?;
        ensure!(made == 0, "{page} made elements of an address");
        browser.wait_until("window.__ran === undefined").await?;
    }
    Ok(())
}

async fn endless(browser: &Browser) -> Result<()> {
    let mut data = data()?;
    let entry = entry_mut(&mut data, "terristory")?;
    entry["summary"] = json!(format!("Début. {}", "long ".repeat(1_000_000)));
    serve(browser, &data);
    let start = Instant::now();
    browser.open("/communs/terristory/").await?;
    let words = notice(browser).await?;
    for part in ["].summary", "5 000 006 caractères, 20 000 au plus", "Le début est affiché."] {
        has(&words, part)?;
    }
    has(&browser.text(".lead").await?, "Début. long long")?;
    let shown: usize = browser.js("return document.querySelector('.lead').innerText.length", &[]).await?;
    ensure!(shown <= 20_001, "{shown} characters are shown");
    browser.assert_no_sideways_scroll().await?;
    browser.open("/catalogue/?q=terristory").await?;
    browser.wait_for_text(".result h3", "TerriSTORY").await?;
    ensure!(start.elapsed() < Duration::from_secs(10), "two pages took {:?}", start.elapsed());
    Ok(())
}
