//! One Chromium on one page, which tells the server what it measures.
//!
//! WebDriver is not used here: a page that computes for minutes answers no command, and nothing
//! should watch over what is timed.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

use super::folder;
use crate::{CHROMIUM, paths};

/// What it is started with besides: the real size of the heap, and the collection of garbage at will.
const ARGUMENTS: [&str; 4] =
    ["--disable-extensions", "--mute-audio", "--enable-precise-memory-info", "--js-flags=--expose-gc"];

/// A running browser; it ends, by its own id, when this is dropped.
pub(super) struct Chromium {
    child: Child,
    profile: PathBuf,
}

impl Chromium {
    /// Opens a page in a new browser that knows nothing.
    ///
    /// # Errors
    /// When Chromium is not there.
    pub(super) fn open(address: &str) -> Result<Self> {
        let program = paths::find_program(&["chromium"]).context("chromium is not there; run `cargo xtask setup`")?;
        let profile = folder().join(format!("profile-{}", std::process::id()));
        let _ = fs::remove_dir_all(&profile);
        fs::create_dir_all(&profile)?;
        let child = Command::new(program)
            .args(CHROMIUM)
            .args(ARGUMENTS)
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg(address)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot run chromium")?;
        Ok(Self { child, profile })
    }

    /// Whether it ended by itself, which it should not.
    pub(super) fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // Its other processes end when this one does.
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.profile);
    }
}
