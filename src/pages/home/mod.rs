//! The home page: what the site is, a search, then its parts, those of the data where it gives them. Other pages may
//! have the same parts.

mod help;
mod legend;

use crate::view;
pub(super) use help::{help_groups, need};
use leptos::prelude::*;

use crate::components::{CardLook, SearchBox, card, composed, contact, icon, site_name, total, written};
use crate::state::content::{Content, use_content, use_language};
use crate::state::links::{address, link};
use address::route::Route;
use catalogue::{Catalogue, Entry, HOME, Initiated, Kind, Model, PageSection, SectionType, VocabularyKey};
use insight::pages;
use messages::{Noun, home, propose, shell};
use search::ValueCount;
use search::facet::Facet;
use search::query::{Query, Scope};

/// The home page, of its own parts.
#[component]
pub(crate) fn Home() -> impl IntoView {
    composed_of(|_, _| None)
}

/// What a part that is none of the home page's own holds.
type Others = fn(&Content, &PageSection) -> Option<AnyView>;

/// The home page, of the parts that the data gives it.
pub(super) fn composed_of(others: Others) -> AnyView {
    let content = use_content();
    let catalogue = content.catalogue();
    let site = &catalogue.site;
    // A page is announced by its heading: it must have one.
    let heading = if site.heading.is_empty() { composed(site_name(&content)) } else { written(&site.heading) };
    let introduction = (!site.introduction.is_empty())
        .then(|| view! { <div class="callout"><p>{written(&site.introduction)}</p></div> });
    let parts = content.page(HOME).into_iter().flat_map(|page| &page.sections);
    let parts: Vec<AnyView> = parts.filter_map(|section| part(&content, section, others)).collect();
    view! {
        <div class="opening wrapper">
            <div class="opening__row">
                <div class="opening__text">
                    <h1>{heading}</h1>
                    {introduction}
                    <SearchBox/>
                    {examples(&content)}
                </div>
                {catalogue.says(|said| said.maturity).then(|| legend::legend(&content))}
            </div>
        </div>
        {parts}
    }
}

/// A part of the home page; one that has nothing to show is not drawn.
fn part(content: &Content, section: &PageSection, others: Others) -> Option<AnyView> {
    let body = own(content, section).or_else(|| others(content, section))?;
    if section.heading.is_empty() {
        return Some(view! { <div class="wrapper">{body}</div> });
    }
    let heading = format!("{}-title", section.id);
    let labelled_by = heading.clone();
    let title = view! { <h2 id=heading>{written(&section.heading)}</h2> };
    let lead = section.lead.as_ref().map(|lead| view! { <p>{written(lead)}</p> });
    let inside = match section.of {
        SectionType::Invitation => view! {
            <div class="invitation">
                <div class="invitation__text">{title}{body}</div>
                <div class="invitation__motif motif th-communs" aria-hidden="true"></div>
            </div>
        },
        SectionType::Help => {
            view! { <div class="wrapper"><div class="section__head">{title}{lead}</div>{body}</div> }
        }
        _ => view! { <div class="section__head">{title}{lead}</div> {body} },
    };
    let is_tinted = section.of == SectionType::Help;
    let class = if is_tinted { "section section--tinted" } else { "section wrapper" };
    Some(view! { <section class=class id=section.id.clone() aria-labelledby=labelled_by>{inside}</section> })
}

/// What one of the home page's own parts holds, under its heading; nothing where it has nothing to show.
pub(super) fn own(content: &Content, section: &PageSection) -> Option<AnyView> {
    match section.of {
        SectionType::KeyFigures => key_figures(content),
        SectionType::Grid => grid(content, section),
        SectionType::Themes => themes(content),
        SectionType::Help => help::help(content),
        SectionType::Invitation => (!section.heading.is_empty()).then(|| invitation(content, section)),
        _ => None,
    }
}

fn examples(content: &Content) -> Option<AnyView> {
    let language = use_language();
    let links: Vec<_> = (content.catalogue().site.examples.iter())
        .map(|example| {
            let query = Query::default().with_text(example.as_str());
            view! { <a href=address(&query)>{written(example)}</a> " " }
        })
        .collect();
    (!links.is_empty())
        .then(|| view! { <p class="examples"><span>{home::EXAMPLES.to(language)}</span> " " {links}</p> })
}

/// The key figures of every catalogue, each with what it counts, in the words of this one where it has its own.
fn figures(catalogue: &Catalogue) -> [(usize, Noun); 5] {
    let [commons, initiated, in_need, programmes, organisations] = home::FIGURES;
    let of_kind = |kind, noun| {
        let words = catalogue.kinds.words(kind);
        (catalogue.of_kind(kind).count(), if words.is_of_host { words.noun } else { noun })
    };
    let commons_that =
        |is_so: fn(&Entry) -> bool| catalogue.of_model(Model::Commons).filter(|(_, entry)| is_so(entry)).count();
    let is_of_host = catalogue.words_of(Model::Commons).is_of_host;
    let initiated = if is_of_host { home::INITIATED } else { initiated };
    [
        of_kind(Kind::COMMONS, commons),
        (commons_that(|entry| entry.initiated == Some(Initiated::Yes)), initiated),
        (commons_that(|entry| !entry.needs.is_empty()), in_need),
        of_kind(Kind::PROGRAMME, programmes),
        of_kind(Kind::ORGANISATION, organisations),
    ]
}

/// What there is none of is no key figure.
fn key_figures(content: &Content) -> Option<AnyView> {
    let catalogue = content.catalogue();
    let added = catalogue.kinds.shown().iter().filter(|kind| kind.is_added());
    let added = added.map(|kind| (catalogue.of_kind(*kind).count(), catalogue.kinds.words(*kind).noun));
    let figures: Vec<_> = (figures(catalogue).into_iter())
        .chain(added)
        .filter(|(figure, _)| *figure > 0)
        .map(|(figure, noun)| total(noun, figure))
        .collect();
    (!figures.is_empty()).then(|| view! { <dl class="totals">{figures}</dl> })
}

fn grid(content: &Content, section: &PageSection) -> Option<AnyView> {
    let language = use_language();
    let grid = &content.catalogue().grids[section.grid?];
    if grid.entries.is_empty() {
        return None;
    }
    let look = if grid.image { CardLook::Image } else { CardLook::Tab };
    let cards: Vec<_> = grid.entries.iter().map(|index| card(*index, look, grid.link)).collect();
    let others = content
        .catalogue()
        .of_model(Model::Commons)
        .filter(|(index, _)| !content.catalogue().grids.iter().any(|grid| grid.entries.contains(index)));
    let others = others.count();
    let words = content.catalogue().words_of(Model::Commons);
    let is_of_others = content.catalogue().kind_of(Model::Commons) != Kind::COMMONS;
    let noun = (words.is_of_host || is_of_others).then_some(words.noun);
    let more = (grid.more && others > 0).then(|| {
        view! {
            <div class="more">
                <p><span class="more__count">{messages::number(language, others)}</span> " " {home::others(language, others, noun)}</p>
                <p><a class="button button--secondary" href=link(&Route::Catalogue)>{shell::OPEN_CATALOGUE.to(language)} " " {icon("arrow")}</a></p>
            </div>
        }
    });
    Some(view! { <div class=format!("grid grid--{}", grid.columns)>{cards}{more}</div> })
}

/// The themes of each kind of commons, under its name where there are several.
fn themes(content: &Content) -> Option<AnyView> {
    let kinds = pages::themes(&content.index);
    let is_one = kinds.len() == 1;
    let lists: Vec<AnyView> = (kinds.into_iter())
        .map(|(kind, themes)| {
            let name = content.catalogue().kinds.words(kind).plural;
            let name = (!is_one).then(|| view! { <h3>{composed(name.to_owned())}</h3> });
            view! { {name} {swatches(content, kind, themes)} }
        })
        .collect();
    match lists.is_empty() {
        true => None,
        false if is_one => Some(lists.into_any()),
        false => Some(view! { <div class="stack">{lists}</div> }),
    }
}

fn swatches(content: &Content, kind: Kind, themes: Vec<ValueCount>) -> AnyView {
    let language = use_language();
    let catalogue = content.catalogue();
    let scope = Scope::Kind(kind);
    let asked = Query::of(scope);
    let swatches: Vec<_> = themes
        .into_iter()
        .map(|ValueCount { code, count, .. }| {
            let term = &catalogue.vocabularies.terms(VocabularyKey::Theme)[code as usize];
            let query = asked.clone().with(Facet::Theme, &term.id);
            view! {
                <li>
                    <a class=format!("swatch th-{}", term.motif) href=address(&query)>
                        <span class="swatch__motif motif" aria-hidden="true"></span>
                        <span class="swatch__name">
                            <span>{written(&term.label)}</span>
                            <span class="swatch__count">{messages::number(language, count)}<span class="sr">{[" ", scope.noun(catalogue).agree(language, count)].concat()}</span></span>
                        </span>
                    </a>
                </li>
            }
        })
        .collect();
    view! { <ul class="swatches" role="list">{swatches}</ul> }
}

/// Whom to write to, to propose something.
pub(in crate::pages) fn write_button(content: &Content, class: &'static str) -> Option<AnyView> {
    let language = use_language();
    let subject = content.of_commons(home::PROPOSE_SUBJECT, propose::TITLE).to(language);
    let (href, address) = contact(content.catalogue(), subject).zip(content.catalogue().site.contact.as_ref())?;
    Some(view! { <a class=class href=href>{icon("mail")}{home::write_to(language, address)}</a> })
}

fn invitation(content: &Content, section: &PageSection) -> AnyView {
    let language = use_language();
    let write = write_button(content, "button");
    let form = view! { <a class="button button--secondary" href=link(&Route::Propose)>{icon("pencil")}{propose::TITLE.to(language)}</a> };
    let said = section.paragraphs.iter().map(|text| view! { <p class="measure secondary">{written(text)}</p> });
    let said: Vec<AnyView> = said.collect();
    view! { {said} <div class="row">{write} {form}</div> }
}
