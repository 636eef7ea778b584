//! The choice of light or dark, kept on the device; the device's own choice by default.

use leptos::prelude::*;
use crate::ui::view;

use crate::messages::shell;
use crate::ui::browser;

/// Where the choice is kept.
const KEY: &str = "theme";

/// The choice of theme.
#[component]
pub(in crate::ui) fn ThemeSwitch() -> impl IntoView {
    let chosen = RwSignal::new(browser::stored(KEY).filter(|theme| matches!(theme.as_str(), "clair" | "sombre")));
    Effect::new(move |_| chosen.with(|theme| browser::set_theme(theme.as_deref())));
    let choices = [(None, shell::THEME_AUTO), (Some("clair"), shell::THEME_LIGHT), (Some("sombre"), shell::THEME_DARK)];
    let choices = choices.map(|(theme, label)| {
        let choose = move |_| {
            browser::store(KEY, theme);
            chosen.set(theme.map(str::to_owned));
        };
        view! {
            <label class="choix">
                <input type="radio" name="theme" checked=move || chosen.with(|chosen| chosen.as_deref() == theme) on:change=choose/>
                <span>{label}</span>
            </label>
        }
    });
    view! {
        <fieldset class="pile" style="--pile:0">
            <legend class="volet__titre">{shell::THEME}</legend>
            {Vec::from(choices)}
        </fieldset>
    }
}
