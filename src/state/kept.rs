//! The entries that the visitor keeps: on the device where the browser allows it, for the visit
//! otherwise, and in the addresses of the pages that show them.

use leptos::prelude::*;

use super::device::OnDevice;
use super::links::use_root;
use super::location::Location;
use crate::browser;
use crate::state::content::{Content, Current};
use address::Root;
use address::route::Route;
use catalogue::EntryIndex;
use insight::selection::{self, MOST_KEPT};
use messages::selection::no_room;

/// The ids of what is kept.
#[derive(Clone, Copy)]
pub(crate) struct Kept {
    /// Those that the catalogue has, and others.
    ids: RwSignal<Vec<String>>,
    device: StoredValue<OnDevice>,
    /// Whether the device has kept what it was last given.
    is_on_device: StoredValue<bool>,
    current: Current,
}

impl Kept {
    /// Reads what the device keeps, now and whenever another tab changes it; when it keeps nothing for
    /// anybody, what the address of the selection names: the app of another page, which led there, had it.
    pub(crate) fn new(location: Location, current: Current) -> Self {
        let device = StoredValue::new(OnDevice::new(&use_root(), names::SELECTION_KEY));
        let is_on_device = StoredValue::new(browser::can_store());
        let kept = Self { ids: RwSignal::new(Vec::new()), device, is_on_device, current };
        kept.ids.set(kept.on_device().unwrap_or_else(|| {
            let is_selection = location.path.with_untracked(|path| current.now().route(path) == Route::Selection);
            let named = is_selection.then(|| location.search.with_untracked(|search| selection::in_search(search)));
            named.flatten().unwrap_or_default()
        }));
        browser::on_device_change(move || {
            if let Some(ids) = kept.on_device() {
                kept.ids.set(ids);
            }
        });
        // What another release kept, or what was kept with other data, is kept again as it counts now.
        kept.write(&kept.ids.get_untracked());
        kept
    }

    /// What the device keeps; `None` when it keeps nothing, or has no room left.
    fn on_device(self) -> Option<Vec<String>> {
        let read = || self.device.with_value(OnDevice::read).unwrap_or_default();
        self.is_on_device.get_value().then(|| selection::kept(&read()))
    }

    fn write(self, ids: &[String]) {
        let text = selection::to_keep(self.current.now().catalogue(), ids);
        self.is_on_device.set_value(self.device.with_value(|device| device.write(&text)));
    }

    /// Keeps an entry, if there is room, or gives it up.
    pub(crate) fn toggle(self, id: &str) {
        let mut is_full = false;
        self.change(|ids| {
            let toggled = selection::toggled(&ids, id);
            is_full = toggled == ids;
            toggled
        });
        self.tell_left_out(usize::from(is_full));
    }

    /// Keeps entries, as far as there is room.
    pub(crate) fn add(self, ids: &[String]) {
        let mut left_out = 0;
        self.change(|mut all| {
            for id in ids.iter().filter(|id| !all.contains(id)).cloned().collect::<Vec<_>>() {
                if all.len() < MOST_KEPT { all.push(id) } else { left_out += 1 }
            }
            all
        });
        self.tell_left_out(left_out);
    }

    fn tell_left_out(self, count: usize) {
        if count > 0 {
            browser::alert(&no_room(self.current.now().catalogue().site.language, MOST_KEPT, count));
        }
    }

    /// Changes what is kept of the catalogue, as it is now: another tab may have changed it.
    pub(crate) fn change(self, change: impl FnOnce(Vec<String>) -> Vec<String>) {
        let content = self.current.now();
        let present = self.on_device().unwrap_or_else(|| self.ids.get_untracked());
        let (known, others): (Vec<_>, Vec<_>) = present.into_iter().partition(|id| is_in(&content, id));
        let mut ids = change(known);
        // Who gives up all of them keeps nothing that could come back.
        if !ids.is_empty() {
            ids.extend(others);
        }
        self.write(&ids);
        self.ids.set(ids);
    }

    /// Whether an entry is kept, tracked.
    pub(crate) fn has(self, id: &str) -> bool {
        self.ids.with(|ids| ids.iter().any(|known| known == id))
    }

    /// The ids of what is kept and is in the catalogue, tracked.
    pub(crate) fn known(self) -> Vec<String> {
        let content = self.current.now();
        let mut ids = self.ids.get();
        ids.retain(|id| is_in(&content, id));
        ids
    }
}

fn is_in(content: &Content, id: &str) -> bool {
    content.catalogue().find(id).is_some()
}

/// What is kept, for the views.
pub(crate) fn use_kept() -> Kept {
    expect_context()
}

/// The address of a page that shows these entries.
pub(crate) fn address_of(root: &Root, route: &Route, ids: &[String]) -> String {
    format!("{}{}", root.link(route), selection::search(ids))
}

pub(crate) fn ids_of(content: &Content, entries: &[EntryIndex]) -> Vec<String> {
    entries.iter().map(|index| content.entry(*index).id.clone()).collect()
}
