//! The header: brand, navigation, display settings, menu of small screens.

use crate::view;
use leptos::prelude::*;

use super::{composed, icon, logo, theme_switch};
use crate::state::content::{Loading, use_language};
use crate::state::kept::{address_of, use_kept};
use crate::state::links::{link, use_root};
use crate::state::location::use_location;
use address::route::{Guide, Route};
use catalogue::Kind;
use messages::{Message, selection, shell};
use search::query::{Query, Scope};

/// The pages of the navigation, with their labels.
const DESTINATIONS: [(Message, Route); 6] = [
    (shell::NAV_CATALOGUE, Route::Catalogue),
    (shell::NAV_UNDERSTAND, Route::Guide(Guide::Understand)),
    (shell::NAV_CONTRIBUTE, Route::Guide(Guide::Contribute)),
    (shell::NAV_LOCAL, Route::Guide(Guide::Local)),
    (shell::NAV_SUPPORT, Route::Guide(Guide::Support)),
    (shell::NAV_ABOUT, Route::About),
];

/// The destination that stands for the current page, if one does.
fn current(route: &Route, search: &str) -> Option<Route> {
    let scope = match route {
        Route::Guide(Guide::SelfCheck) => return Some(Route::Guide(Guide::Support)),
        Route::Guide(_) | Route::About => return Some(route.clone()),
        Route::Catalogue => Query::parse(search).0.scope,
        Route::Entry(kind, _) => Scope::Kind(*kind),
        _ => return None,
    };
    Some(match scope {
        Scope::Kind(Kind::Definition) => Route::Guide(Guide::Understand),
        Scope::Kind(Kind::Contribution) => Route::Guide(Guide::Contribute),
        Scope::Kind(Kind::Programme) => Route::Guide(Guide::Support),
        _ => Route::Catalogue,
    })
}

/// The list of destinations, which marks the current one.
fn destination_list(route: Memo<Route>, search: Memo<String>) -> AnyView {
    let language = use_language();
    let items = move || {
        let current = route.with(|route| search.with(|search| current(route, search)));
        let item = |(label, destination): (Message, Route)| {
            let is_own = route.with(|route| *route == destination);
            let is_current = (current.as_ref() == Some(&destination)).then_some(if is_own { "page" } else { "true" });
            view! { <li><a href=link(&destination) aria-current=is_current>{label.to(language)}</a></li> }
        };
        DESTINATIONS.into_iter().map(item).collect::<Vec<AnyView>>()
    };
    view! { <ul role="list">{items}</ul> }
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
pub(crate) fn Header(
    /// The current page.
    route: Memo<Route>,
) -> impl IntoView {
    let language = use_language();
    let Loading(state) = expect_context();
    let search = use_location().search;
    view! {
        <header class="header">
            <div class="wrapper header__row">
                <a class="brand" href=link(&Route::Home)>
                    {logo()}<span class=move || state.with(|state| name_class(state.site()))>{move || state.with(|state| composed(state.site_inline()))}</span><span class="sr">{shell::BRAND_HOME.to(language)}</span>
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
