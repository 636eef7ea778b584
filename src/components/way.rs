//! A link to an entry page or to a site, which says where it leads: out of the site, or out of the frame
//! that another site shows, into another tab.

use leptos::prelude::*;

use crate::state::content::use_language;
use crate::state::frame::use_frame;
use crate::view;
use messages::embed;

/// What a link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum To {
    /// A page of the site.
    Page,
    /// Another site.
    Site,
}

pub(crate) fn way(class: Option<&'static str>, href: String, to: To, content: AnyView) -> AnyView {
    let language = use_language();
    let leaves = use_frame().is_embed();
    let (rel, said) = match to {
        To::Site => (Some("external noopener"), Some(messages::EXTERNAL.to(language))),
        To::Page => (leaves.then_some("noopener"), None),
    };
    let said = if leaves { Some(embed::NEW_TAB.to(language)) } else { said };
    view! {
        <a class=class href=href rel=rel target=leaves.then_some("_blank")>
            {content}
            {said.map(|said| view! { <span class="sr">" (" {said} ")"</span> })}
        </a>
    }
}
