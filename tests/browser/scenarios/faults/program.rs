//! The program itself cannot start, stops, or is refused what it asks.

use anyhow::{Result, ensure};
use communs_browser_tests::{Browser, Suite};
use xtask::server::Reply;

use crate::support::{at, has, same};

pub(super) fn register(suite: &mut Suite) {
    suite.add("faults: without WebAssembly the page says what it lacks", no_webassembly);
    suite.add("faults: without the file of the program too", no_program);
    suite.add("faults: with a file that is no program too", no_such_program);
    suite.add("faults: a file of the program that stops in the middle", cut_program);
    suite.add("faults: a program that traps starts again, then gives way to the message", trapped);
    suite.add("faults: one that traps between two tasks too", trapped_later);
    suite.add("faults: errors of others do not stop the site", others_errors);
    suite.add("faults: without storage everything else works", no_storage);
}

/// Checks the page when the app cannot start: it reads, and says what does not work.
async fn absent(browser: &Browser) -> Result<()> {
    browser.wait_until("document.documentElement.dataset.app === 'absent'").await?;
    ensure!(browser.is_visible("main h1").await?, "the page is gone");
    ensure!(!browser.is_visible("#app-failure").await?, "the page says that the app stopped");
    ensure!(!browser.is_visible(".with-app").await?, "what cannot work is shown");
    browser.assert_accessible().await
}

/// Checks the message that takes the place of an app that stopped.
async fn stopped(browser: &Browser) -> Result<()> {
    browser.wait_until("document.querySelector('#app-failure')?.hidden === false").await?;
    ensure!(browser.is_visible("#app-failure h1").await?, "the message is hidden");
    ensure!(!browser.is_visible("#app *").await?, "the dead page stays");
    let words = browser.text("#app-failure").await?;
    for part in [
        "Le catalogue s’est arrêté",
        "WebAssembly",
        "Recharger la page",
        "mettez votre navigateur à jour",
        "parcourez la liste des fiches",
        "téléchargez les données",
    ] {
        has(&words, part)?;
    }
    same("the role", &browser.attribute("#app-failure", "role").await?.as_deref(), &Some("alert"))?;
    browser.assert_no_sideways_scroll().await?;
    browser.assert_accessible().await
}

async fn no_webassembly(browser: &Browser) -> Result<()> {
    browser.remove_webassembly();
    browser.load("/communs/terristory/").await?;
    absent(browser).await
}

async fn no_program(browser: &Browser) -> Result<()> {
    browser.server().reply("/*.wasm", Reply::error(404));
    browser.load("/").await?;
    absent(browser).await?;
    // And it works once the file is back.
    browser.server().clear_overrides();
    browser.open("/").await?;
    ensure!(!browser.is_visible(".without-app").await?, "the page still says that nothing works");
    Ok(())
}

async fn no_such_program(browser: &Browser) -> Result<()> {
    browser.server().reply("/*.wasm", Reply::new("application/wasm", *b"<!doctype html>"));
    browser.load("/").await?;
    absent(browser).await
}

async fn cut_program(browser: &Browser) -> Result<()> {
    let start = [b"\0asm\x01\0\0\0".as_slice(), &[0; 9000]].concat();
    browser.server().reply("/*.wasm", Reply::new("application/wasm", start).cut_after(4000));
    browser.load("/").await?;
    absent(browser).await
}

/// Once told, any click traps, as a fault of the program would: the smallest
/// module whose function is `unreachable`. It has to be a script of the page:
/// those of drivers run in a world of their own.
const TRAP: &str = "
    addEventListener('trap', () => {
      const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0,
        7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
      document.addEventListener('click', () => exports.f());
    });";

async fn trapped(browser: &Browser) -> Result<()> {
    browser.before_page(TRAP);
    browser.open("/catalogue/?theme=mobilite").await?;
    browser.js::<()>("window.__former = true; dispatchEvent(new Event('trap'))", &[]).await?;
    browser.click("main h1").await?;
    browser.wait_until("!window.__former && document.documentElement.dataset.app === 'ready'").await?;
    at(browser, "/catalogue/?theme=mobilite").await?;
    browser.wait_for(".result").await?;

    browser.js::<()>("dispatchEvent(new Event('trap'))", &[]).await?;
    browser.click(".result h3 a").await?;
    stopped(browser).await?;
    browser.click_text("#app-failure a", "Recharger la page").await?;
    browser.wait_for("#app main h1").await
}

async fn trapped_later(browser: &Browser) -> Result<()> {
    browser.before_page(
        "addEventListener('trap', () => { Promise.reject(new WebAssembly.RuntimeError('unreachable')); });",
    );
    browser.open("/catalogue/").await?;
    browser.reload().await?;
    browser.js::<()>("dispatchEvent(new Event('trap'))", &[]).await?;
    stopped(browser).await
}

async fn others_errors(browser: &Browser) -> Result<()> {
    browser.before_page(
        "addEventListener('err', () => {
           setTimeout(() => { throw new TypeError('of an extension'); });
           Promise.reject(new Error('of an extension'));
           dispatchEvent(new ErrorEvent('error', { message: 'of an extension' }));
         });",
    );
    browser.open("/").await?;
    browser.js::<()>("dispatchEvent(new Event('err'))", &[]).await?;
    browser.wait_until("window.__log.length >= 3").await?;
    ensure!(!browser.is_visible("#app-failure").await?, "the site gives up for an error of others");
    browser.click_text("header nav a", "Catalogue").await?;
    at(browser, "/catalogue/").await?;
    browser.wait_for(".result").await
}

async fn no_storage(browser: &Browser) -> Result<()> {
    browser.deny_storage();
    browser.open("/").await?;
    browser.click(".card .card__title a").await?;
    browser.wait_for(".plate").await?;
    browser.click_text("header nav a", "Catalogue").await?;
    browser.wait_for(".result").await?;
    browser.type_into("#q", "adresse").await?;
    at(browser, "/catalogue/?q=adresse").await?;
    ensure!(!browser.is_visible("#app-failure").await?, "the app stopped");
    browser.assert_quiet().await
}
