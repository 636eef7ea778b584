//! The entries that a visitor keeps, or those that an address names.

use leptos::prelude::*;

use crate::browser;
use crate::components::{
    CardLook, Entries, act_button, awaited, card, export_buttons, icon, inline, named_warnings, page_head,
    print_button, share_button,
};
use crate::state::content::{use_content, use_language};
use crate::state::kept::{Kept, address_of, ids_of, use_kept};
use crate::state::links::{link, use_root};
use crate::state::location::{Location, Step, use_location};
use crate::view;
use address::Root;
use address::route::Route;
use catalogue::{EntryIndex, GridLink};
use insight::selection::{self, MOST_COMPARED, MOST_KEPT, Named};
use messages::{ENTRIES, selection as said, shell};

/// What the page shows.
struct Shown {
    named: Named,
    /// The ids of the entries.
    ids: Vec<String>,
    /// Whether they are what the visitor keeps.
    is_mine: bool,
    /// Whether the visitor keeps each of them, and maybe others.
    are_kept: bool,
}

#[component]
pub(crate) fn Selection() -> impl IntoView {
    let search = use_location().search;
    let kept = use_kept();
    let list = move || {
        let content = use_content();
        let mine = kept.known();
        let asked = search.with(|search| selection::in_search(search));
        let named = selection::named(content.catalogue(), asked.as_ref().unwrap_or(&mine), MOST_KEPT);
        let ids = ids_of(&content, &named.entries);
        let are_kept = ids.iter().all(|id| mine.contains(id));
        let is_mine = asked.is_none() || are_kept && ids.len() == mine.len();
        shown(kept, Shown { named, ids, is_mine, are_kept })
    };
    // What the device keeps is not written ahead.
    view! {
        <div class="wrapper section stack on-demand" data-device="">
            {page_head(said::TITLE, said::LEAD, awaited().into_any())}
            {list}
        </div>
    }
}

fn shown(kept: Kept, shown: Shown) -> AnyView {
    let language = use_language();
    let root = use_root();
    let mut parts = named_warnings(&shown.named, MOST_KEPT);
    if shown.ids.is_empty() {
        return view! {
            {parts}
            <p class="without-app">{said::WITHOUT_APP.to(language)}</p>
            <p class="measure with-app">{said::EMPTY.to(language)}</p>
            <p><a class="button" href=link(&Route::Catalogue)>{shell::OPEN_CATALOGUE.to(language)} " " {icon("arrow")}</a></p>
        };
    }
    parts.push(match (shown.is_mine, shown.are_kept) {
        (true, _) => view! { <p class="small secondary measure">{said::WHERE.to(language)}</p> },
        (false, true) => view! { <p>{see_mine(&root)}</p> },
        (false, false) => offer(kept, &root, &shown.ids),
    });
    let cards: Vec<AnyView> = shown.named.entries.iter().map(|index| kept_card(kept, &root, &shown, *index)).collect();
    view! {
        {parts}
        <div class="bar">
            <h2 class="count">{ENTRIES.count(language, shown.ids.len())}</h2>
            {tools(kept, &root, &shown)}
        </div>
        <ul class="fluid-grid" role="list">{cards}</ul>
    }
}

/// Goes to another list, whose start is read first.
fn go_to(location: Location, address: &str) {
    location.go(address, Step::New);
    browser::focus_heading();
}

/// The way to what the visitor keeps.
fn see_mine(root: &Root) -> AnyView {
    let mine = root.link(&Route::Selection);
    view! { <a class="button button--bare" href=mine>{said::SEE_MINE.to(use_language())}</a> }
}

/// Somebody else's selection, which can be kept.
fn offer(kept: Kept, root: &Root, ids: &[String]) -> AnyView {
    let language = use_language();
    let label = said::KEEP_THESE.agree(language, ids.len());
    let (ids, own) = (ids.to_vec(), root.link(&Route::Selection));
    let location = use_location();
    let keep = Box::new(move || {
        kept.add(&ids);
        go_to(location, &own);
    });
    let keep = act_button("button", "bookmark", label, "", keep);
    view! {
        <div class="alert with-app">
            {icon("info")}
            <p>{said::SHARED.to(language)}</p>
            <p class="row">{keep} {see_mine(root)}</p>
        </div>
    }
}

fn tools(kept: Kept, root: &Root, shown: &Shown) -> AnyView {
    let language = use_language();
    let compare = if (2..=MOST_COMPARED).contains(&shown.ids.len()) {
        let address = address_of(root, &Route::Compare, &shown.ids);
        view! { <a class="button button--secondary" href=address>{icon("compare")}{said::COMPARE.to(language)}</a> }
    } else {
        view! { <p class="small secondary">{said::COMPARE_HOW_MANY.to(language)}</p> }
    };
    let (entries, own) = (shown.named.entries.clone(), address_of(root, &Route::Selection, &shown.ids));
    let entries: Entries = Box::new(move || entries.clone());
    let share = share_button(said::SHARE.to(language), own);
    let mut tools = vec![compare, export_buttons(said::FILE.to(language), entries), print_button(), share];
    if shown.is_mine {
        let empty = root.link(&Route::Selection);
        let location = use_location();
        let clear = Box::new(move || {
            kept.change(|_| Vec::new());
            go_to(location, &empty);
        });
        tools.push(act_button("button button--bare", "cross", said::REMOVE_ALL.to(language), "", clear));
    }
    view! { <div class="tools with-app">{tools}</div> }
}

/// A card, and what takes it out of the list.
fn kept_card(kept: Kept, root: &Root, shown: &Shown, index: EntryIndex) -> AnyView {
    let language = use_language();
    let content = use_content();
    let entry = content.entry(index);
    let (id, is_mine) = (entry.id.clone(), shown.is_mine);
    let rest = address_of(root, &Route::Selection, &selection::toggled(&shown.ids, &id));
    // What takes out the next one, else the last one, has the keyboard then.
    let place = shown.ids.iter().position(|own| *own == id).unwrap_or_default() + 1;
    let is_last = shown.ids.len() == 1;
    let next = format!(".kept:nth-child({place}) > .button, .kept:last-child > .button");
    let location = use_location();
    let remove = Box::new(move || {
        if is_mine {
            kept.toggle(&id);
        }
        // What comes then is another list, or none.
        if is_last {
            return go_to(location, &rest);
        }
        location.go(&rest, Step::New);
        browser::focus_once_drawn(&next);
    });
    let about = format!("\u{a0}: {}", inline(&entry.name));
    let remove = act_button("button button--bare with-app", "cross", said::REMOVE.to(language), &about, remove);
    view! { <li class="kept">{card(index, CardLook::Image, GridLink::EntryPage)} {remove}</li> }
}
