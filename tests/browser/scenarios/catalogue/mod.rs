//! The catalogue page.

mod facets;
mod history;
mod nothing;
mod page;
mod panel;
mod typing;
mod views;

use communs_browser_tests::Suite;

pub(crate) use page::{count, names};

pub(crate) fn register(suite: &mut Suite) {
    typing::register(suite);
    facets::register(suite);
    panel::register(suite);
    views::register(suite);
    history::register(suite);
    nothing::register(suite);
}
