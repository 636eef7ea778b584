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
use crate::messages::{self, fiche};
use crate::ui::components::contact;
use crate::ui::context::use_content;
use crate::ui::frame::use_frame;
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
    let contents = (total > 1).then(|| contents(&rubrics));
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

/// The contents of the fiche, with what is missing.
fn contents(rubrics: &[Rubric]) -> AnyView {
    let items: Vec<_> = rubrics
        .iter()
        .map(|rubric| {
            let (number, title, missing) = (rubric.number, rubric.title, rubric.blocks.is_empty());
            view! { <li><a href=format!("#r{number}")><span>{number}</span><span class:manque=missing>{title}</span></a></li> }
        })
        .collect();
    view! {
        <nav class="sommaire" aria-labelledby="sommaire-titre">
            <h2 id="sommaire-titre">{fiche::CONTENTS}</h2>
            <ol role="list">{items}</ol>
        </nav>
    }
}

fn section(rubric: Rubric) -> impl IntoView {
    let (id, heading) = (format!("r{}", rubric.number), format!("r{}-titre", rubric.number));
    let labelled_by = heading.clone();
    let missing = rubric.blocks.is_empty();
    let body = if missing {
        view! { <p class="nr">{messages::UNKNOWN}</p> }
    } else {
        rubric.blocks.into_iter().map(blocks::block).collect::<Vec<_>>().into_any()
    };
    view! {
        <section class="rubrique" class:rubrique--vide=missing id=id aria-labelledby=labelled_by>
            <h2 id=heading><span>{rubric.number}</span>{rubric.title}</h2>
            {body}
        </section>
    }
}
