//! The data does not come, or is no data.

use std::time::Duration;

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};
use xtask::server::Reply;

use super::{notice, plain};
use crate::support::{DATA, data, has, same};

pub(super) fn register(suite: &mut Suite) {
    suite.add("faults: the data is absent", absent);
    suite.add("faults: the server fails, then works when tried again", recovers);
    suite.add("faults: trying again may fail again, for another reason", fails_again);
    suite.add("faults: the server does not answer", no_answer);
    suite.add("faults: the data stops in the middle", truncated);
    suite.add("faults: the connection breaks in the middle", broken);
    suite.add("faults: the data is not JSON", not_json);
    suite.add("faults: the data is JSON of another type", wrong_type);
    suite.add("faults: the data is in another encoding", encodings);
    suite.add("faults: the data is slow, and the page reads meanwhile", slow);
    suite.add("faults: an empty catalogue still has its pages", empty);
}

/// Checks the notice above the page, which reads all the same, when there is no data.
async fn failed(browser: &Browser, reason: &str) -> Result<()> {
    browser.wait_for_text("#app main .alert h2", "La recherche et les filtres n’ont pas pu démarrer").await?;
    let words = plain(&browser.text("#app main .alert").await?);
    has(&words, reason)?;
    has(&words, "prévenez la personne qui tient ce site")?;
    same("ways on", &browser.texts("#app main .alert a").await?, &vec!["Réessayer".to_owned()])?;
    ensure!(browser.is_visible("#app main h1").await?, "the page is gone");
    ensure!(!browser.is_visible(".with-app").await?, "what cannot work is shown");
    // The frame of the site is there, to go elsewhere or come back.
    ensure!(browser.is_visible("header nav a").await?, "no navigation");
    ensure!(browser.is_visible("footer").await?, "no footer");
    ensure!(!browser.is_visible("#app-failure").await?, "the app is said to have stopped");
    same("alerts", &browser.count("#app [role=alert]").await?, &1)
}

async fn absent(browser: &Browser) -> Result<()> {
    browser.server().reply(DATA, Reply::error(404));
    for page in ["/", "/catalogue/?q=rue", "/communs/terristory/"] {
        browser.open(page).await?;
        failed(browser, "Le serveur n’a pas donné le fichier catalogue.json (réponse 404)").await?;
    }
    browser.assert_accessible().await
}

async fn recovers(browser: &Browser) -> Result<()> {
    let broken = || Reply::error(503);
    browser.server().sequence(DATA, [broken(), broken()]);
    browser.open("/communs/terristory/").await?;
    failed(browser, "réponse 503").await?;
    // Until the file is served again.
    for _ in 0..2 {
        if browser.count("main .alert a").await? == 1 {
            browser.click_text("main .alert a", "Réessayer").await?;
            browser.wait_until("dispatchEvent(new Event('wheel')) && ['ready', 'absent'].includes(document.documentElement.dataset.app)").await?;
        }
    }
    browser.wait_until("dispatchEvent(new Event('wheel')) && document.documentElement.dataset.app === 'ready'").await?;
    browser.wait_for_text("main h1", "TerriSTORY").await?;
    same("the title", &browser.title().await?.as_str(), &"TerriSTORY · Communs")?;
    browser.click_text("header nav a", "Catalogue").await?;
    browser.wait_for(".result").await
}

async fn fails_again(browser: &Browser) -> Result<()> {
    browser.server().reply(DATA, Reply::error(500));
    browser.open("/").await?;
    failed(browser, "réponse 500").await?;
    browser.server().reply(DATA, Reply::json("[]"));
    browser.click_text("main .alert a", "Réessayer").await?;
    browser.wait_for_text("main", "au lieu d’un objet").await?;
    failed(browser, "il doit commencer par une accolade").await
}

async fn no_answer(browser: &Browser) -> Result<()> {
    browser.server().reply(DATA, Reply::no_answer());
    browser.open("/").await?;
    failed(browser, "n’a pas pu être téléchargé : la connexion est peut-être coupée").await
}

async fn truncated(browser: &Browser) -> Result<()> {
    let whole = data()?.to_string();
    browser.server().reply(DATA, Reply::json(&whole.as_bytes()[..100_001]));
    browser.open("/").await?;
    failed(browser, "s’arrête avant sa fin (ligne 1, colonne ").await
}

async fn broken(browser: &Browser) -> Result<()> {
    let whole = data()?.to_string();
    browser.server().reply(DATA, Reply::json(whole).cut_after(50_000));
    browser.open("/").await?;
    // Some browsers give what they got of the file, the others nothing.
    failed(browser, "catalogue.json").await?;
    let words = plain(&browser.text("main").await?);
    ensure!(
        words.contains("n’a pas pu être téléchargé") || words.contains("s’arrête avant sa fin"),
        "the page says {words}"
    );
    Ok(())
}

async fn not_json(browser: &Browser) -> Result<()> {
    for (body, excerpt) in [
        ("<!doctype html><title>Portail captif</title>", "« <!doctype html>"),
        ("{\n  \"format\": 1,\n  \"site\": {,}\n}", "erreur ligne 3, colonne 12"),
        ("{\"format\": 1} fin", "n’est pas du JSON valide"),
    ] {
        browser.server().reply(DATA, Reply::json(body));
        browser.open("/").await?;
        failed(browser, "n’est pas du JSON valide").await?;
        has(&plain(&browser.text("main .alert").await?), excerpt)?;
    }
    // What was found is text, not markup.
    browser.server().reply(DATA, Reply::json("<img src=x onerror=window.__ran=1>"));
    browser.open("/").await?;
    failed(browser, "<img src=x").await?;
    same("pictures", &browser.count("main img").await?, &0)
}

async fn wrong_type(browser: &Browser) -> Result<()> {
    for body in ["[1, 2]", "\"catalogue\"", "12", "null", "true"] {
        browser.server().reply(DATA, Reply::json(body));
        browser.open("/").await?;
        failed(browser, "au lieu d’un objet").await?;
    }
    Ok(())
}

async fn encodings(browser: &Browser) -> Result<()> {
    let data = format!("{:#}", data()?);
    let utf16: Vec<u8> = "\u{feff}".encode_utf16().chain(data.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    browser.server().reply(DATA, Reply::json(utf16));
    browser.open("/").await?;
    failed(browser, "catalogue.json est enregistré en UTF-16").await?;
    // Names are read with a mark for each letter that is lost: the rest works.
    let windows: Vec<u8> = data.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(0x92)).collect();
    browser.server().reply(DATA, Reply::json(windows));
    browser.open("/communs/grist/").await?;
    let words = notice(browser).await?;
    has(&words, "Windows-1252")?;
    has(&words, "Enregistrez-le en UTF-8")?;
    same("the heading", &browser.text("main h1").await?.as_str(), &"Grist")?;
    let marked = format!("\u{feff}{}", data.replace('\n', "\r\n"));
    browser.server().reply(DATA, Reply::json(marked));
    browser.open("/communs/grist/").await?;
    same("notices", &browser.count(".diagnostics, #app [role=alert]").await?, &0)
}

async fn slow(browser: &Browser) -> Result<()> {
    let late = Reply::json(data()?.to_string()).delay(Duration::from_millis(1500));
    browser.server().reply(DATA, late);
    browser.load("/communs/terristory/").await?;
    browser.wake().await?;
    has(&browser.text("main h1").await?, "TerriSTORY")?;
    same("the app", &browser.attribute("html", "data-app").await?.as_deref(), &Some("waiting"))?;
    browser.wait_until("document.documentElement.dataset.app === 'ready'").await?;
    browser.assert_quiet().await
}

async fn empty(browser: &Browser) -> Result<()> {
    browser.server().reply(DATA, Reply::json("{\"format\": 1, \"site\": {\"title\": \"Vide\"}}"));
    for page in ["/", "/catalogue/", "/communs/terristory/", "/a-propos/"] {
        browser.open(page).await?;
        ensure!(!browser.is_visible("#app-failure").await?, "{page} stopped the app");
        browser.assert_accessible().await?;
    }
    browser.open("/catalogue/?q=rue&theme=donnees").await?;
    browser.wait_for(".nothing").await?;
    browser.assert_quiet().await
}
