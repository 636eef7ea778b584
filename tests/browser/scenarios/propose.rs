//! Writing an entry, and correcting one.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Engine, Key, Suite};
use serde_json::{Value, json};

use crate::support::{at, data, entry_mut, has, same, serve};

pub(super) fn register(suite: &mut Suite) {
    suite.add("propose: an entry is written, checked and shown", write);
    suite.add("propose: a correction starts from the entry", correct);
    suite.add("propose: drafts are kept where the browser allows it", drafts);
    suite.add("propose: the form comes without a gesture, and tells what it cannot correct", unasked);
    suite.add("propose: the form follows its address", follows);
    suite.add("propose: a draft of an entry that has changed asks which one counts", stale);
    suite.add("propose: a refused storage loses nothing else", refused_storage);
    suite.add("propose: lists grow and shrink", lists);
    suite.add("propose: a problem leads to its field, folded as it may be", folded);
    suite.add("propose: a schema that cannot be had is told", no_schema);
    suite.add("propose: it works on a phone", phone);
}

/// The entry as the page gives it.
async fn written(browser: &Browser) -> Result<Value> {
    let text: String = browser.js("return document.querySelector('.propose__json code').textContent", &[]).await?;
    Ok(serde_json::from_str(&text)?)
}

async fn fill(browser: &Browser, key: &str, text: &str) -> Result<()> {
    browser
        .js::<()>(
            "const field = document.getElementById(arguments[0]);
             field.value = arguments[1];
             field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', { bubbles: true }))",
            &[json!(format!("champ-{key}")), json!(text)],
        )
        .await
}

async fn write(browser: &Browser) -> Result<()> {
    browser.open("/proposer/").await?;
    browser.wait_for("#champ-name").await?;
    browser.assert_accessible().await?;
    // What may be left out whole requires nothing.
    let required: Vec<String> =
        browser.js("return [...document.querySelectorAll('[aria-required=true]')].map(e => e.id)", &[]).await?;
    same("required", &required, &["champ-name", "champ-kind", "champ-id"].map(str::to_owned).to_vec())?;
    browser.type_into("#champ-name", "Un commun d’essai").await?;
    fill(browser, "kind", "commun").await?;
    browser.wait_for(".propose__card .card").await?;
    has(&browser.text(".propose__card").await?, "Un commun d’essai")?;
    has(&browser.text(".propose__result").await?, "Rien à revoir")?;
    let entry = written(browser).await?;
    same("the id", &entry["id"], &json!("un-commun-d-essai"))?;
    same("the kind", &entry["kind"], &json!("commun"))?;
    fill(browser, "summary", "Une phrase.").await?;
    browser.wait_until("document.querySelector('.propose__json').textContent.includes('Une phrase.')").await?;
    browser.click_text(".propose__result summary", "Voir la fiche entière").await?;
    browser.wait_for(".propose__result .plate").await?;
    // What is not in the catalogue yet is neither kept nor compared.
    let ways = ".propose__result :is([aria-pressed], a[href*='/comparer/'])";
    same("ways to keep it", &browser.count(ways).await?, &0)?;
    browser.click_text(".propose__result button", "Copier").await?;
    browser
        .wait_until("/Fiche copiée|Sélectionnez le texte/.test(document.querySelector('.propose__result').innerText)")
        .await?;
    let mail = browser.attribute(".propose__json + .row a[href^='mailto:']", "href").await?.unwrap_or_default();
    has(&mail, "Un%20commun")?;
    has(&mail, "%22un-commun-d-essai%22")?;
    browser.assert_quiet().await
}

async fn correct(browser: &Browser) -> Result<()> {
    browser.open("/communs/terristory/").await?;
    browser.click_text("main a", "Proposer une correction").await?;
    at(browser, "/proposer/?fiche=terristory").await?;
    browser.wait_for("#champ-name").await?;
    same("the name", &browser.property("#champ-name", "value").await?, &json!("TerriSTORY"))?;
    let seen: f64 = browser.js("return document.querySelector('.propose__json').clientHeight", &[]).await?;
    ensure!(seen >= 90.0, "the JSON beside the form shows {seen} px of itself");
    let before = written(browser).await?;
    // Who only looks keeps no copy, which would grow old.
    let kept: usize = browser.js("return localStorage.length", &[]).await?;
    same("kept", &kept, &0)?;
    fill(browser, "summary", "Une autre phrase.").await?;
    browser.wait_until("document.querySelector('.propose__json').textContent.includes('Une autre phrase.')").await?;
    let mut after = written(browser).await?;
    ensure!(after != before, "nothing changed");
    after["summary"] = before["summary"].clone();
    same("the rest of the entry", &after, &before)
}

async fn drafts(browser: &Browser) -> Result<()> {
    browser.open("/proposer/").await?;
    browser.wait_for("#champ-name").await?;
    browser.type_into("#champ-name", "Brouillon").await?;
    browser.wait_until("document.querySelector('.propose__json')?.textContent.includes('Brouillon')").await?;
    browser.reload().await?;
    browser.wait_until("document.querySelector('#champ-name')?.value === 'Brouillon'").await?;
    // The id that was made of the name still follows it.
    fill(browser, "name", "Brouillon repris").await?;
    browser.wait_until("document.querySelector('.propose__json').textContent.includes('\"brouillon-repris\"')").await?;
    let forget = (".propose__result button", "Effacer le brouillon");
    // What was written is not lost for a slip.
    browser.click_text(forget.0, forget.1).await?;
    browser.client().dismiss_alert().await?;
    same("the name", &browser.property("#champ-name", "value").await?, &json!("Brouillon repris"))?;
    browser.click_text(forget.0, forget.1).await?;
    browser.client().accept_alert().await?;
    browser.wait_until("document.readyState === 'complete' && dispatchEvent(new Event('wheel')) && document.querySelector('#champ-name')?.value === ''").await
}

async fn unasked(browser: &Browser) -> Result<()> {
    browser.load("/proposer/").await?;
    browser.wait_for("#champ-name").await?;
    browser.open("/proposer/?fiche=nulle-part").await?;
    has(&browser.text("main .alert").await?, "nulle-part")?;
    browser.assert_quiet().await
}

async fn follows(browser: &Browser) -> Result<()> {
    browser.open("/proposer/?fiche=grist").await?;
    browser.wait_until("document.querySelector('#champ-name')?.value === 'Grist'").await?;
    fill(browser, "summary", "Une phrase à moi.").await?;
    fill(browser, "kind", "programme").await?;
    browser.click_text("footer a", "Proposer une fiche").await?;
    at(browser, "/proposer/").await?;
    browser.wait_for_text("main h1", "Proposer une fiche").await?;
    browser.wait_until("document.querySelector('#champ-name')?.value === ''").await?;
    same("the kind", &browser.property("#champ-kind", "value").await?, &json!(""))?;
    browser.wait_until("document.activeElement.matches('main h1')").await?;
    fill(browser, "name", "Une nouvelle").await?;
    browser.back().await?;
    browser.wait_for_text("main h1", "Corriger une fiche").await?;
    browser.wait_until("document.querySelector('#champ-name')?.value === 'Grist'").await?;
    // Nothing that was written, be it just before leaving, is lost or ends in the other form.
    let mine = "document.querySelector('#champ-summary').value === 'Une phrase à moi.'";
    browser.wait_until(mine).await?;
    same("the kind", &browser.property("#champ-kind", "value").await?, &json!("programme"))?;
    // What is given up is what the catalogue has again, in every kind of field.
    browser.click_text(".propose__result button", "Effacer le brouillon").await?;
    browser.client().accept_alert().await?;
    browser.wait_until("document.querySelector('#champ-summary').value !== 'Une phrase à moi.'").await?;
    same("the kind", &browser.property("#champ-kind", "value").await?, &json!("commun"))?;
    browser.forward().await?;
    browser.wait_until("document.querySelector('#champ-name')?.value === 'Une nouvelle'").await
}

async fn stale(browser: &Browser) -> Result<()> {
    const STILL: &str = "Une phrase à moi.";
    let written_here = "document.querySelector('.propose__json')?.textContent.includes('Une phrase à moi.')";
    browser.open("/proposer/?fiche=grist").await?;
    browser.wait_for("#champ-summary").await?;
    fill(browser, "summary", STILL).await?;
    browser.wait_until(written_here).await?;
    // The same data ask nothing.
    browser.reload().await?;
    browser.wait_until(written_here).await?;
    let mut newer = data()?;
    let entry = entry_mut(&mut newer, "grist")?;
    entry["summary"] = json!("La phrase d’aujourd’hui.");
    entry["need"] = json!("Le besoin d’aujourd’hui.");
    serve(browser, &newer);
    browser.reload().await?;
    browser.wait_for_text("main", "La fiche a changé depuis votre brouillon").await?;
    browser.assert_accessible().await?;
    for said in [STILL, "La phrase d’aujourd’hui."] {
        has(&browser.text(".propose__choices").await?, said)?;
    }
    same("changes shown", &browser.count(".propose__choices dt").await?, &1)?;
    browser.click_text("main button", "Reprendre mes changements").await?;
    browser.wait_until(written_here).await?;
    let entry = written(browser).await?;
    same("what the visitor left follows the data", &entry["need"], &json!("Le besoin d’aujourd’hui."))?;
    browser.reload().await?;
    browser.wait_until(written_here).await?;
    // Another change, and the draft is given up.
    entry_mut(&mut newer, "grist")?["summary"] = json!("La phrase de demain.");
    serve(browser, &newer);
    browser.reload().await?;
    browser.wait_for(".propose__choices").await?;
    browser.click_text("main button", "Repartir de la fiche d’aujourd’hui").await?;
    browser.client().accept_alert().await?;
    browser.wait_until("document.querySelector('#champ-summary')?.value === 'La phrase de demain.'").await?;
    same("drafts", &browser.js::<usize>("return localStorage.length", &[]).await?, &0)?;
    // A draft of the last release is moved to where this one looks.
    browser
        .js::<()>(
            "const written = { id: 'grist', kind: 'commun', name: 'Grist', summary: 'Une phrase gardée.' };
             localStorage.setItem('/brouillon grist', JSON.stringify({ origine: arguments[0], brouillon: written }))",
            &[entry_mut(&mut newer, "grist")?.clone()],
        )
        .await?;
    browser.reload().await?;
    browser.wait_until("document.querySelector('#champ-summary')?.value === 'Une phrase gardée.'").await?;
    let keys: Vec<String> = browser.js("return Object.keys(localStorage)", &[]).await?;
    same("drafts", &keys, &vec!["/draft grist".to_owned()])?;
    browser.js::<()>("localStorage.clear()", &[]).await?;
    // A draft of the first releases does not know what it started from.
    browser
        .js::<()>(
            "localStorage.setItem('brouillon grist', JSON.stringify({ id: 'grist', kind: 'commun', name: 'Grist' }, null, 2))",
            &[],
        )
        .await?;
    browser.reload().await?;
    browser.wait_for_text("main", "La fiche a peut-être changé").await?;
    browser.assert_quiet().await
}

async fn refused_storage(browser: &Browser) -> Result<()> {
    browser.deny_storage();
    browser.open("/proposer/").await?;
    browser.wait_for("#champ-name").await?;
    browser.type_into("#champ-name", "Sans mémoire").await?;
    browser.wait_until("document.querySelector('.propose__json')?.textContent.includes('Sans mémoire')").await
}

async fn lists(browser: &Browser) -> Result<()> {
    browser.open("/proposer/").await?;
    browser.wait_for("#champ-links button").await?;
    // Who it is comes first: the rest is checked then.
    fill(browser, "name", "Essai").await?;
    fill(browser, "kind", "commun").await?;
    browser.click("#champ-links > button").await?;
    browser.wait_until("document.activeElement.id === 'champ-links-0--url'").await?;
    fill(browser, "links-0--url", "javascript:alert(1)").await?;
    browser.wait_for_text("#champ-links-0--url-fault", "http").await?;
    has(&browser.text(".propose__result").await?, "Adresses › nº\u{a0}1 › Adresse http")?;
    let invalid = "#champ-links-0--url[aria-invalid=true]";
    same("the field is said to be wrong", &browser.count(invalid).await?, &1)?;
    browser.click(".propose__result ul a").await?;
    browser.wait_until("document.activeElement.id === 'champ-links-0--url'").await?;
    fill(browser, "links-0--url", "https://exemple.fr").await?;
    browser.wait_until("!document.querySelector('#champ-links-0--url-fault').textContent").await?;
    same("the field is right", &browser.count(invalid).await?, &0)?;
    same("the links", &written(browser).await?["links"], &json!([{ "url": "https://exemple.fr" }]))?;
    browser.js::<()>("document.querySelector('#champ-links .propose__item > button').focus()", &[]).await?;
    browser.press(Key::Enter).await?;
    browser.wait_until("!document.querySelector('.propose__json').textContent.includes('links')").await?;
    // What was taken out had the focus: the list has it then, and shows it.
    browser.wait_until("document.activeElement.id === 'champ-links'").await?;
    // Firefox takes a focus that a script gives, once its former place is gone, for one that nobody looks for.
    if browser.engine() == Engine::Firefox {
        return Ok(());
    }
    browser.wait_until("getComputedStyle(document.activeElement).outlineStyle === 'solid'").await
}

async fn folded(browser: &Browser) -> Result<()> {
    browser.open("/proposer/").await?;
    browser.wait_for("#champ-name").await?;
    // Names have one line, sentences several.
    for (key, tag) in [("name", "INPUT"), ("summary", "TEXTAREA")] {
        same(key, &browser.property(&format!("#champ-{key}"), "tagName").await?, &json!(tag))?;
    }
    fill(browser, "name", "Essai").await?;
    fill(browser, "kind", "commun").await?;
    fill(browser, "id", "Pas un identifiant").await?;
    browser.wait_for(".propose__result ul a[href='#champ-id']").await?;
    same("unfolded fields", &browser.count(".propose__more[open]").await?, &0)?;
    browser.click(".propose__result ul a[href='#champ-id']").await?;
    browser.wait_until("document.activeElement.id === 'champ-id'").await
}

async fn no_schema(browser: &Browser) -> Result<()> {
    browser.server().reply("/catalogue.schema.json", xtask::server::Reply::error(404));
    browser.open("/proposer/").await?;
    browser.wait_for_text("main", "Le formulaire n’a pas pu être chargé").await?;
    browser.clear_log().await
}

async fn phone(browser: &Browser) -> Result<()> {
    browser.resize(360, 740).await?;
    browser.open("/proposer/?fiche=terristory").await?;
    browser.wait_for("#champ-name").await?;
    browser.click(".propose__more > summary").await?;
    browser.assert_no_sideways_scroll().await?;
    browser.assert_accessible().await
}
