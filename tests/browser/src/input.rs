//! The keyboard and the mouse.

use std::collections::HashMap;

use anyhow::{Context, Result};
use fantoccini::actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::json;

use crate::browser::Browser;
use crate::engine::Engine;

impl Browser {
    /// Clicks the first match in its middle, as a mouse does; it is scrolled
    /// into view first.
    ///
    /// # Errors
    /// When nothing matches, or something else is over it.
    pub async fn click(&self, css: &str) -> Result<()> {
        self.wait_for(css).await?;
        self.click_found(&format!("document.querySelector({})", json!(css))).await
    }

    /// Clicks the first match that shows exactly this text.
    ///
    /// # Errors
    /// When nothing does.
    pub async fn click_text(&self, css: &str, text: &str) -> Result<()> {
        let expression =
            format!("[...document.querySelectorAll({})].find(e => e.innerText.trim() === {})", json!(css), json!(text));
        self.click_found(&expression).await.with_context(|| format!("{css} {text:?}"))
    }

    /// Clicks the element that a JavaScript expression gives, as a mouse does.
    ///
    /// # Errors
    /// When it gives none, or something else is over it.
    pub async fn click_found(&self, expression: &str) -> Result<()> {
        let script = format!(
            "const e = {expression};
             e?.scrollIntoView({{ block: 'center', behavior: 'instant' }});
             return e ?? null"
        );
        let found: Option<HashMap<String, String>> = self.js(&script, &[]).await?;
        let element = found.and_then(|found| found.into_values().next());
        let element = element.with_context(|| format!("there is no {expression}"))?;
        let element = Element::from_element_id(self.client(), element.into());
        element.click().await.with_context(|| format!("cannot click {expression}"))
    }

    /// Clicks whatever is at this point of the window, in CSS pixels.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn click_at(&self, x: f64, y: f64) -> Result<()> {
        let actions = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.client().perform_actions(actions).await.with_context(|| format!("cannot click at {x}, {y}"))
    }

    /// Gives the focus to the first match and types this text.
    ///
    /// # Errors
    /// When nothing matches.
    pub async fn type_into(&self, css: &str, text: &str) -> Result<()> {
        self.wait_for(css).await?;
        self.js::<()>("document.querySelector(arguments[0]).focus()", &[json!(css)]).await?;
        self.type_text(text).await
    }

    /// Types this text, one key after another, wherever the focus is.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        let mut keys = KeyActions::new("keyboard".to_owned());
        for value in text.chars() {
            keys = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.client().perform_actions(keys).await.context("cannot type")
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
        self.client().perform_actions(keys).await.context("cannot press keys")
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
        anyhow::bail!("the focus never came to {css}; it went to {}", visited.join(", "))
    }
}

/// What an input method does to the field it writes in, where no driver has one: its whole text again at
/// each key, from where it began in that field.
const COMPOSE: &str = "
    const [data, ends] = arguments;
    const field = document.activeElement;
    const tell = (Kind, type, more) => field.dispatchEvent(new Kind(type, { bubbles: true, composed: true, data, ...more }));
    if (window.__composed?.field !== field) {
      window.__composed = { field, from: field.selectionStart };
      tell(CompositionEvent, 'compositionstart');
    }
    field.setRangeText(data, window.__composed.from, field.selectionEnd, 'end');
    tell(CompositionEvent, 'compositionupdate');
    tell(InputEvent, 'input', { inputType: 'insertCompositionText', isComposing: true });
    if (ends) {
      delete window.__composed;
      tell(CompositionEvent, 'compositionend');
    }";

impl Browser {
    /// Shows this text where the focus is, as one that a dead key or the keyboard of a phone has not
    /// finished: by Chromium's own input method, by its events elsewhere.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn compose(&self, text: &str) -> Result<()> {
        if self.engine() != Engine::Chromium {
            return self.js(COMPOSE, &[json!(text), json!(false)]).await;
        }
        let end = text.encode_utf16().count();
        let params = json!({ "text": text, "selectionStart": end, "selectionEnd": end });
        self.chromium("Input.imeSetComposition", params).await?;
        Ok(())
    }

    /// Finishes it as this text.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn finish_composing(&self, text: &str) -> Result<()> {
        if self.engine() != Engine::Chromium {
            return self.js(COMPOSE, &[json!(text), json!(true)]).await;
        }
        self.chromium("Input.insertText", json!({ "text": text })).await?;
        Ok(())
    }
}
