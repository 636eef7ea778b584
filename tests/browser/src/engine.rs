//! The three engines, and how each is asked for.

use std::fmt;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use xtask::CHROMIUM;

use crate::emulation::Scheme;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
#[value(rename_all = "lower")]
pub enum Engine {
    /// Chromium, driven by `chromedriver`.
    Chromium,
    /// Firefox, driven by `geckodriver`.
    Firefox,
    /// WebKitGTK's test browser, driven by `WebKitWebDriver`.
    WebKit,
}

impl fmt::Display for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&format!("{self:?}").to_lowercase())
    }
}

impl Engine {
    /// The program that drives this engine.
    pub(crate) const fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        }
    }

    /// The arguments that make the driver listen on a port.
    pub(crate) fn driver_args(self, port: u16) -> Vec<String> {
        let mut args = vec![format!("--port={port}")];
        // The privileged context is where Firefox can be given a viewport narrower than its smallest window.
        args.extend((self == Self::Firefox).then(|| "--allow-system-access".to_owned()));
        args
    }

    /// What a new session asks of the driver.
    ///
    /// # Errors
    /// When the browser is not where it is expected.
    pub(crate) fn capabilities(self, scheme: Scheme) -> Result<Value> {
        Ok(match self {
            Self::Chromium => json!({
                "goog:chromeOptions": { "args": CHROMIUM },
                "goog:loggingPrefs": { "browser": "ALL" },
            }),
            Self::Firefox => json!({
                "moz:firefoxOptions": { "args": ["-headless"] },
            }),
            Self::WebKit => {
                let mut args = vec!["--automation"];
                args.extend((scheme == Scheme::Dark).then_some("--dark-mode"));
                json!({
                    "webkitgtk:browserOptions": { "binary": mini_browser()?, "args": args },
                })
            }
        })
    }
}

/// WebKitGTK's test browser, which is in no folder of `PATH`.
fn mini_browser() -> Result<PathBuf> {
    let libraries = fs::read_dir("/usr/lib")
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .chain([PathBuf::from("/usr/libexec")]);
    libraries
        .flat_map(|folder| {
            ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"]
                .map(|version| folder.join(version).join("MiniBrowser"))
        })
        .find(|file| file.is_file())
        .context("WebKitGTK's MiniBrowser is not there; run `cargo xtask setup`")
}
