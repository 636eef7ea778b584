//! One group of the panel: the values of a facet, each with the number of results it would give.

use std::sync::Arc;

use leptos::prelude::*;
use crate::ui::view;

use super::Page;
use crate::catalogue::{Axis, Stage};
use crate::facet::Facet as Key;
use crate::messages::{catalogue, facets as names};
use crate::search::{ValueCount, reduced};
use crate::ui::components::{Icon, Lobe};
use crate::ui::context::{Content, use_content};

/// Values shown before « Afficher n de plus ».
const FIRST: usize = 6;
/// Values from which a facet has a search of its own.
const LONG: usize = 12;

/// A group of one facet.
#[component]
pub(super) fn Facet(facet: Key, open: bool) -> impl IntoView {
    view! {
        <Group title=names::name(facet) axes=vec![facet] open>
            <Values facet/>
        </Group>
    }
}

/// The group of the three axes: choose the axis, then its levels.
#[component]
pub(super) fn Maturity(axes: [Key; 3], open: bool) -> impl IntoView {
    let axis = RwSignal::new(axes[0]);
    let segments: Vec<_> = (axes.into_iter().zip(Axis::ALL))
        .map(|(facet, side)| {
            view! {
                <label>
                    <input type="radio" name="axe" checked=move || axis.get() == facet on:change=move |_| axis.set(facet)/>
                    <span>{names::axis(*side)}</span>
                </label>
            }
        })
        .collect();
    view! {
        <Group title=names::MATURITY axes=axes.to_vec() open>
            <div class="segments" role="radiogroup" aria-label=names::AXIS>{segments}</div>
            {move || view! { <Values facet=axis.get()/> }}
        </Group>
    }
}

/// A group: its title, the number of values chosen in it, a way to give them up.
#[component]
fn Group(title: &'static str, axes: Vec<Key>, open: bool, children: Children) -> impl IntoView {
    let page: Page = expect_context();
    let chosen = {
        let axes = axes.clone();
        Memo::new(move |_| page.url.query.with(|query| axes.iter().map(|facet| query.values(*facet).len()).sum::<usize>()))
    };
    let axes = StoredValue::new(axes);
    let badge = move || {
        let n = chosen.get();
        (n > 0).then(|| view! { <span class="pastille">{n}</span><span class="sr">" " {catalogue::ACTIVE}</span> })
    };
    let reset = move |_| page.url.change(|query| axes.get_value().into_iter().fold(query, crate::query::Query::without_facet));
    let reset = move || {
        (chosen.get() > 0).then(|| view! { <button type="button" class="lien-nu" on:click=reset>{catalogue::RESET_FACET}</button> })
    };
    view! {
        <details class="facette" open={open || chosen.get_untracked() > 0}>
            <summary>{title} " " {badge} <Icon name="chevron"/></summary>
            <div class="facette__corps">{children()} {reset}</div>
        </details>
    }
}

/// The values of a facet.
#[component]
fn Values(facet: Key) -> impl IntoView {
    let page: Page = expect_context();
    let content = use_content();
    let values = move || page.results.with(|results| results.facets[facet as usize].values.clone());
    let sought = RwSignal::new(String::new());
    let all = RwSignal::new(false);
    let total = Memo::new(move |_| values().len());
    let shown = {
        let content = Arc::clone(&content);
        Memo::new(move |_| shown(&content, facet, &values(), &sought.get(), all.get()))
    };
    let search = move || {
        (total.get() > LONG).then(|| {
            let label = catalogue::search_in(names::name(facet));
            view! {
                <label class="option__chercher">
                    <span class="sr">{label}</span>
                    <Icon name="loupe"/>
                    <input type="search" autocomplete="off" on:input=move |event| sought.set(event_target_value(&event))/>
                </label>
            }
        })
    };
    let more = move || {
        let hidden = total.get().saturating_sub(FIRST);
        (hidden > 0 && sought.with(String::is_empty)).then(|| {
            let label = if all.get() { catalogue::SHOW_LESS.to_owned() } else { catalogue::show_more(hidden) };
            view! { <button type="button" class="lien-nu" aria-expanded=all.get().to_string() on:click=move |_| all.update(|all| *all = !*all)>{label}</button> }
        })
    };
    let none = move || (total.get() == 0).then(|| view! { <p class="petit discret">{catalogue::NO_VALUE}</p> });
    view! {
        {search}
        {move || shown.get().into_iter().map(|code| view! { <Value facet code/> }).collect::<Vec<_>>()}
        {none}
        {more}
    }
}

/// The codes to show: those that answer the facet's own search, else the first ones and the chosen ones.
fn shown(content: &Content, facet: Key, values: &[ValueCount], sought: &str, all: bool) -> Vec<u32> {
    let sought = reduced(sought.trim());
    let keep = |(rank, value): &(usize, &ValueCount)| {
        if sought.is_empty() {
            all || *rank < FIRST || value.chosen
        } else {
            reduced(&names::value(content.catalogue(), facet, value.code)).contains(&sought)
        }
    };
    values.iter().enumerate().filter(keep).map(|(_, value)| value.code).collect()
}

#[component]
fn Value(facet: Key, code: u32) -> impl IntoView {
    let page: Page = expect_context();
    let content = use_content();
    let definition = facet.definition();
    let word = definition.word(content.catalogue(), code).to_owned();
    let label = names::value(content.catalogue(), facet, code);
    let value = move || page.results.with(|results| results.facets[facet as usize].values.iter().find(|value| value.code == code).copied());
    let count = move || value().map_or(0, |value| value.count);
    let chosen = move || value().is_some_and(|value| value.chosen);
    let toggle = move |_| page.url.change(|query| query.toggled(facet, &word));
    let lobe = axis_of(facet).map(|axis| {
        let stage = Stage::ALL.get(code as usize).copied();
        view! { <Lobe axis stage/> }
    });
    let text = match lobe {
        Some(lobe) => view! { <span class="option__lobe">{lobe}<span>{label}</span></span> }.into_any(),
        None => view! { <span>{label}</span> }.into_any(),
    };
    view! {
        <label class="option" class:option--vide=move || count() == 0>
            <input type="checkbox" checked=chosen prop:checked=chosen disabled=move || count() == 0 && !chosen() on:change=toggle/>
            {text}
            <span class="option__n">{count}<span class="sr">" " {catalogue::RESULTS}</span></span>
        </label>
    }
}

const fn axis_of(facet: Key) -> Option<Axis> {
    match facet {
        Key::Resource => Some(Axis::Resource),
        Key::Community => Some(Axis::Community),
        Key::Governance => Some(Axis::Governance),
        _ => None,
    }
}
