//! A WebDriver session, with the commands of one engine only.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use fantoccini::wd::{Capabilities, TimeoutConfiguration, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::browser::Browser;
use crate::driver::Driver;
use crate::emulation::Scheme;
use crate::engine::Engine;

/// How long a page may load, or a script run: an accessibility audit of a
/// long page takes seconds.
const PATIENCE: Duration = Duration::from_secs(60);

/// Opens a session.
pub(crate) async fn open(driver: &Driver, engine: Engine, scheme: Scheme) -> Result<Client> {
    let Value::Object(capabilities) = engine.capabilities(scheme)? else {
        unreachable!("capabilities are an object");
    };
    let client = ClientBuilder::new(HttpConnector::new())
        .capabilities(Capabilities::from_iter(capabilities))
        .connect(&driver.address())
        .await
        .with_context(|| format!("cannot open a session of {engine}"))?;
    let timeouts = TimeoutConfiguration::new(Some(PATIENCE), Some(PATIENCE), Some(Duration::ZERO));
    client.update_timeouts(timeouts).await?;
    Ok(client)
}

impl Browser {
    /// Sends a command of Chromium's own protocol, which no other engine has.
    pub(crate) async fn chromium(&self, command: &str, params: Value) -> Result<Value> {
        ensure!(self.engine() == Engine::Chromium, "only chromium knows {command}");
        let body = json!({ "cmd": command, "params": params });
        let value = self.client().issue_cmd(Extension::post("goog/cdp/execute", &body)).await;
        value.with_context(|| format!("chromium refused {command}"))
    }

    /// The entries of Chromium's console since the last time.
    pub(crate) async fn chromium_log(&self) -> Result<Value> {
        let body = json!({ "type": "browser" });
        Ok(self.client().issue_cmd(Extension::post("se/log", &body)).await?)
    }

    /// Runs a script in the window of Firefox itself, around the page.
    pub(crate) async fn firefox_window(&self, script: &str, args: Vec<Value>) -> Result<()> {
        let client = self.client();
        let enter = |context: &str| Extension::post("moz/context", &json!({ "context": context }));
        client.issue_cmd(enter("chrome")).await?;
        let result = client.execute(script, args).await;
        // Back to the page, whatever the script did.
        client.issue_cmd(enter("content")).await?;
        result.context("firefox refused a script of its window")?;
        Ok(())
    }
}

/// A command that only one driver knows.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: String,
}

impl Extension {
    fn post(path: &'static str, body: &Value) -> Self {
        Self { path, body: body.to_string() }
    }
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, ParseError> {
        let session = session_id.unwrap_or_default();
        base_url.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _request_url: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.clone()))
    }
}
