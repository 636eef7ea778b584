//! The pages beside the catalogue, in one frame: a plate, the contents, numbered parts, the documents that the facts
//! come from.

mod contribute;
mod host;
mod local;
mod pieces;
mod self_check;
mod support;
mod understand;

use leptos::prelude::*;

use crate::components::{chapter, composed, contents, inline, written};
use crate::state::content::{Content, use_content, use_language};
use crate::view;
use catalogue::{PageSection, SectionType};
use insight::pages::has;
use messages::guides as said;

pub(super) use pieces::first_of;

/// A page; parts that have nothing to show are not drawn.
pub(crate) fn guide(id: &str) -> Option<AnyView> {
    let language = use_language();
    let content = use_content();
    let page = content.page(id)?;
    let sections: Vec<&PageSection> = page.sections.iter().filter(|section| has(&content.index, section)).collect();
    let parts =
        sections.iter().map(|section| (section.id.clone(), inline(&section.heading).into_owned().into(), false));
    let parts = contents(said::CONTENTS.to(language), parts.collect());
    let chapters: Vec<AnyView> = (sections.into_iter().zip(1..))
        .map(|(section, number)| {
            let title = inline(&section.heading).into_owned().into();
            chapter(section.id.clone(), number, title, Some(body(&content, section)))
        })
        .collect();
    let lead = (!page.lead.is_empty()).then(|| view! { <p class="lead">{written(&page.lead)}</p> });
    Some(view! {
        <div class="wrapper guide">
            <div class=format!("plate th-{}", page.motif)>
                <div class="plate__band motif" aria-hidden="true"></div>
                <div class="plate__title">
                    <h1>{written(&page.title)}</h1>
                    {lead}
                </div>
            </div>
            <div class="guide__row">
                {parts}
                <div class="guide__body">{chapters}{documents(&content)}</div>
            </div>
        </div>
    })
}

/// What a part holds, which has something to show.
fn body(content: &Content, section: &PageSection) -> AnyView {
    match section.of {
        SectionType::Definitions => understand::definitions(content, section),
        SectionType::Characteristics => understand::characteristics(content, section),
        SectionType::Natures => understand::natures(content, section),
        SectionType::Examples => understand::examples(content, section),
        SectionType::Lexicon => understand::lexicon(content, section),
        SectionType::Readings => understand::readings(content, section),
        SectionType::Ways => contribute::ways(content, section),
        SectionType::Skills => contribute::skills(content, section),
        SectionType::Join => contribute::join(content, section),
        SectionType::Places => contribute::places(content, section),
        SectionType::Propose => contribute::propose(content, section),
        SectionType::Notions => local::notions(content, section),
        SectionType::Situations => local::situations(content, section),
        SectionType::Scales => local::scales(content, section),
        SectionType::Path => local::path(content, section),
        SectionType::Programmes => support::compared::compared(content, section),
        SectionType::Calls => support::calls(content, section),
        SectionType::SelfCheck => support::self_check(content, section),
        SectionType::Obstacles => support::held_back::held_back(content, section),
        SectionType::Methods => support::methods(content, section),
        SectionType::History => support::history(content, section),
        SectionType::Proposals => support::proposals(content, section),
        SectionType::Maturity => self_check::maturity(content, section),
        SectionType::Questions => self_check::questions(content, section),
        SectionType::Portrait => self_check::portrait(content, section),
        SectionType::KeyFigures => host::key_figures(content, section),
        SectionType::Network => host::network(content, section),
        SectionType::Text => host::text(section),
        SectionType::Entries => host::entries(content, section),
        SectionType::Search => host::search(content, section),
        SectionType::Facet => host::facet(content, section),
    }
}

/// The documents that the numbers in the text lead to.
fn documents(content: &Content) -> Option<AnyView> {
    let language = use_language();
    let documents: Vec<AnyView> = (content.catalogue().documents.iter().zip(1..))
        .map(|(document, number)| {
            view! {
                <li id=format!("source-{number}")>
                    <span>{number}</span>
                    <div><b>{written(&document.title)}</b>{composed(messages::in_brackets(&[&*inline(&document.nature)]))}</div>
                </li>
            }
        })
        .collect();
    (!documents.is_empty()).then(|| {
        view! {
            <section class="guide__sources" aria-labelledby="sources-title">
                <h2 id="sources-title">{said::SOURCES.to(language)}</h2>
                <p class="small secondary">{said::SOURCES_NOTE.to(language)}</p>
                <ol class="sources">{documents}</ol>
            </section>
        }
    })
}
