//! The name of a theme, with a touch of its colour.

use leptos::prelude::*;

use super::written;
use crate::catalogue::{TermIndex, VocabularyKey};
use crate::ui::context::use_content;
use crate::ui::view;

/// A theme, named.
pub(in crate::ui) fn theme_tag(theme: TermIndex) -> AnyView {
    let content = use_content();
    let term = content.catalogue().vocabularies.term(VocabularyKey::Theme, theme);
    view! {
        <span class=format!("theme th-{}", term.motif)>
            <span class="theme__pastille" aria-hidden="true"></span>
            {written(&term.label)}
        </span>
    }
}
