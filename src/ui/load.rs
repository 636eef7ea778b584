//! The one request of the app: `catalogue.json`, next to the page.

#[cfg(feature = "csr")]
use gloo_net::http::Request;

#[cfg(feature = "csr")]
use super::context::{LoadFailure, LoadState};

/// Fetches and reads the data file; never fails, but tells how it went.
#[cfg(feature = "csr")]
pub async fn fetch() -> LoadState {
    let Ok(response) = Request::get("/catalogue.json").send().await else {
        return LoadState::Failed(LoadFailure::NoAnswer);
    };
    if !response.ok() {
        return LoadState::Failed(LoadFailure::Status(response.status()));
    }
    match response.text().await {
        Ok(json) => LoadState::from_json(&json),
        Err(_) => LoadState::Failed(LoadFailure::NoAnswer),
    }
}

/// Fetches again, from a button.
pub(super) fn retry(loading: super::context::Loading) {
    #[cfg(feature = "csr")]
    leptos::task::spawn_local(async move {
        use leptos::prelude::Set;
        loading.0.set(fetch().await);
    });
    #[cfg(not(feature = "csr"))]
    let _ = loading;
}
