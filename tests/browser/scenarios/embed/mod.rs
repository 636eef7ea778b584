//! The views that other sites show.

mod direct;

use communs_browser_tests::Suite;

pub(crate) fn register(suite: &mut Suite) {
    direct::register(suite);
}
