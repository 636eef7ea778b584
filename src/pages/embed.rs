//! What only the pages that other sites show have: an entry, its card, what is missing, the foot.

use leptos::prelude::*;

use super::entry::EntryPage;
use crate::components::{CardLook, To, bad_parameters, card, composed, icon, site_name, site_sign, time_of, way};
use crate::state::content::{use_content, use_language};
use crate::state::frame::Frame;
use crate::state::links::{link, query_address, use_root};
use crate::state::location::use_location;
use crate::state::query::bad_in;
use crate::view;
use address::embed::{EntryView, entry_view};
use address::route::Route;
use catalogue::{EntryIndex, GridLink};
use messages::{embed, shell};
use search::query::Query;

/// An entry, as its address asks.
#[component]
pub(crate) fn EmbeddedEntry(index: EntryIndex) -> impl IntoView {
    let search = use_location().search.get_untracked();
    let (shown, bad_view) = entry_view(&search);
    let mut bad = bad_in(&search);
    bad.extend(bad_view);
    let warning = bad_parameters(&bad).map(|warning| view! { <div class="wrapper">{warning}</div> });
    let entry = match shown {
        EntryView::EntryPage => view! { <EntryPage index/> },
        EntryView::Card => {
            let content = use_content();
            view! {
                <div class="wrapper frame__card">
                    <h1 class="sr">{composed(site_name(&content))}</h1>
                    <h2 class="sr">{content.catalogue().kinds.words(content.entry(index).kind).name}</h2>
                    {card(index, CardLook::Image, GridLink::EntryPage)}
                </div>
            }
        }
    };
    view! { {warning} <div class="frame__entry">{entry}</div> }
}

/// A page that does not exist: one sentence, since the frame may be small.
pub(super) fn missing(asked: Option<&str>) -> AnyView {
    let language = use_language();
    let said = asked.map_or_else(|| embed::NO_PAGE.to(language).to_owned(), |id| embed::no_entry(language, id));
    view! {
        <div class="wrapper frame__missing">
            <h1>{shell::NOT_FOUND.to(language)}</h1>
            <p>{said}</p>
            <p>{way(None, link(&Route::Catalogue), To::Page, shell::OPEN_CATALOGUE.to(language).into_any())}</p>
        </div>
    }
}

/// The foot: the way to the same view in the site, the date of the data.
#[component]
pub(crate) fn EmbedFoot(route: Memo<Route>) -> impl IntoView {
    let language = use_language();
    let (root, search) = (use_root(), use_location().search);
    let foot = move || {
        let content = use_content();
        let full = match route.get() {
            Route::EmbedEntry(kind, id) if content.find(kind, &id).is_some() => root.link(&Route::Entry(kind, id)),
            // Pages of results are shorter here: the first one is the same.
            _ => {
                let query = search.with(|search| Query::parse_for(search, content.catalogue()).0);
                query_address(&root, &query.with_page(1), Frame::Site)
            }
        };
        let name = site_name(&content);
        let open = view! { {site_sign(content.identity())} {composed(embed::open_in(language, &name))} " " {icon("external")} };
        let updated = content.catalogue().site.updated.map(|updated| {
            view! { <p class="frame__date">{embed::LIST_OF.to(language)}{time_of(updated)}</p> }
        });
        view! { {way(Some("frame__link"), full, To::Page, open)} {updated} }
    };
    view! { <footer class="frame__foot">{foot}</footer> }
}
