//! What holds commons back, and what helped others.

use leptos::prelude::*;

use super::pieces::{choices, cite, heading, sentences, told_list};
use crate::components::{composed, entry_link, first_of, inline, onward};
use crate::state::content::{Content, use_language};
use crate::state::links::address;
use crate::view;
use catalogue::{Model, VocabularyKey};
use insight::guides::{Case, families, practices};
use messages::support as said;
use search::facet::Facet;
use search::query::Query;

/// The families, each with who met them and what helped.
pub(super) fn held_back(content: &Content) -> AnyView {
    let language = use_language();
    let mut anchors = Vec::new();
    let mut parts: Vec<AnyView> = Vec::new();
    let mut part = |id: &str, label: String, cases: &[Case], more: Option<AnyView>| {
        let id = format!("frein-{id}");
        anchors.push((format!("#{id}"), label.clone(), Some(cases.len())));
        let (shown, others) = first_of(cases, None);
        // The others are where the way on leads, if there is one.
        let others = others.filter(|_| more.is_none());
        let cases = shown.iter().map(|one| case(content, one)).collect();
        parts.push(view! { {heading(id, composed(label))} {told_list(cases)} {others} {more} });
    };
    for family in families(content.catalogue()) {
        let Some(term) = family.term else {
            part("autres", said::OTHER_OBSTACLES.to(language).to_owned(), &family.cases, None);
            continue;
        };
        let term = content.catalogue().vocabularies.term(VocabularyKey::Obstacle, term);
        let query = Query::of_model(content.catalogue(), Model::Commons).with(Facet::Obstacle, &term.id);
        let more = onward(address(&query), said::SAME_OBSTACLE.to(language).to_owned());
        part(&term.id, inline(&term.label).into_owned(), &family.cases, Some(more));
    }
    let practices = practices(content.catalogue()).map(|entry| Case { entry, obstacles: Vec::new() });
    let cases: Vec<Case> = practices.collect();
    if !cases.is_empty() {
        part("pratiques", said::PRACTICES.to(language).to_owned(), &cases, None);
    }
    view! { {choices(said::FAMILIES.to(language), anchors)} {parts} }
}

/// An entry, its obstacles, and what helped it.
fn case(content: &Content, Case { entry, obstacles }: &Case) -> AnyView {
    let language = use_language();
    let levers = &content.entry(*entry).levers;
    let helped = if levers.is_empty() {
        view! { <p class="small quiet">{said::NO_HELP.to(language)}</p> }
    } else {
        view! { <p class="guide__help">{said::HELPED.to(language)}</p> {sentences(levers)} }
    };
    view! {
        <li>
            <p class="guide__name">{entry_link(*entry)}{cite(content, *entry)}</p>
            {(!obstacles.is_empty()).then(|| sentences(obstacles))}
            {helped}
        </li>
    }
}
