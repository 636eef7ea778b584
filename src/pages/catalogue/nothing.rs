//! No result: which criterion to give up and what each would give back, a spelling, other tabs.

use crate::view;
use leptos::prelude::*;

use super::Page;
use super::toolbar::{to_results, value_name};
use crate::browser;
use crate::components::{composed, inline_all};
use crate::state::content::{Content, use_content, use_language};
use messages::{catalogue, uncapitalised};
use search::query::{Query, Scope};
use search::{Criterion, Rescue};

/// The way out of no result.
#[component]
pub(super) fn Nothing() -> impl IntoView {
    let language = use_language();
    let page: Page = expect_context();
    let content = use_content();
    move || {
        let query = page.answer.with(|answer| answer.query.clone());
        let rescues = content.index.rescues(&query);
        let words = rescues.iter().filter(|rescue| matches!(rescue.criterion, Criterion::Word(_))).count();
        let criteria =
            query.filters_of(content.catalogue()).count() + words.max(usize::from(!query.text.trim().is_empty()));
        let advice =
            (!rescues.is_empty()).then(|| view! { <p class="secondary">{catalogue::DROP_ONE.to(language)}</p> });
        let best = rescues.first().map_or(0, |rescue| rescue.count);
        let lines: Vec<_> = (rescues.into_iter().enumerate())
            .map(|(rank, rescue)| line(&content, page, rescue, rank == 0 && best > 0))
            .collect();
        let lines = (!lines.is_empty()).then(|| view! { <ul class="removals" role="list">{lines}</ul> });
        view! {
            <div class="nothing">
                <div class="stack stack--tight">
                    <h3>{catalogue::nothing(language, criteria)}</h3>
                    {advice}
                </div>
                {lines}
                {elsewhere(&content, page, &query)}
                <p class="small">{to_results(None, &query.cleared(), catalogue::BROWSE_ALL.to(language).to_owned())}</p>
            </div>
        }
    }
}

/// What giving up one criterion gives.
fn line(content: &Content, page: Page, rescue: Rescue, best: bool) -> impl IntoView + use<> {
    let language = use_language();
    let criterion =
        rescue.criterion.in_words(content.catalogue(), language, |facet, value| value_name(content, facet, value));
    let examples = inline_all(rescue.examples.iter().map(|index| &content.entry(*index).name), ", ");
    let examples = if examples.is_empty() { catalogue::STILL_NOTHING.to(language).to_owned() } else { examples };
    let found = rescue.query.scope.noun(content.catalogue()).count(language, rescue.count);
    let query = rescue.query;
    let way = if rescue.count > 0 {
        let class = if best { "button" } else { "button button--secondary" };
        let take = move |_| {
            page.url.change(|_| query.clone());
            browser::focus_once_drawn("#count");
        };
        view! { <button type="button" class=class on:click=take>{catalogue::see(language, &found)}</button> }
    } else {
        view! { <span class="quiet small">{uncapitalised(&found)}</span> }
    };
    view! {
        <li>
            <div>
                <b>{catalogue::WITHOUT.to(language)} " " <s>{composed(criterion)}</s></b>
                <p>{composed(examples)}</p>
            </div>
            {way}
        </li>
    }
}

/// The other tabs where the same query has results.
fn elsewhere(content: &Content, page: Page, query: &Query) -> Option<impl IntoView + use<>> {
    let language = use_language();
    let tabs: Vec<_> = Scope::shown(content.catalogue())
        .filter(|scope| !matches!(scope, Scope::All) && *scope != query.scope)
        .map(|scope| (scope, page.answer.with(|answer| answer.results.in_scope(scope))))
        .filter(|(_, count)| *count > 0)
        .map(|(scope, count)| {
            let found = scope.noun(content.catalogue()).count(language, count);
            view! { " " {to_results(None, &query.clone().with_scope(scope), found)} }
        })
        .collect();
    (!tabs.is_empty()).then(|| view! { <p>{catalogue::ELSEWHERE.to(language)} {tabs}</p> })
}
