//! A page that does not exist: what was asked, near matches, search, ways on.

use crate::view;
use leptos::prelude::*;

use super::Words;
use super::embed::missing;
use crate::components::{SearchBox, entry_link};
use crate::state::content::{Content, use_content, use_language};
use crate::state::frame::use_frame;
use crate::state::links::link;
use address::route::Route;
use catalogue::EntryIndex;
use messages::{entry_page, shell};
use search::query::{Query, Scope};
use text::decoded;

/// How many near matches are offered.
const NEAR: usize = 5;

/// The page of an address that leads nowhere.
#[component]
pub(crate) fn NotFound(
    /// What was asked: an id, or a path.
    asked: String,
    /// Whether it was asked as the id of an entry.
    is_entry: bool,
) -> impl IntoView {
    let language = use_language();
    let content = use_content();
    let asked = decoded(&asked);
    if use_frame().is_embed() {
        return missing(is_entry.then_some(&asked));
    }
    let said = if is_entry { entry_page::no_entry(language, &asked) } else { shell::not_found(language, &asked) };
    let words = Words::new();
    words.ask(&content);
    let matches = move || {
        words.track();
        let near = near(&content, &asked);
        (!near.is_empty()).then(|| {
            let links: Vec<_> = near.into_iter().map(|index| view! { <li>{entry_link(index)}</li> }).collect();
            view! { <h2>{shell::NEAR_MATCHES.to(language)}</h2> <ul>{links}</ul> }
        })
    };
    view! {
        <div class="wrapper section prose">
            <h1>{shell::NOT_FOUND.to(language)}</h1>
            <p>{said}</p>
            <SearchBox/>
            <p>
                <a href=link(&Route::Catalogue)>{shell::OPEN_CATALOGUE.to(language)}</a> " · " <a href=link(&Route::Home)>{shell::GO_HOME.to(language)}</a>
            </p>
            // They come once words are searched: last, so that nothing moves under a finger.
            {matches}
        </div>
    }
}

/// The entry of this id in another place, else the entries that its words find.
fn near(content: &Content, asked: &str) -> Vec<EntryIndex> {
    let by_id: Vec<EntryIndex> = asked.split('/').filter_map(|part| content.catalogue().find(part)).collect();
    if !by_id.is_empty() || !content.index.has_words() {
        return by_id;
    }
    let words = asked.replace(['/', '-', '_', '.'], " ");
    let query = Query::of(Scope::All).with_text(&words);
    content.index.top(&query, NEAR).hits.into_iter().map(|hit| hit.entry).collect()
}
