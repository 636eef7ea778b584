//! The fiche of an entry, of any kind.

mod aside;
mod blocks;
mod head;
mod neighbours;
mod resources;
mod rubrics;
mod sources;

pub(super) use blocks::block;
pub(super) use rubrics::{Block, as_kind as rubrics_as};

use crate::ui::view;
use leptos::prelude::*;

use crate::catalogue::{EntryIndex, Kind};
use crate::messages::fiche;
use crate::ui::components::{chapter, contact, contents};
use crate::ui::context::use_content;
use crate::ui::frame::use_frame;
pub(super) use blocks::dates;
pub(super) use head::figures;
use rubrics::Rubric;

/// A fiche.
#[component]
pub(in crate::ui) fn Fiche(
    /// The entry.
    index: EntryIndex,
) -> impl IntoView {
    let content = use_content();
    let entry = content.entry(index);
    let rubrics = rubrics::of(&content, index);
    // Only the fiches whose rubrics are set say what is missing.
    let fixed = matches!(entry.kind, Kind::Commons | Kind::Programme);
    let missing: Vec<usize> =
        rubrics.iter().filter(|rubric| rubric.blocks.is_empty()).map(|rubric| rubric.number).collect();
    let total = rubrics.len();
    let completeness = fixed.then_some((total - missing.len(), total));
    let parts = rubrics.iter().map(|rubric| (anchor(rubric.number), rubric.title, rubric.blocks.is_empty()));
    let contents = (total > 1).then(|| contents(fiche::CONTENTS, parts.collect()));
    let to_complete = (fixed && missing.len() * 2 > total).then(|| {
        let subject = fiche::correction_subject(entry.name.as_str());
        let link = contact(content.catalogue(), &subject).map(|href| view! { <p><a href=href>{fiche::COMPLETE_IT}</a></p> });
        view! { <div class="encart"><p><b>{fiche::TO_COMPLETE}</b>{fiche::to_complete(missing.len(), total)}</p>{link}</div> }
    });
    let sections: Vec<_> = rubrics.into_iter().map(section).collect();
    view! {
        <div class="enveloppe">
            {(!use_frame().is_embed()).then(|| head::breadcrumb(&content, index))}
            {head::plate(&content, index)}
            {head::figures(&content, index)}
            <div class="fiche">
                {contents}
                <div class="fiche__corps">
                    {to_complete}
                    {sections}
                </div>
                {aside::aside(&content, index, completeness)}
            </div>
            <div class="bas-fiche">
                {neighbours::neighbours(&content, index)}
                {sources::sources(&content, index)}
            </div>
        </div>
    }
}

/// The anchor of a rubric.
fn anchor(number: usize) -> String {
    format!("r{number}")
}

fn section(rubric: Rubric) -> AnyView {
    let body = rubric.blocks.into_iter().map(blocks::block).collect::<Vec<_>>();
    chapter(anchor(rubric.number), rubric.number, rubric.title, (!body.is_empty()).then(|| body.into_any()))
}
