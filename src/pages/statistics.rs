//! What the catalogue counts: charts that are tables, each number a link to what it counts.

use leptos::prelude::*;

use crate::components::lobe;
use crate::element::{element, worded};
use crate::state::content::{Content, use_content, use_language};
use crate::state::links::address;
use crate::view;
use catalogue::{Axis, Kind, Stage, VocabularyKey};
use insight::statistics::{self, Chart, Count, Label, Row, Subject};
use messages::{ENTRIES, Noun, shell, statistics as said};
use search::facet::Facet;

/// The page.
#[component]
pub(crate) fn Statistics() -> impl IntoView {
    let language = use_language();
    let content = use_content();
    let charts = statistics::charts(&content.index);
    let mut totals: Vec<AnyView> = Vec::new();
    let mut total = |noun: Noun, count: usize| {
        let figure = messages::number(language, count);
        let noun = noun.agree(language, count);
        totals.push(element("div", &[], vec![worded("dt", &[], noun), worded("dd", &[], &figure)]));
    };
    for chart in charts.iter().filter(|chart| chart.subject == Subject::Kinds) {
        total(ENTRIES, chart.total);
        for row in &chart.rows {
            if let (Label::Kind(kind @ (Kind::Commons | Kind::Programme | Kind::Organisation)), Some(count)) =
                (row.label, &row.counts[0])
                && count.count > 0
            {
                total(kind.noun(), count.count);
            }
        }
    }
    let updated = content.catalogue().site.updated.map(|updated| {
        view! { <p class="small">{shell::UPDATED.to(language)}<time datetime=updated.to_string()>{updated.in_words(language)}</time>"."</p> }
    });
    let charts: Vec<AnyView> = (0..).zip(charts).map(|(rank, shown)| chart(&content, rank, shown)).collect();
    let mut head = vec![worded("h1", &[], said::TITLE.to(language)), worded("p", &[], said::LEAD.to(language))];
    head.extend(updated);
    element(
        "div",
        &[("class", "wrapper section")],
        vec![
            element("div", &[("class", "section__head")], head),
            element("dl", &[("class", "totals"), ("aria-label", said::TOTALS.to(language))], totals),
            element("div", &[("class", "charts")], charts),
        ],
    )
}

fn chart(content: &Content, rank: usize, chart: Chart) -> AnyView {
    let language = use_language();
    let note = chart.note(language);
    let Chart { subject, scopes, rows, greatest, .. } = chart;
    let id = &*format!("chart-{rank}");
    let head = |words: &str| worded("th", &[("scope", "col")], words);
    let mut heads = vec![head(said::VALUE.to(language))];
    heads.extend(scopes.iter().map(|scope| head(subject.column(*scope, language))));
    let rows = rows.into_iter().map(|one| row(content, one, greatest)).collect();
    let table = vec![element("thead", &[], vec![element("tr", &[], heads)]), element("tbody", &[], rows)];
    element(
        "section",
        &[("class", "chart"), ("aria-labelledby", id)],
        vec![
            worded("h2", &[("id", id)], subject.title(language)),
            worded("p", &[("class", "tiny secondary")], &note),
            element("table", &[("aria-labelledby", id)], table),
        ],
    )
}

fn row(content: &Content, row: Row, greatest: usize) -> AnyView {
    let language = use_language();
    let catalogue = content.catalogue();
    let label = row.label.name(catalogue, language);
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
        row.counts.into_iter().map(|count| cell(count, label, greatest, row.is_unknown)).collect();
    let name = worded("span", &[], label);
    let head = match sign {
        Some(sign) => element("span", &[("class", "chart__name")], vec![sign, name]),
        None => name,
    };
    let mut row = vec![element("th", &[("scope", "row")], vec![head])];
    row.extend(cells);
    element("tr", &[("class", &class)], row)
}

/// A bar and its number, which open what they count.
fn cell(count: Option<Count>, label: &str, greatest: usize, is_unknown: bool) -> AnyView {
    let language = use_language();
    let Some(Count { count, query }) = count else {
        let dash = worded("span", &[("class", "quiet"), ("aria-hidden", "true")], "—");
        return element(
            "td",
            &[("class", "chart__empty")],
            vec![dash, worded("span", &[("class", "sr")], said::NO_MATCH.to(language))],
        );
    };
    let shown = worded("span", &[], &messages::number(language, count));
    if count == 0 {
        return element("td", &[], vec![element("span", &[("class", "chart__bar")], vec![shown])]);
    }
    let width = format!("{}%", count * 100 / greatest.max(1));
    let bar = view! {
        <svg class=if is_unknown { "gauge gauge--unknown" } else { "gauge" } height="14" aria-hidden="true" focusable="false">
            <rect width=width height="100%"></rect>
        </svg>
    };
    let counted = worded("span", &[("class", "sr")], &format!(" ({label}, {})", query.scope.name(language)));
    let link = element("a", &[("class", "chart__bar"), ("href", &address(&query))], vec![bar, shown, counted]);
    element("td", &[], vec![link])
}
