//! How the catalogue page is read and used.

use anyhow::{Context, Result};
use communs_browser_tests::{Browser, Key};
use serde_json::json;

/// The first number of the heading of the results; none reads « Aucun ».
const COUNT: &str = "(parseInt(document.querySelector('#count').innerText) || 0)";

/// Counts what the page adds to the history; to be run before the page.
const HISTORY_HOOK: &str = "
    window.__history = { pushState: 0, replaceState: 0 };
    for (const name of ['pushState', 'replaceState']) {
      const original = history[name];
      history[name] = function () {
        window.__history[name] += 1;
        return original.apply(this, arguments);
      };
    }";

/// The number of results that the page announces.
pub(crate) async fn count(browser: &Browser) -> Result<usize> {
    browser.js(&format!("return {COUNT}"), &[]).await
}

/// Waits until the page announces this number of results.
pub(super) async fn wait_count(browser: &Browser, expected: usize) -> Result<()> {
    let result = browser.wait_until(&format!("{COUNT} === {expected}")).await;
    if result.is_ok() {
        return Ok(());
    }
    let found = count(browser).await?;
    result.with_context(|| format!("{found} results instead of {expected}"))
}

/// The names of the results shown, in any of the three views.
pub(crate) async fn names(browser: &Browser) -> Result<Vec<String>> {
    browser.texts(".results li.result h3, .results .card__title, .results tbody th a").await
}

/// The names, in alphabetical order of their bytes, to compare sets.
pub(super) async fn sorted_names(browser: &Browser) -> Result<Vec<String>> {
    let mut names = names(browser).await?;
    names.sort();
    Ok(names)
}

/// Replaces what is in the search field, key by key.
pub(super) async fn search(browser: &Browser, text: &str) -> Result<()> {
    browser.type_into("#q", "").await?;
    browser.press_with(Key::Control, 'a').await?;
    browser.press(Key::Delete).await?;
    browser.type_text(text).await
}

/// Opens a tab by a click of the mouse.
pub(super) async fn open_tab(browser: &Browser, name: &str) -> Result<()> {
    // The number of results is in the link too.
    browser
        .click_found(&format!(
            "[...document.querySelectorAll('.tabs a')].find(tab => tab.innerText.startsWith({}))",
            json!(name)
        ))
        .await
}

/// Counts entries of the history from the next page on.
pub(super) fn watch_history(browser: &Browser) {
    browser.before_page(HISTORY_HOOK);
}

/// How many entries of the history the page has added.
pub(super) async fn pushed(browser: &Browser) -> Result<usize> {
    browser.js("return window.__history.pushState", &[]).await
}

/// The element of a group of the panel, as a JavaScript expression.
pub(super) fn group(title: &str) -> String {
    format!(
        "[...document.querySelectorAll('details.facet')].find(group =>
           group.querySelector('summary').firstChild.textContent.trim() === {})",
        json!(title)
    )
}

/// The element of a value of a group.
pub(super) fn option(title: &str, label: &str) -> String {
    format!(
        "[...({})?.querySelectorAll('label.option') ?? []].find(option =>
           option.querySelector('span').innerText.trim() === {})",
        group(title),
        json!(label)
    )
}

/// A value of a group, as the visitor sees it.
#[derive(Clone, Debug, serde::Deserialize)]
pub(super) struct Value {
    pub(super) label: String,
    pub(super) count: usize,
    pub(super) chosen: bool,
    pub(super) disabled: bool,
}

/// The values that a group shows, once it is open.
pub(super) async fn values(browser: &Browser, title: &str) -> Result<Vec<Value>> {
    let script = format!(
        "const group = {};
         if (!group.open) group.querySelector('summary').click();
         return [...group.querySelectorAll('label.option')].map(option => ({{
           label: option.querySelector('span').innerText.trim(),
           count: parseInt(option.querySelector('.option__count').innerText),
           chosen: option.querySelector('input').checked,
           disabled: option.querySelector('input').disabled,
         }}))",
        group(title)
    );
    browser.js(&script, &[]).await
}

/// Every value of a group, also those behind « Afficher n de plus ».
pub(super) async fn all_values(browser: &Browser, title: &str) -> Result<Vec<Value>> {
    browser
        .js::<()>(
            &format!("const more = ({}).querySelector('button[aria-expanded=false]'); more?.click()", group(title)),
            &[],
        )
        .await?;
    browser.wait_until(&format!("!({}).querySelector('button[aria-expanded=false]')", group(title))).await?;
    values(browser, title).await
}

/// One value of a group.
pub(super) async fn value(browser: &Browser, title: &str, label: &str) -> Result<Value> {
    values(browser, title)
        .await?
        .into_iter()
        .find(|value| value.label == label)
        .with_context(|| format!("{title} has no {label}"))
}

/// Chooses a value, or gives it up, by a click of the mouse.
pub(super) async fn toggle(browser: &Browser, title: &str, label: &str) -> Result<()> {
    values(browser, title).await?;
    browser.click_found(&option(title, label)).await
}
