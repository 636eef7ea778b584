//! What the visitor reads when something is wrong.

mod causes;
mod entries;
mod hostile;
mod loading;
mod program;

use anyhow::Result;
use communs_browser_tests::{Browser, Suite};

use crate::support::unfold_notice;

pub(crate) fn register(suite: &mut Suite) {
    loading::register(suite);
    entries::register(suite);
    hostile::register(suite);
    program::register(suite);
    causes::register(suite);
}

/// The words of the notice on wrong data, its details open, with plain spaces.
async fn notice(browser: &Browser) -> Result<String> {
    unfold_notice(browser).await?;
    Ok(plain(&browser.text(".diagnostics").await?))
}

/// A text with plain spaces only.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}
