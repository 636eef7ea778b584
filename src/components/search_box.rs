//! The search of the home page and of the page that does not exist: it leads to the catalogue.

use std::sync::Arc;

use crate::state::content::{use_content, use_language};
use crate::view;
use futures::future::join;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::{icon, needs_app};
use crate::browser;
use crate::pages::fetch_module;
use crate::state::frame::Frame;
use crate::state::links::{link, query_address, use_root};
use crate::state::load;
use crate::state::location::use_location;
use address::route::{Module, Route};
use messages::home;
use search::query::Query;

/// A search that opens the catalogue.
#[component]
pub(crate) fn SearchBox() -> impl IntoView {
    let language = use_language();
    let (root, location) = (use_root(), use_location());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let query = Query::default().with_text(browser::value("#q").trim());
        location.open(&query_address(&root, &query, Frame::Site));
    };
    let content = use_content();
    let searched = Arc::clone(&content);
    // What answers comes while one types.
    let prepare = move |_| {
        let searched = Arc::clone(&searched);
        leptos::task::spawn_local(async move {
            join(fetch_module(Module::Catalogue), load::words(&searched)).await;
        });
    };
    let catalogue = content.catalogue();
    let name = catalogue.kinds.words(catalogue.first_kind()).name;
    let hint =
        home::search_hint(language, name, catalogue.says(|said| said.needs), catalogue.says(|said| said.bearers));
    view! {
        <form class="search" role="search" action=link(&Route::Catalogue) on:submit=submit>
            <label class="search__label" for="q">{home::SEARCH.to(language)}</label>
            {search_row(view! { <input id="q" name="q" type="search" placeholder=hint autocomplete="off" on:focus=prepare/> })}
        </form>
    }
}

/// The field of a search with its button, and what is told where no app can answer.
pub(crate) fn search_row(field: AnyView) -> AnyView {
    let search = home::SEARCH_BUTTON.to(use_language());
    view! {
        <div class="search__row">
            <div class="search__field">{icon("search")}{field}</div>
            <button class="button" type="submit" id="search-button">
                <span class="button__label">{search}</span>
                <span class="until-md">{icon("arrow")}</span>
            </button>
        </div>
        {needs_app()}
    }
}
