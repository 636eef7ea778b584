//! The name of an entry as a link to its fiche.

use leptos::prelude::*;

use super::{To, way, written};
use crate::catalogue::EntryIndex;
use crate::ui::context::use_content;
use crate::ui::links::link_to;

/// A link to an entry.
pub(in crate::ui) fn entry_link(index: EntryIndex) -> AnyView {
    let content = use_content();
    let entry = content.entry(index);
    way(None, link_to(entry), To::Page, written(&entry.name))
}
