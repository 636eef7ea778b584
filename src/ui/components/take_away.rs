//! What a visitor takes away of a list of entries: a table for a spreadsheet, data, paper, an address.

use leptos::prelude::*;

use super::icon;
use crate::catalogue::EntryIndex;
use crate::export;
use crate::messages::{catalogue, selection};
use crate::ui::context::use_content;
use crate::ui::{browser, view};

fn button(sign: &'static str, label: &'static str, act: Box<dyn Fn()>) -> AnyView {
    view! { <button type="button" class="bouton bouton--nu" on:click=move |_| act()>{icon(sign)}{label}</button> }
}

/// The files of some entries, read when they are asked for; `name` is that of the files, without its
/// extension.
pub(in crate::ui) fn export_buttons(
    name: &'static str,
    entries: impl Fn() -> Vec<EntryIndex> + Clone + 'static,
) -> AnyView {
    let content = use_content();
    let save = move |is_table: bool| -> Box<dyn Fn()> {
        let (content, entries) = (content.clone(), entries.clone());
        Box::new(move || {
            let (catalogue, entries) = (content.catalogue(), entries());
            let base = catalogue.site.url.as_ref();
            let (kind, end, text) = if is_table {
                ("text/csv", "csv", export::csv(catalogue, entries, base))
            } else {
                ("application/json", "json", export::records(catalogue, entries, base))
            };
            browser::save(&format!("{name}.{end}"), kind, &text);
        })
    };
    let (csv, json) = (save(true), save(false));
    view! { {button("export", selection::CSV, csv)} {button("export", selection::JSON, json)} }
}

/// Prints the page.
pub(in crate::ui) fn print_button() -> AnyView {
    button("imprimer", selection::PRINT, Box::new(browser::print))
}

/// Copies the address of the page, or another one of the site.
pub(in crate::ui) fn share_button(label: RwSignal<String>, address: impl Fn() -> String + 'static) -> AnyView {
    let share = move |_| {
        browser::copy(browser::absolute(&address()), move |done| {
            label.set(if done { catalogue::SHARED } else { catalogue::NOT_SHARED }.to_owned());
        });
    };
    view! {
        <button type="button" class="bouton bouton--nu" on:click=share>{icon("partage")}<span aria-live="polite">{move || label.get()}</span></button>
    }
}
