//! What the device keeps: one truth for every tab, for pages that Back restores, and for each site of a host.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Suite};
use serde_json::json;

use crate::support::{data, entries, same};

pub(super) fn register(suite: &mut Suite) {
    suite.add("device: what another tab keeps or chooses is followed", tabs);
    suite.add("device: a page that Back restores shows what is kept now", restored);
    suite.add("device: Back to a page after everything was taken out", back);
    suite.add("device: two sites of a host keep apart", apart);
    suite.add("device: what the release before kept still is", former);
    suite.add("device: what the catalogue no longer has does not count", gone);
    suite.add("device: what another application keeps does not count", strangers);
    suite.add("device: the number is known before the app", before_app);
    suite.add("device: what finds no room there is kept for the visit", full);
    suite.add("device: a selection at its limit says so", at_limit);
}

const KEEP: &str = ".plate .keep";

/// The number in the header; nothing while nothing is kept.
const NUMBER: &str = "(badge => getComputedStyle(badge).visibility === 'hidden' ? '' : badge.textContent.trim())\
                      (document.querySelector('.header__tools .badge'))";

async fn number(browser: &Browser, expected: &str) -> Result<()> {
    if browser.wait_until(&format!("{NUMBER} === {}", json!(expected))).await.is_ok() {
        return Ok(());
    }
    same("the number", &browser.js::<String>(&format!("return {NUMBER}"), &[]).await?, &expected.to_owned())
}

async fn pressed(browser: &Browser, expected: bool) -> Result<()> {
    browser.wait_for(&format!("{KEEP}[aria-pressed={expected}]")).await.context("the button")
}

async fn keep(browser: &Browser, name: &str, value: Option<&str>) -> Result<()> {
    let script = "const [name, value] = arguments;
        if (value === null) localStorage.removeItem(name);
        else localStorage.setItem(name, value)";
    browser.js(script, &[json!(name), json!(value)]).await
}

async fn kept(browser: &Browser, name: &str) -> Result<Option<String>> {
    browser.js("return localStorage.getItem(arguments[0])", &[json!(name)]).await
}

async fn tabs(browser: &Browser) -> Result<()> {
    browser.open("/communs/grist/").await?;
    let client = browser.client();
    let first = client.window().await?;
    let second = client.new_window(true).await?.handle;
    client.switch_to_window(second).await?;
    browser.open("/communs/grist/").await?;
    browser.click(KEEP).await?;
    pressed(browser, true).await?;
    browser.click("button[popovertarget=panel-display]").await?;
    browser.click_text("#panel-display label", "Sombre").await?;
    client.switch_to_window(first.clone()).await?;
    let followed = async {
        pressed(browser, true).await?;
        number(browser, "1").await?;
        browser.wait_for("html[data-theme=sombre]").await?;
        browser.wait_until("document.querySelectorAll('#panel-display input')[2].checked").await?;
        // What is pressed here is what is seen here.
        browser.click(KEEP).await?;
        pressed(browser, false).await?;
        same("what is kept", &kept(browser, "/selection").await?, &None)
    }
    .await;
    for tab in client.windows().await? {
        if tab != first {
            client.switch_to_window(tab).await?;
            client.close_window().await?;
        }
    }
    client.switch_to_window(first).await?;
    followed
}

/// Says that Back has restored the page, as browsers that set pages aside do.
const RESTORE: &str = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";

async fn restored(browser: &Browser) -> Result<()> {
    browser.open("/communs/grist/").await?;
    browser.click(KEEP).await?;
    pressed(browser, true).await?;
    keep(browser, "/selection", None).await?;
    keep(browser, "theme", Some("sombre")).await?;
    browser.js::<bool>(&format!("return {RESTORE}"), &[]).await?;
    pressed(browser, false).await?;
    number(browser, "").await?;
    same("the theme", &browser.attribute("html", "data-theme").await?.as_deref(), &Some("sombre"))?;
    browser.wait_until("document.querySelectorAll('#panel-display input')[2].checked").await?;
    // Before the app too.
    browser.load("/communs/grist/").await?;
    keep(browser, "/selection", Some("grist,panoramax")).await?;
    keep(browser, "theme", None).await?;
    browser.js::<bool>(&format!("return {RESTORE}"), &[]).await?;
    number(browser, "2").await?;
    same("the theme", &browser.attribute("html", "data-theme").await?, &None)?;
    same("the app", &browser.attribute("html", "data-app").await?.as_deref(), &Some("waiting"))
}

async fn back(browser: &Browser) -> Result<()> {
    browser.open("/communs/grist/").await?;
    browser.click(KEEP).await?;
    pressed(browser, true).await?;
    browser.click(".header__tools a.tool").await?;
    browser.wait_for(".kept").await?;
    browser.click_text("main .tools button", "Tout retirer").await?;
    browser.wait_gone(".kept").await?;
    for _ in 0..3 {
        browser.back().await?;
        // The first step back may be within the list.
        let is_there = browser.wait_at_most(Duration::from_secs(5), "location.pathname === '/communs/grist/'").await;
        if is_there.is_ok() {
            break;
        }
    }
    browser.wait_for(KEEP).await?;
    number(browser, "").await?;
    browser
        .wait_until(
            "dispatchEvent(new Event('wheel')) && document.documentElement.dataset.app === 'ready' \
                && document.querySelector('.plate .keep[aria-pressed=false]')",
        )
        .await?;
    browser.click(KEEP).await?;
    pressed(browser, true).await?;
    number(browser, "1").await
}

async fn full(browser: &Browser) -> Result<()> {
    browser.before_page("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };");
    browser.open("/catalogue/").await?;
    for (rank, count) in [(1, "1"), (2, "2")] {
        browser.click(&format!(".result:nth-child({rank}) .keep")).await?;
        browser.wait_for(&format!(".result:nth-child({rank}) .keep[aria-pressed=true]")).await?;
        number(browser, count).await?;
    }
    same("what is kept", &kept(browser, "/selection").await?, &None)
}

async fn at_limit(browser: &Browser) -> Result<()> {
    let data = data()?;
    let ids = entries(&data).iter().filter_map(|entry| entry["id"].as_str()).filter(|id| *id != "grist");
    let ids: Vec<&str> = ids.collect();
    let ([ids, next], last) = ([&ids[..100], &ids[100..102]].map(|ids| ids.join(",")), ids[99]);
    browser.open("/").await?;
    keep(browser, "/selection", Some(&ids)).await?;
    browser.open("/communs/grist/").await?;
    for _ in 0..2 {
        browser.click(KEEP).await?;
        let told = browser.client().get_alert_text().await?;
        ensure!(told.contains("100 fiches au plus") && told.contains("pour 1\u{a0}fiche"), "{told}");
        browser.client().accept_alert().await?;
        pressed(browser, false).await?;
    }
    same("what is kept", &kept(browser, "/selection").await?.as_deref(), &Some(ids.as_str()))?;
    // Two come, and there is room for one.
    let rest = ids.trim_end_matches(last).trim_end_matches(',');
    keep(browser, "/selection", Some(rest)).await?;
    browser.open(&format!("/selection/?ids={next}")).await?;
    browser.click_text("main .alert button", "Ajouter ces fiches à ma sélection").await?;
    let told = browser.client().get_alert_text().await?;
    ensure!(told.contains("pour 1\u{a0}fiche"), "{told}");
    browser.client().accept_alert().await?;
    let all = kept(browser, "/selection").await?.unwrap_or_default();
    same("entries", &all.split(',').count(), &100)?;
    ensure!(all.starts_with(rest), "what was kept is no more: {all}");
    Ok(())
}

async fn apart(browser: &Browser) -> Result<()> {
    for (site, others) in [("/a/", ""), ("/b/", "")] {
        browser.server().mount(site);
        browser.open(&format!("{site}communs/grist/")).await?;
        number(browser, others).await?;
        browser.click(KEEP).await?;
        number(browser, "1").await?;
    }
    browser.open("/b/selection/").await?;
    browser.click_text("main .tools button", "Tout retirer").await?;
    number(browser, "").await?;
    browser.open("/b/proposer/").await?;
    browser.wait_for("#champ-name").await?;
    browser.type_into("#champ-name", "De l’autre site").await?;
    browser.wait_until("document.querySelector('.propose__json')?.textContent.includes('autre site')").await?;
    browser.server().mount("/a/");
    browser.open("/a/communs/grist/").await?;
    number(browser, "1").await?;
    pressed(browser, true).await?;
    browser.open("/a/proposer/").await?;
    browser.wait_for("#champ-name").await?;
    same("the draft", &browser.property("#champ-name", "value").await?, &json!(""))
}

async fn former(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    keep(browser, "selection", Some("grist,panoramax")).await?;
    keep(browser, "brouillon ", Some("{\n  \"name\": \"Un essai\"\n}")).await?;
    browser.open("/communs/grist/").await?;
    number(browser, "2").await?;
    pressed(browser, true).await?;
    browser.click(KEEP).await?;
    number(browser, "1").await?;
    // What was taken out does not come back with the former list, which others may still read.
    browser.reload().await?;
    number(browser, "1").await?;
    browser.open("/selection/").await?;
    browser.click_text("main .tools button", "Tout retirer").await?;
    number(browser, "").await?;
    browser.open("/communs/grist/").await?;
    number(browser, "").await?;
    same("the former list", &kept(browser, "selection").await?.as_deref(), &Some("grist,panoramax"))?;
    browser.open("/proposer/").await?;
    browser.wait_until("document.querySelector('#champ-name')?.value === 'Un essai'").await
}

async fn gone(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    keep(browser, "/selection", Some("disparue,grist")).await?;
    browser.open("/communs/grist/").await?;
    number(browser, "1").await?;
    // It is known to the next page at once, and comes back with its entry page.
    browser.load("/a-propos/").await?;
    number(browser, "1").await?;
    same("what is kept", &kept(browser, "/selection").await?.as_deref(), &Some("grist;disparue"))
}

async fn strangers(browser: &Browser) -> Result<()> {
    for value in ["[\"grist\"]", "{\"grist\": true}", "Une partie du texte, choisie", "cellule,ligne"] {
        for key in ["selection", "/selection"] {
            browser.open("/").await?;
            browser.js::<()>("localStorage.clear()", &[]).await?;
            keep(browser, key, Some(value)).await?;
            browser.load("/communs/grist/").await?;
            if value.contains([' ', '"']) {
                number(browser, "").await?;
            }
            browser.open("/communs/grist/").await?;
            number(browser, "").await?;
        }
    }
    Ok(())
}

async fn before_app(browser: &Browser) -> Result<()> {
    browser.load("/a-propos/").await?;
    for (value, expected) in [
        (Some("grist,panoramax"), "2"),
        (Some("grist,panoramax;disparue"), "2"),
        (Some(";disparue"), ""),
        (Some("grist"), "1"),
        (Some("<b>"), ""),
        (None, ""),
    ] {
        keep(browser, "/selection", value).await?;
        browser.load("/a-propos/").await?;
        number(browser, expected).await.with_context(|| format!("{value:?}"))?;
        let app = browser.attribute("html", "data-app").await?;
        ensure!(app.as_deref() == Some("waiting"), "the app is there: {app:?}");
    }
    browser.assert_quiet().await
}
