//! How the site is known, which stands among its settings.

use super::checker::Checker;
use crate::diagnostic::Path;
use crate::identity::{Colour, Identity, Logo, Picture, Publisher, SiteLink, Target};
use crate::value::{Parts, Value};

pub(super) fn identity(checker: &mut Checker<'_>, parts: &mut Parts, path: &Path<'_>) -> Identity {
    let object = |parts: &mut Parts, key| parts.value(key).parts();
    Identity {
        publisher: object(parts, "publisher").and_then(|it| publisher(checker, it, &path.key("publisher"))),
        footer: parts.text("footer").unwrap_or_default(),
        header_links: links(checker, parts.value("header_links"), &path.key("header_links")),
        footer_links: links(checker, parts.value("footer_links"), &path.key("footer_links")),
        logo: object(parts, "logo").and_then(|it| logo(checker, it, &path.key("logo"))),
        icon: checker.optional(parts, "icon", path).word(),
        touch_icon: checker.optional(parts, "touch_icon", path).word(),
        image: object(parts, "image").and_then(|mut it| picture(checker, &mut it, &path.key("image"))),
        accent: colour(checker, parts, "accent", path),
        grounds: object(parts, "grounds").map_or_else(Default::default, |mut it| {
            ["light", "dark"].map(|key| colour(checker, &mut it, key, &path.key("grounds")))
        }),
        has_style: checker.optional(parts, "style", path).is_sound(),
    }
}

fn colour(checker: &mut Checker<'_>, parts: &mut Parts, key: &str, path: &Path<'_>) -> Option<Colour> {
    checker.optional(parts, key, path).number().map(Colour::of_number)
}

fn publisher(checker: &mut Checker<'_>, mut parts: Parts, path: &Path<'_>) -> Option<Publisher> {
    let name = checker.required(&mut parts, "name", path).text()?;
    Some(Publisher { name, url: checker.optional(&mut parts, "url", path).address() })
}

fn logo(checker: &mut Checker<'_>, mut parts: Parts, path: &Path<'_>) -> Option<Logo> {
    let picture = picture(checker, &mut parts, path)?;
    let dark = checker.optional(&mut parts, "dark", path).word();
    Some(Logo { picture, dark, holds_name: parts.value("holds_name").boolean() == Some(true) })
}

fn picture(checker: &mut Checker<'_>, parts: &mut Parts, path: &Path<'_>) -> Option<Picture> {
    let file = checker.required(parts, "file", path).word()?;
    Some(of_file(file, parts))
}

/// An image of a file; the logo of a site has no `alt`: its name is beside it.
pub(super) fn of_file(file: String, parts: &mut Parts) -> Picture {
    let size = parts.value("width").number().zip(parts.value("height").number());
    let size = size.filter(|(width, height)| *width > 0 && *height > 0);
    let alt = parts.table.rank("alt", 0).and_then(|_| parts.text("alt")).unwrap_or_default();
    Picture { file, size, alt }
}

fn links(checker: &mut Checker<'_>, links: Value, path: &Path<'_>) -> Vec<SiteLink> {
    checker.each(links, path, |checker, mut parts, path| {
        let label = checker.required(&mut parts, "label", path).text();
        let target = match checker.required(&mut parts, "url", path) {
            Value::Address(url) => Target::Elsewhere(url),
            url => Target::Here(url.word()?),
        };
        Some(SiteLink { label: label?, target })
    })
}
