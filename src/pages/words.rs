//! Whether words are searched, for the views that search them: what does it comes once one asks.

use std::sync::Arc;

use leptos::prelude::*;

use super::Needs;
use crate::state::content::Content;
use crate::state::load;

/// Where the search of words is, once it is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words(RwSignal<Option<Needs>>);

impl Words {
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Asks for it, again if it could not be had.
    pub(crate) fn ask(self, content: &Arc<Content>) {
        let is_asked = matches!(self.0.get_untracked(), Some(Needs::Awaited | Needs::There));
        if is_asked || content.index.has_words() {
            return;
        }
        self.0.set(Some(Needs::Awaited));
        let content = Arc::clone(content);
        leptos::task::spawn_local(async move {
            let is_there = load::words(&content, f64::INFINITY).await;
            // The page that asked may be gone.
            let _ = self.0.try_set(Some(if is_there { Needs::There } else { Needs::Refused }));
        });
    }

    pub(crate) fn track(self) {
        self.0.track();
    }

    pub(crate) fn is_refused(self) -> bool {
        self.0.get() == Some(Needs::Refused)
    }
}
