//! The requests of the app, at the root of the site: `catalogue.json`, and its schema for the form.

use std::sync::Arc;

#[cfg(feature = "csr")]
use gloo_net::http::Request;
#[cfg(feature = "csr")]
use leptos::prelude::*;

use address::Root;
use address::route::Module;
#[cfg(feature = "csr")]
use address::route::Route;
use catalogue::Json;
#[cfg(feature = "csr")]
use catalogue::{Kind, parse};
#[cfg(feature = "csr")]
use export::files;
use insight::form::Field;
#[cfg(feature = "csr")]
use insight::form::entry_fields;

#[cfg(feature = "csr")]
use super::content::LoadFailure;
use super::content::{Content, LoadState};
use crate::browser;
#[cfg(feature = "csr")]
use crate::browser::Source;
use crate::pages::{self, fetch_module};

/// How long a page that opens on a search waits for the index of words, in milliseconds.
const LONGEST_WAIT: f64 = 1500.0;
/// How long indexing goes on at a time, in milliseconds: less than a frame.
const SLICE: f64 = 8.0;

/// Fetches and reads the data file; never fails, but tells how it went.
#[cfg(feature = "csr")]
pub async fn fetch(root: &Root) -> LoadState {
    let json = match (browser::text_read_before().await, browser::data_source()) {
        (Some(json), _) | (None, Source::Text(json)) => json,
        (None, Source::Address(address)) => match download(&address).await {
            Ok(json) => json,
            Err(failure) => return LoadState::Failed(failure),
        },
    };
    let route = Route::parse(root.below(browser::url().path()), Kind::OF_FORMAT);
    let mut state = read(&json, route.shows_details()).await;
    // The data may compose the page of what the address does not tell.
    if state.lacks_details() && state.needs(&route).1 {
        state = read(&json, true).await;
    }
    browser::breathe().await;
    // The page stays until the app can draw it.
    let route = state.route(root.below(browser::url().path()));
    if let Some(needed) = state.needs(&route).0
        && !module(needed, &state, browser::asks_for_words()).await
    {
        return LoadState::Failed(LoadFailure::NoPart);
    }
    browser::needed(&json).await;
    state
}

/// Fetches a module, and tells whether it is there. A page that is asked for words would only say that they are not
/// searched yet: it waits for them to be indexed, some time.
pub(crate) async fn module(module: Module, state: &LoadState, asks_for_words: bool) -> bool {
    let is_there = fetch_module(module).await;
    if let LoadState::Ready(content) = state
        && is_there
        && asks_for_words
        && module == Module::Catalogue
    {
        let start = browser::now();
        while browser::now() - start < LONGEST_WAIT && !pages::index_words(content) {
            browser::breathe().await;
        }
    }
    is_there
}

/// Reads a data file, with its details if the page shows them. Words come later: the page reads already, and is to answer
/// again as soon as it can.
#[cfg(feature = "csr")]
async fn read(json: &str, shows_details: bool) -> LoadState {
    let tree = match parse(json) {
        Ok(tree) if shows_details => with_details(tree).await,
        parsed => parsed.map_err(LoadFailure::Unreadable),
    };
    browser::breathe().await;
    match tree {
        Ok(tree) => LoadState::from_tree(json, tree),
        Err(failure) => LoadState::Failed(failure),
    }
}

/// A catalogue with the details that it leaves to a second file, if it does.
#[cfg(feature = "csr")]
async fn with_details(mut tree: Json) -> Result<Json, LoadFailure> {
    if catalogue::lacks_details(&tree)
        && let Source::Address(data) = browser::data_source()
    {
        let (file, query) = data.find('?').map_or((&*data, ""), |query| data.split_at(query));
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let details = download(&format!("{folder}/{}{query}", files::DETAILS)).await;
        let details = details.ok().and_then(|details| parse(&details).ok()).ok_or(LoadFailure::NoPart)?;
        catalogue::complete(&mut tree, details);
    }
    Ok(tree)
}

/// Has the whole catalogue take the place of one without details, if the page still wants them once they are there:
/// another would be drawn again for nothing. Tells whether they could be had.
pub(crate) async fn complete(loading: super::content::Loading, are_wanted: impl Fn() -> bool) -> bool {
    #[cfg(feature = "csr")]
    if let LoadState::Ready(content) = loading.0.get_untracked()
        && let Some(json) = content.list()
    {
        let Ok(tree) = parse(json) else { return false };
        let Ok(tree) = with_details(tree).await else { return false };
        // Somebody uses the page meanwhile.
        browser::breathe().await;
        if are_wanted() && loading.0.with_untracked(LoadState::lacks_details) {
            loading.0.set(LoadState::from_tree(json, tree));
        }
    }
    #[cfg(not(feature = "csr"))]
    let _ = (loading, are_wanted);
    true
}

/// The file of data as it is, with its details, and the fields of an entry.
pub(crate) type FormFiles = (Json, Vec<Field>);

/// Fetches what a form is made from, and gives it, or nothing when it cannot be had.
pub(crate) fn form_files(root: &Root, content: Arc<Content>, done: impl FnOnce(Option<FormFiles>) + 'static) {
    #[cfg(feature = "csr")]
    {
        let schema = root.file(files::SCHEMA);
        leptos::task::spawn_local(async move {
            let (data, schema) = match (browser::data_source(), schema) {
                (Source::Address(data), Some(schema)) => (download(&data).await.ok(), download(&schema).await.ok()),
                (Source::Text(data), _) => (Some(data), browser::text_of(names::SCHEMA_ID)),
                _ => (None, None),
            };
            let read = |text: Option<String>| text.and_then(|text| parse(&text).ok());
            let fields = read(schema)
                .map(|schema| entry_fields(&schema, &content.catalogue().fields, content.catalogue().kinds.all()))
                .filter(|fields| !fields.is_empty());
            let data = match read(data) {
                Some(data) => with_details(data).await.ok(),
                None => None,
            };
            done(data.zip(fields));
        });
    }
    #[cfg(not(feature = "csr"))]
    let _ = (root, content, done);
}

/// The text of a file.
#[cfg(feature = "csr")]
async fn download(address: &str) -> Result<String, LoadFailure> {
    // As a query: the builder would change the address otherwise, and the page has asked for this one.
    let (file, version) = address.split_once("?v=").map_or((address, None), |(file, version)| (file, Some(version)));
    let request = Request::get(file).query(version.map(|version| ("v", version)));
    let response = request.send().await.map_err(|_| LoadFailure::NoAnswer)?;
    if !response.ok() {
        return Err(LoadFailure::Status(response.status()));
    }
    response.text().await.map_err(|_| LoadFailure::NoAnswer)
}

/// Whether a slice that starts now is not over.
pub(crate) fn slice() -> impl Fn() -> bool {
    let start = browser::now();
    move || browser::now() - start < SLICE
}

/// Fetches again, from a button.
pub(crate) fn retry(loading: super::content::Loading, root: Root) {
    #[cfg(feature = "csr")]
    leptos::task::spawn_local(async move {
        loading.0.set(fetch(&root).await);
    });
    #[cfg(not(feature = "csr"))]
    let _ = (loading, root);
}
