//! The panel of facets: beside the results on wide screens, a sheet over them on narrow ones, a fold
//! above them in the frames of other sites, where a sheet could open out of sight.

use leptos::prelude::*;

use super::facet::group;
use super::toolbar::filters_label;
use super::{Answer, Page};
use crate::browser;
use crate::components::icon;
use crate::state::content::use_content;
use crate::state::frame::{Frame, use_frame};
use crate::view;
use messages::{catalogue, facets as names};
use search::facet::Facet;

/// How many groups are open at first.
const OPEN: usize = 3;

/// The panel.
#[component]
pub(in crate::pages) fn Facets() -> impl IntoView {
    if use_frame() != Frame::Site {
        let page: Page = expect_context();
        let label = move || page.settled.with(|answer| filters_label(&answer.query));
        return view! {
            <details class="cadre__filtres avec-app" id="cadre-filtres">
                <summary>{label} {icon("chevron")}</summary>
                <div class="facettes"><Panel/></div>
            </details>
        };
    }
    let wide = browser::matches_media("(min-width: 64em)");
    let panel = move || {
        if wide.get() {
            view! { <aside class="facettes avec-app" aria-labelledby="filtres-titre"><Panel/></aside> }
        } else {
            view! {
                <dialog class="facettes-feuille" id="filtres" aria-labelledby="filtres-titre">
                    <div class="facettes"><Panel/></div>
                </dialog>
            }
        }
    };
    panel.into_any()
}

#[component]
fn Panel() -> impl IntoView {
    let page: Page = expect_context();
    let content = use_content();
    let groups = move || {
        let answer = page.settled.get();
        let Answer { query, results } = &*answer;
        // The three axes of maturity are one group, which shows one of them.
        let shown =
            names::shown_for(query.scope).iter().filter(|facet| !matches!(facet, Facet::Community | Facet::Governance));
        let groups = shown.enumerate().map(|(rank, facet)| group(page, &content, query, results, *facet, rank < OPEN));
        groups.collect::<Vec<AnyView>>()
    };
    let seen =
        move || page.settled.with(|answer| catalogue::see(&names::count(answer.query.scope, answer.results.count)));
    let close = |_| browser::close_modal("#filtres");
    view! {
        <div class="facettes__tete">
            <h2 id="filtres-titre">{catalogue::FILTERS}</h2>
            <button type="button" class="bouton bouton--nu facettes__fermer" name="fermer" on:click=close>{icon("croix")}{catalogue::CLOSE}</button>
        </div>
        <div class="facettes__liste">{groups}</div>
        <div class="facettes__pied">
            <button type="button" class="bouton bouton--second" name="effacer" on:click=move |_| page.clear()>
                {catalogue::CLEAR}
            </button>
            <button type="button" class="bouton" name="voir" on:click=close>{seen}</button>
        </div>
    }
}
