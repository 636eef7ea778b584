//! The browser, where there is none.

use leptos::prelude::*;
use leptos_router::location::{RequestUrl, Url};

use super::Source;

/// What only a page without the app shows.
pub(crate) const IS_PRERENDERING: bool = true;

/// The address that is asked for.
pub(crate) fn url() -> Url {
    use_context::<RequestUrl>().and_then(|asked| asked.parse().ok()).unwrap_or_default()
}
pub(crate) fn page_is_readable() -> bool {
    true
}
pub(crate) fn take_over(_: impl FnOnce() -> AnyView + 'static) {}
pub(crate) fn put_before_page(_: impl FnOnce() -> AnyView + 'static) {}
pub(crate) fn on_back_and_forward(_: impl Fn(bool) + 'static) {}
pub(crate) fn has(_: &str) -> bool {
    false
}
pub(crate) fn set_title(_: &str) {}
pub(crate) fn focus_heading() {}
pub(crate) fn arrive(_: bool, _: bool) {}
pub(crate) fn focus(_: &str) {}
pub(crate) fn focus_once_drawn(_: &str) {}
pub(crate) fn focus_instead(_: &str, _: &str) {}
pub(crate) fn value(_: &str) -> String {
    String::new()
}
pub(crate) fn follow_links(_: address::Root, _: impl Fn(&str) -> bool, _: impl Fn(&str) + 'static) {}
pub(crate) fn after_paint(_: impl FnOnce() + 'static) {}
pub(crate) fn now() -> f64 {
    0.0
}
pub(crate) async fn breathe() {}
pub(crate) async fn patiently<T>(work: impl Future<Output = T>, _: Box<dyn FnOnce()>) -> T {
    work.await
}
pub(crate) async fn at_most(_: i32, _: impl Future + 'static) {}
pub(crate) fn data_source() -> Source {
    Source::Text(String::new())
}
pub(crate) async fn text_read_before() -> Option<String> {
    None
}
pub(crate) async fn download(_: &str) -> Result<String, Option<u16>> {
    Err(None)
}
pub(crate) fn text_of(_: &str) -> Option<String> {
    None
}
pub(crate) fn own_details(_: &str) -> Option<String> {
    None
}
pub(crate) async fn needed(_: &str) {}
pub(crate) fn url_of(_: &str) -> Url {
    Url::default()
}
pub(crate) fn write_address(_: &str, _: bool) {}
pub(crate) fn scroll_to_start() {}
pub(crate) fn stored(_: &str) -> Option<String> {
    None
}
pub(crate) fn can_store() -> bool {
    true
}
pub(crate) fn store(_: &str, _: Option<&str>) -> bool {
    true
}
pub(crate) fn on_device_change(_: impl Fn() + Copy + 'static) {}
pub(crate) fn print() {}
pub(crate) fn save(_: &str, _: &str, _: &str) {}
pub(crate) fn set_theme(_: Option<&str>) {}
pub(crate) fn set_colours(_: &str, _: &[(&str, Option<String>)]) {}
pub(crate) fn set_link(_: &str, _: &str) {}
pub(crate) fn set_style(_: &str, _: Option<&str>) {}
pub(crate) fn show_modal(_: &str) {}
pub(crate) fn close_modal(_: &str) {}
pub(crate) fn absolute(path: &str) -> String {
    path.to_owned()
}
pub(crate) fn set_target_value(_: &leptos::ev::Event, _: &str) {}
pub(crate) fn target_is_open(_: &leptos::ev::Event) -> bool {
    false
}
pub(crate) fn alert(_: &str) {}
pub(crate) fn confirm(_: &str) -> bool {
    true
}
pub(crate) fn replace_frame(_: &str, _: &str) {}
pub(crate) fn copy(_: String, _: impl FnOnce(bool) + 'static) {}
/// Pages rendered without a browser are laid out for a wide screen; the style folds them.
pub(crate) fn matches_media(_: &str) -> RwSignal<bool> {
    RwSignal::new(true)
}
