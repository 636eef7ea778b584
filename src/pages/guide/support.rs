//! Who supports commons, and what others learnt.

use leptos::prelude::*;

use super::pieces::{cite, first_told, heading, lead, names, remark, sentences, told, told_list};
use crate::components::{composed, entry_link, icon, inline, onward, written};
use crate::pages::entry::{dates, figures};
use crate::state::content::{Content, use_language};
use crate::state::links::{address, link, use_root};
use crate::view;
use address::route::Route;
use catalogue::{Challenge, DatedFact, EntryIndex, Model, VocabularyKey};
use export::files;
use insight::guides::{self, earlier_editions};
use messages::{entry_page::headings, support as said};
use search::facet::Facet;
use search::query::Query;
use text::sorting::sorted_by_key;

pub(super) fn calls(content: &Content) -> AnyView {
    let calls: Vec<EntryIndex> = guides::calls(content.catalogue()).collect();
    first_told(content, &calls, Some(Model::Programme), IntoAny::into_any, |index| call(content, *index))
}

/// The way to the self-assessment.
pub(super) fn self_check(content: &Content) -> AnyView {
    let language = use_language();
    let page = insight::pages::self_check(&content.index);
    let way = page.map(|page| onward(link(&Route::of_page(&page.id)), said::OPEN_SELF_CHECK.to(language).to_owned()));
    way.into_any()
}

/// A call: its challenges, its waves, what earlier editions gave.
fn call(content: &Content, index: EntryIndex) -> AnyView {
    let language = use_language();
    let entry = content.entry(index);
    let challenges = Challenge::by_axis(&entry.challenges).map(|(axis, challenges)| {
        let of_axis: Vec<AnyView> = challenges.into_iter().map(|one| challenge(content, one)).collect();
        view! { <h4>{axis.map_or(headings::CHALLENGES.to(language), |axis| axis.name(language))}</h4> <ul class="challenges" role="list">{of_axis}</ul> }
    });
    let waves = (!entry.waves.is_empty()).then(|| {
        let dated = entry.waves.iter().any(|wave| wave.date.is_some_and(|date| date.day.is_some()));
        let file = use_root().file(files::CALENDAR).filter(|_| dated).map(|file| {
            view! { <p><a class="button button--secondary" href=file download>{icon("clock")}{said::CALENDAR.to(language)}</a></p> }
        });
        view! { <h4>{said::WAVES.to(language)}</h4> {dates(entry.waves.clone())} {lead(said::WAVES_NOTE.to(language))} {file} }
    });
    let editions: Vec<AnyView> =
        earlier_editions(content.catalogue(), index).into_iter().map(|edition| results(content, edition)).collect();
    view! {
        <div class="stack">
            {heading(entry.id.clone(), entry_link(index))}
            <p class="measure">{entry.summary.as_ref().map(written)}{cite(content, index)}</p>
            {challenges.collect::<Vec<_>>()}
            {waves}
            {remark(entry.note.as_ref())}
            {editions}
        </div>
    }
}

fn challenge(content: &Content, challenge: &Challenge) -> AnyView {
    let language = use_language();
    let catalogue = content.catalogue();
    let leads_to = challenge.theme.map_or_else(
        || view! { <a href=link(&Route::Catalogue)>{said::ALL_THEMES.to(language)}</a> },
        |theme| {
            let term = catalogue.vocabularies.term(VocabularyKey::Theme, theme);
            let query = Query::of_model(catalogue, Model::Commons).with(Facet::Theme, &term.id);
            let count = query.scope.noun(catalogue).count(language, content.index.counts(&query).count);
            view! { <a href=address(&query)>{written(&term.label)} ", " {count}</a> }
        },
    );
    let sign = challenge.icon.as_deref().map(icon);
    view! { <li><span class="challenges__code">{challenge.code.clone()}</span>{sign}<b>{written(&challenge.name)}</b>{leads_to}</li> }
}

/// What an edition gave: figures, projects, what helped.
fn results(content: &Content, index: EntryIndex) -> AnyView {
    let language = use_language();
    let entry = content.entry(index);
    let helped =
        (!entry.levers.is_empty()).then(|| view! { <h4>{said::HELPED.to(language)}</h4> {sentences(&entry.levers)} });
    let laureates = said::LAUREATES.agree(language, entry.examples.len());
    let examples =
        (!entry.examples.is_empty()).then(|| view! { <p><b>{laureates}</b> " " {names(&entry.examples)}</p> });
    view! {
        {heading(entry.id.clone(), composed(said::results_of(language, &inline(&entry.name))))}
        <p class="measure">{entry.summary.as_ref().map(written)}{cite(content, index)} " " {entry_link(index)}</p>
        {figures(content, index)}
        {examples}
        {helped}
        {remark(entry.note.as_ref())}
    }
}

/// The grids by which programmes work.
pub(super) fn methods(content: &Content) -> AnyView {
    let grids: Vec<_> = guides::methods(content.catalogue()).collect();
    first_told(content, &grids, Some(Model::Definition), told_list, |(grid, programmes)| {
        let description: Vec<AnyView> =
            content.entry(*grid).description.iter().map(|text| view! { <p>{written(text)}</p> }).collect();
        told(content, *grid, None, Some(view! { {description} <p class="small">{names(programmes)}</p> }))
    })
}

/// The programmes of each bearer through time, with the dated things they made.
pub(super) fn history(content: &Content) -> AnyView {
    let histories = guides::histories(content.catalogue());
    first_told(content, &histories, Some(Model::Programme), told_list, |programmes| {
        let bearer = content.entry(programmes[0]).bearers.first().copied().unwrap_or(programmes[0]);
        let facts = programmes.iter().flat_map(|programme| {
            let made = content.entry(*programme).resources.iter().copied();
            [*programme].into_iter().chain(made).flat_map(|index| facts_of(content, index))
        });
        let facts: Vec<DatedFact> = facts.collect();
        // What only the words of the source date comes last.
        let facts = dates(sorted_by_key(&facts, |fact| (fact.date.is_none(), fact.date)));
        view! { <li><p class="guide__name">{entry_link(bearer)}{cite(content, programmes[0])}</p>{facts}</li> }
    })
}

/// The dates of an entry, each with its name.
fn facts_of(content: &Content, index: EntryIndex) -> Vec<DatedFact> {
    let entry = content.entry(index);
    let named = |fact: &DatedFact| DatedFact {
        label: catalogue::Text::french(&format!("{}\u{a0}: {}", inline(&entry.name), inline(&fact.label))),
        ..fact.clone()
    };
    entry.dates.iter().map(named).collect()
}

pub(super) fn proposals(content: &Content) -> AnyView {
    let items = guides::such(content.catalogue(), Model::Programme, |entry| !entry.proposals.is_empty());
    let items: Vec<EntryIndex> = items.collect();
    first_told(content, &items, Some(Model::Programme), told_list, |index| {
        let proposals = sentences(&content.entry(*index).proposals);
        view! { <li><p class="guide__name">{entry_link(*index)}{cite(content, *index)}</p>{proposals}</li> }
    })
}
