//! Views of the catalogue in the pages of other sites: the frame alone, its height, hard hosts, hostile
//! ones.

mod delayed;
mod examples;
mod growth;
mod guards;
mod hard;
mod host;
mod reading;
mod sandbox;
mod sizes;
mod twenty;
mod wordpress;

use communs_browser_tests::Suite;

pub(crate) fn register(suite: &mut Suite) {
    sizes::register(suite);
    growth::register(suite);
    hard::register(suite);
    sandbox::register(suite);
    guards::register(suite);
    reading::register(suite);
    twenty::register(suite);
    wordpress::register(suite);
    examples::register(suite);
    delayed::register(suite);
}
