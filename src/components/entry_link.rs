//! The name of an entry as a link to its entry page.

use leptos::prelude::*;

use super::{To, way, written};
use crate::state::content::use_content;
use crate::state::links::link_to;
use catalogue::EntryIndex;

pub(crate) fn entry_link(index: EntryIndex) -> AnyView {
    let content = use_content();
    let entry = content.entry(index);
    way(None, link_to(entry), To::Page, written(&entry.name))
}
