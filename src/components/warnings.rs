//! What is said of what an address asks and is ignored: parameters that mean nothing, entries that are not shown.

use leptos::prelude::*;

use super::{To, icon, way};
use crate::state::content::use_language;
use crate::state::frame::use_frame;
use crate::state::links::link;
use crate::view;
use address::route::Route;
use insight::selection::Named;
use messages::{diagnostics, embed, selection};
use search::query::BadParameter;

/// A notice above the page.
pub(crate) fn warning(said: AnyView) -> AnyView {
    view! { <p class="alert alert--warning">{icon("info")}<span>{said}</span></p> }
}

/// The parameters ignored, if any; a frame leads to the page of its parameters.
pub(crate) fn bad_parameters(bad: &[BadParameter]) -> Option<AnyView> {
    let language = use_language();
    (!bad.is_empty()).then(|| {
        let said: Vec<String> = bad.iter().map(|bad| bad.sentence(language)).collect();
        let settings = use_frame().is_embed().then(|| {
            let settings = way(None, link(&Route::Configure), To::Page, embed::SEE_SETTINGS.to(language).into_any());
            view! { " " {settings} "." }
        });
        warning(view! { {diagnostics::IGNORED_PARAMETERS.to(language)} {said.join(", ")} "." {settings} })
    })
}

/// The entries left out: what the catalogue does not have, what is too many.
pub(crate) fn named_warnings(named: &Named, most: usize) -> Vec<AnyView> {
    let language = use_language();
    let unknown = (!named.unknown.is_empty()).then(|| selection::unknown(language, &named.unknown));
    let too_many = (named.too_many > 0).then(|| selection::too_many(language, named.too_many, most));
    unknown.into_iter().chain(too_many).map(|said| warning(said.into_any())).collect()
}
