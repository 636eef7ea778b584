//! From a key or a click to the results: the one order in which things follow.
//!
//! ```text
//! a key ────→ what is typed ─┐   (painted first)
//!                            ├→ query → asked → answer ──→ first results, their number
//! a click, ─→ the address ───┘                    │
//! Back                ↑                           └→ settled → facets, tools, the rest of the results
//!                     └─ once typing pauses
//! ```
//!
//! 1. [`UrlState::query`] is the address with what is being typed.
//! 2. `asked` follows it: at once after a click, once the letter is painted after a key.
//! 3. [`Page::answer`] is what the index says of `asked`; the former one stays while words are not searched yet. What
//!    stands on a key pressed reads it.
//! 4. [`Page::settled`] is the same, but for the time of typing, when it keeps still: no key waits for what
//!    reads it.

use std::sync::Arc;

use ::catalogue::Axis;
use leptos::prelude::*;
use search::Results;
use search::facet::FacetIndex;
use search::query::Query;

use super::facet::Fold;
use super::results;
use crate::browser;
use crate::state::content::{use_content, use_words_ready};
use crate::state::frame::use_frame;
use crate::state::query::UrlState;

/// A query and its results.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::pages) struct Answer {
    pub(in crate::pages) query: Query,
    pub(in crate::pages) results: Results,
}

/// What the pieces of the page share.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Page {
    pub(in crate::pages) url: UrlState,
    /// The answer to what is asked.
    pub(super) answer: Memo<Arc<Answer>>,
    /// The same once typing pauses.
    pub(in crate::pages) settled: Memo<Arc<Answer>>,
    /// Whether the words that the page opens on are searched: there is no answer to show before.
    pub(super) is_answered: Memo<bool>,
    /// How the group of each facet is unfolded.
    folds: StoredValue<Vec<Fold>>,
    /// The axis of maturity that is shown.
    pub(super) axis: RwSignal<Axis>,
    /// Results on one page.
    pub(super) size: usize,
}

impl Page {
    pub(in crate::pages) fn new(url: UrlState) -> Self {
        let content = use_content();
        let words_ready = use_words_ready();
        let size = use_frame().page_size();
        let folds = StoredValue::new(FacetIndex::all(content.catalogue()).map(|_| Fold::new()).collect());
        let asked = RwSignal::new(url.query.get_untracked());
        Effect::new(move |_| {
            let query = url.query.get();
            if url.typing.get() {
                // What is asked then is what has been typed by then.
                browser::after_paint(move || {
                    if let Some(query) = url.query.try_get_untracked() {
                        let _ = asked.try_set(query);
                    }
                });
            } else if asked.with_untracked(|asked| *asked != query) {
                asked.set(query);
            }
        });
        let of = Arc::clone(&content);
        let answer = Memo::new(move |before: Option<&Arc<Answer>>| {
            words_ready.track();
            let query = asked.get();
            // What was found stays until words are searched.
            if let Some(before) = before.filter(|_| !of.can_answer(&query)) {
                return Arc::clone(before);
            }
            let results = of.index.top(&query, results::needed(&query, size));
            Arc::new(Answer { query, results })
        });
        let is_answered = Memo::new(move |_| {
            words_ready.track();
            answer.with(|answer| content.can_answer(&answer.query))
        });
        let settled = Memo::new(move |before: Option<&Arc<Answer>>| match before {
            Some(before) if url.typing.get() => Arc::clone(before),
            _ => answer.get(),
        });
        Self { url, answer, settled, is_answered, folds, axis: RwSignal::new(Axis::Resource), size }
    }

    /// How the group of a facet is unfolded.
    pub(super) fn fold(self, facet: FacetIndex) -> Fold {
        self.folds.with_value(|folds| folds[facet.rank()])
    }

    /// Gives up the text, the values chosen and what is sought among values.
    pub(super) fn clear(self) {
        self.folds.with_value(|folds| folds.iter().for_each(|fold| fold.forget()));
        self.url.change(Query::cleared);
    }
}
