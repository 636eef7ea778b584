//! What is said where the app does not run, or is on its way. Only pages written ahead hold it, and the style shows
//! it only there.

use leptos::prelude::*;

use super::{To, way};
use crate::state::content::use_language;
use crate::state::links::{link, use_root};
use crate::{browser, view};
use address::route::Route;
use messages::shell;

/// That what is asked for is on its way, where it is not what was written ahead.
pub(crate) fn awaited() -> Option<AnyView> {
    browser::IS_PRERENDERING
        .then(|| view! { <p class="awaited secondary" role="status">{shell::LOADING.to(use_language())}</p> })
}

/// What the search needs, and the way to the full list, which a site in one file has only with the app.
pub(crate) fn needs_app() -> Option<AnyView> {
    let language = use_language();
    browser::IS_PRERENDERING.then(|| {
        if use_root().is_one_file() {
            return view! { <p class="without-app small">{shell::ONE_FILE_NEEDS_APP.to(language)}</p> };
        }
        view! {
            <p class="without-app small">
                {shell::NO_SEARCH_HERE.to(language)} " " <span class="cause">{shell::NEEDS_SCRIPTS.to(language)}</span> " " {shell::REST_READS.to(language)} " " {way(None, link(&Route::Entries(1)), To::Page, shell::SEE_ALL_ENTRIES.to(language).into_any())} "."
            </p>
        }
    })
}
