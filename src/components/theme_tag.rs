//! The name of a theme, with a touch of its colour.

use leptos::prelude::*;

use super::written;
use crate::state::content::use_content;
use crate::view;
use catalogue::{TermIndex, VocabularyKey};

pub(crate) fn theme_tag(theme: TermIndex) -> AnyView {
    let content = use_content();
    let term = content.catalogue().vocabularies.term(VocabularyKey::Theme, theme);
    view! {
        <span class=format!("theme th-{}", term.motif)>
            <span class="theme__swatch" aria-hidden="true"></span>
            {written(&term.label)}
        </span>
    }
}
