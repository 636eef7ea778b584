//! A draft whose entry has changed meanwhile: both are shown, and the visitor chooses.

use leptos::prelude::*;

use crate::browser;
use crate::components::{act_button, icon};
use crate::state::content::use_language;
use crate::state::device::OnDevice;
use crate::view;
use insight::form::Change;
use messages::propose as said;

/// What the draft changes in the entry, and the choice; `resumed` is the draft that goes on from the entry as it
/// is now.
pub(super) fn choice(
    changes: Vec<Change>,
    is_sure: bool,
    device: OnDevice,
    resumed: String,
    again: Trigger,
) -> AnyView {
    let language = use_language();
    let side = |whose: &str, text: &str| {
        let text = if text.is_empty() { said::NOTHING.to(language) } else { text };
        view! { <dd><span class="quiet">{whose.to_owned()}</span><p>{text.to_owned()}</p></dd> }
    };
    let shown = |change: Change| {
        view! {
            <div>
                <dt>{change.label}</dt>
                {side(said::TODAY.to(language), &change.current)}
                {side(said::DRAFT.to(language), &change.written)}
            </div>
        }
    };
    let told = if is_sure { said::CHANGED.to(language) } else { said::MAY_HAVE_CHANGED.to(language) };
    let other = device.clone();
    let resume = Box::new(move || {
        device.write(&resumed);
        again.notify();
    });
    let start_again = Box::new(move || {
        if browser::confirm(said::FORGET_SURE.to(language)) {
            other.write("");
            again.notify();
        }
    });
    let changes: Vec<AnyView> = changes.into_iter().map(shown).collect();
    view! {
        <div class="stack">
            <p class="alert alert--warning">{icon("info")}<span>{told}</span></p>
            <p>{said::CHOOSE_ONE.to(language)}</p>
            <dl class="propose__choices">{changes}</dl>
            <p class="row">
                {act_button("button", "pencil", said::RESUME.to(language), "", resume)}
                {act_button("button button--secondary", "refresh", said::START_AGAIN.to(language), "", start_again)}
            </p>
        </div>
    }
}
