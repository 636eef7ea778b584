//! What robots may read: everything (RFC 9309), and where the list of pages is.

use super::files;
use catalogue::BaseUrl;

/// The rules; robots read them only at the root of a host.
pub fn robots(base: Option<&BaseUrl>) -> String {
    let rules = "User-agent: *\nAllow: /\n";
    match base {
        Some(base) => format!("{rules}\nSitemap: {}\n", base.join(files::SITEMAP)),
        None => rules.to_owned(),
    }
}
