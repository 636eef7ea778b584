//! Loading, and what went wrong with it.

use crate::view;
use leptos::prelude::*;

use crate::components::icon;
use crate::state::content::{LoadFailure, LoadState, Loading, use_content};
use crate::state::links::use_root;
use crate::state::load;
use export::files;
use messages::{diagnostics, shell};

/// Shown while the data loads again.
#[component]
pub(crate) fn Waiting() -> impl IntoView {
    view! {
        <div class="attente enveloppe" aria-busy="true">
            <h1 class="sr">{shell::LOADING}</h1>
            <span class="attente__bloc attente__bloc--titre" aria-hidden="true"></span>
            <span class="attente__bloc attente__bloc--texte" aria-hidden="true"></span>
            <span class="attente__bloc attente__bloc--champ" aria-hidden="true"></span>
        </div>
    }
}

/// Shown instead of a page that could not be had.
#[component]
pub(crate) fn Unavailable() -> impl IntoView {
    view! {
        <div class="enveloppe section">
            <div class="alerte alerte--erreur" role="alert">
                {icon("alerte")}
                <h1 class="alerte__titre">{shell::PAGE_FAILED}</h1>
                <p>{shell::PAGE_FAILED_TEXT}</p>
                <p><a class="bouton" href="" rel="external">{icon("maj")}{diagnostics::RETRY}</a></p>
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
    let (loading, root): (Loading, _) = (expect_context(), use_root());
    let reason = reason(&failure);
    let retry = move |_| {
        loading.0.set(LoadState::Loading);
        load::retry(loading, root.clone());
    };
    view! {
        <div class="enveloppe section">
            <div class="alerte alerte--erreur" role="alert">
                {icon("alerte")}
                <h1 class="alerte__titre">{diagnostics::LOAD_FAILED}</h1>
                <p>{reason}</p>
                <p>{diagnostics::THEN_WRITE}</p>
                <p><button class="bouton" type="button" on:click=retry>{icon("maj")}{diagnostics::RETRY}</button></p>
            </div>
        </div>
    }
}

fn reason(failure: &LoadFailure) -> String {
    match failure {
        LoadFailure::NoAnswer => diagnostics::NO_ANSWER.to_owned(),
        LoadFailure::Status(status) => diagnostics::not_served(*status),
        LoadFailure::NoModule => shell::PAGE_FAILED_TEXT.to_owned(),
        LoadFailure::Unreadable(error) => diagnostics::read_error(files::CATALOGUE, error),
    }
}

/// Shown above a page that reads without the app, when there is no content for it.
#[cfg(feature = "csr")]
pub(crate) fn failure_notice(failure: &LoadFailure) -> AnyView {
    view! {
        <div class="enveloppe">
            <div class="alerte alerte--erreur" role="alert">
                {icon("alerte")}
                <h2 class="alerte__titre">{diagnostics::NO_SEARCH}</h2>
                <p>{reason(failure)}</p>
                <p>{diagnostics::STILL_READS} " " {diagnostics::THEN_WRITE}</p>
                <p><a class="bouton" href="">{icon("maj")}{diagnostics::RETRY}</a></p>
            </div>
        </div>
    }
}

/// Shown above the page when some of the data is wrong.
#[component]
pub(crate) fn DataProblems() -> impl IntoView {
    let content = use_content();
    let problems: Vec<_> = (content.diagnostics.iter())
        .map(|diagnostic| {
            let place = diagnostics::place(diagnostic);
            view! { <li><code class="diagnostics__chemin" translate="no">{place}</code> " " {diagnostics::sentence(diagnostic)}</li> }
        })
        .collect();
    view! {
        <div class="enveloppe">
            <section class="alerte alerte--attention diagnostics" aria-labelledby="diagnostics-titre">
                {icon("alerte")}
                <h2 class="alerte__titre" id="diagnostics-titre">{diagnostics::heading(&content.diagnostics)}</h2>
                <p>{diagnostics::REST_WORKS}</p>
                <details id="diagnostics-details">
                    <summary>{diagnostics::DETAILS} " " {icon("chevron")}</summary>
                    <ol role="list">{problems}</ol>
                </details>
            </section>
        </div>
    }
}
