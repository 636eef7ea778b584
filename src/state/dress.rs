//! What the data says of the page as a whole, given to it once it is read: colours, icons, the host's own style.
//!
//! The pages written ahead have it already; they are of the data of their day.

use address::Root;
use catalogue::{Colour, Identity};
use export::files;

use super::frame::Frame;
use crate::browser;

/// Dresses the page. The accent that another site asks for in its frame stays.
pub(crate) fn dress(identity: &Identity, root: &Root, frame: Frame) {
    let value = |colour: Option<Colour>| colour.map(|colour| format!("#{colour}"));
    let is_asked = matches!(frame, Frame::Embed(shown) if shown.accent.is_some());
    if !is_asked {
        browser::set_colours(names::ACCENT, &[("--accent", value(identity.accent))]);
    }
    let [light, dark] = identity.grounds.map(value);
    browser::set_colours(names::COLOURED_GROUNDS, &[("--ground-light", light), ("--ground-dark", dark)]);
    let icon = root.file(identity.icon.as_deref().unwrap_or(files::ICON));
    if let Some(icon) = icon {
        browser::set_link("link[rel=icon]", &icon);
    }
    if let Some(icon) = identity.touch_icon.as_deref().and_then(|icon| root.file(icon)) {
        browser::set_link("link[rel=apple-touch-icon]", &icon);
    }
    if let Some(layer) = root.file(files::STYLE_LAYER) {
        browser::set_style(names::STYLE_ID, identity.has_style.then_some(&*layer));
    }
}
