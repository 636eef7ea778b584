//! Two to four entries side by side.

mod rows;

use std::sync::Arc;

use leptos::prelude::*;

use super::entry::{Block, block};
use crate::browser;
use crate::components::{
    act_button, awaited, composed, entry_link, framed_table, icon, inline, logo_of, named_warnings, page_head,
    print_button, share_button, small_triad, unknown, written,
};
use crate::state::content::{Content, use_content, use_language};
use crate::state::kept::{address_of, ids_of, use_kept};
use crate::state::links::use_root;
use crate::state::location::{Step, use_location};
use crate::view;
use address::Root;
use address::route::Route;
use catalogue::{EntryIndex, Text};
use insight::selection::{self, MOST_COMPARED, Named};
use messages::selection as said;
use rows::{Group, Row};
use search::query::{Query, Scope, Sort};

#[component]
pub(crate) fn Compare() -> impl IntoView {
    let search = use_location().search;
    let content = use_content();
    let catalogue = Arc::clone(&content);
    let named = Memo::new(move |_| {
        let asked = search.with(|search| selection::in_search(search)).unwrap_or_default();
        selection::named(catalogue.catalogue(), &asked, MOST_COMPARED)
    });
    let body = move || named.with(compared);
    let summary = move || named.with(|named| summary(&content, &named.entries));
    // The status is always there, so that what changes in it is announced.
    view! {
        <div class="wrapper section stack on-demand">
            {page_head(said::COMPARISON, said::COMPARISON_LEAD, awaited().into_any())}
            <p class="small secondary" role="status">{summary}</p>
            {body}
        </div>
    }
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
    let chips: Vec<AnyView> = entries.iter().map(|index| chip(&content, &root, &ids, *index)).collect();
    let chips = (!chips.is_empty()).then(|| {
        view! { <div class="active-filters with-app" role="group" aria-label=said::COMPARED.to(language)>{chips}</div> }
    });
    let comparison = (entries.len() > 1).then(|| {
        let own = address_of(&root, &Route::Compare, &ids);
        view! {
            <div class="tools with-app">{print_button()} {share_button(said::SHARE.to(language), own)}</div>
            {table(&content, entries)}
        }
    });
    view! { {named_warnings(named, MOST_COMPARED)} {chips} {adding(&content, &root, &ids)} {comparison} }
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
    act_button("chip", "cross", &inline(&entry.name), said::REMOVE.to(language), remove)
}

/// What adds an entry: by its name, or those that are kept.
fn adding(content: &Content, root: &Root, ids: &[String]) -> AnyView {
    let language = use_language();
    if ids.len() >= MOST_COMPARED {
        return view! { <p class="small secondary with-app">{said::FULL.to(language)}</p> };
    }
    let kept = use_kept();
    // Entries of another kind have other rubrics: they come after.
    let first = ids.first().and_then(|id| content.catalogue().find(id)).map(|index| content.entry(index).kind);
    let mut choices = vec![view! { <option value="">{said::ADD_WHICH.to(language)}</option> }];
    for is_first in [true, false] {
        for kind in content.catalogue().kinds.all().iter().filter(|kind| (Some(**kind) == first) == is_first) {
            let query = Query::of(Scope::Kind(*kind)).with_sort(Sort::Name);
            let mut options: Vec<AnyView> = Vec::new();
            for hit in content.index.search(&query).hits {
                let entry = content.entry(hit.entry);
                if !ids.contains(&entry.id) {
                    options.push(view! { <option value=entry.id.clone() lang=entry.name.language().map(str::to_owned) dir=entry.name.is_foreign().then_some("auto")>{entry.name.to_string()}</option> });
                }
            }
            if !options.is_empty() {
                choices
                    .push(view! { <optgroup label=content.catalogue().kinds.words(*kind).plural>{options}</optgroup> });
            }
        }
    }
    let location = use_location();
    let [base, ours] = [root.clone(), root.clone()];
    let [before, current] = [ids.to_vec(), ids.to_vec()];
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        // What the list shows: drawn again, it has gone on to the next entry, and nobody has chosen that one.
        let id = browser::value("main select");
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
            view! { <a class="button button--bare" href=address>{icon("bookmark")}{said::ADD_KEPT.to(language)}</a> }
        })
    };
    view! {
        <form class="row with-app" on:submit=add>
            <label class="field">
                <span>{said::ADD.to(language)}</span>
                <select name="ids" required=true>{choices}</select>
            </label>
            <button type="submit" class="button button--secondary" id="add-button">{said::ADD_IT.to(language)}</button>
            {mine}
        </form>
    }
}

fn table(content: &Content, entries: &[EntryIndex]) -> AnyView {
    let language = use_language();
    let head = |index: &EntryIndex| {
        let entry = content.entry(*index);
        let triad = small_triad(entry, false);
        view! { <th scope="col"><span class="compare__name">{logo_of(entry)}{entry_link(*index)}{triad}</span></th> }
    };
    let heads: Vec<AnyView> = entries.iter().map(head).collect();
    let names: Vec<&Text> = entries.iter().map(|index| &content.entry(*index).name).collect();
    let groups: Vec<AnyView> = rows::of(content, entries).into_iter().map(|one| group(one, &names)).collect();
    let heads = view! { <thead><tr><th scope="col">{said::RUBRIC.to(language)}</th> {heads}</tr></thead> };
    framed_table("table compare", said::TABLE, view! { {heads} {groups} })
}

fn group(group: Group, names: &[&Text]) -> AnyView {
    let width = (names.len() + 1).to_string();
    let rows: Vec<AnyView> = group.rows.into_iter().map(|one| row(one, names)).collect();
    view! {
        <tbody>
            <tr class="compare__rubric"><th scope="rowgroup" colspan=width><span>{composed(group.title.to_string())}</span></th></tr>
            {rows}
        </tbody>
    }
}

/// What each entry says, under its name where they stand one above the other.
fn row(row: Row, names: &[&Text]) -> AnyView {
    let language = use_language();
    let (class, said) =
        if row.differ { ("state", said::DIFFERENT.to(language)) } else { ("state quiet", said::SAME.to(language)) };
    let cell = |(blocks, name): (Vec<Block>, &&Text)| {
        let shown =
            if blocks.is_empty() { unknown() } else { blocks.into_iter().map(block).collect::<Vec<_>>().into_any() };
        view! { <td><b class="compare__of">{written(name)}</b> {shown}</td> }
    };
    let cells: Vec<AnyView> = row.cells.into_iter().zip(names).map(cell).collect();
    view! { <tr><th scope="row">{composed(row.label)} " " <span class=class>{said}</span></th> {cells}</tr> }
}
