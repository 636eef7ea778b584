//! Where the facts of an entry page come from.

use crate::view;
use leptos::prelude::*;

use crate::components::{To, composed, inline, numbered_sources, time_of, way};
use crate::state::content::{Content, use_language};
use catalogue::{Entry, EntryIndex};
use messages::entry_page;

/// The numbers of the sources that some fields rest on; those of a part of a field (`links.depot`) count for it.
pub(super) fn of(entry: &Entry, fields: &[&str]) -> Vec<usize> {
    let is_of = |told: &String| {
        fields.iter().any(|field| told.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
    };
    let sources = entry.sources.iter().zip(1..);
    sources.filter(|(source, _)| source.fields.iter().any(is_of)).map(|(_, number)| number).collect()
}

/// That something was looked for in vain, and when.
pub(super) fn not_found(entry: &Entry, field: &str) -> Option<String> {
    let language = use_language();
    let sought = entry.not_found(field)?;
    Some(entry_page::not_found(language, sought.date.map(|date| date.in_words(language)).as_deref()))
}

/// The sources, then the editors' own choices; nothing where the entry says neither its sources nor when it was
/// checked.
pub(super) fn sources(content: &Content, index: EntryIndex) -> Option<AnyView> {
    let language = use_language();
    let catalogue = content.catalogue();
    let entry = content.entry(index);
    if entry.sources.is_empty() && entry.checked.is_none() {
        return None;
    }
    let mut sources: Vec<_> = (entry.sources.iter())
        .map(|source| {
            let document = source.document.map(|rank| &catalogue.documents[rank]);
            let title = document.map(|document| &document.title).or(source.title.as_ref());
            let title = title.map_or_else(
                || source.url.as_ref().map_or_else(String::new, |url| url.host().to_owned()),
                |title| inline(title).into_owned(),
            );
            let title = composed(title);
            let nature = document.map(|document| inline(&document.nature)).unwrap_or_default();
            let lines = source.lines.as_ref().map(|lines| entry_page::lines(language, lines)).unwrap_or_default();
            let date = source.date.map(|date| date.in_words(language)).unwrap_or_default();
            let deduced = if source.is_deduced { entry_page::DEDUCED.to(language) } else { "" };
            let about = messages::in_brackets(&[&*nature, &lines, &date, deduced]);
            let title = match &source.url {
                Some(url) => way(None, url.as_str().to_owned(), To::Site, title),
                None => title,
            };
            (title, composed(about))
        })
        .collect();
    let checked = entry.checked.map(|date| view! { ", " {time_of(date)} });
    let choices = (!entry.sources.is_empty()).then(|| view! { <p>{entry_page::EDITORS_CHOICES.to(language)}</p> });
    sources.push((entry_page::EDITORS.to(language).into_any(), view! { {checked} {choices} }));
    Some(view! {
        <section aria-labelledby="sources-title">
            <h2 id="sources-title">{entry_page::SOURCES.to(language)}</h2>
            {numbered_sources(sources)}
        </section>
    })
}
