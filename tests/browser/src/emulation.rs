//! The size of the viewport and the wishes of the visitor.

use std::time::Duration;

use anyhow::{Result, bail};
use serde_json::json;

use crate::browser::Browser;
use crate::driver::SCREEN;
use crate::engine::Engine;

/// The widths every page is looked at: a phone, a tablet, a desktop.
pub const WIDTHS: [u32; 3] = [360, 768, 1280];

/// The viewport at the start of a scenario.
pub(crate) const DESKTOP: (u32, u32) = (1280, 800);

/// The colour scheme that the visitor prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its name in CSS.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Browser {
    /// Gives the page a viewport of exactly this size, in CSS pixels.
    ///
    /// # Errors
    /// When the engine cannot, which is never hidden: a test at 360 px must
    /// not run at 500.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.viewport.set((width, height));
        match self.engine() {
            Engine::Chromium => {
                let params = json!({
                    "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
                });
                self.chromium("Emulation.setDeviceMetricsOverride", params).await?;
            }
            // No window of Firefox is narrower than 500 px, but the element
            // that holds the page may be.
            Engine::Firefox => {
                self.firefox_window(
                    "const style = gBrowser.selectedBrowser.style;
                     for (const [side, size] of Object.entries(arguments[0])) {
                       for (const limit of ['', 'min-', 'max-']) {
                         style.setProperty(limit + side, size + 'px');
                       }
                     }",
                    vec![json!({ "width": width, "height": height })],
                )
                .await?;
            }
            Engine::WebKit => self.resize_window(width, height).await?,
        }
        let expected = format!("innerWidth === {width} && innerHeight === {height}");
        if self.wait_until(&expected).await.is_err() {
            let size: (u32, u32) = self.js("return [innerWidth, innerHeight]", &[]).await?;
            bail!("the viewport is {size:?} instead of {width} × {height}");
        }
        Ok(())
    }

    /// Resizes the window by the room its own bars take too, which is known after the first time. A
    /// size read too early is of the former window, so that it is tried again.
    ///
    /// It is put in the middle of the screen, where the pointer is: without a
    /// window manager, the focus is where the pointer is, and a page without
    /// the focus draws none.
    async fn resize_window(&self, width: u32, height: u32) -> Result<()> {
        const ATTEMPTS: u32 = 5;
        let client = self.client();
        let (left, top) = ((SCREEN.0 - width) / 2, (SCREEN.1 - height) / 2);
        let fits = format!("innerWidth === {width} && innerHeight === {height}");
        for _ in 0..ATTEMPTS {
            let outer = height + self.bars.get();
            client.set_window_rect(left, top, width, outer).await?;
            if self.wait_at_most(Duration::from_secs(1), &fits).await.is_ok() {
                break;
            }
            let inner: u32 = self.js("return innerHeight", &[]).await?;
            self.bars.set(outer.saturating_sub(inner));
        }
        Ok(())
    }

    /// Makes the visitor prefer a colour scheme. In WebKit this opens a new
    /// session, on no page and with empty storage: do it first.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn set_scheme(&self, scheme: Scheme) -> Result<()> {
        let changed = self.scheme.replace(scheme) != scheme;
        if changed && self.engine() == Engine::WebKit {
            return self.restart().await;
        }
        self.apply_scheme().await
    }

    async fn apply_scheme(&self) -> Result<()> {
        match self.engine() {
            Engine::Chromium => self.emulate_media(&[]).await,
            Engine::Firefox => {
                let value = if self.scheme.get() == Scheme::Dark { 0 } else { 1 };
                self.firefox_window(
                    "Services.prefs.setIntPref(
                       'layout.css.prefers-color-scheme.content-override', arguments[0])",
                    vec![json!(value)],
                )
                .await
            }
            // It is an argument of the browser.
            Engine::WebKit => Ok(()),
        }
    }

    /// Emulates media features beside the colour scheme, as
    /// `("forced-colors", "active")` or `("prefers-reduced-motion", "reduce")`;
    /// an empty list removes them.
    ///
    /// # Errors
    /// In other engines than Chromium, which alone can do so.
    pub async fn emulate_media(&self, features: &[(&str, &str)]) -> Result<()> {
        let features: Vec<_> = [("prefers-color-scheme", self.scheme.get().name())]
            .iter()
            .chain(features)
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        let params = json!({ "media": "", "features": features });
        self.chromium("Emulation.setEmulatedMedia", params).await?;
        Ok(())
    }

    /// Lays pages out as on paper.
    ///
    /// # Errors
    /// In other engines than Chromium, which alone can do so.
    pub async fn emulate_print(&self) -> Result<()> {
        self.chromium("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        Ok(())
    }

    /// Makes the processor this many times slower for the page, as on a weaker
    /// device; 1 gives it back whole.
    ///
    /// # Errors
    /// In other engines than Chromium, which alone can do so.
    pub async fn slow_down(&self, times: u32) -> Result<()> {
        self.chromium("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await?;
        Ok(())
    }

    /// Makes the network this slow, with an empty cache: the time of a round trip in milliseconds, and
    /// bits per second; `None` gives it back whole.
    ///
    /// # Errors
    /// In other engines than Chromium, which alone can do so.
    pub async fn slow_network(&self, slow: Option<(u32, u32)>) -> Result<()> {
        self.chromium("Network.enable", json!({})).await?;
        self.chromium("Network.clearBrowserCache", json!({})).await?;
        // -1 is no limit.
        let (latency, rate) = slow.map_or((0, -1), |(latency, bits)| (latency, i64::from(bits / 8)));
        let params = json!({
            "offline": false, "latency": latency, "downloadThroughput": rate, "uploadThroughput": rate,
        });
        self.chromium("Network.emulateNetworkConditions", params).await?;
        Ok(())
    }

    /// Gives a new session what the last one had.
    pub(crate) async fn apply_emulation(&self) -> Result<()> {
        self.apply_scheme().await?;
        let (width, height) = self.viewport.get();
        self.resize(width, height).await
    }
}
