//! Addresses: the present one, the history, the links of the site.

use std::cell::Cell;

use address::Root;
use leptos::ev;
use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider, Url};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, HtmlIFrameElement};

use super::focus::{focus_heading, focus_without_scroll};
use super::page::{element, hide_popover};
use super::time::after_paint;

/// The address of the page.
pub(crate) fn url() -> Url {
    BrowserUrl::current().unwrap_or_default()
}

/// An address of the site, from the present one.
pub(crate) fn url_of(address: &str) -> Url {
    let here = window().location().href().unwrap_or_default();
    BrowserUrl::parse_with_base(address, &here).unwrap_or_default()
}

thread_local! {
    /// The rank of the present entry of the history, which grows with each one that the app writes after it.
    static RANK: Cell<usize> = const { Cell::new(0) };
}

/// What the present entry keeps: its rank, then, once it was left, what it was left from.
fn kept() -> Option<String> {
    window().history().and_then(|history| history.state()).ok()?.as_string()
}

/// The rank of the present entry; 0 for one that the app has not written: the first one, and those that the browser makes
/// of anchors, to which all ways lead back.
fn rank_kept() -> usize {
    kept().and_then(|kept| kept.split_once(' ')?.0.parse().ok()).unwrap_or_default()
}

/// What has the focus, as the page has it when it is drawn again: its rank among what a selector finds, and this selector,
/// that of a link by its address or of a field by its id.
fn focused() -> Option<String> {
    let focused = document().active_element()?;
    let with = |attribute: &str| Some(format!("[{attribute}=\"{}\"]", focused.get_attribute(attribute)?));
    let selector = with("href").or_else(|| with("id"))?;
    let found = document().query_selector_all(&selector).ok()?;
    let rank = (0..found.length() as usize).find(|rank| found.get(*rank as u32).as_ref() == Some(&*focused))?;
    Some(format!("{rank} {selector}"))
}

/// What the present entry was left from.
fn left() -> Option<HtmlElement> {
    let kept = kept()?;
    let (rank, selector) = kept.split_once(' ')?.1.split_once(' ')?;
    let rank: usize = rank.parse().ok()?;
    // Links of drawings have the methods that this is asked for.
    Some(document().query_selector_all(selector).ok()?.get(rank as u32)?.unchecked_into())
}

/// Calls back when the visitor goes back or forward in the history, with whether it is back.
pub(crate) fn on_back_and_forward(act: impl Fn(bool) + 'static) {
    RANK.set(rank_kept());
    let handle = window_event_listener(ev::popstate, move |_| {
        let rank = rank_kept();
        act(rank < RANK.replace(rank));
    });
    on_cleanup(move || handle.remove());
}

/// Writes an address of the site as a new entry of the history, or in the place of the current one, where the browser
/// allows it: not everywhere in a frame without an origin, nor too often.
pub(crate) fn write_address(address: &str, replace: bool) {
    let Ok(history) = window().history() else { return };
    let rank = RANK.get() + usize::from(!replace);
    let state = format!("{rank} ").into();
    let written = if replace {
        history.replace_state_with_url(&state, "", Some(address))
    } else {
        let left = format!("{} {}", RANK.get(), focused().unwrap_or_default());
        let _ = history.replace_state(&left.into(), "");
        history.push_state_with_url(&state, "", Some(address))
    };
    if written.is_ok() {
        RANK.set(rank);
    }
}

/// Follows the site's own links without leaving the page, when it draws the one at their path below the root.
pub(crate) fn follow_links(root: Root, draws: impl Fn(&str) -> bool + 'static, go: impl Fn(&str) + 'static) {
    let follow = Closure::<dyn Fn(web_sys::MouseEvent)>::new(move |event: web_sys::MouseEvent| {
        let modified = event.meta_key() || event.alt_key() || event.ctrl_key() || event.shift_key();
        if event.default_prevented() || event.button() != 0 || modified {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(link) = target.and_then(|target| target.closest("a[href]").ok().flatten()) else { return };
        // Drawings have links too, of another kind: both have an address.
        let address = link.get_attribute("href").unwrap_or_default();
        let base = link.base_uri().ok().flatten().unwrap_or_default();
        let Ok(to) = web_sys::Url::new_with_base(&address, &base) else { return };
        let elsewhere = link.matches("[target], [download], [rel~=external]").unwrap_or(true);
        let here = window().location();
        if elsewhere || here.origin().ok() != Some(to.origin()) {
            return;
        }
        let (path, hash) = (to.pathname(), to.hash());
        let same_page = here.pathname().ok().as_ref() == Some(&path) && here.search().ok() == Some(to.search());
        let anchor = same_page && !hash.is_empty() && !hash.starts_with("#/");
        if anchor && root.is_one_file() {
            // What follows `#` is the address of the page there: it must stay.
            event.prevent_default();
            return go_to_anchor(&hash);
        }
        let other_app = !root.holds(&path) || !draws(root.below(&path));
        if other_app || anchor || is_file(&path) && !root.is_one_file() {
            // The browser goes there itself, with the focus; not every one unfolds what hides it.
            unfold(&hash);
            return;
        }
        event.prevent_default();
        hide_popover();
        // Where Back is to lead; not every browser gives a link that is clicked the focus.
        focus_without_scroll(link.unchecked_ref());
        go(&to.href());
        // The new page is drawn after this event.
        request_animation_frame(move || go_to_anchor(&hash));
    });
    let _ = document().add_event_listener_with_callback("click", follow.as_ref().unchecked_ref());
    follow.forget();
}

/// The element that a hash names, out of the folds that it is in. In a site in one file, its id comes after the address
/// of the page.
fn unfold(hash: &str) -> Option<Element> {
    let target = document().get_element_by_id(hash.rsplit('#').next()?)?;
    while let Ok(Some(fold)) = target.closest("details:not([open])") {
        let _ = fold.set_attribute("open", "");
    }
    Some(target)
}

/// Scrolls to the element that a hash names, and lets the keyboard go on from there.
fn go_to_anchor(hash: &str) {
    if let Some(target) = unfold(hash) {
        target.scroll_into_view();
        if let Ok(target) = target.dyn_into::<HtmlElement>() {
            focus_without_scroll(&target);
        }
    }
}

/// Has the keyboard arrive in the page that is about to be drawn, where Back leads or elsewhere; when it comes later than
/// its address, at the part that this names.
pub(crate) fn arrive(is_late: bool, returns: bool) {
    if returns {
        // The browser goes first to the part that the address names, and takes the focus away with it.
        after_paint(move || lead(is_late, true));
    } else {
        // What draws the page is already in the queue that this goes to the end of.
        leptos::task::spawn_local(async move { lead(is_late, false) });
    }
}

/// Moves focus to the heading of the page, or to what it was left from when Back leads to it.
fn lead(is_late: bool, returns: bool) {
    let left = if returns { left() } else { None };
    let is_there = left.is_some_and(|left| {
        focus_without_scroll(&left);
        // What is folded or hidden takes no focus.
        document().active_element().is_some_and(|active| active == *left)
    });
    if !is_there {
        focus_heading();
        if is_late {
            go_to_anchor(&window().location().hash().unwrap_or_default());
        }
    }
}

/// Whether a path names a file rather than a page.
fn is_file(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.contains('.') && name != "index.html")
}

/// Shows another address in a frame, in the place of the present one in the history.
pub(crate) fn replace_frame(selector: &str, address: &str) {
    let frame = element(selector).and_then(|frame| frame.dyn_into::<HtmlIFrameElement>().ok());
    if let Some(shown) = frame.and_then(|frame| frame.content_window()) {
        let _ = shown.location().replace(address);
    }
}
