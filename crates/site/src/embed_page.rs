//! The pages that other sites show in frames: their shell, without what only the site has, and what
//! they say of themselves.

use lol_html::element;
use lol_html::html_content::ContentType;

use super::PrerenderError;
use super::template::{removed, rewritten};
use address::route::Route;
use export::BaseUrl;
use messages::{Language, embed};

/// The shell of these pages, from that of the site: no patterns of themes, no icon of the screen, and
/// links that leave the frame.
pub(super) fn shell(page: &str, language: Language) -> Result<String, PrerenderError> {
    let handlers = vec![
        element!("html", |html| {
            html.set_attribute(names::FRAMED, "")?;
            Ok(())
        }),
        element!(format!("link[href*=\"{}\"], link[rel=apple-touch-icon]", names::PATTERNS_STEM), removed),
        element!(format!("#{} a[href^=\"/\"]", names::FAILURE_ID), |link| {
            link.set_attribute("target", "_blank")?;
            link.set_attribute("rel", "noopener")?;
            link.append(&format!("<span class=\"sr\"> ({})</span>", embed::NEW_TAB.to(language)), ContentType::Html);
            Ok(())
        }),
    ];
    rewritten(page, handlers)
}

/// The elements of the head of a page, after its title: search engines are led to the page of the site,
/// and any host may give the frame the height of its content (CSS Sizing 4, « responsive iframes »; Chrome
/// also wants to be told whose pages may), which one of `scripts` tells.
pub(super) fn head(route: &Route, base: Option<&BaseUrl>, scripts: &[&str]) -> String {
    let canonical = base.map_or_else(String::new, |base| {
        let address = base.join(&route.in_site().to_string());
        format!("<link rel=\"canonical\" href=\"{}\">", text::escaped(&address))
    });
    let scripts: String = scripts.iter().map(|script| format!("<script>{script}</script>")).collect();
    format!(
        "<meta name=\"robots\" content=\"noindex\"><meta name=\"responsive-embedded-sizing\" content=\"allow-origins=*\">{canonical}{scripts}"
    )
}
