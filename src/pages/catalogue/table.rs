//! The results as a table.

use crate::view;
use leptos::prelude::*;

use crate::components::{
    Size, bearers, composed, dash, entry_link, framed_table, in_words, inline, keep_button, keyed, licences, nature,
    stages, triad,
};
use crate::state::content::{Content, use_content, use_language};
use crate::state::frame::use_frame;
use ::catalogue::{Axis, EntryIndex, FieldType, Stage};
use messages::catalogue;

/// The table; its frame scrolls sideways on narrow screens.
pub(super) fn table(entries: Memo<Vec<u32>>) -> AnyView {
    let language = use_language();
    let rows = keyed(entries, |number| row(EntryIndex(number)));
    let selection = (!use_frame().is_embed()).then_some(catalogue::SELECTION);
    let content = use_content();
    let shown = shown(&content);
    let ours = catalogue::COLUMNS.into_iter().zip(shown).filter(|(_, is_shown)| *is_shown);
    let ours = ours.map(|(name, _)| name.to(language).to_owned());
    // The name, then what the catalogue adds.
    let ours: Vec<String> = ours.collect();
    let (name, ours) = ours.split_at(1);
    let own = content
        .catalogue()
        .fields
        .iter()
        .filter(|field| field.is_in_table)
        .map(|field| inline(&field.label).into_owned());
    let selection = selection.into_iter().map(|name| name.to(language).to_owned());
    let columns: Vec<_> = name
        .iter()
        .cloned()
        .chain(own)
        .chain(ours.iter().cloned())
        .chain(selection)
        .map(|name| view! { <th scope="col">{composed(name)}</th> })
        .collect();
    let axes = content.catalogue().says(|filled| filled.maturity).then(|| catalogue::TABLE_AXES.to(language));
    let rows = view! { <thead><tr>{columns}</tr></thead> <tbody>{rows}</tbody> };
    view! {
        {framed_table("table", catalogue::TABLE, rows)}
        <p class="tiny quiet">{catalogue::TABLE_NOTE.to(language)}{axes}</p>
    }
}

/// Which of our columns say something of some entry.
fn shown(content: &Content) -> [bool; 6] {
    let catalogue = content.catalogue();
    [
        true,
        catalogue.says(|filled| filled.nature),
        catalogue.says(|filled| filled.bearers),
        catalogue.says(|filled| filled.licences),
        catalogue.says(|filled| filled.maturity),
        catalogue.says(|filled| filled.needs),
    ]
}

fn row(index: EntryIndex) -> AnyView {
    let language = use_language();
    let content = use_content();
    let catalogue = content.catalogue();
    let entry = content.entry(index);
    let stages = stages(entry);
    let levels = [Axis::Resource, Axis::Community, Axis::Governance].map(|axis| {
        let name = axis.name(language);
        view! { <span><abbr title=name>{axis.letter(language)}</abbr>{Stage::inside(stages[axis as usize], language)}</span> }
    });
    let maturity = if stages == [None; 3] { unknown() } else { Vec::from(levels).into_any() };
    let needs = if entry.needs.is_empty() { unknown() } else { entry.needs.len().into_any() };
    let own: Vec<_> = (catalogue.fields.iter().enumerate())
        .filter(|(_, field)| field.is_in_table)
        .map(|(rank, field)| {
            let said = entry.said(rank).map(|said| in_words(&content, rank, said));
            view! { <td class:num=field.of == FieldType::Number>{cell(said)}</td> }
        })
        .collect();
    let [_, has_nature, bearer, licence, mature, need] = shown(&content);
    view! {
        <tr>
            <th scope="row">{entry_link(index)}</th>
            {own}
            {has_nature.then(|| view! { <td>{cell(nature(catalogue, entry))}</td> })}
            {bearer.then(|| view! { <td>{bearers(catalogue, entry).unwrap_or_else(unknown)}</td> })}
            {licence.then(|| view! { <td>{cell(licences(catalogue, entry))}</td> })}
            {mature.then(|| view! { <td><div class="maturity-cell">{triad(stages, Size::Small, false)}<span>{maturity}</span></div></td> })}
            {need.then(|| view! { <td class="num">{needs}</td> })}
            {keep_button(index, false).map(|keep| view! { <td>{keep}</td> })}
        </tr>
    }
}

fn cell(text: Option<String>) -> AnyView {
    text.map_or_else(unknown, composed)
}

/// The note under the table explains the dash.
fn unknown() -> AnyView {
    dash(messages::UNKNOWN)
}
