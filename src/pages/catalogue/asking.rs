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
//! 3. [`Page::answer`] is what the index says of `asked`; the former one stays while words are not searched yet, and the
//!    page is marked as busy. What stands on a key pressed reads it.
//! 4. [`Page::settled`] is the same, but for the time of typing, when it keeps still: no key waits for what
//!    reads it.

use std::sync::Arc;
use std::time::Duration;

use ::catalogue::Axis;
use leptos::prelude::*;
use search::Results;
use search::facet::FacetIndex;
use search::query::{Query, Scope};

use super::facet::Fold;
use crate::browser;
use crate::pages::Words;
use crate::state::content::{use_content, use_language};
use crate::state::frame::use_frame;
use crate::state::later::Later;
use crate::state::query::UrlState;

/// How long something must stand before it is announced.
const ANNOUNCEMENT_PAUSE: Duration = Duration::from_millis(700);

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
    /// How many results there are, in words.
    pub(in crate::pages) found: Memo<String>,
    /// What is announced to screen readers.
    pub(super) said: RwSignal<String>,
    pending: Later,
    /// Where what searches words is.
    pub(super) words: Words,
    /// Whether the words that the page opens on are searched: there is no answer to show before.
    pub(super) is_answered: Memo<bool>,
    /// Whether what is shown is not yet the answer to the address and to what is typed.
    pub(super) is_awaited: Memo<bool>,
    /// Whether it is because words are not searched yet.
    pub(super) is_preparing: Memo<bool>,
    /// How the group of each facet is unfolded.
    folds: StoredValue<Vec<Fold>>,
    /// The axis of maturity that is shown.
    pub(super) axis: RwSignal<Axis>,
    /// Results on one page.
    pub(super) size: usize,
}

impl Page {
    pub(in crate::pages) fn new(url: UrlState) -> Self {
        let (content, language) = (use_content(), use_language());
        let words = Words::new();
        let size = use_frame().page_size();
        let folds: Vec<Fold> = FacetIndex::all(content.catalogue()).map(|_| Fold::default()).collect();
        let folds = StoredValue::new(folds);
        let asked = RwSignal::new(url.query.get_untracked());
        let of = Arc::clone(&content);
        Effect::new(move |_| {
            let query = url.query.get();
            if !of.can_answer(&query) {
                words.ask(&of);
            }
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
        // Without what searches them, words do not count.
        let of = Arc::clone(&content);
        let can_answer = move |query: &Query| words.is_refused() || of.can_answer(query);
        let (of, can) = (Arc::clone(&content), can_answer.clone());
        let answer = Memo::new(move |before: Option<&Arc<Answer>>| {
            let query = asked.get();
            let can = can(&query);
            // What was found stays until words are searched.
            if let Some(before) = before.filter(|_| !can) {
                return Arc::clone(before);
            }
            // Those of the pages before it too.
            let results = of.index.top(&query, (query.page as usize).saturating_mul(size));
            Arc::new(Answer { query, results })
        });
        let is_awaited = Memo::new(move |_| answer.with(|answer| url.query.with(|query| answer.query != *query)));
        let is_preparing = Memo::new(move |_| answer.with(|answer| asked.with(|asked| answer.query != *asked)));
        let found = Memo::new(move |_| {
            answer.with(|answer| answer.query.scope.noun(content.catalogue()).count(language, answer.results.count))
        });
        let is_answered = Memo::new(move |_| answer.with(|answer| can_answer(&answer.query)));
        let settled = Memo::new(move |before: Option<&Arc<Answer>>| match before {
            Some(before) if url.typing.get() => Arc::clone(before),
            _ => answer.get(),
        });
        // What was touched in a tab may be no value of another.
        Effect::new(move |before: Option<Scope>| {
            let scope = settled.with(|answer| answer.query.scope);
            if before.is_some_and(|before| before != scope) {
                folds.with_value(|folds| folds.iter().for_each(|fold| fold.let_go()));
            }
            scope
        });
        let (said, axis) = (RwSignal::new(String::new()), RwSignal::new(Axis::Resource));
        Self {
            url,
            answer,
            settled,
            found,
            said,
            pending: Later::new(),
            words,
            is_answered,
            is_awaited,
            is_preparing,
            folds,
            axis,
            size,
        }
    }

    /// Announces something once it stands, instead of what was about to be.
    pub(super) fn announce(self, text: String) {
        self.pending.act(ANNOUNCEMENT_PAUSE, move || self.said.set(text));
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
