//! Pages that the browser translates: what they show goes on following what the visitor does.

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Suite};
use fantoccini::Locator;
use serde_json::json;
use xtask::server::Reply;

use crate::support::same;

/// What Chrome's translation does to a page; the texts become « ⟦…⟧ ».
const TRANSLATOR: &str = include_str!("../fixtures/translate.js");

/// What a page shows: all of its texts, and where its links lead, without the marks of the translation.
const SHOWN: &str = "window.shown = () => {
  const app = document.getElementById('app');
  const read = e => e.textContent.replace(/[⟦⟧]/g, '');
  return [read(app), ...[...app.querySelectorAll('a[href]')].map(a => `${a.getAttribute('href')} ${read(a)}`)];
};
// Texts that the browser should have translated.
window.left = () => {
  const left = [], walk = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { data, parentElement } = walk.currentNode;
    if (data.trim() && !parentElement.closest('font, script, style, textarea, svg, [translate=no]')) left.push(data);
  }
  return left;
};
// When the page last changed, or was last used.
window.changed = performance.now();
new MutationObserver(() => { window.changed = performance.now(); })
  .observe(document, { subtree: true, childList: true, characterData: true, attributes: true });";

/// Pages, and what the visitor does there.
const TOURS: &[(&str, &[&str])] = &[
    (
        "/catalogue/",
        &[
            "document.querySelectorAll('.facet input[type=checkbox]')[0].click()",
            "document.querySelectorAll('.facet input[type=checkbox]')[2].click()",
            "document.querySelector('.active-filters .chip').click()",
            "document.querySelector('.list .keep').click()",
            "type('#q', 'donnees')",
            "document.querySelectorAll('input[name=vue]')[0].click()",
            "document.querySelectorAll('.tabs a')[1].click()",
            "document.querySelectorAll('input[name=vue]')[2].click()",
            "history.back()",
            "type('#q', 'zzzz')",
            "document.querySelector('.removals button, .nothing a').click()",
            "document.querySelectorAll('.tabs a')[0].click()",
            "choose('.sort select', 'besoins')",
            "type('.option__search input', 'e')",
            "document.querySelector('.facets__foot button').click()",
        ],
    ),
    ("/", &["type('#q', 'rue'); document.querySelector('form.search').requestSubmit()", "history.back()"]),
    (
        "/communs/terristory/",
        &[
            "document.querySelector('.plate .keep').click()",
            "document.querySelector('main .neighbours a, main .card a').click()",
            "history.back()",
            "document.querySelector('.plate .keep').click()",
        ],
    ),
    (
        "/comparer/?ids=terristory,rue-commune,grist",
        &[
            "document.querySelector('.active-filters button').click()",
            "choose('main form select', 'panoramax'); document.querySelector('main form').requestSubmit()",
            "document.querySelector('.active-filters button').click()",
            "document.querySelector('.active-filters button').click()",
            "history.back()",
        ],
    ),
    (
        "/selection/?ids=panoramax,terristory,grist",
        &[
            "document.querySelector('.kept > button').click()",
            "document.querySelector('.kept > button').click()",
            "history.back()",
            "document.querySelector('.alert button').click()",
        ],
    ),
    (
        "/integrer/",
        &[
            "choose('.configure select', 'tout')",
            "document.querySelectorAll('.facet input[type=checkbox]')[0].click()",
            "type('#q', 'adresse')",
            "document.querySelector('.active-filters .chip').click()",
        ],
    ),
    (
        "/soutiens/autodiagnostic/",
        &[
            "document.querySelectorAll('input[name=ressource]')[2].click()",
            "document.querySelectorAll('input[name=q1]')[2].click()",
            "document.querySelectorAll('input[name=ressource]')[3].click()",
        ],
    ),
    (
        "/proposer/",
        &[
            "type('#champ-name', 'Un essai')",
            "choose('#champ-kind', 'commun')",
            "document.querySelector('#champ-links > button').click()",
            "type('#champ-links-0--url', 'javascript:rien')",
            "type('#champ-links-0--url', 'https://exemple.fr')",
            "document.querySelector('#champ-links .propose__item > button').click()",
        ],
    ),
];

/// The same in a frame of another page.
const FRAME: (&str, &[&str]) = (
    "/embed/?limite=6",
    &[
        "type('#q', 'donnees')",
        "document.querySelectorAll('.facet input[type=checkbox]')[0].click()",
        "document.querySelector('.active-filters .chip').click()",
        "type('#q', '')",
        "document.querySelector('.bar--pages a').click()",
    ],
);

/// When the page is translated.
#[derive(Debug, Clone, Copy, PartialEq)]
enum When {
    Never,
    BeforeApp,
    AfterApp,
}

pub(super) fn register(suite: &mut Suite) {
    for (page, gestures) in TOURS {
        suite.add(format!("translated: {page} shows what it would in French"), async move |browser: &Browser| {
            as_its_twin(browser, page, gestures, false).await
        });
    }
    suite.add("translated: a frame shows what it would in French", framed);
    suite.add("translated: names and addresses of a code are left as they are", code);
}

async fn framed(browser: &Browser) -> Result<()> {
    as_its_twin(browser, FRAME.0, FRAME.1, true).await
}

async fn as_its_twin(browser: &Browser, page: &str, gestures: &[&str], in_frame: bool) -> Result<()> {
    browser.before_page(&format!(
        "localStorage.clear(); {SHOWN} window.translatePage = () => {{ {TRANSLATOR} }};
         window.type = (css, text) => {{
           const field = document.querySelector(css);
           field.value = text;
           field.dispatchEvent(new Event('input', {{ bubbles: true }}));
         }};
         window.choose = (css, value) => {{
           const list = document.querySelector(css);
           list.value = value;
           list.dispatchEvent(new Event('change', {{ bubbles: true }}));
         }};"
    ));
    let host = format!("<!doctype html><title>-</title><iframe src='{page}' width=1200 height=900></iframe>");
    browser.server().reply("/hote.html", Reply::html(host));
    let address = if in_frame { "/hote.html" } else { page };
    let twin = tour(browser, address, gestures, When::Never, &[]).await?;
    for (steps, gesture) in twin.windows(2).zip(gestures) {
        ensure!(steps[0] != steps[1], "{gesture} changes nothing");
    }
    for when in [When::AfterApp, When::BeforeApp] {
        tour(browser, address, gestures, when, &twin).await.with_context(|| format!("{when:?}"))?;
    }
    if page == "/integrer/" {
        // Its preview is replaced while the app of the former one is on its way.
        return browser.clear_log().await;
    }
    browser.assert_quiet().await
}

/// What a page shows after each gesture, which must be that of its twin.
async fn tour(
    browser: &Browser,
    page: &str,
    gestures: &[&str],
    when: When,
    twin: &[Vec<String>],
) -> Result<Vec<Vec<String>>> {
    const READY: &str = "document.documentElement.dataset.app === 'ready'";
    browser.load(page).await?;
    if page == "/hote.html" {
        browser.client().find(Locator::Css("iframe")).await?.enter_frame().await?;
    }
    browser.wait_until("document.readyState === 'complete' && window.shown").await?;
    if when == When::BeforeApp {
        // Some pages are drawn again by the app without waiting for a gesture: what they show is asked, or on the device.
        let waits: bool = browser.js(&format!("translatePage(); return !({READY})"), &[]).await?;
        ensure!(waits || page.contains('?') || ["/hote.html", "/proposer/"].contains(&page), "the app was there first");
    }
    browser
        .wait_until(&format!("{READY} || !dispatchEvent(new Event('wheel')) || !dispatchEvent(new Event('input'))"))
        .await?;
    browser.wait_until(READY).await?;
    if page == "/proposer/" {
        browser.wait_for("#champ-name").await?;
    }
    if when == When::AfterApp {
        browser.js::<()>("translatePage()", &[]).await?;
    }
    let mut shown = Vec::new();
    for (rank, gesture) in std::iter::once(&"").chain(gestures).enumerate() {
        // The page has not settled before it has changed.
        let used = if gesture.is_empty() { String::new() } else { format!("window.changed = Infinity; {gesture}") };
        browser.js::<()>(&used, &[]).await.with_context(|| format!("in {gesture}"))?;
        let Some(expected) = twin.get(rank) else {
            shown.push(settled(browser).await?);
            continue;
        };
        let expected_text = json!(expected);
        let right = format!("JSON.stringify(shown()) === JSON.stringify({expected_text}) && !left().length");
        if browser.wait_until(&right).await.is_err() {
            let left: Vec<String> = browser.js("return left()", &[]).await?;
            same(&format!("not translated after {gesture}"), &left, &Vec::new())?;
            let found: Vec<String> = browser.js("return shown()", &[]).await?;
            let different = found.iter().zip(expected).find(|(found, expected)| found != expected);
            let (found, expected) = different.context("more or fewer links")?;
            let at = found.chars().zip(expected.chars()).take_while(|(one, other)| one == other).count();
            let near = |text: &str| text.chars().skip(at.saturating_sub(30)).take(90).collect::<String>();
            same(&format!("after {gesture}"), &near(found), &near(expected))?;
        }
    }
    if when != When::Never {
        let fonts = browser.count("#app font").await?;
        ensure!(fonts > 20, "{fonts} texts are translated");
    }
    Ok(shown)
}

/// What is shown once nothing has changed for longer than what waits before it is announced.
async fn settled(browser: &Browser) -> Result<Vec<String>> {
    browser.wait_until("performance.now() - changed > 900").await.context("the page never settles")?;
    browser.js("return shown()", &[]).await
}

/// What is to be copied is what it was.
async fn code(browser: &Browser) -> Result<()> {
    browser.before_page(&format!("window.translatePage = () => {{ {TRANSLATOR} }};"));
    browser.open("/integrer/").await?;
    browser.js::<()>("translatePage()", &[]).await?;
    browser
        .js::<()>(
            "const list = document.querySelector('.configure select');
             list.value = 'tout';
             list.dispatchEvent(new Event('change', { bubbles: true }))",
            &[],
        )
        .await?;
    browser.wait_until("document.querySelector('.configure__code code').textContent.includes('type=tout')").await?;
    let codes: String =
        browser.js("return [...document.querySelectorAll('pre')].map(e => e.textContent).join()", &[]).await?;
    ensure!(codes.contains("type=tout") && !codes.contains('⟦'), "{codes}");
    browser.open("/communs/terristory/").await?;
    browser.js::<()>("translatePage()", &[]).await?;
    let addresses = browser.texts(".resources a").await?;
    ensure!(!addresses.is_empty() && addresses.iter().any(|text| !text.starts_with('⟦')), "{addresses:?}");
    Ok(())
}
