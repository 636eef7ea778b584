//! The commons that look for help, by kind of help, with the programmes that give it.

use crate::ui::view;
use leptos::prelude::*;

use crate::catalogue::{Entry, HelpGroup, Kind, VocabularyKey};
use crate::messages::{self, home};
use crate::ui::components::{Size, entry_link, icon, stages, triad};
use crate::ui::context::Content;
use crate::ui::links::link_to;

/// The section of needs.
pub(super) fn help(content: &Content) -> Option<AnyView> {
    let in_need = content.catalogue().of_kind(Kind::Commons).filter(|(_, entry)| !entry.needs.is_empty()).count();
    let groups = help_groups(content);
    (!groups.is_empty() && in_need > 0).then(|| {
        view! {
            <section class="section section--teinte" id="entraide" aria-labelledby="entraide-titre">
                <div class="enveloppe">
                    <div class="section__tete"><h2 id="entraide-titre">{home::HELP}</h2><p>{home::help_lead(in_need)}</p></div>
                    <div class="entraide">{groups}</div>
                </div>
            </section>
        }
    })
}

/// The groups of needs.
pub(in crate::ui::pages) fn help_groups(content: &Content) -> Vec<AnyView> {
    content.catalogue().help_groups.iter().map(|group| help_group(content, group)).collect()
}

/// A commons with what it needs.
pub(in crate::ui::pages) fn need(entry: &Entry, text: String) -> AnyView {
    view! {
        <li class="besoin">
            {triad(stages(entry), Size::Small, false)}
            <a href=link_to(entry)>{entry.name.to_string()}</a>
            <p>{text}</p>
        </li>
    }
}

fn help_group(content: &Content, group: &HelpGroup) -> AnyView {
    let catalogue = content.catalogue();
    let term = catalogue.vocabularies.term(VocabularyKey::Need, group.need);
    let need_of =
        |entry: &Entry| entry.needs.iter().find(|need| need.tag == Some(group.need)).map(|need| need.text.to_string());
    let needs: Vec<_> =
        catalogue.of_kind(Kind::Commons).filter_map(|(_, entry)| Some(need(entry, need_of(entry)?))).collect();
    let count = messages::count_of(Kind::Commons, needs.len());
    let supports: Vec<_> = (group.supports.iter().enumerate())
        .map(|(rank, index)| view! { {(rank > 0).then_some(", ")} {entry_link(*index)} })
        .collect();
    let supports = if supports.is_empty() { home::NO_SUPPORT.into_any() } else { supports.into_any() };
    view! {
        <section class="aide" id=format!("besoin-{}", term.id)>
            <div class="aide__tete">
                {term.icon.as_deref().map(icon)}
                <h3>{term.label.to_string()}</h3>
                <span class="aide__nombre">{count}</span>
            </div>
            <ul class="aide__liste" role="list">{needs}</ul>
            <p class="aide__soutien"><b>{home::SUPPORTS}</b> " " {supports}</p>
        </section>
    }
}
