//! The name of an entry as a link to its entry page.

use leptos::prelude::*;

use super::{To, as_written, breakable, way};
use crate::state::content::{use_content, use_language};
use crate::state::links::link_to;
use crate::view;
use catalogue::{Entry, EntryIndex};

pub(crate) fn entry_link(index: EntryIndex) -> AnyView {
    let content = use_content();
    let entry = content.entry(index);
    let name = way(None, link_to(entry), To::Page, as_written(&entry.name, breakable(entry.name.as_str())));
    match over(entry) {
        Some(over) => view! { {name} " " {over} },
        None => name,
    }
}

/// What is said beside the name of what is over.
pub(crate) fn over(entry: &Entry) -> Option<AnyView> {
    let status = entry.status.as_ref().filter(|status| status.state.is_over())?;
    Some(view! { <span class="over">{status.state.name(use_language())}</span> })
}
