//! The pages that come in modules of their own: the site is served with them apart from the program, each fetched for
//! who goes to one of its pages; elsewhere they are in the program.
//!
//! Nothing else may call these pages: whatever did would keep them in the first module. What searches words is a module
//! too, which the index knows by a trait.

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
use crate::state::content::{Content, use_content};
use crate::state::load;
use crate::view;
use address::route::{Module, Route};

#[cfg(not(feature = "split"))]
type SplitLoaderError = std::convert::Infallible;

/// What is asked of a module.
enum Asked {
    Page(Route),
    /// To go on indexing words, for no longer than a [slice](load::slice).
    Words(Arc<Content>),
    /// What is wrong in the data, which the host alone reads.
    Problems,
}

/// What each module makes of what it is asked, in one function, which knows by itself whether it is there; and the one
/// that fetches it.
macro_rules! modules {
    ($($(#[$what:meta])* $module:ident $name:ident, $fetch:ident, $make:ident { $($asked:pat => $made:expr,)+ })+) => {
        $(
            $(#[$what])*
            #[cfg_attr(
                feature = "split",
                wasm_split($name, wasm_split_path = ::leptos::wasm_split, preload($fetch), fallible)
            )]
            fn $make(asked: Asked) -> Result<AnyView, SplitLoaderError> {
                Ok(match asked {
                    $($asked => $made,)+
                    _ => ().into_any(),
                })
            }
        )+

        /// Fetches a module, and tells whether it is there.
        pub(crate) async fn fetch_module(module: Module) -> bool {
            #[cfg(feature = "split")]
            {
                let answer = match module {
                    $(Module::$module => $fetch().await,)+
                };
                ARE_THERE[module as usize].store(answer.is_ok(), Ordering::Relaxed);
            }
            is_there(module)
        }

        /// What a module makes, if it is there.
        fn make(module: Module, asked: Asked) -> Option<AnyView> {
            match module {
                $(Module::$module => at_once($make(asked)),)+
            }
        }
    };
}

modules! {
    /// The catalogue, and the pages that do not exist, those of unknown entries too.
    Catalogue catalogue, fetch_catalogue, make_catalogue {
        Asked::Page(Route::Catalogue | Route::Embed) => view! { <CataloguePage/> },
        Asked::Page(Route::NotFound(asked)) => view! { <NotFound asked is_entry=false/> },
        Asked::Page(Route::Entry(_, asked) | Route::EmbedEntry(_, asked)) => view! { <NotFound asked is_entry=true/> },
    }
    Entry entry, fetch_entry, make_entry {
        Asked::Page(Route::Entry(kind, id)) => {
            use_content().find(kind, &id).map(|index| view! { <EntryPage index/> }).into_any()
        },
        Asked::Page(Route::EmbedEntry(kind, id)) => {
            use_content().find(kind, &id).map(|index| view! { <EmbeddedEntry index/> }).into_any()
        },
    }
    Guide guide, fetch_guide, make_guide {
        Asked::Page(Route::Page(id)) => guide(&id).unwrap_or_else(|| ().into_any()),
        Asked::Page(Route::Home) => composed_home(),
    }
    SeldomUsed seldom_used, fetch_seldom_used, make_seldom_used {
        Asked::Page(Route::Entries(page)) => view! { <Entries page/> },
        Asked::Page(Route::Compare) => view! { <Compare/> },
        Asked::Page(Route::Selection) => view! { <Selection/> },
        Asked::Page(Route::Relations) => view! { <Relations/> },
        Asked::Page(Route::Statistics) => view! { <Statistics/> },
        Asked::Page(Route::Configure) => view! { <Configure/> },
        Asked::Page(Route::Propose) => view! { <Propose/> },
        Asked::Problems => problems(),
    }
    /// What searches words, for who types some.
    Search search, fetch_search, make_search {
        Asked::Words(content) => {
            content.index_words(load::slice());
            ().into_any()
        },
    }
}

static ARE_THERE: [AtomicBool; Module::ALL.len()] = [const { AtomicBool::new(cfg!(not(feature = "split"))) }; _];

/// Whether a module is there, or there is none.
pub(super) fn is_there(module: Module) -> bool {
    ARE_THERE[module as usize].load(Ordering::Relaxed)
}

/// One of these pages, whose module is there.
pub(crate) fn of_module(module: Module, route: Route) -> AnyView {
    make(module, Asked::Page(route)).unwrap_or_else(|| view! { <Unavailable/> })
}

/// What is wrong in the data, one by one, once the module of pages that are seldom used is there.
pub(super) fn problems_of_module() -> AnyView {
    make(Module::SeldomUsed, Asked::Problems).unwrap_or_else(|| ().into_any())
}

/// Goes on indexing words, a moment, once the module of the search is there; tells whether nothing is left to do.
pub(crate) fn index_words(content: &Arc<Content>) -> bool {
    make(Module::Search, Asked::Words(Arc::clone(content)));
    content.index.has_words()
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
