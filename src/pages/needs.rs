//! What a page needs besides the program and the lists, fetched for who goes there: the second module, the details of
//! entries.

use leptos::prelude::*;

use super::seldom_used::{fetch_second_module, is_there};
use crate::state::content::Loading;
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
        let (has_module, is_refused) = (RwSignal::new(is_there()), RwSignal::new(false));
        let needs = Memo::new(move |_| {
            let lacks_module = route.with(Route::is_seldom_used) && !has_module.get();
            let lacks_details = loading.0.with(|state| route.with(|route| state.lacks_details(route)));
            match (lacks_module || lacks_details, is_refused.get()) {
                (false, _) => Self::There,
                (true, false) => Self::Awaited,
                (true, true) => Self::Refused,
            }
        });
        Effect::new(move |_| {
            let is_seldom_used = route.with(Route::is_seldom_used);
            let shows_details = route.with(Route::shows_details);
            if needs.get_untracked() == Self::There {
                return;
            }
            is_refused.set(false);
            leptos::task::spawn_local(async move {
                let has_its_module = !is_seldom_used || fetch_second_module().await;
                has_module.set(is_there());
                let is_whole = !shows_details || load::complete(loading).await;
                is_refused.set(!(has_its_module && is_whole));
            });
        });
        needs
    }
}
