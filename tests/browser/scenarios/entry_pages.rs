//! The entry pages: all of them open, say what is known and what is not, and lead
//! to each other.

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Engine, Suite};
use serde_json::{Value, json};

use crate::support::{at, data, entries, entry, entry_page_of, has, list, of_kind, same, text};

pub(crate) fn register(suite: &mut Suite) {
    suite.add("entry pages: every kind opens by its address", by_address);
    suite.add("entry pages: every kind opens from its tab", by_link);
    suite.add("entry pages: all of them open, with safe links only", all);
    suite.add("entry pages: a commons has its seven rubrics in order", rubrics);
    suite.add("entry pages: what is not known is said", unknown);
    suite.add("entry pages: a commons and its bearer lead to each other", bearer);
    suite.add("entry pages: a programme and its examples lead to each other", examples);
    suite.add("entry pages: the contents lead to the rubrics, and Back works", contents);
    suite.add("entry pages: unknown addresses offer near matches", not_found);
}

/// One entry page of each kind.
const SAMPLES: [(&str, &str); 7] = [
    ("commun", "terristory"),
    ("programme", "appel-a-communs"),
    ("organisation", "ademe"),
    ("ressource", "lovac"),
    ("evenement", "nec-6"),
    ("contribution", "devenir-benevole-dfg"),
    ("definition", "geocommun"),
];

const RUBRICS: [&str; 7] = [
    "Besoin",
    "Structure porteuse et communauté",
    "Description",
    "Gouvernance et modèle économique",
    "Maturité",
    "Freins et besoins",
    "Ressources à partager",
];

/// Checks that the page is the page of an entry.
async fn is_entry_page(browser: &Browser, entry: &Value) -> Result<()> {
    let name = text(entry, "name");
    at(browser, &entry_page_of(entry)).await?;
    browser.wait_for_text("main h1", name).await?;
    same("the heading", &browser.text("main h1").await?.as_str(), &name)?;
    same("the title", &browser.title().await?, &format!("{name} · Communs"))
}

async fn by_address(browser: &Browser) -> Result<()> {
    let data = data()?;
    for (kind, id) in SAMPLES {
        let entry = entry(&data, id)?;
        same("the kind", &text(entry, "kind"), &kind)?;
        browser.open(&entry_page_of(entry)).await?;
        is_entry_page(browser, entry).await?;
        let words = browser.text("main").await?;
        has(&words, text(entry, "summary"))?;
        for source in list(entry, "sources") {
            let document = list(&data, "documents").iter().find(|document| document["id"] == source["document"]);
            has(&words, text(document.unwrap_or(source), "title"))?;
        }
    }
    browser.assert_quiet().await
}

async fn by_link(browser: &Browser) -> Result<()> {
    let data = data()?;
    browser.open("/").await?;
    for (kind, id) in SAMPLES {
        let entry = entry(&data, id)?;
        browser.open(&format!("/catalogue/?type={kind}&tri=nom")).await?;
        let link = format!(".results a[href='{}']", entry_page_of(entry));
        browser.wait_for(".result").await?;
        // It may be on a later page of the results.
        while browser.count(&link).await? == 0 {
            let page = browser.path().await?;
            browser.click_text(".results a", "Page suivante").await?;
            browser.wait_until(&format!("location.pathname + location.search !== {}", json!(page))).await?;
        }
        browser.click(&link).await?;
        is_entry_page(browser, entry).await?;
        browser
            .wait_until("document.activeElement.matches('main h1')")
            .await
            .with_context(|| format!("the heading of {id} has no focus, so the new page is not announced"))?;
    }
    Ok(())
}

/// Follows a link to each entry page, and gives what is wrong on them.
const VISIT: &str = "
    const [pages, done] = arguments;
    const wrong = [];
    const link = document.body.appendChild(document.createElement('a'));
    const shown = name => document.querySelector('main h1')?.innerText.trim() === name;
    const pause = () => new Promise(resume => setTimeout(resume));
    (async () => {
      for (const [path, name, rubrics] of pages) {
        link.href = path;
        link.click();
        for (let wait = 0; !shown(name) && wait < 400; wait++) await pause();
        const say = what => wrong.push(`${path}: ${what}`);
        if (!shown(name)) say(`shows ${document.querySelector('main h1')?.innerText}`);
        if (document.title !== `${name} · Communs`) say(`has the title ${document.title}`);
        if (!document.querySelector('#app-failure').hidden) say('stopped the app');
        const titles = [...document.querySelectorAll('.rubric h2')].map(h2 => h2.innerText.trim().split('\\n').at(-1).trim());
        if (rubrics.length && titles.join() !== rubrics.join()) say(`has the rubrics ${titles}`);
        for (const a of document.querySelectorAll('#app a[href]')) {
          const external = /^https?:$/.test(a.protocol) && a.origin !== location.origin;
          if (!/^(https?|mailto):$/.test(a.protocol)) say(`links to ${a.href}`);
          if (external && !a.relList.contains('external')) say(`does not mark ${a.href} as external`);
        }
        if (/undefined|null|NaN|\\[object/.test(document.querySelector('main').innerText)) say('shows a hole');
      }
    })().then(() => done(wrong), error => done([String(error)]))";

/// Browsers limit how often a page may change its address: each engine visits
/// a third of the entry pages, and the three together all of them.
async fn all(browser: &Browser) -> Result<()> {
    let data = data()?;
    browser.open("/").await?;
    let share = match browser.engine() {
        Engine::Chromium => 0,
        Engine::Firefox => 1,
        Engine::WebKit => 2,
    };
    let entry_pages: Vec<_> = entries(&data)
        .iter()
        .skip(share)
        .step_by(3)
        .map(|entry| {
            let rubrics = if entry["kind"] == "commun" { &RUBRICS[..] } else { &[] };
            json!([entry_page_of(entry), text(entry, "name"), rubrics])
        })
        .collect();
    let wrong = browser.client().execute_async(VISIT, vec![json!(entry_pages)]).await?;
    same("what is wrong", &wrong, &json!([]))?;
    browser.assert_quiet().await
}

async fn rubrics(browser: &Browser) -> Result<()> {
    browser.open("/communs/terristory/").await?;
    let expected: Vec<_> = (1..).zip(RUBRICS).map(|(number, title)| format!("{number}\n{title}")).collect();
    let found = browser.texts(".rubric h2").await?;
    let bare = |titles: &[String]| -> Vec<String> {
        titles.iter().map(|title| title.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    };
    same("the rubrics", &bare(&found), &bare(&expected))?;
    let contents = browser.texts(".contents a").await?;
    same("the contents", &bare(&contents), &bare(&expected))?;
    has(&browser.text("#r1").await?, "Piloter la transition d’un territoire")?;
    has(&browser.text("#r4").await?, "contrat de consortium")?;
    has(&browser.text("#r6").await?, "Former à l’outil")?;
    has(&browser.text("#r7").await?, "terristory.fr")
}

async fn unknown(browser: &Browser) -> Result<()> {
    browser.open("/communs/guide-centres-consolidation/").await?;
    for rubric in [1, 3, 4, 5, 6, 7] {
        let section = format!("#r{rubric}");
        let words = browser.text(&section).await?;
        ensure!(words.ends_with("Non renseigné"), "rubric {rubric} says {words:?}");
    }
    let aside = browser.text("aside").await?;
    for part in ["Licence", "cherché sans être trouvé", "1 rubrique sur 7"] {
        has(&aside, part)?;
    }
    for (label, value) in
        [("Porteur", "cherché sans être trouvé (27\u{a0}novembre 2026)"), ("Territoire", "Non renseigné")]
    {
        let found: String = browser
            .js(
                "return [...document.querySelectorAll('aside dt')]
                   .find(dt => dt.innerText.trim() === arguments[0])?.nextElementSibling.innerText ?? ''",
                &[json!(label)],
            )
            .await?;
        same(label, &found.as_str(), &value)?;
    }
    has(&browser.text(".plate__title").await?, "cherché sans être trouvé")
}

/// Clicks the first link to an entry page that is on this one, inside a selector.
async fn follow(browser: &Browser, within: &str, entry: &Value) -> Result<()> {
    let css = format!(":is({within}) a[href='{}']", entry_page_of(entry));
    browser.click(&css).await.with_context(|| format!("no link to {}", text(entry, "name")))?;
    is_entry_page(browser, entry).await
}

async fn bearer(browser: &Browser) -> Result<()> {
    let data = data()?;
    let commons = entry(&data, "terristory")?;
    let bearer = entry(&data, commons["bearers"][0].as_str().unwrap_or_default())?;
    browser.open(&entry_page_of(commons)).await?;
    follow(browser, "aside", bearer).await?;
    follow(browser, ".neighbours", commons).await?;
    follow(browser, "#r2", bearer).await?;
    browser.back().await?;
    is_entry_page(browser, commons).await
}

async fn examples(browser: &Browser) -> Result<()> {
    let data = data()?;
    let (programme, example) = of_kind(&data, "programme")
        .find_map(|programme| {
            list(programme, "examples")
                .iter()
                .filter_map(|id| entry(&data, id.as_str()?).ok())
                .find(|example| example["kind"] == "commun")
                .map(|example| (programme, example))
        })
        .context("no programme has a commons as an example")?;
    browser.open(&entry_page_of(programme)).await?;
    follow(browser, ".rubric", example).await?;
    has(&browser.text("#r2").await?, "Programmes qui le soutiennent")?;
    follow(browser, "#r2", programme).await
}

async fn contents(browser: &Browser) -> Result<()> {
    browser.open("/communs/terristory/").await?;
    browser.click(".contents a[href='#r6']").await?;
    at(browser, "/communs/terristory/#r6").await?;
    browser.wait_until("Math.abs(document.querySelector('#r6').getBoundingClientRect().top) < innerHeight / 2").await?;
    browser.click("#r6 h2").await?;
    browser.back().await?;
    at(browser, "/communs/terristory/").await?;
    browser.forward().await?;
    at(browser, "/communs/terristory/#r6").await?;
    browser.wait_for_text("main h1", "TerriSTORY").await?;
    // From another page, straight to a section.
    browser.click(".footer a[href='/#themes']").await?;
    at(browser, "/#themes").await?;
    browser
        .wait_until(
            "(top => top > -1 && top < innerHeight / 2)(
           document.querySelector('#themes')?.getBoundingClientRect().top)",
        )
        .await
        .context("the themes are not in sight")
}

async fn not_found(browser: &Browser) -> Result<()> {
    let terristory = "main a[href='/communs/terristory/']";
    for (path, said, near) in [
        ("/rien-ici", "Rien ne se trouve à l’adresse", None),
        ("/communs/terristori/", "Aucune fiche ne porte l’identifiant", Some(terristory)),
        ("/communs/terristory/notes", "Rien ne se trouve à l’adresse", Some(terristory)),
        ("/communs/ademe/", "Aucune fiche ne porte l’identifiant", Some("main a[href='/organisations/ademe/']")),
        ("/communs/%C3%A9t%C3%A9/", "« été »", None),
        ("/communs/%3Cimg%20src=x%3E/", "Aucune fiche ne porte l’identifiant", None),
    ] {
        browser.open(path).await?;
        same("the heading", &browser.text("main h1").await?.as_str(), &"Page introuvable")?;
        same("the title", &browser.title().await?.as_str(), &"Page introuvable · Communs")?;
        has(&browser.text("main").await?.replace('\u{a0}', " "), said)?;
        same("pictures", &browser.count("main img").await?, &0)?;
        if let Some(near) = near {
            browser.wait_for(near).await.with_context(|| format!("{path} does not offer {near}"))?;
        }
    }
    has(&browser.text("main").await?, "img src=x")?;

    browser.open("/communs/terristori/").await?;
    browser.click(terristory).await?;
    is_entry_page(browser, entry(&data()?, "terristory")?).await?;

    browser.open("/rien-ici").await?;
    browser.type_into("#q", "adresse").await?;
    browser.press(communs_browser_tests::Key::Enter).await?;
    at(browser, "/catalogue/?q=adresse").await?;
    browser.wait_for(".result").await
}
