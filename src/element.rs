//! Elements of one type, whatever their tag, attributes and children: a page that is mostly drawn
//! from tables of data costs little WebAssembly this way, where each `view!` is code of its own.
//!
//! For HTML alone: what SVG draws has another name space.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::html::{ElementChild, custom};
use leptos::prelude::*;

/// An element with these attributes and children.
pub(crate) fn element(tag: &'static str, attributes: &[(&'static str, &str)], children: Vec<AnyView>) -> AnyView {
    let attributes: Vec<AnyAttribute> =
        attributes.iter().map(|(name, value)| custom_attribute(*name, (*value).to_owned()).into_any_attr()).collect();
    custom(tag).add_any_attr(attributes).child(children).into_any()
}

/// A text as the only child of an element.
pub(crate) fn worded(tag: &'static str, attributes: &[(&'static str, &str)], words: &str) -> AnyView {
    element(tag, attributes, vec![text(words)])
}

pub(crate) fn text(words: &str) -> AnyView {
    words.to_owned().into_any()
}
