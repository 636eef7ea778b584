//! What a page needs besides the program and the lists, fetched for who goes there: a module, the details of entries.

use futures::future::join;
use leptos::prelude::*;

use super::modules::is_there;
use crate::browser;
use crate::state::content::Current;
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
    pub(crate) fn follow(route: Memo<Route>, current: Current) -> Memo<Self> {
        // Says when a module has come.
        let modules = Trigger::new();
        let is_refused = RwSignal::new(false);
        // How many pages were gone to: only the fetch for the last one says how it ends.
        let begun = StoredValue::new(0_usize);
        let wanted = Memo::new(move |_| current.0.with(|content| route.with(|route| content.needs(route))));
        let lacks_details = move || current.0.with(|content| route.with(|route| content.lacks_details(route)));
        let needs = Memo::new(move |_| {
            modules.track();
            let (module, _) = wanted.get();
            match !module.is_none_or(is_there) || lacks_details() {
                true if is_refused.get() => Self::Refused,
                true => Self::Awaited,
                false => Self::There,
            }
        });
        Effect::new(move |_| {
            route.track();
            let (module, _) = wanted.get();
            begun.update_value(|begun| *begun += 1);
            if needs.get_untracked() == Self::There {
                return;
            }
            is_refused.set(false);
            let own = begun.get_value();
            let tell = move |refused| {
                if begun.try_get_value() == Some(own) {
                    is_refused.set(refused);
                }
            };
            let lacks_details = untrack(lacks_details);
            leptos::task::spawn_local(async move {
                let are_wanted = move || wanted.try_get_untracked().is_some_and(|(_, details)| details);
                // Both are asked for at once.
                let both = join(
                    async {
                        match module {
                            Some(module) => load::module(module, &current.now()).await,
                            None => true,
                        }
                    },
                    async { !lacks_details || load::complete(current, are_wanted).await },
                );
                let (has_its_module, is_whole) = browser::patiently(both, Box::new(move || tell(true))).await;
                modules.notify();
                leptos::task::tick().await;
                tell(!(has_its_module && is_whole));
            });
        });
        needs
    }
}
