//! The entries that a visitor keeps, or those that an address names.

use leptos::prelude::*;

use crate::catalogue::{EntryIndex, GridLink};
use crate::messages::selection as said;
use crate::route::Route;
use crate::selection::{self, MOST_COMPARED, MOST_KEPT, Named};
use crate::ui::browser;
use crate::ui::components::{CardLook, card, export_buttons, icon, named_warnings, print_button, share_button};
use crate::ui::context::{Loading, use_content};
use crate::ui::kept::{Kept, address_of, ids_of, use_kept};
use crate::ui::links::{Root, link, use_place, use_root};
use crate::ui::view;

/// What the page shows.
#[derive(Clone, PartialEq)]
struct Shown {
    named: Named,
    /// The ids of the entries.
    ids: Vec<String>,
    /// Whether they are what the visitor keeps.
    is_mine: bool,
}

/// The page.
#[component]
pub(in crate::ui) fn Selection() -> impl IntoView {
    let content = use_content();
    let search = use_place().search;
    let (kept, loading): (Kept, Loading) = (use_kept(), expect_context());
    let shown = Memo::new(move |_| {
        let mine = kept.known(loading);
        let asked = search.with(|search| selection::in_search(search));
        let named = selection::named(content.catalogue(), asked.as_ref().unwrap_or(&mine), MOST_KEPT);
        let ids = ids_of(&content, &named.entries);
        let is_mine = asked.is_none() || ids.len() == mine.len() && ids.iter().all(|id| mine.contains(id));
        Shown { named, ids, is_mine }
    });
    view! {
        // What the device keeps is not written ahead.
        <div class="enveloppe section pile demande" data-appareil="">
            <div class="cat__tete"><h1>{said::TITLE}</h1><p class="second mesure">{said::LEAD}</p></div>
            {move || list(kept, shown.get())}
        </div>
    }
}

fn list(kept: Kept, shown: Shown) -> AnyView {
    let root = use_root();
    let warnings = named_warnings(&shown.named, MOST_KEPT);
    if shown.ids.is_empty() {
        return view! {
            {warnings}
            <p class="sans-app">{said::WITHOUT_APP}</p>
            <p class="mesure avec-app">{said::EMPTY}</p>
            <p><a class="bouton" href=link(&Route::Catalogue)>{crate::messages::shell::OPEN_CATALOGUE} " " {icon("fleche")}</a></p>
        };
    }
    let about = if shown.is_mine {
        view! { <p class="petit second mesure">{said::WHERE}</p> }
    } else {
        offer(kept, &root, &shown.ids)
    };
    let cards: Vec<AnyView> = shown.named.entries.iter().map(|index| kept_card(kept, &root, &shown, *index)).collect();
    view! {
        {warnings}
        {about}
        <div class="barre">
            <h2 class="compte" role="status">{said::entries(shown.ids.len())}</h2>
            {tools(kept, &root, &shown)}
        </div>
        <ul class="nappe" role="list">{cards}</ul>
    }
}

/// Somebody else's selection, which can be kept.
fn offer(kept: Kept, root: &Root, ids: &[String]) -> AnyView {
    let (ids, own) = (ids.to_vec(), root.link(&Route::Selection));
    let mine = own.clone();
    let keep = move |_| {
        let mut all = kept.ids();
        all.extend(ids.iter().filter(|id| !all.contains(id)).cloned().collect::<Vec<_>>());
        all.truncate(MOST_KEPT);
        kept.keep(all);
        browser::go(&own, false);
        browser::focus_heading();
    };
    view! {
        <div class="alerte avec-app">
            {icon("info")}
            <p>{said::SHARED}</p>
            <p class="rang">
                <button type="button" class="bouton" on:click=keep>{icon("signet")}{said::KEEP_THESE}</button>
                <a class="bouton bouton--nu" href=mine>{said::SEE_MINE}</a>
            </p>
        </div>
    }
}

fn tools(kept: Kept, root: &Root, shown: &Shown) -> AnyView {
    let compare = if (2..=MOST_COMPARED).contains(&shown.ids.len()) {
        let address = address_of(root, &Route::Compare, &shown.ids);
        view! { <a class="bouton bouton--second" href=address>{icon("comparer")}{said::COMPARE}</a> }
    } else {
        view! { <p class="petit second">{said::COMPARE_HOW_MANY}</p> }
    };
    let (entries, own) = (shown.named.entries.clone(), address_of(root, &Route::Selection, &shown.ids));
    let clear = shown.is_mine.then(|| {
        let empty = root.link(&Route::Selection);
        let clear = move |_| {
            kept.keep(Vec::new());
            browser::go(&empty, false);
            browser::focus_heading();
        };
        view! { <button type="button" class="bouton bouton--nu" on:click=clear>{icon("croix")}{said::REMOVE_ALL}</button> }
    });
    view! {
        <div class="outils avec-app">
            {compare}
            {export_buttons(said::FILE, move || entries.clone())}
            {print_button()}
            {share_button(RwSignal::new(said::SHARE.to_owned()), move || own.clone())}
            {clear}
        </div>
    }
}

/// A card, and what takes it out of the list.
fn kept_card(kept: Kept, root: &Root, shown: &Shown, index: EntryIndex) -> AnyView {
    let content = use_content();
    let entry = content.entry(index);
    let (id, is_mine) = (entry.id.clone(), shown.is_mine);
    let rest = address_of(root, &Route::Selection, &selection::toggled(&shown.ids, &id));
    let remove = move |_| {
        if is_mine {
            kept.toggle(&id);
        }
        browser::go(&rest, false);
        browser::focus("main h1");
    };
    view! {
        <li class="garde">
            {card(index, CardLook::Image, GridLink::Fiche)}
            <button type="button" class="bouton bouton--nu avec-app" on:click=remove>
                {icon("croix")}{said::REMOVE}<span class="sr">{format!("\u{a0}: {}", entry.name)}</span>
            </button>
        </li>
    }
}
