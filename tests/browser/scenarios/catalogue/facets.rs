//! What facets choose and count, against the data read another way.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};
use serde_json::Value;

use super::page::{all_values, count, sorted_names, toggle, value, values, wait_count};
use crate::support::{at, data, list, of_kind, same, text};

pub(super) fn register(suite: &mut Suite) {
    suite.add("facets: the chip of a filter is its own, whatever comes before it", own_chips);
    suite.add("facets: values add up inside a facet and narrow between facets", or_and);
    suite.add("facets: each count is the number of results it gives", counts_hold);
    suite.add("facets: counts leave out the facet's own choice", own_choice);
    suite.add("facets: a value without results is greyed and disabled", zero);
    suite.add("facets: the value « not known » is one like the others", unknown);
}

/// The words of an entry for a facet, read from the data.
fn words<'entry>(entry: &'entry Value, facet: &str) -> Vec<&'entry str> {
    match facet {
        "theme" => list(entry, "themes").iter().filter_map(Value::as_str).collect(),
        "besoin" => list(entry, "needs").iter().map(|need| text(need, "tag")).collect(),
        "ressource" => vec![text(&entry["maturity"]["resource"], "stage")],
        _ => vec![text(entry, "nature")],
    }
}

/// A choice: a facet, and the values of which one is enough.
type Choice<'choice> = (&'choice str, &'choice [&'choice str]);

/// The names of the commons that answer every choice.
fn expected(data: &Value, choices: &[Choice<'_>]) -> Vec<String> {
    let mut names: Vec<_> = of_kind(data, "commun")
        .filter(|entry| {
            choices.iter().all(|(facet, wanted)| words(entry, facet).iter().any(|word| wanted.contains(word)))
        })
        .map(|entry| text(entry, "name").to_owned())
        .collect();
    names.sort();
    names
}

/// Checks that the page shows exactly these results.
async fn shows(browser: &Browser, names: &[String]) -> Result<()> {
    wait_count(browser, names.len()).await?;
    same("the results", &sorted_names(browser).await?, &names.to_vec())
}

async fn own_chips(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/?theme=mobilite").await?;
    browser.wait_for(".chip").await?;
    let mark = "const chip = document.querySelector('.chip'); chip.was = chip.textContent";
    browser.js::<()>(mark, &[]).await?;
    // It comes first.
    toggle(browser, "Thème", "Énergie").await?;
    browser.wait_until("document.querySelectorAll('.chip').length === 2").await?;
    let words = "return [...document.querySelectorAll('.chip')].map(chip => [chip.was ?? '', chip.textContent])";
    let chips: Vec<[String; 2]> = browser.js(words, &[]).await?;
    ensure!(chips[0][0].is_empty() && chips[0][1].contains("Énergie"), "the new filter took another's: {chips:?}");
    ensure!(chips[1][0] == chips[1][1] && chips[1][1].contains("Mobilité"), "the filter is another: {chips:?}");
    Ok(())
}

async fn or_and(browser: &Browser) -> Result<()> {
    let data = data()?;
    browser.open("/catalogue/").await?;
    toggle(browser, "Thème", "Mobilité").await?;
    let mobility = expected(&data, &[("theme", &["mobilite"])]);
    shows(browser, &mobility).await?;

    toggle(browser, "Thème", "Énergie").await?;
    let both = expected(&data, &[("theme", &["mobilite", "energie"])]);
    ensure!(both.len() > mobility.len(), "the data no longer tells OR from AND");
    shows(browser, &both).await?;
    at(browser, "/catalogue/?theme=energie,mobilite").await?;

    toggle(browser, "Besoins", "Formation et relais").await?;
    let needs: Choice<'_> = ("besoin", &["formation"]);
    let narrowed = expected(&data, &[("theme", &["mobilite", "energie"]), needs]);
    ensure!(!narrowed.is_empty() && narrowed.len() < both.len(), "the data no longer tells AND from OR");
    shows(browser, &narrowed).await?;

    for (label, stages) in [("Aboutie", &["abouti"][..]), ("En évolution", &["abouti", "evolution"])] {
        toggle(browser, "Maturité", label).await?;
        let choices = [("theme", &["mobilite", "energie"][..]), needs, ("ressource", stages)];
        shows(browser, &expected(&data, &choices)).await?;
    }
    at(browser, "/catalogue/?theme=energie,mobilite&ressource=abouti,evolution&besoin=formation").await
}

async fn counts_hold(browser: &Browser) -> Result<()> {
    // With a text and a filter already there.
    browser.open("/catalogue/?q=donn%C3%A9es&theme=donnees,geographie").await?;
    let before = count(browser).await?;
    for group in ["Type", "Besoins", "Maturité"] {
        for value in all_values(browser, group).await? {
            if value.disabled {
                continue;
            }
            toggle(browser, group, &value.label).await?;
            wait_count(browser, value.count).await?;
            let shown = sorted_names(browser).await?.len();
            same(&format!("{group}, {}", value.label), &shown, &value.count)?;
            toggle(browser, group, &value.label).await?;
            wait_count(browser, before).await?;
        }
    }
    Ok(())
}

async fn own_choice(browser: &Browser) -> Result<()> {
    let data = data()?;
    browser.open("/catalogue/").await?;
    let before = all_values(browser, "Thème").await?;
    toggle(browser, "Thème", "Mobilité").await?;
    wait_count(browser, expected(&data, &[("theme", &["mobilite"])]).len()).await?;
    // The other themes stay within reach: choosing one adds its results.
    for (before, after) in before.iter().zip(values(browser, "Thème").await?) {
        same("the order", &after.label, &before.label)?;
        same(&after.label, &after.count, &before.count)?;
        ensure!(!after.disabled, "{} is disabled", after.label);
    }
    // The other facets are counted within the choice.
    for found in all_values(browser, "Type").await? {
        let label = &found.label;
        let nature = list(&data["vocabularies"], "nature")
            .iter()
            .find(|term| text(term, "label") == label)
            .map_or("", |term| text(term, "id"));
        let expected = expected(&data, &[("theme", &["mobilite"]), ("nature", &[nature])]);
        same(label, &found.count, &expected.len())?;
    }
    Ok(())
}

async fn zero(browser: &Browser) -> Result<()> {
    let data = data()?;
    browser.open("/catalogue/?theme=cyber").await?;
    let values = all_values(browser, "Type").await?;
    let (empty, full): (Vec<_>, Vec<_>) = values.iter().partition(|value| value.count == 0);
    ensure!(!empty.is_empty() && !full.is_empty(), "the data has no such case: {values:?}");
    for value in &values {
        same(&value.label, &value.disabled, &(value.count == 0))?;
    }
    // A value that is chosen can always be given up, even when nothing is left.
    browser.open("/catalogue/?theme=cyber&besoin=formation,juridique&nature=encyclopedie").await?;
    same("results", &count(browser).await?, &0)?;
    ensure!(
        expected(&data, &[("theme", &["cyber"]), ("nature", &["encyclopedie"])]).is_empty(),
        "the data has a result here"
    );
    let chosen = value(browser, "Thème", "Cybersécurité").await?;
    ensure!(chosen.chosen && !chosen.disabled, "{chosen:?}");
    Ok(())
}

async fn unknown(browser: &Browser) -> Result<()> {
    let data = data()?;
    browser.open("/catalogue/").await?;
    let found = value(browser, "Maturité", "Non renseignée").await?;
    let expected = of_kind(&data, "commun").filter(|entry| entry["maturity"]["resource"]["stage"].is_null()).count();
    same("unknown maturity", &found.count, &expected)?;
    toggle(browser, "Maturité", "Non renseignée").await?;
    wait_count(browser, expected).await?;
    at(browser, "/catalogue/?ressource=inconnu").await
}
