//! How to contribute: ways, what one can bring, how to join, where projects live, what is missing.

use std::rc::Rc;

use leptos::prelude::*;

use super::pieces::{first_told, heading, links, told, told_list};
use crate::components::{To, bad_parameters, breakable, composed, first_of, icon, inline, way, written};
use crate::pages::home::{help_groups, need, write_button};
use crate::state::content::{Content, use_content, use_language};
use crate::state::links::link;
use crate::state::location::{Step, own_address, use_location};
use crate::view;
use address::route::Route;
use catalogue::{EntryIndex, Model, Text, VocabularyKey};
use insight::guides::{Match, Skills, matches, of_nature};
use insight::pages::{self, ordered_ways};
use messages::{contribute as said, propose};

/// The ways that the sprite has a pictogram for, by id.
const SIGNS: [(&str, &str); 5] = [
    ("utiliser-logiciels-libres", "tick"),
    ("contribuer-projets-open-source", "outil"),
    ("partager-sous-licence-cc", "share"),
    ("participer-projets-collaboratifs", "bras"),
    ("soutenir-organisations", "argent"),
];

/// The ways that have a rank, by rank.
pub(super) fn ways(content: &Content) -> AnyView {
    ways_told(content, &ordered_ways(content.catalogue()))
}

fn ways_told(content: &Content, ways: &[EntryIndex]) -> AnyView {
    first_told(content, ways, Some(Model::Contribution), told_list, |index| way_to(content, *index))
}

/// The form, and whom to write to.
pub(super) fn propose(content: &Content) -> AnyView {
    let language = use_language();
    let write = write_button(content, "button button--secondary");
    view! {
        <p class="row"><a class="button" href=link(&Route::Propose)>{icon("pencil")}{propose::TITLE.to(language)}</a>{write}</p>
    }
}

/// A way to contribute: for whom, and whom to write to.
fn way_to(content: &Content, index: EntryIndex) -> AnyView {
    let language = use_language();
    let entry = content.entry(index);
    let audiences: Vec<_> = entry.audiences.iter().map(|audience| inline(&audience.text)).collect();
    let audiences: Vec<&str> = audiences.iter().map(|audience| &**audience).collect();
    let for_whom = (!audiences.is_empty())
        .then(|| view! { <p class="small secondary">{composed(said::for_whom(language, &audiences))}</p> });
    let sign = SIGNS.iter().find(|(id, _)| *id == entry.id).map(|(_, sign)| *sign);
    told(content, index, sign, Some(view! { {for_whom} {addresses(content, index)} }))
}

/// Where an entry is reached.
fn addresses(content: &Content, index: EntryIndex) -> Vec<AnyView> {
    let entry = content.entry(index);
    let mails = entry.emails.iter().map(|email| {
        view! { <p class="guide__address"><a href=format!("mailto:{email}")>{icon("mail")}{breakable(email)}</a></p> }
    });
    mails.chain(links(entry)).collect()
}

/// What one can bring, and the commons that need it; without a choice, all that is needed.
pub(super) fn skills(content: &Content) -> AnyView {
    let language = use_language();
    let location = use_location();
    let search = location.search;
    let own: Rc<str> = own_address(location).into();
    let asked = use_content();
    let chosen = Memo::new(move |_| search.with(|search| Skills::parse(search, &asked.catalogue().vocabularies).0));
    let boxes: Vec<AnyView> = (content.catalogue().vocabularies.terms(VocabularyKey::Need).iter())
        .map(|term| {
            let [id, known, other] = [(); 3].map(|()| term.id.clone());
            let (content, own) = (use_content(), Rc::clone(&own));
            let has = move || chosen.with(|chosen| chosen.has(&known));
            let first = chosen.with_untracked(|chosen| chosen.has(&term.id));
            let toggle = move |_| {
                let skills = chosen.with_untracked(|chosen| chosen.toggled(&other, &content.catalogue().vocabularies));
                let mark = if skills.is_empty() { "" } else { "?" };
                location.go(&format!("{own}{mark}{skills}"), Step::Same);
            };
            view! {
                <label class="option">
                    <input type="checkbox" name="apport" value=id checked=first prop:checked=has on:change=toggle/>
                    <span class="row">{term.icon.as_deref().map(icon)}{written(&term.label)}</span>
                </label>
            }
        })
        .collect();
    let answer = move || {
        let content = use_content();
        let skills = chosen.get();
        if skills.is_empty() {
            return view! { <div class="mutual-help">{help_groups(&content)}</div> };
        }
        let found = matches(content.catalogue(), &skills);
        let found: Vec<AnyView> = (found.into_iter())
            .map(|Match { entry, needs }| need(content.entry(entry), &needs.iter().collect::<Vec<&Text>>()))
            .collect();
        view! { <ul class="help__list" role="list">{found}</ul> }
    };
    // Always there, so that the first answer is announced too.
    let status = move || {
        let skills = chosen.get();
        let found = (!skills.is_empty()).then(|| matches(use_content().catalogue(), &skills).len());
        found.map(|found| said::FOUND.count(language, found))
    };
    let told = use_content();
    let bad = move || search.with(|search| bad_parameters(&Skills::parse(search, &told.catalogue().vocabularies).1));
    view! {
        {bad}
        <fieldset class="guide__offer with-app">
            <legend>{said::SKILLS_LEAD.to(language)}</legend>
            <div class="fluid-grid">{boxes}</div>
            <p class="small secondary">{said::MATCHING.to(language)}</p>
        </fieldset>
        <div class="guide__needs"><p role="status">{status}</p>{answer}</div>
    }
}

/// The ways to join, by nature in the order of the vocabulary.
pub(super) fn join(content: &Content) -> AnyView {
    let natures = content.catalogue().vocabularies.terms(VocabularyKey::Nature).iter();
    let groups: Vec<AnyView> = natures
        .filter_map(|term| {
            let ways = of_nature(content.catalogue(), Model::Contribution, &term.id);
            let ways: Vec<EntryIndex> = ways.filter(|index| content.entry(*index).order.is_none()).collect();
            (!ways.is_empty()).then(|| {
                view! { {heading(format!("nature-{}", term.id), written(&term.label))} {ways_told(content, &ways)} }
            })
        })
        .collect();
    groups.into_any()
}

/// Where commons and programmes are worked on: repositories, wikis.
pub(super) fn places(content: &Content) -> AnyView {
    let places: Vec<(EntryIndex, usize)> = pages::places(content.catalogue()).collect();
    let (shown, others) = first_of(&places, None);
    let rows: Vec<AnyView> = (shown.iter())
        .filter_map(|(index, rank)| {
            let entry = content.entry(*index);
            let link = &entry.links[*rank];
            let url = link.url.as_ref()?;
            let what = link.label.as_ref().map(|label| composed(format!("\u{a0}: {}", inline(label))));
            let name = view! { {written(&entry.name)} {what} {icon("external")} };
            let name = way(None, url.as_str().to_owned(), To::Site, name);
            Some(view! { <li>{name}<span>{breakable(url.host())}</span></li> })
        })
        .collect();
    view! { <ul class="resources" role="list">{rows}</ul> {others} }
}
