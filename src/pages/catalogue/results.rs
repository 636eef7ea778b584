//! The results, as a list, as cards or as a table, by pages.

use std::sync::Arc;

use crate::view;
use leptos::prelude::*;

use super::nothing::Nothing;
use super::table::table;
use super::toolbar::to_results;
use super::{Answer, Page};
use crate::components::{
    CardLook, To, as_written, bearers, card, composed, icon, keep_button, keyed, licences, marked, nature, over,
    page_ways, small_triad, theme_class, told, way,
};
use crate::state::content::{use_content, use_language};
use crate::state::frame::use_frame;
use crate::state::links::{link, link_to};
use ::catalogue::{EntryIndex, Filled, GridLink, Model, Text};
use address::route::Route;
use messages::{catalogue, quoted};
use search::query::{Query, View};
use search::{Explanation, Field, FieldSet, MatchKind, Reading, replace_word};

/// How many of them are drawn between two keys: about what a screen shows.
const FIRST_DRAWN: usize = 8;

/// The results of the current page.
#[component]
pub(super) fn ResultList() -> impl IntoView {
    let page: Page = expect_context();
    let drawn = Memo::new(move |_| {
        let answer = page.answer.get();
        let drawn = if Arc::ptr_eq(&answer, &page.settled.get()) || !page.url.typing.get_untracked() {
            page.size
        } else {
            FIRST_DRAWN
        };
        let Answer { query, results } = &*answer;
        let first = first(page, query, results.count);
        results.hits.iter().skip(first).take(drawn).map(|hit| hit.entry.0).collect::<Vec<u32>>()
    });
    // Rows say why they answer: words read otherwise have rows of their own.
    let shape = Memo::new(move |_| {
        page.answer.with(|answer| (answer.results.hits.is_empty(), answer.query.view, answer.results.reading.clone()))
    });
    let shown = move || {
        let (is_empty, view, reading) = shape.get();
        if is_empty {
            return view! { <Nothing/> };
        }
        match view {
            View::List => {
                let item = move |number| item(EntryIndex(number), &reading);
                view! { <ol class="list" role="list">{keyed(drawn, item)}</ol> }
            }
            View::Cards => {
                let card = |number| {
                    let entry = EntryIndex(number);
                    let keep = keep_button(entry, false);
                    view! { <li class="kept">{card(entry, CardLook::Image, GridLink::EntryPage)}{keep}</li> }
                };
                view! { <ul class="fluid-grid" role="list">{keyed(drawn, card)}</ul> }
            }
            View::Table => table(drawn),
        }
    };
    let propose = (!use_frame().is_embed()).then(|| {
        let href = link(&Route::Propose);
        let (content, language) = (use_content(), use_language());
        let missing = content.of_commons(catalogue::MISSING, catalogue::MISSING_ENTRY).to(language);
        let propose = content.of_commons(catalogue::PROPOSE_IT, catalogue::PROPOSE_ENTRY).to(language);
        view! { <p class="small secondary">{missing} " " <a href=href>{propose}</a>"."</p> }
    });
    view! {
        {move || remarks(page)}
        {shown}
        <Pages/>
        {propose}
    }
}

/// What is to be said of a text: that some words are in no entry.
fn remarks(page: Page) -> Option<AnyView> {
    let language = use_language();
    let content = use_content();
    let answer = page.answer.get();
    let Answer { query, results } = &*answer;
    let unknown = content.index.unknown_words(&results.reading);
    let said: Vec<_> = unknown
        .into_iter()
        .map(|(word, meant)| {
            let meant = meant.map(|meant| {
                let corrected = query.clone().with_text(&replace_word(&query.text, &word, &meant));
                let way = to_results(None, &corrected, quoted(language, &meant));
                view! { " " {catalogue::RESULTS_FOR.to(language)} " " {way} "." }
            });
            view! { <p class="small secondary">{catalogue::in_no_entry(language, &word)} {meant}</p> }
        })
        .collect();
    (!said.is_empty()).then(|| said.into_any())
}

/// The rank of the first result of the page; a page beyond the last shows the last.
fn first(page: Page, query: &Query, hits: usize) -> usize {
    let last = hits.saturating_sub(1) / page.size;
    (query.page as usize - 1).min(last) * page.size
}

#[component]
fn Pages() -> impl IntoView {
    let page: Page = expect_context();
    move || {
        let answer = page.settled.get();
        let (query, hits) = (&answer.query, answer.results.count);
        let current = u32::try_from(first(page, query, hits) / page.size + 1).unwrap_or(1);
        let way = |number: u32, label: String| {
            to_results(Some("button button--secondary"), &query.clone().with_page(number), label)
        };
        page_ways("bar bar--pages with-app", current, hits.div_ceil(page.size), &way)
    }
}

/// What the texts shown do not say of why an entry answers.
fn why(explanation: &Explanation, seen: bool) -> Option<String> {
    let language = use_language();
    let mut said = Vec::new();
    if !seen && let Some(fields) = explanation.reasons.iter().map(|reason| reason.fields).reduce(FieldSet::union) {
        let fields: Vec<Field> = fields.iter().collect();
        said.extend((!fields.is_empty()).then(|| Field::found_in(&fields, language)));
    }
    for reason in &explanation.reasons {
        if matches!(reason.kind, MatchKind::Synonym | MatchKind::Derived) {
            said.push(catalogue::answers_by(language, &reason.word, &reason.found));
        }
    }
    said.extend((!explanation.missing.is_empty()).then(|| catalogue::without_words(language, &explanation.missing)));
    (!said.is_empty()).then(|| said.join(" "))
}

/// One result of the list.
fn item(index: EntryIndex, reading: &Reading) -> AnyView {
    let language = use_language();
    let content = use_content();
    let catalogue = content.catalogue();
    let entry = content.entry(index);
    let text = entry.gist();
    let ranges = |text: &Text| content.index.highlight(text.as_str(), reading);
    let (in_name, in_text) = (ranges(&entry.name), text.map(ranges).unwrap_or_default());
    let why = why(&content.index.explain(index, reading), !in_name.is_empty() || !in_text.is_empty())
        .map(|why| view! { <p class="result__why">{icon("search")}<span>{why}</span></p> });
    // What no commons says is not told as unknown.
    let is_commons =
        |says: fn(Filled) -> bool| entry.kind.is(Model::Commons) && catalogue.filled(entry.kind).is_some_and(says);
    let bearers = bearers(catalogue, entry).or_else(|| {
        is_commons(|filled| filled.bearers).then(|| messages::catalogue::NO_BEARER.to(language).into_any())
    });
    let needs = (!entry.needs.is_empty()).then(
        || view! { <span class="need-count">{messages::catalogue::looks_for_help(language, entry.needs.len())}</span> },
    );
    let nature = nature(catalogue, entry)
        .or_else(|| is_commons(|filled| filled.nature).then(|| messages::catalogue::NO_NATURE.to(language).to_owned()));
    let own = told(&content, entry, |field| field.is_on_card);
    let own: Vec<_> = (own.into_iter())
        .map(|(label, said)| view! { <span>{composed(format!("{label}\u{a0}: {said}"))}</span> })
        .collect();
    let triad = small_triad(entry, true).map(|triad| view! { <div class="result__triad">{triad}</div> });
    view! {
        <li class=format!("result {}", theme_class(catalogue, entry))>
            <span class="result__motif motif" aria-hidden="true"></span>
            <div class="result__head">
                <h3>{way(None, link_to(entry), To::Page, as_written(&entry.name, marked(entry.name.as_str(), in_name)))}</h3>
                {nature.map(|nature| view! { <span class="result__nature">{composed(nature)}</span> })}
                {over(entry)}
            </div>
            <p class="result__text">{text.map(|text| as_written(text, marked(text.as_str(), in_text)))}</p>
            {why}
            <p class="result__meta">
                {bearers.map(|names| view! { <span>{names}</span> })}
                {licences(catalogue, entry).map(|name| view! { <span>{composed(name)}</span> })}
                {own}
                {needs}
            </p>
            {triad}
            {keep_button(index, false)}
        </li>
    }
}
