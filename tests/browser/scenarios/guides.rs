//! The pages that help to decide and act: choices that are in the address, and ways on.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};

use crate::support::{at, data, entry, has, list, same};

pub(crate) fn register(suite: &mut Suite) {
    suite.add("guides: the header leads to each of them", header);
    suite.add("guides: a text takes no program until something is chosen in it", texts);
    suite.add("guides: what one brings finds who needs it, in the address", skills);
    suite.add("guides: a shared address shows the same choice", shared);
    suite.add("guides: answers draw the portrait, in the address", portrait);
    suite.add("guides: the keyboard answers the questions", keyboard);
    suite.add("guides: anchors lead to families and terms", anchors);
    suite.add("guides: challenges and scales open the filtered catalogue", filters);
    suite.add("guides: the dates of the call are a calendar", calendar);
}

/// The checked choices, by value.
const CHECKED: &str = "return [...document.querySelectorAll('main input:checked')].map(input => input.value)";

async fn checked(browser: &Browser) -> Result<Vec<String>> {
    browser.js(CHECKED, &[]).await
}

async fn header(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    for (label, path, heading) in [
        ("Comprendre", "/comprendre/", "Comprendre les communs numériques"),
        ("Contribuer", "/contribuer/", "Contribuer"),
        ("Collectivités", "/collectivites/", "Un commun dans votre collectivité"),
        ("Soutiens", "/soutiens/", "Soutenir les communs"),
    ] {
        browser.click_text(".header__nav a", label).await?;
        at(browser, path).await?;
        browser.wait_for_text("main h1", heading).await?;
        same("the current entry", &browser.text(".header__nav [aria-current]").await?.as_str(), &label)?;
    }
    browser.assert_quiet().await
}

/// Who reads a text downloads no program; who chooses something there does.
async fn texts(browser: &Browser) -> Result<()> {
    let programs = |browser: &Browser| {
        let asked = browser.server().requests().into_iter().map(|request| request.path);
        asked.filter(|path| path.ends_with(".wasm")).count()
    };
    browser.server().clear_requests();
    browser.load("/contribuer/").await?;
    browser.wait_until("document.readyState === 'complete'").await?;
    browser.js::<()>("scrollTo(0, 900); dispatchEvent(new Event('wheel'))", &[]).await?;
    // The page has compared its data, after which it would fetch the app if it had to.
    browser
        .wait_until("performance.getEntriesByName(document.querySelector('#catalogue-data').href).length > 0")
        .await?;
    browser.click_text(".header__nav a", "Comprendre").await?;
    at(browser, "/comprendre/").await?;
    same("programs for two texts", &programs(browser), &0)?;
    browser.back().await?;
    browser.wait_for(".guide__offer input").await?;
    browser.click(".guide__offer input[value='technique']").await?;
    at(browser, "/contribuer/?apport=technique").await?;
    // The modules of the app, which draws the other pages too: the first, that of these pages, and what it shares.
    same("programs once something is chosen", &programs(browser), &6)?;
    browser.click_text(".header__nav a", "Soutiens").await?;
    browser.wait_until("document.activeElement.matches('main h1')").await?;
    same("programs for the page after", &programs(browser), &6)
}

async fn skills(browser: &Browser) -> Result<()> {
    browser.open("/contribuer/").await?;
    let groups = browser.texts(".help h3").await?;
    ensure!(!groups.is_empty(), "no need is told");
    browser.click(".guide__offer input[value='technique']").await?;
    at(browser, "/contribuer/?apport=technique").await?;
    browser.click(".guide__offer input[value='juridique']").await?;
    at(browser, "/contribuer/?apport=juridique,technique").await?;
    browser.wait_for(".guide__needs > ul > .need:nth-child(2)").await?;
    let found = browser.count(".guide__needs .need").await?;
    browser.wait_for_text(".guide__needs [role='status']", &format!("{found}\u{a0}communs")).await?;
    ensure!(browser.count(".help").await? == 0, "all needs are still there");
    browser.click(".guide__offer input[value='technique']").await?;
    browser.click(".guide__offer input[value='juridique']").await?;
    at(browser, "/contribuer/").await?;
    same("the groups of needs", &browser.texts(".help h3").await?, &groups)?;
    browser.assert_quiet().await
}

async fn shared(browser: &Browser) -> Result<()> {
    browser.open("/contribuer/?apport=financement").await?;
    browser.wait_for(".guide__needs .need").await?;
    same("what is chosen", &checked(browser).await?, &vec!["financement".to_owned()])?;
    browser.open("/soutiens/autodiagnostic/?ressource=abouti&q1=partie").await?;
    browser.wait_for_text("#portrait [role='status']", "ressource aboutie").await?;
    let answers = checked(browser).await?;
    same("the answer on the resource", &answers.first().map(String::as_str), &Some("abouti"))?;
    has(&answers.join(" "), "partie")
}

async fn portrait(browser: &Browser) -> Result<()> {
    browser.open("/soutiens/autodiagnostic/").await?;
    browser.click("input[name='communaute'][value='evolution']").await?;
    at(browser, "/soutiens/autodiagnostic/?communaute=evolution").await?;
    browser.wait_for_text("#portrait [role='status']", "communauté en évolution").await?;
    browser.wait_for("#portrait svg path[stroke^='var']").await?;
    browser.click("input[name='q1'][value='non']").await?;
    at(browser, "/soutiens/autodiagnostic/?communaute=evolution&q1=non").await?;
    browser.wait_for_text("#portrait", "À travailler").await?;
    browser.click("input[name='communaute'][value='']").await?;
    at(browser, "/soutiens/autodiagnostic/?q1=non").await?;
    browser.assert_quiet().await
}

async fn keyboard(browser: &Browser) -> Result<()> {
    browser.open("/soutiens/autodiagnostic/").await?;
    browser.tab_to("input[name='ressource']", 60).await?;
    browser.press(communs_browser_tests::Key::Right).await?;
    at(browser, "/soutiens/autodiagnostic/?ressource=reflexion").await?;
    ensure!(browser.is_focused("input[name='ressource'][value='reflexion']").await?, "the choice lost the focus");
    Ok(())
}

async fn anchors(browser: &Browser) -> Result<()> {
    browser.open("/soutiens/").await?;
    browser.click("a[href='#frein-juridique']").await?;
    at(browser, "/soutiens/#frein-juridique").await?;
    browser.open("/comprendre/#interoperabilite").await?;
    browser.wait_until("document.querySelector('#interoperabilite').getBoundingClientRect().top < innerHeight").await
}

async fn filters(browser: &Browser) -> Result<()> {
    browser.open("/soutiens/").await?;
    browser.click("main a[href='/catalogue/?theme=mobilite']").await?;
    at(browser, "/catalogue/?theme=mobilite").await?;
    browser.open("/collectivites/").await?;
    browser.click("main a[href='/catalogue/?type=tout&echelle=region']").await?;
    at(browser, "/catalogue/?type=tout&echelle=region").await?;
    browser.wait_for(".result").await
}

async fn calendar(browser: &Browser) -> Result<()> {
    browser.open("/soutiens/").await?;
    let text: String = browser
        .js(
            "const link = document.querySelector('a[download]'); return fetch(link.href).then(reply => reply.text())",
            &[],
        )
        .await?;
    let waves = list(entry(&data()?, "appel-a-communs")?, "waves").len();
    same("the number of events", &text.matches("BEGIN:VEVENT\r\n").count(), &waves)?;
    browser.assert_quiet().await
}
