//! What a digital commons is: definitions, characteristics, what is shared, examples, words, readings.

use leptos::prelude::*;

use super::pieces::{cite, first_told, framed_list, links, names, remark, summary, told_list, values};
use crate::components::{composed, entry_link, nature, sign, theme_tag, written};
use crate::state::content::{Content, use_language};
use crate::state::links::link_to;
use crate::view;
use catalogue::{EntryIndex, Model, PageSection};
use insight::guides::{self, Sector, of_nature};
use insight::pages::of_commons;
use messages::{entry_page, understand as said};
use search::facet::Facet;
use search::query::{Query, Scope};
use text::letters::capitalised;

/// The definitions of a nature.
pub(super) fn framed(content: &Content, nature: &str) -> AnyView {
    let definitions: Vec<EntryIndex> = of_nature(content.catalogue(), Model::Definition, nature).collect();
    let tell = |index: &EntryIndex| definition(content, *index);
    first_told(content, &definitions, Some(Model::Definition), framed_list, tell)
}

/// The commons that the documents of the definitions cite, by theme.
pub(super) fn examples(content: &Content) -> AnyView {
    let sectors: Vec<AnyView> = guides::sectors(content.catalogue())
        .into_iter()
        .map(|Sector { theme, commons }| view! { <li>{theme_tag(theme)}<p>{names(&commons)}</p></li> })
        .collect();
    told_list(sectors)
}

pub(super) fn readings(content: &Content) -> AnyView {
    let readings: Vec<EntryIndex> = guides::readings(content.catalogue()).collect();
    let tell = |index: &EntryIndex| reading(content, *index);
    first_told(content, &readings, Some(Model::Resource), told_list, tell)
}

/// A definition, with its sign if it has one, and its remark.
fn definition(content: &Content, index: EntryIndex) -> AnyView {
    let entry = content.entry(index);
    view! {
        <li id=entry.id.clone()>
            {sign(&entry.id)}
            <p class="guide__name">{entry_link(index)}</p>
            <p>{summary(content, index)}{cite(content, index)}</p>
            {remark(entry.note.as_ref())}
        </li>
    }
}

/// What is shared: the types of commons, with how many there are; then commons of several levels.
pub(super) fn natures(content: &Content, section: &PageSection) -> AnyView {
    let language = use_language();
    let counts = of_commons(&content.index, Facet::Nature);
    // Of the kind that they are counted of.
    let all = Query::of(Scope::Kind(content.catalogue().kind_of(Model::Commons)));
    let natures = values(content, section.heading.as_str(), Facet::Nature.into(), &all, counts.into_iter());
    let levels = guides::such(content.catalogue(), Model::Commons, |entry| !entry.levels.is_empty());
    let levels: Vec<EntryIndex> = levels.collect();
    let levels = (!levels.is_empty()).then(|| view! { <p>{said::LEVELS.to(language)} " " {names(&levels)} "."</p> });
    view! { {natures} {levels} }
}

/// Every other term, by name.
pub(super) fn lexicon(content: &Content) -> AnyView {
    let terms = guides::lexicon(content.catalogue());
    let list = |terms: Vec<AnyView>| view! { <dl class="lexicon">{terms}</dl> };
    first_told(content, &terms, Some(Model::Definition), list, |index| {
        let entry = content.entry(*index);
        view! {
            <div id=entry.id.clone()>
                <dt><a href=link_to(entry)>{written(&entry.name)}</a></dt>
                <dd>{summary(content, *index)}{cite(content, *index)}{remark(entry.note.as_ref())}</dd>
            </div>
        }
    })
}

/// Something to read: what it is, its date, where it is.
fn reading(content: &Content, index: EntryIndex) -> AnyView {
    let language = use_language();
    let entry = content.entry(index);
    let dates: Vec<String> =
        entry.dates.iter().filter_map(|fact| fact.date).map(|date| date.in_words(language)).collect();
    let what = nature(content.catalogue(), entry).into_iter().chain(dates).collect::<Vec<_>>().join(", ");
    let links: Vec<AnyView> = links(entry).collect();
    let missing = links
        .is_empty()
        .then(|| view! { <p class="tiny quiet">{capitalised(entry_page::NO_ADDRESS.to(language))} "."</p> });
    view! {
        <li>
            <p class="guide__name">{entry_link(index)}</p>
            <p class="small secondary">{composed(what)}</p>
            <p>{summary(content, index)}{cite(content, index)}</p>
            {remark(entry.note.as_ref())}
            {links}
            {missing}
        </li>
    }
}
