//! The number of a source, as a link to the place of the page that tells it, and the list that has these places.

use leptos::prelude::*;

use crate::state::content::use_language;
use crate::view;
use messages::guides;

/// Those of something, one after the other; sources are numbered from 1.
pub(crate) fn citations(numbers: &[usize]) -> Vec<AnyView> {
    let said = guides::SOURCE.to(use_language());
    let citation = |number: &usize| {
        view! { <a class="citation" href=format!("#source-{number}")><span class="sr">{said}</span>{*number}</a> }
    };
    numbers.iter().map(citation).collect()
}

/// The sources in order, each with its title and what is said of it.
pub(crate) fn numbered_sources(sources: Vec<(AnyView, AnyView)>) -> AnyView {
    let items: Vec<AnyView> = (sources.into_iter().zip(1..))
        .map(|((title, about), number)| {
            view! { <li id=format!("source-{number}")><span>{number}</span><div><b>{title}</b>{about}</div></li> }
        })
        .collect();
    view! { <ol class="sources">{items}</ol> }
}
