//! Entries to go on with: those that cite this one, and those it is related to. Each once.

use crate::ui::view;
use leptos::prelude::*;

use crate::catalogue::{EntryIndex, Kind, Relation};
use crate::messages::{self, fiche};
use crate::ui::components::{Size, entry_link, stages, theme_class, triad};
use crate::ui::context::Content;

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
    groups
}

/// The neighbours.
pub(super) fn neighbours(content: &Content, index: EntryIndex) -> Option<AnyView> {
    let groups: Vec<_> = groups(content, index)
        .into_iter()
        .map(|(heading, entries)| {
            let entries: Vec<_> = entries.into_iter().map(|index| neighbour(content, index)).collect();
            view! { <div><h2>{heading}</h2><ul role="list">{entries}</ul></div> }
        })
        .collect();
    (!groups.is_empty()).then(|| view! { <section class="voisins" aria-label=fiche::NEIGHBOURS>{groups}</section> })
}

fn neighbour(content: &Content, index: EntryIndex) -> AnyView {
    let entry = content.entry(index);
    let triad = (entry.kind == Kind::Commons).then(|| view! { {triad(stages(entry), Size::Small, true)} });
    let text = entry.summary.as_ref().or(entry.need.as_ref()).map(ToString::to_string);
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
