//! From a key to the next picture, and to the picture that has its results.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use communs_browser_tests::{Browser, Key, Suite};
use serde_json::Value;
use xtask::server::Reply;

use crate::{corpus_file, let_be, quantile, searchable_word, serve_corpus, tell};

const ENTRIES: usize = 5000;
/// How long keys are typed: the harness gives up a scenario a little later.
const LONGEST: Duration = Duration::from_secs(130);
/// Between two letters, as one who types fast.
const BETWEEN_LETTERS: Duration = Duration::from_millis(120);
/// Between two words: what the page puts off until typing pauses then comes before the next key.
const BETWEEN_WORDS: Duration = Duration::from_millis(400);

/// Notes, for each key, the time from its event to the first task after the next picture, and after
/// the picture that follows the first change of the results.
///
/// A frame callback runs before the picture, and a message sent from there is received after it. A
/// key is over once the page has been idle after that: what changes later is what the page puts off
/// until typing pauses. The few milliseconds leave time to a task that was put after the picture.
const WATCH: &str = "
    window.keys = [];
    let pressed = 0;
    const afterPicture = act => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = act;
      channel.port2.postMessage(0);
    });
    addEventListener('keydown', event => { pressed = event.timeStamp; }, true);
    addEventListener('input', () => {
      const key = { pressed, painted: 0, answered: 0, changed: false, over: false };
      keys.push(key);
      afterPicture(() => {
        key.painted = performance.now() - key.pressed;
        setTimeout(() => requestIdleCallback(() => { key.over = true; }), 20);
      });
    }, true);
    new MutationObserver(changes => {
      const key = keys.at(-1);
      const inResults = ({ target }) => (target.closest ? target : target.parentElement)?.closest('.results');
      if (!key || key.changed || key.over || !changes.some(inResults)) return;
      key.changed = true;
      afterPicture(() => { key.answered = performance.now() - key.pressed; });
    }).observe(document, { childList: true, characterData: true, subtree: true });";

/// Whether the last key is over and its results, if they changed, are on the screen.
const OVER: &str = "(key => key?.over && (key.answered || !key.changed))(keys.at(-1))";

pub(crate) fn register(suite: &mut Suite) {
    for (share, slowdown) in [("the whole", 1), ("a quarter of the", 4)] {
        for (page, has_app) in [("", true), (", in the page without its app", false)] {
            suite.add(format!("typing with {share} processor{page}"), async move |browser: &Browser| {
                type_queries(browser, slowdown, has_app).await
            });
        }
    }
}

/// Types queries key by key in the catalogue of a processor this many times slower. Without the app, the same
/// page answers nothing: what its keys take is what the browser itself needs.
async fn type_queries(browser: &Browser, slowdown: u32, has_app: bool) -> Result<()> {
    let queries: Vec<String> = serde_json::from_str(&corpus_file(ENTRIES, "typing.json")?)?;
    serve_corpus(browser, ENTRIES)?;
    browser.before_page(WATCH);
    if has_app {
        // Words are searched once their index is there: they are marked then.
        browser.open(&format!("/catalogue/?q={}", searchable_word(ENTRIES)?)).await?;
        browser.wait_for(".results mark").await?;
    } else {
        browser.server().reply("/*.wasm", Reply::error(404));
        browser.load("/catalogue/").await?;
        browser.wait_until("document.documentElement.dataset.app === 'absent'").await?;
    }
    browser.slow_down(slowdown).await?;
    browser.type_into("#q", "").await?;
    let start = Instant::now();
    let mut typed = 0;
    for query in &queries {
        empty_field(browser, typed).await?;
        for key in query.chars() {
            typed += 1;
            browser.type_text(&key.to_string()).await?;
            std::thread::sleep(if key == ' ' { BETWEEN_WORDS } else { BETWEEN_LETTERS });
        }
        // Only now: asking the page whether it is ready would keep it busy between two keys.
        browser.wait_until(&format!("keys.length === {typed} && {OVER}")).await?;
        if start.elapsed() > LONGEST {
            break;
        }
    }
    let keys: Vec<Value> = browser.js("return keys", &[]).await?;
    browser.slow_down(1).await?;
    ensure!(keys.len() == typed, "{} keys were seen of {typed}", keys.len());
    let line = |name: &str| -> Result<String> {
        // A key that changes nothing has no answer to wait for.
        let mut times: Vec<f64> = keys.iter().filter_map(|key| key[name].as_f64()).filter(|time| *time > 0.0).collect();
        let share = |times: &mut Vec<f64>, share| quantile(times, share).with_context(|| format!("no key was {name}"));
        Ok(format!("{:.0} | {:.0} | {:.0}", share(&mut times, 0.5)?, share(&mut times, 0.95)?, share(&mut times, 1.0)?))
    };
    let painted = line("painted")?;
    let (name, page, answered) = if has_app {
        ("keys", "", line("answered")?)
    } else {
        ("keys-alone", ", without the app", "– | – | –".to_owned())
    };
    tell(&format!("{name}-{slowdown}"), &format!("| × {slowdown}{page} | {typed} | {painted} | {answered} |"))
}

/// Empties the field, waits longer than anything that the page does by itself, and forgets the keys
/// beyond those that were typed.
async fn empty_field(browser: &Browser, typed: usize) -> Result<()> {
    browser.press(Key::Escape).await?;
    let_be(browser, 1200).await?;
    browser.js::<()>("keys.length = arguments[0]", &[typed.into()]).await
}
