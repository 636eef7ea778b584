//! The list of pages for search engines: sitemaps.org, version 0.9.

use super::{address, escape::xml};
use ::address::route::Route;
use catalogue::{BaseUrl, PartialDate};

/// The most addresses that one file may hold.
const LIMIT: usize = 50_000;

/// Why there is no list of pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SitemapError {
    /// The format wants several files then, and a list of them.
    #[error("a sitemap holds at most {LIMIT} addresses, not {count}")]
    TooManyPages {
        /// How many there are.
        count: usize,
    },
}

/// The list of these pages, each with the day it last changed when that is known.
///
/// A month or a year is left out: the format takes whole days. So is [`Route::NotFound`], which is no page.
///
/// # Errors
/// When there are more pages than one file may hold.
pub fn sitemap(
    pages: impl IntoIterator<Item = (Route, Option<PartialDate>)>,
    base: &BaseUrl,
) -> Result<String, SitemapError> {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let mut count = 0;
    for (route, date) in pages {
        if matches!(route, Route::NotFound(_)) {
            continue;
        }
        count += 1;
        if count <= LIMIT {
            let date = date.filter(|date| date.day.is_some());
            let date = date.map(|date| format!("<lastmod>{date}</lastmod>")).unwrap_or_default();
            out.push_str(&format!("<url><loc>{}</loc>{date}</url>\n", xml(&address::page(base, &route))));
        }
    }
    if count > LIMIT {
        return Err(SitemapError::TooManyPages { count });
    }
    out.push_str("</urlset>\n");
    Ok(out)
}
