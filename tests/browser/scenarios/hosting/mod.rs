//! Static pages on any host: read before the app, wherever they stand, without scripts, without a
//! network, in one file.

mod addresses;
mod gestures;
mod mounts;
mod offline;
mod scripts;
mod security;
mod single_file;
mod takeover;

use communs_browser_tests::Suite;

pub(crate) fn register(suite: &mut Suite) {
    takeover::register(suite);
    gestures::register(suite);
    mounts::register(suite);
    addresses::register(suite);
    scripts::register(suite);
    offline::register(suite);
    security::register(suite);
    single_file::register(suite);
}
