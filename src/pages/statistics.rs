//! What the catalogue counts: charts that are tables, each number a link to what it counts.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::{composed, dash, lobe, time_of, total};
use crate::pages::catalogue::{facet_name, value_label};
use crate::state::content::{Content, use_content, use_language};
use crate::state::links::address;
use crate::view;
use catalogue::{Model, Stage, VocabularyKey};
use insight::statistics::{self, Chart, Count, Label, Row, Subject};
use messages::{ENTRIES, in_brackets, shell, statistics as said};
use search::facet::Facet;

#[component]
pub(crate) fn Statistics() -> impl IntoView {
    let language = use_language();
    let content = use_content();
    let charts = statistics::charts(&content.index);
    let mut totals: Vec<AnyView> = Vec::new();
    for chart in charts.iter().filter(|chart| chart.subject == Subject::Kinds) {
        totals.push(total(ENTRIES, chart.total));
        for row in &chart.rows {
            if let (Label::Kind(kind), Some(count)) = (row.label, &row.counts[0])
                && matches!(kind.model(), Model::Commons | Model::Programme | Model::Organisation)
                && count.count > 0
            {
                totals.push(total(content.catalogue().kinds.words(kind).noun, count.count));
            }
        }
    }
    let updated = content.catalogue().site.updated.map(|updated| {
        view! { <p class="small">{shell::UPDATED.to(language)}{time_of(updated)}"."</p> }
    });
    let charts: Vec<AnyView> = (0..).zip(charts).map(|(rank, shown)| chart(&content, rank, shown)).collect();
    view! {
        <div class="wrapper section">
            <div class="section__head">
                <h1>{said::TITLE.to(language)}</h1>
                <p>{said::LEAD.to(language)}</p>
                {updated}
            </div>
            <dl class="totals" aria-label=said::TOTALS.to(language)>{totals}</dl>
            <div class="charts">{charts}</div>
        </div>
    }
}

fn chart(content: &Content, rank: usize, chart: Chart) -> AnyView {
    let language = use_language();
    let note = chart.note(content.catalogue());
    let title = match chart.subject {
        Subject::Values(facet) if facet.of_format().is_none() => composed(facet_name(content, facet)),
        subject => subject.title(content.catalogue()).to_owned().into_any(),
    };
    // Charts of several kinds that are about the same are told apart.
    let plural = |kind| content.catalogue().kinds.words(kind).inside(language, 2);
    let kind = chart.kind.map(|kind| composed(in_brackets(&[&*plural(kind)])));
    let heads: Vec<&str> = chart.scopes.iter().map(|scope| chart.column(*scope, content.catalogue())).collect();
    let Chart { subject, rows, greatest, unknown, .. } = chart;
    let unknown = unknown.zip(if let Subject::Values(facet) = subject { Some(facet) } else { None });
    let unknown = unknown.map(|((count, query), facet)| {
        let label = value_label(content, facet, facet.row(content.catalogue()).size(content.catalogue()));
        let said = said::nearly_all(language, &label, count);
        let said = match query {
            Some(query) => view! { <a href=address(&query)>{composed(said)}</a> },
            None => composed(said),
        };
        view! { " " {said} }
    });
    let id: Arc<str> = format!("chart-{rank}").into();
    let head = |words: &str| view! { <th scope="col">{words.to_owned()}</th> };
    let heads: Vec<AnyView> = heads.into_iter().map(head).collect();
    let rows: Vec<AnyView> = rows.into_iter().map(|one| row(content, one, greatest)).collect();
    view! {
        <section class="chart" aria-labelledby=Arc::clone(&id)>
            <h2 id=Arc::clone(&id)>{title}{kind}</h2>
            <p class="tiny secondary">{note}{unknown}</p>
            <table aria-labelledby=Arc::clone(&id)>
                <thead><tr>{head(said::VALUE.to(language))} {heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn row(content: &Content, row: Row, greatest: usize) -> AnyView {
    let catalogue = content.catalogue();
    let label = match row.label {
        Label::Value(facet, code) => value_label(content, facet, code),
        Label::Kind(kind) => catalogue.kinds.words(kind).plural.to_owned(),
    };
    // Rows of themes have their hue, those of maturity their sign.
    let (mut class, mut sign) = (String::new(), None);
    if let Label::Value(facet, code) = row.label {
        sign = facet.of_format().and_then(Facet::axis).map(|axis| lobe(axis, Stage::ALL.get(code as usize).copied()));
        if facet == Facet::Theme.into() && !row.is_unknown {
            class = format!("th-{}", catalogue.vocabularies.terms(VocabularyKey::Theme)[code as usize].motif);
        }
    }
    let cells: Vec<AnyView> =
        row.counts.into_iter().map(|count| cell(count, &label, greatest, row.is_unknown)).collect();
    let name = view! { <span>{composed(label)}</span> };
    let head = match sign {
        Some(sign) => view! { <span class="chart__name">{sign} {name}</span> },
        None => name,
    };
    view! { <tr class=class><th scope="row">{head}</th> {cells}</tr> }
}

/// A bar and its number, which open what they count.
fn cell(count: Option<Count>, label: &str, greatest: usize, is_unknown: bool) -> AnyView {
    let language = use_language();
    let Some(Count { count, query }) = count else {
        return view! { <td class="chart__empty">{dash(said::NO_MATCH)}</td> };
    };
    let shown = view! { <span>{messages::number(language, count)}</span> };
    if count == 0 {
        return view! { <td><span class="chart__bar">{shown}</span></td> };
    }
    let width = format!("{}%", count * 100 / greatest.max(1));
    let bar = view! {
        <svg class=if is_unknown { "gauge gauge--unknown" } else { "gauge" } height="14" aria-hidden="true" focusable="false">
            <rect width=width height="100%"></rect>
        </svg>
    };
    let counted = format!(" ({label}, {})", query.scope.name(use_content().catalogue()));
    view! { <td><a class="chart__bar" href=address(&query)>{bar} {shown} <span class="sr">{composed(counted)}</span></a></td> }
}
