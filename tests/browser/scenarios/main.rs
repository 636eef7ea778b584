//! What the site must do in every engine.

mod harness;
mod smoke;

use std::process::ExitCode;

use communs_browser_tests::{Suite, run};

/// The app has replaced the loading state once a main heading is there.
const READY: &str = "document.readyState === 'complete' && document.querySelector('main h1')";

/// The pages that screenshots are made of.
const PAGES: [&str; 1] = ["/"];

fn main() -> ExitCode {
    let mut suite = Suite::new(READY, &PAGES);
    harness::register(&mut suite);
    smoke::register(&mut suite);
    run(&suite)
}
