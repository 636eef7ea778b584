//! The entries that the visitor keeps: on the device where the browser allows it, for the visit
//! otherwise, and in the addresses of the pages that show them.

use leptos::prelude::*;

use super::browser;
use super::links::{Place, Root};
use crate::catalogue::EntryIndex;
use crate::route::Route;
use crate::selection;
use crate::ui::context::{Content, LoadState, Loading};

/// Where they are kept.
const KEY: &str = "selection";

/// The ids of what is kept.
#[derive(Clone, Copy)]
pub(super) struct Kept(RwSignal<Vec<String>>);

impl Kept {
    /// Reads what the device keeps; when it keeps nothing for anybody, what the address of the selection
    /// names: the app of another page, which led there, had it.
    pub(super) fn new(place: Place) -> Self {
        Self(RwSignal::new(on_device().unwrap_or_else(|| {
            let is_selection = place.path.with_untracked(|path| Route::parse(path) == Route::Selection);
            let named = is_selection.then(|| place.search.with_untracked(|search| selection::in_search(search)));
            named.flatten().unwrap_or_default()
        })))
    }

    /// The ids as they are now: another tab may have changed what the device keeps.
    pub(super) fn present(self) -> Vec<String> {
        on_device().unwrap_or_else(|| self.0.get_untracked())
    }

    /// The ids, tracked.
    pub(super) fn ids(self) -> Vec<String> {
        self.0.get()
    }

    /// Whether an entry is kept, tracked.
    pub(super) fn has(self, id: &str) -> bool {
        self.0.with(|ids| ids.iter().any(|known| known == id))
    }

    /// Keeps an entry, or gives it up.
    pub(super) fn toggle(self, id: &str) {
        self.keep(selection::toggled(&self.present(), id));
    }

    /// Keeps these entries alone.
    pub(super) fn keep(self, ids: Vec<String>) {
        let list = ids.join(",");
        browser::store(KEY, (!list.is_empty()).then_some(list.as_str()));
        self.0.set(ids);
    }

    /// The ids of what is kept and is in the catalogue, tracked; none until it is there.
    pub(super) fn known(self, loading: Loading) -> Vec<String> {
        let LoadState::Ready(content) = loading.0.get() else { return Vec::new() };
        let mut ids = self.ids();
        ids.retain(|id| content.catalogue().find(id).is_some());
        ids
    }
}

/// What the device keeps; `None` when it keeps nothing for anybody.
fn on_device() -> Option<Vec<String>> {
    browser::can_store().then(|| selection::parse(&browser::stored(KEY).unwrap_or_default()))
}

/// What is kept, for the views.
pub(super) fn use_kept() -> Kept {
    expect_context()
}

/// The address of a page that shows these entries.
pub(super) fn address_of(root: &Root, route: &Route, ids: &[String]) -> String {
    format!("{}{}", root.link(route), selection::search(ids))
}

/// The ids of entries.
pub(super) fn ids_of(content: &Content, entries: &[EntryIndex]) -> Vec<String> {
    entries.iter().map(|index| content.entry(*index).id.clone()).collect()
}
