//! One group of the panel: the values of a facet, each with the number of results it would give.

use leptos::prelude::*;

use super::Page;
use crate::browser;
use crate::components::{icon, lobe};
use crate::state::content::Content;
use crate::view;
use ::catalogue::{Axis, Stage};
use messages::{catalogue, facets as names};
use search::facet::Facet;
use search::query::Query;
use search::{Results, ValueCount};
use text::letters::reduced;

/// Values shown before « Afficher n de plus ».
const FIRST: usize = 6;
/// Values from which a facet has a search of its own.
const LONG: usize = 12;
/// The facets of maturity, in the order of their axes.
const AXES: [Facet; 3] = [Facet::Resource, Facet::Community, Facet::Governance];

/// How the panel is unfolded: not part of the query.
#[derive(Clone)]
pub(super) struct Fold {
    /// The axis of maturity that is shown.
    axis: Axis,
    /// For each facet, how its group is unfolded.
    facets: Vec<GroupFold>,
}

#[derive(Clone, Default)]
struct GroupFold {
    /// Whether the visitor has opened or closed it: drawing it again must not undo that.
    open: Option<bool>,
    /// Whether all values are shown.
    all: bool,
    /// What is sought among them, once something was: its field stays then, though few values are left.
    sought: Option<String>,
}

impl Fold {
    pub(super) fn new() -> RwSignal<Self> {
        RwSignal::new(Self { axis: Axis::Resource, facets: vec![GroupFold::default(); Facet::COUNT] })
    }

    /// Forgets what is sought among the values of every facet.
    pub(super) fn seek_nothing(&mut self) {
        self.facets.iter_mut().for_each(|group| group.sought = None);
    }
}

/// A group: its title, the number of values chosen in it, its values, a way to give them up.
pub(super) fn group(
    page: Page,
    content: &Content,
    query: &Query,
    results: &Results,
    facet: Facet,
    open: bool,
) -> AnyView {
    let fold = page.fold;
    let is_maturity = AXES.contains(&facet);
    let (title, facets) =
        if is_maturity { (names::MATURITY, AXES.to_vec()) } else { (names::name(facet), vec![facet]) };
    let chosen: usize = facets.iter().map(|facet| query.values(*facet).len()).sum();
    let badge = (chosen > 0).then(
        || view! { <span class="pastille">{chosen.to_string()}</span><span class="sr">" " {catalogue::active(chosen)}</span> },
    );
    let key = facet as usize;
    if chosen > 0 {
        // Once open for its choice, it stays so when the choice is given up in it.
        fold.update_untracked(|fold| _ = fold.facets[key].open.get_or_insert(true));
    }
    let is_open = move || fold.with_untracked(|fold| fold.facets[key].open).unwrap_or(open);
    // Untracked: the browser itself opens and closes the group.
    let toggle = move |_| {
        let opens = !is_open();
        fold.update_untracked(|fold| fold.facets[key].open = Some(opens));
    };
    let axis = fold.with(|fold| fold.axis);
    let (axes, facet) = if is_maturity { (Some(segments(axis, fold)), AXES[axis as usize]) } else { (None, facet) };
    let reset = move |_| {
        fold.update(|fold| facets.iter().for_each(|facet| fold.facets[*facet as usize].sought = None));
        page.url.change(|query| facets.iter().copied().fold(query, Query::without_facet));
        browser::focus_once_drawn(&format!("#facette-{key} summary"));
    };
    let reset = (chosen > 0)
        .then(|| view! { <button type="button" class="lien-nu" name="effacer" value=facet.definition().parameter on:click=reset>{catalogue::RESET_FACET}</button> });
    view! {
        <details class="facette" id=format!("facette-{key}") open=is_open()>
            <summary on:click=toggle>{title} " " {badge} {icon("chevron")}</summary>
            <div class="facette__corps">{axes} {values(page, content, results, facet)} {reset}</div>
        </details>
    }
}

/// The choice of the axis of maturity.
fn segments(current: Axis, fold: RwSignal<Fold>) -> AnyView {
    let segment = |axis: &Axis| {
        let axis = *axis;
        view! {
            <label>
                <input type="radio" name="axe" value=axis.word() checked=axis == current prop:checked=axis == current on:change=move |_| fold.update(|fold| fold.axis = axis)/>
                <span>{names::axis(axis)}</span>
            </label>
        }
    };
    let segments: Vec<AnyView> = Axis::ALL.iter().map(segment).collect();
    view! { <div class="segments" role="radiogroup" aria-label=names::AXIS>{segments}</div> }
}

/// The values of a facet.
fn values(page: Page, content: &Content, results: &Results, facet: Facet) -> AnyView {
    let fold = page.fold;
    let values = &results.facets[facet as usize].values;
    let GroupFold { all, sought, .. } = fold.with(|fold| fold.facets[facet as usize].clone());
    let has_search = values.len() > LONG || sought.is_some();
    let sought = sought.unwrap_or_default();
    let search = has_search.then(|| {
        let seek =
            move |event| fold.update(|fold| fold.facets[facet as usize].sought = Some(event_target_value(&event)));
        view! {
            <label class="option__chercher">
                <span class="sr">{catalogue::search_in(names::name(facet))}</span>
                {icon("loupe")}
                <input
                    type="search"
                    name=facet.definition().parameter
                    autocomplete="off"
                    prop:value=sought.clone()
                    on:input=seek
                />
            </label>
        }
    });
    let hidden = values.len().saturating_sub(FIRST);
    let more = (hidden > 0 && sought.is_empty()).then(|| {
        let label = if all { catalogue::SHOW_LESS.to_owned() } else { catalogue::show_more(hidden) };
        let unfold = move |_| fold.update(|fold| fold.facets[facet as usize].all = !all);
        view! { <button type="button" class="lien-nu" name="deplier" value=facet.definition().parameter aria-expanded=all.to_string() on:click=unfold>{label}</button> }
    });
    let shown = shown(content, facet, values, &sought, all);
    let none = shown.is_empty().then(|| view! { <p class="petit discret">{catalogue::NO_VALUE}</p> });
    let options: Vec<AnyView> = shown.into_iter().map(|value| option(page, content, facet, value)).collect();
    view! { {search} {options} {none} {more} }
}

/// The values to show: those that answer the facet's own search, else the first ones and the chosen ones.
fn shown(content: &Content, facet: Facet, values: &[ValueCount], sought: &str, all: bool) -> Vec<ValueCount> {
    let sought = reduced(sought.trim());
    let keep = |(rank, value): &(usize, &ValueCount)| {
        if sought.is_empty() {
            all || *rank < FIRST || value.chosen
        } else {
            reduced(&names::value(content.catalogue(), facet, value.code)).contains(&sought)
        }
    };
    values.iter().enumerate().filter(keep).map(|(_, value)| *value).collect()
}

fn option(page: Page, content: &Content, facet: Facet, value: ValueCount) -> AnyView {
    let ValueCount { code, count, chosen } = value;
    let label = names::value(content.catalogue(), facet, code);
    let word = facet.definition().word(content.catalogue(), code).into_owned();
    let own = word.clone();
    let toggle = move |_| page.url.change(|query| query.toggled(facet, &word));
    let axis = AXES.iter().position(|axis| *axis == facet).map(|rank| Axis::ALL[rank]);
    let text = match axis {
        Some(axis) => {
            let sign = lobe(axis, Stage::ALL.get(code as usize).copied());
            view! { <span class="option__lobe">{sign}<span>{label}</span></span> }
        }
        None => view! { <span>{label}</span> },
    };
    view! {
        <label class=if count == 0 { "option option--vide" } else { "option" }>
            <input
                type="checkbox" name=facet.definition().parameter value=own checked=chosen prop:checked=chosen
                disabled=count == 0 && !chosen on:change=toggle
            />
            {text}
            <span class="option__n">{messages::number(count)}<span class="sr">" " {catalogue::results(count)}</span></span>
        </label>
    }
}
