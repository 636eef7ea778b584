//! The list of all entries, by kind then by name: plain links, which need no search.

use crate::view;
use leptos::prelude::*;

use crate::components::{page_ways, written};
use crate::state::content::{use_content, use_language};
use crate::state::links::{link, link_to};
use address::route::{ENTRIES_PER_PAGE, Route};
use catalogue::{Catalogue, Entry};
use messages::shell;
use text::letters::reduced;
use text::sorting::sorted_by_key;

/// A page of the list.
#[component]
pub(crate) fn Entries(
    /// From 1.
    page: u32,
) -> impl IntoView {
    let language = use_language();
    let content = use_content();
    let total = content.catalogue().entries().len();
    view! {
        <div class="wrapper section stack">
            <div class="catalogue__head">
                <h1>{shell::ALL_ENTRIES.to(language)}</h1>
                <p class="secondary">{shell::entries_lead(language, total)}</p>
            </div>
            {entry_list(content.catalogue(), page)}
        </div>
    }
}

/// The links of a page of the list, a group a kind, then the way to the other pages.
pub(crate) fn entry_list(catalogue: &Catalogue, page: u32) -> AnyView {
    let entries: Vec<&Entry> = catalogue.entries().map(|(_, entry)| entry).collect();
    let entries = sorted_by_key(&entries, |entry| (entry.kind.rank(), reduced(entry.name.as_str())));
    let pages = entries.len().div_ceil(ENTRIES_PER_PAGE).max(1);
    // A list that has shrunk shows its last page.
    let page = page.clamp(1, pages as u32);
    let first = (page as usize - 1) * ENTRIES_PER_PAGE;
    let shown: Vec<&Entry> = entries.into_iter().skip(first).take(ENTRIES_PER_PAGE).collect();
    let groups: Vec<AnyView> = (catalogue.kinds.all().iter())
        .filter_map(|kind| {
            let links: Vec<_> = (shown.iter().filter(|entry| entry.kind == *kind))
                .map(|entry| view! { <li><a href=link_to(entry)>{written(&entry.name)}</a></li> })
                .collect();
            (!links.is_empty()).then(|| view! { <section><h2 class="entries__head">{catalogue.kinds.words(*kind).plural}</h2><ul class="entries" role="list">{links}</ul></section> })
        })
        .collect();
    let way = |number: u32, label: String| {
        view! { <a class="button button--secondary" href=link(&Route::Entries(number))>{label}</a> }
    };
    view! { <div class="stack">{groups}{page_ways("bar", page, pages, &way)}</div> }
}
