//! What the visitor takes away: prints, files, copies.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlAnchorElement;

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
