//! Choosing a view for another site.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};
use serde_json::json;

use crate::support::{at, same};

pub(super) fn register(suite: &mut Suite) {
    suite.add("configure: the catalogue opens it filled", from_catalogue);
    suite.add("configure: choices change the view and its code", choices);
    suite.add("configure: an entry page is shown whole or as a card", entry_page);
    suite.add("configure: the preview adds nothing to the history", history);
    suite.add("configure: it works on a phone", phone);
    suite.add("configure: the next pages are those of the site", next_pages);
}

async fn choose(browser: &Browser, label: &str, word: &str) -> Result<()> {
    browser
        .js::<()>(
            "const label = [...document.querySelectorAll('.field')].find(e => e.innerText.startsWith(arguments[0]));
             const field = label.querySelector('select, input');
             field.value = arguments[1];
             field.dispatchEvent(new Event('change', { bubbles: true }))",
            &[json!(label), json!(word)],
        )
        .await
}

/// Waits until the code of the plain frame has this.
async fn code_has(browser: &Browser, part: &str) -> Result<()> {
    browser
        .wait_until(&format!(
            "[...document.querySelectorAll('.configure__code code')].some(code => code.innerText.includes({}))",
            json!(part)
        ))
        .await
}

/// Waits until this is true in the preview, where `frame` is its document.
async fn preview(browser: &Browser, condition: &str) -> Result<()> {
    let script = format!(
        "(() => {{ const frame = document.querySelector('.configure__frame iframe')?.contentDocument;
           return frame?.querySelector('h1') && frame.readyState === 'complete' && ({condition}); }})()"
    );
    browser.wait_until(&script).await
}

/// What the settings give to what they draw goes with them.
async fn next_pages(browser: &Browser) -> Result<()> {
    browser.open("/integrer/?apparence=sombre").await?;
    browser.click_text(".footer a", "Statistiques").await?;
    at(browser, "/statistiques/").await?;
    browser.wait_for_text("main h1", "Statistiques").await?;
    let astray: Vec<String> = browser
        .js("return [...document.querySelectorAll('main a')].map(a => a.href).filter(href => href.includes('/integrer/'))", &[])
        .await?;
    ensure!(astray.is_empty(), "these lead to the settings: {astray:?}");
    ensure!(browser.count("main a[href*='/catalogue/?']").await? > 10, "numbers lead to no entries");
    browser.assert_quiet().await
}

async fn from_catalogue(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/?theme=mobilite&vue=cartes").await?;
    browser.click_text("main .tools a", "Intégrer cette vue").await?;
    at(browser, "/integrer/?theme=mobilite&vue=cartes").await?;
    browser.wait_for_text(".configure .active-filters", "Mobilité").await?;
    code_has(browser, "/embed/?theme=mobilite&amp;vue=cartes\"").await?;
    preview(browser, "frame.querySelector('.card') && !frame.querySelector('header.header')").await?;
    browser.assert_quiet().await
}

async fn choices(browser: &Browser) -> Result<()> {
    browser.open("/integrer/").await?;
    choose(browser, "Clair ou sombre", "sombre").await?;
    code_has(browser, "/embed/?apparence=sombre\"").await?;
    preview(browser, "frame.documentElement.dataset.theme === 'sombre'").await?;
    choose(browser, "Résultats par page", "3").await?;
    code_has(browser, "apparence=sombre&amp;limite=3").await?;
    preview(browser, "frame.querySelectorAll('.result').length === 3").await?;
    // What is beyond the most is brought back to it, in sight.
    choose(browser, "Résultats par page", "9999").await?;
    browser.wait_until("document.querySelector('.configure input[type=number]').value === '60'").await?;
    choose(browser, "Résultats par page", "3").await?;
    code_has(browser, "apparence=sombre&amp;limite=3").await?;
    choose(browser, "Couleur", "#ffee00").await?;
    code_has(browser, "accent=ffee00").await?;
    // Yellow reads on dark grounds.
    same("warnings", &browser.count(".configure .alert").await?, &0)?;
    choose(browser, "Clair ou sombre", "clair").await?;
    browser.wait_for_text(".configure .alert", "assombrie").await?;
    browser.click_text(".configure .option", "Le tri").await?;
    code_has(browser, "masquer=tri").await?;
    browser.click("#q").await?;
    browser.type_text("adresse").await?;
    code_has(browser, "/embed/?q=adresse&amp;").await?;
    preview(browser, "frame.querySelector('.result mark')").await?;
    browser.assert_accessible().await?;
    // The address of the page holds all of it.
    browser.reload().await?;
    code_has(browser, "/embed/?q=adresse&amp;apparence=clair&amp;accent=ffee00").await?;
    browser.click_text(".configure__code button", "Copier").await?;
    browser
        .wait_until("['Code copié', 'Sélectionnez le code pour le copier'].includes(document.querySelector('.configure__code button').innerText.trim())")
        .await?;
    // The way back from a colour goes with it, the focus does not.
    browser.click_text(".configure button", "Reprendre celle du catalogue").await?;
    browser.wait_until("document.activeElement.type === 'color'").await
}

async fn entry_page(browser: &Browser) -> Result<()> {
    browser.open("/communs/grist/").await?;
    browser.click_text("main a", "Intégrer cette fiche").await?;
    at(browser, "/integrer/?fiche=communs/grist").await?;
    code_has(browser, "/embed/communs/grist/\" title=\"Communs : Grist\"".replace(" :", "\u{a0}:").as_str()).await?;
    preview(browser, "frame.querySelector('.plate')").await?;
    choose(browser, "Présentation", "carte").await?;
    code_has(browser, "/embed/communs/grist/?vue=carte\"").await?;
    preview(browser, "frame.querySelector('.card') && !frame.querySelector('.plate')").await?;
    browser.click_text("main a", "Choisir plutôt une vue du catalogue").await?;
    code_has(browser, "/embed/\"").await?;
    choose(browser, "Clair ou sombre", "sombre").await?;
    choose(browser, "Clair ou sombre", "auto").await?;
    at(browser, "/integrer/").await?;
    browser.wait_for("#q").await
}

async fn history(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/").await?;
    browser.click_text("main .tools a", "Intégrer cette vue").await?;
    preview(browser, "frame.querySelector('.result')").await?;
    for look in ["sombre", "clair", "auto"] {
        choose(browser, "Clair ou sombre", look).await?;
        preview(browser, "frame.querySelector('.result')").await?;
    }
    browser.back().await?;
    at(browser, "/catalogue/").await
}

async fn phone(browser: &Browser) -> Result<()> {
    browser.resize(360, 740).await?;
    browser.open("/integrer/?theme=mobilite").await?;
    browser.assert_no_sideways_scroll().await?;
    browser.click(".configure details summary").await?;
    browser.assert_no_sideways_scroll().await?;
    ensure!(browser.is_visible(".configure .facet").await?, "the filters stay folded");
    let wide: f64 = browser.js("return document.querySelector('.configure__frame iframe').clientWidth", &[]).await?;
    ensure!(wide > 250.0 && wide <= 360.0, "the preview is {wide} px wide");
    Ok(())
}
