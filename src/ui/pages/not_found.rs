//! A page that does not exist: what was asked, near matches, search, ways on.

use leptos::prelude::*;
use crate::ui::view;

use crate::messages::{fiche, shell};
use crate::query::{Query, Scope};
use crate::route::Route;
use crate::ui::components::{entry_link, SearchBox};
use crate::ui::context::use_content;

/// How many near matches are offered.
const NEAR: usize = 5;

/// The page of an address that leads nowhere.
#[component]
pub(in crate::ui) fn NotFound(
    /// What was asked: an id, or a path.
    asked: String,
    /// Whether it was asked as the id of an entry.
    is_entry: bool,
) -> impl IntoView {
    let content = use_content();
    let search = |text: &str| content.index.search(&Query::default().with_scope(Scope::All).with_text(text)).hits;
    let near = |asked: &str| {
        let words = asked.replace(['/', '-', '_', '.'], " ");
        let hits = search(&words);
        let corrected = content.index.suggestion(&words).filter(|_| hits.is_empty());
        Some(corrected.map_or(hits, |corrected| search(&corrected))).filter(|hits| !hits.is_empty())
    };
    // The whole path, else its parts, the last ones saying the most.
    let hits = near(&asked).or_else(|| asked.rsplit('/').filter(|part| !part.is_empty()).find_map(near)).unwrap_or_default();
    let matches = (!hits.is_empty()).then(|| {
        let links: Vec<_> = hits.iter().take(NEAR).map(|hit| view! { <li>{entry_link(hit.entry)}</li> }).collect();
        view! { <h2>{shell::NEAR_MATCHES}</h2> <ul>{links}</ul> }
    });
    let said = if is_entry { fiche::no_entry(&asked) } else { shell::not_found(&asked) };
    view! {
        <div class="enveloppe section prose">
            <h1>{shell::NOT_FOUND}</h1>
            <p>{said}</p>
            {matches}
            <SearchBox/>
            <p>
                <a href=Route::Catalogue.to_string()>{shell::OPEN_CATALOGUE}</a> " · " <a href="/">{shell::GO_HOME}</a>
            </p>
        </div>
    }
}
