//! For local governments: what a commons is to them, six situations as paths, scales, stages.

use leptos::prelude::*;

use super::pieces::{choices, cite, entries, names, summary, values};
use crate::components::{first_of, inline, onward, written};
use crate::state::content::{Content, use_language};
use crate::state::links::address;
use crate::view;
use catalogue::{EntryIndex, Model, PageSection, VocabularyKey};
use insight::guides::{self, steps};
use insight::pages;
use messages::local as said;
use search::facet::Facet;
use search::query::{Query, Scope};

/// Every situation, as a path.
pub(super) fn situations(content: &Content, section: &PageSection) -> AnyView {
    let all = guides::situations(content.catalogue());
    let (shown, others) = first_of(&all, Some(&Query::of_model(content.catalogue(), Model::Event)));
    let anchors = shown.iter().map(|index| {
        let entry = content.entry(*index);
        (format!("#{}", entry.id), inline(&entry.name).into_owned(), None)
    });
    let anchors = choices(section.heading.as_str(), anchors.collect());
    let paths: Vec<AnyView> = shown.iter().map(|index| situation(content, *index)).collect();
    view! { {anchors} {paths} {others} }
}

/// A situation, step by step.
fn situation(content: &Content, index: EntryIndex) -> AnyView {
    let language = use_language();
    let entry = content.entry(index);
    let steps: Vec<AnyView> = (steps(content.catalogue(), index).into_iter().zip(said::STEPS))
        .filter(|(step, _)| !step.is_empty())
        .map(|(step, label)| {
            let told: Vec<AnyView> = (step.iter())
                .map(|index| view! { <li>{names(&[*index])} <p>{summary(content, *index)}</p></li> })
                .collect();
            view! { <li><h4>{label.to(language)}</h4><ul role="list">{told}</ul></li> }
        })
        .collect();
    let theme = entry.themes.first().map(|theme| {
        let term = content.catalogue().vocabularies.term(VocabularyKey::Theme, *theme);
        let query = Query::of_model(content.catalogue(), Model::Commons).with(Facet::Theme, &term.id);
        onward(address(&query), said::theme(language, &inline(&term.label)))
    });
    view! {
        <section class="situation" id=entry.id.clone() aria-label=entry.name.to_string()>
            <h3>{written(&entry.name)}</h3>
            <p class="situation__said">{summary(content, index)}{cite(content, index)}</p>
            <ol class="situation__steps" role="list">{steps}</ol>
            {theme}
        </section>
    }
}

/// Every scale, with the entries that apply there.
pub(super) fn scales(content: &Content, section: &PageSection) -> AnyView {
    let everything = Query::of(Scope::All);
    let counts = pages::scales(&content.index);
    values(content, section.heading.as_str(), Facet::Scale.into(), &everything, counts.into_iter())
}

/// From the idea to what lasts: commons at each stage, and guides.
pub(super) fn path(content: &Content, section: &PageSection) -> AnyView {
    let language = use_language();
    let stages: Vec<_> = (pages::stages(&content.index).into_iter())
        .map(|(stage, query, count)| (address(&query), stage.name(language).to_owned(), Some(count)))
        .collect();
    let stages = (!stages.is_empty()).then(|| choices(section.heading.as_str(), stages));
    let guides = pages::path_guides(content.catalogue());
    let guides =
        (!guides.is_empty()).then(|| view! { <p><b>{said::GUIDES.to(language)}</b></p> {entries(content, &guides)} });
    view! { {stages} {guides} }
}
