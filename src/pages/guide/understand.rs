//! What a digital commons is: definitions, characteristics, what is shared, examples, words, readings.

use leptos::prelude::*;

use super::Chapter;
use super::pieces::{choices, cite, framed_list, lead, names, remark, summary, told_list};
use crate::components::{To, breakable, composed, entry_link, icon, nature, sign, theme_tag, way, written};
use crate::pages::catalogue::value_label;
use crate::state::content::{Content, use_language};
use crate::state::links::{address, link_to};
use crate::view;
use catalogue::{EntryIndex, Kind};
use insight::guides::{CHARACTERISTIC, DEFINITION, Sector, examples, lexicon, of_nature, readings};
use messages::{entry_page, understand as said};
use search::facet::Facet;
use search::query::Query;
use text::letters::capitalised;

/// The parts of the page.
pub(super) fn chapters(content: &Content) -> Vec<Chapter> {
    let language = use_language();
    let catalogue = content.catalogue();
    let definitions = of_nature(catalogue, Kind::Definition, DEFINITION);
    let side_by_side = framed_list(definitions.iter().map(|index| definition(content, *index)).collect());
    let traits = of_nature(catalogue, Kind::Definition, CHARACTERISTIC).into_iter();
    let traits: Vec<AnyView> = traits.map(|index| definition(content, index)).collect();
    let sectors: Vec<AnyView> = examples(catalogue, &definitions)
        .into_iter()
        .map(|Sector { theme, commons }| view! { <li>{theme_tag(theme)}<p>{names(&commons)}</p></li> })
        .collect();
    let sectors = view! { {lead(said::EXAMPLES_LEAD.to(language))} {told_list(sectors)} };
    let readings: Vec<AnyView> = readings(catalogue).into_iter().map(|index| reading(content, index)).collect();
    vec![
        Chapter(
            "definitions",
            said::DEFINITIONS.to(language),
            view! { {lead(said::DEFINITIONS_LEAD.to(language))} {side_by_side} },
        ),
        Chapter("caracteristiques", said::CHARACTERISTICS.to(language), framed_list(traits)),
        Chapter(
            "ressources",
            said::KINDS.to(language),
            view! { {lead(said::KINDS_LEAD.to(language))} {kinds(content)} },
        ),
        Chapter("exemples", said::EXAMPLES.to(language), sectors),
        Chapter(
            "lexique",
            said::LEXICON.to(language),
            view! { {lead(said::LEXICON_LEAD.to(language))} {terms(content)} },
        ),
        Chapter(
            "lectures",
            said::READINGS.to(language),
            view! { {lead(said::READINGS_LEAD.to(language))} {told_list(readings)} },
        ),
    ]
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
fn kinds(content: &Content) -> AnyView {
    let language = use_language();
    let counts = content.index.top(&Query::default(), 0);
    let kinds = counts.values(Facet::Nature).iter().map(|value| {
        let word = Facet::Nature.definition().word(content.catalogue(), value.code);
        let label = value_label(content, Facet::Nature.into(), value.code);
        (address(&Query::default().with(Facet::Nature, &word)), label, Some(value.count))
    });
    let levels = content.catalogue().of_kind(Kind::Commons).filter(|(_, entry)| !entry.levels.is_empty());
    let levels: Vec<EntryIndex> = levels.map(|(index, _)| index).collect();
    let levels = (!levels.is_empty()).then(|| view! { <p>{said::LEVELS.to(language)} " " {names(&levels)} "."</p> });
    view! { {choices(said::KINDS.to(language), kinds.collect())} {levels} }
}

/// Every other term, by name.
fn terms(content: &Content) -> AnyView {
    let terms: Vec<AnyView> = lexicon(content.catalogue())
        .into_iter()
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
    view! { <dl class="lexicon">{terms}</dl> }
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
            let label = link.label.as_ref().map_or_else(|| breakable(url.host()), written);
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
