//! Where the facts of a fiche come from.

use crate::view;
use leptos::prelude::*;

use crate::state::content::{Content, use_language};
use catalogue::EntryIndex;
use messages::fiche;

/// The sources, then the editors' own choices.
pub(super) fn sources(content: &Content, index: EntryIndex) -> AnyView {
    let language = use_language();
    let catalogue = content.catalogue();
    let entry = content.entry(index);
    let mut sources: Vec<_> = (entry.sources.iter())
        .map(|(document, lines)| {
            let document = &catalogue.documents[*document];
            let lines = lines.as_ref().map(|lines| fiche::lines(language, lines)).unwrap_or_default();
            let about = messages::in_brackets(&[document.nature.as_str(), lines.as_str()]);
            (document.title.to_string(), about.into_any(), None)
        })
        .collect();
    let checked =
        entry.checked.map(|date| view! { ", " <time datetime=date.to_string()>{date.in_words(language)}</time> });
    sources.push((
        fiche::EDITORS.to(language).to_owned(),
        checked.into_any(),
        Some(fiche::EDITORS_CHOICES.to(language)),
    ));
    let items: Vec<_> = (sources.into_iter().zip(1..))
        .map(|((title, about, note), number)| {
            view! {
                <li id=format!("source-{number}")>
                    <span>{number}</span>
                    <div><b>{title}</b>{about}{note.map(|note| view! { <p>{note}</p> })}</div>
                </li>
            }
        })
        .collect();
    view! {
        <section aria-labelledby="sources-titre">
            <h2 id="sources-titre">{fiche::SOURCES.to(language)}</h2>
            <ol class="sources">{items}</ol>
        </section>
    }
}
