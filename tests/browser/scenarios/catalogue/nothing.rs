//! The ways out of a search without result.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};

use super::page::{count, names, wait_count};
use crate::support::{at, has, same};

pub(super) fn register(suite: &mut Suite) {
    suite.add("nothing: each way out gives what it promises", rescues);
    suite.add("nothing: a word that is nowhere is told and dropped", words);
    suite.add("nothing: a spelling is suggested, and has results", spelling);
    suite.add("nothing: results of other tabs are counted and reached", elsewhere);
}

/// The number in a promise as « Voir 8 communs ».
fn number(text: &str) -> usize {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

/// Follows every button in turn and compares the promise with what is shown.
async fn promises_hold(browser: &Browser, address: &str) -> Result<()> {
    browser.open(address).await?;
    same("results", &count(browser).await?, &0)?;
    let buttons = browser.texts(".removals button").await?;
    ensure!(!buttons.is_empty(), "no way out of {address}");
    for (rank, button) in buttons.iter().enumerate() {
        let promised = number(button);
        ensure!(promised > 0, "an empty promise: {button}");
        browser.click_found(&format!("document.querySelectorAll('.removals button')[{rank}]")).await?;
        wait_count(browser, promised).await?;
        same("results shown", &names(browser).await?.len(), &promised.min(60))?;
        browser.wait_until("document.activeElement.matches('#count')").await?;
        browser.back().await?;
        at(browser, address).await?;
        browser.wait_for(".nothing").await?;
    }
    Ok(())
}

async fn rescues(browser: &Browser) -> Result<()> {
    promises_hold(browser, "/catalogue/?theme=cyber&nature=encyclopedie").await?;
    promises_hold(browser, "/catalogue/?q=adresse&theme=cyber&vue=tableau").await?;
    let address = "/catalogue/?q=zzz&theme=geographie&nature=base-de-donnees";
    promises_hold(browser, address).await?;
    let page = browser.text(".nothing").await?;
    for part in ["Ces critères ne se rencontrent sur aucune fiche", "« zzz »", "Thème", "Type"] {
        has(&page.replace('\u{a0}', " "), part)?;
    }
    // What gives nothing either is told, not offered.
    for line in browser.texts(".removals li").await? {
        ensure!(
            line.contains("Voir ") != line.contains("Toujours aucun résultat."),
            "a line offers and does not: {line}"
        );
    }
    Ok(())
}

async fn words(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/?q=mobilite").await?;
    let alone = count(browser).await?;
    browser.open("/catalogue/?q=mobilite+zzzz").await?;
    same("results", &count(browser).await?, &alone)?;
    has(&browser.text(".results").await?.replace('\u{a0}', " "), "Aucune fiche ne contient « zzzz ».")
}

async fn spelling(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/?q=mobilte").await?;
    let link = ".results a[href='/catalogue/?q=mobilit%C3%A9']";
    let results = count(browser).await?;
    ensure!(results > 0, "the nearest word has no result");
    has(&browser.text(link).await?, "mobilité")?;
    browser.click(link).await?;
    at(browser, "/catalogue/?q=mobilit%C3%A9").await?;
    // What is typed as it is written finds what a mistake found, and what derives from it.
    browser.wait_for_text(".results", "mobilité").await?;
    ensure!(count(browser).await? >= results, "the right word finds less");
    same("the field", &browser.property("#q", "value").await?, &"mobilité".into())
}

async fn elsewhere(browser: &Browser) -> Result<()> {
    let address = "/catalogue/?q=lovac&type=definition";
    browser.open(address).await?;
    same("results", &count(browser).await?, &0)?;
    let tabs = browser.texts(".nothing a[href*='q=lovac']").await?;
    ensure!(!tabs.is_empty(), "nothing is offered elsewhere");
    for (rank, tab) in tabs.iter().enumerate() {
        browser.click_found(&format!("document.querySelectorAll(\".nothing a[href*='q=lovac']\")[{rank}]")).await?;
        browser.wait_for(".result").await?;
        wait_count(browser, number(tab)).await?;
        browser.back().await?;
        at(browser, address).await?;
        browser.wait_for(".nothing").await?;
    }
    Ok(())
}
