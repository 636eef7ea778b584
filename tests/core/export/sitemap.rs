//! The list of pages: each address once it is a page, whole days only, never more than the format takes.

use address::route::Route;
use catalogue::PartialDate;
use export::{BaseUrl, SitemapError, sitemap};
use roxmltree::Document;

use super::BASE;
use crate::support::REAL;

/// The addresses and days of a list of pages.
fn read(xml: &str) -> Vec<(String, Option<String>)> {
    let document = Document::parse(xml).unwrap_or_else(|error| panic!("{error}: {xml}"));
    let root = document.root_element();
    assert!(root.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "urlset")));
    let text = |node: roxmltree::Node<'_, '_>, name: &str| {
        let child = node.children().find(|child| child.tag_name().name() == name)?;
        child.text().map(str::to_owned)
    };
    let pages = root.children().filter(roxmltree::Node::is_element);
    pages.map(|page| (text(page, "loc").expect("a page has an address"), text(page, "lastmod"))).collect()
}

#[test]
fn every_page_has_its_address_and_the_day_it_changed() {
    let routes = REAL.catalogue.entries().map(|(_, entry)| (Route::of(entry), entry.checked));
    let pages: Vec<_> = [(Route::Home, None), (Route::Catalogue, None)].into_iter().chain(routes).collect();
    let xml = sitemap(pages.clone(), &BASE).expect("there are few pages");
    let expected: Vec<_> =
        pages.iter().map(|(route, date)| (BASE.join(&route.to_string()), date.map(|date| date.to_string()))).collect();
    assert_eq!(read(&xml), expected);
}

#[test]
fn only_whole_days_and_pages_are_listed() {
    for (date, expected) in [("2026-05-01", Some("2026-05-01")), ("2026-05", None), ("2026", None)] {
        let xml = sitemap([(Route::Home, PartialDate::parse(date))], &BASE).expect("there is one page");
        assert_eq!(read(&xml), [(BASE.to_string(), expected.map(str::to_owned))]);
    }
    let none = sitemap([(Route::NotFound("/rien".to_owned()), None)], &BASE).expect("there is no page");
    assert_eq!(read(&none), []);
}

#[test]
fn addresses_are_text() {
    let base = BaseUrl::parse("https://lannec.example/l'eau&l'air/").expect("the address is sound");
    let xml = sitemap([(Route::Home, None)], &base).expect("there is one page");
    assert_eq!(read(&xml), [(base.to_string(), None)]);
}

#[test]
fn too_many_pages_are_told() {
    let pages = |count: usize| (0..count).map(|_| (Route::Home, None));
    assert!(sitemap(pages(50_000), &BASE).is_ok());
    let error = sitemap(pages(50_001), &BASE).expect_err("the format takes no more");
    assert_eq!(error, SitemapError::TooManyPages { count: 50_001 });
    assert_eq!(error.to_string(), "a sitemap holds at most 50000 addresses, not 50001");
}
