//! The footer: what the site is, and ways on.

use crate::view;
use leptos::prelude::*;

use super::{composed, contact, holds_name, inline, own_links, site_name, site_sign, time_of, written};
use crate::state::content::{Content, Current, use_language};
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
    let Current(content) = expect_context();
    view! {
        <footer class="footer">
            <div class="graticule" aria-hidden="true"></div>
            <div class="wrapper footer__row">{move || content.with(|content| columns(content))}</div>
        </footer>
    }
}

/// What the footer holds.
fn columns(content: &Content) -> AnyView {
    let (language, root) = (use_language(), use_root());
    let (site, identity) = (&content.catalogue().site, content.identity());
    let said = |label: Message, href: String| (label.to(language).to_owned(), href);
    // The page that has such a part, and the part.
    let part = |of| {
        let (page, section) = first(&content.index, of)?;
        Some((inline(&page.label).into_owned(), link(&Route::of_page(&page.id)), &*section.id))
    };
    let about = content.page(ABOUT).map(|page| (page, link(&Route::of_page(ABOUT))));
    let name_class = if holds_name(identity) { "sr" } else { "brand__name" };
    let sentence =
        (!identity.footer.is_empty()).then(|| view! { <p class="small secondary">{written(&identity.footer)}</p> });
    let publisher = identity.publisher.as_ref().map(|publisher| {
        let name = written(&publisher.name);
        let name = match &publisher.url {
            Some(url) => view! { <a href=url.as_str().to_owned() rel="external">{name}</a> },
            None => name,
        };
        view! { <p class="tiny quiet">{shell::PUBLISHED_BY.to(language)}{name}</p> }
    });
    let updated = site.updated.map(|updated| {
        view! { <p class="tiny quiet">{shell::UPDATED.to(language)}{time_of(updated)}</p> }
    });
    // A feed without any change would say nothing.
    let feed = site.url.as_ref().filter(|_| !content.catalogue().changes.is_empty());
    let feed =
        feed.map(|url| view! { <p class="tiny"><a href=url.join(files::FEED)>{shell::FEED.to(language)}</a></p> });
    let accessibility = about.as_ref().filter(|(page, _)| page.sections.iter().any(|part| part.id == ACCESSIBILITY));
    let accessibility = accessibility.map(|(_, page)| {
        view! { <p class="tiny"><a href=format!("{page}#{ACCESSIBILITY}")>{shell::ACCESSIBILITY.to(language)}</a></p> }
    });
    let own = own_links(content, |identity| &identity.footer_links);
    let own: Vec<_> = own.into_iter().map(|link| view! { <p class="tiny">{link}</p> }).collect();

    let mut explore =
        vec![said(shell::NAV_CATALOGUE, link(&Route::Catalogue)), said(shell::ALL_ENTRIES, link(&Route::Entries(1)))];
    explore.extend(part(SectionType::Themes).map(|(_, page, id)| said(shell::THEMES, format!("{page}#{id}"))));
    explore.extend(part(SectionType::Situations).map(|(label, page, _)| (label, page)));
    explore.extend(part(SectionType::Programmes).map(|(_, page, _)| said(shell::PROGRAMMES, page)));
    let of_foot = content.pages().filter(|page| page.menu == Some(Menu::Foot));
    explore.extend(of_foot.map(|page| (inline(&page.label).into_owned(), link(&Route::of_page(&page.id)))));
    explore.extend(part(SectionType::Lexicon).map(|(_, page, id)| said(shell::LEXICON, format!("{page}#{id}"))));
    explore.extend([
        said(relations::TITLE, link(&Route::Relations)),
        said(statistics::TITLE, link(&Route::Statistics)),
        said(selection::COMPARISON, link(&Route::Compare)),
    ]);

    let files = [
        (shell::DOWNLOAD, files::CATALOGUE),
        (shell::DOWNLOAD_TABLE, files::CSV),
        (shell::DOWNLOAD_DCAT, files::DCAT),
        (shell::SCHEMA, files::SCHEMA),
    ];
    let mut reuse: Vec<_> = files.into_iter().filter_map(|(label, name)| Some(said(label, root.file(name)?))).collect();
    reuse.extend((!root.is_one_file()).then(|| said(embed::TITLE, link(&Route::Configure))));
    reuse.extend(about.map(|(_, page)| said(shell::METHOD, page)));

    let ways = part(SectionType::Ways).map(|(_, page, _)| said(shell::WAYS, page));
    let report = contact(content.catalogue(), shell::REPORT.to(language)).map(|address| said(shell::REPORT, address));
    let take_part = ways.into_iter().chain([said(propose::TITLE, link(&Route::Propose))]).chain(report).collect();

    view! {
        <div class="footer__brand">
            <p class="brand brand--footer">{site_sign(identity)}<span class=name_class>{composed(site_name(content))}</span></p>
            {sentence}
            {publisher}
            {updated}
            {feed}
            {accessibility}
            {own}
        </div>
        {column(language, shell::EXPLORE, explore)}
        {column(language, shell::REUSE, reuse)}
        {column(language, shell::TAKE_PART, take_part)}
    }
}
