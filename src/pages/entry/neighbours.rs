//! Entries to go on with: those that cite this one, those it is related to, those that share the most
//! with it. Each once.

use crate::view;
use leptos::prelude::*;

use crate::components::{Size, entry_link, stages, theme_class, triad};
use crate::state::content::Content;
use catalogue::{EntryIndex, Kind, Relation, VocabularyKey};
use insight::relations::{self, Tie};
use messages::fiche;

/// The groups of neighbours of an entry: heading and entries, the closest first.
fn groups(content: &Content, index: EntryIndex) -> Vec<(&'static str, Vec<EntryIndex>)> {
    let entry = content.entry(index);
    let citations = content.catalogue().citations(index);
    let mut seen = vec![index];
    let mut groups = Vec::new();
    for relation in [Relation::Bearer, Relation::Partner, Relation::Example, Relation::Resource, Relation::Related] {
        let cited = citations.iter().filter(|citation| citation.relation == relation).map(|citation| citation.from);
        let (heading, found): (_, Vec<EntryIndex>) = if relation == Relation::Related {
            (fiche::RELATED, entry.related.iter().copied().chain(cited).collect())
        } else {
            (fiche::cited_as(relation), cited.collect())
        };
        let mut group = Vec::new();
        for other in found {
            if !seen.contains(&other) {
                seen.push(other);
                group.push(other);
            }
        }
        if !group.is_empty() {
            groups.push((heading, group));
        }
    }
    seen.extend(&entry.bearers);
    let close = relations::related(content.catalogue(), index, &seen);
    if !close.is_empty() {
        groups.push((fiche::CLOSE, close));
    }
    groups
}

/// What two entries share, in words; nothing when they share nothing.
fn shared(content: &Content, one: EntryIndex, other: EntryIndex) -> String {
    let catalogue = content.catalogue();
    let (mut bearers, mut programmes, mut themes) = (Vec::new(), Vec::new(), Vec::new());
    for tie in relations::ties(catalogue, one, other) {
        match tie {
            Tie::Bearer(entry) => bearers.push(catalogue.entry(entry).name.as_str()),
            Tie::Programme(entry) => programmes.push(catalogue.entry(entry).name.as_str()),
            Tie::Theme(theme) => {
                themes.push(catalogue.vocabularies.term(VocabularyKey::Theme, theme).label.as_str());
            }
        }
    }
    fiche::shared(&bearers, &programmes, &themes)
}

pub(super) fn neighbours(content: &Content, index: EntryIndex) -> Option<AnyView> {
    let groups: Vec<_> = groups(content, index)
        .into_iter()
        .map(|(heading, entries)| {
            let says_why = heading == fiche::CLOSE || heading == fiche::RELATED;
            let neighbour = |other| neighbour(content, other, says_why.then(|| shared(content, index, other)));
            let entries: Vec<_> = entries.into_iter().map(neighbour).collect();
            view! { <div><h2>{heading}</h2><ul role="list">{entries}</ul></div> }
        })
        .collect();
    (!groups.is_empty()).then(|| view! { <section class="voisins" aria-label=fiche::NEIGHBOURS>{groups}</section> })
}

/// A neighbour with why it is one, or with what it is.
fn neighbour(content: &Content, index: EntryIndex, why: Option<String>) -> AnyView {
    let entry = content.entry(index);
    let triad = (entry.kind == Kind::Commons).then(|| view! { {triad(stages(entry), Size::Small, true)} });
    let text = entry.summary.as_ref().or(entry.need.as_ref()).map(ToString::to_string);
    let text = why.filter(|why| !why.is_empty()).or(text);
    let text = if entry.kind == Kind::Commons {
        text
    } else {
        Some(format!("{}. {}", messages::kind(entry.kind), text.unwrap_or_default()))
    };
    view! {
        <li class=format!("voisin {}", theme_class(content.catalogue(), entry))>
            <span class="motif" aria-hidden="true"></span>
            {entry_link(index)}
            <p>{text}</p>
            {triad}
        </li>
    }
}
