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
use super::status::{Unavailable, Waiting};
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

/// Whether the second module is there, or there is none.
static IS_THERE: AtomicBool = AtomicBool::new(cfg!(not(feature = "split")));

/// Fetches the second module, and tells whether it is there.
pub(crate) async fn fetch_second_module() -> bool {
    #[cfg(feature = "split")]
    IS_THERE.store(fetch().await.is_ok(), Ordering::Relaxed);
    IS_THERE.load(Ordering::Relaxed)
}

/// Where the second module is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Awaited,
    There,
    Refused,
}

/// The second module, followed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SecondModule(RwSignal<State>);

impl SecondModule {
    /// Fetches it for the pages that need it: for each of them again, as long as it cannot be had.
    pub(crate) fn for_pages(route: Memo<Route>) -> Self {
        let state = RwSignal::new(if IS_THERE.load(Ordering::Relaxed) { State::There } else { State::Awaited });
        Effect::new(move |_| {
            if route.with(Route::is_seldom_used) && state.get_untracked() != State::There {
                state.set(State::Awaited);
                leptos::task::spawn_local(async move {
                    state.set(if fetch_second_module().await { State::There } else { State::Refused });
                });
            }
        });
        Self(state)
    }

    /// Whether a page waits for it.
    pub(crate) fn is_awaited(self, route: &Route) -> bool {
        route.is_seldom_used() && self.0.get() == State::Awaited
    }
}

/// One of these pages, or what stands for it meanwhile.
pub(crate) fn seldom_used(route: Route) -> AnyView {
    let SecondModule(state) = expect_context();
    match state.get() {
        State::Awaited => view! { <Waiting/> },
        State::There => drawn(route),
        State::Refused => view! { <Unavailable/> },
    }
}

#[cfg(not(feature = "split"))]
fn drawn(route: Route) -> AnyView {
    draw(route).unwrap_or_else(|never| match never {})
}

/// The module is there: nothing is left to wait for.
#[cfg(feature = "split")]
fn drawn(route: Route) -> AnyView {
    use std::task::{Context, Poll, Waker};
    match std::pin::pin!(draw(route)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(page)) => page,
        _ => view! { <Unavailable/> },
    }
}
