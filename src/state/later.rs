//! One thing to do later, unless something else comes first or the page is left.

use std::time::Duration;

use leptos::prelude::*;

/// At most one pending act.
#[derive(Clone, Copy)]
pub(crate) struct Later(StoredValue<Option<TimeoutHandle>>);

impl Later {
    /// Nothing pending; what is pending when the owner goes away is given up.
    pub(crate) fn new() -> Self {
        let later = Self(StoredValue::new(None));
        on_cleanup(move || later.cancel());
        later
    }

    /// Acts after a pause, instead of what was pending.
    pub(crate) fn act(self, pause: Duration, act: impl FnOnce() + 'static) {
        self.cancel();
        self.0.set_value(set_timeout_with_handle(act, pause).ok());
    }

    /// Whether something is pending; nothing is once the owner has gone away.
    pub(crate) fn is_pending(self) -> bool {
        self.0.try_with_value(Option::is_some) == Some(true)
    }

    /// Gives up what is pending.
    pub(crate) fn cancel(self) {
        if let Some(handle) = self.0.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    }
}
