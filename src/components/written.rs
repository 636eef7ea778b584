//! Texts of the data as they are to be read: in their own language and direction where those are not the
//! page's.

use leptos::prelude::*;

use crate::view;
use catalogue::Text;

pub(crate) fn written(text: &Text) -> AnyView {
    as_written(text, text.to_string().into_any())
}

/// What is drawn of a text: most are in French, and cost no element.
pub(crate) fn as_written(text: &Text, drawn: AnyView) -> AnyView {
    if !text.is_foreign() {
        return drawn;
    }
    view! { <bdi lang=text.language().map(str::to_owned) dir="auto">{drawn}</bdi> }
}
