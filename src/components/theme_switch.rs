//! The choice of light or dark, kept on the device; the device's own choice by default.
//!
//! The page itself sets the kept choice before anything is drawn, and whenever another tab changes it.

use std::rc::Rc;

use leptos::prelude::*;

use crate::state::content::use_language;
use crate::{browser, view};
use messages::{Message, shell};

/// The choices, with their labels.
const CHOICES: [(Option<&str>, Message); 3] =
    [(None, shell::THEME_AUTO), (Some(names::LIGHT), shell::THEME_LIGHT), (Some(names::DARK), shell::THEME_DARK)];

/// The choice that the device keeps, one for all the sites of a host like its own choice, by its rank.
fn kept() -> usize {
    let kept = browser::stored(names::THEME_KEY);
    CHOICES.iter().position(|(theme, _)| *theme == kept.as_deref()).unwrap_or_default()
}

/// The choice of theme.
pub(super) fn theme_switch() -> AnyView {
    let language = use_language();
    let chosen = RwSignal::new(kept());
    browser::on_device_change(Rc::new(move || {
        if browser::can_store() {
            chosen.set(kept());
        }
    }));
    let choice = |(rank, (theme, label)): (usize, (Option<&'static str>, Message))| {
        let choose = move |_| {
            browser::store(names::THEME_KEY, theme);
            browser::set_theme(theme);
            chosen.set(rank);
        };
        let is_chosen = Signal::derive(move || chosen.get() == rank);
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="theme"
                    value=theme.unwrap_or_default()
                    checked=is_chosen.get_untracked()
                    prop:checked=is_chosen
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
