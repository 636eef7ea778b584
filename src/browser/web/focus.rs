//! Where the keyboard is, and what is in sight.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::page::{element, has};
use super::time::after_paint;

/// Moves focus to the page's heading, so that a new page is announced from its start.
pub(crate) fn focus_heading() {
    if let Some(heading) = element("main h1") {
        let _ = heading.set_attribute("tabindex", "-1");
        focus_without_scroll(&heading);
    }
}

/// Moves focus to the first of these selectors that the page has.
pub(crate) fn focus(selectors: &str) {
    if let Some(found) = selectors.split(", ").find_map(element) {
        let _ = found.focus();
    }
}

/// The same for what is about to be drawn, and is not there yet.
pub(crate) fn focus_once_drawn(selectors: &str) {
    let selectors = selectors.to_owned();
    after_paint(move || focus(&selectors));
}

/// The same in the place of what is about to go, if the page has it.
pub(crate) fn focus_instead(going: &str, selectors: &str) {
    if has(going) {
        focus_once_drawn(selectors);
    }
}

pub(super) fn focus_without_scroll(target: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = target.focus_with_options(&options);
}

/// Shows the start of the page.
pub(crate) fn scroll_to_start() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}
