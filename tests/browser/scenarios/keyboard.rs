//! The site without a mouse.

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Key, Suite};
use serde_json::json;

use crate::support::{at, same};

pub(crate) fn register(suite: &mut Suite) {
    suite.add("keyboard: the skip link comes first, and works", skip_link);
    suite.add("keyboard: from the address bar to an entry page and back", walk);
    suite.add("keyboard: Back leads to what the page was left from", left_from);
    suite.add("keyboard: the sheet of facets holds the focus and gives it back", sheet);
    suite.add("keyboard: the sheet chooses and closes on its results", sheet_choice);
    suite.add("keyboard: a window made wider or narrower keeps the focus in the facets", resized);
    suite.add("keyboard: the menu of small screens opens, leads and closes", menu);
    suite.add("keyboard: the display panel opens and chooses", display);
    suite.add("keyboard: a panel whose opening loads the app stays tied to its button", panel_of_text);
    suite.add("keyboard: panels open where browsers know no popover", panels_of_ours);
    suite.add("keyboard: whatever has the focus can be seen", visible_focus);
    suite.add("keyboard: what is used keeps the focus, or leads on", used);
    suite.add("keyboard: a panel that the keyboard leaves closes", panel_left);
}

/// Focuses an element, and presses a key on it.
async fn press_on(browser: &Browser, css: &str, key: &str) -> Result<()> {
    browser.wait_for(css).await?;
    browser.js::<()>("document.querySelector(arguments[0]).focus()", &[json!(css)]).await?;
    browser.type_text(key).await
}

async fn used(browser: &Browser) -> Result<()> {
    // A value that was there because it was chosen, then one that has no result.
    for search in ["?theme=spatial", "?theme=mobilite&q=zzzzqq"] {
        browser.open(&format!("/catalogue/{search}")).await?;
        press_on(browser, ".facet [name=theme]:checked", " ").await?;
        browser.wait_until("!location.search.includes('theme')").await?;
        let own = browser.is_focused(".facet [name=theme]:not(:disabled, :checked)").await?;
        ensure!(own, "{search}: the focus went to {}", browser.focused().await?);
    }
    // The first of the values that are unfolded.
    browser.open("/catalogue/").await?;
    browser.wait_for("[name=unfold][value=theme]").await?;
    browser
        .js::<()>("window.__before = [...document.querySelectorAll('.facet [name=theme]')].map(e => e.value)", &[])
        .await?;
    press_on(browser, "[name=unfold][value=theme]", " ").await?;
    let first = "document.activeElement === [...document.querySelectorAll('.facet [name=theme]:not([type=search])')]
        .find(e => !__before.includes(e.value))";
    browser.wait_until(first).await.context("what is unfolded is above the keyboard")?;
    // The number of results has the keyboard once nothing is chosen any more, and when the visitor goes back.
    browser.open("/catalogue/?theme=mobilite").await?;
    press_on(browser, ".chip", " ").await?;
    browser.wait_until("!location.search && document.activeElement.id === 'count'").await?;
    browser.back().await?;
    browser.wait_for(".chip").await?;
    ensure!(browser.is_focused("#count").await?, "the focus went to {}", browser.focused().await?);
    // Links to other results.
    for (page, link) in [
        ("/catalogue/?q=zzzzqq", ".nothing a"),
        ("/catalogue/?type=definition&q=grist", ".nothing a"),
        ("/catalogue/?q=mobilitte", ".results a[href*='q=mobilit%C3%A9']"),
    ] {
        browser.open(page).await?;
        browser.wait_for(link).await?;
        browser.js::<()>("document.querySelector(arguments[0]).focus()", &[json!(link)]).await?;
        browser.press(Key::Enter).await?;
        browser.wait_until("document.activeElement.id === 'count'").await.with_context(|| format!("{page} {link}"))?;
    }
    browser.open("/selection/?ids=grist,panoramax,terristory").await?;
    browser.wait_for(".kept:nth-child(2) > .button").await?;
    browser.js::<()>("document.querySelector('.kept:nth-child(2) > .button').focus()", &[]).await?;
    browser.press(Key::Enter).await?;
    browser.wait_until("document.querySelectorAll('.kept').length === 2").await?;
    browser.wait_until("document.activeElement.matches('.kept:nth-child(2) > .button')").await?;
    browser.open("/selection/?ids=grist").await?;
    press_on(browser, ".kept > .button", " ").await?;
    browser.wait_until("document.activeElement.matches('main h1')").await?;
    browser.assert_quiet().await
}

async fn panel_left(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    browser.tab_to("[popovertarget=panel-display]", 15).await?;
    browser.press(Key::Enter).await?;
    browser.wait_for("#panel-display:popover-open").await?;
    browser.tab_to("#panel-display input", 4).await?;
    ensure!(browser.count("#panel-display:popover-open").await? == 1, "it closes under the hand");
    browser.tab_to("main *", 6).await?;
    browser.wait_gone("#panel-display:popover-open").await
}

async fn skip_link(browser: &Browser) -> Result<()> {
    for page in ["/", "/catalogue/", "/communs/terristory/"] {
        browser.open(page).await?;
        let first = browser.tab().await?;
        ensure!(first.contains("Aller au contenu"), "the first stop of {page} is {first}");
        let seen: bool = browser
            .js(
                "const box = document.activeElement.getBoundingClientRect();
                 return box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.height > 20",
                &[],
            )
            .await?;
        ensure!(seen, "the skip link stays out of sight");
        browser.press(Key::Enter).await?;
        browser.wait_until("location.hash === '#contenu'").await.context("the skip link leads nowhere")?;
        let next = browser.tab().await?;
        let inside: bool = browser.js("return document.activeElement.closest('#contenu') !== null", &[]).await?;
        ensure!(inside, "after the skip link of {page} the next stop is {next}");
        ensure!(browser.text("main h1").await?.len() > 2, "the page is lost");
    }
    browser.assert_quiet().await
}

async fn walk(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    browser.tab_to("#q", 15).await?;
    browser.type_text("terristory").await?;
    browser.press(Key::Enter).await?;
    at(browser, "/catalogue/?q=terristory").await?;
    browser.wait_for(".result").await?;
    browser.wait_until("document.activeElement.matches('main h1')").await.context("the new page is not announced")?;
    // The search comes before the results, and is where one may go on typing.
    browser.tab_to("#q", 2).await?;
    browser.tab_to(".result h3 a", 120).await?;
    browser.press(Key::Enter).await?;
    at(browser, "/communs/terristory/").await?;
    browser.wait_until("document.activeElement.matches('main h1')").await.context("the entry page is not announced")?;
    browser.back().await?;
    at(browser, "/catalogue/?q=terristory").await?;
    browser.wait_for(".result").await?;
    let link = "document.activeElement.matches('.result h3 a[href=\"/communs/terristory/\"]')";
    browser.wait_until(link).await.context("Back does not lead to the link that was followed")?;
    // The entry page has a link to the catalogue too.
    browser.forward().await?;
    at(browser, "/communs/terristory/").await?;
    browser
        .wait_until("document.activeElement.matches('main h1')")
        .await
        .context("Forward does not announce the entry page")
}

/// Goes back from a page that is announced.
async fn back_to(browser: &Browser, page: &str) -> Result<()> {
    browser.wait_until("document.activeElement.matches('main h1')").await?;
    browser.back().await?;
    at(browser, page).await
}

/// Of several links to one page, the one that was followed, be it of a drawing; the field whose words were searched.
async fn left_from(browser: &Browser) -> Result<()> {
    const SAME: &str = "'main a[href=\"/organisations/openstreetmap-foundation/\"]'";
    browser.open("/communs/openstreetmap/").await?;
    // With a part in the address, which browsers go to by themselves.
    for part in ["", "#r3"] {
        if !part.is_empty() {
            browser.js::<()>("document.querySelector('a[href=\"#r3\"]').click()", &[]).await?;
        }
        let last = format!(
            "const links = document.querySelectorAll({SAME}); links[links.length - 1].focus(); return links.length"
        );
        let several: u32 = browser.js(&last, &[]).await?;
        ensure!(several > 1, "{several} links to one page");
        browser.press(Key::Enter).await?;
        at(browser, "/organisations/openstreetmap-foundation/").await?;
        back_to(browser, &format!("/communs/openstreetmap/{part}")).await?;
        let led = format!("document.activeElement === [...document.querySelectorAll({SAME})].pop()");
        browser
            .wait_until(&led)
            .await
            .with_context(|| format!("Back does not lead to the last of the links {part}"))?;
    }

    browser.open("/relations/").await?;
    browser.wait_for("svg a[href]").await?;
    let path: String = browser
        .js(
            "const link = document.querySelector('svg a[href]');
             link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
             return new URL(link.getAttribute('href'), location).pathname",
            &[],
        )
        .await?;
    at(browser, &path).await?;
    browser.wait_until("document.activeElement.matches('main h1')").await?;
    // The driver's Back passes over what was clicked without a real pointer, in WebKit.
    browser.js::<()>("history.back()", &[]).await?;
    at(browser, "/relations/").await?;
    browser
        .wait_until("document.activeElement === document.querySelector('svg a[href]')")
        .await
        .context("a drawing")?;

    browser.open("/").await?;
    browser.tab_to("header nav a[href$=\"/catalogue/\"]", 15).await?;
    browser.press(Key::Enter).await?;
    at(browser, "/catalogue/").await?;
    back_to(browser, "/").await?;
    let led = "document.activeElement.matches('header nav a[href$=\"/catalogue/\"]')";
    browser.wait_until(led).await.context("Back does not lead to the link of the header")?;
    browser.tab_to("#q", 15).await?;
    browser.type_text("carte").await?;
    browser.press(Key::Enter).await?;
    at(browser, "/catalogue/?q=carte").await?;
    back_to(browser, "/").await?;
    browser.wait_until("document.activeElement.matches('#q')").await.context("Back does not lead to the search")?;

    // What was left once is forgotten when another way is taken, by the menu of small screens.
    browser.resize(600, 800).await?;
    let entry = "main a[href=\"/catalogue/\"]";
    browser.js::<()>("document.querySelector(arguments[0]).focus()", &[json!(entry)]).await?;
    browser.press(Key::Enter).await?;
    at(browser, "/catalogue/").await?;
    back_to(browser, "/").await?;
    browser.wait_until(&format!("document.activeElement.matches('{entry}')")).await?;
    browser.js::<()>("document.querySelector('[popovertarget=panel-menu]').focus()", &[]).await?;
    browser.press(Key::Enter).await?;
    browser.tab_to("#panel-menu a[href$=\"/contribuer/\"]", 15).await?;
    browser.press(Key::Enter).await?;
    at(browser, "/contribuer/").await?;
    back_to(browser, "/").await?;
    browser
        .wait_until("document.activeElement.matches('main h1')")
        .await
        .context("what was left before has the focus")?;
    browser.assert_quiet().await
}

/// The button that opens the sheet.
const FILTERS: &str = "button[aria-haspopup=dialog]";
/// True while the focus is in the sheet, or on the browser's own bars.
const INSIDE: &str = "document.activeElement === document.body
    || document.activeElement === document.documentElement
    || document.activeElement.closest('dialog#filters[open]') !== null";

/// Opens the sheet of a phone with the keyboard alone.
async fn open_sheet(browser: &Browser) -> Result<()> {
    browser.resize(360, 800).await?;
    browser.open("/catalogue/").await?;
    same("a closed sheet", &browser.is_visible("dialog#filters").await?, &false)?;
    browser.tab_to(FILTERS, 40).await?;
    browser.press(Key::Enter).await?;
    browser.wait_for("dialog#filters:modal").await
}

async fn sheet(browser: &Browser) -> Result<()> {
    open_sheet(browser).await?;
    ensure!(
        browser.is_focused("dialog#filters, dialog#filters *").await?,
        "the focus stays on {}",
        browser.focused().await?
    );
    let mut stops = 0;
    for forward in [true, false] {
        for _ in 0..60 {
            let stop = if forward { browser.tab().await? } else { browser.shift_tab().await? };
            let inside: bool = browser.js(&format!("return {INSIDE}"), &[]).await?;
            ensure!(inside, "the focus leaves the sheet for {stop}");
            stops += usize::from(browser.is_focused("dialog#filters *").await?);
        }
    }
    ensure!(stops > 80, "the focus is in the sheet {stops} times of 120 only");
    browser.press(Key::Escape).await?;
    browser.wait_gone("dialog#filters[open]").await?;
    ensure!(browser.is_focused(FILTERS).await?, "the focus went to {}", browser.focused().await?);
    same("the address", &browser.path().await?.as_str(), &"/catalogue/")
}

async fn sheet_choice(browser: &Browser) -> Result<()> {
    open_sheet(browser).await?;
    browser.tab_to("dialog#filters label.option input", 30).await?;
    let number: usize = browser
        .js("return parseInt(document.activeElement.closest('label').querySelector('.option__count').innerText)", &[])
        .await?;
    browser.type_text(" ").await?;
    browser.wait_until("location.search.length > 1").await?;
    ensure!(browser.count("dialog#filters:modal").await? == 1, "a choice closes the sheet");
    ensure!(
        browser.is_focused("dialog#filters label.option input").await?,
        "the focus went to {}",
        browser.focused().await?
    );
    let noun = if number > 1 { "communs" } else { "commun" };
    let button = format!("Voir {number}\u{a0}{noun}");
    browser
        .wait_until(&format!(
            "[...document.querySelectorAll('dialog#filters button')].at(-1).innerText.trim() === '{button}'"
        ))
        .await?;
    browser.tab_to("dialog#filters .facets__foot button:last-child", 80).await?;
    browser.press(Key::Enter).await?;
    browser.wait_gone("dialog#filters[open]").await?;
    ensure!(browser.is_focused(FILTERS).await?, "the focus went to {}", browser.focused().await?);
    same("results", &browser.count(".result").await?, &number)?;
    same("the badge", &browser.text(&format!("{FILTERS} .badge")).await?.as_str(), &"1")
}

async fn resized(browser: &Browser) -> Result<()> {
    open_sheet(browser).await?;
    browser.resize(1280, 800).await?;
    browser.wait_until("document.activeElement.matches('aside.facets summary')").await.context("the focus is lost")?;
    browser.resize(360, 800).await?;
    browser.wait_until(&format!("document.activeElement.matches('{FILTERS}')")).await.context("the focus is lost")
}

async fn menu(browser: &Browser) -> Result<()> {
    browser.resize(360, 800).await?;
    browser.open("/").await?;
    let button = "button[popovertarget=panel-menu]";
    browser.tab_to(button, 5).await?;
    browser.press(Key::Enter).await?;
    browser.wait_for("#panel-menu:popover-open").await?;
    browser.press(Key::Escape).await?;
    browser.wait_gone("#panel-menu:popover-open").await?;
    ensure!(browser.is_focused(button).await?, "the focus went to {}", browser.focused().await?);

    browser.press(Key::Enter).await?;
    browser.wait_for("#panel-menu:popover-open").await?;
    browser.tab_to("#panel-menu a", 1).await.context("the menu does not follow its button")?;
    browser.press(Key::Enter).await?;
    at(browser, "/catalogue/").await?;
    browser.wait_gone("#panel-menu:popover-open").await?;
    browser.wait_until("document.activeElement.matches('main h1')").await.context("the new page is not announced")?;
    same(
        "the current page",
        &browser.attribute("#panel-menu a[aria-current]", "href").await?.as_deref(),
        &Some("/catalogue/"),
    )
}

async fn display(browser: &Browser) -> Result<()> {
    browser.open("/").await?;
    let button = "button[popovertarget=panel-display]";
    browser.tab_to(button, 10).await?;
    browser.press(Key::Enter).await?;
    browser.wait_for("#panel-display:popover-open").await?;
    browser.tab_to("#panel-display input:checked", 1).await?;
    browser.press(Key::Down).await?;
    browser.wait_for("html[data-theme=clair]").await?;
    browser.press(Key::Down).await?;
    browser.wait_for("html[data-theme=sombre]").await?;
    browser.press(Key::Escape).await?;
    browser.wait_gone("#panel-display:popover-open").await?;
    ensure!(browser.is_focused(button).await?, "the focus went to {}", browser.focused().await?);
    Ok(())
}

async fn panel_of_text(browser: &Browser) -> Result<()> {
    let button = "button[popovertarget=panel-display]";
    for width in [360, 1280] {
        browser.resize(width, 740).await?;
        browser.load("/comprendre/").await?;
        browser.tab_to(button, 12).await?;
        browser.press(Key::Enter).await?;
        browser.wait_until("document.documentElement.dataset.app === 'ready'").await?;
        browser.wait_for("#panel-display:popover-open").await?;
        browser.tab_to("#panel-display input:checked", 1).await.context("the panel does not follow its button")?;
        browser.press(Key::Escape).await?;
        browser.wait_gone("#panel-display:popover-open").await?;
        ensure!(browser.is_focused(button).await?, "the focus went to {}", browser.focused().await?);
    }
    Ok(())
}

/// In a browser made to know no popover: what it does of their buttons is prevented, what it says of them is not there.
async fn panels_of_ours(browser: &Browser) -> Result<()> {
    browser.before_page(
        "delete HTMLElement.prototype.popover;
         addEventListener('click', event => event.target.closest('[popovertarget]') && event.preventDefault(), true)",
    );
    browser.resize(360, 740).await?;
    browser.load("/comprendre/").await?;
    let (button, panel) = ("button[popovertarget=panel-menu]", "#panel-menu");
    let other = "#panel-display";
    ensure!(!browser.is_visible(panel).await? && !browser.is_visible(other).await?, "a panel lies over the page");
    browser.tab_to(button, 6).await?;
    browser.press(Key::Enter).await?;
    browser.wait_until("document.querySelector('#panel-menu').getClientRects().length > 0").await?;
    same("the state", &browser.attribute(button, "aria-expanded").await?.as_deref(), &Some("true"))?;
    ensure!(!browser.is_visible(other).await?, "both panels open");
    browser.tab_to("#panel-menu a", 3).await?;
    browser.press(Key::Escape).await?;
    browser.wait_until("document.querySelector('#panel-menu').getClientRects().length === 0").await?;
    ensure!(browser.is_focused(button).await?, "the focus went to {}", browser.focused().await?);
    same("the state", &browser.attribute(button, "aria-expanded").await?.as_deref(), &Some("false"))?;

    browser.press(Key::Enter).await?;
    browser.wait_until("document.querySelector('#panel-menu').getClientRects().length > 0").await?;
    // The margin of the page holds nothing.
    browser.click_at(4.0, 600.0).await?;
    browser.wait_until("document.querySelector('#panel-menu').getClientRects().length === 0").await?;

    browser.click(button).await?;
    browser.click("#panel-menu a[href$='contribuer/']").await?;
    at(browser, "/contribuer/").await?;
    browser.wait_until("document.querySelector('#panel-menu').getClientRects().length === 0").await?;
    // The app has its own page, where the panels open in the same way.
    browser.wake().await?;
    browser.wait_for("html[data-app=ready]").await?;
    browser.click("button[popovertarget=panel-display]").await?;
    browser.wait_until("document.querySelector('#panel-display').getClientRects().length > 0").await?;
    browser.click_text("#panel-display label", "Sombre").await?;
    browser.wait_for("html[data-theme=sombre]").await
}

/// Every stop of the home page and of an entry page has a ring, of its own or of the
/// card around it.
async fn visible_focus(browser: &Browser) -> Result<()> {
    for (page, stops) in [("/", 30), ("/catalogue/", 30), ("/communs/terristory/", 30)] {
        browser.open(page).await?;
        for _ in 0..stops {
            let stop = browser.tab().await?;
            let ringed: bool = browser
                .js(
                    "const drawn = getComputedStyle(document.activeElement, '::after');
                     // A link that covers its card has its ring around the whole of it.
                     if (drawn.position === 'absolute' && drawn.outlineStyle !== 'none') return parseFloat(drawn.outlineWidth) >= 2;
                     for (let e = document.activeElement; e && e !== document.body; e = e.parentElement) {
                       const style = getComputedStyle(e);
                       if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) return true;
                       if (e.matches('main, header, footer, li, section')) break;
                     }
                     // A hidden radio button shows its focus on its label.
                     const label = document.activeElement.closest('label');
                     return !!label && [...label.querySelectorAll('*'), label].some(e =>
                       getComputedStyle(e).outlineStyle !== 'none')",
                    &[],
                )
                .await?;
            ensure!(ringed, "{stop} of {page} shows no focus");
        }
    }
    Ok(())
}
