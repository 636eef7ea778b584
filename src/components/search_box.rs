//! The search of the home page and of the page that does not exist: it leads to the catalogue.

use crate::state::content::use_language;
use crate::view;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::{icon, needs_app};
use crate::browser;
use crate::state::frame::Frame;
use crate::state::links::{link, query_address, use_root};
use crate::state::location::use_location;
use address::route::Route;
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
    view! {
        <form class="recherche" role="search" action=link(&Route::Catalogue) on:submit=submit>
            <label class="recherche__nom" for="q">{home::SEARCH.to(language)}</label>
            <div class="recherche__rang">
                <div class="recherche__champ">
                    {icon("loupe")}
                    <input id="q" name="q" type="search" placeholder=home::SEARCH_HINT.to(language) autocomplete="off"/>
                </div>
                <button class="bouton" type="submit">
                    <span class="bouton__nom">{home::SEARCH_BUTTON.to(language)}</span>
                    <span class="avant-md">{icon("fleche")}</span>
                </button>
            </div>
            {needs_app()}
        </form>
    }
}
