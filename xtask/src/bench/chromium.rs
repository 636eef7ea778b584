//! One Chromium on one page, which tells the server what it measures.
//!
//! WebDriver is not used here: a page that computes for minutes answers no command, and nothing
//! should watch over what is timed.

use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use tempfile::TempDir;

use super::folder;
use crate::process::Running;
use crate::{CHROMIUM, paths};

/// What it is started with besides: the real size of the heap, and the collection of garbage at will.
const ARGUMENTS: [&str; 4] =
    ["--disable-extensions", "--mute-audio", "--enable-precise-memory-info", "--js-flags=--expose-gc"];

/// A running browser; it ends when this is dropped, and its other processes when it does.
pub(super) struct Chromium {
    // Dropped in this order.
    browser: Running,
    _profile: TempDir,
}

impl Chromium {
    /// Opens a page in a new browser that knows nothing.
    pub(super) fn open(address: &str) -> Result<Self> {
        let program = paths::find_program(&["chromium"]).context("chromium is not there; run `cargo xtask setup`")?;
        let profile = TempDir::with_prefix_in("profile-", folder())?;
        let mut chromium = Command::new(program);
        chromium.args(CHROMIUM).args(ARGUMENTS);
        chromium.arg(format!("--user-data-dir={}", profile.path().display())).arg(address);
        chromium.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        Ok(Self { browser: Running::start(&mut chromium)?, _profile: profile })
    }

    /// Whether it ended by itself, which it should not.
    pub(super) fn has_ended(&mut self) -> bool {
        !matches!(self.browser.0.try_wait(), Ok(None))
    }
}
