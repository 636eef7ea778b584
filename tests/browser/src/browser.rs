//! One browser, and going from page to page in it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};
use fantoccini::Client;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use xtask::server::{Folders, Reply, Server};

use crate::driver::Driver;
use crate::emulation::{DESKTOP, Scheme};
use crate::engine::Engine;
use crate::log::{self, LogEntry};
use crate::session;

/// An empty page of the site's own origin, between two scenarios.
const BLANK: &str = "/__blank.html";
/// Runs in Firefox itself.
const EMPTY_CACHES: &str = "return new Promise(done => Services.clearData.deleteData(
    Ci.nsIClearDataService.CLEAR_ALL_CACHES, { onDataDeleted: () => done(null) }))";
/// What a visitor does first: a move over a page, a choice in a page of text. True.
const GESTURES: &str = "(dispatchEvent(new Event('wheel')) && dispatchEvent(new Event('input')))";
/// How long [`Browser::wait_until`] waits.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long a script may run: more than drivers let it, which end it themselves unless they hang.
const PATIENCE_OF_SCRIPTS: Duration = Duration::from_secs(70);

/// A browser and the server of the site.
///
/// Every method takes `&self`; a scenario owns the browser while it runs.
pub struct Browser {
    engine: Engine,
    server: Rc<Server>,
    driver: Driver,
    client: RefCell<Client>,
    /// When this is true in a page, the site is shown.
    ready: &'static str,
    pub(crate) log: RefCell<Vec<LogEntry>>,
    pub(crate) scheme: Cell<Scheme>,
    pub(crate) viewport: Cell<(u32, u32)>,
    /// The height of the window's own bars, in CSS pixels, once it is known.
    pub(crate) bars: Cell<u32>,
    /// Whether pages of the scenario may have kept the site for later visits.
    has_worker: Cell<bool>,
}

impl Browser {
    pub(crate) async fn start(engine: Engine, server: Rc<Server>, ready: &'static str) -> Result<Self> {
        let driver = Driver::start(engine)?;
        let client = session::open(&driver, engine, Scheme::Light).await?;
        Ok(Self {
            engine,
            server,
            driver,
            client: RefCell::new(client),
            ready,
            log: RefCell::default(),
            scheme: Cell::new(Scheme::Light),
            viewport: Cell::new(DESKTOP),
            bars: Cell::new(0),
            has_worker: Cell::new(false),
        })
    }

    /// The engine that runs.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The server of the site: scripts replies, records requests.
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// The WebDriver session, for what this type does not offer.
    pub fn client(&self) -> Client {
        self.client.borrow().clone()
    }

    /// Ends the session and opens another one, with nothing kept: for a
    /// browser in an unknown state.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn restart(&self) -> Result<()> {
        // A session that died cannot be closed, and need not be.
        let _ = tokio::time::timeout(PATIENCE, self.client().close()).await;
        let client = session::open(&self.driver, self.engine, self.scheme.get()).await?;
        self.client.replace(client);
        self.apply_emulation().await
    }

    /// Forgets what pages of the site have stored, and the files that they came with: the next page is a first visit.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn forget(&self) -> Result<()> {
        match self.engine {
            Engine::Chromium => {
                self.leave().await?;
                self.chromium("Network.clearBrowserCache", json!({})).await?;
                // What pages share in memory goes when they are to do without a cache.
                for is_disabled in [true, false] {
                    self.chromium("Network.setCacheDisabled", json!({ "cacheDisabled": is_disabled })).await?;
                }
                Ok(())
            }
            Engine::Firefox => {
                self.leave().await?;
                self.firefox_window(EMPTY_CACHES, Vec::new()).await
            }
            // Its driver has no command for it.
            Engine::WebKit => self.restart().await,
        }
    }

    /// Goes to an empty page of the site, and forgets what others have stored.
    async fn leave(&self) -> Result<()> {
        self.server.reply(BLANK, Reply::html("<!doctype html><title>-</title>"));
        self.load(BLANK).await?;
        self.js("localStorage.clear(); sessionStorage.clear()", &[]).await
    }

    pub(crate) async fn quit(self) {
        // The driver is killed next, and its browser with it: one that hangs is not waited for.
        let _ = tokio::time::timeout(PATIENCE, self.client.into_inner().close()).await;
    }

    /// Makes the browser as new for the next scenario.
    pub(crate) async fn reset(&self) -> Result<()> {
        self.server.clear_overrides();
        self.server.mount("/");
        self.server.answer_folders(Folders::default());
        self.server.set_page_header(None);
        let had_worker = self.has_worker.replace(false);
        self.server.insert_in_head(log::HOOK);
        self.leave().await?;
        if had_worker {
            self.forget_service_worker().await?;
        }
        self.server.insert_in_head(format!("{}{}", log::HOOK, log::NO_WORKER));
        self.set_scheme(Scheme::Light).await?;
        self.resize(DESKTOP.0, DESKTOP.1).await?;
        self.clear_log().await?;
        self.server.clear_requests();
        Ok(())
    }

    /// Runs this script before everything else in every page loaded from now
    /// to the end of the scenario.
    pub fn before_page(&self, script: &str) {
        self.server.insert_in_head(format!("{}{}<script>{script}</script>", log::HOOK, log::NO_WORKER));
    }

    /// Pages loaded from now on may keep the site for later visits.
    pub fn allow_service_worker(&self) {
        self.server.insert_in_head(log::HOOK);
        self.has_worker.set(true);
    }

    /// Forgets what the site keeps for later visits.
    async fn forget_service_worker(&self) -> Result<()> {
        self.client()
            .execute_async(
                "const done = arguments[0];
                 (async () => {
                   for (const worker of await navigator.serviceWorker?.getRegistrations() ?? []) await worker.unregister();
                   for (const name of await globalThis.caches?.keys() ?? []) await caches.delete(name);
                 })().then(done, done)",
                Vec::new(),
            )
            .await?;
        Ok(())
    }

    /// Pages loaded from now on run no script of their own.
    pub fn disable_scripts(&self) {
        self.server.set_page_header(Some(("Content-Security-Policy", "script-src 'none'")));
    }

    /// Pages loaded from now on may not store anything, as in a sandboxed
    /// frame or with cookies blocked.
    pub fn deny_storage(&self) {
        self.before_page(
            "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
               Object.defineProperty(window, name, { configurable: true, get() {
                 throw new DOMException('The operation is insecure.', 'SecurityError');
               } });
             }",
        );
    }

    /// Pages loaded from now on find no WebAssembly.
    pub fn remove_webassembly(&self) {
        self.before_page("delete window.WebAssembly;");
    }

    /// Loads a path of the site, and waits until the site is shown.
    ///
    /// # Errors
    /// When it is not shown in time.
    pub async fn open(&self, path: &str) -> Result<()> {
        self.load(path).await?;
        self.wait_until_used().await
    }

    /// Waits until the site is shown to somebody who uses it, which the app waits for.
    async fn wait_until_used(&self) -> Result<()> {
        // The script that starts the app may not be listening yet: the gesture is made again.
        self.wait_until(&format!("({}) || !{GESTURES}", self.ready)).await
    }

    /// Does what a visitor does first, which the app waits for.
    ///
    /// # Errors
    /// When the page has gone.
    pub async fn wake(&self) -> Result<()> {
        self.js(&format!("void {GESTURES}"), &[]).await
    }

    /// Loads a path of the site, and waits for no more than the page itself.
    ///
    /// # Errors
    /// When the page does not load.
    pub async fn load(&self, path: &str) -> Result<()> {
        self.collect_log().await;
        let url = self.server.url(path);
        self.client().goto(&url).await.with_context(|| format!("cannot load {path}"))
    }

    /// Loads a page of another server, which is another site: its host is `localhost`, not `127.0.0.1`.
    /// What the page complains of is heard.
    ///
    /// # Errors
    /// When the page does not load.
    pub async fn load_from(&self, server: &Server, path: &str) -> Result<()> {
        self.collect_log().await;
        server.insert_in_head(log::HOOK);
        let url = server.url(path).replace("127.0.0.1", "localhost");
        self.client().goto(&url).await.with_context(|| format!("cannot load {path} of another server"))
    }

    /// Loads the page again, and waits until the site is shown.
    ///
    /// # Errors
    /// When it is not shown in time.
    pub async fn reload(&self) -> Result<()> {
        self.collect_log().await;
        self.client().refresh().await.context("cannot reload")?;
        self.wait_until_used().await
    }

    /// Goes back in the history.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn back(&self) -> Result<()> {
        self.client().back().await.context("cannot go back")
    }

    /// Goes forward in the history.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn forward(&self) -> Result<()> {
        self.client().forward().await.context("cannot go forward")
    }

    /// The address after the host, percent-encoded as scripts see it:
    /// `/catalogue?q=eau#resultats`.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn path(&self) -> Result<String> {
        self.js("return location.pathname + location.search + location.hash", &[]).await
    }

    /// Runs a script, the body of a function, and reads what it returns.
    ///
    /// # Errors
    /// When the script throws or returns something else than expected.
    pub async fn js<T: DeserializeOwned>(&self, script: &str, args: &[Value]) -> Result<T> {
        let client = self.client();
        let value = tokio::time::timeout(PATIENCE_OF_SCRIPTS, client.execute(script, args.to_vec())).await;
        let value = value.map_err(anyhow::Error::from).and_then(|value| Ok(value?));
        let value = value.with_context(|| format!("in script: {script}"))?;
        serde_json::from_value(value).with_context(|| format!("returned by script: {script}"))
    }

    /// Waits until a JavaScript expression is true.
    ///
    /// # Errors
    /// When it is still false after twenty seconds.
    pub async fn wait_until(&self, expression: &str) -> Result<()> {
        self.wait_at_most(PATIENCE, expression).await
    }

    /// Waits until a JavaScript expression is true, for this long.
    ///
    /// # Errors
    /// When it is still false then.
    pub async fn wait_at_most(&self, patience: Duration, expression: &str) -> Result<()> {
        const LONGEST_PAUSE: Duration = Duration::from_millis(100);
        let script = format!("return Boolean({expression})");
        let start = Instant::now();
        let mut pause = Duration::from_millis(10);
        loop {
            // A script may fail because the page is being replaced.
            let result = self.js::<bool>(&script, &[]).await;
            if matches!(result, Ok(true)) {
                return Ok(());
            }
            if start.elapsed() > patience {
                let told = format!("not true after {patience:?}: {expression}");
                return Err(match result {
                    Ok(_) => anyhow!(told),
                    Err(error) => error.context(told),
                });
            }
            // What is not there soon is asked for less often: each question costs the page it waits for.
            tokio::time::sleep(pause).await;
            pause = LONGEST_PAUSE.min(pause * 3 / 2);
        }
    }
}
