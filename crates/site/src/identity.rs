//! How the data has the pages look: their colours, their icons, the host's own style, the files of these.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lol_html::element;
use lol_html::html_content::{ContentType, Element};

use super::template::rewritten;
use super::{Files, PrerenderError};
use address::embed::Accent;
use catalogue::{Identity, STYLE_FILE};
use export::files;

/// What the browser draws around the site, where the data asks for no ground: the light surface and the dark one.
const SURFACES: [&str; 2] = ["#fdfefc", "#152122"];

/// The page that trunk wrote, with the look of a site: `style` is its own rules.
pub(super) fn dressed(page: &str, identity: &Identity, style: &str) -> Result<String, PrerenderError> {
    let surfaces = surfaces(identity);
    let layer = identity
        .has_style
        .then(|| format!("<link rel=\"stylesheet\" href=\"/{}\" id=\"{}\">", files::STYLE_LAYER, names::STYLE_ID));
    let style = (!style.is_empty()).then(|| format!("<style>{style}</style>"));
    let after_ours: String = style.into_iter().chain(layer).collect();
    let set_icon = |link: &mut Element<'_, '_>, icon: &str| {
        link.remove_attribute("type");
        link.set_attribute("href", &format!("/{icon}"))
    };
    let handlers = vec![
        element!("html", |html| {
            let colours = [
                (names::ACCENT, identity.accent.is_some()),
                (names::COLOURED_GROUNDS, identity.grounds.iter().any(Option::is_some)),
            ];
            for (attribute, _) in colours.into_iter().filter(|(_, is_asked)| *is_asked) {
                html.set_attribute(attribute, "")?;
            }
            Ok(())
        }),
        element!("link[rel=icon]", |link| {
            if let Some(icon) = &identity.icon {
                set_icon(link, icon)?;
            }
            Ok(())
        }),
        element!("link[rel=apple-touch-icon]", |link| {
            // Ours is no icon of a site that has its own.
            match (&identity.touch_icon, &identity.icon) {
                (Some(icon), _) => set_icon(link, icon)?,
                (None, Some(_)) => link.remove(),
                (None, None) => {}
            }
            Ok(())
        }),
        element!("meta[name=theme-color]", |meta| {
            let is_dark = meta.get_attribute("media").is_some_and(|media| media.contains("dark"));
            meta.set_attribute("content", &surfaces[usize::from(is_dark)])?;
            Ok(())
        }),
        element!(format!("#{}", names::DATA_ID), |data| {
            data.before(&after_ours, ContentType::Html);
            Ok(())
        }),
    ];
    rewritten(page, handlers)
}

/// The light surface and the dark one, as CSS writes them.
pub(super) fn surfaces(identity: &Identity) -> [String; 2] {
    [false, true].map(|dark| match identity.grounds[usize::from(dark)] {
        Some(ground) => format!("#{}", Accent(ground).ground_tokens(dark)[1].1),
        None => SURFACES[usize::from(dark)].to_owned(),
    })
}

/// The colours that the data asks for, as rules: what style/tokens.css corrects, then, for browsers that cannot
/// compute colours, what comes of it. Empty when it asks for none.
pub(super) fn colours(identity: &Identity) -> String {
    let asked = [
        ("--accent", identity.accent),
        ("--ground-light", identity.grounds[0]),
        ("--ground-dark", identity.grounds[1]),
    ];
    let asked: String = asked.iter().filter_map(|(name, colour)| Some(format!("{name}:#{};", (*colour)?))).collect();
    if asked.is_empty() {
        return asked;
    }
    // The build has the same words for `light-dark()`.
    let either = |name: &str, [light, dark]: [String; 2]| {
        format!("{name}:var(--lightningcss-light,{light})var(--lightningcss-dark,{dark});")
    };
    let accent = identity.accent.map(Accent).into_iter().flat_map(Accent::tokens);
    let accent: String = accent.map(|(name, pair)| either(name, pair.map(|colour| format!("#{colour}")))).collect();
    let themes = [false, true].map(|dark| {
        let ground = identity.grounds[usize::from(dark)];
        ground.map(|ground| Accent(ground).ground_tokens(dark))
    });
    let ours = [false, true].map(Accent::grounds);
    let grounds: String = ["--ground", "--surface", "--sunken"]
        .iter()
        .enumerate()
        .map(|(rank, name)| {
            let colour = |dark: usize| themes[dark].map_or(ours[dark][rank], |tokens| tokens[rank].1);
            either(name, [0, 1].map(|dark| format!("#{}", colour(dark))))
        })
        .collect();
    let grounds = if identity.grounds.iter().any(Option::is_some) { grounds } else { String::new() };
    format!(
        "@layer tokens{{:root{{{asked}}}@supports not (color:oklch(from red l c h)){{:root[{}]{{{accent}}}:root[{}]{{{grounds}}}}}}}",
        names::ACCENT,
        names::COLOURED_GROUNDS
    )
}

/// The same of a site in one file, which holds the files that its data names.
pub(super) fn of_one_file(identity: &Identity, beside: &Files) -> String {
    let mut style = colours(identity);
    if let Some(logo) = &identity.logo {
        let shape = logo.picture.size.map(|(width, height)| format!("inline-size:auto;aspect-ratio:{width}/{height};"));
        style.push_str(&format!(
            ".brand__logo:not([width]){{background:0 50%/contain no-repeat;{}}}",
            shape.unwrap_or_default()
        ));
        let files = [(".brand__logo", Some(&logo.picture.file)), (".brand__logo--dark", logo.dark.as_ref())];
        for (class, file) in files {
            if let Some(address) = file.and_then(|file| in_line(file, beside)) {
                style.push_str(&format!("{class}:not([width]){{background-image:url({address})}}"));
            }
        }
    }
    if let Some(own) = beside.get(STYLE_FILE).filter(|_| identity.has_style) {
        // An element of style ends at its first end tag, wherever it is.
        let own = String::from_utf8_lossy(own).replace("</", "<\\/");
        style.push_str(&format!("@layer site{{{own}\n}}"));
    }
    style
}

/// The icon of the tab of a site in one file.
pub(super) fn inlined_icon(identity: &Identity, beside: &Files) -> Option<String> {
    let address = in_line(identity.icon.as_ref()?, beside)?;
    Some(format!("<link rel=\"icon\" href=\"{address}\">"))
}

/// A file as an address that holds it.
fn in_line(file: &str, beside: &Files) -> Option<String> {
    Some(format!("data:{};base64,{}", export::image_type(file), STANDARD.encode(beside.get(file)?)))
}
