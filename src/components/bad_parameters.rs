//! What is said of the parameters of an address that mean nothing.

use leptos::prelude::*;

use super::{To, icon, way};
use crate::state::content::use_language;
use crate::state::frame::use_frame;
use crate::state::links::link;
use crate::view;
use address::route::Route;
use messages::{diagnostics, embed};
use search::query::BadParameter;

/// A notice above the page.
pub(crate) fn warning(said: AnyView) -> AnyView {
    view! { <p class="alert alert--warning">{icon("info")}<span>{said}</span></p> }
}

/// What was ignored, if anything; a frame leads to the page of its parameters.
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
