//! Loading, and what went wrong with it.

use crate::view;
use leptos::prelude::*;

use crate::components::icon;
use crate::state::content::{LoadFailure, LoadState, Loading, use_content, use_language};
use crate::state::links::use_root;
use crate::state::load;
use catalogue::heading;
use export::files;
use messages::{Language, diagnostics, shell};

/// Shown while the data loads again.
#[component]
pub(crate) fn Waiting() -> impl IntoView {
    let language = use_language();
    view! {
        <div class="attente enveloppe" aria-busy="true">
            <h1 class="sr">{shell::LOADING.to(language)}</h1>
            <span class="attente__bloc attente__bloc--titre" aria-hidden="true"></span>
            <span class="attente__bloc attente__bloc--texte" aria-hidden="true"></span>
            <span class="attente__bloc attente__bloc--champ" aria-hidden="true"></span>
        </div>
    }
}

/// Shown instead of a page that could not be had.
#[component]
pub(crate) fn Unavailable() -> impl IntoView {
    let language = use_language();
    view! {
        <div class="enveloppe section">
            <div class="alerte alerte--erreur" role="alert">
                {icon("alerte")}
                <h1 class="alerte__titre">{shell::PAGE_FAILED.to(language)}</h1>
                <p>{shell::PAGE_FAILED_TEXT.to(language)}</p>
                <p><a class="bouton" href="" rel="external">{icon("maj")}{diagnostics::RETRY.to(language)}</a></p>
            </div>
        </div>
    }
}

/// Shown instead of the page when there is no content.
#[component]
pub(crate) fn Failed(
    /// Why.
    failure: LoadFailure,
) -> impl IntoView {
    let language = use_language();
    let (loading, root): (Loading, _) = (expect_context(), use_root());
    let reason = reason(language, &failure);
    let retry = move |_| {
        loading.0.set(LoadState::Loading);
        load::retry(loading, root.clone());
    };
    view! {
        <div class="enveloppe section">
            <div class="alerte alerte--erreur" role="alert">
                {icon("alerte")}
                <h1 class="alerte__titre">{diagnostics::LOAD_FAILED.to(language)}</h1>
                <p>{reason}</p>
                <p>{diagnostics::THEN_WRITE.to(language)}</p>
                <p><button class="bouton" type="button" on:click=retry>{icon("maj")}{diagnostics::RETRY.to(language)}</button></p>
            </div>
        </div>
    }
}

fn reason(language: Language, failure: &LoadFailure) -> String {
    match failure {
        LoadFailure::NoAnswer => diagnostics::NO_ANSWER.to(language).to_owned(),
        LoadFailure::Status(status) => diagnostics::not_served(language, *status),
        LoadFailure::NoModule => shell::PAGE_FAILED_TEXT.to(language).to_owned(),
        LoadFailure::Unreadable(error) => error.sentence(language, files::CATALOGUE),
    }
}

/// Shown above a page that reads without the app, when there is no content for it.
#[cfg(feature = "csr")]
pub(crate) fn failure_notice(language: Language, failure: &LoadFailure) -> AnyView {
    view! {
        <div class="enveloppe">
            <div class="alerte alerte--erreur" role="alert">
                {icon("alerte")}
                <h2 class="alerte__titre">{diagnostics::NO_SEARCH.to(language)}</h2>
                <p>{reason(language, failure)}</p>
                <p>{diagnostics::STILL_READS.to(language)} " " {diagnostics::THEN_WRITE.to(language)}</p>
                <p><a class="bouton" href="">{icon("maj")}{diagnostics::RETRY.to(language)}</a></p>
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
            view! { <li><code class="diagnostics__chemin" translate="no">{place}</code> " " {diagnostic.sentence(language)}</li> }
        })
        .collect();
    view! {
        <div class="enveloppe">
            <section class="alerte alerte--attention diagnostics" aria-labelledby="diagnostics-titre">
                {icon("alerte")}
                <h2 class="alerte__titre" id="diagnostics-titre">{heading(language, &content.diagnostics)}</h2>
                <p>{diagnostics::REST_WORKS.to(language)}</p>
                <details id="diagnostics-details">
                    <summary>{diagnostics::DETAILS.to(language)} " " {icon("chevron")}</summary>
                    <ol role="list">{problems}</ol>
                </details>
            </section>
        </div>
    }
}
