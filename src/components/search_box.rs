//! The search of the home page and of the page that does not exist: it leads to the catalogue.

use crate::view;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::{icon, needs_app};
use crate::browser;
use crate::frame::Frame;
use crate::links::{link, use_root};
use address::route::Route;
use messages::home;
use search::query::Query;

/// A search that opens the catalogue.
#[component]
pub(crate) fn SearchBox() -> impl IntoView {
    let root = use_root();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        browser::go_to_page(&root.address(&Query::default().with_text(browser::value("#q").trim()), Frame::Site));
    };
    view! {
        <form class="recherche" role="search" action=link(&Route::Catalogue) on:submit=submit>
            <label class="recherche__nom" for="q">{home::SEARCH}</label>
            <div class="recherche__rang">
                <div class="recherche__champ">
                    {icon("loupe")}
                    <input id="q" name="q" type="search" placeholder=home::SEARCH_HINT autocomplete="off"/>
                </div>
                <button class="bouton" type="submit">
                    <span class="bouton__nom">{home::SEARCH_BUTTON}</span>
                    <span class="avant-md">{icon("fleche")}</span>
                </button>
            </div>
            {needs_app()}
        </form>
    }
}
