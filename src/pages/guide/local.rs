//! For local governments: what a commons is to them, six situations as paths, scales, stages.

use leptos::prelude::*;

use super::Chapter;
use super::pieces::{choices, cite, entries, lead, names, onward, summary};
use crate::components::{inline, written};
use crate::pages::catalogue::value_label;
use crate::state::content::{Content, use_language};
use crate::state::links::address;
use crate::view;
use catalogue::{EntryIndex, Kind, Stage, VocabularyKey};
use insight::guides::{definitions_about, of_nature, situations, steps};
use messages::local as said;
use search::facet::Facet;
use search::query::{Query, Scope};

/// The parts of the page.
pub(super) fn chapters(content: &Content) -> Vec<Chapter> {
    let language = use_language();
    let all = situations(content.catalogue());
    let about = definitions_about(content.catalogue(), &all, "notion-definition");
    let traits = of_nature(content.catalogue(), Kind::Definition, "caracteristique");
    let about: Vec<EntryIndex> = about.into_iter().chain(traits).collect();
    let anchors = all.iter().map(|index| {
        let entry = content.entry(*index);
        (format!("#{}", entry.id), inline(&entry.name).into_owned(), None)
    });
    let anchors = choices(said::SITUATIONS.to(language), anchors.collect());
    let paths: Vec<AnyView> = all.iter().map(|index| situation(content, *index)).collect();
    let paths = view! { {anchors} {lead(said::SITUATIONS_LEAD.to(language))} {paths} };
    vec![
        Chapter("definition", said::WHAT.to(language), entries(content, &about)),
        Chapter("situations", said::SITUATIONS.to(language), paths),
        Chapter(
            "echelles",
            said::SCALES.to(language),
            view! { {lead(said::SCALES_LEAD.to(language))} {scales(content)} },
        ),
        Chapter("parcours", said::PATH.to(language), path(content)),
    ]
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
        onward(address(&Query::default().with(Facet::Theme, &term.id)), said::theme(language, &inline(&term.label)))
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
fn scales(content: &Content) -> AnyView {
    let language = use_language();
    let everything = Query::default().with_scope(Scope::All);
    let counts = content.index.top(&everything, 0);
    let scales = counts.values(Facet::Scale).iter().map(|value| {
        let word = Facet::Scale.definition().word(content.catalogue(), value.code);
        let label = value_label(content, Facet::Scale.into(), value.code);
        (address(&everything.clone().with(Facet::Scale, &word)), label, Some(value.count))
    });
    choices(said::SCALES.to(language), scales.collect())
}

/// From the idea to what lasts: commons at each stage, and guides.
fn path(content: &Content) -> AnyView {
    let language = use_language();
    let stages = Stage::ALL.iter().map(|stage| {
        let query = Query::default().with(Facet::Resource, stage.word());
        let count = content.index.top(&query, 0).count;
        (address(&query), stage.name(language).to_owned(), Some(count))
    });
    let stages = choices(said::PATH.to(language), stages.collect());
    let guides = content
        .catalogue()
        .of_kind(Kind::Resource)
        .filter(|(_, entry)| !entry.themes.is_empty() && content.catalogue().motif(entry) == "communs");
    let guides: Vec<EntryIndex> = guides.map(|(index, _)| index).collect();
    let documentation = of_nature(content.catalogue(), Kind::Resource, "documentation");
    let guides: Vec<EntryIndex> = documentation.into_iter().filter(|index| guides.contains(index)).collect();
    view! { {lead(said::PATH_LEAD.to(language))} {stages} <p><b>{said::GUIDES.to(language)}</b></p> {entries(content, &guides)} }
}
