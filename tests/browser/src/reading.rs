//! Reading the page.

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::browser::Browser;

impl Browser {
    /// The title of the page.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn title(&self) -> Result<String> {
        self.js("return document.title", &[]).await
    }

    /// Waits until something matches a selector.
    ///
    /// # Errors
    /// When nothing does in time.
    pub async fn wait_for(&self, css: &str) -> Result<()> {
        self.wait_until(&format!("document.querySelector({})", json!(css))).await
    }

    /// Waits until nothing matches a selector.
    ///
    /// # Errors
    /// When something still does in the end.
    pub async fn wait_gone(&self, css: &str) -> Result<()> {
        self.wait_until(&format!("!document.querySelector({})", json!(css))).await
    }

    /// Waits until the first match of a selector shows this text.
    ///
    /// # Errors
    /// When it does not in time; the error says what it shows.
    pub async fn wait_for_text(&self, css: &str, text: &str) -> Result<()> {
        let expression = format!("document.querySelector({})?.innerText.includes({})", json!(css), json!(text));
        if self.wait_until(&expression).await.is_ok() {
            return Ok(());
        }
        match self.text(css).await {
            Ok(found) => bail!("{css} never shows {text:?} but {found:?}"),
            Err(_) => bail!("{css} never appears"),
        }
    }

    /// How many elements match.
    ///
    /// # Errors
    /// When the selector is wrong.
    pub async fn count(&self, css: &str) -> Result<usize> {
        self.js("return document.querySelectorAll(arguments[0]).length", &[json!(css)]).await
    }

    /// The text shown by the first match, without space around.
    ///
    /// # Errors
    /// When nothing matches.
    pub async fn text(&self, css: &str) -> Result<String> {
        let text: Option<String> =
            self.js("return document.querySelector(arguments[0])?.innerText.trim() ?? null", &[json!(css)]).await?;
        text.with_context(|| format!("nothing matches {css}"))
    }

    /// The text shown by each match.
    ///
    /// # Errors
    /// When the selector is wrong.
    pub async fn texts(&self, css: &str) -> Result<Vec<String>> {
        self.js("return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())", &[json!(css)]).await
    }

    /// An attribute of the first match, or `None` when it has not got it.
    ///
    /// # Errors
    /// When nothing matches.
    pub async fn attribute(&self, css: &str, name: &str) -> Result<Option<String>> {
        self.of_first(css, "e.getAttribute(name)", name).await
    }

    /// An attribute of each match.
    ///
    /// # Errors
    /// When the selector is wrong.
    pub async fn attributes(&self, css: &str, name: &str) -> Result<Vec<Option<String>>> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(e => e.getAttribute(arguments[1]))";
        self.js(script, &[json!(css), json!(name)]).await
    }

    /// A property of the first match: `value`, `checked`, `open`…
    ///
    /// # Errors
    /// When nothing matches.
    pub async fn property(&self, css: &str, name: &str) -> Result<Value> {
        self.of_first(css, "e[name] ?? null", name).await
    }

    /// A computed style of the first match.
    ///
    /// # Errors
    /// When nothing matches.
    pub async fn style(&self, css: &str, property: &str) -> Result<String> {
        self.of_first(css, "getComputedStyle(e).getPropertyValue(name)", property).await
    }

    /// What an expression of the first match, `e`, and of this `name` gives, once there is one.
    async fn of_first<T: DeserializeOwned>(&self, css: &str, expression: &str, name: &str) -> Result<T> {
        self.wait_for(css).await?;
        let script = format!("const [css, name] = arguments, e = document.querySelector(css); return {expression}");
        self.js(&script, &[json!(css), json!(name)]).await
    }

    /// Whether the first match takes room and can be seen.
    ///
    /// # Errors
    /// When the selector is wrong.
    pub async fn is_visible(&self, css: &str) -> Result<bool> {
        self.js(
            "const e = document.querySelector(arguments[0]);
             return !!e && e.getClientRects().length > 0
               && getComputedStyle(e).visibility === 'visible'",
            &[json!(css)],
        )
        .await
    }

    /// The focused element, as `a#id.class "what it shows"`.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn focused(&self) -> Result<String> {
        self.js(
            r#"const e = document.activeElement;
               if (!e) return 'nothing';
               const id = e.id ? '#' + e.id : '';
               const classes = [...e.classList].map(name => '.' + name).join('');
               const shown = e.getAttribute('aria-label') || e.innerText || e.value || '';
               return `${e.localName}${id}${classes} "${shown.trim().slice(0, 80)}"`;"#,
            &[],
        )
        .await
    }

    /// Whether the focused element matches a selector.
    ///
    /// # Errors
    /// When the selector is wrong.
    pub async fn is_focused(&self, css: &str) -> Result<bool> {
        self.js("return !!document.activeElement?.matches(arguments[0])", &[json!(css)]).await
    }

    /// Addresses, of other origins than the site's, that the page has loaded.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn foreign_requests(&self) -> Result<Vec<String>> {
        self.js(
            "return performance.getEntriesByType('resource').map(entry => entry.name)
               .filter(name => !name.startsWith(location.origin) && !/^(data|blob):/.test(name))",
            &[],
        )
        .await
    }
}
