//! The keyboard and the mouse.

use anyhow::{Context, Result};
use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::json;

use crate::browser::Browser;

impl Browser {
    /// Clicks the first match in its middle, as a mouse does; it is scrolled
    /// into view first.
    ///
    /// # Errors
    /// When nothing matches, or something else is over it.
    pub async fn click(&self, css: &str) -> Result<()> {
        self.wait_for(css).await?;
        let element = self.client().find(Locator::Css(css)).await?;
        element
            .click()
            .await
            .with_context(|| format!("cannot click {css}"))
    }

    /// Clicks the first match that shows exactly this text.
    ///
    /// # Errors
    /// When nothing does.
    pub async fn click_text(&self, css: &str, text: &str) -> Result<()> {
        const MARK: &str = "data-clicked-by-test";
        let script = "for (const e of document.querySelectorAll(arguments[0])) {
                        if (e.innerText.trim() === arguments[1]) {
                          e.setAttribute(arguments[2], '');
                          return true;
                        }
                      }
                      return false";
        let found: bool = self
            .js(script, &[json!(css), json!(text), json!(MARK)])
            .await?;
        anyhow::ensure!(found, "no {css} shows {text:?}");
        let marked = format!("[{MARK}]");
        let element = self.client().find(Locator::Css(&marked)).await?;
        self.js::<()>(
            "document.querySelector(arguments[0]).removeAttribute(arguments[1])",
            &[json!(marked), json!(MARK)],
        )
        .await?;
        element
            .click()
            .await
            .with_context(|| format!("cannot click {css} {text:?}"))
    }

    /// Gives the focus to the first match and types this text.
    ///
    /// # Errors
    /// When nothing matches.
    pub async fn type_into(&self, css: &str, text: &str) -> Result<()> {
        self.wait_for(css).await?;
        self.js::<()>(
            "document.querySelector(arguments[0]).focus()",
            &[json!(css)],
        )
        .await?;
        self.type_text(text).await
    }

    /// Types this text, one key after another, wherever the focus is.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        let mut keys = KeyActions::new("keyboard".to_owned());
        for value in text.chars() {
            keys = keys
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        self.client()
            .perform_actions(keys)
            .await
            .context("cannot type")
    }

    /// Presses and releases a key.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn press(&self, key: Key) -> Result<()> {
        self.type_text(&char::from(key).to_string()).await
    }

    /// Presses and releases a key while another one is held.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn press_with(&self, held: Key, key: char) -> Result<()> {
        let held = char::from(held);
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: held });
        self.client()
            .perform_actions(keys)
            .await
            .context("cannot press keys")
    }

    /// Moves the focus forward, and says where it went.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn tab(&self) -> Result<String> {
        self.press(Key::Tab).await?;
        self.focused().await
    }

    /// Moves the focus backward, and says where it went.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn shift_tab(&self) -> Result<String> {
        self.press_with(Key::Shift, char::from(Key::Tab)).await?;
        self.focused().await
    }

    /// Moves the focus forward until it is on a match, in at most this many
    /// steps.
    ///
    /// # Errors
    /// When it never comes there; the error lists where it went.
    pub async fn tab_to(&self, css: &str, at_most: usize) -> Result<()> {
        let mut visited = Vec::new();
        for _ in 0..at_most {
            visited.push(self.tab().await?);
            if self.is_focused(css).await? {
                return Ok(());
            }
        }
        anyhow::bail!(
            "the focus never came to {css}; it went to {}",
            visited.join(", ")
        )
    }
}
