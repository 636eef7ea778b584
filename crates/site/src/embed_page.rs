//! The pages that other sites show in frames: their shell, without what only the site has, and what
//! they say of themselves.

use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use super::{PrerenderError, head};
use address::route::Route;
use export::BaseUrl;
use messages::embed;

/// Sets the look that the address asks for.
pub(super) const SCRIPT: &str = include_str!("embed_page.js");

/// The shell of these pages, from that of the site: no patterns of themes, no icon of the screen, and
/// links that leave the frame.
pub(super) fn shell(page: &str) -> Result<String, PrerenderError> {
    let handlers = vec![
        element!("html", |html| {
            html.set_attribute("data-cadre", "")?;
            Ok(())
        }),
        element!("link[href*=\"motifs-\"], link[rel=apple-touch-icon]", |link| {
            link.remove();
            Ok(())
        }),
        element!("#panne a[href^=\"/\"]", |link| {
            link.set_attribute("target", "_blank")?;
            link.set_attribute("rel", "noopener")?;
            link.append(&format!("<span class=\"sr\"> ({})</span>", embed::NEW_TAB), ContentType::Html);
            Ok(())
        }),
    ];
    let settings = RewriteStrSettings { element_content_handlers: handlers, ..RewriteStrSettings::new() };
    Ok(rewrite_str(page, settings)?)
}

/// The elements of the head of a page, after its title: search engines are led to the page of the site,
/// and any host may give the frame the height of its content (CSS Sizing 4, « responsive iframes »; Chrome
/// also wants to be told whose pages may), which `frame_script` tells.
pub(super) fn head(route: &Route, base: Option<&BaseUrl>, frame_script: &str) -> String {
    let canonical = base.map_or_else(String::new, |base| {
        let address = base.join(&route.in_site().to_string());
        format!("<link rel=\"canonical\" href=\"{}\">", head::escape(&address))
    });
    format!(
        "<meta name=\"robots\" content=\"noindex\"><meta name=\"responsive-embedded-sizing\" content=\"allow-origins=*\">{canonical}\
         <script>{SCRIPT}</script><script>{frame_script}</script>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use address::embed::{Ground, Look, Part, Presentation};

    #[test]
    fn the_script_knows_the_same_words() {
        let words = |name: &str| {
            let (_, rest) = SCRIPT.split_once(&format!("\n    {name}: [")).expect("the script reads every parameter");
            let (_, rest) = rest.split_once("/^").expect("strictly");
            rest.split("$/").next().unwrap_or_default().trim_matches(['(', ')']).split('|').collect::<Vec<_>>()
        };
        assert_eq!(words("apparence"), Look::ALL.iter().map(|look| look.word()).collect::<Vec<_>>());
        assert_eq!(words("masquer"), Part::ALL.iter().map(|part| part.word()).collect::<Vec<_>>());
        assert_eq!(words("fond"), Ground::ALL.iter().map(|ground| ground.word()).collect::<Vec<_>>());
        assert_eq!(words("colonnes"), [format!("[1-{}]", Presentation::MOST_COLUMNS)]);
        for name in Presentation::NAMES {
            // The number of results is for the app.
            assert_eq!(SCRIPT.contains(&format!("\n    {name}: [")), name != "limite", "{name}");
        }
    }
}
