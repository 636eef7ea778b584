//! The panel of facets: beside the results on wide screens, a sheet over them on narrow ones, a fold
//! above them in the frames of other sites, where a sheet could open out of sight.

use leptos::prelude::*;

use super::Page;
use super::facet::Group;
use super::toolbar::filters_label;
use crate::browser;
use crate::components::{icon, keyed};
use crate::state::content::{use_content, use_language};
use crate::state::frame::{Frame, use_frame};
use crate::view;
use messages::catalogue;
use search::facet::{Facet, FacetIndex};

/// How many groups are open at first.
const OPEN: usize = 3;

#[component]
pub(in crate::pages) fn Facets() -> impl IntoView {
    if use_frame() != Frame::Site {
        let page: Page = expect_context();
        let label = move || page.settled.with(|answer| filters_label(&answer.query));
        return view! {
            <details class="frame__filters with-app" id="frame-filters">
                <summary>{label} {icon("chevron")}</summary>
                <div class="facets"><Panel/></div>
            </details>
        };
    }
    let wide = browser::matches_media("(min-width: 64em)");
    // Whoever is in the panel is led to what it becomes.
    let panel = move || {
        if wide.get() {
            browser::focus_instead("#filters[open]", ".facets summary");
            view! { <aside class="facets with-app" aria-labelledby="filters-title"><Panel/></aside> }
        } else {
            browser::focus_instead(".catalogue > .facets :focus", "[name=filters]");
            view! {
                <dialog class="facets-sheet" id="filters" aria-labelledby="filters-title">
                    <div class="facets"><Panel/></div>
                </dialog>
            }
        }
    };
    panel.into_any()
}

#[component]
fn Panel() -> impl IntoView {
    let language = use_language();
    let page: Page = expect_context();
    let content = use_content();
    let panel = content.clone();
    let facets = Memo::new(move |_| {
        page.settled.with(|answer| {
            let catalogue = panel.catalogue();
            let has_values = |facet: FacetIndex| {
                let size = facet.row(catalogue).size(catalogue);
                answer.results.facets[facet.rank()].values.iter().any(|value| value.chosen || value.code < size)
            };
            let shown = answer.query.scope.facets(catalogue).into_iter().map(|(facet, _)| facet);
            // The three axes of maturity are one group.
            let shown = shown.filter(|facet| match facet.of_format() {
                Some(Facet::Resource) => Facet::AXES.into_iter().any(|axis| has_values(axis.into())),
                Some(axis) if axis.axis().is_some() => false,
                _ => has_values(*facet),
            });
            shown.map(|facet| u32::from(facet.0)).collect::<Vec<u32>>()
        })
    });
    let group = move |number: u32| {
        let is_first = facets.with_untracked(|facets| facets.iter().take(OPEN).any(|facet| *facet == number));
        let facet = FacetIndex(number as u8);
        let chosen = page.settled.with_untracked(|answer| answer.query.scope.facets(content.catalogue()));
        let told = chosen.into_iter().find(|(known, _)| *known == facet).and_then(|(_, is_open)| is_open);
        view! { <Group facet open_at_first=told.unwrap_or(is_first)/> }
    };
    let seen = move || page.found.with(|found| catalogue::see(language, found));
    let close = |_| browser::close_modal("#filters");
    view! {
        <div class="facets__head">
            <h2 id="filters-title">{catalogue::FILTERS.to(language)}</h2>
            <button type="button" class="button button--bare facets__close" name="close" on:click=close>{icon("cross")}{catalogue::CLOSE.to(language)}</button>
        </div>
        <div class="facets__list">{keyed(facets, group)}</div>
        <div class="facets__foot">
            <button type="button" class="button button--secondary" name="clear" on:click=move |_| page.clear()>
                {catalogue::CLEAR.to(language)}
            </button>
            // What is outside of the sheet is not heard then.
            <p class="sr" aria-live="polite">{page.said}</p>
            <button type="button" class="button" name="see" on:click=close>{seen}</button>
        </div>
    }
}
