//! The home page: what the site is, a search, the two grids, themes, needs, an invitation.

mod help;
mod legend;

use crate::view;
pub(super) use help::{help_groups, need};
use leptos::prelude::*;

use crate::components::{CardLook, SearchBox, card, contact, icon, written};
use crate::state::content::{Content, use_content, use_language};
use crate::state::links::{address, link};
use address::route::Route;
use catalogue::{Catalogue, Grid, Initiated, Kind, Model, VocabularyKey};
use messages::{Noun, home, propose, shell};
use search::ValueCount;
use search::facet::Facet;
use search::query::{Query, Scope};
use text::sorting::sorted_by_key;

/// The home page.
#[component]
pub(crate) fn Home() -> impl IntoView {
    let content = use_content();
    let catalogue = content.catalogue();
    let site = &catalogue.site;
    // A page is announced by its heading: it must have one.
    let heading = if site.heading.is_empty() { &site.title } else { &site.heading };
    let introduction = (!site.introduction.is_empty())
        .then(|| view! { <div class="callout"><p>{written(&site.introduction)}</p></div> });
    let grids = catalogue.grids.iter().filter(|grid| !grid.entries.is_empty());
    let grids: Vec<_> = grids.map(|grid| grid_section(&content, grid)).collect();
    view! {
        <div class="opening wrapper">
            <div class="opening__row">
                <div class="opening__text">
                    <h1>{written(heading)}</h1>
                    {introduction}
                    <SearchBox/>
                    {examples(&content)}
                </div>
                {catalogue.says(|said| said.maturity).then(|| legend::legend(&content))}
            </div>
        </div>
        {key_figures(&content).map(|figures| view! { <div class="wrapper">{figures}</div> })}
        {grids}
        {themes(&content)}
        {help::help(&content)}
        {invitation(&content)}
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

/// The numbers of [`home::FIGURES`], in order.
fn figures(catalogue: &Catalogue) -> [usize; 5] {
    let commons = || catalogue.of_model(Model::Commons);
    [
        catalogue.of_kind(Kind::COMMONS).count(),
        commons().filter(|(_, entry)| entry.initiated == Some(Initiated::Yes)).count(),
        commons().filter(|(_, entry)| !entry.needs.is_empty()).count(),
        catalogue.of_kind(Kind::PROGRAMME).count(),
        catalogue.of_kind(Kind::ORGANISATION).count(),
    ]
}

/// What each of them counts, in the words of the catalogue where it has its own.
fn figure_nouns(catalogue: &Catalogue) -> [Noun; 5] {
    let [commons, initiated, in_need, programmes, organisations] = home::FIGURES;
    let of = |kind, noun| {
        let words = catalogue.kinds.words(kind);
        if words.is_of_host { words.noun } else { noun }
    };
    let is_of_host = catalogue.words_of(Model::Commons).is_of_host;
    [
        of(Kind::COMMONS, commons),
        if is_of_host { home::INITIATED } else { initiated },
        in_need,
        of(Kind::PROGRAMME, programmes),
        of(Kind::ORGANISATION, organisations),
    ]
}

/// What there is none of is no key figure.
pub(super) fn key_figures(content: &Content) -> Option<AnyView> {
    let language = use_language();
    let catalogue = content.catalogue();
    let added = catalogue.kinds.shown().iter().filter(|kind| kind.is_added());
    let added = added.map(|kind| (catalogue.of_kind(*kind).count(), catalogue.kinds.words(*kind).noun));
    let figures: Vec<_> = (figures(catalogue).into_iter().zip(figure_nouns(catalogue)))
        .chain(added)
        .filter(|(figure, _)| *figure > 0)
        .map(|(figure, noun)| {
            let label = noun.agree(language, figure);
            view! { <div><dt>{label}</dt><dd>{messages::number(language, figure)}</dd></div> }
        })
        .collect();
    (!figures.is_empty()).then(|| view! { <dl class="totals">{figures}</dl> })
}

fn grid_section(content: &Content, grid: &Grid) -> AnyView {
    let language = use_language();
    let look = if grid.image { CardLook::Image } else { CardLook::Tab };
    let cards: Vec<_> = grid.entries.iter().map(|index| card(*index, look, grid.link)).collect();
    let kind = content.catalogue().kind_of(Model::Commons);
    let others = content
        .catalogue()
        .of_kind(kind)
        .filter(|(index, _)| !content.catalogue().grids.iter().any(|grid| grid.entries.contains(index)));
    let others = others.count();
    let words = content.catalogue().kinds.words(kind);
    let noun = (words.is_of_host || kind != Kind::COMMONS).then_some(words.noun);
    let more = (grid.more && others > 0).then(|| {
        view! {
            <div class="more">
                <p><span class="more__count">{messages::number(language, others)}</span> " " {home::others(language, others, noun)}</p>
                <p><a class="button button--secondary" href=link(&Route::Catalogue)>{shell::OPEN_CATALOGUE.to(language)} " " {icon("arrow")}</a></p>
            </div>
        }
    });
    let heading = format!("{}-title", grid.id);
    let lead = (!grid.lead.is_empty()).then(|| view! { <p>{written(&grid.lead)}</p> });
    let labelled_by = heading.clone();
    view! {
        <section class="section wrapper" id=grid.id.clone() aria-labelledby=labelled_by>
            <div class="section__head"><h2 id=heading>{written(&grid.heading)}</h2>{lead}</div>
            <div class=format!("grid grid--{}", grid.columns)>{cards}{more}</div>
        </section>
    }
}

fn themes(content: &Content) -> Option<AnyView> {
    let language = use_language();
    let catalogue = content.catalogue();
    let scope = Scope::Kind(catalogue.kind_of(Model::Commons));
    let asked = Query::default().with_scope(scope);
    let all = content.index.top(&asked, 0);
    let themes = all.values(Facet::Theme);
    let themes: Vec<ValueCount> = themes.iter().copied().filter(|theme| theme.count > 0).collect();
    let themes = sorted_by_key(&themes, |theme| std::cmp::Reverse(theme.count));
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
    (!swatches.is_empty()).then(|| {
        view! {
            <section class="section wrapper" id="themes" aria-labelledby="themes-title">
                <div class="section__head"><h2 id="themes-title">{home::THEMES.to(language)}</h2><p>{content.of_commons(home::THEMES_LEAD, home::THEMES_LEAD_OF_ENTRIES).to(language)}</p></div>
                <ul class="swatches" role="list">{swatches}</ul>
            </section>
        }
    })
}

fn invitation(content: &Content) -> Option<AnyView> {
    let language = use_language();
    let catalogue = content.catalogue();
    let site = &catalogue.site;
    let write = contact(catalogue, content.of_commons(home::PROPOSE_SUBJECT, propose::TITLE).to(language))
        .zip(site.contact.as_ref())
        .map(|(href, address)| {
            view! { <a class="button" href=href>{icon("mail")}{home::write_to(language, address)}</a> }
        });
    let form = view! { <a class="button button--secondary" href=link(&Route::Propose)>{icon("pencil")}{propose::TITLE.to(language)}</a> };
    (!site.invitation_heading.is_empty()).then(|| {
        view! {
            <section class="section wrapper" aria-labelledby="invitation-title">
                <div class="invitation">
                    <div class="invitation__text">
                        <h2 id="invitation-title">{written(&site.invitation_heading)}</h2>
                        <p class="measure secondary">{written(&site.invitation)}</p>
                        <div class="row">{write} {form}</div>
                    </div>
                    <div class="invitation__motif motif th-communs" aria-hidden="true"></div>
                </div>
            </section>
        }
    })
}
