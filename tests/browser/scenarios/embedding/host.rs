//! Another site, whose pages show ours in frames.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use communs_browser_tests::{Browser, Engine};
use fantoccini::elements::{Element, ElementRef};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use xtask::server::{Reply, Server};

/// The frames of a page, those of our elements too.
const FRAMES: &str = "[...document.querySelectorAll('iframe, communs-catalogue')]
    .map(e => e.shadowRoot?.firstChild ?? e).filter(e => e.localName === 'iframe')";
/// How long a frame may take to load, to start its app and to tell its height.
const PATIENCE: Duration = Duration::from_secs(20);

/// A server of pages of another site.
pub(super) struct Host {
    pub(super) server: Server,
}

impl Host {
    pub(super) fn start() -> Result<Self> {
        let folder = xtask::paths::target().join("browser").join("host");
        std::fs::create_dir_all(&folder)?;
        Ok(Self { server: Server::start(folder, 0)? })
    }

    /// Shows a page with this body; `SITE/` in it stands for the address of our site.
    pub(super) async fn show(&self, browser: &Browser, body: &str) -> Result<()> {
        self.write(browser.server(), body);
        browser.load_from(&self.server, "/").await
    }

    /// The same, for a page that shows the site of another server.
    pub(super) async fn show_site(&self, browser: &Browser, site: &Server, body: &str) -> Result<()> {
        self.write(site, body);
        browser.load_from(&self.server, "/").await
    }

    fn write(&self, site: &Server, body: &str) {
        let page = "<!doctype html><html lang=fr><meta charset=utf-8><title>Mairie</title>\
            <meta name=viewport content='width=device-width, initial-scale=1'><link rel=icon href='data:,'>";
        let page = format!("{page}<body>{body}").replace("SITE/", &site.url("/"));
        self.server.reply("/", Reply::html(page));
    }
}

/// Runs a script in the frame of this rank.
pub(super) async fn in_frame<T: DeserializeOwned>(browser: &Browser, rank: usize, script: &str) -> Result<T> {
    enter(browser, rank).await?;
    let result = browser.js(script, &[]).await;
    leave(browser).await?;
    result
}

/// Goes into the frame of this rank: what follows is about its page.
///
/// The driver of WebKit answers no more when the frame loads meanwhile: it is waited for there.
pub(super) async fn enter(browser: &Browser, rank: usize) -> Result<()> {
    const LOADED: &str = "const bare = address => address.split('#')[0];
        return performance.getEntriesByType('resource').some(entry => bare(entry.name) === bare(frame.src))";
    if browser.engine() == Engine::WebKit {
        let start = Instant::now();
        let loaded = format!("const frame = {FRAMES}[arguments[0]]; if (!frame) return false; {LOADED}");
        while !browser.js::<bool>(&loaded, &[json!(rank)]).await? {
            ensure!(start.elapsed() < PATIENCE, "frame {rank} does not load");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
    let found: Value = browser.js(&format!("return {FRAMES}[arguments[0]] ?? null"), &[json!(rank)]).await?;
    let id = found.as_object().and_then(|found| found.values().next()?.as_str().map(str::to_owned));
    let id = id.with_context(|| format!("there is no frame {rank}"))?;
    let element = Element::from_element_id(browser.client(), ElementRef::from(id));
    element.enter_frame().await.with_context(|| format!("cannot enter frame {rank}"))
}

/// Goes back to the page around.
pub(super) async fn leave(browser: &Browser) -> Result<()> {
    browser.client().enter_parent_frame().await.context("cannot leave the frame")
}

/// The height inside of each frame, in CSS pixels.
pub(super) async fn heights(browser: &Browser) -> Result<Vec<f64>> {
    browser.js(&format!("return {FRAMES}.map(frame => frame.clientHeight)"), &[]).await
}

/// An attribute of each frame.
pub(super) async fn attributes(browser: &Browser, name: &str) -> Result<Vec<Option<String>>> {
    browser.js(&format!("return {FRAMES}.map(frame => frame.getAttribute(arguments[0]))"), &[json!(name)]).await
}

/// Waits until something is true in a frame, whose page is being loaded.
pub(super) async fn wait_in_frame(browser: &Browser, rank: usize, expression: &str) -> Result<()> {
    let start = Instant::now();
    loop {
        let found = in_frame::<bool>(browser, rank, &format!("return Boolean({expression})")).await;
        if matches!(found, Ok(true)) {
            return Ok(());
        }
        if start.elapsed() > PATIENCE {
            bail!("not true in frame {rank}: {expression}: {found:?}");
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Waits until a frame that shows what is asked has stayed as high as its page for a second, and gives that height.
pub(super) async fn fits(browser: &Browser, rank: usize) -> Result<f64> {
    const HEIGHTS: &str = "const page = document.documentElement, height = page.getBoundingClientRect().height;
        const isShown = document.querySelector('main') && !page.matches('[data-asked][data-app=waiting]');
        return [Math.ceil(height), innerHeight, isShown ? 1 : 0]";
    let start = Instant::now();
    let mut since = Instant::now();
    let mut before = 0.0;
    loop {
        // A frame far below loads when it is near.
        browser.js::<()>(&format!("{FRAMES}[arguments[0]]?.scrollIntoView()"), &[json!(rank)]).await?;
        let found = in_frame::<(f64, f64, u8)>(browser, rank, HEIGHTS).await;
        let (page, frame) = match found {
            // A frame may be higher by its border.
            Ok((page, frame, 1)) if page > 100.0 && (page..=page + 4.0).contains(&frame) => (page, frame),
            _ if start.elapsed() > PATIENCE => bail!("frame {rank} does not get its height: {found:?}"),
            _ => (0.0, 0.0),
        };
        if page == 0.0 || page != before {
            before = page;
            since = Instant::now();
        } else if since.elapsed() > Duration::from_secs(1) {
            return Ok(frame);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}
