//! Pictograms and the logo, drawn once in the page's sprite.

use leptos::prelude::*;

use crate::view;

/// A pictogram of the sprite, beside words that say the same.
pub(crate) fn icon(name: &str) -> AnyView {
    view! {
        <svg class="ic" viewBox="0 0 24 24" width="24" aria-hidden="true" focusable="false">
            <use_ href=format!("#i-{name}")></use_>
        </svg>
    }
}

/// The triad at its fullest, which is the logo.
pub(crate) fn logo() -> AnyView {
    view! {
        <svg class="marque__signe" viewBox="1.5 3.5 45 41" width="48" aria-hidden="true" focusable="false">
            <use_ href="#logo" width="48" height="48"></use_>
        </svg>
    }
}
