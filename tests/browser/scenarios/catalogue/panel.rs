//! The panel of facets and the chips, as one handles them.

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Key, Suite};

use super::page::{all_values, count, group, open_tab, option, toggle, values, wait_count};
use crate::support::{at, has, same};

pub(super) fn register(suite: &mut Suite) {
    suite.add("panel: each chip gives up its value, « Tout effacer » all of them", chips);
    suite.add("panel: a facet is reset on its own", reset);
    suite.add("panel: a long facet has a search of its own", inner_search);
    suite.add("panel: what is sought in a facet stays in sight, and goes with « Tout effacer »", sought);
    suite.add("panel: how many values are left of those sought is announced, in the sheet too", values_announced);
    suite.add("panel: a value given up stays in its tab", given_up);
    suite.add("panel: « Afficher n de plus » shows exactly those", more);
    suite.add("panel: groups stay as the visitor folds them", folds);
    suite.add("panel: the three axes of maturity are chosen one by one", axes);
    suite.add("panel: the focus stays where it is when results change", focus);
    suite.add("panel: facets are those of the kind that is looked at", by_kind);
}

/// The chips, without the words that only screen readers read.
async fn chips_shown(browser: &Browser) -> Result<Vec<String>> {
    let texts = browser.texts(".active-filters .chip > span:first-child").await?;
    Ok(texts.iter().map(|text| text.replace(['\u{a0}', '\n'], " ")).collect())
}

async fn chips(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/?q=donn%C3%A9es&theme=donnees,geographie&besoin=membres&tri=nom").await?;
    let expected = ["Thème : Données", "Thème : Géographie", "Besoins : Membres et bénévoles"];
    same("the chips", &chips_shown(browser).await?, &expected.map(str::to_owned).to_vec())?;
    browser.click(".active-filters .chip:nth-child(2)").await?;
    at(browser, "/catalogue/?q=donn%C3%A9es&theme=donnees&besoin=membres&tri=nom").await?;
    same("chips left", &chips_shown(browser).await?.len(), &2)?;
    browser
        .wait_until("document.activeElement.matches('.active-filters button')")
        .await
        .context("the focus is lost")?;
    let all: usize =
        browser.js("return parseInt(document.querySelector('#count small').innerText.match(/\\d+/)[0])", &[]).await?;
    browser.click_text(".active-filters button", "Tout effacer").await?;
    at(browser, "/catalogue/?tri=nom").await?;
    wait_count(browser, all).await?;
    same("chips left", &browser.count(".active-filters").await?, &0)?;
    same("the field", &browser.property("#q", "value").await?, &"".into())?;
    let checked = browser.count(".facet input[type=checkbox]:checked").await?;
    same("boxes left", &checked, &0)?;
    browser.wait_until("document.activeElement.matches('#count')").await.context("the focus is lost")?;
    // What gives up a facet goes with it; the facet stays.
    browser.open("/catalogue/?theme=donnees").await?;
    browser.click_text(".facet button", "Effacer ce filtre").await?;
    at(browser, "/catalogue/").await?;
    browser.wait_until("document.activeElement.matches('.facet summary')").await.context("the focus is lost")
}

async fn reset(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/?theme=donnees,geographie&gouvernance=abouti&ressource=abouti,evolution").await?;
    for (title, chosen) in [("Thème", 2), ("Maturité", 3)] {
        let badge: String =
            browser.js(&format!("return ({}).querySelector('.badge').innerText", group(title)), &[]).await?;
        same(title, &badge, &format!("{chosen}"))?;
    }
    let button = format!(
        "[...({}).querySelectorAll('button')].find(b => b.innerText.trim() === 'Effacer ce filtre')",
        group("Maturité")
    );
    browser.click_found(&button).await?;
    at(browser, "/catalogue/?theme=donnees,geographie").await?;
    browser.wait_until(&format!("!({}).querySelector('.badge')", group("Maturité"))).await
}

async fn inner_search(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/").await?;
    let all = all_values(browser, "Thème").await?;
    ensure!(all.len() > 12, "the themes are no longer a long facet");
    let field = "label.option__search input";
    let marked = format!("({}).querySelector('{field}')", group("Thème"));
    browser.js::<()>(&format!("{marked}.focus()"), &[]).await?;
    // Without its accent, and in the middle of the label.
    browser.type_text("meteo").await?;
    browser.wait_until(&format!("({}).querySelectorAll('label.option').length === 1", group("Thème"))).await?;
    same("what is left", &values(browser, "Thème").await?[0].label, &"Climat, météo".to_owned())?;
    let here: bool = browser.js(&format!("return document.activeElement === {marked}"), &[]).await?;
    ensure!(here, "the focus went to {}", browser.focused().await?);
    toggle(browser, "Thème", "Climat, météo").await?;
    at(browser, "/catalogue/?theme=climat").await?;
    browser.js::<()>(&format!("{marked}.focus(); {marked}.select()"), &[]).await?;
    browser.press(Key::Delete).await?;
    browser.wait_until(&format!("({}).querySelectorAll('label.option').length > 5", group("Thème"))).await?;
    ensure!(values(browser, "Thème").await?.iter().any(|value| value.chosen), "the choice is lost");
    Ok(())
}

async fn sought(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/").await?;
    let field = format!("({}).querySelector('.option__search input')", group("Thème"));
    let options = format!("({}).querySelectorAll('label.option').length", group("Thème"));
    let all: usize = browser.js(&format!("return {options}"), &[]).await?;
    let seek = async || {
        browser.js::<()>(&format!("{field}.focus(); {field}.select()"), &[]).await?;
        browser.type_text("meteo").await?;
        browser.wait_until(&format!("{options} === 1")).await
    };
    seek().await?;
    // Whatever the tab, the field says why values are missing, and no other facet takes its words.
    for tab in 0..6 {
        browser.js::<()>("document.querySelectorAll('.tabs a')[arguments[0]].click()", &[tab.into()]).await?;
        browser.wait_until(&format!("document.querySelectorAll('.tabs a')[{tab}].ariaCurrent === 'true' || document.querySelectorAll('.tabs a')[{tab}].getAttribute('aria-current') === 'true'")).await?;
        let fields: Vec<(String, String)> = browser
            .js(
                "return [...document.querySelectorAll('.facet')].flatMap(facet =>
                   [...facet.querySelectorAll('.option__search input')].map(field => [facet.querySelector('summary').innerText.trim(), field.value]))",
                &[],
            )
            .await?;
        for (facet, value) in fields {
            same(
                &format!("the field of {facet} in tab {tab}"),
                &value.as_str(),
                &if facet == "Thème" { "meteo" } else { "" },
            )?;
        }
        let has_themes: bool = browser.js(&format!("return Boolean({})", group("Thème")), &[]).await?;
        if has_themes {
            same(
                "the field of « Thème »",
                &browser.js::<String>(&format!("return {field}.value"), &[]).await?.as_str(),
                &"meteo",
            )?;
        }
    }
    browser.js::<()>("document.querySelectorAll('.tabs a')[0].click()", &[]).await?;
    browser.wait_until(&format!("{options} === 1")).await?;
    // On a phone the panel is a sheet, with the same words in it.
    browser.resize(360, 740).await?;
    browser.click("button[aria-haspopup=dialog]").await?;
    browser.wait_until(&format!("{field}?.value === 'meteo'")).await?;
    browser.click_text("#filters .facets__foot button", "Tout effacer").await?;
    browser.wait_until(&format!("{options} === {all} && {field}.value === ''")).await?;
    browser.resize(1280, 800).await?;
    // The same with what gives up one facet, and with what stands above the results.
    for (css, label) in [(".facet button", "Effacer ce filtre"), (".active-filters button", "Tout effacer")] {
        browser.open("/catalogue/?theme=climat").await?;
        seek().await?;
        browser.click_text(css, label).await?;
        browser.wait_until(&format!("{options} > 1 && {field}.value === ''")).await?;
    }
    Ok(())
}

async fn values_announced(browser: &Browser) -> Result<()> {
    for (width, said) in [(1280, "#app [role=status]"), (360, "#filters [aria-live]")] {
        browser.resize(width, 800).await?;
        browser.open("/catalogue/").await?;
        same("statuses", &browser.count("#app .catalogue ~ [role=status]").await?, &1)?;
        if width < 1000 {
            browser.click("button[aria-haspopup=dialog]").await?;
        }
        values(browser, "Thème").await?;
        let field = format!("({}).querySelector('.option__search input')", group("Thème"));
        for (text, expected) in [("meteo", "1\u{a0}valeur"), ("zzzz", "Aucune valeur ne convient.")] {
            browser.js::<()>(&format!("{field}.focus(); {field}.select()"), &[]).await?;
            browser.type_text(text).await?;
            browser.wait_until(&format!("document.querySelector('{said}').textContent === '{expected}'")).await?;
        }
    }
    browser.resize(1280, 800).await
}

async fn given_up(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/?type=programme").await?;
    let others: Vec<String> = all_values(browser, "Thème").await?.into_iter().map(|value| value.label).collect();
    browser.open("/catalogue/").await?;
    let own = all_values(browser, "Thème").await?.into_iter().map(|value| value.label);
    let own = own.into_iter().find(|label| !others.contains(label)).context("programmes have all the themes")?;
    toggle(browser, "Thème", &own).await?;
    browser.wait_until("location.search.includes('theme=')").await?;
    toggle(browser, "Thème", &own).await?;
    at(browser, "/catalogue/").await?;
    open_tab(browser, "Programmes").await?;
    at(browser, "/catalogue/?type=programme").await?;
    browser.wait_until(&format!("!({})", option("Thème", &own))).await
}

async fn more(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/").await?;
    let first = values(browser, "Thème").await?.len();
    let label: String = browser
        .js(&format!("return ({}).querySelector('button[aria-expanded]').innerText", group("Thème")), &[])
        .await?;
    let all = all_values(browser, "Thème").await?.len();
    same("the button", &label, &format!("Afficher {} de plus", all - first))?;
    browser.click_found(&format!("({}).querySelector('button[aria-expanded=true]')", group("Thème"))).await?;
    browser.wait_until(&format!("({}).querySelectorAll('label.option').length === {first}", group("Thème"))).await
}

async fn folds(browser: &Browser) -> Result<()> {
    let open =
        |title: &'static str| async move { browser.js::<bool>(&format!("return ({}).open", group(title)), &[]).await };
    let fold = |title: &'static str| async move {
        browser.click_found(&format!("({}).querySelector('summary')", group(title))).await
    };
    browser.open("/catalogue/?licence=inconnu").await?;
    for (title, expected) in [("Thème", true), ("Besoins", false), ("Licence", true)] {
        same(title, &open(title).await?, &expected)?;
    }
    fold("Type").await?;
    fold("Besoins").await?;
    toggle(browser, "Thème", "Services publics locaux").await?;
    at(browser, "/catalogue/?theme=services&licence=inconnu").await?;
    // A group that was open for its choice does not close on the one who gives it up.
    toggle(browser, "Licence", "Non renseignée").await?;
    at(browser, "/catalogue/?theme=services").await?;
    for (title, expected) in [("Type", false), ("Thème", true), ("Besoins", true), ("Licence", true)] {
        same(title, &open(title).await?, &expected)?;
    }
    Ok(())
}

async fn axes(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/").await?;
    for (axis, parameter) in [("Communauté", "communaute"), ("Gouvernance", "gouvernance"), ("Ressource", "ressource")]
    {
        let segment = format!(
            "[...({}).querySelectorAll('.segments label')].find(label => label.innerText.trim() === '{axis}')",
            group("Maturité")
        );
        values(browser, "Maturité").await?;
        browser.click_found(&segment).await?;
        browser.wait_until(&format!("({segment}).querySelector('input').checked")).await?;
        let first = values(browser, "Maturité").await?.remove(0);
        toggle(browser, "Maturité", &first.label).await?;
        wait_count(browser, first.count).await?;
        has(&browser.path().await?, &format!("?{parameter}="))?;
        let chip = browser.text(".active-filters .chip").await?;
        has(&chip, axis_name(axis))?;
        has(&chip, &first.label)?;
        toggle(browser, "Maturité", &first.label).await?;
        at(browser, "/catalogue/").await?;
    }
    Ok(())
}

/// The name of an axis in the middle of a sentence.
fn axis_name(axis: &str) -> &str {
    match axis {
        "Communauté" => "communauté",
        "Gouvernance" => "gouvernance",
        _ => "ressource",
    }
}

async fn focus(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/").await?;
    let stays = |what: &'static str, element: String| async move {
        let here: bool = browser.js(&format!("return document.activeElement === ({element})"), &[]).await?;
        ensure!(here, "after {what} the focus is on {}", browser.focused().await?);
        anyhow::Ok(())
    };
    let all = count(browser).await?;
    let checkbox = format!("({}).querySelector('input')", option("Thème", "Mobilité"));
    values(browser, "Thème").await?;
    browser.js::<()>(&format!("{checkbox}.focus()"), &[]).await?;
    browser.type_text(" ").await?;
    at(browser, "/catalogue/?theme=mobilite").await?;
    ensure!(count(browser).await? < all, "the space bar does not choose");
    stays("a facet", checkbox.clone()).await?;
    browser.type_text(" ").await?;
    at(browser, "/catalogue/").await?;
    stays("giving it up", checkbox).await?;

    let view = "document.querySelector('input[name=vue]:checked')";
    browser.js::<()>(&format!("{view}.focus()"), &[]).await?;
    browser.press(Key::Right).await?;
    at(browser, "/catalogue/?vue=tableau").await?;
    browser.wait_for(".results table").await?;
    stays("a view", view.to_owned()).await?;

    let tab = "document.querySelectorAll('.tabs a')[1]";
    browser.js::<()>(&format!("{tab}.focus()"), &[]).await?;
    browser.press(Key::Enter).await?;
    at(browser, "/catalogue/?type=programme&vue=tableau").await?;
    stays("a tab", tab.to_owned()).await
}

async fn by_kind(browser: &Browser) -> Result<()> {
    for (kind, shown, hidden) in [
        ("commun", "Maturité", "Soutien apporté"),
        ("programme", "Soutien apporté", "Maturité"),
        ("organisation", "Type", "Licence"),
        ("tout", "Thème", "Maturité"),
    ] {
        browser.open(&format!("/catalogue/?type={kind}")).await?;
        let titles = browser.texts("details.facet summary").await?;
        ensure!(titles.iter().any(|title| title == shown), "{kind}: {titles:?}");
        ensure!(!titles.iter().any(|title| title == hidden), "{kind}: {titles:?}");
    }
    Ok(())
}
