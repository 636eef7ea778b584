//! Two to four entries side by side.

mod rows;

use leptos::prelude::*;

use super::entry::block;
use crate::catalogue::{EntryIndex, Kind};
use crate::letters::reduced;
use crate::messages::{self, selection as said};
use crate::route::Route;
use crate::selection::{self, MOST_COMPARED};
use crate::sorting::sorted_by_key;
use crate::ui::browser;
use crate::ui::components::{
    Size, entry_link, icon, named_warnings, print_button, share_button, stages, triad, unknown,
};
use crate::ui::context::{Content, Loading, use_content};
use crate::ui::kept::{Kept, address_of, ids_of, use_kept};
use crate::ui::links::{Root, use_place, use_root};
use crate::ui::view;
use rows::{Group, Row};

/// The page.
#[component]
pub(in crate::ui) fn Compare() -> impl IntoView {
    let search = use_place().search;
    view! {
        <div class="enveloppe section pile demande">
            <div class="cat__tete"><h1>{said::COMPARISON}</h1><p class="second mesure">{said::COMPARISON_LEAD}</p></div>
            {move || compared(&search.with(|search| selection::in_search(search)).unwrap_or_default())}
        </div>
    }
}

fn compared(asked: &[String]) -> AnyView {
    let content = use_content();
    let root = use_root();
    let named = selection::named(content.catalogue(), asked, MOST_COMPARED);
    let entries = &named.entries;
    let ids = ids_of(&content, entries);
    let chips: Vec<AnyView> = entries.iter().map(|index| chip(&content, &root, &ids, *index)).collect();
    let chips = (!chips.is_empty())
        .then(|| view! { <div class="actifs avec-app" role="group" aria-label=said::COMPARED>{chips}</div> });
    let own = address_of(&root, &Route::Compare, &ids);
    let result = if entries.len() < 2 {
        view! { <p>{said::CHOOSE}</p> }
    } else {
        view! {
            <div class="outils avec-app">
                {print_button()}
                {share_button(RwSignal::new(said::SHARE.to_owned()), move || own.clone())}
            </div>
            {table(&content, entries)}
        }
    };
    view! {
        {named_warnings(&named, MOST_COMPARED)}
        {chips}
        {adding(&content, &root, &ids)}
        {result}
    }
}

/// An entry that is compared, with what takes it out.
fn chip(content: &Content, root: &Root, ids: &[String], index: EntryIndex) -> AnyView {
    let entry = content.entry(index);
    let rest = address_of(root, &Route::Compare, &selection::toggled(ids, &entry.id));
    let remove = move |_| {
        browser::go(&rest, false);
        browser::focus(".actifs button, main select");
    };
    view! {
        <button type="button" class="puce" on:click=remove>
            <span>{entry.name.to_string()}</span>{icon("croix")}<span class="sr">{said::REMOVE}</span>
        </button>
    }
}

/// What adds an entry: by its name, or those that are kept.
fn adding(content: &Content, root: &Root, ids: &[String]) -> AnyView {
    if ids.len() >= MOST_COMPARED {
        return view! { <p class="petit second avec-app">{said::FULL}</p> };
    }
    let (kept, loading): (Kept, Loading) = (use_kept(), expect_context());
    // Entries of another kind have other rubrics: they come after.
    let first = ids.first().and_then(|id| content.catalogue().find(id)).map(|index| content.entry(index).kind);
    let kinds = sorted_by_key(Kind::ALL, |kind| Some(*kind) != first);
    let groups: Vec<AnyView> = kinds
        .into_iter()
        .filter_map(|kind| {
            let others: Vec<_> =
                content.catalogue().of_kind(kind).filter(|(_, entry)| !ids.contains(&entry.id)).collect();
            let options: Vec<AnyView> = sorted_by_key(&others, |(_, entry)| reduced(entry.name.as_str()))
                .into_iter()
                .map(|(_, entry)| view! { <option value=entry.id.clone()>{entry.name.to_string()}</option> })
                .collect();
            (!options.is_empty()).then(|| view! { <optgroup label=messages::kinds(kind)>{options}</optgroup> })
        })
        .collect();
    let chosen = StoredValue::new(String::new());
    let [base, ours] = [root.clone(), root.clone()];
    let [before, current] = [ids.to_vec(), ids.to_vec()];
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let id = chosen.get_value();
        if !id.is_empty() && !before.contains(&id) {
            browser::go(&address_of(&base, &Route::Compare, &selection::toggled(&before, &id)), false);
            browser::focus("main select, .actifs button");
        }
    };
    let mine = move || {
        let mut all = current.clone();
        all.extend(kept.known(loading).into_iter().filter(|id| !current.contains(id)));
        all.truncate(MOST_COMPARED);
        (all.len() > current.len() && all.len() > 1).then(|| {
            let address = address_of(&ours, &Route::Compare, &all);
            view! { <a class="bouton bouton--nu" href=address>{icon("signet")}{said::ADD_KEPT}</a> }
        })
    };
    view! {
        <form class="rang avec-app" on:submit=add>
            <label class="champ">
                <span>{said::ADD}</span>
                <select on:change=move |event| chosen.set_value(event_target_value(&event))>
                    <option value="">{said::ADD_WHICH}</option>
                    {groups}
                </select>
            </label>
            <button type="submit" class="bouton bouton--second">{said::ADD_IT}</button>
            {mine}
        </form>
    }
}

fn table(content: &Content, entries: &[EntryIndex]) -> AnyView {
    let groups = rows::of(content, entries);
    let rows = || groups.iter().flat_map(|group| &group.rows);
    let summary = said::differences(rows().filter(|row| row.differ).count(), rows().count());
    let mixed = rows::common_kind(content, entries).is_none().then(|| view! { " " {said::MIXED} });
    let heads: Vec<AnyView> = entries
        .iter()
        .map(|index| {
            let entry = content.entry(*index);
            let triad = (entry.kind == Kind::Commons).then(|| view! { {triad(stages(entry), Size::Small, false)} });
            view! { <th scope="col"><span class="compare__nom">{entry_link(*index)}{triad}</span></th> }
        })
        .collect();
    let width = (entries.len() + 1).to_string();
    let groups: Vec<AnyView> = groups.into_iter().map(|one| group(one, &width)).collect();
    view! {
        <p class="petit second">{summary}{mixed}</p>
        <div class="table-cadre" tabindex="0" role="region" aria-label=said::TABLE>
            <table class="table compare">
                <caption class="sr">{said::TABLE}</caption>
                <thead><tr><th scope="col">{said::RUBRIC}</th>{heads}</tr></thead>
                {groups}
            </table>
        </div>
    }
}

fn group(group: Group, width: &str) -> AnyView {
    let rows: Vec<AnyView> = group.rows.into_iter().map(row).collect();
    view! {
        <tbody>
            <tr class="compare__rubrique"><th scope="rowgroup" colspan=width.to_owned()><span>{group.title}</span></th></tr>
            {rows}
        </tbody>
    }
}

fn row(row: Row) -> AnyView {
    let cells: Vec<AnyView> = row
        .cells
        .into_iter()
        .map(|blocks| {
            let shown = if blocks.is_empty() {
                unknown()
            } else {
                blocks.into_iter().map(block).collect::<Vec<_>>().into_any()
            };
            view! { <td>{shown}</td> }
        })
        .collect();
    let (class, said) = if row.differ { ("etat", said::DIFFERENT) } else { ("etat discret", said::SAME) };
    view! {
        <tr>
            <th scope="row">{row.label} " " <span class=class>{said}</span></th>
            {cells}
        </tr>
    }
}
