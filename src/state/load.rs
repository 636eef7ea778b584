//! What the app asks for at the root of the site, and when: `catalogue.json`, its details, its schema for the form.

use std::borrow::Cow;
use std::sync::Arc;

use futures::future::join;
use leptos::prelude::*;

use super::content::{Content, Current};
use crate::browser::{self, Source};
use crate::pages::{self, fetch_module};
use address::Root;
use address::route::{Module, Route};
use catalogue::{Json, Kind, ReadError, parse};
use export::files;
use insight::form::{Field, entry_fields};
use search::query::Query;

/// How long a page that opens on a search waits for what answers it, in milliseconds.
const LONGEST_WAIT: i32 = 1500;
/// How long indexing goes on at a time, in milliseconds: less than a frame.
const SLICE: f64 = 8.0;

/// Why there is no content.
#[derive(Debug)]
pub enum LoadFailure {
    /// The data was not had: the HTTP status of the answer, if there was one.
    NotServed(Option<u16>),
    /// The answer is no catalogue.
    Unreadable(ReadError),
    /// What this page needs besides the data had no answer.
    NoPart,
}

impl From<ReadError> for LoadFailure {
    fn from(error: ReadError) -> Self {
        Self::Unreadable(error)
    }
}

/// Fetches and reads the data file, and what the present page needs besides.
///
/// # Errors
/// When the app has nothing to draw the page with.
pub async fn fetch(root: &Root) -> Result<Arc<Content>, LoadFailure> {
    let json = match (browser::text_read_before().await, browser::data_source()) {
        (Some(json), _) | (None, Source::Text(json)) => json,
        (None, Source::Address(address)) => browser::download(&address).await.map_err(LoadFailure::NotServed)?,
    };
    let url = browser::url();
    let path = root.below(url.path());
    let route = Route::parse(path, Kind::OF_FORMAT);
    let own = browser::own_details(&json).and_then(|own| parse(&own).ok());
    let mut content = read(&json, own, route.shows_details()).await?;
    // The data may compose the page of what the address does not tell.
    if content.lacks_details(&content.route(path)) {
        content = read(&json, None, true).await?;
    }
    browser::breathe().await;
    // The page stays until the app can draw it.
    if let Some(needed) = content.needs(&content.route(path)).0
        && !module(needed, &content).await
    {
        return Err(LoadFailure::NoPart);
    }
    browser::needed(&json).await;
    Ok(content)
}

/// Fetches a module, and tells whether it is there. A page that is asked for words would only say that they are not
/// searched yet: it waits for them, some time.
pub(crate) async fn module(module: Module, content: &Arc<Content>) -> bool {
    let answer = async {
        if module == Module::Catalogue && asks_for_words() {
            let content = Arc::clone(content);
            browser::at_most(LONGEST_WAIT, async move { words(&content).await }).await;
        }
    };
    join(fetch_module(module), answer).await.0
}

/// Whether the address asks for words.
fn asks_for_words() -> bool {
    !Query::parse(browser::url().search(), Kind::OF_FORMAT).0.text.is_empty()
}

/// Fetches what searches words, then indexes them; tells whether they are searched.
pub(crate) async fn words(content: &Arc<Content>) -> bool {
    let is_there = fetch_module(Module::Search).await;
    while is_there && !pages::index_words(content) {
        browser::breathe().await;
    }
    is_there
}

/// Reads a data file, with the details that the page shows: those of its own entry, which it may hold, or all. Words
/// come later: the page reads already, and is to answer again as soon as it can.
async fn read(json: &str, own: Option<Json>, shows_details: bool) -> Result<Arc<Content>, LoadFailure> {
    let mut tree = parse(json)?;
    let mut detailed = None;
    if let Some(own) = own {
        detailed = own.id().map(Cow::into_owned);
        catalogue::complete_some(&mut tree, vec![own]);
    } else if shows_details {
        tree = with_details(tree).await.ok_or(LoadFailure::NoPart)?;
    }
    browser::breathe().await;
    Ok(Content::from_tree(json, tree, detailed)?)
}

/// A catalogue with the details that it leaves to a second file, if it does; nothing when they cannot be had.
async fn with_details(mut tree: Json) -> Option<Json> {
    if catalogue::lacks_details(&tree)
        && let Source::Address(data) = browser::data_source()
    {
        let (file, query) = data.find('?').map_or((&*data, ""), |query| data.split_at(query));
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let details = browser::download(&format!("{folder}/{}{query}", files::DETAILS)).await.ok()?;
        catalogue::complete(&mut tree, parse(&details).ok()?);
    }
    Some(tree)
}

/// Has the whole catalogue take the place of one without details, if the page still wants them once they are there:
/// another would be drawn again for nothing. Tells whether they could be had.
pub(crate) async fn complete(current: Current, are_wanted: impl Fn() -> bool) -> bool {
    let content = current.now();
    let Some(json) = content.list() else { return true };
    let Ok(tree) = parse(json) else { return false };
    let Some(tree) = with_details(tree).await else { return false };
    // Somebody uses the page meanwhile.
    browser::breathe().await;
    let former = current.now();
    if are_wanted() && former.list().is_some() {
        let Ok(whole) = Content::from_tree(json, tree, None) else { return false };
        whole.index.share_words(&former.index);
        current.0.set(whole);
    }
    true
}

/// What a form is made from.
pub(crate) struct FormFiles {
    /// The file of data as it is, with its details, which an entry is checked in.
    pub(crate) data: Json,
    /// The fields of an entry.
    pub(crate) fields: Vec<Field>,
}

/// Fetches it; nothing when it cannot be had.
pub(crate) async fn form_files(root: Root, content: Arc<Content>) -> Option<FormFiles> {
    let (data, schema) = match (browser::data_source(), root.file(files::SCHEMA)) {
        (Source::Address(data), Some(schema)) => {
            (browser::download(&data).await.ok()?, browser::download(&schema).await.ok()?)
        }
        (Source::Text(data), _) => (data, browser::text_of(names::SCHEMA_ID)?),
        _ => return None,
    };
    let catalogue = content.catalogue();
    let fields = entry_fields(&parse(&schema).ok()?, &catalogue.fields, catalogue.kinds.all());
    let data = with_details(parse(&data).ok()?).await?;
    (!fields.is_empty()).then_some(FormFiles { data, fields })
}

/// Whether a slice that starts now is not over.
pub(crate) fn slice() -> impl Fn() -> bool {
    let start = browser::now();
    move || browser::now() - start < SLICE
}
