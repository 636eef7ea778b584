//! What the catalogue counts: charts that are tables, each number a link to what it counts.

use leptos::prelude::*;

use crate::catalogue::{Axis, Kind, Stage, VocabularyKey};
use crate::facet::Facet;
use crate::messages::{self, facets, shell, statistics as said};
use crate::query::Scope;
use crate::statistics::{self, Chart, Count, Label, Row, Subject};
use crate::ui::components::lobe;
use crate::ui::context::{Content, use_content};
use crate::ui::links::address;
use crate::ui::view;

/// The page.
#[component]
pub(in crate::ui) fn Statistics() -> impl IntoView {
    let content = use_content();
    let charts = statistics::charts(&content.index);
    let totals: Vec<AnyView> = charts
        .iter()
        .filter(|chart| chart.subject == Subject::Kinds)
        .flat_map(|chart| {
            let all = (facets::count(Scope::All, chart.total), chart.total);
            let kinds = chart.rows.iter().filter_map(|row| match (row.label, &row.counts[0]) {
                (Label::Kind(kind @ (Kind::Commons | Kind::Programme | Kind::Organisation)), Some(count)) => {
                    Some((messages::count_of(kind, count.count), count.count))
                }
                _ => None,
            });
            std::iter::once(all).chain(kinds).collect::<Vec<_>>()
        })
        .map(|(counted, count)| {
            let noun = counted.split_once('\u{a0}').map_or(counted.as_str(), |(_, noun)| noun).to_owned();
            view! { <div><dt>{noun}</dt><dd>{messages::number(count)}</dd></div> }
        })
        .collect();
    let updated = content.catalogue().site.updated.map(|updated| {
        view! { <p class="petit">{shell::UPDATED}<time datetime=updated.to_string()>{messages::date(updated)}</time>"."</p> }
    });
    let charts: Vec<AnyView> =
        charts.into_iter().enumerate().map(|(rank, shown)| chart(&content, rank, shown)).collect();
    view! {
        <div class="enveloppe section">
            <div class="section__tete">
                <h1>{said::TITLE}</h1>
                <p>{said::LEAD}</p>
                {updated}
            </div>
            <dl class="reperes" aria-label=said::TOTALS>{totals}</dl>
            <div class="releves">{charts}</div>
        </div>
    }
}

fn chart(content: &Content, rank: usize, chart: Chart) -> AnyView {
    let Chart { subject, scopes, total, rows, left_out, greatest } = chart;
    let id = format!("releve-{rank}");
    let [section, table] = [id.clone(), id.clone()];
    let columns: Vec<AnyView> =
        scopes.iter().map(|scope| view! { <th scope="col">{said::column(subject, *scope)}</th> }).collect();
    let rows: Vec<AnyView> = rows.into_iter().map(|one| row(content, one, greatest)).collect();
    view! {
        <section class="releve" aria-labelledby=section>
            <h2 id=id>{said::title(subject)}</h2>
            <p class="mini second">{said::note(subject, scopes[0], total, left_out)}</p>
            <table aria-labelledby=table>
                <thead><tr><th scope="col">{said::VALUE}</th>{columns}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn row(content: &Content, row: Row, greatest: usize) -> AnyView {
    let catalogue = content.catalogue();
    let label = match row.label {
        Label::Kind(kind) => messages::kinds(kind).to_owned(),
        Label::Value(facet, code) => facets::value(catalogue, facet, code),
    };
    // Rows of themes have their hue, those of maturity their sign.
    let (mut class, mut sign) = (String::new(), None);
    if let Label::Value(facet, code) = row.label {
        let axis = match facet {
            Facet::Resource => Some(Axis::Resource),
            Facet::Community => Some(Axis::Community),
            Facet::Governance => Some(Axis::Governance),
            _ => None,
        };
        sign = axis.map(|axis| lobe(axis, Stage::ALL.get(code as usize).copied()));
        if facet == Facet::Theme && !row.is_unknown {
            class = format!("th-{}", catalogue.vocabularies.terms(VocabularyKey::Theme)[code as usize].motif);
        }
    }
    let cells: Vec<AnyView> =
        row.counts.into_iter().map(|count| cell(count, &label, greatest, row.is_unknown)).collect();
    view! { <tr class=class><th scope="row">{sign}<span>{label}</span></th>{cells}</tr> }
}

/// A bar and its number, which open what they count.
fn cell(count: Option<Count>, label: &str, greatest: usize, is_unknown: bool) -> AnyView {
    let Some(Count { count, query }) = count else {
        return view! { <td><span class="petit discret">{said::NO_MATCH}</span></td> };
    };
    if count == 0 {
        return view! { <td><span class="releve__barre"><span>"0"</span></span></td> };
    }
    let width = format!("{}%", count * 100 / greatest.max(1));
    let counted = format!(" ({label}, {})", facets::scope(query.scope));
    view! {
        <td>
            <a class="releve__barre" href=address(&query)>
                <svg class=if is_unknown { "jauge jauge--inconnue" } else { "jauge" } aria-hidden="true" focusable="false">
                    <rect width=width height="100%"></rect>
                </svg>
                <span>{count.to_string()}<span class="sr">{counted}</span></span>
            </a>
        </td>
    }
}
