//! The name of an entry as a link to its fiche.

use leptos::prelude::*;

use crate::catalogue::EntryIndex;
use crate::ui::context::use_content;
use crate::ui::links::link_to;
use crate::ui::view;

/// A link to an entry.
pub(in crate::ui) fn entry_link(index: EntryIndex) -> AnyView {
    let content = use_content();
    let entry = content.entry(index);
    view! { <a href=link_to(entry)>{entry.name.to_string()}</a> }
}
