//! What helps to decide: keeping entries, comparing them, taking them away, reading numbers.

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Engine, Suite};
use serde_json::json;

use crate::support::{at, has, same};

pub(crate) fn register(suite: &mut Suite) {
    suite.add("decide: what is kept stays after a reload", kept);
    suite.add("decide: without storage the selection holds for the visit", without_storage);
    suite.add("decide: what the device keeps is shown without a gesture", shown_at_once);
    suite.add("decide: an address is another's selection, which can be kept", shared);
    suite.add("decide: entries are taken out one by one, and Back works", removed);
    suite.add("decide: the table of a selection is lines of the whole table", table);
    suite.add("decide: the results shown are what is taken away", results);
    suite.add("decide: entries to compare are added and removed in the address", compared);
    suite.add("decide: the selection goes side by side", compare_kept);
    suite.add("decide: the column of rubrics stays in sight", sticky);
    suite.add("decide: on phones what is compared is seen together, under the names", stacked);
    suite.add("decide: print has no controls", print);
    suite.add("decide: a number of the statistics opens what it counts", statistics);
    suite.add("decide: a name of the network opens its entry page", network);
    suite.add("decide: the way to the selection is in sight on phones", in_header);
}

const KEEP: &str = ".plate .keep";

/// The number in the header; nothing while nothing is kept.
async fn number(browser: &Browser) -> Result<String> {
    browser
        .js(
            "const badge = document.querySelector('.header__tools .badge'); \
                return getComputedStyle(badge).visibility === 'hidden' ? '' : badge.innerText.trim()",
            &[],
        )
        .await
}

async fn keep(browser: &Browser, path: &str) -> Result<()> {
    browser.open(path).await?;
    browser.click(KEEP).await?;
    browser.wait_for(".plate .keep[aria-pressed=true]").await
}

/// The names of the cards.
async fn cards(browser: &Browser) -> Result<Vec<String>> {
    browser.texts("main .card__title").await
}

async fn kept(browser: &Browser) -> Result<()> {
    browser.open("/communs/grist/").await?;
    same("the number", &number(browser).await?.as_str(), &"")?;
    let place = "const { left, top, width } = document.querySelector('.plate .keep').getBoundingClientRect(); return [left + scrollX, top + scrollY, width].map(Math.round)";
    let before: Vec<f64> = browser.js(place, &[]).await?;
    browser.click(KEEP).await?;
    browser.wait_for(".plate .keep[aria-pressed=true]").await?;
    same("the place of the button", &browser.js::<Vec<f64>>(place, &[]).await?, &before)?;
    has(&browser.text(KEEP).await?, "Dans ma sélection")?;
    same("the number", &number(browser).await?.as_str(), &"1")?;
    browser.open("/catalogue/?q=panoramax").await?;
    same("the number", &number(browser).await?.as_str(), &"1")?;
    browser.click(".result .keep").await?;
    browser.wait_for(".result .keep[aria-pressed=true]").await?;
    same("the number", &number(browser).await?.as_str(), &"2")?;
    browser.click(".header__tools a.tool").await?;
    at(browser, "/selection/?ids=grist,panoramax").await?;
    browser.wait_for(".kept").await?;
    same("the cards", &cards(browser).await?, &vec!["Grist".to_owned(), "Panoramax".to_owned()])?;
    browser.reload().await?;
    same("the number after a reload", &number(browser).await?.as_str(), &"2")?;
    // Another tab keeps one more: this one does not take it away.
    browser.open("/communs/terristory/").await?;
    browser.js::<()>("localStorage.setItem('/selection', 'grist,panoramax,rue-commune')", &[]).await?;
    browser.click(KEEP).await?;
    browser.wait_for(".plate .keep[aria-pressed=true]").await?;
    same("the number", &number(browser).await?.as_str(), &"4")?;
    browser.open("/selection/").await?;
    ensure!(!browser.text("main").await?.contains("vient de son adresse"), "it is mine");
    browser.assert_quiet().await
}

async fn without_storage(browser: &Browser) -> Result<()> {
    browser.deny_storage();
    keep(browser, "/communs/grist/").await?;
    browser.click(".header__tools a.tool").await?;
    at(browser, "/selection/?ids=grist").await?;
    browser.wait_for(".kept").await?;
    browser.click(".footer a[href='/a-propos/']").await?;
    browser.wait_for_text("main h1", "À propos").await?;
    same("the number", &number(browser).await?.as_str(), &"1")?;
    browser.assert_quiet().await
}

async fn shown_at_once(browser: &Browser) -> Result<()> {
    keep(browser, "/communs/grist/").await?;
    // Without a gesture: what the device keeps is what the page is for.
    browser.load("/selection/").await?;
    browser.wait_for(".kept .card").await?;
    same("the cards", &cards(browser).await?, &vec!["Grist".to_owned()])
}

async fn shared(browser: &Browser) -> Result<()> {
    keep(browser, "/communs/grist/").await?;
    browser.open("/selection/?ids=panoramax,rien,terristory").await?;
    let said = browser.text("main").await?;
    has(&said, "n’est pas gardée sur cet appareil")?;
    has(&said, "«\u{a0}rien\u{a0}»")?;
    same("the number", &number(browser).await?.as_str(), &"1")?;
    browser.click_text("main button", "Ajouter ces fiches à ma sélection").await?;
    at(browser, "/selection/").await?;
    browser.wait_until("document.querySelectorAll('.kept').length === 3").await?;
    same("the number", &number(browser).await?.as_str(), &"3")?;
    browser.back().await?;
    at(browser, "/selection/?ids=panoramax,rien,terristory").await?;
    browser.wait_until("document.querySelectorAll('.kept').length === 2").await?;
    let said = browser.text("main").await?;
    ensure!(!said.contains("n’est pas gardée"), "{said}");
    browser.click_text("main a", "Voir la mienne").await?;
    browser.wait_until("document.querySelectorAll('.kept').length === 3").await
}

async fn removed(browser: &Browser) -> Result<()> {
    browser.open("/selection/?ids=panoramax,terristory,grist").await?;
    browser.click(".kept:first-child > button").await?;
    at(browser, "/selection/?ids=terristory,grist").await?;
    browser.wait_until("document.querySelectorAll('.kept').length === 2").await?;
    browser.back().await?;
    at(browser, "/selection/?ids=panoramax,terristory,grist").await?;
    browser.wait_until("document.querySelectorAll('.kept').length === 3").await?;
    browser.forward().await?;
    at(browser, "/selection/?ids=terristory,grist").await?;
    browser.wait_until("document.querySelectorAll('.kept').length === 2").await?;
    browser.click_text("main a", "Comparer").await?;
    at(browser, "/comparer/?ids=terristory,grist").await?;
    browser.wait_for("table.compare").await
}

/// Clicks a button that gives a file, and reads that file.
async fn file(browser: &Browser, label: &str) -> Result<(String, String)> {
    browser
        .js::<()>(
            "const make = URL.createObjectURL;
             URL.createObjectURL = blob => { blob.text().then(text => { window.file = text; }); return make.call(URL, blob); };
             HTMLAnchorElement.prototype.click = function () { window.fileName = this.download; };",
            &[],
        )
        .await?;
    browser.click_text("main .tools button", label).await?;
    browser.wait_until("window.file && window.fileName").await.with_context(|| format!("{label} gives no file"))?;
    // The mark of the order of bytes is not in what the browser reads back as text.
    browser.js("const found = [fileName, file]; window.file = window.fileName = undefined; return found", &[]).await
}

async fn table(browser: &Browser) -> Result<()> {
    browser.open("/selection/?ids=terristory,grist").await?;
    let (name, csv) = file(browser, "Tableau (CSV)").await?;
    same("the name", &name.as_str(), &"selection.csv")?;
    let whole: String = browser
        .client()
        .execute_async(
            "const done = arguments[0]; fetch('/catalogue.csv').then(answer => answer.text()).then(done)",
            vec![],
        )
        .await?
        .as_str()
        .unwrap_or_default()
        .to_owned();
    let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').lines().collect();
    same("the lines", &lines.len(), &3)?;
    for (line, start) in
        lines.iter().zip(["identifiant;type;nom", "terristory;commun;TerriSTORY", "grist;commun;Grist"])
    {
        ensure!(line.starts_with(start), "{line:?} does not start with {start:?}");
        ensure!(
            whole.lines().any(|other| other.trim_start_matches('\u{feff}') == *line),
            "{line:?} is not a line of the catalogue's table"
        );
    }
    Ok(())
}

async fn results(browser: &Browser) -> Result<()> {
    browser.open("/catalogue/?theme=mobilite&tri=nom").await?;
    let count: usize = browser.text("#count").await?.split_whitespace().next().unwrap_or_default().parse()?;
    let (name, json) = file(browser, "Données (JSON)").await?;
    same("the name", &name.as_str(), &"resultats.json")?;
    let records: Vec<serde_json::Value> = serde_json::from_str(&json)?;
    same("the records", &records.len(), &count)?;
    let names: Vec<&str> = records.iter().filter_map(|record| record["nom"].as_str()).collect();
    let shown = browser.texts(".result h3").await?;
    same("the names", &names, &shown.iter().map(String::as_str).collect())
}

/// Chooses an entry in the list, as a visitor does, and adds it.
async fn add(browser: &Browser, id: &str) -> Result<()> {
    browser
        .js::<()>(
            "const list = document.querySelector('main select');
             list.value = arguments[0];
             list.dispatchEvent(new Event('change', { bubbles: true }))",
            &[json!(id)],
        )
        .await?;
    browser.click("main form button[type=submit]").await
}

async fn compared(browser: &Browser) -> Result<()> {
    browser.open("/communs/terristory/").await?;
    browser.click(".actions a[href='/comparer/?ids=terristory']").await?;
    at(browser, "/comparer/?ids=terristory").await?;
    browser.wait_for_text("main h1", "Comparer des fiches").await?;
    add(browser, "grist").await?;
    at(browser, "/comparer/?ids=terristory,grist").await?;
    browser.wait_for("table.compare").await?;
    has(&browser.text("table.compare").await?, "Différent")?;
    has(&browser.text("main [role=status]").await?, "2\u{a0}fiches\u{a0}: ")?;
    // Another can be chosen at once.
    browser.wait_until("document.activeElement.matches('main select')").await?;
    // What the list shows then is what the button adds, chosen again or not.
    let shown: String = browser.js("return document.querySelector('main select').value", &[]).await?;
    if !shown.is_empty() {
        browser.click("main form button[type=submit]").await?;
        at(browser, &format!("/comparer/?ids=terristory,grist,{shown}")).await?;
        browser.back().await?;
        at(browser, "/comparer/?ids=terristory,grist").await?;
    }
    add(browser, "rue-commune").await?;
    add(browser, "panoramax").await?;
    // There is no more to choose.
    browser.wait_until("document.activeElement.matches('.active-filters button')").await?;
    browser.back().await?;
    at(browser, "/comparer/?ids=terristory,grist,rue-commune").await?;
    browser.wait_until("document.querySelector('main [role=status]').innerText.startsWith('3')").await?;
    browser.click(".active-filters .chip").await?;
    at(browser, "/comparer/?ids=grist,rue-commune").await?;
    browser.wait_until("document.querySelectorAll('table.compare thead th').length === 3").await?;
    // The keyboard goes on from there.
    browser.wait_until("document.activeElement.matches('.active-filters button')").await?;
    browser.back().await?;
    at(browser, "/comparer/?ids=terristory,grist,rue-commune").await?;
    browser.wait_until("document.querySelectorAll('table.compare thead th').length === 4").await?;
    browser.assert_quiet().await
}

async fn compare_kept(browser: &Browser) -> Result<()> {
    keep(browser, "/communs/grist/").await?;
    keep(browser, "/communs/panoramax/").await?;
    browser.open("/comparer/").await?;
    browser.click_text("main form a", "Comparer ma sélection").await?;
    at(browser, "/comparer/?ids=grist,panoramax").await?;
    browser.wait_for("table.compare").await
}

async fn sticky(browser: &Browser) -> Result<()> {
    for (page, width) in [("/comparer/?ids=terristory,rue-commune,grist,panoramax", 880), ("/soutiens/", 360)] {
        browser.resize(width, 740).await?;
        browser.open(page).await?;
        let (scrolled, left, frame): (f64, f64, f64) = browser
            .js(
                "const frame = document.querySelector('.table-frame');
                 frame.scrollLeft = 200;
                 const cell = frame.querySelector('th[scope=row]');
                 return [frame.scrollLeft, cell.getBoundingClientRect().left, frame.getBoundingClientRect().left]",
                &[],
            )
            .await?;
        ensure!(scrolled > 100.0, "the frame of {page} scrolls {scrolled}");
        ensure!((left - frame).abs() < 3.0, "the first column of {page} is at {left}, its frame at {frame}");
        same("the frame", &browser.attribute(".table-frame", "tabindex").await?.as_deref(), &Some("0"))?;
        browser.assert_no_sideways_scroll().await?;
    }
    Ok(())
}

async fn stacked(browser: &Browser) -> Result<()> {
    const NAMES: [&str; 3] = ["TerriSTORY", "La rue commune", "Grist"];
    browser.open("/comparer/?ids=terristory,rue-commune,grist").await?;
    same(
        "names beside the values of wide screens",
        &browser.is_visible("table.compare td .compare__of").await?,
        &false,
    )?;
    for width in [320, 360] {
        browser.resize(width, 740).await?;
        // Of each row: what its cells say first, and whether one is out of sight on either side.
        let rows: Vec<(Vec<String>, bool)> = browser
            .js(
                "return [...document.querySelectorAll('table.compare tbody tr:not(.compare__rubric)')].map(row => {
                   const cells = [...row.querySelectorAll('td')];
                   const out = cells.some(cell => {
                     const { left, right, width } = cell.getBoundingClientRect();
                     return left < 0 || right > document.documentElement.clientWidth || width < 100;
                   });
                   return [cells.map(cell => cell.innerText.trim().split('\\n')[0]), out];
                 })",
                &[],
            )
            .await?;
        ensure!(rows.len() > 10, "{} rows", rows.len());
        for (names, out) in rows {
            same("the names of a row", &names, &NAMES.map(str::to_owned).to_vec())?;
            ensure!(!out, "a value is out of sight at {width} px");
        }
        browser.assert_no_sideways_scroll().await?;
    }
    browser.assert_accessible().await
}

async fn print(browser: &Browser) -> Result<()> {
    if browser.engine() != Engine::Chromium {
        return Ok(());
    }
    for page in [
        "/comparer/?ids=terristory,grist",
        "/selection/?ids=terristory,grist",
        "/statistiques/",
        "/relations/",
        "/communs/grist/",
        "/soutiens/autodiagnostic/?ressource=construction&q1=oui",
    ] {
        browser.open(page).await?;
        browser.emulate_print().await?;
        let shown: Vec<String> = browser
            .js(
                "return [...document.querySelectorAll('#app :is(button, select, input)')]
                   .filter(e => e.getClientRects().length > 0).map(e => e.outerHTML.slice(0, 80))",
                &[],
            )
            .await?;
        ensure!(shown.is_empty(), "{page} prints {shown:?}");
    }
    let answers: Vec<String> = browser
        .js(
            "return [...document.querySelectorAll('.self-check label')]
               .filter(e => e.getClientRects().length > 0).map(e => e.innerText.trim())",
            &[],
        )
        .await?;
    same("one answer a question", &answers.len(), &browser.count(".self-check fieldset").await?)?;
    same("the first", &answers[0].as_str(), &"En construction")
}

async fn statistics(browser: &Browser) -> Result<()> {
    browser.open("/statistiques/").await?;
    // A number of thousands stays in one piece, and in its column.
    let [before, after, past]: [f64; 3] = browser
        .js(
            "const number = document.querySelector('.chart__bar[href] > span:not(.sr)'), box = () => number.getBoundingClientRect();
             const before = box().height, said = number.textContent;
             number.textContent = '12\\u202f413';
             const found = [before, box().height, box().right - number.parentElement.getBoundingClientRect().right];
             number.textContent = said;
             return found",
            &[],
        )
        .await?;
    ensure!(
        before == after && past < 1.0,
        "a number of five digits: {before} px high, then {after}; {past} px too wide"
    );
    let (count, address): (String, String) = browser
        .js(
            "const link = document.querySelector('.chart__bar[href]');
             return [link.innerText.trim().split(/\\s/)[0], link.getAttribute('href')]",
            &[],
        )
        .await?;
    browser.click(".chart__bar[href]").await?;
    at(browser, &address).await?;
    browser.wait_for("#count").await?;
    ensure!(browser.text("#count").await?.starts_with(&count), "{address} does not count {count}");
    browser.back().await?;
    browser.wait_for_text("main h1", "Statistiques").await
}

async fn network(browser: &Browser) -> Result<()> {
    browser.open("/relations/").await?;
    let wide: f64 =
        browser.js("return document.querySelector('.node rect').getBoundingClientRect().width", &[]).await?;
    ensure!(wide > 60.0, "a node is {wide} px wide");
    // The keyboard has the lists, which lead everywhere the drawing does: it need not go through it all again.
    let alone: Vec<String> = browser
        .js(
            "const listed = [...document.querySelectorAll('.relations section ul a')].map(a => a.href);
             return [...document.querySelectorAll('.node a')]
               .filter(a => a.tabIndex >= 0 || !listed.includes(new URL(a.getAttribute('href'), location).href))
               .map(a => a.getAttribute('href'))",
            &[],
        )
        .await?;
    ensure!(alone.is_empty(), "stops of their own, or links in the drawing only: {alone:?}");
    browser.js::<()>("document.querySelector('.node a[href=\"/communs/panoramax/\"]').focus()", &[]).await?;
    browser.press(communs_browser_tests::Key::Enter).await?;
    at(browser, "/communs/panoramax/").await?;
    browser.wait_for_text("main h1", "Panoramax").await
}

async fn in_header(browser: &Browser) -> Result<()> {
    browser.resize(360, 740).await?;
    keep(browser, "/communs/grist/").await?;
    ensure!(browser.is_visible(".header__tools a.tool").await?, "the selection is out of reach on phones");
    browser.assert_no_sideways_scroll().await?;
    browser.click(".header__tools a.tool").await?;
    at(browser, "/selection/?ids=grist").await
}
