//! Some of the data is wrong: it is told where, and the rest works.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};
use serde_json::{Value, json};

use super::notice;
use crate::catalogue::{count, names};
use crate::support::{data, entries, entry_mut, entry_page_of, has, list, same, serve, text};

pub(super) fn register(suite: &mut Suite) {
    suite.add("faults: one invalid entry is left out, the others work", one_invalid);
    suite.add("faults: a wrong kind of entry is told with what was meant", unknown_kind);
    suite.add("faults: references that lead nowhere are told and dropped", dangling);
    suite.add("faults: the second entry of an id is left out", duplicate);
    suite.add("faults: words of no vocabulary are told with what was meant", unknown_word);
    suite.add("faults: values of a wrong type cost no more than themselves, all of them told", wrong_types);
    suite.add("faults: values of a wrong form cost no more than themselves", wrong_values);
    suite.add("faults: problems have their line, and the host may keep them from visitors", told_or_not);
    suite.add("faults: a sound catalogue shows no notice", sound);
}

/// How many cards the home page has.
fn cards(data: &Value) -> usize {
    list(data, "grids").iter().map(|grid| list(grid, "entries").len()).sum()
}

/// Opens a page and reads the notice.
async fn notice_on(browser: &Browser, data: &Value, page: &str) -> Result<String> {
    serve(browser, data);
    browser.open(page).await?;
    notice(browser).await
}

async fn one_invalid(browser: &Browser) -> Result<()> {
    let mut data = data()?;
    let rank = entries(&data).iter().position(|entry| entry["id"] == "terristory").unwrap_or_default();
    entry_mut(&mut data, "terristory")?["name"] = Value::Null;
    let total = entries(&data).len();
    let words = notice_on(browser, &data, "/catalogue/?type=tout").await?;
    for part in [
        "1 élément du fichier de données n’est pas affiché",
        "Le reste du catalogue fonctionne.",
        &format!("entries[{rank}].name"),
        "fiche « terristory »",
        "L’élément n’est pas affiché.",
    ] {
        has(&words.to_lowercase(), &part.to_lowercase())?;
    }
    same("what is left", &count(browser).await?, &(total - 1))?;

    // It is nowhere, and those that were linked to it still open.
    browser.open("/communs/terristory/").await?;
    same("the heading", &browser.text("main h1").await?.as_str(), &"Page introuvable")?;
    for id in ["aura-ee", "terristory-2mn", "appel-a-communs-resilience-2021"] {
        let entry = crate::support::entry(&data, id)?;
        browser.open(&entry_page_of(entry)).await?;
        same("the heading", &browser.text("main h1").await?.as_str(), &text(entry, "name"))?;
        let dead = browser.count("a[href='/communs/terristory/']").await?;
        same("links to what is not there", &dead, &0)?;
    }
    browser.open("/").await?;
    same("cards", &browser.count(".card").await?, &cards(&data))?;
    browser.assert_accessible().await
}

async fn unknown_kind(browser: &Browser) -> Result<()> {
    let mut data = data()?;
    entry_mut(&mut data, "openstreetmap")?["kind"] = json!("comun");
    let words = notice_on(browser, &data, "/").await?;
    for part in ["].kind", "« comun »", "Vouliez-vous écrire « commun » ?"] {
        has(&words, part)?;
    }
    // The grid closes the gap.
    let cards = browser.texts("#deja-utilises .card__title").await?;
    same("cards", &cards.len(), &(list(&data["grids"][0], "entries").len() - 1))?;
    same("the first card", &cards[0].as_str(), &"Open Food Facts")
}

async fn dangling(browser: &Browser) -> Result<()> {
    let mut data = data()?;
    let entry = entry_mut(&mut data, "terristory")?;
    entry["bearers"] = json!(["aura-e", "aura-ee"]);
    entry["related"] = json!(["nulle-part"]);
    entry["sources"] = json!([{ "document": "999" }]);
    data["grids"][0]["entries"][1] = json!("opn-food-facts");
    let words = notice_on(browser, &data, "/communs/terristory/").await?;
    for part in [
        "4 valeurs du fichier de données sont à corriger",
        "].bearers[0]",
        "aucune fiche n’a l’identifiant « aura-e »",
        "Vouliez-vous écrire « aura-ee » ?",
        "].related[0]",
        "« nulle-part »",
        "document n’a l’identifiant « 999 »",
        "grids[0].entries[1]",
        "« open-food-facts »",
    ] {
        has(&words.to_lowercase(), &part.to_lowercase())?;
    }
    same("the heading", &browser.text("main h1").await?.as_str(), &"TerriSTORY")?;
    same(
        "the bearers",
        &browser.attributes("aside a[href^='/organisations/']", "href").await?,
        &vec![Some("/organisations/aura-ee/".to_owned())],
    )
}

async fn duplicate(browser: &Browser) -> Result<()> {
    let mut data = data()?;
    let mut copy = crate::support::entry(&data, "grist")?.clone();
    copy["name"] = json!("Le second Grist");
    if let Some(entries) = data["entries"].as_array_mut() {
        entries.push(copy);
    }
    let words = notice_on(browser, &data, "/catalogue/?q=grist").await?;
    let last = format!("entries[{}].id", entries(&data).len() - 1);
    for part in [&*last, "« grist » est déjà pris", "« grist-2 »", "1 élément"] {
        has(&words, part)?;
    }
    let found = names(browser).await?;
    ensure!(found.contains(&"Grist".to_owned()), "{found:?}");
    ensure!(!found.contains(&"Le second Grist".to_owned()), "{found:?}");
    Ok(())
}

async fn unknown_word(browser: &Browser) -> Result<()> {
    let mut data = data()?;
    let entry = entry_mut(&mut data, "terristory")?;
    entry["themes"] = json!(["energie", "mobilte"]);
    entry["licence"]["id"] = json!("Licence de chez nous");
    entry["maturity"]["resource"]["stage"] = json!("aboutie");
    let words = notice_on(browser, &data, "/communs/terristory/").await?;
    for part in [
        "].themes[1]",
        "« mobilte » n’est pas dans le vocabulaire « theme »",
        "Vouliez-vous écrire « mobilite » ?",
        "].licence.id",
        "].maturity.resource.stage",
        "Vouliez-vous écrire « abouti » ?",
        "Cette valeur est ignorée.",
    ] {
        has(&words, part)?;
    }
    same("themes", &browser.texts(".plate__themes .theme").await?, &vec!["Énergie".to_owned()])?;
    has(&browser.text(".plate__maturity").await?, "Non renseignée")
}

async fn wrong_types(browser: &Browser) -> Result<()> {
    let mut data = data()?;
    let entry = entry_mut(&mut data, "terristory")?;
    entry["summary"] = json!([12]);
    entry["needs"] = json!([["de", "tout"]]);
    let words = notice_on(browser, &data, "/communs/terristory/").await?;
    // Both faults at once, so that the file is mended in one go.
    for part in ["2 valeurs du fichier", "].summary", "« [12] »", "].needs[0]", "de"] {
        has(&words, part)?;
    }
    same("the heading", &browser.text("main h1").await?.as_str(), &"TerriSTORY")?;
    same(
        "themes",
        &browser.count(".plate__themes .theme").await?,
        &list(crate::support::entry(&data, "terristory")?, "themes").len(),
    )
}

async fn wrong_values(browser: &Browser) -> Result<()> {
    let mut data = data()?;
    let entry = entry_mut(&mut data, "terristory")?;
    entry["dates"] = json!([{ "label": "Ouverture", "date": "hier" }]);
    entry["emails"] = json!(["contact chez terristory"]);
    entry["couleur"] = json!("vert");
    data["grids"][1]["columns"] = json!(7);
    data["site"]["contact"] = json!("pas une adresse");
    let words = notice_on(browser, &data, "/communs/terristory/").await?;
    for part in [
        "5 valeurs du fichier de données sont à corriger",
        "].dates[0].date",
        "« hier »",
        "].emails[0]",
        "« couleur »",
        "grids[1].columns",
        "site.contact",
    ] {
        has(&words, part)?;
    }
    same("the heading", &browser.text("main h1").await?.as_str(), &"TerriSTORY")?;
    let mails = browser.count("#app a[href^='mailto:']").await?;
    same("links to no address", &mails, &0)?;
    browser.open("/").await?;
    same("cards", &browser.count(".card").await?, &cards(&data))
}

async fn told_or_not(browser: &Browser) -> Result<()> {
    let mut data = data()?;
    data["fiches"] = json!([]);
    let words = notice_on(browser, &data, "/communs/grist/").await?;
    for part in ["ligne 1, colonne ", "(fiches)", "Vouliez-vous écrire « entries » ?"] {
        has(&words, part)?;
    }
    data["site"]["show_problems"] = json!(false);
    serve(browser, &data);
    for page in ["/", "/communs/grist/"] {
        browser.open(page).await?;
        same(page, &browser.count(".diagnostics").await?, &0)?;
    }
    Ok(())
}

async fn sound(browser: &Browser) -> Result<()> {
    for page in ["/", "/catalogue/", "/communs/terristory/", "/a-propos/"] {
        browser.open(page).await?;
        same(page, &browser.count(".diagnostics, #app [role=alert]").await?, &0)?;
    }
    Ok(())
}
