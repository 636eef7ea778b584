//! The naive search: a scan of the words of every entry, taken from the JSON with none of the
//! code of the search, of the facets or of the reading of the file.

mod scan;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::support::string;
use scan::{Domain, FACETS, Scanned};
pub(super) use words::words;
use words::{asked, holds};

/// What is asked, in words of the URL.
#[derive(Debug, Clone)]
pub(super) struct Ask {
    pub(super) text: String,
    pub(super) scope: String,
    /// Parameter and value.
    pub(super) filters: Vec<(&'static str, String)>,
}

/// What is answered, in words of the URL and ids.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) hits: BTreeSet<String>,
    pub(super) total: usize,
    pub(super) scopes: BTreeMap<&'static str, usize>,
    /// By facet and value: results, and whether it is chosen.
    pub(super) facets: BTreeMap<&'static str, BTreeMap<String, (usize, bool)>>,
    pub(super) unknown: BTreeSet<(&'static str, String)>,
}

const SCOPES: [&str; 8] =
    ["commun", "programme", "organisation", "ressource", "evenement", "contribution", "definition", "tout"];

/// The content, as JSON.
pub(super) struct Oracle {
    root: &'static Value,
    entries: Vec<Scanned>,
}

impl Oracle {
    pub(super) fn new(root: &'static Value) -> Self {
        let entries = root["entries"].as_array().expect("the content has entries");
        Self { root, entries: entries.iter().map(|entry| scan::scan(root, entry)).collect() }
    }

    fn knows(&self, domain: &Domain, unknown: bool, word: &str) -> bool {
        if word == "inconnu" {
            return unknown;
        }
        match domain {
            Domain::Words(words) => words.contains(&word),
            Domain::Entries => self.entries.iter().any(|entry| entry.id == word),
            Domain::Vocabulary(key) => {
                let terms = self.root["vocabularies"][key].as_array().expect("the content has this vocabulary");
                terms.iter().any(|term| string(term, "id") == word)
            }
        }
    }

    /// The words that mean something in each facet, and those that do not.
    fn chosen(&self, ask: &Ask) -> (Vec<BTreeSet<String>>, BTreeSet<(&'static str, String)>) {
        let mut unknown_words = BTreeSet::new();
        let chosen = FACETS.iter().map(|(parameter, _, domain, unknown)| {
            let mut chosen = BTreeSet::new();
            for (_, word) in ask.filters.iter().filter(|(asked, _)| asked == parameter) {
                if self.knows(domain, *unknown, word) {
                    chosen.insert(word.clone());
                } else {
                    unknown_words.insert((*parameter, word.clone()));
                }
            }
            chosen
        });
        let chosen = chosen.collect();
        (chosen, unknown_words)
    }

    /// The answer, when these entries answer the text.
    pub(super) fn answer(&self, ask: &Ask, found: &BTreeSet<String>) -> Answer {
        let (chosen, unknown) = self.chosen(ask);
        let holding: Vec<&Scanned> = self.entries.iter().filter(|entry| found.contains(&entry.id)).collect();
        let passes = |entry: &Scanned, but: Option<usize>| {
            (0..FACETS.len()).all(|facet| {
                Some(facet) == but || chosen[facet].is_empty() || !chosen[facet].is_disjoint(&entry.values[facet])
            })
        };
        let in_scope = |entry: &Scanned, scope: &str| scope == "tout" || entry.kind == scope;
        let answering = |scope: &str, but: Option<usize>| -> Vec<&Scanned> {
            holding.iter().copied().filter(|entry| in_scope(entry, scope) && passes(entry, but)).collect()
        };
        let scope: Vec<&Scanned> = self.entries.iter().filter(|entry| in_scope(entry, &ask.scope)).collect();
        let facets = FACETS.iter().enumerate().map(|(facet, (parameter, ..))| {
            let shown: BTreeSet<&String> =
                scope.iter().flat_map(|entry| &entry.values[facet]).chain(&chosen[facet]).collect();
            let others = answering(&ask.scope, Some(facet));
            let count = |word: &String| others.iter().filter(|entry| entry.values[facet].contains(word)).count();
            let values = shown.into_iter().map(|word| (word.clone(), (count(word), chosen[facet].contains(word))));
            (*parameter, values.collect())
        });
        Answer {
            hits: answering(&ask.scope, None).into_iter().map(|entry| entry.id.clone()).collect(),
            total: scope.len(),
            scopes: SCOPES.iter().map(|scope| (*scope, answering(scope, None).len())).collect(),
            facets: facets.collect(),
            unknown,
        }
    }

    /// Every word of the content.
    pub(super) fn words(&self) -> BTreeSet<&String> {
        self.entries.iter().flat_map(|entry| &entry.words).collect()
    }

    /// The entries that hold every word of a text.
    pub(super) fn holding(&self, text: &str) -> Vec<&str> {
        let asked = asked(text);
        self.entries.iter().filter(|entry| holds(&entry.words, &asked)).map(|entry| entry.id.as_str()).collect()
    }

    /// Facets that can be asked, with the values that an entry has or that exist.
    pub(super) fn filters(&self, entry: usize) -> Vec<(&'static str, String)> {
        let mut filters = Vec::new();
        for (facet, (parameter, _, domain, _)) in FACETS.iter().enumerate() {
            // What the entry has comes up often enough to leave some hits.
            for _ in 0..4 {
                filters.extend(self.entries[entry].values[facet].iter().map(|word| (*parameter, word.clone())));
            }
            match domain {
                Domain::Words(words) => filters.extend(words.iter().map(|word| (*parameter, (*word).to_owned()))),
                Domain::Entries => filters.push((parameter, "ademe".to_owned())),
                Domain::Vocabulary(key) => {
                    let terms = self.root["vocabularies"][key].as_array().into_iter().flatten();
                    filters.extend(terms.map(|term| (*parameter, string(term, "id").to_owned())));
                }
            }
            filters.extend([(*parameter, "inconnu".to_owned()), (*parameter, "n-existe-pas".to_owned())]);
        }
        filters
    }
}
