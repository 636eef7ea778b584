//! What the device keeps.

use leptos::prelude::*;
use web_sys::Storage;

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// Whether the device keeps values for this site.
pub(crate) fn can_store() -> bool {
    storage().is_some()
}

/// A value kept on the device.
pub(crate) fn stored(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps a value on the device, or forgets it; tells whether it could: all the sites of a host share its room.
pub(crate) fn store(key: &str, value: Option<&str>) -> bool {
    let Some(storage) = storage() else { return false };
    value.map_or_else(|| storage.remove_item(key), |value| storage.set_item(key, value)).is_ok()
}

/// Calls back when what the device keeps may have changed: another tab writes it, or has written it while
/// this page was set aside for Back.
pub(crate) fn on_device_change(act: impl Fn() + Copy + 'static) {
    for event in ["storage", "pageshow"] {
        let handle = window_event_listener_untyped(event, move |_| act());
        on_cleanup(move || handle.remove());
    }
}
