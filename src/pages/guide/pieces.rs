//! The pieces that these pages are made of.

use leptos::prelude::*;

use crate::components::{To, citations, composed, entry_link, first_of, icon, label_of, listed, way, written};
use crate::pages::catalogue::value_label;
use crate::state::content::{Content, use_language};
use crate::state::links::{address, link};
use crate::view;
use address::route::Route;
use catalogue::{Entry, EntryIndex, Model, PageSection, Text, shown_of};
use messages::guides as said;
use search::ValueCount;
use search::facet::FacetIndex;
use search::query::Query;

/// A page that lists the documents at its end.
#[derive(Clone)]
pub(super) struct ListsDocuments;

/// The numbers of the documents that an entry comes from, where the page [lists](ListsDocuments) them.
pub(super) fn cite(content: &Content, index: EntryIndex) -> Vec<AnyView> {
    if use_context::<ListsDocuments>().is_none() {
        return Vec::new();
    }
    let mut numbers: Vec<usize> = Vec::new();
    for number in content.entry(index).sources.iter().filter_map(|source| Some(source.document? + 1)) {
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    citations(&numbers)
}

/// A sentence, quietly.
pub(super) fn lead(text: &'static str) -> AnyView {
    view! { <p class="secondary measure">{text}</p> }
}

/// The sentence that opens a part, if it has one.
pub(super) fn lead_of(section: &PageSection) -> Option<AnyView> {
    section.lead.as_ref().map(|lead| view! { <p class="secondary measure">{written(lead)}</p> })
}

/// The first things of a list, each as it is told, in what holds them; then what leads to the others: the entries of a
/// model, if they are.
pub(super) fn first_told<T>(
    content: &Content,
    items: &[T],
    model: Option<Model>,
    list: impl FnOnce(Vec<AnyView>) -> AnyView,
    tell: impl Fn(&T) -> AnyView,
) -> AnyView {
    let query = model.map(|model| Query::of_model(content.catalogue(), model));
    let (shown, others) = first_of(items, query.as_ref());
    view! { {list(shown.iter().map(tell).collect())} {others} }
}

/// What opens an entry's text: its summary, else its need.
pub(super) fn summary(content: &Content, index: EntryIndex) -> Option<AnyView> {
    content.entry(index).gist().map(written)
}

/// An entry with its text and more, under a pictogram if it has one.
pub(super) fn told(content: &Content, index: EntryIndex, sign: Option<&str>, more: Option<AnyView>) -> AnyView {
    view! {
        <li>
            {sign.map(icon)}
            <p class="guide__name">{entry_link(index)}</p>
            <p>{summary(content, index)}{cite(content, index)}</p>
            {more}
        </li>
    }
}

/// Things told, as many side by side as there is room for.
pub(super) fn told_list(items: Vec<AnyView>) -> AnyView {
    view! { <ul class="guide__facts" role="list">{items}</ul> }
}

/// The same, each in a frame.
pub(super) fn framed_list(items: Vec<AnyView>) -> AnyView {
    view! { <ul class="guide__facts guide__facts--framed" role="list">{items}</ul> }
}

pub(super) fn entries(content: &Content, entries: &[EntryIndex]) -> AnyView {
    first_told(content, entries, None, told_list, |index| told(content, *index, None, None))
}

/// The names of entries, as links after each other.
pub(super) fn names(entries: &[EntryIndex]) -> Vec<AnyView> {
    let (entries, others) = entries.split_at(shown_of(entries.len()));
    let others = (!others.is_empty()).then(|| {
        let said = said::others(use_language(), others.len());
        view! { ". " <a href=link(&Route::Catalogue)>{said}</a> }
    });
    listed(", ", entries.iter().map(|index| entry_link(*index))).into_iter().chain(others).collect()
}

/// Sentences as a list.
pub(super) fn sentences(texts: &[Text]) -> AnyView {
    let items: Vec<AnyView> = texts.iter().map(|text| view! { <li>{written(text)}</li> }).collect();
    view! { <ul>{items}</ul> }
}

/// A remark, quietly.
pub(super) fn remark(note: Option<&Text>) -> Option<AnyView> {
    note.map(|note| view! { <p class="tiny quiet">{written(note)}</p> })
}

/// A heading with an anchor inside a chapter.
pub(super) fn heading(id: String, title: AnyView) -> AnyView {
    view! { <h3 class="guide__title" id=id>{title}</h3> }
}

/// Choices that lead somewhere: the anchor or address of each, its name to be composed, how many.
pub(super) fn choices(label: &str, items: Vec<(String, String, Option<usize>)>) -> AnyView {
    let language = use_language();
    let items: Vec<AnyView> = (items.into_iter())
        .map(|(href, name, count)| {
            let count = count.map(|count| view! { " " <span class="quiet">{messages::number(language, count)}</span> });
            view! { <li><a href=href>{composed(name)}{count}</a></li> }
        })
        .collect();
    view! { <nav aria-label=label.to_owned()><ul class="guide__choices" role="list">{items}</ul></nav> }
}

/// The same of the values of a facet, which narrow a query.
pub(super) fn values(
    content: &Content,
    label: &str,
    facet: FacetIndex,
    query: &Query,
    values: impl Iterator<Item = ValueCount>,
) -> AnyView {
    let row = facet.row(content.catalogue());
    let items = values.map(|value| {
        let word = row.word(content.catalogue(), value.code);
        let narrowed = query.clone().with(row.parameter(), &word);
        (address(&narrowed), value_label(content, facet, value.code), Some(value.count))
    });
    choices(label, items.collect())
}

/// Where the links of an entry lead.
pub(super) fn links(entry: &Entry) -> impl Iterator<Item = AnyView> {
    entry.links.iter().filter_map(|link| {
        let url = link.url.as_ref()?;
        let label = view! { {label_of(link, url)} {icon("external")} };
        Some(view! { <p class="guide__address">{way(None, url.as_str().to_owned(), To::Site, label)}</p> })
    })
}
