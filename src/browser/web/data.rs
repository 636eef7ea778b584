//! What the page gives the app: where its data is, what the script that started it knows.

use address::Root;
use gloo_net::http::Request;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlLinkElement;

use crate::browser::Source;

/// Reads where the data is: the page names it.
pub(crate) fn data_source() -> Source {
    match document().get_element_by_id(names::DATA_ID).map(JsCast::dyn_into::<HtmlLinkElement>) {
        Some(Ok(link)) => Source::Address(link.href()),
        Some(Err(script)) => Source::Text(script.text_content().unwrap_or_default()),
        None => Source::Address("/catalogue.json".to_owned()),
    }
}

/// The text of the data, if the script that started the app has asked for it; it is given once.
pub(crate) async fn text_read_before() -> Option<String> {
    let name = wasm_bindgen::JsValue::from(names::CATALOGUE_TEXT);
    let text = js_sys::Reflect::get(&window(), &name).ok().filter(|text| !text.is_undefined())?;
    let _ = js_sys::Reflect::delete_property(&window(), &name);
    JsFuture::from(js_sys::Promise::resolve(&text)).await.ok()?.as_string()
}

/// The text of a file; else the HTTP status of the answer, if there was one.
pub(crate) async fn download(address: &str) -> Result<String, Option<u16>> {
    // Gloo's own builder would change the address, and the page has asked for this one.
    let request = web_sys::Request::new_with_str(address).map_err(|_| None)?;
    let response = Request::from(request).send().await.map_err(|_| None)?;
    if !response.ok() {
        return Err(Some(response.status()));
    }
    response.text().await.map_err(|_| None)
}

/// What the element of this id holds.
pub(crate) fn text_of(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.text_content()
}

/// The details that the page holds of the entry that it shows, if it was made from this text of the data.
pub(crate) fn own_details(json: &str) -> Option<String> {
    let held = text_of(names::DETAILS_ID)?;
    let shown = document().get_element_by_id(names::DATA_ID)?.get_attribute(names::FINGERPRINT)?;
    (shown == text::fingerprint(json)).then_some(held)
}

/// Finds where the site stands: next to its data.
pub fn find_root() -> Root {
    match data_source() {
        Source::Address(address) => Root::of_file(&address),
        Source::Text(_) => Root::in_one_file(),
    }
}

/// Waits until the visitor needs the app, which the script that started it knows from the text of the
/// data and from what the visitor does.
pub(crate) async fn needed(json: &str) {
    if let Some(answer) = ask_page(names::VISITOR_NEEDS_APP, &json.into()) {
        let _ = JsFuture::from(js_sys::Promise::resolve(&answer)).await;
    }
}

/// Asks the script that started the app; `None` when there is none, or when it fails.
pub(super) fn ask_page(name: &str, argument: &wasm_bindgen::JsValue) -> Option<wasm_bindgen::JsValue> {
    let ask: js_sys::Function = js_sys::Reflect::get(&window(), &name.into()).ok()?.dyn_into().ok()?;
    ask.call1(&wasm_bindgen::JsValue::NULL, argument).ok()
}
