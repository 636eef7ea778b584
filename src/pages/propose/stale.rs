//! A draft whose entry has changed meanwhile: both are shown, and the visitor chooses.

use leptos::prelude::*;

use crate::browser;
use crate::components::{act_button, icon};
use crate::element::{element, worded};
use crate::state::device::OnDevice;
use insight::form::{Change, short_label};
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
    let side = |whose: &str, text: &str| {
        let text = if text.is_empty() { said::NOTHING } else { text };
        element("dd", &[], vec![worded("span", &[("class", "discret")], whose), worded("p", &[], text)])
    };
    let shown = |change: Change| {
        let name = worded("dt", &[], short_label(&change.label));
        element("div", &[], vec![name, side(said::TODAY, &change.current), side(said::DRAFT, &change.written)])
    };
    let told = if is_sure { said::CHANGED } else { said::MAY_HAVE_CHANGED };
    let other = device.clone();
    let resume = Box::new(move || {
        device.write(&resumed);
        again.notify();
    });
    let start_again = Box::new(move || {
        if browser::confirm(said::FORGET_SURE) {
            other.write("");
            again.notify();
        }
    });
    element(
        "div",
        &[("class", "pile")],
        vec![
            element("p", &[("class", "alerte alerte--attention")], vec![icon("info"), worded("span", &[], told)]),
            worded("p", &[], said::CHOOSE_ONE),
            element("dl", &[("class", "proposer__choix")], changes.into_iter().map(shown).collect()),
            element(
                "p",
                &[("class", "rang")],
                vec![
                    act_button("bouton", "crayon", said::RESUME, "", resume),
                    act_button("bouton bouton--second", "maj", said::START_AGAIN, "", start_again),
                ],
            ),
        ],
    )
}
