//! The results as a table.

use crate::view;
use leptos::prelude::*;

use crate::components::{
    Size, bearers, composed, dash, entry_link, framed_table, in_words, inline, keep_button, keyed, licences, nature,
    stages, triad,
};
use crate::state::content::{use_content, use_language};
use crate::state::frame::use_frame;
use ::catalogue::{Axis, Catalogue, Entry, EntryIndex, FieldType, Filled, Stage};
use messages::{Message, catalogue as said};

/// A column: what it is called, whether some entry fills it, whether it holds numbers, what it reads of an entry.
type Column = (Message, fn(Filled) -> bool, bool, fn(&Catalogue, &Entry) -> Option<AnyView>);

/// Our columns, after the name and what the catalogue adds.
const COLUMNS: [Column; 5] = [
    (said::NATURE, |filled| filled.nature, false, |catalogue, entry| nature(catalogue, entry).map(composed)),
    (said::BEARER, |filled| filled.bearers, false, bearers),
    (said::LICENCE, |filled| filled.licences, false, |catalogue, entry| licences(catalogue, entry).map(composed)),
    (said::MATURITY, |filled| filled.maturity, false, |_, entry| Some(maturity(entry))),
    (said::NEED_COUNT, |filled| filled.needs, true, |_, entry| needs(entry)),
];

/// Those that some entry fills.
fn columns(catalogue: &Catalogue) -> impl Iterator<Item = Column> {
    COLUMNS.into_iter().filter(|(_, is_filled, ..)| catalogue.says(*is_filled))
}

/// The table; its frame scrolls sideways on narrow screens.
pub(super) fn table(entries: Memo<Vec<u32>>) -> AnyView {
    let language = use_language();
    let content = use_content();
    let catalogue = content.catalogue();
    let rows = keyed(entries, |number| row(EntryIndex(number)));
    let own = catalogue.fields.iter().filter(|field| field.is_in_table).map(|field| inline(&field.label).into_owned());
    let ours = columns(catalogue).map(|(name, ..)| name).chain((!use_frame().is_embed()).then_some(said::SELECTION));
    let names = [said::NAME.to(language).to_owned()].into_iter().chain(own);
    let names = names.chain(ours.map(|name| name.to(language).to_owned()));
    let heads: Vec<_> = names.map(|name| view! { <th scope="col">{composed(name)}</th> }).collect();
    let axes = catalogue.says(|filled| filled.maturity).then(|| said::TABLE_AXES.to(language));
    let rows = view! { <thead><tr>{heads}</tr></thead> <tbody>{rows}</tbody> };
    view! {
        {framed_table("table", said::TABLE, rows)}
        <p class="tiny quiet">{said::TABLE_NOTE.to(language)}{axes}</p>
    }
}

fn row(index: EntryIndex) -> AnyView {
    let content = use_content();
    let catalogue = content.catalogue();
    let entry = content.entry(index);
    let own: Vec<_> = (catalogue.fields.iter().enumerate())
        .filter(|(_, field)| field.is_in_table)
        .map(|(rank, field)| {
            let said = entry.said(rank).map(|said| in_words(&content, rank, said));
            view! { <td class:num=field.of == FieldType::Number>{said.map_or_else(unknown, composed)}</td> }
        })
        .collect();
    let ours: Vec<_> = columns(catalogue)
        .map(|(_, _, is_number, read)| view! { <td class:num=is_number>{read(catalogue, entry).unwrap_or_else(unknown)}</td> })
        .collect();
    view! {
        <tr>
            <th scope="row">{entry_link(index)}</th>
            {own}
            {ours}
            {keep_button(index, false).map(|keep| view! { <td>{keep}</td> })}
        </tr>
    }
}

fn maturity(entry: &Entry) -> AnyView {
    let language = use_language();
    let stages = stages(entry);
    let levels = [Axis::Resource, Axis::Community, Axis::Governance].map(|axis| {
        let name = axis.name(language);
        view! { <span><abbr title=name>{axis.letter(language)}</abbr>{Stage::inside(stages[axis as usize], language)}</span> }
    });
    let levels = if stages == [None; 3] { unknown() } else { Vec::from(levels).into_any() };
    view! { <div class="maturity-cell">{triad(stages, Size::Small, false)}<span>{levels}</span></div> }
}

fn needs(entry: &Entry) -> Option<AnyView> {
    (!entry.needs.is_empty()).then(|| entry.needs.len().into_any())
}

/// The note under the table explains the dash.
fn unknown() -> AnyView {
    dash(messages::UNKNOWN)
}
