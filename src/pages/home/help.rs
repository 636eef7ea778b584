//! The commons that look for help, by kind of help, with the programmes that give it.

use crate::view;
use leptos::prelude::*;

use crate::components::{entry_link, icon, listed, small_triad, written};
use crate::state::content::{Content, use_language};
use crate::state::links::{address, link_to};
use catalogue::{Entry, HelpGroup, Model, Text, VocabularyKey, shown_of};
use messages::{guides, home};
use search::facet::Facet;
use search::query::Query;

/// The groups of needs, if there is any.
pub(super) fn help(content: &Content) -> Option<AnyView> {
    let groups = help_groups(content);
    (!groups.is_empty()).then(|| view! { <div class="mutual-help">{groups}</div> })
}

/// The groups of needs that some commons has.
pub(in crate::pages) fn help_groups(content: &Content) -> Vec<AnyView> {
    content.catalogue().help_groups.iter().filter_map(|group| help_group(content, group)).collect()
}

/// A commons with what it needs.
pub(in crate::pages) fn need(entry: &Entry, needs: &[&Text]) -> AnyView {
    let needs = listed("\u{202f}; ", needs.iter().map(|text| written(text)));
    view! {
        <li class="need">
            {small_triad(entry, false)}
            <a href=link_to(entry)>{written(&entry.name)}</a>
            <p>{needs}</p>
        </li>
    }
}

fn help_group(content: &Content, group: &HelpGroup) -> Option<AnyView> {
    let language = use_language();
    let catalogue = content.catalogue();
    let term = group.need.map(|need| catalogue.vocabularies.term(VocabularyKey::Need, need));
    let needs: Vec<_> = (catalogue.of_model(Model::Commons))
        .filter_map(|(_, entry)| {
            let of_group = entry.needs.iter().filter(|need| need.tag == group.need);
            let needs: Vec<&Text> = of_group.map(|need| &need.text).collect();
            (!needs.is_empty()).then_some((entry, needs))
        })
        .collect();
    if needs.is_empty() {
        return None;
    }
    let (shown, others) = needs.split_at(shown_of(needs.len()));
    let others = (!others.is_empty()).then(|| {
        let all = Query::of_model(catalogue, Model::Commons);
        let query = match term {
            Some(term) => all.with(Facet::Need, &term.id),
            None => all,
        };
        view! { <li><a href=address(&query)>{guides::others(language, others.len())}</a></li> }
    });
    let items: Vec<_> = shown.iter().map(|(entry, needs)| need(entry, needs)).chain(others).collect();
    let count = content.catalogue().words_of(Model::Commons).noun.count(language, needs.len());
    let supports = listed(", ", group.supports.iter().map(|index| entry_link(*index)));
    let supports = if supports.is_empty() { home::NO_SUPPORT.to(language).into_any() } else { supports.into_any() };
    // Programmes answer kinds of help.
    let name = home::SUPPORTS.agree(language, group.supports.len());
    let supports = term.map(|_| view! { <p class="help__support"><b>{name}</b> " " {supports}</p> });
    let id = term.map_or_else(|| "autres-besoins".to_owned(), |term| format!("besoin-{}", term.id));
    Some(view! {
        <section class="help" id=id>
            <div class="help__head">
                {term.and_then(|term| term.icon.as_deref()).map(icon)}
                <h3>{term.map_or_else(|| home::OTHER_NEEDS.to(language).into_any(), |term| written(&term.label))}</h3>
                <span class="help__count">{count}</span>
            </div>
            <ul class="help__list" role="list">{items}</ul>
            {supports}
        </section>
    })
}
