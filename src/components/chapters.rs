//! The numbered parts of a long page, and its contents.

use leptos::prelude::*;

use std::borrow::Cow;

use super::composed;
use crate::state::content::use_language;
use crate::view;

/// The contents of a page: anchor, title and whether it is missing, of each part in order.
pub(crate) fn contents(heading: &'static str, parts: Vec<(String, Cow<'static, str>, bool)>) -> AnyView {
    let items: Vec<AnyView> = (parts.into_iter().zip(1..))
        .map(|((id, title, missing), number)| {
            view! { <li><a href=format!("#{id}")><span>{number}</span><span class:missing=missing>{composed(title.into_owned())}</span></a></li> }
        })
        .collect();
    view! {
        <nav class="contents" aria-labelledby="contents-title">
            <h2 id="contents-title">{heading}</h2>
            <ol role="list">{items}</ol>
        </nav>
    }
}

/// A numbered part; without a body, it reads « Non renseigné ».
pub(crate) fn chapter(id: String, number: usize, title: Cow<'static, str>, body: Option<AnyView>) -> AnyView {
    let language = use_language();
    let heading = format!("{id}-title");
    let labelled_by = heading.clone();
    let missing = body.is_none();
    let body = body.unwrap_or_else(|| view! { <p class="unknown">{messages::UNKNOWN.to(language)}</p> });
    view! {
        <section class="rubric" class:rubric--empty=missing id=id aria-labelledby=labelled_by>
            <h2 id=heading><span>{number}</span>{composed(title.into_owned())}</h2>
            {body}
        </section>
    }
}
