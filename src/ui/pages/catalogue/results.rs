//! The results, as a list, as cards or as a table, by pages.

use crate::ui::view;
use leptos::prelude::*;

use super::Page;
use super::nothing::Nothing;
use super::table::table;
use crate::catalogue::{GridLink, Kind};
use crate::messages::{self, catalogue, home};
use crate::query::{Query, View};
use crate::route::Route;
use crate::search::{Field, Hit, Words, highlight};
use crate::ui::components::{
    CardLook, Size, bearers, card, contact, icon, licence, marked, short_nature, stages, theme_class, triad,
};
use crate::ui::context::use_content;
use crate::ui::url_state::address;

/// Results on one page.
const PAGE: usize = 60;

/// The results of the current page.
#[component]
pub(super) fn ResultList() -> impl IntoView {
    let page: Page = expect_context();
    let content = use_content();
    let shown = move || {
        let query = page.query();
        if page.results.with(|results| results.hits.is_empty()) {
            return view! { <Nothing/> };
        }
        let hits: Vec<Hit> = page
            .results
            .with(|results| results.hits.iter().copied().skip(first(&query, results.hits.len())).take(PAGE).collect());
        match query.view {
            View::List => {
                let words = Words::of(&query.text);
                let items: Vec<_> = hits.into_iter().map(|hit| item(hit, &words)).collect();
                view! { <ol class="liste" role="list">{items}</ol> }
            }
            View::Cards => {
                let cards: Vec<_> = hits
                    .into_iter()
                    .map(|hit| view! { <li>{card(hit.entry, CardLook::Image, GridLink::Fiche)}</li> })
                    .collect();
                view! { <ul class="nappe" role="list">{cards}</ul> }
            }
            View::Table => table(hits),
        }
    };
    let propose = contact(content.catalogue(), home::PROPOSE_SUBJECT).map(|href| {
        view! { <p class="petit second">{catalogue::MISSING} " " <a href=href>{catalogue::PROPOSE_IT}</a>"."</p> }
    });
    view! {
        {shown}
        <Pages/>
        {propose}
    }
}

/// The rank of the first result of the page; a page beyond the last shows the last.
fn first(query: &Query, hits: usize) -> usize {
    let last = hits.saturating_sub(1) / PAGE;
    (query.page as usize - 1).min(last) * PAGE
}

#[component]
fn Pages() -> impl IntoView {
    let page: Page = expect_context();
    move || {
        let query = page.query();
        let hits = page.results.with(|results| results.hits.len());
        let (pages, current) = (hits.div_ceil(PAGE), u32::try_from(first(&query, hits) / PAGE + 1).unwrap_or(1));
        let link = |number: u32, label: &'static str| {
            (number > 0 && number as usize <= pages).then(|| {
                let address = address(&query.clone().with_page(number));
                view! { <a class="bouton bouton--second" href=address>{label}</a> }
            })
        };
        (pages > 1).then(|| {
            view! {
                <nav class="barre" aria-label=catalogue::PAGES>
                    {link(current - 1, catalogue::PREVIOUS)}
                    <span>{catalogue::page_of(current, pages)}</span>
                    {link(current + 1, catalogue::NEXT)}
                </nav>
            }
        })
    }
}

/// One result of the list.
fn item(hit: Hit, words: &Words) -> AnyView {
    let content = use_content();
    let catalogue = content.catalogue();
    let entry = content.entry(hit.entry);
    let text = entry.summary.as_ref().or(entry.need.as_ref()).map(|text| text.as_str()).unwrap_or_default();
    let fields: Vec<Field> = hit.fields.iter().collect();
    // A reason is given when what is shown holds no word that answers.
    let seen = [entry.name.as_str(), text].into_iter().any(|text| !highlight(text, words).is_empty());
    let why = (!seen && !fields.is_empty()).then(|| {
        view! { <p class="resultat__pourquoi">{icon("loupe")}<span>{messages::catalogue::found_in(&fields)}</span></p> }
    });
    let is_commons = entry.kind == Kind::Commons;
    let bearers = bearers(catalogue, entry).or_else(|| is_commons.then(|| messages::catalogue::NO_BEARER.to_owned()));
    let needs = (!entry.needs.is_empty())
        .then(|| view! { <span class="besoins-n">{messages::catalogue::looks_for_help(entry.needs.len())}</span> });
    let nature =
        short_nature(catalogue, entry).or_else(|| is_commons.then(|| messages::catalogue::NO_NATURE.to_owned()));
    let triad =
        is_commons.then(|| view! { <div class="resultat__triade">{triad(stages(entry), Size::Small, true)}</div> });
    view! {
        <li class=format!("resultat {}", theme_class(catalogue, entry))>
            <span class="resultat__motif motif" aria-hidden="true"></span>
            <div class="resultat__tete">
                <h3><a href=Route::of(entry).to_string()>{marked(entry.name.as_str(), words)}</a></h3>
                {nature.map(|nature| view! { <span class="resultat__nature">{nature}</span> })}
            </div>
            <p class="resultat__texte">{marked(text, words)}</p>
            {why}
            <p class="resultat__meta">
                {bearers.map(|names| view! { <span>{names}</span> })}
                {licence(catalogue, entry).map(|name| view! { <span>{name}</span> })}
                {needs}
            </p>
            {triad}
        </li>
    }
}
