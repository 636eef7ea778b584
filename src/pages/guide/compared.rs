//! The programmes in one table.

use leptos::prelude::*;

use super::pieces::{cite, first_told};
use crate::components::{composed, dash, entry_link, framed_table, icon, inline, unknown, written};
use crate::state::content::{Content, use_language};
use crate::state::links::address;
use crate::view;
use catalogue::{Metric, Model, VocabularyKey};
use insight::guides::{Comparison, compare};
use messages::support as said;
use search::facet::Facet;
use search::query::Query;

/// Kinds of support by programme, with its figures.
pub(super) fn compared(content: &Content) -> AnyView {
    let language = use_language();
    let terms = content.catalogue().vocabularies.terms(VocabularyKey::Support);
    let columns: Vec<AnyView> = (terms.iter())
        .map(|term| {
            let query = Query::of_model(content.catalogue(), Model::Programme).with(Facet::Support, &term.id);
            view! { <th scope="col"><a href=address(&query)>{written(&term.label)}</a></th> }
        })
        .collect();
    let rows = compare(content.catalogue());
    let head = view! { <thead><tr><th scope="col">{said::PROGRAMME.to(language)}</th>{columns}<th scope="col">{said::FIGURES.to(language)}</th></tr></thead> };
    let table =
        |rows: Vec<AnyView>| framed_table("table guide__table", said::TABLE, view! { {head} <tbody>{rows}</tbody> });
    first_told(content, &rows, Some(Model::Programme), table, |row| self::row(content, row))
}

fn row(content: &Content, Comparison { entry, gives }: &Comparison) -> AnyView {
    let language = use_language();
    let known = gives.contains(&true);
    let cell = |given: bool| {
        if given {
            view! { <td>{icon("tick")}<span class="sr">{said::GIVEN.to(language)}</span></td> }
        } else {
            view! { <td>{dash(messages::UNKNOWN)}</td> }
        }
    };
    let supports = if known {
        gives.iter().copied().map(cell).collect::<Vec<_>>().into_any()
    } else {
        view! { <td colspan=gives.len().to_string()>{unknown()}</td> }
    };
    let figures: Vec<AnyView> = content.entry(*entry).metrics.iter().map(figure).collect();
    let figures = match figures.len() {
        0 => unknown(),
        count => {
            let id = format!("figures-{}", content.entry(*entry).id);
            let figures = view! { <ul role="list">{figures}</ul> {cite(content, *entry)} };
            view! { <details id=id><summary>{said::FIGURE.count(language, count)} " " {icon("chevron")}</summary>{figures}</details> }
        }
    };
    view! { <tr><th scope="row">{entry_link(*entry)}</th>{supports}<td>{figures}</td></tr> }
}

fn figure(metric: &Metric) -> AnyView {
    let language = use_language();
    let label = (!metric.label.is_empty()).then(|| composed(format!("{}\u{a0}: ", inline(&metric.label))));
    let date = metric.date.map(|date| format!(" ({})", date.in_words(language)));
    view! { <li>{label}<b>{written(&metric.value)}</b>{date}</li> }
}
