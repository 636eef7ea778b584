//! How to show a view of the catalogue in another site.

use leptos::prelude::*;

use crate::messages::embed;
use crate::ui::view;

/// The page.
#[component]
pub(in crate::ui) fn Configure() -> impl IntoView {
    view! {
        <div class="enveloppe section prose">
            <h1>{embed::CONFIGURE}</h1>
            <p>{embed::CONFIGURE_LEAD}</p>
        </div>
    }
}
