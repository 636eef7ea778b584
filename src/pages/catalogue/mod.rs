//! The catalogue: search, tabs, facets, results. All of it is in the URL.

mod asking;
mod facet;
mod facets;
mod nothing;
mod results;
mod table;
mod toolbar;

pub(in crate::pages) use asking::{Answer, Page};
pub(in crate::pages) use facets::Facets;
pub(in crate::pages) use toolbar::{chips, facet_name, value_label};

use crate::view;
use leptos::prelude::*;

use crate::browser;
use crate::components::{awaited, bad_parameters, composed, search_row, site_name, warning};
use crate::pages::entry_list;
use crate::state::content::{use_content, use_language};
use crate::state::frame::{Frame, use_frame};
use crate::state::links::{address, link};
use crate::state::query::UrlState;
use messages::catalogue;
use search::facet::FacetIndex;
use search::query::{BadParameter, Scope};

#[component]
pub(crate) fn CataloguePage() -> impl IntoView {
    let language = use_language();
    let url = UrlState::new();
    let page = Page::new(url);
    provide_context(page);
    let content = use_content();
    let in_site = !use_frame().is_embed();
    let warnings = move || warnings(page, &url.bad_parameters());
    // Where nothing can be filtered, all of it is there.
    let every_entry = (browser::IS_PRERENDERING && in_site)
        .then(|| view! { <div class="without-app" id="list">{entry_list(content.catalogue(), 1)}</div> });
    let is_busy = move || page.is_awaited.get().then_some("true");
    let answered = move || {
        if !page.is_answered.get() {
            let preparing = catalogue::GETTING_READY.to(language);
            return view! { <div class="catalogue" aria-busy="true"><p class="secondary">{preparing}</p></div> };
        }
        view! {
            <Tabs/>
            <div class="catalogue">
                <facets::Facets/>
                <section class="results" aria-labelledby="count" aria-busy=is_busy>
                    <toolbar::Toolbar/>
                    <results::ResultList/>
                </section>
            </div>
            <Announcement/>
        }
    };
    let title = if in_site { catalogue::TITLE.to(language).into_any() } else { composed(site_name(&content)) };
    let help = in_site
        .then(|| view! { <p class="small secondary from-lg with-app">{catalogue::SEARCH_HELP.to(language)}</p> });
    view! {
        <div class="wrapper">
            <div class="catalogue__head">
                <h1>{title}</h1>
                <SearchField/>
                {help}
                {warnings}
                {awaited()}
            </div>
            {answered}
            {every_entry}
        </div>
    }
}

/// What is ignored of an address: these parameters, and values that facets do not have.
pub(in crate::pages) fn warnings(page: Page, bad: &[BadParameter]) -> Vec<AnyView> {
    let language = use_language();
    let content = use_content();
    let answer = page.settled.get();
    let unknown: Vec<String> = (answer.results.unknown_values.iter())
        .map(|(parameter, value)| {
            let facet = FacetIndex::find(content.catalogue(), parameter);
            let name = facet.map_or(parameter.as_str(), |facet| facet.row(content.catalogue()).name(language));
            format!("{name}\u{a0}: {value}")
        })
        .collect();
    let unknown = (!unknown.is_empty()).then(|| warning(catalogue::unknown_values(language, &unknown).into_any()));
    let is_refused = page.words.is_refused() && page.url.query.with(|query| !query.text.trim().is_empty());
    let refused = view! { <span role="alert">{catalogue::SEARCH_FAILED.to(language)}</span> };
    let refused = is_refused.then(|| warning(refused));
    bad_parameters(bad).into_iter().chain(unknown).chain(refused).collect()
}

/// The field of the search: `/` goes to it (`web/src/takeover.js` hears that key), Escape empties it.
#[component]
pub(in crate::pages) fn SearchField() -> impl IntoView {
    let language = use_language();
    let Page { url, words, .. } = expect_context();
    let content = use_content();
    let text = move || url.query.with(|query| query.text.clone());
    let name = if matches!(use_frame(), Frame::Settings(_)) { "search__label" } else { "search__label sr" };
    let clear_on_escape = move |event: leptos::ev::KeyboardEvent| {
        // In the middle of a letter, the key gives that letter up.
        if event.key() == "Escape" && !event.is_composing() && url.query.with_untracked(|query| !query.text.is_empty())
        {
            event.prevent_default();
            url.type_text(String::new());
        }
    };
    let field = view! {
        <input
            id="q" name="q" type="search" autocomplete="off" aria-keyshortcuts="/"
            value=untrack(text)
            prop:value=text
            on:focus=move |_| words.ask(&content)
            on:input=move |event| url.type_text(event_target_value(&event))
            on:keydown=clear_on_escape
            on:blur=move |_| url.settle()
        />
    };
    view! {
        <form class="search" role="search" action=link(&use_frame().catalogue()) on:submit=move |event| event.prevent_default()>
            <label class=name for="q">{catalogue::SEARCH.to(language)}</label>
            {search_row(field)}
        </form>
    }
}

/// The kinds of entries, each with its number of results.
#[component]
fn Tabs() -> impl IntoView {
    let language = use_language();
    let page: Page = expect_context();
    let content = use_content();
    let tab = |scope: Scope| {
        let count = move || page.settled.with(|answer| messages::number(language, answer.results.in_scope(scope)));
        let href = move || page.settled.with(|answer| address(&answer.query.clone().with_scope(scope)));
        let current = move || page.settled.with(|answer| (answer.query.scope == scope).then_some("true"));
        let name = scope.name(content.catalogue());
        view! {
            <li>
                <a href=href aria-current=current>{name} " " <span class="tabs__count">{count}</span></a>
            </li>
        }
    };
    let tabs: Vec<AnyView> = Scope::shown(content.catalogue()).map(tab).collect();
    view! { <nav class="tabs with-app" aria-label=catalogue::KINDS.to(language)><ul role="list">{tabs}</ul></nav> }
}

/// What is announced to screen readers: the number of results, among others.
#[component]
pub(in crate::pages) fn Announcement() -> impl IntoView {
    let page: Page = expect_context();
    Effect::new(move |ran: Option<()>| {
        let found = page.found.get();
        // The first results are read with the page: they need no announcement.
        if ran.is_some() {
            page.announce(found);
        }
    });
    view! { <p class="sr" role="status">{page.said}</p> }
}
