//! Searching as one types.

use std::time::Duration;

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Key, Suite};

use super::page::{count, names, open_tab, pushed, search, sorted_names, wait_count, watch_history};
use crate::support::{at, same};

pub(super) fn register(suite: &mut Suite) {
    suite.add("typing: accents and capitals are no obstacle", accents);
    suite.add("typing: results follow each key", each_key);
    suite.add("typing: the address is replaced, not added", address);
    suite.add("typing: the focus and the caret stay in the field", caret);
    suite.add("typing: the slash goes to the search and Escape empties it", shortcuts);
    suite.add("typing: the number of results is announced", announcement);
    suite.add("typing: a result opened right after a key stays open", hasty);
    suite.add("typing: what is typed is found again on the way back", way_back);
    suite.add("typing: a hundred keys in a row are no flood", flood);
    suite.add("typing: nothing is shown for words that are not searched yet", slow);
}

async fn accents(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/?type=tout").await?;
    let all = count(browser).await?;
    search(browser, "énergie").await?;
    at(browser, "/catalogue/?q=%C3%A9nergie&type=tout").await?;
    let expected = sorted_names(browser).await?;
    ensure!(!expected.is_empty() && expected.len() < all, "énergie does not filter");
    for (text, address) in [("energie", "energie"), ("ÉNERGIE", "%C3%89NERGIE"), ("Energie", "Energie")] {
        search(browser, text).await?;
        at(browser, &format!("/catalogue/?q={address}&type=tout")).await?;
        same(text, &sorted_names(browser).await?, &expected)?;
    }
    Ok(())
}

async fn each_key(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/").await?;
    let all = count(browser).await?;
    let mut typed = String::new();
    browser.type_into("#q", "").await?;
    for key in "logement".chars() {
        typed.push(key);
        browser.type_text(&key.to_string()).await?;
        // Every word that is marked starts with what is typed, no more, no less.
        browser
            .wait_until(&format!(
                "(marks => marks.length > 0 && marks.every(mark => mark.startsWith('{typed}')))(
                   [...document.querySelectorAll('.results mark')].map(mark =>
                     mark.innerText.toLowerCase().normalize('NFD').replace(/[\\u0300-\\u036f]/g, '')))"
            ))
            .await?;
        at(browser, &format!("/catalogue/?q={typed}")).await?;
        let found = count(browser).await?;
        same("results shown", &names(browser).await?.len(), &found)?;
        ensure!((1..=all).contains(&found), "{typed} has {found} results of {all}");
    }
    Ok(())
}

async fn address(browser: &Browser) -> Result<()> {
    watch_history(browser);
    browser.open("/catalogue/").await?;
    browser.type_into("#q", "voitures").await?;
    at(browser, "/catalogue/?q=voitures").await?;
    browser.press(Key::Backspace).await?;
    at(browser, "/catalogue/?q=voiture").await?;
    same("entries of the history after typing", &pushed(browser).await?, &0)?;
    open_tab(browser, "Tout").await?;
    at(browser, "/catalogue/?q=voiture&type=tout").await?;
    same("entries of the history after a click", &pushed(browser).await?, &1)?;
    browser.back().await?;
    at(browser, "/catalogue/?q=voiture").await
}

async fn caret(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/").await?;
    browser.type_into("#q", "ue").await?;
    browser.press(Key::Home).await?;
    browser.type_text("r").await?;
    at(browser, "/catalogue/?q=rue").await?;
    ensure!(browser.is_focused("#q").await?, "the focus went to {}", browser.focused().await?);
    same("the caret", &browser.property("#q", "selectionStart").await?, &1.into())?;
    browser.type_text("s").await?;
    at(browser, "/catalogue/?q=rsue").await?;
    same("the text", &browser.property("#q", "value").await?, &"rsue".into())
}

async fn shortcuts(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/").await?;
    let all = count(browser).await?;
    browser.js::<()>("document.activeElement.blur()", &[]).await?;
    browser.type_text("/").await?;
    ensure!(browser.is_focused("#q").await?, "the slash went to {}", browser.focused().await?);
    browser.type_text("rue").await?;
    at(browser, "/catalogue/?q=rue").await?;
    ensure!(count(browser).await? < all, "rue does not filter");
    browser.press(Key::Escape).await?;
    wait_count(browser, all).await?;
    at(browser, "/catalogue/").await?;
    same("the field", &browser.property("#q", "value").await?, &"".into())?;
    ensure!(browser.is_focused("#q").await?, "Escape left the field");
    // In a field, the slash is a letter like another.
    browser.type_text("a/b").await?;
    same("the field", &browser.property("#q", "value").await?, &"a/b".into())
}

async fn announcement(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/").await?;
    let status = "[...document.querySelectorAll('#app [role=status]')].map(e => e.textContent).join()";
    browser.type_into("#q", "adresse").await?;
    browser.wait_until(&format!("{status} !== ''")).await?;
    let said: String = browser.js(&format!("return {status}"), &[]).await?;
    same("what is said", &said, &format!("{}\u{a0}communs", count(browser).await?))?;
    search(browser, "zzzz").await?;
    browser.wait_until(&format!("{status} === 'Aucun commun'")).await
}

async fn hasty(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/").await?;
    browser.type_into("#q", "terristor").await?;
    browser.wait_until("document.querySelector('.result a')?.pathname === '/communs/terristory/'").await?;
    browser
        .js::<()>(
            "const field = document.querySelector('#q');
             field.value = 'terristory';
             field.dispatchEvent(new InputEvent('input', { bubbles: true }));
             document.querySelector('.result a').click()",
            &[],
        )
        .await?;
    at(browser, "/communs/terristory/").await?;
    // Longer than the address waits for the next key.
    tokio::time::sleep(Duration::from_millis(500)).await;
    at(browser, "/communs/terristory/").await?;
    // Its page may come after its address, with the module that draws it.
    browser.wait_for_text("main h1", "TerriSTORY").await?;
    browser.assert_quiet().await
}

async fn way_back(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/").await?;
    browser.type_into("#q", "terristory").await?;
    // The first result may still be that of a shorter word.
    at(browser, "/catalogue/?q=terristory").await?;
    browser.wait_for_text(".result h3", "TerriSTORY").await?;
    browser.click(".results a[href='/communs/terristory/']").await?;
    at(browser, "/communs/terristory/").await?;
    browser.back().await?;
    at(browser, "/catalogue/?q=terristory").await?;
    browser.wait_for("#q").await?;
    same("the field", &browser.property("#q", "value").await?, &"terristory".into())
}

/// WebKit throws beyond a hundred changes of the history in ten seconds.
async fn flood(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/").await?;
    browser.type_into("#q", "").await?;
    for _ in 0..13 {
        browser.type_text("carte").await?;
        for _ in 0..5 {
            browser.press(Key::Backspace).await?;
        }
    }
    browser.type_text("carte").await?;
    at(browser, "/catalogue/?q=carte").await?;
    browser.assert_quiet().await
}

/// On a machine so slow that no word is indexed: its clock jumps from one look at it to the next.
async fn slow(browser: &Browser) -> Result<()> {
    const PREPARING: &str = "document.querySelector('main').innerText.includes('La recherche se prépare')";
    browser.before_page(
        "let late = 0;
         const now = performance.now.bind(performance);
         performance.now = () => now() + (window.isQuick ? late : (late += 1000));",
    );
    browser.open("/").await?;
    browser.type_into("#q", "mobilite").await?;
    browser.press(Key::Enter).await?;
    browser.wait_until(PREPARING).await?;
    let shown: Vec<String> = browser.texts("main :is(.result, .card, #count, .tabs)").await?;
    ensure!(shown.is_empty(), "before words are searched: {shown:?}");
    browser.js::<()>("window.isQuick = true", &[]).await?;
    browser.wait_for(".result mark").await?;
    ensure!(!browser.js::<bool>(&format!("return {PREPARING}"), &[]).await?, "the search is still prepared");

    // What is shown already stays until then.
    browser.open("/catalogue/").await?;
    let all = sorted_names(browser).await?;
    browser.type_into("#q", "mobilite").await?;
    browser.wait_until("location.search === '?q=mobilite'").await?;
    browser.wait_for("[aria-busy=true] #count").await?;
    same("told meanwhile", &browser.text("#count").await?, &"La recherche se prépare…".to_owned())?;
    same("what is shown meanwhile", &sorted_names(browser).await?, &all)?;
    browser.js::<()>("window.isQuick = true", &[]).await?;
    browser.wait_for(".result mark").await?;
    ensure!(sorted_names(browser).await? != all, "the search finds everything");
    Ok(())
}
