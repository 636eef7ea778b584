//! The top of an entry page: where it stands, its plate, its key figures.

use crate::view;
use leptos::prelude::*;

use super::sources;
use crate::components::{
    Size, To, as_written, breakable, citations, composed, contact, icon, inline, keep_button, logo_of, nature, over,
    stages, theme_class, theme_tag, triad, way, written,
};
use crate::state::content::{Content, use_language};
use crate::state::kept::address_of;
use crate::state::links::{address, link, use_root};
use ::catalogue::{Axis, Entry, EntryIndex, Kind, Model, VocabularyKey};
use address::route::Route;
use messages::{catalogue, entry_page, selection};
use search::facet::Facet;
use search::query::{Query, Scope};

/// The way back.
pub(super) fn breadcrumb(content: &Content, index: EntryIndex) -> AnyView {
    let language = use_language();
    let entry = content.entry(index);
    let scope = Query::of(Scope::Kind(entry.kind));
    let theme = entry.themes.first().map(|theme| content.catalogue().vocabularies.term(VocabularyKey::Theme, *theme));
    let theme = theme.filter(|_| entry.kind == Kind::COMMONS).map(|term| {
        let query = Query::default().with(Facet::Theme, &term.id);
        view! { <li><a href=address(&query)>{written(&term.label)}</a></li> }
    });
    let kind = (entry.kind != Kind::COMMONS)
        .then(|| view! { <li><a href=address(&scope)>{content.catalogue().kinds.words(entry.kind).plural}</a></li> });
    view! {
        <nav class="breadcrumb" aria-label=entry_page::BREADCRUMB.to(language)>
            <ol role="list">
                <li><a href=link(&Route::Catalogue)>{catalogue::TITLE.to(language)}</a></li>
                {theme}
                {kind}
                <li aria-current="page">{written(&entry.name)}</li>
            </ol>
        </nav>
    }
}

/// The plate: pattern, name, what it is, ways out, maturity.
pub(super) fn plate(content: &Content, index: EntryIndex) -> AnyView {
    let language = use_language();
    let catalogue = content.catalogue();
    let entry = content.entry(index);
    let themes: Vec<_> = entry.themes.iter().map(|theme| view! { {theme_tag(*theme)} }).collect();
    let filled = catalogue.filled(entry.kind).unwrap_or_default();
    let nature = nature(catalogue, entry);
    let kind = catalogue.kinds.words(entry.kind).name;
    let nature = match filled.nature {
        true if entry.kind == Kind::COMMONS => {
            nature.unwrap_or_else(|| messages::catalogue::NO_NATURE.to(language).to_owned())
        }
        true => entry_page::nature(language, kind, nature.as_deref()),
        false => kind.to_owned(),
    };
    let visit = entry.site().map(|site| {
        let label =
            view! { <span>{entry_page::VISIT.to(language)} " " {breakable(site.host())}</span>{icon("external")} };
        way(Some("button"), site.as_str().to_owned(), To::Site, label)
    });
    let keep = keep_button(index, true);
    let compare = keep.is_some().then(|| {
        let address = address_of(&use_root(), &Route::Compare, std::slice::from_ref(&entry.id));
        view! { <a class="button button--bare" href=address>{icon("compare")}{selection::COMPARE.to(language)}</a> }
    });
    let actions =
        (visit.is_some() || keep.is_some()).then(|| view! { <div class="actions">{visit}{keep}{compare}</div> });
    let not_found = sources::not_found(entry, "links.site");
    let is_missing = entry.site().is_none() && (filled.site || not_found.is_some());
    let missing = (is_missing && matches!(entry.kind.model(), Model::Commons | Model::Programme)).then(|| {
        let give = contact(catalogue, &entry_page::correction_subject(language, entry.name.as_str()))
            .map(|href| view! { " " <a href=href>{entry_page::GIVE_IT.to(language)}</a> });
        let said = not_found
            .map_or_else(|| entry_page::NO_SITE.to(language).to_owned(), |said| entry_page::no_site(language, &said));
        view! { <p class="small secondary">{said}{give}</p> }
    });
    let maturity = (entry.kind.is(Model::Commons) && filled.maturity).then(|| maturity(content, index));
    let over = over(entry).map(|over| view! { " " {over} });
    view! {
        <article class=format!("plate {}", theme_class(catalogue, entry))>
            <div class="plate__band motif" aria-hidden="true"></div>
            <div class="plate__body">
                <div class="plate__title">
                    {logo_of(entry)}
                    <p class="plate__nature">{composed(nature)} {over}</p>
                    <h1>{as_written(&entry.name, breakable(entry.name.as_str()))}</h1>
                    {entry.summary.as_ref().map(|summary| view! { <p class="lead">{written(summary)}</p> })}
                    <p class="plate__themes">{themes}</p>
                    {actions}
                    {missing}
                </div>
                {maturity}
            </div>
        </article>
    }
}

fn maturity(content: &Content, index: EntryIndex) -> AnyView {
    let language = use_language();
    let stages = stages(content.entry(index));
    let axes: Vec<_> = [Axis::Governance, Axis::Resource, Axis::Community]
        .into_iter()
        .map(|axis| {
            let stage = match stages[axis as usize] {
                Some(stage) => stage.name(language).into_any(),
                None => view! { <span class="unknown">{messages::UNKNOWN_FEMININE.to(language)}</span> },
            };
            view! { <div><dt>{axis.name(language)}</dt><dd>{stage}</dd></div> }
        })
        .collect();
    view! {
        <section class="plate__maturity" aria-labelledby="maturity-title">
            <h2 id="maturity-title">{entry_page::MATURITY.to(language)}</h2>
            {triad(stages, Size::Large, false)}
            <dl class="axes">{axes}</dl>
        </section>
    }
}

/// The key figures; the approximation of the source stands in small before the figure.
pub(in crate::pages) fn figures(content: &Content, index: EntryIndex) -> Option<AnyView> {
    let language = use_language();
    let entry = content.entry(index);
    let mut figures: Vec<(AnyView, String)> = (entry.metrics.iter())
        .map(|metric| {
            let (about, figure) = split_figure(metric.value.as_str());
            let about = (!about.is_empty()).then(|| view! { <small>{about.to_owned()}</small> " " });
            let figure = as_written(&metric.value, view! { {about}{figure.to_owned()} });
            let date = metric.date.map(|date| format!(" ({})", date.in_words(language))).unwrap_or_default();
            (figure, format!("{}{date}", inline(&metric.label)))
        })
        .collect();
    if entry.kind.is(Model::Commons) && !entry.needs.is_empty() {
        let label = entry_page::NEEDS.agree(language, entry.needs.len());
        figures.push((messages::number(language, entry.needs.len()).into_any(), label.to_owned()));
    }
    let figures: Vec<_> = (figures.into_iter())
        .map(|(figure, label)| view! { <div><dt>{composed(label)}</dt><dd>{figure}</dd></div> })
        .collect();
    (!figures.is_empty()).then(|| view! { <dl class="key-figures">{figures}</dl> })
}

/// The marks of where they come from, among the sources of this page.
pub(super) fn marks_of_figures(entry: &Entry) -> Option<AnyView> {
    let marks = citations(&sources::of(entry, &["metrics"]));
    let name = entry_page::MARKS.agree(use_language(), marks.len());
    (!marks.is_empty()).then(|| view! { <p class="sourced__marks">{name} "\u{a0}: " {marks}</p> })
}

/// « plus de » and « 600 ».
fn split_figure(value: &str) -> (&str, &str) {
    match value.find(|c: char| c.is_ascii_digit()) {
        Some(start) if start > 0 => (value[..start].trim_end(), &value[start..]),
        _ => ("", value),
    }
}
