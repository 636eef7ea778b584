//! The name of an entry as a link to its fiche.

use leptos::prelude::*;
use crate::ui::view;

use crate::catalogue::EntryIndex;
use crate::route::Route;
use crate::ui::context::use_content;

/// A link to an entry.
#[component]
pub(in crate::ui) fn EntryLink(
    /// The entry.
    index: EntryIndex,
) -> impl IntoView {
    let content = use_content();
    let entry = content.entry(index);
    view! { <a href=Route::of(entry).to_string()>{entry.name.to_string()}</a> }
}
