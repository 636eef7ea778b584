//! The page of an entry, of any kind.

mod aside;
mod blocks;
mod head;
mod neighbours;
mod resources;
mod rubrics;
mod sources;

pub(super) use blocks::block;
pub(super) use rubrics::{Block, as_kind as rubrics_as};

use crate::view;
use leptos::prelude::*;

use crate::components::{To, chapter, contact, contents, pictures, way, written};
use crate::state::content::{Content, use_content, use_language};
use crate::state::frame::use_frame;
use crate::state::links::{link, link_to};
use address::route::Route;
pub(super) use blocks::dates;
use catalogue::{EntryIndex, SectionType};
pub(super) use head::figures;
use insight::guides::first_used;
use insight::pages::first;
use messages::entry_page;
use rubrics::Rubric;

#[component]
pub(crate) fn EntryPage(index: EntryIndex) -> impl IntoView {
    let language = use_language();
    let content = use_content();
    let entry = content.entry(index);
    let rubrics = rubrics::of(&content, index);
    // Only the entry pages whose rubrics are set say what is missing.
    let fixed = rubrics::has_set(entry.kind);
    let missing = rubrics.iter().filter(|rubric| rubric.blocks.is_empty()).count();
    let total = rubrics.len();
    let completeness = (fixed && total > 0).then_some((total - missing, total));
    let parts = rubrics.iter().map(|rubric| (anchor(rubric.number), rubric.title.clone(), rubric.blocks.is_empty()));
    let contents = (total > 1).then(|| contents(entry_page::CONTENTS.to(language), parts.collect()));
    let to_complete = (fixed && missing * 2 > total).then(|| {
        let subject = entry_page::correction_subject(language, entry.name.as_str());
        let link = contact(content.catalogue(), &subject).map(|href| view! { <p><a href=href>{entry_page::COMPLETE_IT.to(language)}</a></p> });
        view! { <div class="callout"><p><b>{entry_page::TO_COMPLETE.to(language)}</b>{entry_page::to_complete(language, missing, total)}</p>{link}</div> }
    });
    let texts: Vec<Vec<&str>> =
        rubrics.iter().map(|rubric| rubric.blocks.iter().flat_map(rubrics::Block::texts).collect()).collect();
    let terms = first_used(content.catalogue(), index, &texts);
    let sections: Vec<_> =
        rubrics.into_iter().zip(terms).map(|(rubric, terms)| section(&content, rubric, terms)).collect();
    view! {
        <div class="wrapper">
            {(!use_frame().is_embed()).then(|| head::breadcrumb(&content, index))}
            {head::plate(&content, index)}
            {head::figures(&content, index)} {head::marks_of_figures(entry)}
            <div class="entry">
                {contents}
                <div class="entry__body">
                    {to_complete}
                    {pictures(entry)}
                    {sections}
                </div>
                {aside::aside(&content, index, completeness)}
            </div>
            <div class="entry-end">
                {neighbours::neighbours(&content, index)}
                {sources::sources(&content, index)}
            </div>
        </div>
    }
}

fn anchor(number: usize) -> String {
    format!("r{number}")
}

fn section(content: &Content, rubric: Rubric, terms: Vec<EntryIndex>) -> AnyView {
    let mut body = rubric.blocks.into_iter().map(blocks::block).collect::<Vec<_>>();
    body.extend((!terms.is_empty()).then(|| explained(content, terms)));
    chapter(anchor(rubric.number), rubric.number, rubric.title, (!body.is_empty()).then(|| body.into_any()))
}

/// Terms of the lexicon, each unfolded where it stands.
fn explained(content: &Content, terms: Vec<EntryIndex>) -> AnyView {
    let language = use_language();
    let lexicon = first(&content.index, SectionType::Lexicon).map(|(page, _)| link(&Route::of_page(&page.id)));
    let terms: Vec<AnyView> = (terms.into_iter())
        .map(|index| {
            let entry = content.entry(index);
            let (address, said) = match &lexicon {
                Some(page) => (format!("{page}#{}", entry.id), entry_page::SEE_LEXICON),
                None => (link_to(entry), entry_page::SEE_ENTRY),
            };
            view! {
                <details class="term" id=format!("term-{}", entry.id)>
                    <summary>{written(&entry.name)}</summary>
                    <p>
                        {entry.summary.as_ref().map(written)} " "
                        {way(None, address, To::Page, said.to(language).into_any())}
                    </p>
                </details>
            }
        })
        .collect();
    view! { <div class="terms"><h3>{entry_page::TERMS.to(language)}</h3>{terms}</div> }
}
