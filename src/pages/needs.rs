//! What a page needs besides the program and the lists, fetched for who goes there: a module, the details of entries.

use futures::future::join;
use leptos::prelude::*;

use super::modules::{fetch_module, is_there};
use crate::state::content::{LoadState, Loading};
use crate::state::load;
use address::route::Route;

/// Where all that the current page needs is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    Awaited,
    There,
    Refused,
}

impl Needs {
    /// Follows the page, and fetches what it lacks: for each page again, as long as it cannot be had.
    pub(crate) fn follow(route: Memo<Route>, loading: Loading) -> Memo<Self> {
        let is_module_there = |route: &Route| route.module().is_none_or(is_there);
        // Says when a module has come.
        let modules = Trigger::new();
        let (is_fetching, is_refused) = (RwSignal::new(false), RwSignal::new(false));
        let needs = Memo::new(move |_| {
            modules.track();
            let needs_details = route.with(Route::shows_details);
            let lacks_details = needs_details && loading.0.with(LoadState::lacks_details);
            match !route.with(is_module_there) || lacks_details {
                true if is_refused.get() => Self::Refused,
                true => Self::Awaited,
                // Nothing is drawn with what is about to be replaced.
                false if is_fetching.get() && (needs_details || route.with(|route| route.module().is_some())) => {
                    Self::Awaited
                }
                false => Self::There,
            }
        });
        Effect::new(move |_| {
            let (module, needs_details) = route.with(|route| (route.module(), route.shows_details()));
            if needs.get_untracked() == Self::There {
                return;
            }
            is_refused.set(false);
            is_fetching.set(true);
            leptos::task::spawn_local(async move {
                let are_wanted = move || route.try_with_untracked(Route::shows_details).unwrap_or_default();
                // Both are asked for at once.
                let (has_its_module, is_whole) = join(
                    async {
                        match module {
                            Some(module) => fetch_module(module).await,
                            None => true,
                        }
                    },
                    async { !needs_details || load::complete(loading, are_wanted).await },
                )
                .await;
                modules.notify();
                leptos::task::tick().await;
                is_refused.set(!(has_its_module && is_whole));
                is_fetching.set(false);
            });
        });
        needs
    }
}
