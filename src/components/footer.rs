//! The footer: what the site is, and ways on.

use crate::view;
use leptos::prelude::*;

use super::{composed, contact, holds_name, inline, own_links, site_name, site_sign, written};
use crate::state::content::{LoadState, Loading, use_language};
use crate::state::links::{link, use_root};
use address::route::Route;
use catalogue::{ABOUT, Menu, SectionType};
use export::files;
use insight::pages::first;
use messages::{Language, Message, embed, propose, relations, selection, shell, statistics};

/// Links under a title: the label of each, to be composed, and its address.
fn column(language: Language, title: Message, links: Vec<(String, String)>) -> AnyView {
    let title = title.to(language);
    let item = |(label, href): (String, String)| view! { <li><a href=href>{composed(label)}</a></li> };
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
    let said = move |(label, href): (Message, String)| (label.to(language).to_owned(), href);
    // The page that has such a part, and the part.
    let part = move |of| {
        let LoadState::Ready(content) = state.get() else { return None };
        let (page, section) = first(&content.index, of)?;
        Some((inline(&page.label).into_owned(), link(&Route::of_page(&page.id)), section.id.clone()))
    };
    let updated = move || {
        let LoadState::Ready(content) = state.get() else { return None };
        let updated = content.catalogue().site.updated?;
        Some(view! {
            <p class="tiny quiet">{shell::UPDATED.to(language)}<time datetime=updated.to_string()>{updated.in_words(language)}</time></p>
        })
    };
    let take_part = move || {
        let ways = part(SectionType::Ways).map(|(_, page, _)| (shell::WAYS, page));
        let mut links: Vec<_> = ways.into_iter().chain([(propose::TITLE, link(&Route::Propose))]).collect();
        if let LoadState::Ready(content) = state.get() {
            let write = |label, subject| contact(content.catalogue(), subject).map(|address| (label, address));
            links.extend(write(shell::REPORT, shell::REPORT.to(language)));
        }
        column(language, shell::TAKE_PART, links.into_iter().map(said).collect())
    };
    let feed = move || {
        let address = state.with(|state| match state {
            // A feed without any change would say nothing.
            LoadState::Ready(content) if !content.catalogue().changes.is_empty() => {
                content.catalogue().site.url.as_ref().map(|url| url.join(files::FEED))
            }
            _ => None,
        });
        address.map(|address| view! { <p class="tiny"><a href=address>{shell::FEED.to(language)}</a></p> })
    };
    let accessibility = move || {
        let LoadState::Ready(content) = state.get() else { return None };
        let is_said = content.page(ABOUT)?.sections.iter().any(|section| section.id == ACCESSIBILITY);
        let address = format!("{}#{ACCESSIBILITY}", link(&Route::of_page(ABOUT)));
        is_said.then(|| view! { <p class="tiny"><a href=address>{shell::ACCESSIBILITY.to(language)}</a></p> })
    };
    let sentence = move || {
        let said = state.with(|state| state.identity().map(|identity| identity.footer.clone()));
        said.filter(|text| !text.is_empty()).map(|text| view! { <p class="small secondary">{written(&text)}</p> })
    };
    let publisher = move || {
        let publisher = state.with(|state| state.identity().and_then(|identity| identity.publisher.clone()))?;
        let name = written(&publisher.name);
        let name = match publisher.url {
            Some(url) => view! { <a href=url.as_str().to_owned() rel="external">{name}</a> },
            None => name,
        };
        Some(view! { <p class="tiny quiet">{shell::PUBLISHED_BY.to(language)}{name}</p> })
    };
    let own = move || {
        let links = state.with(|state| own_links(state, |identity| &identity.footer_links));
        links.into_iter().map(|link| view! { <p class="tiny">{link}</p> }).collect::<Vec<_>>()
    };
    let explore = move || {
        let LoadState::Ready(content) = state.get() else { return None };
        let mut links = vec![
            said((shell::NAV_CATALOGUE, link(&Route::Catalogue))),
            said((shell::ALL_ENTRIES, link(&Route::Entries(1)))),
        ];
        links.extend(part(SectionType::Themes).map(|(_, page, id)| said((shell::THEMES, format!("{page}#{id}")))));
        links.extend(part(SectionType::Situations).map(|(label, page, _)| (label, page)));
        links.extend(part(SectionType::Programmes).map(|(_, page, _)| said((shell::PROGRAMMES, page))));
        let of_foot = content.pages().filter(|page| page.menu == Some(Menu::Foot));
        links.extend(of_foot.map(|page| (inline(&page.label).into_owned(), link(&Route::of_page(&page.id)))));
        links.extend(part(SectionType::Lexicon).map(|(_, page, id)| said((shell::LEXICON, format!("{page}#{id}")))));
        let others = [
            (relations::TITLE, Route::Relations),
            (statistics::TITLE, Route::Statistics),
            (selection::COMPARISON, Route::Compare),
        ];
        links.extend(others.map(|(label, route)| said((label, link(&route)))));
        Some(column(language, shell::EXPLORE, links))
    };
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
    let reuse = move || {
        let is_about = state.with(|state| matches!(state, LoadState::Ready(content) if content.page(ABOUT).is_some()));
        let method = is_about.then(|| (shell::METHOD, link(&Route::of_page(ABOUT))));
        column(language, shell::REUSE, reuse.iter().cloned().chain(method).map(said).collect())
    };
    view! {
        <footer class="footer">
            <div class="graticule" aria-hidden="true"></div>
            <div class="wrapper footer__row">
                <div class="footer__brand">
                    <p class="brand brand--footer">{move || state.with(site_sign)}<span class=move || state.with(|state| if holds_name(state) { "sr" } else { "brand__name" })>{move || state.with(|state| composed(site_name(state)))}</span></p>
                    {sentence}
                    {publisher}
                    {updated}
                    {feed}
                    {accessibility}
                    {own}
                </div>
                {explore}
                {reuse}
                {take_part}
            </div>
        </footer>
    }
}
