//! Everything the views ask of the browser. Nothing here fails: a refusal (storage denied in a
//! sandboxed frame, no clipboard) is an answer like another. Natively, nothing happens.

#[cfg(feature = "csr")]
mod takeover;
#[cfg(feature = "csr")]
mod web;

#[cfg(feature = "csr")]
pub(super) use takeover::*;
#[cfg(feature = "csr")]
pub(super) use web::*;
#[cfg(feature = "csr")]
pub use web::{find_root, tell_panics};

#[cfg(not(feature = "csr"))]
mod native {
    use leptos::prelude::*;
    use leptos_router::location::{RequestUrl, Url};

    /// What only a page without the app shows.
    pub(in crate::ui) const IS_PRERENDERING: bool = true;

    /// The address that is asked for.
    pub(in crate::ui) fn url() -> Url {
        use_context::<RequestUrl>().and_then(|asked| asked.parse().ok()).unwrap_or_default()
    }
    pub(in crate::ui) fn on_move(_: impl Fn() + 'static) {}
    pub(in crate::ui) fn set_title(_: &str) {}
    pub(in crate::ui) fn focus_heading() {}
    pub(in crate::ui) fn focus(_: &str) {}
    pub(in crate::ui) fn focus_once_drawn(_: &str) {}
    pub(in crate::ui) fn value(_: &str) -> String {
        String::new()
    }
    pub(in crate::ui) fn follow_links(_: crate::ui::links::Root) {}
    pub(in crate::ui) fn after_paint(_: impl FnOnce() + 'static) {}
    pub(in crate::ui) fn now() -> f64 {
        0.0
    }
    pub(in crate::ui) fn go(_: &str, _: bool) {}
    pub(in crate::ui) fn go_to_page(_: &str) {}
    pub(in crate::ui) fn stored(_: &str) -> Option<String> {
        None
    }
    pub(in crate::ui) fn can_store() -> bool {
        true
    }
    pub(in crate::ui) fn store(_: &str, _: Option<&str>) {}
    pub(in crate::ui) fn on_device_change(_: std::rc::Rc<dyn Fn()>) {}
    pub(in crate::ui) fn print() {}
    pub(in crate::ui) fn save(_: &str, _: &str, _: &str) {}
    pub(in crate::ui) fn set_theme(_: Option<&str>) {}
    pub(in crate::ui) fn show_modal(_: &str) {}
    pub(in crate::ui) fn close_modal(_: &str) {}
    pub(in crate::ui) fn absolute(path: &str) -> String {
        path.to_owned()
    }
    pub(in crate::ui) fn set_target_value(_: &leptos::ev::Event, _: &str) {}
    pub(in crate::ui) fn confirm(_: &str) -> bool {
        true
    }
    pub(in crate::ui) fn replace_frame(_: &str, _: &str) {}
    pub(in crate::ui) fn copy(_: String, _: impl FnOnce(bool) + 'static) {}
    /// Pages rendered without a browser are laid out for a wide screen; the style folds them.
    pub(in crate::ui) fn matches_media(_: &str) -> RwSignal<bool> {
        RwSignal::new(true)
    }
}

#[cfg(not(feature = "csr"))]
pub(super) use native::*;
