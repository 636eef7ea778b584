//! The site as an application that can be put on a screen: Web Application Manifest (W3C).

use serde_json::{Value, json};

use super::json::{Object, file};
use super::{at_most, files, icon, image_type};
use catalogue::Catalogue;

/// The longest name that is whole under an icon, in characters.
const SHORT_NAME: usize = 12;

/// The manifest. Every address in it is relative, so that the folder can be put anywhere. What the browser draws around
/// the site, and behind the page until it is drawn, has this colour, as CSS writes it.
pub fn manifest(catalogue: &Catalogue, colour: &str) -> String {
    let site = catalogue.site_name();
    let manifest = Object::default()
        .with("name", site)
        .with("short_name", at_most(SHORT_NAME, site))
        .with_text("description", catalogue.site.description.as_str())
        .with("lang", catalogue.site.language.word())
        .with("dir", "ltr")
        .with("start_url", "./")
        .with("scope", "./")
        // People share addresses and go back: the bar of the browser stays.
        .with("display", "minimal-ui")
        .with("background_color", colour)
        .with("theme_color", colour)
        .with("icons", icons(catalogue));
    file(manifest)
}

/// The icons of the site: with one of its own, ours are not beside it.
fn icons(catalogue: &Catalogue) -> Value {
    let identity = &catalogue.site.identity;
    let icon = icon(catalogue);
    let kind = image_type(icon);
    let sizes = (kind == "image/svg+xml").then_some("any");
    let icon = Object::default().with("src", icon).with_some("sizes", sizes).with("type", kind);
    let touch = identity.touch_icon.as_deref().or(identity.icon.is_none().then_some(files::TOUCH_ICON));
    let touch = touch.map(|icon| json!({ "src": icon, "sizes": "180x180", "type": "image/png" }));
    [Value::from(icon)].into_iter().chain(touch).collect()
}
