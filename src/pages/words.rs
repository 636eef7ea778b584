//! Whether words are searched, for the views that search them: what does it comes once one asks.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::state::content::Content;
use crate::state::load;

/// What is known of the search of words, once it is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    /// Whether it could be had; while it is asked for again, what was known stays.
    is_there: RwSignal<Option<bool>>,
    is_awaited: StoredValue<bool>,
}

impl Words {
    pub(crate) fn new() -> Self {
        Self { is_there: RwSignal::new(None), is_awaited: StoredValue::new(false) }
    }

    /// Asks for it, again if it could not be had.
    pub(crate) fn ask(self, content: &Arc<Content>) {
        if self.is_awaited.try_get_value() != Some(false) || content.index.has_words() {
            return;
        }
        self.is_awaited.set_value(true);
        let content = Arc::clone(content);
        // The page that asked may be gone.
        let tell = move |is_there| {
            let _ = self.is_there.try_set(Some(is_there));
        };
        leptos::task::spawn_local(async move {
            let is_there = browser::patiently(load::words(&content), Box::new(move || tell(false))).await;
            let _ = self.is_awaited.try_set_value(false);
            tell(is_there);
        });
    }

    pub(crate) fn track(self) {
        self.is_there.track();
    }

    pub(crate) fn is_refused(self) -> bool {
        self.is_there.get() == Some(false)
    }
}
