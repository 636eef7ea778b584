//! Two to four entries side by side.

mod rows;

use std::sync::Arc;

use leptos::prelude::*;

use super::entry::block;
use crate::browser;
use crate::components::{
    Size, act_button, entry_link, icon, named_warnings, print_button, share_button, stages, triad, unknown, written,
};
use crate::element::{element, text, worded};
use crate::state::content::{Content, use_content, use_language};
use crate::state::kept::{address_of, ids_of, use_kept};
use crate::state::links::use_root;
use crate::state::location::{Step, use_location};
use crate::view;
use address::Root;
use address::route::Route;
use catalogue::{EntryIndex, Kind, Text};
use insight::selection::{self, MOST_COMPARED, Named};
use messages::selection as said;
use rows::{Group, Row};
use search::query::{Query, Scope, Sort};

/// The page.
#[component]
pub(crate) fn Compare() -> impl IntoView {
    let language = use_language();
    let search = use_location().search;
    let head = vec![
        worded("h1", &[], said::COMPARISON.to(language)),
        worded("p", &[("class", "secondary measure")], said::COMPARISON_LEAD.to(language)),
    ];
    let content = use_content();
    let catalogue = Arc::clone(&content);
    let named = Memo::new(move |_| {
        let asked = search.with(|search| selection::in_search(search)).unwrap_or_default();
        selection::named(catalogue.catalogue(), &asked, MOST_COMPARED)
    });
    let body = move || named.with(compared);
    // Always there, so that what changes in it is announced.
    let status = move || named.with(|named| summary(&content, &named.entries));
    let status = element("p", &[("class", "small secondary"), ("role", "status")], vec![status.into_any()]);
    element(
        "div",
        &[("class", "wrapper section stack on-demand")],
        vec![element("div", &[("class", "catalogue__head")], head), status, body.into_any()],
    )
}

/// What the comparison comes to.
fn summary(content: &Content, entries: &[EntryIndex]) -> String {
    let language = use_language();
    if entries.len() < 2 {
        return said::CHOOSE.to(language).to_owned();
    }
    let groups = rows::of(content, entries);
    let rows = groups.iter().flat_map(|group| &group.rows);
    let different = rows.clone().filter(|row| row.differ).count();
    let summary = said::differences(language, entries.len(), different, rows.count());
    if rows::common_kind(content, entries).is_some() {
        summary
    } else {
        format!("{summary} {}", said::MIXED.to(language))
    }
}

fn compared(named: &Named) -> AnyView {
    let language = use_language();
    let content = use_content();
    let root = use_root();
    let entries = &named.entries;
    let ids = ids_of(&content, entries);
    let mut parts = named_warnings(named, MOST_COMPARED);
    if !ids.is_empty() {
        let chips = entries.iter().map(|index| chip(&content, &root, &ids, *index)).collect();
        let attributes =
            [("class", "active-filters with-app"), ("role", "group"), ("aria-label", said::COMPARED.to(language))];
        parts.push(element("div", &attributes, chips));
    }
    parts.push(adding(&content, &root, &ids));
    if entries.len() > 1 {
        let own = address_of(&root, &Route::Compare, &ids);
        let tools = vec![print_button(), share_button(said::SHARE.to(language), own)];
        parts.push(element("div", &[("class", "tools with-app")], tools));
        parts.push(table(&content, entries));
    }
    parts.into_any()
}

/// An entry that is compared, with what takes it out.
fn chip(content: &Content, root: &Root, ids: &[String], index: EntryIndex) -> AnyView {
    let language = use_language();
    let entry = content.entry(index);
    let rest = address_of(root, &Route::Compare, &selection::toggled(ids, &entry.id));
    let location = use_location();
    let remove = Box::new(move || {
        location.go(&rest, Step::New);
        browser::focus_once_drawn(".active-filters button, main select");
    });
    act_button("chip", "cross", entry.name.as_str(), said::REMOVE.to(language), remove)
}

/// What adds an entry: by its name, or those that are kept.
fn adding(content: &Content, root: &Root, ids: &[String]) -> AnyView {
    let language = use_language();
    if ids.len() >= MOST_COMPARED {
        return worded("p", &[("class", "small secondary with-app")], said::FULL.to(language));
    }
    let kept = use_kept();
    // Entries of another kind have other rubrics: they come after.
    let first = ids.first().and_then(|id| content.catalogue().find(id)).map(|index| content.entry(index).kind);
    let mut choices = vec![worded("option", &[("value", "")], said::ADD_WHICH.to(language))];
    for is_first in [true, false] {
        for kind in Kind::ALL.iter().filter(|kind| (Some(**kind) == first) == is_first) {
            let query = Query::default().with_scope(Scope::Kind(*kind)).with_sort(Sort::Name);
            let mut options: Vec<AnyView> = Vec::new();
            for hit in content.index.search(&query).hits {
                let entry = content.entry(hit.entry);
                if !ids.contains(&entry.id) {
                    options.push(worded("option", &[("value", &entry.id)], entry.name.as_str()));
                }
            }
            if !options.is_empty() {
                choices.push(element("optgroup", &[("label", kind.plural(language))], options));
            }
        }
    }
    let chosen = StoredValue::new(String::new());
    let location = use_location();
    let [base, ours] = [root.clone(), root.clone()];
    let [before, current] = [ids.to_vec(), ids.to_vec()];
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let id = chosen.get_value();
        if !id.is_empty() && !before.contains(&id) {
            location.go(&address_of(&base, &Route::Compare, &selection::toggled(&before, &id)), Step::New);
            browser::focus_once_drawn("main select, .active-filters button");
        }
    };
    let mine = move || {
        let mut all = current.clone();
        for id in kept.known() {
            if !all.contains(&id) && all.len() < MOST_COMPARED {
                all.push(id);
            }
        }
        (all.len() > current.len() && all.len() > 1).then(|| {
            let address = address_of(&ours, &Route::Compare, &all);
            let label = vec![icon("bookmark"), text(said::ADD_KEPT.to(language))];
            element("a", &[("class", "button button--bare"), ("href", &address)], label)
        })
    };
    view! {
        <form class="row with-app" on:submit=add>
            <label class="field">
                <span>{said::ADD.to(language)}</span>
                <select name="ids" required=true on:change=move |event| chosen.set_value(event_target_value(&event))>{choices}</select>
            </label>
            <button type="submit" class="button button--secondary">{said::ADD_IT.to(language)}</button>
            {mine}
        </form>
    }
}

fn table(content: &Content, entries: &[EntryIndex]) -> AnyView {
    let language = use_language();
    let groups = rows::of(content, entries);
    let mut heads = vec![worded("th", &[("scope", "col")], said::RUBRIC.to(language))];
    for index in entries {
        let entry = content.entry(*index);
        let mut name = vec![entry_link(*index)];
        if entry.kind == Kind::Commons {
            name.push(triad(stages(entry), Size::Small, false));
        }
        heads.push(element("th", &[("scope", "col")], vec![element("span", &[("class", "compare__name")], name)]));
    }
    let width = (entries.len() + 1).to_string();
    let mut parts = vec![
        worded("caption", &[("class", "sr")], said::TABLE.to(language)),
        element("thead", &[], vec![element("tr", &[], heads)]),
    ];
    let names: Vec<&Text> = entries.iter().map(|index| &content.entry(*index).name).collect();
    parts.extend(groups.into_iter().map(|one| group(one, &width, &names)));
    let frame =
        [("class", "table-frame"), ("tabindex", "0"), ("role", "region"), ("aria-label", said::TABLE.to(language))];
    element("div", &frame, vec![element("table", &[("class", "table compare")], parts)])
}

fn group(group: Group, width: &str, names: &[&Text]) -> AnyView {
    let title = worded("span", &[], group.title);
    let head = element("th", &[("scope", "rowgroup"), ("colspan", width)], vec![title]);
    let mut rows = vec![element("tr", &[("class", "compare__rubric")], vec![head])];
    rows.extend(group.rows.into_iter().map(|one| row(one, names)));
    element("tbody", &[], rows)
}

/// What each entry says, under its name where they stand one above the other.
fn row(row: Row, names: &[&Text]) -> AnyView {
    let language = use_language();
    let (class, said) =
        if row.differ { ("state", said::DIFFERENT.to(language)) } else { ("state quiet", said::SAME.to(language)) };
    let head = vec![text(&row.label), text(" "), worded("span", &[("class", class)], said)];
    let mut cells = vec![element("th", &[("scope", "row")], head)];
    for (blocks, name) in row.cells.into_iter().zip(names) {
        let mut shown = vec![element("b", &[("class", "compare__of")], vec![written(name)])];
        if blocks.is_empty() {
            shown.push(unknown());
        } else {
            shown.extend(blocks.into_iter().map(block));
        }
        cells.push(element("td", &[], shown));
    }
    element("tr", &[], cells)
}
