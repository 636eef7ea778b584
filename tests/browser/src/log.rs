//! What pages complain about: errors, warnings, refused content.

use std::fmt;

use anyhow::{Result, ensure};
use serde::Deserialize;

use crate::browser::Browser;
use crate::engine::Engine;

/// Put first in every page by the test server, so that it hears everything.
pub(crate) const HOOK: &str = concat!("<script>", include_str!("log_hook.js"), "</script>");

/// Pages keep nothing for later visits, unless the scenario is about that: what they ask for does not come.
/// Asking for it answers, or throws, as it does for visitors.
pub(crate) const NO_WORKER: &str = "<script>if (globalThis.ServiceWorkerContainer) \
    ServiceWorkerContainer.prototype.register = () => new Promise(() => {});</script>";

/// A complaint.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct LogEntry {
    /// `error`, `warn`, `exception`, `rejection`, `csp`, `load`, or `browser`
    /// for what only the browser's own console has.
    pub kind: String,
    /// What it says.
    pub text: String,
}

impl fmt::Display for LogEntry {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "[{}] {}", self.kind, self.text)
    }
}

/// An entry of Chromium's console.
#[derive(Deserialize)]
struct ConsoleEntry {
    level: String,
    message: String,
    source: String,
}

impl Browser {
    /// Every complaint since the scenario began, or since [`Self::clear_log`].
    pub async fn log(&self) -> Vec<LogEntry> {
        self.collect_log().await;
        self.log.borrow().clone()
    }

    /// Forgets the complaints so far, for those that a scenario provokes.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn clear_log(&self) -> Result<()> {
        self.collect_log().await;
        self.log.borrow_mut().clear();
        Ok(())
    }

    /// Checks that no page complained.
    ///
    /// # Errors
    /// When one did; the error lists what was said.
    pub async fn assert_quiet(&self) -> Result<()> {
        let log = self.log().await;
        let lines: Vec<_> = log.iter().map(ToString::to_string).collect();
        ensure!(log.is_empty(), "the console is not empty:\n{}", lines.join("\n"));
        Ok(())
    }

    /// The same, but for what browsers say of a page that the server does not have: static hosts
    /// answer it with a status of 404, and the page that looks for the site asks in vain too.
    ///
    /// # Errors
    /// When a page complained of something else.
    pub async fn assert_quiet_but_for_absences(&self) -> Result<()> {
        self.collect_log().await;
        self.log.borrow_mut().retain(|entry| !entry.text.contains("status of 404"));
        self.assert_quiet().await
    }

    /// Takes what the current page has recorded, before it is left.
    pub(crate) async fn collect_log(&self) {
        // A page that is not ours, or a dead one, has recorded nothing.
        let recorded = self.js::<Vec<LogEntry>>("return window.__log?.splice(0) ?? []", &[]).await.unwrap_or_default();
        self.log.borrow_mut().extend(recorded);
        if self.engine() == Engine::Chromium {
            let console = self.chromium_log().await.unwrap_or_default();
            let entries: Vec<ConsoleEntry> = serde_json::from_value(console).unwrap_or_default();
            let complaints = entries
                .into_iter()
                // What scripts say is already recorded by the page.
                .filter(|entry| entry.source != "console-api" && entry.level != "INFO")
                .map(|entry| LogEntry { kind: "browser".to_owned(), text: entry.message });
            self.log.borrow_mut().extend(complaints);
        }
    }
}
