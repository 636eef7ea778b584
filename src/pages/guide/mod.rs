//! The pages that help to decide and act, in one frame: a plate, the contents, numbered chapters, the
//! documents that the facts come from.

mod contribute;
mod local;
mod pieces;
mod self_check;
mod support;
mod understand;

use leptos::prelude::*;

use crate::components::{chapter, composed, contents, inline, written};
use crate::state::content::{Content, use_content, use_language};
use crate::view;
use address::route::Guide;
use messages::guides as said;

/// A part of a page: its anchor, its title, what it holds.
struct Chapter(&'static str, &'static str, AnyView);

/// A page.
pub(crate) fn guide(guide: Guide) -> AnyView {
    let language = use_language();
    let content = use_content();
    let (motif, chapters) = match guide {
        Guide::Understand => ("communs", understand::chapters(&content)),
        Guide::Contribute => ("communs", contribute::chapters(&content)),
        Guide::Local => ("services", local::chapters(&content)),
        Guide::Support => ("communs", support::chapters(&content)),
        Guide::SelfCheck => ("communs", self_check::chapters(&content)),
    };
    let parts = chapters.iter().map(|Chapter(id, title, _)| ((*id).to_owned(), (*title).into(), false)).collect();
    let chapters: Vec<AnyView> = (chapters.into_iter().zip(1..))
        .map(|(Chapter(id, title, body), number)| chapter(id.to_owned(), number, title.into(), Some(body)))
        .collect();
    view! {
        <div class="wrapper guide">
            <div class=format!("plate th-{motif}")>
                <div class="plate__band motif" aria-hidden="true"></div>
                <div class="plate__title">
                    <h1>{guide.title(language)}</h1>
                    <p class="lead">{guide.lead(language)}</p>
                </div>
            </div>
            <div class="guide__row">
                {contents(said::CONTENTS.to(language), parts)}
                <div class="guide__body">{chapters}{documents(&content)}</div>
            </div>
        </div>
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
