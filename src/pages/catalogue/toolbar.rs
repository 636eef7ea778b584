//! Above the results: their number, what is applied, order, presentation.

use leptos::prelude::*;

use super::Page;
use crate::browser;
use crate::components::{Entries, composed, export_buttons, icon, inline, keyed, share_button};
use crate::state::content::{Content, use_content, use_language};
use crate::state::frame::use_frame;
use crate::state::links::{address, use_root};
use std::sync::Arc;

use crate::view;
use address::route::Route;
use messages::{catalogue, embed, selection};
use search::facet::{FacetIndex, Row};
use search::query::{Order, Query, View};

#[component]
pub(super) fn Toolbar() -> impl IntoView {
    let page: Page = expect_context();
    let language = use_language();
    let total = move || page.answer.with(|answer| catalogue::out_of(language, answer.results.total));
    let count = move || match page.is_preparing.get() {
        true => catalogue::GETTING_READY.to(language).into_any(),
        false => view! { {page.found} " " <small>{total}</small> }.into_any(),
    };
    // What is drawn again with each answer loses the keyboard, which the number may have.
    view! {
        <div class="bar bar--top">
            <h2 class="count" id="count" tabindex="-1">{count}</h2>
            {move || views(page, &page.settled.get().query)}
        </div>
        {chips(page)}
        {move || tools(page, &page.settled.get().query)}
    }
}

fn views(page: Page, query: &Query) -> AnyView {
    let language = use_language();
    let choice = |view: View, sign: &'static str| {
        let label = view.name(language);
        let choose = move |_| page.url.change(|query| query.with_view(view));
        view! {
            <label>
                <input type="radio" name="vue" value=view.word() checked=query.view == view prop:checked=query.view == view on:change=choose/>
                <span class="sr">{label}</span>
                {icon(sign)}
                <span class="from-md" aria-hidden="true">{label}</span>
            </label>
        }
    };
    let choices = vec![choice(View::Cards, "cards"), choice(View::List, "list"), choice(View::Table, "table")];
    view! { <fieldset class="segments with-app"><legend class="sr">{catalogue::VIEW.to(language)}</legend>{choices}</fieldset> }
}

/// The values chosen, each with a button that gives it up.
pub(in crate::pages) fn chips(page: Page) -> AnyView {
    let language = use_language();
    let content = use_content();
    // A value is its rank among those chosen since the page is there.
    let known = StoredValue::new(Vec::<(FacetIndex, String)>::new());
    let of = Arc::clone(&content);
    let chosen = Memo::new(move |_| {
        let answer = page.settled.get();
        let mut ranks = Vec::new();
        known.update_value(|known| {
            for (facet, value) in answer.query.filters_of(of.catalogue()) {
                let rank = known.iter().position(|(of, one)| *of == facet && one == value);
                ranks.push(rank.unwrap_or(known.len()) as u32);
                if rank.is_none() {
                    known.push((facet, value.to_owned()));
                }
            }
        });
        ranks
    });
    let chip = move |rank: u32| {
        let (facet, value) = known.with_value(|known| known[rank as usize].clone());
        let label = value_name(&content, facet, &value);
        let row = facet.row(content.catalogue());
        let (name, parameter) = (facet_name(&content, facet), row.parameter());
        let remove = move |_| {
            page.url.change(|query| query.without(&parameter, &value));
            browser::focus_once_drawn(".active-filters button, #count, #q");
        };
        view! {
            <button type="button" class="chip" on:click=remove>
                <span><span>{composed(format!("{name}\u{a0}:"))}</span> " " {composed(label)}</span>
                {icon("cross")}<span class="sr">{catalogue::REMOVE.to(language)}</span>
            </button>
        }
    };
    let clear = move |_| {
        page.clear();
        browser::focus_once_drawn("#count, #q");
    };
    let is_any = Memo::new(move |_| !chosen.with(Vec::is_empty));
    let row = move || {
        view! {
            <div class="active-filters">
                {keyed(chosen, chip.clone())}
                <button type="button" class="button button--bare" on:click=clear>{catalogue::CLEAR.to(language)}</button>
            </div>
        }
    };
    (move || is_any.get().then(&row)).into_any()
}

/// A link to the results of another query, which are read from their number.
pub(super) fn to_results(class: Option<&'static str>, query: &Query, label: String) -> AnyView {
    let start = |event: leptos::ev::MouseEvent| {
        // Else it is for another tab.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            browser::focus_once_drawn("#count");
        }
    };
    view! { <a class=class href=address(query) on:click=start>{label}</a> }
}

/// What a facet is called, to be composed.
pub(in crate::pages) fn facet_name(content: &Content, facet: FacetIndex) -> String {
    match facet.row(content.catalogue()) {
        Row::Host(_, field) => inline(&field.label).into_owned(),
        row @ Row::Format(_) => row.name(use_language()).to_owned(),
    }
}

/// The name of a value of a facet, to be composed.
pub(in crate::pages) fn value_label(content: &Content, facet: FacetIndex, code: u32) -> String {
    let row = facet.row(content.catalogue());
    let text = row.text(content.catalogue(), code).map(inline);
    text.unwrap_or_else(|| row.label(content.catalogue(), code, use_language()).into()).into_owned()
}

/// The name of a value of the URL, to be composed, or the value itself when the catalogue does not have it.
pub(in crate::pages) fn value_name(content: &Content, facet: FacetIndex, value: &str) -> String {
    let code = facet.row(content.catalogue()).code(content.catalogue(), value);
    code.map_or_else(|| value.to_owned(), |code| value_label(content, facet, code))
}

fn tools(page: Page, query: &Query) -> AnyView {
    let language = use_language();
    let content = use_content();
    let option = |(sort, name): (Order, &str)| view! { <option value=sort.word() selected=query.sort == sort>{name.to_owned()}</option> };
    let sorts: Vec<AnyView> = Order::all(content.catalogue()).into_iter().map(option).collect();
    let sort = move |event| {
        if let Some(sort) = Order::parse(&event_target_value(&event)) {
            page.url.change(|query| query.with_sort(sort));
        }
    };
    // A frame has its filters in their place, and its address is not the one to share.
    let in_site = !use_frame().is_embed();
    let filters = in_site.then(|| {
        view! {
            <button type="button" class="button button--secondary until-lg" aria-haspopup="dialog" name="filters" on:click=|_| browser::show_modal("#filters")>
                {filters_label(query)}
            </button>
        }
    });
    let share = in_site.then(|| {
        let root = use_root();
        let content = use_content();
        let exported = query.clone();
        let shown: Entries =
            Box::new(move || content.index.search(&exported).hits.into_iter().map(|hit| hit.entry).collect());
        let exports = export_buttons(selection::RESULTS_FILE.to(language), shown);
        let configure = (!root.is_one_file()).then(|| {
            let search = query.clone().with_page(1).to_string();
            let address = root.link_with(&Route::Configure, &search);
            view! { <a class="button button--bare" href=address>{icon("embed")} {embed::THIS_VIEW.to(language)}</a> }
        });
        view! {
            <div class="tools">
                {configure}
                {share_button(catalogue::SHARE.to(language), String::new())}
                {exports}
            </div>
        }
    });
    view! {
        <div class="bar bar--tools with-app">
            {filters}
            <label class="sort">
                <span class="sort__label">{catalogue::SORT.to(language)}</span>
                <select name="tri" on:change=sort prop:value=query.sort.word()>{sorts}</select>
            </label>
            {share}
        </div>
    }
}

/// « Filtres », with the number of values chosen.
pub(super) fn filters_label(query: &Query) -> AnyView {
    let language = use_language();
    let badge = active_badge(query.filters_of(use_content().catalogue()).count());
    view! { {icon("filter")}{catalogue::FILTERS.to(language)} " " {badge} }
}

/// How many values are chosen, if any is.
pub(super) fn active_badge(chosen: usize) -> Option<AnyView> {
    let said = catalogue::ACTIVE.agree(use_language(), chosen);
    (chosen > 0).then(|| view! { <span class="badge">{chosen.to_string()}</span><span class="sr">" " {said}</span> })
}
