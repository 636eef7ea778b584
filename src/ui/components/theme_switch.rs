//! The choice of light or dark, kept on the device; the device's own choice by default.
//!
//! The page itself sets the kept choice before anything is drawn.

use leptos::prelude::*;

use crate::messages::shell;
use crate::ui::{browser, view};

/// Where the choice is kept.
const KEY: &str = "theme";

/// The choice of theme.
pub(super) fn theme_switch() -> AnyView {
    let chosen = browser::stored(KEY).filter(|theme| matches!(theme.as_str(), "clair" | "sombre"));
    let choice = |(theme, label): (Option<&'static str>, &'static str)| {
        let choose = move |_| {
            browser::store(KEY, theme);
            browser::set_theme(theme);
        };
        view! {
            <label class="choix">
                <input type="radio" name="theme" checked=chosen.as_deref() == theme on:change=choose/>
                <span>{label}</span>
            </label>
        }
    };
    let choices = [(None, shell::THEME_AUTO), (Some("clair"), shell::THEME_LIGHT), (Some("sombre"), shell::THEME_DARK)];
    let choices: Vec<AnyView> = choices.into_iter().map(choice).collect();
    view! {
        <fieldset class="pile">
            <legend class="volet__titre">{shell::THEME}</legend>
            {choices}
        </fieldset>
    }
}
