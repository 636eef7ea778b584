//! The parts whose content the data itself chooses: a text, a search, the values of a facet; and the network, which a
//! page of the site has too.

use leptos::prelude::*;

use super::pieces;
use crate::components::{onward, written};
use crate::pages::{Words, relations};
use crate::state::content::{Content, use_content, use_language};
use crate::state::links::{address, link};
use crate::view;
use address::route::Route;
use catalogue::{EntryIndex, PageSection};
use insight::pages::values;
use messages::guides as said;
use search::query::Query;

/// Entries of a search that are shown.
const FOUND: usize = 12;

pub(super) fn text(section: &PageSection) -> AnyView {
    let paragraphs = section.paragraphs.iter().map(|text| view! { <p class="measure">{written(text)}</p> });
    paragraphs.collect::<Vec<AnyView>>().into_any()
}

/// The network, and the lists that say the same to those who do not see it.
pub(super) fn network(content: &Content) -> AnyView {
    let lists = onward(link(&Route::Relations), messages::relations::TITLE.to(use_language()).to_owned());
    view! { {relations::drawn(content)} {lists} }
}

/// The first entries of a query, and the way to all of them; again once words are searched.
pub(super) fn search(content: &Content, section: &PageSection) -> AnyView {
    let language = use_language();
    let catalogue = content.catalogue();
    let query = Query::parse_for(&section.query, catalogue).0.opened(catalogue).with_page(1);
    let noun = query.scope.noun(catalogue);
    let words = Words::new();
    if !content.can_answer(&query) {
        words.ask(&use_content());
    }
    let found = move || {
        let is_refused = words.is_refused();
        let content = use_content();
        if !content.can_answer(&query) {
            let way = || onward(address(&query), said::OPEN_CATALOGUE.to(language).to_owned());
            return is_refused.then(way).into_any();
        }
        let found = content.index.top(&query, FOUND);
        if found.count == 0 {
            return pieces::lead(messages::catalogue::nothing(language, 1));
        }
        let entries: Vec<EntryIndex> = found.hits.iter().map(|hit| hit.entry).collect();
        let all = said::see_all(language, &noun.count(language, found.count));
        view! { {pieces::entries(&content, &entries)} {onward(address(&query), all)} }
    };
    found.into_any()
}

/// The values of a facet, with how many entries have each.
pub(super) fn facet(content: &Content, section: &PageSection) -> AnyView {
    let language = use_language();
    let Some((facet, query, counts)) = values(&content.index, section) else { return ().into_any() };
    let all = counts.len();
    let first = counts.into_iter().take(catalogue::shown_of(all));
    let choices = pieces::values(content, section.heading.as_str(), facet, &query, first);
    let onward =
        (catalogue::shown_of(all) < all).then(|| onward(address(&query), said::OPEN_CATALOGUE.to(language).to_owned()));
    view! { {choices} {onward} }
}
