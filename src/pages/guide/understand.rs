//! What a digital commons is: definitions, characteristics, what is shared, examples, words, readings.

use leptos::prelude::*;

use super::pieces::{choices, cite, first_of, framed_list, names, remark, summary, told_list};
use crate::components::{To, composed, entry_link, icon, label_of, nature, sign, theme_tag, way, written};
use crate::pages::catalogue::value_label;
use crate::state::content::{Content, use_language};
use crate::state::links::{address, link_to};
use crate::view;
use catalogue::{EntryIndex, Model, PageSection};
use insight::guides::{self, CHARACTERISTIC, DEFINITION, Sector, of_nature};
use insight::pages::of_commons;
use messages::{entry_page, understand as said};
use search::facet::Facet;
use search::query::{Query, Scope};
use text::letters::capitalised;

pub(super) fn definitions(content: &Content) -> AnyView {
    framed(content, DEFINITION)
}

pub(super) fn characteristics(content: &Content) -> AnyView {
    framed(content, CHARACTERISTIC)
}

fn framed(content: &Content, nature: &str) -> AnyView {
    let definitions: Vec<EntryIndex> = of_nature(content.catalogue(), Model::Definition, nature).collect();
    let (shown, others) = first_of(&definitions, Some(&Query::of_model(content.catalogue(), Model::Definition)));
    view! { {framed_list(shown.iter().map(|index| definition(content, *index)).collect())} {others} }
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
    let (shown, others) = first_of(&readings, Some(&Query::of_model(content.catalogue(), Model::Resource)));
    let readings: Vec<AnyView> = shown.iter().map(|index| reading(content, *index)).collect();
    view! { {told_list(readings)} {others} }
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
    let kinds = counts.iter().map(|value| {
        let word = Facet::Nature.row().word(content.catalogue(), value.code);
        let label = value_label(content, Facet::Nature.into(), value.code);
        (address(&all.clone().with(Facet::Nature, &word)), label, Some(value.count))
    });
    let levels = content.catalogue().of_model(Model::Commons).filter(|(_, entry)| !entry.levels.is_empty());
    let levels: Vec<EntryIndex> = levels.map(|(index, _)| index).collect();
    let levels = (!levels.is_empty()).then(|| view! { <p>{said::LEVELS.to(language)} " " {names(&levels)} "."</p> });
    view! { {choices(section.heading.as_str(), kinds.collect())} {levels} }
}

/// Every other term, by name.
pub(super) fn lexicon(content: &Content) -> AnyView {
    let terms = guides::lexicon(content.catalogue());
    let (shown, others) = first_of(&terms, Some(&Query::of_model(content.catalogue(), Model::Definition)));
    let terms: Vec<AnyView> = (shown.iter().copied())
        .map(|index| {
            let entry = content.entry(index);
            view! {
                <div id=entry.id.clone()>
                    <dt><a href=link_to(entry)>{written(&entry.name)}</a></dt>
                    <dd>{summary(content, index)}{cite(content, index)}{remark(entry.note.as_ref())}</dd>
                </div>
            }
        })
        .collect();
    view! { <dl class="lexicon">{terms}</dl> {others} }
}

/// Something to read: what it is, its date, where it is.
fn reading(content: &Content, index: EntryIndex) -> AnyView {
    let language = use_language();
    let entry = content.entry(index);
    let dates: Vec<String> =
        entry.dates.iter().filter_map(|fact| fact.date).map(|date| date.in_words(language)).collect();
    let what = nature(content.catalogue(), entry).into_iter().chain(dates).collect::<Vec<_>>().join(", ");
    let links: Vec<AnyView> = (entry.links.iter())
        .filter_map(|link| {
            let url = link.url.as_ref()?;
            let label = label_of(link, url);
            let label = view! { {label} {icon("external")} };
            Some(view! { <p class="guide__address">{way(None, url.as_str().to_owned(), To::Site, label)}</p> })
        })
        .collect();
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
