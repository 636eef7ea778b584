//! The pages made for frames, opened directly: what they ask of a frame, they ask of a window.

use address::embed::{Accent, Ground, Look, Part, Presentation};
use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Engine, Suite};
use serde_json::json;

use crate::support::{at, data, entries, has, same};

/// A look with every parameter that a choice must keep.
const LOOK: &str = "apparence=sombre&accent=8d2b2f&fond=transparent&limite=6&masquer=tri&colonnes=2";

pub(crate) fn register(suite: &mut Suite) {
    suite.add("embed: choices stay in the frame and keep its look", choices);
    suite.add("embed: what leaves the frame opens a tab", ways_out);
    suite.add("embed: filters unfold in their place, nothing opens over", filters);
    suite.add("embed: the look is there before the app", look);
    suite.add("embed: before the app, every parameter is known, and nothing else", parameters);
    suite.add("embed: cards are in as many columns as asked", columns);
    suite.add("embed: the page has the colours that the app reckons with", reckoned);
    suite.add("embed: the host chooses the theme, not the visitor", theme);
    suite.add("embed: parts are left out, headings stay for the ear", parts);
    suite.add("embed: it fits from 280 px and is accessible", fits);
    suite.add("embed: the height is that of the content", height);
    suite.add("embed: bad parameters are told, with the way to the settings", bad_parameters);
    suite.add("embed: it reads without scripts", without_scripts);
    suite.add("embed: a search sent before the app keeps the look", early_search);
    suite.add("embed: what does not exist is told shortly", missing);
}

async fn choices(browser: &Browser) -> Result<()> {
    browser.open(&format!("/embed/?type=tout&{LOOK}")).await?;
    same("results", &browser.count(".result").await?, &6)?;
    browser.click(".tabs li:first-child a").await?;
    at(browser, &format!("/embed/?{LOOK}")).await?;
    browser.click(".frame__filters > summary").await?;
    let choice = "[...document.querySelectorAll('label.option')].find(o => o.innerText.includes('Mobilité'))";
    browser.click_found(choice).await?;
    at(browser, &format!("/embed/?theme=mobilite&{LOOK}")).await?;
    has(&browser.text(".frame__filters > summary").await?, "1")?;
    browser.click_found("document.querySelector('.segments input[name=vue]').closest('label')").await?;
    at(browser, &format!("/embed/?theme=mobilite&vue=cartes&{LOOK}")).await?;
    browser.click(".chip").await?;
    // What is given up leads to the results, a moment later.
    browser.wait_until("document.activeElement.id === 'count'").await?;
    browser.type_into("#q", "eau").await?;
    at(browser, &format!("/embed/?q=eau&vue=cartes&{LOOK}")).await?;
    browser.back().await?;
    browser.open(&format!("/embed/?type=tout&{LOOK}")).await?;
    browser.click(".bar--pages a").await?;
    at(browser, &format!("/embed/?type=tout&page=2&{LOOK}")).await?;
    has(&browser.text(".bar--pages span").await?, &format!("Page 2 sur {}", entries(&data()?).len().div_ceil(6)))
}

async fn ways_out(browser: &Browser) -> Result<()> {
    for path in ["/embed/?q=rue", "/embed/?vue=cartes", "/embed/?vue=tableau", "/embed/communs/terristory/"] {
        browser.open(path).await?;
        let wrong: Vec<String> = browser
            .js(
                "return [...document.querySelectorAll('.frame a')]
                   .filter(a => !a.pathname.startsWith('/embed/') && a.protocol.startsWith('http'))
                   .filter(a => a.target !== '_blank' || !a.relList.contains('noopener')
                     || !a.textContent.includes('nouvel onglet')).map(a => a.href)",
                &[],
            )
            .await?;
        same(path, &wrong, &Vec::new())?;
    }
    browser.open("/embed/?q=rue&theme=urbanisme&limite=6&page=2").await?;
    let full = browser.attribute(".frame__link", "href").await?.unwrap_or_default();
    has(&full, "/catalogue/?q=rue&theme=urbanisme")?;
    browser.type_into("#q", "s").await?;
    browser
        .wait_until(
            "document.querySelector('#q').value !== 'rue' && new URLSearchParams(document.querySelector('.frame__link').search)
               .get('q') === document.querySelector('#q').value",
        )
        .await
}

async fn filters(browser: &Browser) -> Result<()> {
    for width in [1280, 360] {
        browser.resize(width, 800).await?;
        browser.open("/embed/").await?;
        browser.wait_for(".frame__filters:not([open])").await?;
        let before: f64 = browser.js("return document.documentElement.offsetHeight", &[]).await?;
        browser.click(".frame__filters > summary").await?;
        ensure!(browser.is_visible(".facets .facet").await?, "the filters unfold at {width} px");
        browser.wait_until(&format!("document.documentElement.offsetHeight > {before}")).await?;
        let over: Vec<String> = browser
            .js(
                "return [...document.querySelectorAll('.frame, .frame *')]
                   .filter(e => getComputedStyle(e).position === 'fixed' || e.localName === 'dialog').map(e => e.className)",
                &[],
            )
            .await?;
        same("what opens over", &over, &Vec::new())?;
        browser.assert_accessible().await.with_context(|| format!("at {width} px"))?;
    }
    Ok(())
}

/// The colours that the page has now.
async fn colours(browser: &Browser) -> Result<(String, String, String)> {
    browser
        .js(
            "const style = (css) => getComputedStyle(document.querySelector(css));
             return [style('html').colorScheme, style('html').backgroundColor, style('.frame__link').color]",
            &[],
        )
        .await
}

async fn look(browser: &Browser) -> Result<()> {
    browser.remove_webassembly();
    browser.open("/embed/?apparence=clair&accent=%238D2B2F&fond=transparent&colonnes=2&masquer=date").await?;
    let (scheme, ground, accent) = colours(browser).await?;
    same("the scheme", &scheme.as_str(), &"light")?;
    same("the ground", &ground.as_str(), &"rgba(0, 0, 0, 0)")?;
    ensure!(!browser.is_visible(".frame__date").await?, "the date is left out");
    browser.open("/embed/?apparence=sombre&accent=rouge&fond=%23fff").await?;
    let (scheme, ground, link) = colours(browser).await?;
    same("the scheme", &scheme.as_str(), &"dark")?;
    ensure!(ground != "rgba(0, 0, 0, 0)" && link != accent, "{ground}, {link}: what means nothing changes nothing");
    let attributes: Vec<String> = browser.js("return document.documentElement.getAttributeNames()", &[]).await?;
    ensure!(!attributes.iter().any(|name| name == "style" || name == "data-accent"), "{attributes:?}");
    browser.assert_quiet_but_for_absences().await
}

/// The script before the app reads the same parameters as the app, and leaves a mark at what it does not know.
async fn parameters(browser: &Browser) -> Result<()> {
    browser.remove_webassembly();
    let parts = Part::ALL.iter().map(|part| part.word()).collect::<Vec<_>>().join(",");
    let known = Look::ALL.iter().map(|look| format!("apparence={}", look.word()));
    let known = known.chain(Ground::ALL.iter().map(|ground| format!("fond={}", ground.word())));
    let known = known.chain((1..=Presentation::MOST_COLUMNS).map(|most| format!("colonnes={most}")));
    let known = known.chain([format!("masquer={parts}"), "accent=0af&v=1&lang=fr".to_owned()]);
    let unknown = ["apparence=noir", "fond=noir", "colonnes=0", "masquer=titre,pub", "accent=vert", "v=2", "lang=en"];
    let beyond = format!("colonnes={}", Presentation::MOST_COLUMNS + 1);
    let unknown = unknown.into_iter().chain([&*beyond]).map(|search| (search.to_owned(), true));
    for (search, is_marked) in known.map(|search| (search, false)).chain(unknown) {
        same(&search, &Presentation::parse(&search).1.is_empty(), &!is_marked)?;
        browser.open(&format!("/embed/communs/grist/?{search}")).await?;
        let marked: bool = browser.js("return 'asked' in document.documentElement.dataset", &[]).await?;
        same(&search, &marked, &is_marked)?;
    }
    browser.assert_quiet_but_for_absences().await
}

async fn columns(browser: &Browser) -> Result<()> {
    for most in 1..=Presentation::MOST_COLUMNS {
        browser.open(&format!("/embed/?vue=cartes&colonnes={most}")).await?;
        let rows = browser.rows(".fluid-grid > *").await?;
        same("the first row", &rows.first(), &Some(&usize::from(most)))?;
    }
    Ok(())
}

/// Whether an accent can be read is reckoned without the page: on its grounds, and as it corrects it.
async fn reckoned(browser: &Browser) -> Result<()> {
    let asked = Accent::parse("8d2b2f").context("the test writes colours")?;
    for (look, dark) in [("clair", false), ("sombre", true)] {
        browser.open(&format!("/embed/?apparence={look}&accent={asked}")).await?;
        let [furthest, middle, nearest] = Accent::grounds(dark);
        for (name, expected) in
            [("--ground", furthest), ("--surface", middle), ("--sunken", nearest), ("--action", asked.corrected(dark))]
        {
            let shown: [u8; 3] = browser
                .js(
                    "const probe = document.body.appendChild(document.createElement('i'));
                     probe.style.color = `var(${arguments[0]})`;
                     const canvas = document.createElement('canvas').getContext('2d');
                     canvas.fillStyle = getComputedStyle(probe).color;
                     canvas.fillRect(0, 0, 1, 1);
                     probe.remove();
                     return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)]",
                    &[json!(name)],
                )
                .await?;
            // Browsers round each in their way.
            let expected = expected.0.0;
            let is_near = shown.iter().zip(expected).all(|(shown, expected)| shown.abs_diff(expected) <= 1);
            ensure!(is_near, "{name}, {look}: {shown:?} is not {expected:?}");
        }
    }
    Ok(())
}

async fn theme(browser: &Browser) -> Result<()> {
    browser.before_page("localStorage.setItem('theme', 'sombre')");
    for (path, expected) in [
        ("/embed/", "light dark"),
        ("/embed/?apparence=auto", "light dark"),
        ("/embed/?apparence=clair", "light"),
        ("/catalogue/", "dark"),
    ] {
        browser.open(path).await?;
        let scheme: String = browser.js("return getComputedStyle(document.documentElement).colorScheme", &[]).await?;
        same(path, &scheme.as_str(), &expected)?;
    }
    Ok(())
}

async fn parts(browser: &Browser) -> Result<()> {
    const PARTS: [(&str, &str); Part::ALL.len()] = [
        ("titre", "h1"),
        ("recherche", ".search"),
        ("filtres", ".frame__filters"),
        ("onglets", ".tabs"),
        ("compte", ".count"),
        ("tri", ".sort"),
        ("vues", ".segments"),
        ("pages", ".bar--pages"),
        ("date", ".frame__date"),
    ];
    let seen = |css: &'static str| async move {
        browser
            .js::<bool>(
                "const box = document.querySelector(arguments[0]).getBoundingClientRect();
                 return box.width > 1 && box.height > 1",
                &[json!(css)],
            )
            .await
    };
    browser.open("/embed/?limite=6").await?;
    for (word, css) in PARTS {
        ensure!(seen(css).await?, "{word} is shown");
    }
    let all = PARTS.map(|(word, _)| word).join(",");
    browser.open(&format!("/embed/?limite=6&masquer={all}")).await?;
    for (word, css) in PARTS {
        ensure!(!seen(css).await?, "{word} is left out");
    }
    ensure!(seen(".frame__link").await?, "the way to the site stays");
    browser.assert_accessible().await?;
    for word in [PARTS[0], PARTS[4]] {
        ensure!(browser.is_visible(word.1).await?, "{} is there for screen readers", word.0);
    }
    Ok(())
}

async fn fits(browser: &Browser) -> Result<()> {
    for path in [
        "/embed/?theme=mobilite",
        "/embed/?vue=cartes&colonnes=4&accent=ffe600",
        "/embed/?vue=tableau&apparence=sombre&accent=00f",
        "/embed/?q=zzz",
        "/embed/communs/terristory/?apparence=sombre",
        "/embed/communs/terristory/?vue=carte",
        "/embed/?apparence=noir",
        "/embed/communs/rien/",
    ] {
        // WebKit's own window is no narrower.
        let narrowest = if browser.engine() == Engine::WebKit { 320 } else { 280 };
        for width in [360, narrowest] {
            browser.resize(width, 500).await?;
            browser.open(path).await?;
            browser.assert_no_sideways_scroll().await.with_context(|| format!("{path} at {width} px"))?;
        }
        browser.assert_accessible().await.with_context(|| path.to_owned())?;
        browser.zoom_text(2.0).await?;
        browser.assert_no_sideways_scroll().await.with_context(|| format!("{path} with text of 200 %"))?;
        browser.resize(1280, 800).await?;
    }
    Ok(())
}

async fn height(browser: &Browser) -> Result<()> {
    for path in
        ["/embed/?limite=3", "/embed/?limite=3&vue=tableau", "/embed/communs/terristory/", "/embed/communs/rien/"]
    {
        let mut heights = Vec::new();
        for height in [300, 900, 2000] {
            browser.resize(1280, height).await?;
            browser.open(path).await?;
            heights.push(browser.js::<f64>("return document.documentElement.offsetHeight", &[]).await?);
        }
        ensure!(heights.iter().all(|height| *height == heights[0]), "{path}: {heights:?}");
    }
    Ok(())
}

async fn bad_parameters(browser: &Browser) -> Result<()> {
    for path in ["/embed/", "/embed/communs/grist/"] {
        browser.open(&format!("{path}?accent=rouge&masquer=pub,tri&%22%3E%3Cimg%20src=x")).await?;
        let told = browser.text(".alert").await?;
        has(&told, "«\u{a0}rouge\u{a0}» n’est pas une valeur de «\u{a0}accent\u{a0}»")?;
        has(&told, "«\u{a0}pub\u{a0}»")?;
        let settings = browser.attribute(".alert a", "href").await?.unwrap_or_default();
        ensure!(settings.ends_with("/integrer/"), "{settings}");
    }
    browser.open("/embed/?accent=rouge").await?;
    browser.click(".tabs li:nth-child(2) a").await?;
    at(browser, "/embed/?type=programme").await?;
    browser.wait_gone(".alert").await
}

async fn without_scripts(browser: &Browser) -> Result<()> {
    browser.disable_scripts();
    browser.load("/embed/").await?;
    same("results", &browser.count(".result h3 a[target=_blank]").await?, &12)?;
    has(&browser.text(".without-app").await?, "JavaScript")?;
    ensure!(!browser.is_visible(".frame__filters").await?, "what cannot work is not shown");
    browser.load("/embed/communs/terristory/").await?;
    has(&browser.text("h1").await?, "TerriSTORY")
}

async fn early_search(browser: &Browser) -> Result<()> {
    browser.remove_webassembly();
    browser.open("/embed/?apparence=sombre&limite=6&page=2").await?;
    browser
        .js::<()>("document.querySelector('#q').value = 'rue'; document.querySelector('form').requestSubmit()", &[])
        .await?;
    at(browser, "/embed/?q=rue&apparence=sombre&limite=6").await
}

async fn missing(browser: &Browser) -> Result<()> {
    browser.open("/embed/communs/rien/").await?;
    has(&browser.text(".frame main").await?, "n’est pas dans ce catalogue")?;
    same("headers", &browser.count("header, .footer").await?, &0)?;
    let size: f64 = browser.js("return document.documentElement.offsetHeight", &[]).await?;
    ensure!(size < 300.0, "{size} px");
    has(&browser.attribute("main a", "href").await?.unwrap_or_default(), "/catalogue/")
}
