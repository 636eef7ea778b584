//! Loading, and what went wrong with it.

use crate::view;
use leptos::prelude::*;

use crate::components::icon;
use crate::state::content::{use_content, use_language};
use crate::state::load::LoadFailure;
use catalogue::heading;
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
    view! {
        <div class="wrapper section">
            <div class="alert alert--error" role="alert">
                {icon("warning")}
                <h1 class="alert__title">{shell::PAGE_FAILED.to(language)}</h1>
                <p>{shell::PAGE_FAILED_TEXT.to(language)}</p>
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

/// Shown above a page that reads without the app, when there is no content for it.
pub(crate) fn failure_notice(failure: &LoadFailure) -> AnyView {
    let language = Language::default();
    view! {
        <div class="wrapper">
            <div class="alert alert--error" role="alert">
                {icon("warning")}
                <h2 class="alert__title">{diagnostics::NO_SEARCH.to(language)}</h2>
                <p>{reason(language, failure)}</p>
                <p>{diagnostics::STILL_READS.to(language)} " " {diagnostics::THEN_WRITE.to(language)}</p>
                <p><a class="button" href="">{icon("refresh")}{diagnostics::RETRY.to(language)}</a></p>
            </div>
        </div>
    }
}

/// Shown above the page when some of the data is wrong.
#[component]
pub(crate) fn DataProblems() -> impl IntoView {
    let language = use_language();
    let content = use_content();
    let problems: Vec<_> = (content.diagnostics.iter())
        .map(|diagnostic| {
            let place = diagnostic.location(language);
            view! { <li><code class="diagnostics__path" translate="no">{place}</code> " " {diagnostic.sentence(language)}</li> }
        })
        .collect();
    view! {
        <div class="wrapper">
            <section class="alert alert--warning diagnostics" aria-labelledby="diagnostics-title">
                {icon("warning")}
                <h2 class="alert__title" id="diagnostics-title">{heading(language, &content.diagnostics)}</h2>
                <p>{diagnostics::REST_WORKS.to(language)}</p>
                <details id="diagnostics-details">
                    <summary>{diagnostics::DETAILS.to(language)} " " {icon("chevron")}</summary>
                    <ol role="list">{problems}</ol>
                </details>
            </section>
        </div>
    }
}
