//! The number of a source, as a link to the place of the page that tells it.

use leptos::prelude::*;

use crate::state::content::use_language;
use crate::view;
use messages::guides;

/// Sources are numbered from 1.
pub(crate) fn citation(number: usize) -> AnyView {
    let said = guides::SOURCE.to(use_language());
    view! { <a class="citation" href=format!("#source-{number}")><span class="sr">{said}</span>{number}</a> }
}

/// Those of something, one after the other.
pub(crate) fn citations(numbers: &[usize]) -> Vec<AnyView> {
    numbers.iter().copied().map(citation).collect()
}
