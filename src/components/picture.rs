//! An image of an entry, a file beside the data: with its dimensions, or in a frame without them, nothing moves when it
//! comes. A site in one file has none.

use leptos::prelude::*;

use crate::state::links::use_root;
use crate::view;
use catalogue::{Entry, Picture};

/// The logo of an entry, in a square; its name is beside it, so that nothing else needs to be said.
pub(crate) fn logo_of(entry: &Entry) -> Option<AnyView> {
    drawn(entry.logo.as_deref()?, "picture picture--logo", String::new())
}

/// The images of an entry, with what each shows.
pub(crate) fn pictures(entry: &Entry) -> Option<AnyView> {
    let pictures = entry.images.iter().filter_map(|picture| drawn(picture, "picture", picture.alt.to_string()));
    let pictures: Vec<AnyView> = pictures.map(|picture| view! { <li>{picture}</li> }).collect();
    (!pictures.is_empty()).then(|| view! { <ul class="pictures" role="list">{pictures}</ul> })
}

fn drawn(picture: &Picture, class: &'static str, alt: String) -> Option<AnyView> {
    let source = use_root().file(&picture.file)?;
    let (width, height) = picture.size.unzip();
    Some(view! { <img class=class src=source width=width height=height alt=alt loading="lazy" decoding="async"/> })
}
