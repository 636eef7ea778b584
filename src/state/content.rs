//! What every view can reach: the content, once it is loaded, and the state of loading.

use std::sync::{Arc, Mutex, OnceLock};

use leptos::prelude::*;
use leptos::tachys::reactive_graph::OwnedView;

use super::load;
use crate::browser;
use address::route::{Module, Route};
use catalogue::{
    Catalogue, Diagnostic, Entry, EntryIndex, HOME, Identity, Json, Kind, Loaded, Model, Page, ReadError, Rubric,
    SectionType, Text, parse, read_parsed,
};
use insight::pages::shown;
use messages::{Language, Message};
use search::query::Query;
use search::{Builder, Index};

/// A catalogue that could be read, indexed, with what was wrong in its file.
#[derive(Debug)]
pub struct Content {
    /// The index, which holds the catalogue.
    pub index: Index,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// The pages that have something to show, as ranks in the catalogue.
    pages: Vec<usize>,
    /// The index of words, once it is begun and until it is whole.
    indexing: Mutex<Option<Builder>>,
    /// The text of the data, when it leaves fields of entries to a second file that is not read yet.
    list: Option<String>,
    /// The rubrics that some entry of a kind fills, once a page of an entry has asked.
    filled_rubrics: OnceLock<Vec<(Kind, Rubric)>>,
}

impl Content {
    /// A catalogue read from this text, whose words are not indexed yet.
    pub(crate) fn new(loaded: Loaded, json: &str) -> Arc<Self> {
        let list = loaded.catalogue.lacks_details.then(|| json.to_owned());
        let index = Index::without_words(Arc::new(loaded.catalogue));
        let pages = shown(&index);
        Arc::new(Self {
            index,
            diagnostics: loaded.diagnostics,
            pages,
            indexing: Mutex::new(None),
            list,
            filled_rubrics: OnceLock::new(),
        })
    }

    /// The rubrics that some entry of a kind fills, which `read` tells the first time.
    pub(crate) fn filled_rubrics(&self, read: impl FnOnce() -> Vec<(Kind, Rubric)>) -> &[(Kind, Rubric)] {
        self.filled_rubrics.get_or_init(read)
    }

    /// The text of the data, when [details](catalogue::DETAILS) of its entries are still to be read.
    pub(crate) fn list(&self) -> Option<&str> {
        self.list.as_deref()
    }

    /// Goes on indexing words while `goes_on` allows it; tells whether it is done.
    pub fn index_words(&self, goes_on: impl Fn() -> bool) -> bool {
        let mut indexing = self.indexing.lock().expect("indexing does not panic");
        while !self.index.has_words() && goes_on() {
            if let Some(text) = indexing.get_or_insert_with(|| self.index.builder()).step() {
                self.index.set_words(text);
                *indexing = None;
            }
        }
        self.index.has_words()
    }

    /// Whether a query can be answered: words are searched, or it has none.
    pub(crate) fn can_answer(&self, query: &Query) -> bool {
        self.index.has_words() || query.text.trim().is_empty()
    }

    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        self.index.catalogue()
    }

    /// What is said of commons, else, where the catalogue calls them otherwise, of any entry.
    pub(crate) fn of_commons(&self, commons: Message, entries: Message) -> Message {
        if self.catalogue().words_of(Model::Commons).is_of_host { entries } else { commons }
    }

    /// The pages that have something to show, in order.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.pages.iter().map(|rank| &self.catalogue().pages[*rank])
    }

    /// The one of them that has this id.
    #[must_use]
    pub fn page(&self, id: &str) -> Option<&Page> {
        self.pages().find(|page| page.id == id)
    }

    /// The route of a path, which leads nowhere when no page of the content is there.
    #[must_use]
    pub fn route(&self, path: &str) -> Route {
        match Route::parse(path, self.catalogue().kinds.all()) {
            Route::Page(id) if self.page(&id).is_none() => Route::NotFound(path.to_owned()),
            route => route,
        }
    }

    /// The module that draws a page, and whether it needs the details of entries: the home page needs more than the
    /// first module where the data composes it of other parts than its own.
    #[must_use]
    pub fn needs(&self, route: &Route) -> (Option<Module>, bool) {
        let id = match route {
            Route::Home => HOME,
            Route::Page(id) => id,
            // The page of an entry that there is not.
            Route::Entry(kind, id) | Route::EmbedEntry(kind, id) if self.find(*kind, id).is_none() => {
                return (Some(Module::Catalogue), false);
            }
            _ => return (route.module(), route.shows_details()),
        };
        let some = |is_such: fn(SectionType) -> bool| {
            self.page(id).is_some_and(|page| page.sections.iter().any(|section| is_such(section.of)))
        };
        let of_others = || some(|of| !of.is_of_home()).then_some(Module::SeldomUsed);
        (route.module().or_else(of_others), some(SectionType::shows_details))
    }

    /// Every page that a file can be.
    #[must_use]
    pub fn routes(&self) -> Vec<Route> {
        Route::every(self.catalogue(), self.pages().map(|page| page.id.as_str()))
    }

    /// Whether a page is above all a text: whoever reads it needs no app, as one answers the questions of a
    /// self-assessment.
    #[must_use]
    pub fn is_text(&self, route: &Route) -> bool {
        let asks = |page: &Page| page.has(SectionType::Maturity) || page.has(SectionType::Questions);
        route.is_text() && !matches!(route, Route::Page(id) if self.page(id).is_some_and(asks))
    }

    /// The entry with this id, or that had it before, if it is of the model of this kind: its page may have been in
    /// the folder of the format.
    #[must_use]
    pub fn find(&self, kind: Kind, id: &str) -> Option<EntryIndex> {
        self.catalogue()
            .find(id)
            .or_else(|| self.catalogue().find_former(id))
            .filter(|index| self.entry(*index).kind.is(kind.model()))
    }

    #[must_use]
    pub fn entry(&self, index: EntryIndex) -> &Entry {
        self.catalogue().entry(index)
    }
}

/// Why there is no content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadFailure {
    /// The request had no answer.
    NoAnswer,
    /// The answer was an error, of this HTTP status.
    Status(u16),
    /// The answer is no catalogue.
    Unreadable(ReadError),
    /// What this page needs besides the data had no answer.
    NoPart,
}

/// Where loading is.
#[derive(Debug, Clone)]
pub enum LoadState {
    /// Under way.
    Loading,
    /// Ended without content.
    Failed(LoadFailure),
    /// Ended with content.
    Ready(Arc<Content>),
}

impl LoadState {
    /// Reads and indexes the text of a data file.
    #[must_use]
    pub fn from_json(json: &str) -> Self {
        let state = parse(json).map_or_else(Self::unreadable, |tree| Self::from_tree(json, tree));
        if let Self::Ready(content) = &state {
            content.index_words(|| true);
        }
        state
    }

    /// Reads the JSON of a data file, whose text this is. Its words are not indexed.
    pub(crate) fn from_tree(json: &str, tree: Json) -> Self {
        match read_parsed(json, tree) {
            Ok(loaded) => Self::Ready(Content::new(loaded, json)),
            Err(error) => Self::unreadable(error),
        }
    }

    fn unreadable(error: ReadError) -> Self {
        Self::Failed(LoadFailure::Unreadable(error))
    }

    /// Whether there is content without the [details](catalogue::DETAILS) of its entries.
    pub(crate) fn lacks_details(&self) -> bool {
        matches!(self, Self::Ready(content) if content.list().is_some())
    }

    /// What the site speaks.
    pub(crate) fn language(&self) -> Language {
        match self {
            Self::Ready(content) => content.catalogue().site.language,
            _ => Language::default(),
        }
    }

    /// How the site is known, once its data is there.
    pub(crate) fn identity(&self) -> Option<&Identity> {
        let Self::Ready(content) = self else { return None };
        Some(&content.catalogue().site.identity)
    }

    /// The kinds of the catalogue; before there is one, those of the format.
    pub(crate) fn kinds(&self) -> &[Kind] {
        match self {
            Self::Ready(content) => content.catalogue().kinds.all(),
            _ => Kind::OF_FORMAT,
        }
    }

    /// The route of a path; before there is content, whatever it may be.
    pub(crate) fn route(&self, path: &str) -> Route {
        match self {
            Self::Ready(content) => content.route(path),
            _ => Route::parse(path, Kind::OF_FORMAT),
        }
    }

    /// What a page [needs](Content::needs); before there is content, what it may.
    pub(crate) fn needs(&self, route: &Route) -> (Option<Module>, bool) {
        match self {
            Self::Ready(content) => content.needs(route),
            _ => (route.module(), route.shows_details()),
        }
    }

    /// The name of the site, when the data gives one.
    pub(crate) fn title(&self) -> Option<&Text> {
        let Self::Ready(content) = self else { return None };
        Some(&content.catalogue().site.title).filter(|title| !title.is_empty())
    }

    /// The name of the site, even when the data gives none.
    pub(crate) fn site(&self) -> &str {
        self.title().map_or_else(|| messages::SITE.to(self.language()), Text::as_str)
    }
}

/// Views whose contexts end with them. Those that a component gives stay else with whoever drew it, for all that is
/// drawn there next: a page would read the signals of the page before, which are gone.
pub(crate) fn apart(views: impl FnOnce() -> AnyView) -> AnyView {
    let owner = Owner::new();
    let views = owner.with(views);
    OwnedView::new_with_owner(views, owner).into_any()
}

/// The signal of loading, which the retry button writes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Loading(pub(crate) RwSignal<LoadState>);

/// Whether words are searched, for the views that search them: they are indexed once one asks.
pub(crate) fn use_words_ready() -> RwSignal<bool> {
    let content = use_content();
    let ready = RwSignal::new(content.index.has_words());
    if !ready.get_untracked() {
        leptos::task::spawn_local(async move {
            while !content.index_words(load::slice()) {
                browser::breathe().await;
            }
            // The page that asked may be gone.
            let _ = ready.try_set(true);
        });
    }
    ready
}

/// What the site speaks, for the views.
pub(crate) fn use_language() -> Language {
    expect_context()
}

/// The content, for the views below a page that has it.
pub(crate) fn use_content() -> Arc<Content> {
    expect_context::<Arc<Content>>()
}
