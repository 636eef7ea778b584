//! What a site is known by on its pages: its logo and its name, the links of its own.

use leptos::prelude::*;

use super::{inline, logo, written};
use crate::state::content::Content;
use crate::state::links::use_root;
use crate::view;
use address::Root;
use address::route::Route;
use catalogue::{Identity, Logo, SiteLink, Target};

/// The logo of the site, or the sign that stands for it.
pub(crate) fn sign(identity: &Identity) -> AnyView {
    let Some(own) = &identity.logo else { return logo() };
    let root = use_root();
    let drawn = |file: &str, theme: &str| image(&root, own, file, &format!("brand__logo{theme}"));
    match &own.dark {
        None => drawn(&own.picture.file, ""),
        Some(dark) => view! {
            {drawn(&own.picture.file, " brand__logo--light")} {drawn(dark, " brand__logo--dark")}
        },
    }
}

/// The name of the site, to be composed where it is read.
pub(crate) fn site_name(content: &Content) -> String {
    let title = &content.catalogue().site.title;
    if title.is_empty() { content.catalogue().site_name().to_owned() } else { inline(title).into_owned() }
}

/// An image, with room of its own before it comes. A site in one file has it in its style.
fn image(root: &Root, logo: &Logo, file: &str, class: &str) -> AnyView {
    let class = class.to_owned();
    let Some(source) = root.file(file) else {
        return view! { <span class=class aria-hidden="true"></span> };
    };
    let (width, height) = logo.picture.size.unzip();
    view! { <img class=class src=source width=width height=height alt=""/> }
}

/// Whether the name of the site is read in its logo.
pub(crate) fn holds_name(identity: &Identity) -> bool {
    identity.logo.as_ref().is_some_and(|logo| logo.holds_name)
}

/// Links that the host adds, in its order; in a site in one file, those to other files lead nowhere and are left out.
pub(crate) fn own_links(content: &Content, links: fn(&Identity) -> &[SiteLink]) -> Vec<AnyView> {
    let root = use_root();
    let link = |link: &SiteLink| {
        let (href, rel) = address(&root, &link.target, |path| content.route(path))?;
        Some(view! { <a href=href rel=rel>{written(&link.label)}</a> })
    };
    links(content.identity()).iter().filter_map(link).collect()
}

/// The address of a link, and its relation: what the app does not draw is left to the browser.
fn address(root: &Root, target: &Target, route_of: impl Fn(&str) -> Route) -> Option<(String, Option<&'static str>)> {
    let path = match target {
        Target::Elsewhere(url) => return Some((url.as_str().to_owned(), Some("external"))),
        Target::Here(path) => path,
    };
    let (below, rest) = path.split_at(path.find(['?', '#']).unwrap_or(path.len()));
    match route_of(&format!("/{below}")) {
        Route::NotFound(_) => Some((root.file(path)?, Some("external"))),
        route => Some((format!("{}{rest}", root.link(&route)), None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_below_the_root() {
        let here = |path: &str| Target::Here(path.to_owned());
        let site = Content::from_json(include_str!("../../public/catalogue.json")).expect("it is a catalogue");
        for (root, target, expected) in [
            (Root::at("/a/"), here("a-propos/"), Some(("/a/a-propos/", None))),
            (Root::at("/a/"), here("comprendre/"), Some(("/a/comprendre/", None))),
            (Root::at("/a/"), here("catalogue/?theme=eau#q"), Some(("/a/catalogue/?theme=eau#q", None))),
            (Root::at("../"), here("mentions.html"), Some(("../mentions.html", Some("external")))),
            (Root::at("/a/"), here("rapports/"), Some(("/a/rapports/", Some("external")))),
            (Root::in_one_file(), here("a-propos/#vie-privee"), Some(("#/a-propos/#vie-privee", None))),
            (Root::in_one_file(), here("mentions.html"), None),
        ] {
            let found = address(&root, &target, |path| site.route(path));
            assert_eq!(found.as_ref().map(|(href, rel)| (href.as_str(), *rel)), expected, "{target:?}");
        }
    }
}
