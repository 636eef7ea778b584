//! What every view can reach: the content.

use std::sync::{Arc, Mutex, OnceLock};

use leptos::prelude::*;
use leptos::tachys::reactive_graph::OwnedView;

use address::route::{Module, Route};
use catalogue::{
    Catalogue, Diagnostic, Entry, EntryIndex, HOME, Identity, Json, Kind, Loaded, Model, Page, ReadError, Rubric,
    SectionType, parse, read_parsed,
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
    /// The entry whose details are there all the same: the page that shows it held them.
    detailed: Option<String>,
    /// The rubrics that some entry of a kind fills, once a page of an entry has asked.
    filled_rubrics: OnceLock<Vec<(Kind, Rubric)>>,
}

impl Content {
    /// Reads and indexes the text of a data file.
    ///
    /// # Errors
    /// When it is no catalogue at all.
    pub fn from_json(json: &str) -> Result<Arc<Self>, ReadError> {
        let content = Self::from_tree(json, parse(json)?, None)?;
        content.index_words(|| true);
        Ok(content)
    }

    /// Reads the JSON of a data file, whose text this is, and which has the details of all its entries, or of one.
    /// Its words are not indexed yet.
    pub(crate) fn from_tree(json: &str, tree: Json, detailed: Option<String>) -> Result<Arc<Self>, ReadError> {
        Ok(Self::new(read_parsed(json, tree)?, json, detailed))
    }

    /// A catalogue read from this text, whose words are not indexed yet.
    pub(crate) fn new(loaded: Loaded, json: &str, detailed: Option<String>) -> Arc<Self> {
        let list = loaded.catalogue.lacks_details.then(|| json.to_owned());
        let index = Index::without_words(Arc::new(loaded.catalogue));
        let pages = shown(&index);
        Arc::new(Self {
            index,
            diagnostics: loaded.diagnostics,
            pages,
            indexing: Mutex::new(None),
            list,
            detailed,
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

    /// Goes on indexing words while `goes_on` allows it.
    pub fn index_words(&self, goes_on: impl Fn() -> bool) {
        let mut indexing = self.indexing.lock().expect("indexing does not panic");
        while !self.index.has_words() && goes_on() {
            if let Some(text) = indexing.get_or_insert_with(|| self.index.builder()).step() {
                self.index.set_words(text);
                *indexing = None;
            }
        }
    }

    /// Whether a query can be answered: words are searched, or it has none.
    pub(crate) fn can_answer(&self, query: &Query) -> bool {
        self.index.has_words() || query.text.trim().is_empty()
    }

    pub fn catalogue(&self) -> &Catalogue {
        self.index.catalogue()
    }

    pub(crate) fn identity(&self) -> &Identity {
        &self.catalogue().site.identity
    }

    /// What is said of commons, else, where the catalogue calls them otherwise, of any entry.
    pub fn of_commons(&self, commons: Message, entries: Message) -> Message {
        if self.catalogue().words_of(Model::Commons).is_of_host { entries } else { commons }
    }

    /// The pages that have something to show, in order.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.pages.iter().map(|rank| &self.catalogue().pages[*rank])
    }

    /// The one of them that has this id.
    pub fn page(&self, id: &str) -> Option<&Page> {
        self.pages().find(|page| page.id == id)
    }

    /// The route of a path, which leads nowhere when no page of the content is there.
    pub fn route(&self, path: &str) -> Route {
        match Route::parse(path, self.catalogue().kinds.all()) {
            Route::Page(id) if self.page(&id).is_none() => Route::NotFound(path.to_owned()),
            route => route,
        }
    }

    /// The module that draws a page, and whether it needs the details of entries: the home page needs more than the
    /// first module where the data composes it of other parts than its own.
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
        let of_others = || some(|of| !of.is_of_home()).then_some(Module::Guide);
        (route.module().or_else(of_others), some(SectionType::shows_details))
    }

    /// Whether a page shows details that are still to be read.
    pub(crate) fn lacks_details(&self, route: &Route) -> bool {
        let is_there = || match route {
            Route::Entry(kind, id) | Route::EmbedEntry(kind, id) => {
                self.find(*kind, id).is_some_and(|index| self.detailed.as_ref() == Some(&self.entry(index).id))
            }
            _ => false,
        };
        self.list.is_some() && self.needs(route).1 && !is_there()
    }

    /// Every page that a file can be.
    pub fn routes(&self) -> Vec<Route> {
        Route::every(self.catalogue(), self.pages().map(|page| page.id.as_str()))
    }

    /// Whether a page is above all a text: whoever reads it needs no app, as one answers the questions of a
    /// self-assessment.
    pub fn is_text(&self, route: &Route) -> bool {
        let asks = |page: &Page| page.has(SectionType::Maturity) || page.has(SectionType::Questions);
        route.is_text() && !matches!(route, Route::Page(id) if self.page(id).is_some_and(asks))
    }

    /// The entry with this id, or that had it before, if it is of the model of this kind: its page may have been in
    /// the folder of the format.
    pub fn find(&self, kind: Kind, id: &str) -> Option<EntryIndex> {
        self.catalogue()
            .find(id)
            .or_else(|| self.catalogue().find_former(id))
            .filter(|index| self.entry(*index).kind.is(kind.model()))
    }

    pub fn entry(&self, index: EntryIndex) -> &Entry {
        self.catalogue().entry(index)
    }
}

/// Views whose contexts end with them. Those that a component gives stay else with whoever drew it, for all that is
/// drawn there next: a page would read the signals of the page before, which are gone.
pub(crate) fn apart(views: impl FnOnce() -> AnyView) -> AnyView {
    let owner = Owner::new();
    let views = owner.with(views);
    OwnedView::new_with_owner(views, owner).into_any()
}

/// The content, which the whole takes the place of when a page asks for the details that it lacks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Current(pub(crate) RwSignal<Arc<Content>>);

impl Current {
    /// The present one, not tracked.
    pub(crate) fn now(self) -> Arc<Content> {
        self.0.get_untracked()
    }
}

/// What the site speaks, for the views.
pub(crate) fn use_language() -> Language {
    expect_context()
}

/// The content, for the views.
pub(crate) fn use_content() -> Arc<Content> {
    expect_context::<Current>().now()
}
