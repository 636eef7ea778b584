//! The index of a catalogue: it answers queries.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::builder::Builder;
use super::explain::Explanation;
use super::facet_index::Facets;
use super::order;
use super::reading::Reading;
use super::results::{Hit, Results};
use super::text_index::TextIndex;
use super::words::Words;
use crate::query::{Order, Query, Sort};
use catalogue::{Catalogue, EntryIndex};

/// The search index of a catalogue. It filters at once, and searches words once their index is there.
#[derive(Debug)]
pub struct Index {
    catalogue: Arc<Catalogue>,
    pub(super) facets: Facets,
    /// For each entry, its rank by name in French.
    name_ranks: Vec<u32>,
    /// For each field that the catalogue adds and that is an order, for each entry, its rank there.
    host_ranks: Vec<Vec<u32>>,
    words: OnceLock<Arc<dyn Words>>,
}

impl Index {
    /// Builds the whole index of a catalogue.
    pub fn new(catalogue: Arc<Catalogue>) -> Self {
        let index = Self::without_words(catalogue);
        let mut builder = index.builder();
        loop {
            if let Some(text) = builder.step() {
                index.set_words(text);
                return index;
            }
        }
    }

    /// Builds an index that filters and sorts, and that ignores texts until [`Index::set_words`].
    pub fn without_words(catalogue: Arc<Catalogue>) -> Self {
        let name_ranks = order::name_ranks(&catalogue);
        Self {
            facets: Facets::new(&catalogue, &name_ranks),
            host_ranks: (0..catalogue.fields.len()).map(|field| order::host_ranks(&catalogue, field)).collect(),
            catalogue,
            name_ranks,
            words: OnceLock::new(),
        }
    }

    /// Starts the index of words.
    pub fn builder(&self) -> Builder {
        Builder::new(Arc::clone(&self.catalogue))
    }

    /// Gives the index of words that [`Index::builder`] made; a second one is ignored.
    pub fn set_words(&self, text: TextIndex) {
        // The first stays, and says the same.
        let _ = self.words.set(Arc::new(text));
    }

    /// Searches the words of another index, if it has any: that of a catalogue which only differs by the
    /// [details](catalogue::DETAILS) of its entries, whose words are not searched.
    pub fn share_words(&self, other: &Self) {
        if let Some(words) = other.words.get() {
            let _ = self.words.set(Arc::clone(words));
        }
    }

    /// Whether texts are searched.
    pub fn has_words(&self) -> bool {
        self.words().is_some()
    }

    pub(super) fn words(&self) -> Option<&dyn Words> {
        self.words.get().map(Arc::as_ref)
    }

    /// The byte ranges of a text that answer a reading, in order and apart.
    pub fn highlight(&self, text: &str, reading: &Reading) -> Vec<Range<usize>> {
        self.words().map(|words| words.highlight(text, reading)).unwrap_or_default()
    }

    /// Why an entry answers a reading, from its terms alone.
    pub fn explain(&self, entry: EntryIndex, reading: &Reading) -> Explanation {
        self.words().map(|words| words.explain(&self.catalogue, entry, reading)).unwrap_or_default()
    }

    /// The words that are in no entry, each with the word that was perhaps meant instead.
    pub fn unknown_words(&self, reading: &Reading) -> Vec<(String, Option<String>)> {
        self.words().map(|words| words.unknown_words(&self.catalogue, reading)).unwrap_or_default()
    }

    /// The catalogue that is indexed.
    pub const fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// Answers a query with all its results.
    pub fn search(&self, query: &Query) -> Results {
        self.top(query, usize::MAX)
    }

    /// Answers a query with its first results, `limit` at most, and all its counts.
    pub fn top(&self, query: &Query, limit: usize) -> Results {
        let words = self.words();
        let (reading, found) = words.map(|words| words.find(&query.text)).unwrap_or_default();
        let order = |entries: &[(u32, u32)]| match (&query.sort, words) {
            (Order::Format(Sort::Relevance), Some(words)) if !reading.is_empty() => {
                words.by_relevance(&reading, entries, limit)
            }
            (sort, _) => self.in_order(sort, entries, limit),
        };
        let results = self.filtered(query, found, order);
        Results { reading, ..results }
    }

    /// What [`Index::top`] counts for a query without its words, and no result: whoever only counts needs nothing of
    /// what searches words.
    pub fn counts(&self, query: &Query) -> Results {
        self.filtered(query, None, |_| Vec::new())
    }

    /// What a query keeps of the entries whose words answer, or of all, in an order.
    fn filtered(
        &self,
        query: &Query,
        found: Option<Vec<(u32, u32)>>,
        order: impl FnOnce(&[(u32, u32)]) -> Vec<Hit>,
    ) -> Results {
        let (choices, unknown_values) = self.facets.choices(&self.catalogue, query);
        let filtered = self.facets.filter(found, &choices, query.scope);
        Results {
            hits: order(&filtered.entries),
            count: filtered.entries.len(),
            total: self.facets.size_of(query.scope),
            scopes: filtered.scopes,
            facets: filtered.facets,
            unknown_values,
            reading: Reading::default(),
        }
    }

    /// Entries in an order that is known before the query.
    fn in_order(&self, sort: &Order, entries: &[(u32, u32)], limit: usize) -> Vec<Hit> {
        let field = |id| self.catalogue.fields.iter().position(|field| field.is_order && field.id == id);
        let (sort, host) = match sort {
            Order::Format(sort) => (*sort, None),
            // One that the catalogue does not have is ours.
            Order::Host(id) => (Sort::default(), field(id.as_str()).map(|field| &self.host_ranks[field])),
        };
        let key = |rank: u32| match host {
            Some(ranks) => ranks[rank as usize],
            None => order::key(sort, self.catalogue.entry(EntryIndex(rank)), || self.name_ranks[rank as usize]),
        };
        let keyed = entries.iter().map(|(rank, _)| (key(*rank), *rank));
        let hit = |(_, rank): (u32, u32)| Hit { entry: EntryIndex(rank), score: 0 };
        order::first(keyed, limit).into_iter().map(hit).collect()
    }
}
