//! Another catalogue in the place of ours: nothing of the site is tied to its
//! own content, and nothing has to be built again.

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Suite};
use serde_json::Value;

use crate::catalogue::{count, names};
use crate::support::{at, entries, entry_page_of, has, same, serve, text, unfold_notice};

pub(crate) fn register(suite: &mut Suite) {
    suite.add("other catalogue: the home page is its own", home);
    suite.add("other catalogue: tabs, facets and search are its own", catalogue);
    suite.add("other catalogue: its entry pages open and lead to each other", entry_pages);
    suite.add("other catalogue: nothing of ours is left, on any page", no_trace);
    suite.add("other catalogue: a long name keeps the header in one row", long_name);
    suite.add("other catalogue: a changed file shows after a reload", reload);
    suite.add("other catalogue: what forms save loses no entry", saved_by_forms);
    suite.add("other catalogue: texts of other languages say which, and run their own way", languages);
    suite.add("other catalogue: its pages are its own, and those without content are nowhere", pages);
    suite.add("other catalogue: a nature with the id of what is not known filters those that have it", reserved);
}

/// Three entries, two grids, two themes.
fn three() -> Result<Value> {
    serde_json::from_str(include_str!("../fixtures/three.json")).context("the fixture")
}

/// Serves it, and says where its pages are.
fn serve_three(browser: &Browser) -> Result<Vec<String>> {
    let data = three()?;
    serve(browser, &data);
    let entry_pages = entries(&data).iter().map(entry_page_of);
    let pages = ["/", "/catalogue/", "/catalogue/?type=tout&vue=tableau", "/a-propos/", "/rien"];
    Ok(pages.into_iter().map(str::to_owned).chain(entry_pages).collect())
}

async fn home(browser: &Browser) -> Result<()> {
    serve_three(browser)?;
    browser.open("/").await?;
    same("the title", &browser.title().await?.as_str(), &"Ce que les ateliers de Brume partagent · Ateliers de Brume")?;
    let names = browser.texts(".brand__name").await?;
    same("the name of the site", &names, &vec!["Ateliers de Brume".to_owned(); 2])?;
    let words = browser.text("main").await?;
    for part in ["Trois fiches, tenues par le lycée.", "À emporter", "Un outil à partager", "ateliers@brume.example"]
    {
        has(&words, part)?;
    }
    let cards = |grid: &str| format!("#{grid} .card__title a");
    same(
        "the first grid",
        &browser.attributes(&cards("a-emporter"), "href").await?,
        &vec![Some("/communs/banc-de-soudure/".to_owned())],
    )?;
    same("its image", &browser.count("#a-emporter .card__image").await?, &1)?;
    // The second sends to the sites; without a site, a card opens its entry page.
    let expected =
        ["/organisations/lycee-de-brume/", "https://banc.brume.example/plans", "/programmes/heures-ouvertes/"];
    same(
        "the second grid",
        &browser.attributes(&cards("pour-apprendre"), "href").await?,
        &expected.map(|href| Some(href.to_owned())).to_vec(),
    )?;
    same("its row", &browser.rows("#pour-apprendre .card").await?, &vec![3])?;
    let themes = browser.texts(".swatches .swatch__name > span:first-child").await?;
    same("the themes", &themes, &["Métal", "Transmission"].map(str::to_owned).to_vec())?;
    let figures = browser.texts(".totals dd").await?;
    same("the figures that are not nought", &figures, &["1", "1", "1", "1"].map(str::to_owned).to_vec())
}

async fn catalogue(browser: &Browser) -> Result<()> {
    serve_three(browser)?;
    browser.open("/catalogue/").await?;
    let tabs = browser.texts(".tabs__count").await?;
    same("the tabs", &tabs.join(" ").as_str(), &"1 1 1 0 0 0 0 3")?;
    browser.open("/catalogue/?type=tout").await?;
    browser.type_into("#q", "metal").await?;
    at(browser, "/catalogue/?q=metal&type=tout").await?;
    same("by theme and by summary", &count(browser).await?, &2)?;
    browser.open("/catalogue/?theme=metal").await?;
    same("by a facet", &names(browser).await?, &vec!["Banc de soudure".to_owned()])?;
    // A facet of ours is no facet of theirs.
    browser.open("/catalogue/?theme=mobilite").await?;
    has(&browser.text(".catalogue__head .alert").await?, "mobilite")?;
    same("results", &count(browser).await?, &1)
}

async fn entry_pages(browser: &Browser) -> Result<()> {
    serve_three(browser)?;
    let data = three()?;
    for entry in entries(&data) {
        browser.open(&entry_page_of(entry)).await?;
        same("the heading", &browser.text("main h1").await?.as_str(), &text(entry, "name"))?;
        same("notices", &browser.count(".diagnostics").await?, &0)?;
    }
    browser.click(".rubric a[href='/communs/banc-de-soudure/']").await?;
    at(browser, "/communs/banc-de-soudure/").await?;
    browser.click("#r2 a[href='/organisations/lycee-de-brume/']").await?;
    at(browser, "/organisations/lycee-de-brume/").await?;
    browser.wait_for_text("main", "Ce que porte cette structure").await
}

async fn no_trace(browser: &Browser) -> Result<()> {
    for page in serve_three(browser)? {
        browser.open(&page).await?;
        let words = browser.text("#app").await?;
        for ours in ["code.gouv.fr", "OpenStreetMap", "Mobilité", "administration publique"] {
            ensure!(!words.contains(ours), "{page} still says {ours}");
        }
        let links = browser.attributes("#app a[href]", "href").await?;
        let ours: Vec<_> = links.iter().flatten().filter(|href| href.contains("gouv.fr")).collect();
        ensure!(ours.is_empty(), "{page} still links to {ours:?}");
        browser.assert_no_sideways_scroll().await?;
        browser.assert_accessible().await.with_context(|| page.clone())?;
    }
    browser.assert_quiet_but_for_absences().await
}

async fn long_name(browser: &Browser) -> Result<()> {
    let mut data = three()?;
    for name in ["Les communs numériques de Brume", "Le catalogue des communs numériques du Pays de Brume"] {
        data["site"]["title"] = name.into();
        browser.server().clear_overrides();
        serve(browser, &data);
        browser.open("/").await?;
        for width in [1920, 1280, 1024, 768, 360] {
            browser.resize(width, 740).await?;
            let middles: Vec<f64> = browser
                .js(
                    "return [...document.querySelector('.header__row').children].map(e => e.getBoundingClientRect())
                       .filter(box => box.width > 0).map(box => (box.top + box.bottom) / 2)",
                    &[],
                )
                .await?;
            ensure!(middles.len() > 1, "the header has {} parts", middles.len());
            let uneven = middles.iter().any(|middle| (middle - middles[0]).abs() > 3.0);
            ensure!(!uneven, "{name}: the parts of the header stand at {middles:?} at {width} px");
            browser.assert_no_sideways_scroll().await?;
        }
    }
    browser.assert_quiet_but_for_absences().await
}

async fn reload(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    let before = browser.text("main h1").await?;
    let mut data = three()?;
    data["site"]["heading"] = "Le premier état".into();
    serve(browser, &data);
    browser.reload().await?;
    same("the heading", &browser.text("main h1").await?.as_str(), &"Le premier état")?;
    ensure!(before != "Le premier état", "the page did not change");
    data["site"]["heading"] = "Le second état".into();
    browser.server().clear_overrides();
    serve(browser, &data);
    browser.reload().await?;
    same("the heading", &browser.text("main h1").await?.as_str(), &"Le second état")
}

async fn saved_by_forms(browser: &Browser) -> Result<()> {
    serve(browser, &serde_json::from_str(include_str!("../../fixtures/faults/form-saved.json"))?);
    browser.open("/catalogue/").await?;
    let found = names(browser).await?;
    let expected = ["Listes nulles", "Chaînes vides", "Un seul mot", "Valeurs fausses"];
    same("every entry page", &found, &expected.map(str::to_owned).to_vec())?;
    browser.open("/communs/un-seul-mot/").await?;
    same("the theme", &browser.texts(".plate__themes .theme").await?, &vec!["Services".to_owned()])?;
    let words = browser.text("main").await?;
    for part in ["Licence MIT", "600", "seul.example", "2024"] {
        has(&words, part)?;
    }
    unfold_notice(browser).await?;
    same("the problems", &browser.count(".diagnostics li").await?, &3)
}

async fn languages(browser: &Browser) -> Result<()> {
    serve(browser, &serde_json::from_str(include_str!("../../fixtures/languages.json"))?);
    browser.open("/catalogue/").await?;
    same("commons", &count(browser).await?, &5)?;
    let language = browser.attributes(".result__text bdi", "lang").await?;
    same("the languages of the texts", &language, &["en", "ar"].map(|code| Some(code.to_owned())).to_vec())?;
    let ways =
        "return [...document.querySelectorAll('.result h3 bdi')].map((name) => getComputedStyle(name).direction)";
    same("the ways of the names", &browser.js::<Vec<String>>(ways, &[]).await?, &vec!["rtl".to_owned(); 2])?;
    browser.open("/communs/arabe/").await?;
    let sides = "const side = (css) => document.querySelector(css).getBoundingClientRect(); \
        const range = document.createRange(); range.selectNodeContents(document.querySelector('.lead bdi')); \
        return [side('.lead').right, range.getBoundingClientRect().right].map(Math.round)";
    let sides: Vec<i64> = browser.js(sides, &[]).await?;
    ensure!((sides[0] - sides[1]).abs() < 3, "a text alone in its paragraph starts on its own side: {sides:?}");
    browser.assert_accessible().await
}

async fn pages(browser: &Browser) -> Result<()> {
    serve(browser, &serde_json::from_str(include_str!("../../fixtures/pages.json"))?);
    browser.open("/").await?;
    let menu = browser.texts(".header__nav a").await?;
    same("the menu", &menu, &["Catalogue", "Débuter", "À propos"].map(str::to_owned).to_vec())?;
    browser.click_text(".header__nav a", "Débuter").await?;
    at(browser, "/debuter/").await?;
    browser.wait_for_text("main h1", "Débuter à l’atelier").await?;
    let parts = browser.attributes("main section.rubric", "id").await?;
    let expected = ["gestes", "fiches", "metal", "ateliers", "themes-de-tous", "chiffres", "reseau", "texte"];
    same("its parts", &parts, &expected.map(|id| Some(id.to_owned())).to_vec())?;
    browser.assert_no_sideways_scroll().await?;
    browser.assert_accessible().await?;
    browser.click("#ateliers a[href$='atelier=Nord']").await?;
    at(browser, "/catalogue/?v.atelier=Nord").await?;
    // What draws the catalogue comes on the way to it.
    browser.wait_for(".result").await?;
    same("those of the value", &names(browser).await?, &["Tour", "Rabot"].map(str::to_owned).to_vec())?;
    // A page of ours, one of theirs that is empty, and an address that never was: none is there.
    for path in ["/comprendre/", "/guide/vide/", "/rien/"] {
        browser.open(path).await?;
        browser.wait_for_text("main h1", "Page introuvable").await?;
    }
    Ok(())
}

async fn reserved(browser: &Browser) -> Result<()> {
    let mut data = three()?;
    data["vocabularies"]["nature"] = serde_json::json!([{ "id": "inconnu", "label": "Objet trouvé" }]);
    data["entries"][0]["nature"] = "inconnu".into();
    let mut other = data["entries"][0].clone();
    other["id"] = "sans-nature".into();
    other["name"] = "Sans nature".into();
    other.as_object_mut().context("an entry")?.remove("nature");
    data["entries"].as_array_mut().context("entries")?.push(other);
    serve(browser, &data);
    browser.open("/catalogue/").await?;
    browser.click("details.facet:not([open]) summary").await?;
    browser.click_text(".option > span", "Objet trouvé").await?;
    at(browser, "/catalogue/?nature=%2569nconnu").await?;
    same("those that have it", &names(browser).await?, &vec!["Banc de soudure".to_owned()])?;
    browser.open("/catalogue/?nature=%2569nconnu").await?;
    same("from its address", &names(browser).await?, &vec!["Banc de soudure".to_owned()])?;
    browser.open("/catalogue/?nature=inconnu").await?;
    same("those without", &names(browser).await?, &vec!["Sans nature".to_owned()])?;
    unfold_notice(browser).await?;
    let told: String = browser.js("return document.querySelector('.diagnostics').textContent", &[]).await?;
    has(&told, "inconnu")
}
