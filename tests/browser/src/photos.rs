//! Pictures of pages.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use crate::browser::Browser;
use crate::emulation::{Scheme, WIDTHS};
use crate::engine::Engine;

impl Browser {
    /// Writes what the window shows to `target/screenshots/<name>.png`.
    ///
    /// # Errors
    /// When the driver refuses or the file cannot be written.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        let png = self.client().screenshot().await.context("cannot take a screenshot")?;
        save(name, &png)
    }

    /// Writes the whole page, however long, to `target/screenshots/<name>.png`;
    /// other engines than Chromium only show the window.
    ///
    /// # Errors
    /// When the driver refuses or the file cannot be written.
    pub async fn full_screenshot(&self, name: &str) -> Result<PathBuf> {
        if self.engine() != Engine::Chromium {
            return self.screenshot(name).await;
        }
        let (width, height): (u32, u32) = self
            .js(
                "const page = document.documentElement;
                 return [page.clientWidth, page.scrollHeight]",
                &[],
            )
            .await?;
        let params = json!({
            "format": "png",
            "captureBeyondViewport": true,
            "clip": { "x": 0, "y": 0, "width": width, "height": height, "scale": 1 },
        });
        let answer = self.chromium("Page.captureScreenshot", params).await?;
        let data = answer["data"].as_str().context("chromium sent no picture")?;
        save(name, &BASE64_STANDARD.decode(data)?)
    }

    /// Photographs pages at every width and in both colour schemes.
    pub(crate) async fn photograph(&self, pages: &[String]) -> Result<()> {
        const HEIGHT: u32 = 900;
        for page in pages {
            for scheme in Scheme::ALL {
                self.set_scheme(scheme).await?;
                for width in WIDTHS {
                    self.resize(width, HEIGHT).await?;
                    self.open(page).await?;
                    let name = format!("{}-{width}-{}", file_name(page), scheme.name());
                    println!("{}", self.full_screenshot(&name).await?.display());
                }
            }
        }
        Ok(())
    }
}

fn save(name: &str, png: &[u8]) -> Result<PathBuf> {
    let file = xtask::paths::screenshots().join(format!("{name}.png"));
    fs::create_dir_all(file.parent().unwrap_or(Path::new(".")))?;
    fs::write(&file, png).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

/// A name for the picture of a path, or of anything else: `communs-abc` for
/// `/communs/abc`, `home` for `/`.
pub(crate) fn file_name(path: &str) -> String {
    let words: Vec<_> =
        path.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "home".to_owned() } else { words.join("-") }
}
