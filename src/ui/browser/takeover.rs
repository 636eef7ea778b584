//! The app takes the place of the page that was readable before it, in one step: what the visitor
//! has begun there goes on.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlDetailsElement, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::web::{element, focus_without_scroll};

/// Mounts the app in place of the page, which keeps its scroll, its focus and what was typed in it.
pub(in crate::ui) fn take_over(view: impl FnOnce() -> AnyView + 'static) {
    let Some(page) = element("#app") else { return };
    let Some(app) = document().create_element("div").ok().and_then(|app| app.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    app.set_id("app");
    let begun = Begun::read(&page);
    let scroll = (window().scroll_x().unwrap_or_default(), window().scroll_y().unwrap_or_default());
    // The app is whole before it is in the page: nothing is drawn in between.
    mount(&app, Box::new(view));
    let _ = page.replace_with_with_node_1(&app);
    set_app_state("prete");
    begun.go_on(&app);
    // Some browsers follow an element that is no longer there. Asked for in vain, it costs a layout.
    if scroll != (0.0, 0.0) {
        window().scroll_to_with_x_and_y(scroll.0, scroll.1);
    }
}

/// Mounts something at the top of the page, which stays as it is.
pub(in crate::ui) fn put_before_page(view: impl FnOnce() -> AnyView + 'static) {
    if let Some(main) = element("#app main") {
        let notice = document().create_element("div").ok().and_then(|notice| notice.dyn_into::<HtmlElement>().ok());
        if let Some(notice) = notice {
            let _ = main.prepend_with_node_1(&notice);
            mount(&notice, Box::new(view));
        }
    }
    set_app_state("absente");
}

/// Of one type whatever is mounted: each would cost its own WebAssembly.
fn mount(parent: &HtmlElement, view: Box<dyn FnOnce() -> AnyView>) {
    leptos::mount::mount_to(parent.clone(), view).forget();
}

/// Whether the page reads without the app.
pub(in crate::ui) fn page_is_readable() -> bool {
    element("#app main h1").is_some()
}

/// Tells the style whether what needs the app can work.
fn set_app_state(state: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-app", state);
    }
}

/// What the visitor has begun in the page.
#[derive(Default)]
struct Begun {
    /// The focused element, with the selection of its text.
    focus: Option<(Mark, Option<(u32, u32)>)>,
    /// Texts typed in fields.
    typed: Vec<(Mark, String)>,
    /// Boxes checked or unchecked, and radio buttons.
    chosen: Vec<Mark>,
    /// Values chosen in lists.
    listed: Vec<(Mark, String)>,
    /// Folds, opened or not.
    folds: Vec<bool>,
    /// Panels that are open, by id.
    panels: Vec<String>,
    /// The button that was clicked before it could answer.
    clicked: Option<Mark>,
}

/// An element of the page, known by its tag and its rank among the same tags: the app draws the
/// same ones in the same order.
struct Mark {
    tag: String,
    rank: u32,
}

/// The elements that the app draws too: what only pages without it have is left out.
fn alike(root: &HtmlElement, tag: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(&format!("{tag}:not(.sans-app *)")) else { return Vec::new() };
    (0..found.length()).filter_map(|rank| found.get(rank)?.dyn_into().ok()).collect()
}

impl Mark {
    fn of(root: &HtmlElement, element: &Element) -> Option<Self> {
        let tag = element.tag_name().to_ascii_lowercase();
        let rank = alike(root, &tag).iter().position(|other| other == element)?;
        Some(Self { tag, rank: u32::try_from(rank).ok()? })
    }

    fn find<T: JsCast>(&self, root: &HtmlElement) -> Option<T> {
        alike(root, &self.tag).into_iter().nth(self.rank as usize)?.dyn_into().ok()
    }
}

impl Begun {
    fn read(page: &HtmlElement) -> Self {
        let mut begun = Self::default();
        for (rank, field) in (0..).zip(alike(page, "input")) {
            let mark = Mark { tag: "input".to_owned(), rank };
            let Ok(field) = field.dyn_into::<HtmlInputElement>() else { continue };
            match field.type_().as_str() {
                // The radio button that another one unchecked goes with that one.
                "radio" if field.checked() && !field.default_checked() => begun.chosen.push(mark),
                "checkbox" if field.checked() != field.default_checked() => begun.chosen.push(mark),
                "search" if field.value() != field.default_value() => begun.typed.push((mark, field.value())),
                _ => {}
            }
        }
        begun.focus = document().active_element().filter(|focused| page.contains(Some(focused))).and_then(|focused| {
            let field = focused.dyn_ref::<HtmlInputElement>();
            let selection = field.and_then(|field| {
                Some((field.selection_start().ok().flatten()?, field.selection_end().ok().flatten()?))
            });
            Some((Mark::of(page, &focused)?, selection))
        });
        for (rank, list) in (0..).zip(alike(page, "select")) {
            let Ok(list) = list.dyn_into::<HtmlSelectElement>() else { continue };
            let option = |selector| list.query_selector(selector).ok().flatten();
            let default = option("option[selected]").or_else(|| option("option"));
            let default = default.and_then(|option| option.get_attribute("value"));
            if default.is_some_and(|default| default != list.value()) {
                begun.listed.push((Mark { tag: "select".to_owned(), rank }, list.value()));
            }
        }
        begun.panels = alike(page, "[popover]:popover-open").iter().map(Element::id).collect();
        begun.clicked = alike(page, "[data-clic]").last().and_then(|button| Mark::of(page, button));
        begun.folds = folds(page).iter().map(HtmlDetailsElement::open).collect();
        begun
    }

    fn go_on(self, app: &HtmlElement) {
        for (fold, open) in folds(app).iter().zip(self.folds) {
            fold.set_open(open);
        }
        for (mark, text) in self.typed {
            if let Some(field) = mark.find::<HtmlInputElement>(app) {
                field.set_value(&text);
                let bubbling = EventInit::new();
                bubbling.set_bubbles(true);
                if let Ok(event) = Event::new_with_event_init_dict("input", &bubbling) {
                    let _ = field.dispatch_event(&event);
                }
            }
        }
        for mark in self.chosen {
            if let Some(field) = mark.find::<HtmlElement>(app) {
                field.click();
            }
        }
        for (mark, value) in self.listed {
            if let Some(list) = mark.find::<HtmlSelectElement>(app) {
                list.set_value(&value);
                if let Ok(event) = Event::new("change") {
                    let _ = list.dispatch_event(&event);
                }
            }
        }
        for panel in self.panels {
            // Opened by its own button, which it stays tied to: its controls come next, and Escape leads back there.
            if let Some(button) = element(&format!("[popovertarget={panel}]")) {
                focus_without_scroll(&button);
                button.click();
            }
        }
        if let Some(button) = self.clicked.and_then(|mark| mark.find::<HtmlElement>(app)) {
            button.click();
        }
        let Some((mark, selection)) = self.focus else { return };
        if let Some(focused) = mark.find::<HtmlElement>(app) {
            focus_without_scroll(&focused);
        }
        if let Some(((start, end), field)) = selection.zip(mark.find::<HtmlInputElement>(app)) {
            let _ = field.set_selection_range(start, end);
            let text = field.value();
            // The app writes the text in its field once more before the next picture, which would move
            // the caret.
            request_animation_frame(move || {
                if field.value() == text {
                    let _ = field.set_selection_range(start, end);
                }
            });
        }
    }
}

fn folds(root: &HtmlElement) -> Vec<HtmlDetailsElement> {
    alike(root, "details").into_iter().filter_map(|fold| fold.dyn_into().ok()).collect()
}
