//! What the visitor does before the app goes on in it: that alone, and on the very same thing.

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Key, Suite};
use serde_json::{Value, json};
use std::time::Duration;

use crate::support::{at, data, entry, same, serve};

pub(super) fn register(suite: &mut Suite) {
    suite.add("gestures: what a browser checks again of a former visit is none", checked_again);
    suite.add("gestures: after Back without a page cache, the address decides", back_uncached);
    suite.add("gestures: each goes to what it was made on when the data has changed", changed_data);
    suite.add("gestures: what extensions add to a page shifts none", extensions);
    suite.add("gestures: a group opened before the app stays open", opened_group);
    suite.add("gestures: a radio button chosen by the keyboard is an answer", by_keyboard);
    suite.add("gestures: a letter being composed is not cut", composed_before);
    suite.add("gestures: a letter is composed in the app too", composed_after);
    suite.add("gestures: the key / is left to who writes and to shortcuts", slash);
}

/// Keeps the app, which has all it needs, from taking the page over until [`let_in`].
const HOLD: &str = "
    const held = new Promise(resolve => { window.letIn = resolve; });
    let ask;
    Object.defineProperty(window, 'visitorNeedsApp', {
      set(value) { ask = value; },
      get() { window.asked = true; return async text => { await held; return ask(text); }; },
    });";
const TAKEN_OVER: &str = "document.documentElement.dataset.app === 'ready'";

/// Loads a page whose app is held, with a script that runs before all others.
async fn load_held(browser: &Browser, page: &str, script: &str) -> Result<()> {
    browser.before_page(&format!("{HOLD}{script}"));
    browser.load(page).await?;
    browser.wait_until("document.readyState === 'complete' && window.asked").await
}

async fn let_in(browser: &Browser) -> Result<()> {
    browser.wake().await?;
    browser.js::<()>("letIn()", &[]).await?;
    browser.wait_until(TAKEN_OVER).await
}

/// The values that are chosen, in the panel.
async fn chosen(browser: &Browser) -> Result<Vec<String>> {
    browser
        .js(
            "return [...document.querySelectorAll('.facets :checked:not([name=axis])')]
               .map(box => box.closest('label').querySelector('span').textContent)",
            &[],
        )
        .await
}

async fn checked_again(browser: &Browser) -> Result<()> {
    // Chromium says nothing of it; Firefox tells fields as if they were written in.
    let again = "addEventListener('DOMContentLoaded', () => {
        window.steps = history.length;
        for (const rank of [0, 2, 7]) document.querySelectorAll('main [type=checkbox]')[rank].checked = true;
        for (const box of document.querySelectorAll('main [type=radio]')) box.checked = true;
        const list = document.querySelector('main select');
        list.selectedIndex = list.options.length - 1;
        list.dispatchEvent(new Event('input', { bubbles: true }));
      });";
    for page in ["/catalogue/?theme=mobilite", "/catalogue/", "/integrer/?theme=mobilite"] {
        load_held(browser, page, again).await?;
        let_in(browser).await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        at(browser, page).await?;
        let steps: i32 = browser.js("return history.length - steps", &[]).await?;
        same("steps of the history", &steps, &0)?;
        let expected: &[&str] = if page.ends_with("mobilite") { &["Mobilité"] } else { &[] };
        same(page, &chosen(browser).await?, &expected.iter().map(|name| (*name).to_owned()).collect())?;
    }
    let code = browser.text(".configure__code code").await?;
    ensure!(code.contains("theme=mobilite") && !code.contains("nature="), "the code is {code}");
    // A list that was entered only to be read, after the browser had filled it.
    load_held(browser, "/catalogue/", again).await?;
    browser.js::<()>("document.querySelector('main select').focus()", &[]).await?;
    let_in(browser).await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    at(browser, "/catalogue/").await
}

async fn back_uncached(browser: &Browser) -> Result<()> {
    browser.server().set_page_header(Some(("Cache-Control", "no-store")));
    for page in ["/catalogue/?communaute=construction", "/catalogue/?theme=mobilite", "/integrer/?theme=mobilite"] {
        browser.open(page).await?;
        let before = chosen(browser).await?;
        browser.load("/a-propos/").await?;
        browser.back().await?;
        browser
            .wait_until(&format!(
                "{} && {TAKEN_OVER}",
                json!(page).to_string() + " === location.pathname + location.search"
            ))
            .await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        at(browser, page).await?;
        same(page, &chosen(browser).await?, &before)?;
        browser.forward().await.context("the step forward is lost")?;
        at(browser, "/a-propos/").await.context("the step forward is lost")?;
    }
    // Three choices: Back leads to the last one.
    browser.open("/catalogue/?theme=mobilite").await?;
    for count in [2, 3] {
        browser
            .click_found("document.querySelector('.facets [type=checkbox]:enabled:not(:checked)').closest('label')")
            .await?;
        browser.wait_until(&format!("document.querySelectorAll('.chip').length === {count}")).await?;
    }
    let page = browser.path().await?;
    let before = chosen(browser).await?;
    ensure!(before.len() == 3, "chosen: {before:?}");
    browser.load("/a-propos/").await?;
    browser.back().await?;
    browser.wait_until(&format!("location.pathname === '/catalogue/' && {TAKEN_OVER}")).await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    at(browser, &page).await?;
    same("what is chosen", &chosen(browser).await?, &before)
}

/// The button that keeps an entry, in the results.
fn keep(id: &str) -> String {
    format!("document.querySelector('.result a[href*=\"/communs/{id}/\"]').closest('.result').querySelector('.keep')")
}

/// A choice of the panel by its label.
fn option(label: &str) -> String {
    format!(
        "[...document.querySelectorAll('.facets label.option')].find(e => e.textContent.includes({}))",
        json!(label)
    )
}

async fn changed_data(browser: &Browser) -> Result<()> {
    let mut changed = data()?;
    let mut first = entry(&changed, "openstreetmap")?.clone();
    first["id"] = "tout-nouveau".into();
    first["name"] = "Tout nouveau".into();
    changed["entries"].as_array_mut().context("entries")?.insert(0, first);
    let natures = changed["vocabularies"]["nature"].as_array_mut().context("natures")?;
    natures.insert(0, json!({ "id": "toute-nouvelle", "label": "Toute nouvelle" }));
    natures.swap(1, 2);
    // A notice comes over the page, with a fold of its own.
    changed["inconnue"] = Value::from(1);
    serve(browser, &changed);
    load_held(browser, "/catalogue/", "").await?;
    browser.click_found(&keep("openstreetmap")).await?;
    browser.click_found(&keep("wikipedia")).await?;
    browser.click(".facet:nth-of-type(5) summary").await?;
    browser.click_found(&option("Plateforme")).await?;
    let opened = browser.attribute(".facet:nth-of-type(5)", "id").await?.unwrap_or_default();
    let_in(browser).await?;
    at(browser, "/catalogue/?nature=plateforme").await?;
    let kept: String = browser.js("return localStorage['/selection']", &[]).await?;
    same("what is kept", &kept.as_str(), &"openstreetmap,wikipedia")?;
    ensure!(browser.count(".diagnostics").await? == 1, "no notice: nothing was shifted");
    same("the fold of the notice", &browser.count(".diagnostics details[open]").await?, &0)?;
    same("the group", &browser.count(&format!("#{opened}[open]")).await?, &1)
}

async fn extensions(browser: &Browser) -> Result<()> {
    let added = "addEventListener('DOMContentLoaded', () => {
        document.querySelector('.facets__list').insertAdjacentHTML('afterbegin',
          '<details id=added><summary>Ajout</summary></details><label><input type=checkbox name=added> Ajout</label><button type=button>Ajout</button><select><option>1<option>2</select>');
        document.querySelector('.search').insertAdjacentHTML('afterbegin', '<input type=search name=added><input type=checkbox>');
      });";
    load_held(browser, "/catalogue/", added).await?;
    for css in ["#added summary", "[name=added][type=checkbox]", ".facets__list > button", ".search [type=checkbox]"] {
        browser.click(css).await?;
    }
    browser.type_into("[name=added][type=search]", "zzz").await?;
    browser.click_found(&option("Plateforme")).await?;
    let_in(browser).await?;
    at(browser, "/catalogue/?nature=plateforme").await?;
    same("what is chosen", &chosen(browser).await?, &vec!["Plateforme".to_owned()])?;
    let open: Vec<bool> =
        browser.js("return [...document.querySelectorAll('.facet')].map(group => group.open)", &[]).await?;
    ensure!(open.iter().take(3).all(|open| *open) && open.iter().skip(3).all(|open| !open), "groups: {open:?}");
    browser.assert_quiet().await
}

async fn opened_group(browser: &Browser) -> Result<()> {
    load_held(browser, "/catalogue/", "").await?;
    // One is opened, another closed, by the keyboard too.
    browser.click(".facet:nth-of-type(5) summary").await?;
    browser.js::<()>("document.querySelector('.facet:nth-of-type(1) summary').focus()", &[]).await?;
    browser.press(Key::Enter).await?;
    let groups = "return [...document.querySelectorAll('.facet')].map(group => group.open)";
    let before: Vec<bool> = browser.js(groups, &[]).await?;
    ensure!(before[4] && !before[0], "groups before the app: {before:?}");
    let_in(browser).await?;
    same("the groups", &browser.js(groups, &[]).await?, &before)?;
    ensure!(browser.is_focused(".facet:nth-of-type(1) summary").await?, "focus on {}", browser.focused().await?);
    browser.click(".facet:nth-of-type(5) label.option").await?;
    browser.wait_for(".chip").await?;
    same("the groups after a choice", &browser.js(groups, &[]).await?, &before)
}

async fn by_keyboard(browser: &Browser) -> Result<()> {
    load_held(browser, "/soutiens/autodiagnostic/", "").await?;
    browser.js::<()>("document.querySelector('[name=ressource]').focus()", &[]).await?;
    browser.press(Key::Right).await?;
    browser.press(Key::Right).await?;
    let chosen = "document.querySelector('[name=ressource]:checked').value";
    let before: String = browser.js(&format!("return {chosen}"), &[]).await?;
    ensure!(!before.is_empty(), "nothing is chosen before the app");
    let_in(browser).await?;
    at(browser, &format!("/soutiens/autodiagnostic/?ressource={before}")).await?;
    same("the answer", &browser.js(&format!("return {chosen}"), &[]).await?, &before)?;
    ensure!(browser.is_focused("[name=ressource]:checked").await?, "the focus is on {}", browser.focused().await?);
    browser.press(Key::Left).await?;
    browser.wait_until(&format!("{chosen} !== {}", json!(before))).await
}

/// The letter is whole before the app is in the page.
async fn composed_before(browser: &Browser) -> Result<()> {
    for (steps, whole, more) in
        [(&["^"][..], "ê", "tre"), (&["m", "mo", "mob"], "mobilité", ""), (&["é", "éc"], "école", "s")]
    {
        load_held(browser, "/catalogue/", "").await?;
        browser.click("#q").await?;
        for step in steps {
            browser.compose(step).await?;
        }
        browser.wake().await?;
        browser.js::<()>("letIn()", &[]).await?;
        tokio::time::sleep(Duration::from_millis(600)).await;
        browser.finish_composing(whole).await?;
        browser.wait_until(TAKEN_OVER).await?;
        browser.type_text(more).await?;
        let text = format!("{whole}{more}");
        same("the field", &browser.property("#q", "value").await?, &Value::from(text.clone()))?;
        at(browser, &format!("/catalogue/?q={}", encoded(&text))).await?;
    }
    Ok(())
}

/// As addresses write it.
fn encoded(text: &str) -> String {
    text.replace('ê', "%C3%AA").replace('é', "%C3%A9")
}

async fn composed_after(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/").await?;
    browser.click("#q").await?;
    browser.compose("^").await?;
    // The address follows meanwhile; Escape belongs to the letter.
    tokio::time::sleep(Duration::from_millis(400)).await;
    browser
        .js::<()>(
            "const options = { key: 'Escape', isComposing: true, bubbles: true, cancelable: true };
             document.activeElement.dispatchEvent(new KeyboardEvent('keydown', options))",
            &[],
        )
        .await?;
    same("the field", &browser.property("#q", "value").await?, &Value::from("^"))?;
    browser.finish_composing("ê").await?;
    browser.type_text("tre").await?;
    same("the field", &browser.property("#q", "value").await?, &Value::from("être"))?;
    at(browser, "/catalogue/?q=%C3%AAtre").await
}

async fn slash(browser: &Browser) -> Result<()> {
    // As extensions add them, out of the app and in it.
    let added = "addEventListener('DOMContentLoaded', () => {
        window.addFields = () => {
          for (const place of [document.body, document.querySelector('main')]) {
            place.insertAdjacentHTML('afterbegin', '<p class=sample contenteditable>a</p><p class=sample></p><p class=sample></p>');
            const [, open, closed] = place.querySelectorAll(':scope > .sample');
            open.attachShadow({ mode: 'open' }).innerHTML = '<input>';
            const hidden = closed.attachShadow({ mode: 'closed' });
            hidden.innerHTML = '<input>';
            (window.written ??= []).push(place.querySelector(':scope > .sample'), open.shadowRoot.firstChild,
              ...(place === document.body ? [hidden.firstChild] : []));
          }
        };
        addFields();
      });";
    load_held(browser, "/catalogue/", added).await?;
    for is_there in [false, true] {
        let count: usize = browser.js("return written.length", &[]).await?;
        for rank in 0..count {
            browser.js::<()>("written[arguments[0]].focus()", &[json!(rank)]).await?;
            browser.type_text("b/c").await?;
            let text: String = browser
                .js("const field = written[arguments[0]]; return field.value ?? field.textContent", &[json!(rank)])
                .await?;
            ensure!(text.contains("b/c"), "app there: {is_there}; field {rank} has {text:?}");
        }
        browser.js::<()>("written.forEach(field => field.blur())", &[]).await?;
        for held in [Key::Control, Key::Alt] {
            browser.press_with(held, '/').await?;
            ensure!(!browser.is_focused("#q").await?, "app there: {is_there}; {held:?} and / go to the search");
        }
        let meta: bool = browser
            .js(
                "const event = new KeyboardEvent('keydown', { key: '/', metaKey: true, bubbles: true, cancelable: true });
                 document.body.dispatchEvent(event);
                 return event.defaultPrevented",
                &[],
            )
            .await?;
        ensure!(!meta, "app there: {is_there}; Meta and / go to the search");
        browser.type_text("/").await?;
        ensure!(browser.is_focused("#q").await?, "app there: {is_there}; / goes to {}", browser.focused().await?);
        same("the field", &browser.property("#q", "value").await?, &Value::from(""))?;
        if !is_there {
            let_in(browser).await?;
            browser.js::<()>("document.querySelectorAll('.sample').forEach(e => e.remove()); window.written = []; addFields(); document.activeElement.blur()", &[]).await?;
        }
    }
    Ok(())
}
