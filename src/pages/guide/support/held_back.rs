//! What holds commons back, and what helped others.

use leptos::prelude::*;

use super::super::pieces::{choices, cite, heading, lead, onward, sentences, told_list};
use crate::components::{composed, entry_link, inline};
use crate::state::content::{Content, use_language};
use crate::state::links::address;
use crate::view;
use catalogue::{EntryIndex, Text, VocabularyKey};
use insight::guides::{families, practices};
use messages::support as said;
use search::facet::Facet;
use search::query::Query;

/// The families, each with who met them and what helped.
pub(super) fn held_back(content: &Content) -> AnyView {
    let language = use_language();
    let mut anchors = Vec::new();
    let mut parts: Vec<AnyView> = Vec::new();
    let mut part = |id: &str, label: String, cases: Vec<AnyView>, more: Option<AnyView>| {
        let id = format!("frein-{id}");
        anchors.push((format!("#{id}"), label.clone(), Some(cases.len())));
        parts.push(view! { {heading(id, composed(label))} {told_list(cases)} {more} });
    };
    for family in families(content.catalogue()) {
        let cases = family.cases.iter().map(|case| self::case(content, case.entry, &case.obstacles)).collect();
        let Some(term) = family.term else {
            part("autres", said::OTHER_OBSTACLES.to(language).to_owned(), cases, None);
            continue;
        };
        let term = content.catalogue().vocabularies.term(VocabularyKey::Obstacle, term);
        let query = Query::default().with(Facet::Obstacle, &term.id);
        let more = onward(address(&query), said::SAME_OBSTACLE.to(language).to_owned());
        part(&term.id, inline(&term.label).into_owned(), cases, Some(more));
    }
    let practices = practices(content.catalogue());
    if !practices.is_empty() {
        let cases = practices.into_iter().map(|index| self::case(content, index, &[])).collect();
        part("pratiques", said::PRACTICES.to(language).to_owned(), cases, None);
    }
    view! { {lead(said::OBSTACLES_LEAD.to(language))} {choices(said::FAMILIES.to(language), anchors)} {parts} }
}

/// An entry, its obstacles, and what helped it.
fn case(content: &Content, index: EntryIndex, obstacles: &[Text]) -> AnyView {
    let language = use_language();
    let levers = &content.entry(index).levers;
    let helped = if levers.is_empty() {
        view! { <p class="small quiet">{said::NO_HELP.to(language)}</p> }
    } else {
        view! { <p class="guide__help">{said::HELPED.to(language)}</p> {sentences(levers)} }
    };
    view! {
        <li>
            <p class="guide__name">{entry_link(index)}{cite(content, index)}</p>
            {(!obstacles.is_empty()).then(|| sentences(obstacles))}
            {helped}
        </li>
    }
}
