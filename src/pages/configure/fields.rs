//! The fields of the settings, each of one shape whatever it chooses.

use leptos::prelude::*;

use crate::state::content::use_language;
use crate::{browser, view};
use messages::Message;

/// What is done with what is chosen or written.
pub(super) type Choose = Box<dyn Fn(String)>;

/// The words of an enum, each with its label.
pub(super) fn choices(words: &[&str], labels: &[Message]) -> Vec<(String, String)> {
    let language = use_language();
    words.iter().zip(labels).map(|(word, label)| ((*word).to_owned(), label.to(language).to_owned())).collect()
}

/// A list of choices: words and their labels.
pub(super) fn select(
    label: &'static str,
    choices: Vec<(String, String)>,
    current: Signal<String>,
    choose: Choose,
) -> AnyView {
    let choices: Vec<AnyView> = choices
        .into_iter()
        .map(|(word, label)| {
            let selected = current.with_untracked(|current| *current == word);
            view! { <option value=word selected=selected>{label}</option> }
        })
        .collect();
    view! {
        <label class="field">
            <span>{label}</span>
            <select name=label prop:value=current on:change=move |event| choose(event_target_value(&event))>{choices}</select>
        </label>
    }
}

/// A whole number between bounds, which shows what was made of it: what is beyond them is brought back.
pub(super) fn number(label: &'static str, bounds: [u16; 2], current: Signal<String>, choose: Choose) -> AnyView {
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                type="number" name=label min=bounds[0].to_string() max=bounds[1].to_string() required=true
                value=current.get_untracked() prop:value=current
                on:change=move |event| {
                    choose(event_target_value(&event));
                    browser::set_target_value(&event, &current.get_untracked());
                }
            />
        </label>
    }
}

pub(super) fn checkbox(label: &'static str, checked: Signal<bool>, choose: Choose) -> AnyView {
    view! {
        <label class="option">
            <input type="checkbox" name=label prop:checked=checked on:change=move |_| choose(String::new())/>
            <span>{label}</span>
        </label>
    }
}
