//! The browser itself, through web-sys.

use std::rc::Rc;

use address::{Root, in_hash};
use leptos::ev;
use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider, Url};
use search::query::Query;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, HtmlAnchorElement, HtmlDialogElement, HtmlElement, HtmlIFrameElement, HtmlInputElement, HtmlLinkElement,
    Storage,
};

/// What only a page without the app shows.
pub(crate) const IS_PRERENDERING: bool = false;

/// Where the page says that its data is.
pub(crate) enum Source {
    /// At this address.
    Address(String),
    /// In the page itself.
    Text(String),
}

/// Reads where the data is: the page names it in `#donnees`.
pub(crate) fn data_source() -> Source {
    match document().get_element_by_id("donnees").map(JsCast::dyn_into::<HtmlLinkElement>) {
        Some(Ok(link)) => Source::Address(link.href()),
        Some(Err(script)) => Source::Text(script.text_content().unwrap_or_default()),
        None => Source::Address("/catalogue.json".to_owned()),
    }
}

/// The text of the data, if the script that started the app has asked for it; it is given once.
pub(crate) async fn text_read_before() -> Option<String> {
    let name = wasm_bindgen::JsValue::from("catalogueText");
    let text = js_sys::Reflect::get(&window(), &name).ok().filter(|text| !text.is_undefined())?;
    let _ = js_sys::Reflect::delete_property(&window(), &name);
    JsFuture::from(js_sys::Promise::resolve(&text)).await.ok()?.as_string()
}

/// What an element of the page holds.
pub(crate) fn text_of(selector: &str) -> Option<String> {
    element(selector)?.text_content()
}

/// Finds where the site stands: next to its data.
pub fn find_root() -> Root {
    match data_source() {
        Source::Address(address) => Root::of_file(&address),
        Source::Text(_) => Root::in_one_file(),
    }
}

/// Tells in the console why the app stops, where panics have messages. The page itself says that it did.
pub fn tell_panics() {
    if cfg!(debug_assertions) {
        std::panic::set_hook(Box::new(|info| leptos::logging::error!("{info}")));
    }
}

pub(super) fn element(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Acts once the page has been painted as it is.
pub(crate) fn after_paint(act: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(act, std::time::Duration::ZERO));
}

/// Lets the browser do what waits, then goes on.
pub(crate) async fn breathe() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback(&resolve);
    });
    let _ = JsFuture::from(promise).await;
}

/// Waits until the visitor needs the app, which the script that started it knows from the text of the
/// data and from what the visitor does.
pub(crate) async fn needed(json: &str) {
    if let Some(answer) = ask_page("visitorNeedsApp", &json.into()) {
        let _ = JsFuture::from(js_sys::Promise::resolve(&answer)).await;
    }
}

/// Asks the script that started the app; `None` when there is none, or when it fails.
pub(super) fn ask_page(name: &str, argument: &wasm_bindgen::JsValue) -> Option<wasm_bindgen::JsValue> {
    let ask: js_sys::Function = js_sys::Reflect::get(&window(), &name.into()).ok()?.dyn_into().ok()?;
    ask.call1(&wasm_bindgen::JsValue::NULL, argument).ok()
}

/// Whether the address asks for words.
pub(crate) fn asks_for_words() -> bool {
    window().location().search().is_ok_and(|search| !Query::parse(&search).0.text.is_empty())
}

/// The time, in milliseconds since the page was opened.
pub(crate) fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Sets the title of the tab.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

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

/// What is typed in a field.
pub(crate) fn value(selector: &str) -> String {
    element(selector)
        .and_then(|found| found.dyn_into::<HtmlInputElement>().ok())
        .map(|field| field.value())
        .unwrap_or_default()
}

pub(super) fn focus_without_scroll(target: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = target.focus_with_options(&options);
}

/// The address of the page.
pub(crate) fn url() -> Url {
    BrowserUrl::current().unwrap_or_default()
}

/// Calls back when the visitor goes back or forward in the history.
pub(crate) fn on_back_and_forward(act: impl Fn() + 'static) {
    let handle = window_event_listener(ev::popstate, move |_| act());
    on_cleanup(move || handle.remove());
}

/// Writes an address of the site as a new entry of the history, or in the place of the current one; says
/// whether the browser allows it.
pub(crate) fn write_address(address: &str, replace: bool) -> bool {
    let Ok(history) = window().history() else { return false };
    let state = wasm_bindgen::JsValue::NULL;
    let done = if replace {
        history.replace_state_with_url(&state, "", Some(address))
    } else {
        history.push_state_with_url(&state, "", Some(address))
    };
    done.is_ok()
}

/// Shows the start of the page.
pub(crate) fn scroll_to_start() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Follows the site's own links without leaving the page: `go` is given an address, and whether it is of another
/// page.
pub(crate) fn follow_links(root: Root, go: impl Fn(&str, bool) + 'static) {
    let follow = Closure::<dyn Fn(web_sys::MouseEvent)>::new(move |event: web_sys::MouseEvent| {
        let modified = event.meta_key() || event.alt_key() || event.ctrl_key() || event.shift_key();
        if event.default_prevented() || event.button() != 0 || modified {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(link) = target.and_then(|target| target.closest("a[href]").ok().flatten()) else { return };
        let Ok(link) = link.dyn_into::<HtmlAnchorElement>() else { return };
        let elsewhere = !link.target().is_empty()
            || link.has_attribute("download")
            || link.rel().split(' ').any(|rel| rel == "external");
        let here = window().location();
        if elsewhere || here.origin().ok() != Some(link.origin()) {
            return;
        }
        let same_page = here.pathname().ok() == Some(link.pathname()) && here.search().ok() == Some(link.search());
        let anchor = same_page && !link.hash().is_empty() && !link.hash().starts_with("#/");
        if anchor && root.is_one_file() {
            // What follows `#` is the address of the page there: it must stay.
            event.prevent_default();
            return go_to_anchor(&link.hash());
        }
        let other_app = !root.holds(&link.pathname())
            || !crate::app::draws(&address::route::Route::parse(root.below(&link.pathname())));
        if other_app || anchor || is_file(&link.pathname()) && !root.is_one_file() {
            // The browser goes there itself, with the focus.
            return;
        }
        event.prevent_default();
        // In a site in one file, the path of a page is in the hash.
        let page = |path: String, hash: &str| if root.is_one_file() { in_hash(hash)[0].to_owned() } else { path };
        let hash = link.hash();
        let from = page(here.pathname().unwrap_or_default(), &here.hash().unwrap_or_default());
        hide_popovers();
        go(&link.href(), page(link.pathname(), &hash) != from);
        // The new page is drawn after this event.
        request_animation_frame(move || go_to_anchor(&hash));
    });
    let _ = document().add_event_listener_with_callback("click", follow.as_ref().unchecked_ref());
    follow.forget();
}

/// Scrolls to the element that a hash names, and lets the keyboard go on from there. In a site in one
/// file, it comes after the address of the page.
fn go_to_anchor(hash: &str) {
    if let Some(target) = hash.rsplit('#').next().and_then(|id| document().get_element_by_id(id)) {
        target.scroll_into_view();
        if let Ok(target) = target.dyn_into::<HtmlElement>() {
            focus_without_scroll(&target);
        }
    }
}

/// Whether a path names a file rather than a page.
fn is_file(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.contains('.') && name != "index.html")
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// Whether the device keeps values for this site.
pub(crate) fn can_store() -> bool {
    storage().is_some()
}

/// A value kept on the device.
pub(crate) fn stored(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps a value on the device, or forgets it.
pub(crate) fn store(key: &str, value: Option<&str>) {
    if let Some(storage) = storage() {
        let _ = value.map_or_else(|| storage.remove_item(key), |value| storage.set_item(key, value));
    }
}

/// Calls back when what the device keeps may have changed: another tab writes it, or has written it while
/// this page was set aside for Back.
pub(crate) fn on_device_change(act: Rc<dyn Fn()>) {
    for event in ["storage", "pageshow"] {
        let act = Rc::clone(&act);
        let handle = window_event_listener_untyped(event, move |_| act());
        on_cleanup(move || handle.remove());
    }
}

/// Prints the page.
pub(crate) fn print() {
    let _ = window().print();
}

/// Gives the visitor a file of this type of media.
pub(crate) fn save(name: &str, media: &str, text: &str) {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media);
    let parts = js_sys::Array::of1(&text.into());
    let Ok(file) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(address) = web_sys::Url::create_object_url_with_blob(&file) else { return };
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser reads it after the click.
    set_timeout(move || drop(web_sys::Url::revoke_object_url(&address)), std::time::Duration::from_secs(60));
}

/// Sets the theme of the document; `None` follows the device.
pub(crate) fn set_theme(theme: Option<&str>) {
    if let Some(root) = document().document_element() {
        let _ =
            theme.map_or_else(|| root.remove_attribute("data-theme"), |theme| root.set_attribute("data-theme", theme));
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

/// Closes the panels of the header.
fn hide_popovers() {
    if let Ok(open) = document().query_selector_all("[popover]:popover-open") {
        for rank in 0..open.length() {
            if let Some(panel) = open.get(rank).and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
                let _ = panel.hide_popover();
            }
        }
    }
}

/// The whole address of a path of this host.
pub(crate) fn absolute(path: &str) -> String {
    web_sys::Url::new_with_base(path, &window().location().href().unwrap_or_default())
        .map_or_else(|_| path.to_owned(), |url| url.href())
}

/// Writes in the field that an event comes from.
pub(crate) fn set_target_value(event: &ev::Event, text: &str) {
    event_target::<HtmlInputElement>(event).set_value(text);
}

/// Whether the fold that an event comes from is open.
pub(crate) fn target_is_open(event: &ev::Event) -> bool {
    event_target::<Element>(event).has_attribute("open")
}

/// Asks before what cannot be undone.
pub(crate) fn confirm(question: &str) -> bool {
    window().confirm_with_message(question).unwrap_or(true)
}

/// Shows another address in a frame, in the place of the present one in the history.
pub(crate) fn replace_frame(selector: &str, address: &str) {
    let frame = element(selector).and_then(|frame| frame.dyn_into::<HtmlIFrameElement>().ok());
    if let Some(shown) = frame.and_then(|frame| frame.content_window()) {
        let _ = shown.location().replace(address);
    }
}

/// Copies a text, and says whether it could.
pub(crate) fn copy(text: String, done: impl FnOnce(bool) + 'static) {
    // The clipboard is absent outside of secure pages: asking for it there throws.
    let navigator = window().navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into()).ok().filter(|value| !value.is_undefined());
    let Some(clipboard) = clipboard.map(JsCast::unchecked_into::<web_sys::Clipboard>) else { return done(false) };
    leptos::task::spawn_local(async move {
        done(JsFuture::from(clipboard.write_text(&text)).await.is_ok());
    });
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
