//! Above the results: their number, what is applied, order, presentation.

use leptos::prelude::*;
use crate::ui::view;

use super::Page;
use crate::facet::Facet;
use crate::messages::{catalogue, facets as names};
use crate::query::{Query, Sort, View};
use crate::ui::browser;
use crate::ui::components::Icon;
use crate::ui::context::{Content, use_content};

/// The bars above the results.
#[component]
pub(super) fn Toolbar() -> impl IntoView {
    let page: Page = expect_context();
    let count = move || names::count(page.url.query.with(|query| query.scope), page.results.with(|results| results.hits.len()));
    let total = move || catalogue::out_of(page.results.with(|results| results.total));
    let views: Vec<_> = [View::Cards, View::List, View::Table]
        .into_iter()
        .map(|view| {
            let icon = match view {
                View::Cards => "cartes",
                View::List => "liste",
                View::Table => "tableau",
            };
            view! {
                <label>
                    <input
                        type="radio" name="vue"
                        checked=move || page.url.query.with(|query| query.view == view)
                        prop:checked=move || page.url.query.with(|query| query.view == view)
                        on:change=move |_| page.url.change(|query| query.with_view(view))
                    />
                    <span class="sr">{names::view(view)}</span>
                    <Icon name=icon/>
                    <span class="des-md" aria-hidden="true">{names::view(view)}</span>
                </label>
            }
        })
        .collect();
    view! {
        <div class="barre barre--haut">
            <h2 class="compte" id="compte">{count} " " <small>{total}</small></h2>
            <fieldset class="segments"><legend class="sr">{catalogue::VIEW}</legend>{views}</fieldset>
        </div>
        <Chips/>
        <Tools/>
    }
}

/// The values chosen, each with a button that gives it up.
#[component]
fn Chips() -> impl IntoView {
    let page: Page = expect_context();
    let content = use_content();
    let chips = move || {
        let query = page.query();
        let chips: Vec<_> = query
            .filters()
            .map(|(facet, value)| {
                let label = value_name(&content, facet, value);
                let value = value.to_owned();
                let remove = move |_| {
                    page.url.change(|query| query.without(facet, &value));
                    browser::focus(".actifs button, #q");
                };
                view! {
                    <button type="button" class="puce" on:click=remove>
                        <span><span>{format!("{}\u{a0}:", names::name(facet))}</span> " " {label}</span>
                        <Icon name="croix"/><span class="sr">{catalogue::REMOVE}</span>
                    </button>
                }
            })
            .collect();
        (!chips.is_empty()).then(|| {
            let clear = move |_| {
                page.url.change(Query::cleared);
                browser::focus("#q");
            };
            view! {
                <div class="actifs">
                    {chips}
                    <button type="button" class="bouton bouton--nu" on:click=clear>{catalogue::CLEAR}</button>
                </div>
            }
        })
    };
    view! { {chips} }
}

/// The name of a value of the URL, or the value itself when the catalogue does not have it.
pub(super) fn value_name(content: &Content, facet: Facet, value: &str) -> String {
    let code = facet.definition().code(content.catalogue(), value);
    code.map_or_else(|| value.to_owned(), |code| names::value(content.catalogue(), facet, code))
}

#[component]
fn Tools() -> impl IntoView {
    let page: Page = expect_context();
    let badge = move || {
        let n = page.url.query.with(|query| query.filters().count());
        (n > 0).then(|| view! { <span class="pastille">{n}</span> <span class="sr">{catalogue::ACTIVE}</span> })
    };
    let sorts: Vec<_> = (Sort::ALL.iter())
        .map(|sort| {
            let selected = move || page.url.query.with(|query| query.sort == *sort);
            view! { <option value=sort.word() selected=selected>{names::sort(*sort)}</option> }
        })
        .collect();
    let sort = move |event| {
        if let Some(sort) = Sort::parse(&event_target_value(&event)) {
            page.url.change(|query| query.with_sort(sort));
        }
    };
    let copied = RwSignal::new(None::<bool>);
    let share = move |_| browser::copy_address(move |done| copied.set(Some(done)));
    let share_label = move || match copied.get() {
        None => catalogue::SHARE,
        Some(true) => catalogue::SHARED,
        Some(false) => catalogue::NOT_SHARED,
    };
    view! {
        <div class="barre barre--outils">
            <button type="button" class="bouton bouton--second avant-lg" aria-haspopup="dialog" on:click=|_| browser::show_modal("#filtres")>
                <Icon name="filtre"/>{catalogue::FILTERS} " " {badge}
            </button>
            <label class="tri">
                <span class="tri__nom">{catalogue::SORT}</span>
                <select on:change=sort prop:value=move || page.url.query.with(|query| query.sort.word())>{sorts}</select>
            </label>
            <div class="outils">
                <button type="button" class="bouton bouton--nu" on:click=share><Icon name="partage"/><span aria-live="polite">{share_label}</span></button>
            </div>
        </div>
    }
}
