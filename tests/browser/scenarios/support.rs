//! What several themes share: the data as it is served, and how it is read on
//! the page.

use std::fmt::Debug;
use std::fs;

use anyhow::{Context, Result, ensure};
use communs_browser_tests::Browser;
use serde_json::{Value, json};
use xtask::server::Reply;

/// Where the app asks for the data.
pub(crate) const DATA: &str = "/catalogue.json";

/// The data of the repository, which the site is built with.
pub(crate) fn data() -> Result<Value> {
    let file = xtask::paths::root().join("public/catalogue.json");
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {file:?}"))?;
    serde_json::from_str(&text).with_context(|| format!("cannot read {file:?}"))
}

pub(crate) fn entries(data: &Value) -> &[Value] {
    list(data, "entries")
}

/// The entries of one kind, in the order of the data.
pub(crate) fn of_kind<'data>(data: &'data Value, kind: &str) -> impl Iterator<Item = &'data Value> + use<'data> {
    let kind = kind.to_owned();
    entries(data).iter().filter(move |entry| entry["kind"] == *kind)
}

pub(crate) fn entry<'data>(data: &'data Value, id: &str) -> Result<&'data Value> {
    entries(data).iter().find(|entry| entry["id"] == *id).with_context(|| format!("the data has no entry {id}"))
}

/// The same, to be spoiled.
pub(crate) fn entry_mut<'data>(data: &'data mut Value, id: &str) -> Result<&'data mut Value> {
    data["entries"]
        .as_array_mut()
        .into_iter()
        .flatten()
        .find(|entry| entry["id"] == *id)
        .with_context(|| format!("the data has no entry {id}"))
}

/// A list of the data; an absent one is empty.
pub(crate) fn list<'data>(value: &'data Value, key: &str) -> &'data [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// A text of the data; an absent one is empty.
pub(crate) fn text<'data>(value: &'data Value, key: &str) -> &'data str {
    value[key].as_str().unwrap_or_default()
}

/// The first address of the site of an entry.
pub(crate) fn site_of(entry: &Value) -> &str {
    list(entry, "links").iter().find(|link| link["kind"] == "site").map_or("", |link| text(link, "url"))
}

/// The address of the page of an entry.
pub(crate) fn entry_page_of(entry: &Value) -> String {
    let folder = match text(entry, "kind") {
        "commun" => "communs",
        "programme" => "programmes",
        "organisation" => "organisations",
        "ressource" => "ressources",
        "evenement" => "evenements",
        "contribution" => "contributions",
        _ => "definitions",
    };
    format!("/{folder}/{}/", text(entry, "id"))
}

/// Serves this data from now on, to the end of the scenario.
pub(crate) fn serve(browser: &Browser, data: &Value) {
    browser.server().reply(DATA, Reply::json(data.to_string()));
}

/// Unfolds the notice on wrong data, and waits for what it tells.
pub(crate) async fn unfold_notice(browser: &Browser) -> Result<()> {
    browser.wait_for(".diagnostics").await?;
    browser.js::<()>("document.querySelector('.diagnostics details').open = true", &[]).await?;
    browser.wait_for(".diagnostics li").await
}

/// Fails, with both values, unless they are equal.
pub(crate) fn same<T: PartialEq + Debug>(what: &str, found: &T, expected: &T) -> Result<()> {
    ensure!(found == expected, "{what}:\n  found    {found:?}\n  expected {expected:?}");
    Ok(())
}

/// Fails unless a text has this in it.
pub(crate) fn has(text: &str, part: &str) -> Result<()> {
    ensure!(text.contains(part), "no {part:?} in {text:?}");
    Ok(())
}

/// Waits until the browser is there, and the page shows what is asked by then.
pub(crate) async fn at(browser: &Browser, path: &str) -> Result<()> {
    let wanted = json!(path);
    browser
        .wait_until(&format!(
            "location.pathname + location.search + location.hash === {wanted}
             && !document.querySelector('#app [aria-busy=true]')"
        ))
        .await
        .with_context(|| format!("not at {path}, or still busy"))
}

/// Clicks the first match with an event of the page, where no mouse is needed
/// or where the link leads out: nothing is followed, and what the app did with
/// the event is told as the address, then `kept` or `followed`.
pub(crate) async fn try_link(browser: &Browser, css: &str) -> Result<(String, String)> {
    browser.wait_for(css).await?;
    browser
        .js(
            "const link = document.querySelector(arguments[0]).closest('a');
             let fate = 'followed';
             // The window hears last, once the app has decided.
             addEventListener('click', event => {
               if (event.defaultPrevented) fate = 'kept';
               event.preventDefault();
             }, { once: true });
             link.click();
             return [link.href, fate]",
            &[json!(css)],
        )
        .await
}
