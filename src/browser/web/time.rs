//! Waiting for the browser.

use std::time::Duration;

use js_sys::{Function, Promise};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// How long something is awaited before one does without it.
const PATIENCE: Duration = Duration::from_secs(10);

/// Acts once the page has been painted as it is.
pub(crate) fn after_paint(act: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(act, Duration::ZERO));
}

/// Lets the browser do what waits, then goes on.
pub(crate) async fn breathe() {
    let _ = JsFuture::from(pause(0, |_| ())).await;
}

/// Waits for some work; what is long in coming is told as what cannot be had, until it is there.
pub(crate) async fn patiently<T>(work: impl Future<Output = T>, tell: Box<dyn FnOnce()>) -> T {
    let late = set_timeout_with_handle(tell, PATIENCE);
    let done = work.await;
    if let Ok(late) = late {
        late.clear();
    }
    done
}

/// Waits for some work, for so many milliseconds at most: it goes on then all the same.
pub(crate) async fn at_most(longest: i32, work: impl Future + 'static) {
    let start = |end: Function| {
        // Not by Leptos, which runs nothing before the app is in the page.
        spawn_local(async move {
            work.await;
            let _ = end.call0(&JsValue::NULL);
        });
    };
    let _ = JsFuture::from(pause(longest, start)).await;
}

/// Ends after so many milliseconds, or when what is started says so.
fn pause(milliseconds: i32, start: impl FnOnce(Function)) -> Promise {
    let mut start = Some(start);
    Promise::new(&mut |end, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&end, milliseconds);
        if let Some(start) = start.take() {
            start(end);
        }
    })
}

/// The time, in milliseconds since the page was opened.
pub(crate) fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}
