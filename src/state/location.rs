//! Where the visitor is: one signal, which going somewhere sets, and Back and Forward too.
//!
//! The `Router` of `leptos_router` 0.8 keeps its own stack of addresses, which loses an entry when Back and
//! Forward are mixed with links; here the browser's history is the only one.

use address::in_hash;
use address::route::Route;
use catalogue::Kind;
use leptos::prelude::*;
use leptos_router::location::Url;

use super::links::{link, use_root};
use crate::browser;

/// What becomes of the present entry of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// A new one comes after it.
    New,
    /// It is replaced.
    Same,
}

/// Where the visitor is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Location {
    url: RwSignal<Url>,
    /// Whether Back led here.
    pub(crate) returns: StoredValue<bool>,
    /// The path below the root of the site, which starts with a slash.
    pub(crate) path: Memo<String>,
    /// The search part, raw, without its question mark.
    pub(crate) search: Memo<String>,
}

impl Location {
    /// Follows the address; to be called below a [`address::Root`].
    pub(crate) fn follow() -> Self {
        let root = use_root();
        let url = RwSignal::new(browser::url());
        let returns = StoredValue::new(false);
        browser::on_back_and_forward(move |is_back| {
            returns.set_value(is_back);
            url.set(browser::url());
        });
        let part = move |rank: usize| {
            let root = root.clone();
            Memo::new(move |_| {
                let url = url.read();
                if root.is_one_file() {
                    in_hash(url.hash())[rank].to_owned()
                } else if rank == 0 {
                    root.below(url.path()).to_owned()
                } else {
                    url.search().to_owned()
                }
            })
        };
        Self { url, returns, path: part(0), search: part(1) }
    }

    /// Goes to an address of the site, even when the browser does not write it: what is asked is shown all the same.
    pub(crate) fn go(self, address: &str, step: Step) {
        let url = browser::url_of(address);
        // As browsers do, so that Back does not seem to do nothing.
        let is_same = self.url.with_untracked(|present| *present == url);
        self.returns.set_value(false);
        browser::write_address(address, is_same || step == Step::Same);
        self.url.set(url);
    }

    /// Goes where a link leads; the start of another page is shown.
    pub(crate) fn open(self, address: &str) {
        let before = self.path.get_untracked();
        self.go(address, Step::New);
        if self.path.get_untracked() != before {
            browser::scroll_to_start();
        }
    }
}

/// The address of the page where the visitor is, without its search part.
pub(crate) fn own_address(location: Location) -> String {
    location.path.with_untracked(|path| link(&Route::parse(path, Kind::OF_FORMAT)))
}

/// Where the visitor is, for the views.
pub(crate) fn use_location() -> Location {
    expect_context()
}
