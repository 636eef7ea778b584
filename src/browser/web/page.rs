//! The document and its controls.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlLinkElement};

/// What only a page without the app shows.
pub(crate) const IS_PRERENDERING: bool = false;

/// Tells in the console why the app stops, where panics have messages. The page itself says that it did.
pub fn tell_panics() {
    if cfg!(debug_assertions) {
        std::panic::set_hook(Box::new(|info| leptos::logging::error!("{info}")));
    }
}

pub(super) fn element(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Whether the page has something of this selector.
pub(crate) fn has(selector: &str) -> bool {
    element(selector).is_some()
}

/// Sets the title of the tab.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// What is typed or chosen in a field.
pub(crate) fn value(selector: &str) -> String {
    // Every form control has its value as an input does.
    element(selector).map(|field| field.unchecked_into::<HtmlInputElement>().value()).unwrap_or_default()
}

/// Sets the theme of the document; `None` follows the device.
pub(crate) fn set_theme(theme: Option<&str>) {
    if let Some(root) = document().document_element() {
        let _ =
            theme.map_or_else(|| root.remove_attribute(names::THEME), |theme| root.set_attribute(names::THEME, theme));
    }
}

/// Gives the page colours as custom properties, and the attribute that has the style follow them when there is one.
pub(crate) fn set_colours(attribute: &str, colours: &[(&str, Option<String>)]) {
    let Some(root) = element("html") else { return };
    if colours.iter().all(|(_, colour)| colour.is_none()) {
        let _ = root.remove_attribute(attribute);
        return;
    }
    for (property, colour) in colours {
        let _ = match colour {
            Some(colour) => root.style().set_property(property, colour),
            None => root.style().remove_property(property).map(drop),
        };
    }
    let _ = root.set_attribute(attribute, "");
}

/// The whole address of a path of this host.
pub(crate) fn absolute(path: &str) -> String {
    web_sys::Url::new_with_base(path, &window().location().href().unwrap_or_default())
        .map_or_else(|_| path.to_owned(), |url| url.href())
}

/// Has a link of the head lead to another file, whatever its type.
pub(crate) fn set_link(selector: &str, file: &str) {
    let Some(link) = document().query_selector(selector).ok().flatten() else { return };
    let link: HtmlLinkElement = link.unchecked_into();
    if link.href() != absolute(file) {
        let _ = link.remove_attribute("type");
        link.set_href(file);
    }
}

/// Has the page ask for one more style, or no longer.
pub(crate) fn set_style(id: &str, file: Option<&str>) {
    let there = document().get_element_by_id(id);
    match (there, file) {
        (Some(link), None) => link.remove(),
        (None, Some(file)) => {
            let Ok(link) = document().create_element("link") else { return };
            link.set_id(id);
            let _ = link.set_attribute("rel", "stylesheet");
            let _ = link.set_attribute("href", file);
            let _ = document().head().map(|head| head.append_with_node_1(&link));
        }
        _ => {}
    }
}

/// Opens a dialog over the page.
pub(crate) fn show_modal(selector: &str) {
    if let Some(dialog) = element(selector).and_then(|found| found.dyn_into::<HtmlDialogElement>().ok())
        && !dialog.open()
    {
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the browser gives focus back.
pub(crate) fn close_modal(selector: &str) {
    if let Some(dialog) = element(selector).and_then(|found| found.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

/// Closes the panel of the header that is open: there is one at most.
pub(super) fn hide_popover() {
    if let Some(panel) = element("[popover]:popover-open") {
        let _ = panel.hide_popover();
    }
}

/// Writes in the field that an event comes from.
pub(crate) fn set_target_value(event: &ev::Event, text: &str) {
    event_target::<HtmlInputElement>(event).set_value(text);
}

/// Whether the fold that an event comes from is open.
pub(crate) fn target_is_open(event: &ev::Event) -> bool {
    event_target::<Element>(event).has_attribute("open")
}

/// Tells something at once, until it is read.
pub(crate) fn alert(text: &str) {
    let _ = window().alert_with_message(text);
}

/// Asks before what cannot be undone.
pub(crate) fn confirm(question: &str) -> bool {
    window().confirm_with_message(question).unwrap_or(true)
}

/// Whether a media query matches, followed as it changes.
pub(crate) fn matches_media(query: &str) -> RwSignal<bool> {
    let Ok(Some(list)) = window().match_media(query) else { return RwSignal::new(true) };
    let matches = RwSignal::new(list.matches());
    let changed = Closure::<dyn Fn(web_sys::MediaQueryListEvent)>::new(move |event: web_sys::MediaQueryListEvent| {
        let _ = matches.try_set(event.matches());
    });
    let _ = list.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
    changed.forget();
    matches
}
