//! The query of the catalogue page, which lives in the URL.
//!
//! What is typed is answered at once and written to the URL a moment later: browsers refuse more
//! than about a hundred changes of the history in ten seconds.

use std::time::Duration;

use leptos::prelude::*;

use super::content::use_content;
use super::frame::{Frame, use_frame};
use super::later::Later;
use super::links::{query_address, use_root};
use super::location::{Location, Step, use_location};
use address::Root;
use address::embed::Presentation;
use search::query::{BadParameter, Query};

/// How long after the last key the URL follows.
const TYPING_PAUSE: Duration = Duration::from_millis(250);

/// The query and the ways to change it.
#[derive(Clone, Copy)]
pub(crate) struct UrlState {
    /// The query, with what is being typed.
    pub(crate) query: Memo<Query>,
    /// Whether something is typed that the URL has not followed yet.
    pub(crate) typing: Memo<bool>,
    location: Location,
    /// Where the site stands, and in which frame the page is.
    around: StoredValue<(Root, Frame)>,
    typed: RwSignal<Option<String>>,
    /// The writing of what is typed to the URL: a page left right after a key must not come back to it.
    pending: Later,
}

impl UrlState {
    /// Follows the URL; to be called where its parts are known.
    pub(crate) fn new() -> Self {
        let location = use_location();
        let search = location.search;
        let typed = RwSignal::new(None::<String>);
        let content = use_content();
        let query = Memo::new(move |_| {
            let query = search.with(|search| Query::parse_for(search, content.catalogue()).0);
            let query = query.opened(content.catalogue());
            match typed.get() {
                Some(text) => query.with_text(&text),
                None => query,
            }
        });
        // Back and Forward win over what was being typed.
        Effect::new(move |ran: Option<()>| {
            search.track();
            if ran.is_some() {
                typed.set(None);
            }
        });
        let typing = Memo::new(move |_| typed.with(Option::is_some));
        Self {
            query,
            typing,
            location,
            around: StoredValue::new((use_root(), use_frame())),
            typed,
            pending: Later::new(),
        }
    }

    /// Parameters of the URL that mean nothing, tracked.
    pub(crate) fn bad_parameters(self) -> Vec<BadParameter> {
        self.location.search.with(|search| {
            let mut bad = Query::parse_for(search, use_content().catalogue()).1;
            bad.extend(bad_in(search));
            bad
        })
    }

    /// Changes the text, as it is typed: the entry of the history is replaced.
    pub(crate) fn type_text(self, text: String) {
        self.typed.set(Some(text));
        self.pending.act(TYPING_PAUSE, move || self.go(&self.query.get_untracked(), Step::Same));
    }

    /// Writes what is typed to the URL at once, before the visitor goes elsewhere.
    pub(crate) fn settle(self) {
        // The field also loses the focus as it goes away with its page: nothing is pending then.
        if self.pending.is_pending() {
            self.go(&self.query.get_untracked(), Step::Same);
        }
    }

    /// Changes the query by one choice: a new entry of the history.
    pub(crate) fn change(self, change: impl FnOnce(Query) -> Query) {
        let query = change(self.query.get_untracked());
        self.go(&query, Step::New);
    }

    fn go(self, query: &Query, step: Step) {
        self.pending.cancel();
        let address = self.around.with_value(|(root, frame)| query_address(root, query, *frame));
        self.location.go(&address, step);
        self.typed.set(None);
    }
}

/// Parameters of how a frame is shown that mean nothing; the site has none.
pub(crate) fn bad_in(search: &str) -> Vec<BadParameter> {
    if use_frame().is_embed() { Presentation::parse(search).1 } else { Vec::new() }
}
