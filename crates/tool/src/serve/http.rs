//! Answers browsers of this machine from the site in memory, as a static host would.

use std::convert::Infallible;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST, LOCATION, SET_COOKIE, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use messages::host;
use percent_encoding::percent_decode_str;
use serde_json::json;
use tokio::sync::watch::Receiver;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::edit::{self, Edit};
use super::shown::Shown;
use crate::LANGUAGE;

/// What is not of the site: no page has a name that begins with a dot.
const EVENTS: &str = "/.communs/events";
const SCRIPT: &str = "/.communs/live.js";
/// Where the form sends an entry.
const ENTRY: &str = "/.communs/entry";
/// Takes the place of the worker of the site, which would keep what is about to change.
const NO_WORKER: &str = "addEventListener(\"install\", () => skipWaiting());\n\
    addEventListener(\"activate\", () => registration.unregister());\n";

/// What every answer is made from.
#[derive(Clone)]
struct Live {
    shown: Receiver<Arc<Shown>>,
    edit: Option<Arc<Edit>>,
}

/// The whole server.
pub(super) fn router(shown: Receiver<Arc<Shown>>, edit: Option<Edit>) -> Router {
    Router::new()
        .route(EVENTS, get(events))
        .route(SCRIPT, get(async || reply(StatusCode::OK, "live.js", include_str!("live.js"))))
        .route(ENTRY, post(save))
        .fallback(get(page))
        .layer(middleware::from_fn(only_here))
        .with_state(Live { shown, edit: edit.map(Arc::new) })
}

/// Refuses what comes under another name than those of this machine: a page of another site may have had its own name
/// lead here.
async fn only_here(headers: HeaderMap, request: Request, next: Next) -> Response {
    let host = edit::text(&headers, HOST);
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    if ["127.0.0.1", "localhost"].contains(&name) {
        return next.run(request).await;
    }
    reply(StatusCode::FORBIDDEN, "a.txt", host::ONLY_HERE.to(LANGUAGE))
}

/// What a page is told as soon as it asks, then at each change.
async fn events(State(live): State<Live>) -> impl IntoResponse {
    let told = WatchStream::new(live.shown).map(|shown| {
        let told = json!({"made_of": shown.made_of, "version": shown.version, "problems": shown.problems});
        Ok::<_, Infallible>(Event::default().data(told.to_string()))
    });
    Sse::new(told).keep_alive(KeepAlive::default())
}

/// Takes an entry from the form.
async fn save(State(live): State<Live>, headers: HeaderMap, body: Bytes) -> Response {
    let result = match live.edit {
        None => Err((StatusCode::NOT_FOUND, String::new())),
        Some(edit) if edit.takes(&headers) => edit.write(&body),
        Some(_) => Err((StatusCode::FORBIDDEN, host::NOT_ALLOWED.to(LANGUAGE).to_owned())),
    };
    match result {
        Ok(()) => reply(StatusCode::OK, "a.txt", host::SAVED.to(LANGUAGE)),
        Err((status, sentence)) => reply(status, "a.txt", format!("{}{sentence}", host::NOT_SAVED.to(LANGUAGE))),
    }
}

/// A file of the site: a folder with its `index.html`, perhaps after a redirection; what is not there, with the page of
/// unknown addresses.
async fn page(State(live): State<Live>, uri: Uri, headers: HeaderMap) -> Response {
    let shown = Arc::clone(&live.shown.borrow());
    if let Some(cookie) = live.edit.as_ref().and_then(|edit| edit.opened_by(uri.query().unwrap_or_default())) {
        return (StatusCode::SEE_OTHER, [(LOCATION, uri.path().to_owned()), (SET_COOKIE, cookie)]).into_response();
    }
    let is_edited = live.edit.as_ref().is_some_and(|edit| edit.is_open_to(&headers));
    let Ok(path) = percent_decode_str(uri.path()).decode_utf8() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let name = path.trim_start_matches('/');
    if name == names::WORKER_FILE {
        return reply(StatusCode::OK, name, NO_WORKER);
    }
    let file = |name: &str| shown.files.get(name).map(|bytes| with_live(name, bytes, &shown, is_edited));
    let folder = name.trim_end_matches('/');
    let index = if folder.is_empty() { "index.html".to_owned() } else { format!("{folder}/index.html") };
    if let Some(bytes) = file(name) {
        return reply(StatusCode::OK, name, bytes);
    }
    if let Some(bytes) = file(&index) {
        if !folder.is_empty() && !name.ends_with('/') {
            let search = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
            return (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, format!("{}/{search}", uri.path()))]).into_response();
        }
        return reply(StatusCode::OK, &index, bytes);
    }
    if Path::new(name).extension().is_some() {
        return StatusCode::NOT_FOUND.into_response();
    }
    match file(names::SHELL_FILE) {
        Some(bytes) => reply(StatusCode::NOT_FOUND, names::SHELL_FILE, bytes),
        // The data could not be read yet.
        None => reply(StatusCode::OK, "index.html", with_live("index.html", EMPTY, &shown, false)),
    }
}

const EMPTY: &[u8] = b"<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\"><title>Communs</title><body></body>";

/// A page with the script that keeps it live; a file of another kind, or a frame of other sites, as it is.
fn with_live(name: &str, bytes: &[u8], shown: &Shown, is_edited: bool) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    if name.ends_with(".html") && !name.starts_with(names::EMBED_FOLDER) {
        let (title, hide) = (host::PROBLEMS.to(LANGUAGE), host::HIDE.to(LANGUAGE));
        let Shown { made_of, version, .. } = shown;
        let save = if is_edited { format!(" data-save=\"{}\"", host::SAVE.to(LANGUAGE)) } else { String::new() };
        let script = format!(
            "<script src=\"{SCRIPT}\" data-version=\"{version}\" data-made-of=\"{made_of}\" data-title=\"{title}\" data-hide=\"{hide}\"{save}></script>"
        );
        bytes.extend(script.into_bytes());
    }
    bytes
}

fn reply(status: StatusCode, name: &str, body: impl Into<Vec<u8>>) -> Response {
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    let charset = if kind.type_() == mime_guess::mime::TEXT { "; charset=utf-8" } else { "" };
    let headers = [
        (CONTENT_TYPE, format!("{kind}{charset}")),
        (CACHE_CONTROL, "no-cache".to_owned()),
        (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    (status, headers, body.into()).into_response()
}
