//! Ways on: a link with an arrow, and what leads from the first of a long list to the others.

use leptos::prelude::*;

use super::{To, composed, icon, way};
use crate::state::content::use_language;
use crate::state::links::{address, link};
use crate::view;
use ::catalogue::shown_of;
use address::route::Route;
use messages::{Message, catalogue, guides};
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

/// The ways to the page before one of several and to the page after it, each drawn by its number and its label.
pub(crate) fn page_ways(
    class: &'static str,
    current: u32,
    pages: usize,
    way: &dyn Fn(u32, String) -> AnyView,
) -> Option<AnyView> {
    let language = use_language();
    let to = |number: u32, label: Message| {
        (number > 0 && number as usize <= pages).then(|| way(number, label.to(language).to_owned()))
    };
    (pages > 1).then(|| {
        view! {
            <nav class=class aria-label=catalogue::PAGES.to(language)>
                {to(current - 1, catalogue::PREVIOUS)}
                <span>{catalogue::page_of(language, current, pages)}</span>
                {to(current + 1, catalogue::NEXT)}
            </nav>
        }
    })
}
