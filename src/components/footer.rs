//! The footer: what the site is, and ways on.

use crate::view;
use leptos::prelude::*;

use super::{composed, contact, logo};
use crate::state::content::{LoadState, Loading, use_language};
use crate::state::links::{link, use_root};
use address::route::{Guide, Route};
use export::files;
use messages::{Language, Message, embed, propose, relations, selection, self_check, shell, statistics};
use text::slug;

fn column(language: Language, title: Message, links: Vec<(Message, String)>) -> AnyView {
    let title = title.to(language);
    let item = |(label, href): (Message, String)| view! { <li><a href=href>{label.to(language)}</a></li> };
    let items: Vec<_> = links.into_iter().map(item).collect();
    view! {
        <nav aria-label=title>
            <h2 class="footer__title">{title}</h2>
            <ul role="list">{items}</ul>
        </nav>
    }
}

/// The id of the section about accessibility, where the site has one.
const ACCESSIBILITY: &str = "accessibilite";

#[component]
pub(crate) fn Footer() -> impl IntoView {
    let language = use_language();
    let Loading(state) = expect_context();
    let guide = |guide| link(&Route::Guide(guide));
    let updated = move || {
        let LoadState::Ready(content) = state.get() else { return None };
        let updated = content.catalogue().site.updated?;
        Some(view! {
            <p class="tiny quiet">{shell::UPDATED.to(language)}<time datetime=updated.to_string()>{updated.in_words(language)}</time></p>
        })
    };
    let take_part = move || {
        let mut links = vec![(shell::WAYS, guide(Guide::Contribute)), (propose::TITLE, link(&Route::Propose))];
        if let LoadState::Ready(content) = state.get() {
            let write = |label, subject| contact(content.catalogue(), subject).map(|address| (label, address));
            links.extend(write(shell::REPORT, shell::REPORT.to(language)));
        }
        column(language, shell::TAKE_PART, links)
    };
    let feed = move || {
        let address = state.with(|state| match state {
            LoadState::Ready(content) => content.catalogue().site.url.as_ref().map(|url| url.join(files::FEED)),
            _ => None,
        });
        address.map(|address| view! { <p class="tiny"><a href=address>{shell::FEED.to(language)}</a></p> })
    };
    let accessibility = move || {
        let LoadState::Ready(content) = state.get() else { return None };
        let is_said =
            content.catalogue().site.about.iter().any(|section| slug(section.heading.as_str()) == ACCESSIBILITY);
        let address = format!("{}#{ACCESSIBILITY}", link(&Route::About));
        is_said.then(|| view! { <p class="tiny"><a href=address>{shell::ACCESSIBILITY.to(language)}</a></p> })
    };
    let explore = vec![
        (shell::NAV_CATALOGUE, link(&Route::Catalogue)),
        (shell::ALL_ENTRIES, link(&Route::Entries(1))),
        (shell::THEMES, format!("{}#themes", link(&Route::Home))),
        (shell::NAV_LOCAL, guide(Guide::Local)),
        (shell::PROGRAMMES, guide(Guide::Support)),
        (self_check::TITLE, guide(Guide::SelfCheck)),
        (shell::LEXICON, format!("{}#lexique", guide(Guide::Understand))),
        (relations::TITLE, link(&Route::Relations)),
        (statistics::TITLE, link(&Route::Statistics)),
        (selection::COMPARISON, link(&Route::Compare)),
    ];
    let root = use_root();
    let files = [
        (shell::DOWNLOAD, files::CATALOGUE),
        (shell::DOWNLOAD_TABLE, files::CSV),
        (shell::DOWNLOAD_DCAT, files::DCAT),
        (shell::SCHEMA, files::SCHEMA),
    ];
    let mut reuse: Vec<_> = files.into_iter().filter_map(|(label, name)| Some((label, root.file(name)?))).collect();
    if !root.is_one_file() {
        reuse.push((embed::TITLE, link(&Route::Configure)));
    }
    reuse.push((shell::METHOD, link(&Route::About)));
    view! {
        <footer class="footer">
            <div class="graticule" aria-hidden="true"></div>
            <div class="wrapper footer__row">
                <div class="footer__brand">
                    <p class="brand brand--footer">{logo()}<span class="brand__name">{move || state.with(|state| composed(state.site_inline()))}</span></p>
                    <p class="small secondary">{shell::FOOTER.to(language)}</p>
                    {updated}
                    {feed}
                    {accessibility}
                </div>
                {column(language, shell::EXPLORE, explore)}
                {column(language, shell::REUSE, reuse)}
                {take_part}
            </div>
        </footer>
    }
}
