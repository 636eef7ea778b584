//! One group of the panel: the values of a facet, each with the number of results it would give. How it is
//! unfolded and what is sought in it belong to it, and are no part of the query.

use std::sync::Arc;

use leptos::prelude::*;

use super::Page;
use super::toolbar::{active_badge, facet_name, value_label};
use crate::browser;
use crate::components::{composed, icon, keyed, lobe};
use crate::state::content::{Content, use_content, use_language};
use crate::view;
use ::catalogue::{Axis, Stage};
use messages::{Language, catalogue};
use search::ValueCount;
use search::facet::{Facet, FacetIndex};
use search::query::Query;
use text::letters::reduced;
use text::sorting::sorted_ranks;

/// Values shown before « Afficher n de plus ».
const FIRST: usize = 6;
/// Values from which a facet has a search of its own.
const LONG: usize = 12;

/// How the group of a facet is unfolded.
#[derive(Clone, Copy, Default)]
pub(super) struct Fold {
    /// Whether it is open, once that was decided.
    open: RwSignal<Option<bool>>,
    /// Whether all values are shown.
    all: RwSignal<bool>,
    /// What is sought among them, once something was: its field stays then, though few values are left.
    pub(super) sought: RwSignal<Option<String>>,
    /// The values that the visitor has chosen or given up, which stay under the hand.
    touched: RwSignal<Vec<u32>>,
}

impl Fold {
    /// Gives up what stays for having been chosen.
    pub(super) fn let_go(self) {
        self.touched.update(Vec::clear);
    }

    /// The same, and what is sought.
    pub(super) fn forget(self) {
        self.sought.set(None);
        self.let_go();
    }
}

/// A group: its title, the number of values chosen in it, its values, a way to give them up.
#[component]
pub(super) fn Group(
    /// Its facet; that of the first axis stands for all three.
    facet: FacetIndex,
    /// Whether it is open at first.
    open_at_first: bool,
) -> impl IntoView {
    let language = use_language();
    let page: Page = expect_context();
    let content = use_content();
    let row = facet.row(content.catalogue());
    // The three facets of maturity are one group, which shows one of them.
    let is_maturity = facet.of_format() == Some(Facet::Resource);
    let (title, body) = if is_maturity {
        let shown = move || view! { <Values facet=Facet::AXES[page.axis.get() as usize].into()/> };
        (catalogue::MATURITY.to(language).to_owned(), view! { {axes(page.axis)} {shown} })
    } else {
        (facet_name(&content, facet), view! { <Values facet/> })
    };
    let facets: Vec<FacetIndex> = if is_maturity { Facet::AXES.map(FacetIndex::from).to_vec() } else { vec![facet] };
    let parameters: Vec<_> = facets.iter().map(|facet| facet.row(content.catalogue()).parameter()).collect();
    let counted = parameters.clone();
    let chosen = Memo::new(move |_| {
        page.settled.with(|answer| counted.iter().map(|facet| answer.query.values(facet).len()).sum::<usize>())
    });
    let parameter = row.parameter();
    let badge = move || active_badge(chosen.get());
    let is_chosen = Memo::new(move |_| chosen.get() > 0);
    let open = page.fold(facet).open;
    if open.get_untracked().is_none() {
        open.set(Some(open_at_first));
    }
    // Once open for its choice, it stays so when the choice is given up in it.
    Effect::new(move |_| {
        if is_chosen.get() {
            open.set(Some(true));
        }
    });
    let is_open = move || open.get() == Some(true);
    let reset = move |_| {
        facets.iter().for_each(|facet| page.fold(*facet).forget());
        page.url.change(|query| parameters.iter().fold(query, Query::without_facet));
        browser::focus_once_drawn(&format!("#facet-{} summary", facet.rank()));
    };
    let reset = move || {
        let (reset, parameter) = (reset.clone(), parameter.clone());
        is_chosen.get().then(|| view! { <button type="button" class="link-button" name="clear" value=parameter on:click=reset>{catalogue::RESET_FACET.to(language)}</button> })
    };
    view! {
        <details
            class="facet" id=format!("facet-{}", facet.rank())
            open=is_open
            on:toggle=move |event| open.set(Some(browser::target_is_open(&event)))
        >
            <summary>{composed(title)} " " {badge} {icon("chevron")}</summary>
            <div class="facet__body">{body} {reset}</div>
        </details>
    }
}

/// The choice of the axis of maturity.
fn axes(current: RwSignal<Axis>) -> AnyView {
    let language = use_language();
    let segment = |axis: &Axis| {
        let axis = *axis;
        let is_current = move || current.get() == axis;
        view! {
            <label>
                <input type="radio" name="axis" value=axis.word() checked=untrack(is_current) prop:checked=is_current on:change=move |_| current.set(axis)/>
                <span>{axis.name(language)}</span>
            </label>
        }
    };
    let segments: Vec<AnyView> = Axis::ALL.iter().map(segment).collect();
    view! { <div class="segments" role="radiogroup" aria-label=catalogue::AXIS.to(language)>{segments}</div> }
}

#[component]
fn Values(facet: FacetIndex) -> impl IntoView {
    let language = use_language();
    let page: Page = expect_context();
    let content = use_content();
    let Fold { all, sought, touched, .. } = page.fold(facet);
    let is_touched = move |code: u32| touched.with(|touched| touched.contains(&code));
    let row = facet.row(content.catalogue());
    let (parameter, name) = (row.parameter(), facet_name(&content, facet));
    let values = Memo::new(move |_| {
        let mut values = page.settled.with(|answer| answer.results.facets[facet.rank()].values.clone());
        // Some are there for being chosen, and no longer are.
        for code in touched.get() {
            if values.iter().all(|value| value.code != code) {
                values.push(ValueCount { code, count: 0, chosen: false });
            }
        }
        values
    });
    let of_facet = Arc::clone(&content);
    let shown = Memo::new(move |_| {
        let stays = |code: u32| all.get() || is_touched(code);
        sought.with(|sought| shown(language, &of_facet, facet, &values.read(), sought.as_deref(), &stays))
    });
    let has_search = Memo::new(move |_| values.with(Vec::len) > LONG || sought.with(Option::is_some));
    let field = parameter.clone();
    let search = move || {
        has_search.get().then(|| {
            let field = field.clone();
            view! {
                <label class="option__search">
                    <span class="sr">{composed(catalogue::search_in(language, &name))}</span>
                    {icon("search")}
                    <input
                        type="search" name=field autocomplete="off"
                        prop:value=move || sought.get().unwrap_or_default()
                        on:input=move |event| {
                            sought.set(Some(event_target_value(&event)));
                            page.announce(catalogue::VALUES.count(language, shown.with_untracked(Vec::len)));
                        }
                    />
                </label>
            }
        })
    };
    let of_row = Arc::clone(&content);
    let hidden = Memo::new(move |_| {
        let is_sought = sought.with(|sought| sought.as_deref().is_some_and(|sought| !sought.trim().is_empty()));
        let first = || self::shown(language, &content, facet, &values.read(), None, &is_touched).len();
        if is_sought { 0 } else { values.with(Vec::len) - first() }
    });
    let more = move || {
        let hidden = hidden.get();
        let label = move || {
            if all.get() {
                catalogue::SHOW_LESS.to(language).to_owned()
            } else {
                catalogue::show_more(language, hidden)
            }
        };
        let expanded = move || all.get().to_string();
        let (of_row, parameter) = (Arc::clone(&of_row), parameter.clone());
        // What comes is above: the keyboard goes to the first of it.
        let unfold = move |_| {
            let before = shown.get_untracked();
            all.update(|all| *all = !*all);
            // Not one that is disabled.
            let has_results =
                |code: u32| values.with_untracked(|all| all.iter().any(|value| value.code == code && value.count > 0));
            let is_first = |code: &u32| !before.contains(code) && has_results(*code);
            if let Some(first) = shown.get_untracked().into_iter().find(is_first) {
                let word = facet.row(of_row.catalogue()).word(of_row.catalogue(), first);
                browser::focus_once_drawn(&format!("#facet-{} input[value=\"{word}\"]", facet.rank()));
            }
        };
        (hidden > 0).then(|| view! { <button type="button" class="link-button" name="unfold" value=parameter aria-expanded=expanded on:click=unfold>{label}</button> })
    };
    let none = move || {
        shown.with(Vec::is_empty).then(|| view! { <p class="small quiet">{catalogue::VALUES.count(language, 0)}</p> })
    };
    view! {
        {search}
        {keyed(shown, move |code| option(page, facet, values, code))}
        {none}
        {more}
    }
}

/// The values to show: those that answer the facet's own search, else the first ones and the chosen ones.
fn shown(
    language: Language,
    content: &Content,
    facet: FacetIndex,
    values: &[ValueCount],
    sought: Option<&str>,
    stays: &dyn Fn(u32) -> bool,
) -> Vec<u32> {
    let sought = reduced(sought.unwrap_or_default().trim());
    let row = facet.row(content.catalogue());
    // Of many values, those that most results have come first; few stay in their order.
    let first = (values.len() > LONG).then(|| {
        let mut ranks = sorted_ranks(values.len(), &|a, b| values[b].count.cmp(&values[a].count));
        ranks.truncate(FIRST);
        ranks
    });
    let keep = |(rank, value): &(usize, &ValueCount)| {
        if sought.is_empty() {
            let is_first = first.as_ref().map_or(*rank < FIRST, |first| first.contains(rank));
            is_first || value.chosen || stays(value.code)
        } else {
            reduced(row.label(content.catalogue(), value.code, language)).contains(&sought)
        }
    };
    values.iter().enumerate().filter(keep).map(|(_, value)| value.code).collect()
}

/// The box of a value, which follows its number of results.
fn option(page: Page, facet: FacetIndex, values: Memo<Vec<ValueCount>>, code: u32) -> AnyView {
    let language = use_language();
    let content = use_content();
    let value = move || values.with(|values| values.iter().copied().find(|value| value.code == code));
    let count = Memo::new(move |_| value().map_or(0, |value| value.count));
    let chosen = Memo::new(move |_| value().is_some_and(|value| value.chosen));
    let row = facet.row(content.catalogue());
    let label = composed(value_label(&content, facet, code));
    let word = row.word(content.catalogue(), code).into_owned();
    let (own, parameter) = (word.clone(), row.parameter());
    let name = parameter.clone();
    let touched = page.fold(facet).touched;
    let toggle = move |_| {
        touched.update(|touched| {
            if !touched.contains(&code) {
                touched.push(code);
            }
        });
        page.url.change(|query| query.toggled(&parameter, &word));
    };
    let axis = facet.of_format().and_then(Facet::axis);
    let text = match axis {
        Some(axis) => {
            let sign = lobe(axis, Stage::ALL.get(code as usize).copied());
            view! { <span class="option__lobe">{sign}<span>{label}</span></span> }
        }
        None => view! { <span>{label}</span> },
    };
    view! {
        <label class=move || if count.get() == 0 { "option option--empty" } else { "option" }>
            <input
                type="checkbox" name=name value=own
                checked=chosen.get_untracked() prop:checked=chosen
                disabled=move || count.get() == 0 && !chosen.get() && touched.with(|touched| !touched.contains(&code)) on:change=toggle
            />
            {text}
            <span class="option__count">{move || messages::number(language, count.get())}<span class="sr">" " {move || catalogue::RESULTS.agree(language, count.get())}</span></span>
        </label>
    }
}
