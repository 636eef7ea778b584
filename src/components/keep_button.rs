//! Keeps an entry in the visitor's selection, or gives it up. Both labels hold their place, so that
//! nothing moves from one to the other.

use leptos::prelude::*;

use super::{composed, icon, inline};
use crate::state::content::{use_content, use_language};
use crate::state::frame::{Frame, use_frame};
use crate::state::kept::use_kept;
use crate::view;
use catalogue::EntryIndex;
use messages::selection;

/// The button; only the site has one. Without words to see, it says the name of the entry.
pub(crate) fn keep_button(index: EntryIndex, with_words: bool) -> Option<AnyView> {
    let language = use_language();
    if use_frame() != Frame::Site {
        return None;
    }
    let content = use_content();
    let entry = content.entry(index);
    let kept = use_kept();
    let [id, same, own] = [(); 3].map(|()| entry.id.clone());
    let class = if with_words {
        "button button--secondary keep with-app"
    } else {
        "button button--bare keep keep--icon with-app"
    };
    let name =
        (!with_words).then(|| view! { <span class="sr">{composed(format!("\u{a0}: {}", inline(&entry.name)))}</span> });
    Some(view! {
        <button
            type="button" name="keep" value=own class=class title=(!with_words).then_some(selection::TOGGLE.to(language))
            aria-pressed=move || kept.has(&id).to_string() on:click=move |_| kept.toggle(&same)
        >
            {icon("bookmark")}
            <span class="keep__words"><span>{selection::KEEP.to(language)}</span><span>{selection::KEPT.to(language)}</span></span>
            {name}
        </button>
    })
}
