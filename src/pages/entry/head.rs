//! The top of a fiche: where it stands, its plate, its key figures.

use crate::view;
use leptos::prelude::*;

use crate::components::{
    Size, To, as_written, breakable, contact, icon, keep_button, nature, stages, theme_class, theme_tag, triad, way,
    written,
};
use crate::state::content::{Content, use_language};
use crate::state::kept::address_of;
use crate::state::links::{address, link, use_root};
use ::catalogue::{Axis, EntryIndex, Kind, VocabularyKey};
use address::route::Route;
use messages::{catalogue, fiche, selection};
use search::facet::Facet;
use search::query::{Query, Scope};

/// The way back.
pub(super) fn breadcrumb(content: &Content, index: EntryIndex) -> AnyView {
    let language = use_language();
    let entry = content.entry(index);
    let scope = Query::default().with_scope(Scope::Kind(entry.kind));
    let theme = entry.themes.first().map(|theme| content.catalogue().vocabularies.term(VocabularyKey::Theme, *theme));
    let theme = theme.filter(|_| entry.kind == Kind::Commons).map(|term| {
        let query = Query::default().with(Facet::Theme, &term.id);
        view! { <li><a href=address(&query)>{written(&term.label)}</a></li> }
    });
    let kind = (entry.kind != Kind::Commons)
        .then(|| view! { <li><a href=address(&scope)>{entry.kind.plural(language)}</a></li> });
    view! {
        <nav class="ariane" aria-label=fiche::BREADCRUMB.to(language)>
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
    let nature = nature(catalogue, entry);
    let nature = match entry.kind {
        Kind::Commons => nature.unwrap_or_else(|| messages::catalogue::NO_NATURE.to(language).to_owned()),
        kind => fiche::nature(language, kind.name(language), nature.as_deref()),
    };
    let visit = entry.site().map(|site| {
        let label = view! { <span>{fiche::VISIT.to(language)} " " {breakable(site.host())}</span>{icon("sortie")} };
        way(Some("bouton"), site.as_str().to_owned(), To::Site, label)
    });
    let keep = keep_button(index, true);
    let compare = keep.is_some().then(|| {
        let address = address_of(&use_root(), &Route::Compare, std::slice::from_ref(&entry.id));
        view! { <a class="bouton bouton--nu" href=address>{icon("comparer")}{selection::COMPARE.to(language)}</a> }
    });
    let actions =
        (visit.is_some() || keep.is_some()).then(|| view! { <div class="actions">{visit}{keep}{compare}</div> });
    let missing = (entry.site().is_none() && matches!(entry.kind, Kind::Commons | Kind::Programme)).then(|| {
        let give = contact(catalogue, &fiche::correction_subject(language, entry.name.as_str()))
            .map(|href| view! { " " <a href=href>{fiche::GIVE_IT.to(language)}</a> });
        view! { <p class="petit second">{fiche::NO_SITE.to(language)}{give}</p> }
    });
    let maturity = (entry.kind == Kind::Commons).then(|| maturity(content, index));
    view! {
        <article class=format!("planche {}", theme_class(catalogue, entry))>
            <div class="planche__bande motif" aria-hidden="true"></div>
            <div class="planche__corps">
                <div class="planche__titre">
                    <p class="planche__nature">{nature}</p>
                    <h1>{as_written(&entry.name, breakable(entry.name.as_str()))}</h1>
                    {entry.summary.as_ref().map(|summary| view! { <p class="chapeau">{written(summary)}</p> })}
                    <p class="planche__themes">{themes}</p>
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
                None => view! { <span class="nr">{messages::UNKNOWN_FEMININE.to(language)}</span> },
            };
            view! { <div><dt>{axis.name(language)}</dt><dd>{stage}</dd></div> }
        })
        .collect();
    view! {
        <section class="planche__maturite" aria-labelledby="maturite-titre">
            <h2 id="maturite-titre">{fiche::MATURITY.to(language)}</h2>
            {triad(stages, Size::Large, false)}
            <dl class="axes">{axes}</dl>
        </section>
    }
}

/// The key figures; the approximation of the source stands in small before the figure.
pub(in crate::pages) fn figures(content: &Content, index: EntryIndex) -> Option<AnyView> {
    let language = use_language();
    let entry = content.entry(index);
    let mut figures: Vec<(String, String, String)> = (entry.metrics.iter())
        .map(|metric| {
            let (about, figure) = split_figure(metric.value.as_str());
            let label = metric.date.map_or_else(
                || metric.label.to_string(),
                |date| format!("{} ({})", metric.label, date.in_words(language)),
            );
            (about.to_owned(), figure.to_owned(), label)
        })
        .collect();
    if entry.kind == Kind::Commons && !entry.needs.is_empty() {
        let label = fiche::NEEDS.agree(language, entry.needs.len());
        figures.push((String::new(), messages::number(language, entry.needs.len()), label.to_owned()));
    }
    let figures: Vec<_> = (figures.into_iter())
        .map(|(about, figure, label)| {
            let about = (!about.is_empty()).then(|| view! { <small>{about}</small> " " });
            view! { <div><dt>{label}</dt><dd>{about}{figure}</dd></div> }
        })
        .collect();
    (!figures.is_empty()).then(|| view! { <dl class="chiffres-cles">{figures}</dl> })
}

/// « plus de » and « 600 ».
fn split_figure(value: &str) -> (&str, &str) {
    match value.find(|c: char| c.is_ascii_digit()) {
        Some(start) if start > 0 => (value[..start].trim_end(), &value[start..]),
        _ => ("", value),
    }
}
