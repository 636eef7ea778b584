//! The app takes the place of the page that was readable before it, in one step.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::data::ask_page;
use super::page::{element, has};

/// Mounts the app in place of the page. The script that started it does again what the visitor has begun
/// there; without one, there was nothing to begin.
pub(crate) fn take_over(view: impl FnOnce() -> AnyView + 'static) {
    let Some(app) = division() else { return };
    app.set_id(names::APP_ID);
    // The app is whole before it is in the page: nothing is drawn in between.
    mount(&app, Box::new(view));
    if ask_page(names::TAKE_OVER, &app).is_none() {
        let _ = element("#app").map(|page| page.replace_with_with_node_1(&app));
        set_app_state(names::READY);
    }
}

/// Mounts something at the top of the page, which stays as it is.
pub(crate) fn put_before_page(view: impl FnOnce() -> AnyView + 'static) {
    if let Some((page, notice)) = element("#app main, #app:empty").zip(division()) {
        let _ = page.prepend_with_node_1(&notice);
        mount(&notice, Box::new(view));
    }
    set_app_state(names::ABSENT);
}

/// Whether the page reads without the app.
pub(crate) fn page_is_readable() -> bool {
    has("#app main h1")
}

fn division() -> Option<HtmlElement> {
    document().create_element("div").ok()?.dyn_into().ok()
}

/// Of one type whatever is mounted: each would cost its own WebAssembly.
fn mount(parent: &HtmlElement, view: Box<dyn FnOnce() -> AnyView>) {
    leptos::mount::mount_to(parent.clone(), view).forget();
}

/// Tells the style whether what needs the app can work.
fn set_app_state(state: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(names::APP, state);
    }
}
