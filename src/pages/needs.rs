//! What a page needs besides the program and the lists, fetched for who goes there: the second module, the details of
//! entries.

use leptos::prelude::*;

use super::seldom_used::{fetch_second_module, is_there};
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
        let has_module = RwSignal::new(is_there());
        let (is_fetching, is_refused) = (RwSignal::new(false), RwSignal::new(false));
        let needs = Memo::new(move |_| {
            let needs_module = route.with(Route::is_seldom_used);
            let needs_details = route.with(Route::shows_details);
            let lacks_details = needs_details && loading.0.with(LoadState::lacks_details);
            match (needs_module && !has_module.get()) || lacks_details {
                true if is_refused.get() => Self::Refused,
                true => Self::Awaited,
                // Nothing is drawn with what is about to be replaced.
                false if (needs_module || needs_details) && is_fetching.get() => Self::Awaited,
                false => Self::There,
            }
        });
        Effect::new(move |_| {
            let (needs_module, needs_details) = route.with(|route| (route.is_seldom_used(), route.shows_details()));
            if needs.get_untracked() == Self::There {
                return;
            }
            is_refused.set(false);
            is_fetching.set(true);
            leptos::task::spawn_local(async move {
                let has_its_module = !needs_module || fetch_second_module().await;
                has_module.set(is_there());
                let are_wanted = move || route.try_with_untracked(Route::shows_details).unwrap_or_default();
                let is_whole = !needs_details || load::complete(loading, are_wanted).await;
                leptos::task::tick().await;
                is_refused.set(!(has_its_module && is_whole));
                is_fetching.set(false);
            });
        });
        needs
    }
}
