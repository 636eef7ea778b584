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
    let choice = move |(theme, label): (Option<&'static str>, &'static str)| {
        let choose = move |_| {
            browser::store(KEY, theme);
            chosen.set(theme.map(str::to_owned));
        };
        let checked = chosen.with_untracked(|chosen| chosen.as_deref() == theme);
        view! {
            <label class="choix">
                <input type="radio" name="theme" checked=checked on:change=choose/>
                <span>{label}</span>
            </label>
        }
    };
    let choices: Vec<AnyView> = choices.into_iter().map(choice).collect();
    view! {
        <fieldset class="pile" style="--pile:0">
            <legend class="volet__titre">{shell::THEME}</legend>
            {choices}
        </fieldset>
    }
}
