//! Ways on: a link with an arrow, and what leads from the first of a long list to the others.

use leptos::prelude::*;

use super::{To, composed, icon, way};
use crate::state::content::use_language;
use crate::state::links::{address, link};
use crate::view;
use address::route::Route;
use catalogue::shown_of;
use messages::guides;
use search::query::Query;

/// A link with an arrow; its label is composed.
pub(crate) fn onward(href: String, label: String) -> AnyView {
    view! { <p class="guide__address">{way(None, href, To::Page, view! { {composed(label)} {icon("arrow")} })}</p> }
}

/// The first of a list, when it is long, and what leads to the others: a query, else the whole catalogue.
pub(crate) fn first_of<'a, T>(items: &'a [T], query: Option<&Query>) -> (&'a [T], Option<AnyView>) {
    let (shown, others) = items.split_at(shown_of(items.len()));
    let to_others = (!others.is_empty()).then(|| {
        let href = query.map_or_else(|| link(&Route::Catalogue), address);
        onward(href, guides::others(use_language(), others.len()))
    });
    (shown, to_others)
}
