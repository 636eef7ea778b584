//! The choice of light or dark, kept on the device; the device's own choice by default.
//!
//! The page itself sets the kept choice before anything is drawn, and chooses it here too whenever another tab changes it.

use leptos::prelude::*;

use crate::state::content::use_language;
use crate::{browser, view};
use messages::{Message, shell};

/// The choices, with their labels.
const CHOICES: [(Option<&str>, Message); 3] =
    [(None, shell::THEME_AUTO), (Some(names::LIGHT), shell::THEME_LIGHT), (Some(names::DARK), shell::THEME_DARK)];

/// The choice of theme: the one that the device keeps, for all the sites of a host like its own choice.
pub(super) fn theme_switch() -> AnyView {
    let language = use_language();
    let kept = browser::stored(names::THEME_KEY);
    let kept = CHOICES.iter().position(|(theme, _)| *theme == kept.as_deref()).unwrap_or_default();
    let choice = |(rank, (theme, label)): (usize, (Option<&'static str>, Message))| {
        let choose = move |_| {
            browser::store(names::THEME_KEY, theme);
            browser::set_theme(theme);
        };
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=names::THEME_KEY
                    value=theme.unwrap_or_default()
                    checked=rank == kept
                    on:change=choose
                />
                <span>{label.to(language)}</span>
            </label>
        }
    };
    let choices: Vec<AnyView> = CHOICES.into_iter().enumerate().map(choice).collect();
    view! {
        <fieldset class="stack">
            <legend class="panel__title">{shell::THEME.to(language)}</legend>
            {choices}
        </fieldset>
    }
}
