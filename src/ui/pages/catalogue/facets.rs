//! The panel of facets: beside the results on wide screens, a sheet over them on narrow ones.

use leptos::prelude::*;
use crate::ui::view;

use super::Page;
use super::facet::{Facet, Maturity};
use crate::facet::Facet as Key;
use crate::messages::{catalogue, facets as names};
use crate::query::{Query, Scope};
use crate::ui::browser;
use crate::ui::components::Icon;

/// The three facets that one group shows.
const AXES: [Key; 3] = [Key::Resource, Key::Community, Key::Governance];

/// How many groups are open at first.
const OPEN: usize = 3;

/// The panel.
#[component]
pub(super) fn Facets() -> impl IntoView {
    let wide = browser::matches_media("(min-width: 64em)");
    view! {
        {move || if wide.get() {
            view! { <aside class="facettes" aria-labelledby="filtres-titre"><Panel/></aside> }
        } else {
            view! { <dialog class="facettes-feuille" id="filtres" aria-labelledby="filtres-titre"><div class="facettes"><Panel/></div></dialog> }
        }}
    }
}

#[component]
fn Panel() -> impl IntoView {
    let page: Page = expect_context();
    let tab = Memo::new(move |_| Scope::all().position(|scope| page.url.query.with(|query| query.scope == scope)).unwrap_or(0));
    let groups = move || {
        let scope = Scope::all().nth(tab.get()).unwrap_or(Scope::All);
        let shown = names::shown_for(scope).iter().filter(|facet| !matches!(facet, Key::Community | Key::Governance));
        let groups = shown.enumerate().map(|(rank, facet)| {
            let open = rank < OPEN;
            if *facet == Key::Resource {
                view! { <Maturity axes=AXES open/> }
            } else {
                view! { <Facet facet=*facet open/> }
            }
        });
        groups.collect::<Vec<_>>()
    };
    let seen = move || catalogue::see(&names::count(page.query().scope, page.results.with(|results| results.hits.len())));
    let clear = move |_| page.url.change(Query::cleared);
    view! {
        <div class="facettes__tete">
            <h2 id="filtres-titre">{catalogue::FILTERS}</h2>
            <button type="button" class="bouton bouton--nu facettes__fermer" on:click=|_| browser::close_modal("#filtres")>
                <Icon name="croix"/>{catalogue::CLOSE}
            </button>
        </div>
        <div class="facettes__liste">{groups}</div>
        <div class="facettes__pied">
            <button type="button" class="bouton bouton--second" on:click=clear>{catalogue::CLEAR}</button>
            <button type="button" class="bouton" on:click=|_| browser::close_modal("#filtres")>{seen}</button>
        </div>
    }
}
