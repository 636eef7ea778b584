//! Where the facts of an entry page come from.

use crate::view;
use leptos::prelude::*;

use crate::state::content::{Content, use_language};
use catalogue::EntryIndex;
use messages::entry_page;

/// The sources, then the editors' own choices.
pub(super) fn sources(content: &Content, index: EntryIndex) -> AnyView {
    let language = use_language();
    let catalogue = content.catalogue();
    let entry = content.entry(index);
    let mut sources: Vec<_> = (entry.sources.iter())
        .map(|(document, lines)| {
            let document = &catalogue.documents[*document];
            let lines = lines.as_ref().map(|lines| entry_page::lines(language, lines)).unwrap_or_default();
            let about = messages::in_brackets(&[document.nature.as_str(), lines.as_str()]);
            (document.title.to_string(), about.into_any(), None)
        })
        .collect();
    let checked =
        entry.checked.map(|date| view! { ", " <time datetime=date.to_string()>{date.in_words(language)}</time> });
    sources.push((
        entry_page::EDITORS.to(language).to_owned(),
        checked.into_any(),
        Some(entry_page::EDITORS_CHOICES.to(language)),
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
        <section aria-labelledby="sources-title">
            <h2 id="sources-title">{entry_page::SOURCES.to(language)}</h2>
            <ol class="sources">{items}</ol>
        </section>
    }
}
