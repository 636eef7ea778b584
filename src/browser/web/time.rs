//! Waiting for the browser.

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Acts once the page has been painted as it is.
pub(crate) fn after_paint(act: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(act, std::time::Duration::ZERO));
}

/// Lets the browser do what waits, then goes on.
pub(crate) async fn breathe() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback(&resolve);
    });
    let _ = JsFuture::from(promise).await;
}

/// The time, in milliseconds since the page was opened.
pub(crate) fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}
