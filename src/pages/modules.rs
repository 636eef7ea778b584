//! The pages that come in modules of their own: the site is served with them apart from the program, each fetched for
//! who goes to one of its pages; elsewhere they are in the program.
//!
//! Nothing else may call these pages: whatever did would keep them in the first module.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;
#[cfg(feature = "split")]
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::catalogue::CataloguePage;
use super::compare::Compare;
use super::configure::Configure;
use super::embed::EmbeddedEntry;
use super::entries::Entries;
use super::entry::EntryPage;
use super::guide::{composed_home, guide};
use super::not_found::NotFound;
use super::propose::Propose;
use super::relations::Relations;
use super::selection::Selection;
use super::statistics::Statistics;
use super::status::{Unavailable, problems};
use crate::state::content::Content;
use crate::state::content::use_content;
use crate::state::load;
use crate::view;
use address::route::{Module, Route};

#[cfg(not(feature = "split"))]
type SplitLoaderError = std::convert::Infallible;

/// The catalogue, and the pages that do not exist, those of unknown entries too.
#[cfg_attr(
    feature = "split",
    wasm_split(catalogue, wasm_split_path = ::leptos::wasm_split, preload(fetch_catalogue), fallible)
)]
fn draw_catalogue(route: Route) -> Result<AnyView, SplitLoaderError> {
    Ok(match route {
        Route::Catalogue | Route::Embed => view! { <CataloguePage/> },
        Route::NotFound(asked) => view! { <NotFound asked is_entry=false/> },
        Route::Entry(_, asked) | Route::EmbedEntry(_, asked) => view! { <NotFound asked is_entry=true/> },
        _ => ().into_any(),
    })
}

/// Goes on indexing words, for no longer than a [slice](load::slice); tells whether they all are.
#[cfg_attr(
    feature = "split",
    wasm_split(catalogue, wasm_split_path = ::leptos::wasm_split, preload(fetch_index), fallible)
)]
fn index(content: Arc<Content>) -> Result<bool, SplitLoaderError> {
    Ok(content.index_words(load::slice()))
}

/// The page of an entry.
#[cfg_attr(
    feature = "split",
    wasm_split(entry, wasm_split_path = ::leptos::wasm_split, preload(fetch_entry), fallible)
)]
fn draw_entry(route: Route) -> Result<AnyView, SplitLoaderError> {
    let found = |kind, id: &str| use_content().find(kind, id);
    Ok(match &route {
        Route::Entry(kind, id) => found(*kind, id).map(|index| view! { <EntryPage index/> }),
        Route::EmbedEntry(kind, id) => found(*kind, id).map(|index| view! { <EmbeddedEntry index/> }),
        _ => None,
    }
    .into_any())
}

#[cfg_attr(
    feature = "split",
    wasm_split(seldom_used, wasm_split_path = ::leptos::wasm_split, preload(fetch_seldom_used), fallible)
)]
fn draw_seldom_used(route: Route) -> Result<AnyView, SplitLoaderError> {
    Ok(match route {
        Route::Page(id) => guide(&id).unwrap_or_else(|| ().into_any()),
        Route::Home => composed_home(),
        Route::Entries(page) => view! { <Entries page/> },
        Route::Compare => view! { <Compare/> },
        Route::Selection => view! { <Selection/> },
        Route::Relations => view! { <Relations/> },
        Route::Statistics => view! { <Statistics/> },
        Route::Configure => view! { <Configure/> },
        Route::Propose => view! { <Propose/> },
        _ => ().into_any(),
    })
}

/// What is wrong in the data, which the host alone reads.
#[cfg_attr(
    feature = "split",
    wasm_split(seldom_used, wasm_split_path = ::leptos::wasm_split, preload(fetch_problems), fallible)
)]
fn draw_problems() -> Result<AnyView, SplitLoaderError> {
    Ok(problems())
}

static ARE_THERE: [AtomicBool; Module::ALL.len()] = [const { AtomicBool::new(cfg!(not(feature = "split"))) }; _];

/// Fetches a module, and tells whether it is there.
pub(crate) async fn fetch_module(module: Module) -> bool {
    #[cfg(feature = "split")]
    {
        // Each function of a module knows by itself whether it is there.
        let answer = match module {
            Module::Catalogue => match fetch_catalogue().await {
                Ok(()) => fetch_index().await,
                refused => refused,
            },
            Module::Entry => fetch_entry().await,
            Module::SeldomUsed => match fetch_seldom_used().await {
                Ok(()) => fetch_problems().await,
                refused => refused,
            },
        };
        ARE_THERE[module as usize].store(answer.is_ok(), Ordering::Relaxed);
    }
    is_there(module)
}

/// Whether a module is there, or there is none.
pub(super) fn is_there(module: Module) -> bool {
    ARE_THERE[module as usize].load(Ordering::Relaxed)
}

/// One of these pages, whose module is there.
pub(crate) fn of_module(module: Module, route: Route) -> AnyView {
    let page = match module {
        Module::Catalogue => at_once(draw_catalogue(route)),
        Module::Entry => at_once(draw_entry(route)),
        Module::SeldomUsed => at_once(draw_seldom_used(route)),
    };
    page.unwrap_or_else(|| view! { <Unavailable/> })
}

/// What is wrong in the data, one by one, once the module of pages that are seldom used is there.
pub(super) fn problems_of_module() -> AnyView {
    at_once(draw_problems()).unwrap_or_else(|| ().into_any())
}

/// Goes on indexing words, a moment, once the module of the catalogue is there; tells whether nothing is left to do.
pub(crate) fn index_words(content: &Arc<Content>) -> bool {
    at_once(index(Arc::clone(content))).unwrap_or(true)
}

#[cfg(not(feature = "split"))]
fn at_once<T>(made: Result<T, SplitLoaderError>) -> Option<T> {
    made.ok()
}

/// What a module makes: it is there, so that nothing is left to wait for.
#[cfg(feature = "split")]
fn at_once<T>(made: impl Future<Output = Result<T, SplitLoaderError>>) -> Option<T> {
    use std::task::{Context, Poll, Waker};
    match std::pin::pin!(made).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(made) => made.ok(),
        Poll::Pending => None,
    }
}
