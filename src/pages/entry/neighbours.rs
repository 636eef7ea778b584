//! Entries to go on with: those that cite this one, those it is related to, those that share the most
//! with it. Each once.

use crate::view;
use leptos::prelude::*;

use crate::components::{composed, entry_link, inline, small_triad, theme_class};
use crate::state::content::{Content, use_language};
use catalogue::{EntryIndex, Kind, Relation, VocabularyKey};
use insight::relations::{self, Tie};
use messages::entry_page;

/// Neighbours of an entry.
struct Group {
    heading: &'static str,
    entries: Vec<EntryIndex>,
    /// Whether each says what it shares with the entry, which its heading does not.
    says_why: bool,
}

/// The groups of neighbours of an entry, the closest first.
fn groups(content: &Content, index: EntryIndex) -> Vec<Group> {
    let language = use_language();
    let entry = content.entry(index);
    let citations = content.catalogue().citations(index);
    let mut seen = vec![index];
    let mut groups = Vec::new();
    for relation in Relation::ALL {
        let cited = citations.iter().filter(|citation| citation.relation == relation).map(|citation| citation.from);
        let is_related = relation == Relation::Related;
        let related = entry.related.iter().copied().filter(|_| is_related);
        let mut group = Vec::new();
        for other in related.chain(cited) {
            if !seen.contains(&other) {
                seen.push(other);
                group.push(other);
            }
        }
        if !group.is_empty() {
            let heading = relation.heading(language, group.len());
            groups.push(Group { heading, entries: group, says_why: is_related });
        }
    }
    seen.extend(&entry.bearers);
    let close = relations::related(content.catalogue(), index, &seen);
    if !close.is_empty() {
        let heading = entry_page::CLOSE.agree(language, close.len());
        groups.push(Group { heading, entries: close, says_why: true });
    }
    groups
}

/// What two entries share, in words to be composed; nothing when they share nothing.
fn shared(content: &Content, one: EntryIndex, other: EntryIndex) -> String {
    let language = use_language();
    let catalogue = content.catalogue();
    let (mut bearers, mut programmes, mut themes) = (Vec::new(), Vec::new(), Vec::new());
    for tie in relations::ties(catalogue, one, other) {
        match tie {
            Tie::Bearer(entry) => bearers.push(inline(&catalogue.entry(entry).name)),
            Tie::Programme(entry) => programmes.push(inline(&catalogue.entry(entry).name)),
            Tie::Theme(theme) => {
                themes.push(inline(&catalogue.vocabularies.term(VocabularyKey::Theme, theme).label));
            }
        }
    }
    let [bearers, programmes, themes] =
        [&bearers, &programmes, &themes].map(|names| names.iter().map(|name| &**name).collect::<Vec<&str>>());
    entry_page::shared(language, &bearers, &programmes, &themes)
}

pub(super) fn neighbours(content: &Content, index: EntryIndex) -> Option<AnyView> {
    let language = use_language();
    let groups: Vec<_> = groups(content, index)
        .into_iter()
        .map(|Group { heading, entries, says_why }| {
            let neighbour = |other| neighbour(content, other, says_why.then(|| shared(content, index, other)));
            let entries: Vec<_> = entries.into_iter().map(neighbour).collect();
            view! { <div><h2>{heading}</h2><ul role="list">{entries}</ul></div> }
        })
        .collect();
    (!groups.is_empty()).then(
        || view! { <section class="neighbours" aria-label=entry_page::NEIGHBOURS.to(language)>{groups}</section> },
    )
}

/// A neighbour with why it is one, or with what it is.
fn neighbour(content: &Content, index: EntryIndex, why: Option<String>) -> AnyView {
    let entry = content.entry(index);
    let triad = small_triad(entry, true);
    let text = entry.gist().map(|text| inline(text).into_owned());
    let text = why.filter(|why| !why.is_empty()).or(text);
    let text = if entry.kind == Kind::COMMONS {
        text
    } else {
        Some(format!("{}. {}", content.catalogue().kinds.words(entry.kind).name, text.unwrap_or_default()))
    };
    view! {
        <li class=format!("neighbour {}", theme_class(content.catalogue(), entry))>
            <span class="motif" aria-hidden="true"></span>
            {entry_link(index)}
            <p>{text.map(composed)}</p>
            {triad}
        </li>
    }
}
