//! The header: brand, navigation, display settings, menu of small screens.

use crate::view;
use leptos::prelude::*;

use super::{composed, holds_name, icon, inline, own_links, site_name, site_sign, theme_switch};
use crate::state::content::{Content, Current, use_content, use_language};
use crate::state::kept::{address_of, use_kept};
use crate::state::links::{link, use_root};
use crate::state::location::use_location;
use address::route::Route;
use catalogue::{Menu, Model, Page, SectionType};
use insight::pages::first;
use messages::{Language, selection, shell};
use search::query::{Query, Scope};

/// The pages of the navigation, with their labels, to be composed.
fn destinations(content: &Content, language: Language) -> Vec<(String, Route)> {
    let pages = content
        .pages()
        .filter(|page| page.menu == Some(Menu::Top))
        .map(|page| (inline(&page.label).into_owned(), Route::of_page(&page.id)));
    let first = (shell::NAV_CATALOGUE.to(language).to_owned(), Route::Catalogue);
    [first].into_iter().chain(pages).collect()
}

/// The destination that stands for the current page, if one does.
fn current(route: &Route, search: &str, content: &Content) -> Option<Route> {
    let scope = match route {
        // A page below another that no menu leads to is of its destination.
        Route::Page(id) => {
            let is_top = |page: &Page| page.menu == Some(Menu::Top);
            let is_own = content.page(id).is_some_and(is_top);
            let above = id.split_once('/').filter(|_| !is_own).map_or(id.as_str(), |(above, _)| above);
            return Some(Route::Page(above.to_owned()));
        }
        Route::Home => return Some(Route::Home),
        Route::Catalogue => Query::parse(search, content.catalogue().kinds.all()).0.scope,
        Route::Entry(kind, _) => Scope::Kind(*kind),
        _ => return None,
    };
    let about = match scope {
        Scope::Kind(kind) if kind.is(Model::Definition) => Some(SectionType::Lexicon),
        Scope::Kind(kind) if kind.is(Model::Contribution) => Some(SectionType::Ways),
        Scope::Kind(kind) if kind.is(Model::Programme) => Some(SectionType::Programmes),
        _ => None,
    };
    let page = about.and_then(|about| first(&content.index, about)).filter(|(page, _)| page.menu == Some(Menu::Top));
    Some(page.map_or(Route::Catalogue, |(page, _)| Route::of_page(&page.id)))
}

/// The list of destinations, which marks the current one.
fn destination_list(route: Memo<Route>, search: Memo<String>) -> AnyView {
    let language = use_language();
    let Current(content) = expect_context();
    let items = move || {
        let content = content.get();
        let current = route.with(|route| search.with(|search| current(route, search, &content)));
        let item = |(label, destination): (String, Route)| {
            let is_own = route.with(|route| *route == destination);
            let is_current = (current.as_ref() == Some(&destination)).then_some(if is_own { "page" } else { "true" });
            view! { <li><a href=link(&destination) aria-current=is_current>{composed(label)}</a></li> }
        };
        destinations(&content, language).into_iter().map(item).collect::<Vec<AnyView>>()
    };
    let own = move || {
        let links = content.with(|content| own_links(content, |identity| &identity.header_links));
        links.into_iter().map(|link| view! { <li>{link}</li> }).collect::<Vec<_>>()
    };
    view! { <ul role="list">{items}{own}</ul> }
}

/// The way to what the visitor keeps, with its number over a corner, which takes no room whether there is one or not.
fn selection_link() -> AnyView {
    let language = use_language();
    let (kept, root) = (use_kept(), use_root());
    let href = move || address_of(&root, &Route::Selection, &kept.known());
    let said = move || {
        let count = kept.known().len();
        let class = if count == 0 { "badge badge--empty" } else { "badge" };
        let about = (count > 0).then(
            || view! { <span class="sr">{format!(" {}", selection::KEPT_ENTRIES.agree(language, count))}</span> },
        );
        view! { <span class=class>{messages::number(language, count)}</span> {about} }
    };
    view! {
        <a class="tool" id="my-selection" href=href>
            {icon("bookmark")}<span class="tool__name">{selection::NAV.to(language)}</span> " " {said}
        </a>
    }
}

/// Long names are smaller: they have two lines rather than four.
fn name_class(name: &str) -> &'static str {
    if name.chars().nth(18).is_some() { "brand__name brand__name--long" } else { "brand__name" }
}

#[component]
pub(crate) fn Header(route: Memo<Route>) -> impl IntoView {
    let language = use_language();
    let content = use_content();
    let identity = content.identity();
    let name_class = if holds_name(identity) { "sr" } else { name_class(content.catalogue().site_name()) };
    let search = use_location().search;
    view! {
        <header class="header">
            <div class="wrapper header__row">
                <a class="brand" href=link(&Route::Home)>
                    {site_sign(identity)}<span class=name_class>{composed(site_name(&content))}</span><span class="sr">{shell::BRAND_HOME.to(language)}</span>
                </a>
                <nav class="header__nav from-lg" aria-label=shell::NAV.to(language)>{destination_list(route, search)}</nav>
                <div class="header__tools">
                    {selection_link()}
                    <button class="tool with-app" type="button" popovertarget="panel-display">
                        {icon("theme")}<span class="tool__name tool__name--wide">{shell::DISPLAY.to(language)}</span>
                    </button>
                    <button class="tool tool--menu until-lg" type="button" popovertarget="panel-menu">
                        {icon("menu")}<span class="tool__name">{shell::MENU.to(language)}</span>
                    </button>
                </div>
            </div>
            <div class="graticule" aria-hidden="true"></div>
            <div class="panel" id="panel-display" popover="auto">{theme_switch()}</div>
            <div class="panel panel--menu" id="panel-menu" popover="auto">
                <nav aria-label=shell::MENU.to(language)>{destination_list(route, search)}</nav>
            </div>
        </header>
    }
}
