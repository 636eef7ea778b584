//! What is shown while something loads, or when something is wrong: with the loading, with the data.

use crate::view;
use leptos::ev::Event;
use leptos::prelude::*;

use super::modules::{fetch_module, problems_of_module};
use crate::browser;
use crate::components::icon;
use crate::state::content::{use_content, use_language};
use crate::state::load::LoadFailure;
use address::route::Module;
use catalogue::{Diagnostic, heading};
use export::files;
use messages::{Language, diagnostics, shell};

/// Shown while what a page needs is fetched.
#[component]
pub(crate) fn Waiting() -> impl IntoView {
    let language = use_language();
    view! {
        <div class="loading wrapper" aria-busy="true">
            <h1 class="sr">{shell::LOADING.to(language)}</h1>
            <span class="loading__block loading__block--title" aria-hidden="true"></span>
            <span class="loading__block loading__block--text" aria-hidden="true"></span>
            <span class="loading__block loading__block--field" aria-hidden="true"></span>
        </div>
    }
}

/// Shown instead of a page that could not be had.
#[component]
pub(crate) fn Unavailable() -> impl IntoView {
    let language = use_language();
    let title = view! { <h1 class="alert__title">{shell::PAGE_FAILED.to(language)}</h1> };
    view! { <div class="section">{error(language, title, [shell::PAGE_FAILED_TEXT.to(language).to_owned()].into())}</div> }
}

/// Shown above a page that reads without the app, when there is no content for it.
pub(crate) fn failure_notice(failure: &LoadFailure) -> AnyView {
    let language = Language::default();
    let title = view! { <h2 class="alert__title">{diagnostics::NO_SEARCH.to(language)}</h2> };
    let still = if browser::page_is_readable() { diagnostics::STILL_READS.to(language) } else { "" };
    error(
        language,
        title,
        [reason(language, failure), [still, " ", diagnostics::THEN_WRITE.to(language)].concat()].into(),
    )
}

/// What could not be had, and the way to ask for it again.
fn error(language: Language, title: AnyView, sentences: Vec<String>) -> AnyView {
    let sentences: Vec<_> = sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect();
    view! {
        <div class="wrapper">
            <div class="alert alert--error" role="alert">
                {icon("warning")}
                {title}
                {sentences}
                <p><a class="button" href="" rel="external">{icon("refresh")}{diagnostics::RETRY.to(language)}</a></p>
            </div>
        </div>
    }
}

fn reason(language: Language, failure: &LoadFailure) -> String {
    match failure {
        LoadFailure::NotServed(None) => diagnostics::NO_ANSWER.to(language).to_owned(),
        LoadFailure::NotServed(Some(status)) => diagnostics::not_served(language, *status),
        LoadFailure::NoPart => shell::PAGE_FAILED_TEXT.to(language).to_owned(),
        LoadFailure::Unreadable(error) => error.sentence(language, files::CATALOGUE),
    }
}

/// Shown above the page when some of the data is wrong: how much, and what exactly to who unfolds it.
#[component]
pub(crate) fn DataProblems() -> impl IntoView {
    let language = use_language();
    let content = use_content();
    // What is read stays so when the app takes the page over, or draws it again.
    let was_open = browser::has("#diagnostics-details[open]");
    // Whether what tells them is there, once it is asked for.
    let is_there = RwSignal::new(browser::IS_PRERENDERING.then_some(true));
    let ask = move |event: Event| {
        if browser::target_is_open(&event) && is_there.get_untracked() != Some(true) {
            leptos::task::spawn_local(async move { is_there.set(Some(fetch_module(Module::SeldomUsed).await)) });
        }
    };
    let problems = move || match is_there.get()? {
        true => Some(problems_of_module()),
        false => Some(view! { <p>{diagnostics::NO_DETAILS.to(language)}</p> }),
    };
    view! {
        <div class="wrapper">
            <section class="alert alert--warning diagnostics" aria-labelledby="diagnostics-title">
                {icon("warning")}
                <h2 class="alert__title" id="diagnostics-title">{heading(language, &content.diagnostics)}</h2>
                <p>{diagnostics::REST_WORKS.to(language)}</p>
                <details id="diagnostics-details" open=was_open on:toggle=ask>
                    <summary>{diagnostics::DETAILS.to(language)} " " {icon("chevron")}</summary>
                    <div aria-live="polite">{problems}</div>
                </details>
            </section>
        </div>
    }
}

/// What is wrong in the data, one by one.
pub(super) fn problems() -> AnyView {
    let language = use_language();
    let problem = |diagnostic: &Diagnostic| {
        let place = diagnostic.location(language);
        view! { <li><code class="diagnostics__path" translate="no">{place}</code> " " {diagnostic.sentence(language)}</li> }
    };
    let problems: Vec<_> = use_content().diagnostics.iter().map(problem).collect();
    view! { <ol role="list">{problems}</ol> }
}
