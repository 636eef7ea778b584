//! What a visitor takes away of a list of entries: a table for a spreadsheet, data, paper, an address.

use std::sync::Arc;

use leptos::prelude::*;

use super::{composed, icon};
use crate::state::content::{use_content, use_language};
use crate::{browser, view};
use ::catalogue::EntryIndex;
use messages::{Message, catalogue, selection};

/// A button of one type whatever it does; `about` is said of it, not shown. Both are [`composed`].
pub(crate) fn act_button(
    class: &'static str,
    sign: &'static str,
    label: &str,
    about: &str,
    act: Box<dyn Fn()>,
) -> AnyView {
    let own = format!("{label}{about}");
    view! {
        <button type="button" name=sign value=own class=class on:click=move |_| act()>
            {icon(sign)}<span>{composed(label.to_owned())}</span><span class="sr">{composed(about.to_owned())}</span>
        </button>
    }
}

fn button(sign: &'static str, label: &'static str, act: Box<dyn Fn()>) -> AnyView {
    act_button("button button--bare", sign, label, "", act)
}

/// What gives the entries of a file, once it is asked for.
pub(crate) type Entries = Box<dyn Fn() -> Vec<EntryIndex> + Send + Sync>;

/// The files of some entries; `name` is that of the files, without its extension.
pub(crate) fn export_buttons(name: &'static str, entries: Entries) -> AnyView {
    let language = use_language();
    let content = use_content();
    let entries = Arc::new(entries);
    let save = |label: &'static str, is_table: bool| {
        let (content, entries) = (content.clone(), Arc::clone(&entries));
        let save = move || {
            let (catalogue, entries) = (content.catalogue(), entries());
            let base = catalogue.site.url.as_ref();
            let (kind, end, text) = if is_table {
                ("text/csv", "csv", export::csv(catalogue, entries, base))
            } else {
                ("application/json", "json", export::records(catalogue, entries, base))
            };
            browser::save(&format!("{name}.{end}"), kind, &text);
        };
        button("export", label, Box::new(save))
    };
    vec![save(selection::CSV.to(language), true), save(selection::JSON.to(language), false)].into_any()
}

pub(crate) fn print_button() -> AnyView {
    let language = use_language();
    button("print", selection::PRINT.to(language), Box::new(browser::print))
}

/// Copies an address of the site; an empty one is that of the page.
pub(crate) fn share_button(label: &str, address: String) -> AnyView {
    let shared = Box::new(move || browser::absolute(&address));
    copy_button("button button--bare", "share", label, "", shared, [catalogue::SHARED, catalogue::NOT_SHARED])
}

/// A button that copies a text, then says whether it could, in one of two ways; `about` tells it from others.
pub(crate) fn copy_button(
    class: &'static str,
    sign: &'static str,
    label: &str,
    about: &'static str,
    text: Box<dyn Fn() -> String>,
    [done, refused]: [Message; 2],
) -> AnyView {
    let language = use_language();
    let label = RwSignal::new(label.to_owned());
    let copy = move |_| {
        browser::copy(text(), move |is_done| {
            let said = if is_done { done } else { refused };
            // The button may have gone meanwhile.
            let _ = label.try_set(said.to(language).to_owned());
        });
    };
    view! {
        <button type="button" name=sign value=about class=class on:click=copy>
            {icon(sign)}<span aria-live="polite">{move || label.get()}</span>
        </button>
    }
}
