//! The pages that few visits see. The site is served with a second module that draws them, fetched for who goes
//! there; elsewhere they are in the program.
//!
//! Nothing else may call these pages: whatever did would keep them in the first module.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;
#[cfg(feature = "split")]
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::about::About;
use super::compare::Compare;
use super::configure::Configure;
use super::guide::guide;
use super::propose::Propose;
use super::relations::Relations;
use super::selection::Selection;
use super::statistics::Statistics;
#[cfg(feature = "split")]
use super::status::Unavailable;
use crate::view;
use address::route::Route;

#[cfg(not(feature = "split"))]
type SplitLoaderError = std::convert::Infallible;

#[cfg_attr(
    feature = "split",
    wasm_split(seldom_used, wasm_split_path = ::leptos::wasm_split, preload(fetch), fallible)
)]
fn draw(route: Route) -> Result<AnyView, SplitLoaderError> {
    Ok(match route {
        Route::Page(id) => guide(&id).unwrap_or_else(|| ().into_any()),
        Route::About => view! { <About/> },
        Route::Compare => view! { <Compare/> },
        Route::Selection => view! { <Selection/> },
        Route::Relations => view! { <Relations/> },
        Route::Statistics => view! { <Statistics/> },
        Route::Configure => view! { <Configure/> },
        Route::Propose => view! { <Propose/> },
        _ => ().into_any(),
    })
}

static IS_THERE: AtomicBool = AtomicBool::new(cfg!(not(feature = "split")));

/// Fetches the second module, and tells whether it is there.
pub(crate) async fn fetch_second_module() -> bool {
    #[cfg(feature = "split")]
    IS_THERE.store(fetch().await.is_ok(), Ordering::Relaxed);
    is_there()
}

/// Whether the second module is there, or there is none.
pub(super) fn is_there() -> bool {
    IS_THERE.load(Ordering::Relaxed)
}

/// One of these pages.
#[cfg(not(feature = "split"))]
pub(crate) fn seldom_used(route: Route) -> AnyView {
    draw(route).unwrap_or_else(|never| match never {})
}

/// One of these pages. The module is there: nothing is left to wait for.
#[cfg(feature = "split")]
pub(crate) fn seldom_used(route: Route) -> AnyView {
    use std::task::{Context, Poll, Waker};
    match std::pin::pin!(draw(route)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(page)) => page,
        _ => view! { <Unavailable/> },
    }
}
