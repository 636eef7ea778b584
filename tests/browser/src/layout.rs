//! Where things are on the page.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::browser::Browser;

impl Browser {
    /// How many matches there are on each row, from top to bottom: `[3, 2]`
    /// for five cards, three per row.
    ///
    /// # Errors
    /// When the selector is wrong.
    pub async fn rows(&self, css: &str) -> Result<Vec<usize>> {
        self.js(
            "const rows = new Map();
             for (const e of document.querySelectorAll(arguments[0])) {
               const box = e.getBoundingClientRect();
               if (box.width === 0) continue;
               const top = Math.round(box.top);
               rows.set(top, (rows.get(top) ?? 0) + 1);
             }
             return [...rows].sort((a, b) => a[0] - b[0]).map(row => row[1])",
            &[json!(css)],
        )
        .await
    }

    /// Checks that the page does not scroll sideways.
    ///
    /// # Errors
    /// When it does; the error names what sticks out.
    pub async fn assert_no_sideways_scroll(&self) -> Result<()> {
        let culprits: Vec<String> = self
            .js(
                "const width = document.documentElement.clientWidth;
                 if (document.scrollingElement.scrollWidth <= width) return [];
                 const names = [...document.body.querySelectorAll('*')]
                   .filter(e => e.getBoundingClientRect().right > width + 1)
                   .map(e => e.localName + [...e.classList].map(name => '.' + name).join('')
                     + ` « ${e.textContent.trim().slice(0, 40)} »`);
                 return ['page', ...new Set(names)].slice(0, 12)",
                &[],
            )
            .await?;
        ensure!(culprits.is_empty(), "the page scrolls sideways: {}", culprits.join(", "));
        Ok(())
    }

    /// Makes all text of the page this many times larger, as the text zoom of
    /// a browser does.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn zoom_text(&self, factor: f64) -> Result<()> {
        self.js("document.documentElement.style.fontSize = `${100 * arguments[0]}%`", &[json!(factor)]).await
    }
}
