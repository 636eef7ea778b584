//! The pages beside the catalogue, in one frame: a plate, the contents, numbered parts, the documents that the facts
//! come from.

mod compared;
mod contribute;
mod held_back;
mod host;
mod local;
mod pieces;
mod self_check;
mod support;
mod understand;

use leptos::prelude::*;

use crate::components::{chapter, composed, contents, inline, numbered_sources, written};
use crate::pages::home;
use crate::state::content::{Content, use_content, use_language};
use crate::view;
use catalogue::{PageSection, SectionType};
use insight::guides::{CHARACTERISTIC, DEFINITION};
use insight::pages::{has, notions};
use messages::guides as said;

use pieces::{ListsDocuments, lead_of};

/// The home page with parts that other pages have.
pub(crate) fn composed_home() -> AnyView {
    home::composed_of(|content, section| has(&content.index, section).then(|| inside(content, section)))
}

/// A page; parts that have nothing to show are not drawn.
pub(crate) fn guide(id: &str) -> Option<AnyView> {
    let language = use_language();
    let content = use_content();
    let page = content.page(id)?;
    let sections: Vec<&PageSection> = page.sections.iter().filter(|section| has(&content.index, section)).collect();
    let lead = (!page.lead.is_empty()).then(|| view! { <p class="lead">{written(&page.lead)}</p> });
    let Some(motif) = page.motif else {
        let sections: Vec<AnyView> = sections.into_iter().map(|section| plain(&content, section)).collect();
        return Some(
            view! { <div class="wrapper section prose"><h1>{written(&page.title)}</h1>{lead}{sections}</div> },
        );
    };
    provide_context(ListsDocuments);
    let parts =
        sections.iter().map(|section| (section.id.clone(), inline(&section.heading).into_owned().into(), false));
    let parts = contents(said::CONTENTS.to(language), parts.collect());
    let chapters: Vec<AnyView> = (sections.into_iter().zip(1..))
        .map(|(section, number)| {
            let title = inline(&section.heading).into_owned().into();
            let body = view! { {lead_of(section)} {inside(&content, section)} };
            chapter(section.id.clone(), number, title, Some(body))
        })
        .collect();
    Some(view! {
        <div class="wrapper guide">
            <div class=format!("plate th-{motif}")>
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

/// A part of a page without a plate.
fn plain(content: &Content, section: &PageSection) -> AnyView {
    let heading =
        (!section.heading.is_empty()).then(|| view! { <h2 id=section.id.clone()>{written(&section.heading)}</h2> });
    // The page has the measure of a text already.
    let inside = if section.of == SectionType::Text {
        let paragraphs = section.paragraphs.iter().map(|text| view! { <p>{written(text)}</p> });
        paragraphs.collect::<Vec<AnyView>>().into_any()
    } else {
        inside(content, section)
    };
    view! { <section>{heading}{lead_of(section)}{inside}</section> }
}

/// What a part holds, which has something to show.
fn inside(content: &Content, section: &PageSection) -> AnyView {
    match section.of {
        SectionType::Definitions => understand::framed(content, DEFINITION),
        SectionType::Characteristics => understand::framed(content, CHARACTERISTIC),
        SectionType::Natures => understand::natures(content, section),
        SectionType::Examples => understand::examples(content),
        SectionType::Lexicon => understand::lexicon(content),
        SectionType::Readings => understand::readings(content),
        SectionType::Ways => contribute::ways(content),
        SectionType::Skills => contribute::skills(content),
        SectionType::Join => contribute::join(content),
        SectionType::Places => contribute::places(content),
        SectionType::Propose => contribute::propose(content),
        SectionType::Notions => pieces::entries(content, &notions(content.catalogue())),
        SectionType::Situations => local::situations(content, section),
        SectionType::Scales => local::scales(content, section),
        SectionType::Path => local::path(content, section),
        SectionType::Programmes => compared::compared(content),
        SectionType::Calls => support::calls(content),
        SectionType::SelfCheck => support::self_check(content),
        SectionType::Obstacles => held_back::held_back(content),
        SectionType::Methods => support::methods(content),
        SectionType::History => support::history(content),
        SectionType::Proposals => support::proposals(content),
        SectionType::Maturity => self_check::maturity(content),
        SectionType::Questions => self_check::questions(content),
        SectionType::Portrait => self_check::portrait(content),
        SectionType::Documents => listed_documents(content),
        SectionType::Network => host::network(content),
        SectionType::Text => host::text(section),
        SectionType::Entries => pieces::entries(content, &section.entries),
        SectionType::Search => host::search(content, section),
        SectionType::Facet => host::facet(content, section),
        SectionType::KeyFigures
        | SectionType::Grid
        | SectionType::Themes
        | SectionType::Help
        | SectionType::Invitation => home::own(content, section).into_any(),
    }
}

/// The documents that facts come from, with their addresses.
fn listed_documents(content: &Content) -> AnyView {
    let documents: Vec<_> = (content.catalogue().documents.iter())
        .map(|document| {
            let title = match &document.url {
                Some(url) => {
                    view! { <a href=url.as_str().to_owned() rel="external">{written(&document.title)}</a> }
                }
                None => written(&document.title),
            };
            let nature = (!document.nature.is_empty()).then(|| composed(format!(" — {}", inline(&document.nature))));
            view! { <li>{title}{nature}</li> }
        })
        .collect();
    view! { <ul>{documents}</ul> }
}

/// The documents that the numbers in the text lead to.
fn documents(content: &Content) -> Option<AnyView> {
    let language = use_language();
    let documents: Vec<_> = (content.catalogue().documents.iter())
        .map(|document| (written(&document.title), composed(messages::in_brackets(&[&*inline(&document.nature)]))))
        .collect();
    (!documents.is_empty()).then(|| {
        view! {
            <section class="guide__sources" aria-labelledby="sources-title">
                <h2 id="sources-title">{said::SOURCES.to(language)}</h2>
                <p class="small secondary">{said::SOURCES_NOTE.to(language)}</p>
                {numbered_sources(documents)}
            </section>
        }
    })
}
