//! The way out of a search without result: what to give up.

use super::explain::replace_word;
use super::index::Index;
use crate::facet::FacetIndex;
use crate::query::Query;
use catalogue::{Catalogue, EntryIndex};
use messages::{Language, quoted};
use text::sorting::sorted_by_key;

/// Words beyond are not offered to be given up.
const MOST_WORDS: usize = 8;
/// How many first results are shown.
const EXAMPLES: usize = 3;

/// Something that a query asks and could give up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Criterion {
    /// One word of the text, as typed.
    Word(String),
    /// The whole text.
    Text(String),
    /// Everything chosen in a facet.
    Facet(FacetIndex, Vec<String>),
}

impl Criterion {
    /// What is given up; of a facet, the names of the chosen values.
    pub fn in_words(
        &self,
        catalogue: &Catalogue,
        language: Language,
        name_of: impl Fn(FacetIndex, &str) -> String,
    ) -> String {
        match self {
            Self::Word(text) | Self::Text(text) => quoted(language, text),
            Self::Facet(facet, values) => {
                let values: Vec<String> = values.iter().map(|value| name_of(*facet, value)).collect();
                format!("{}\u{a0}: {}", facet.row(catalogue).name(language), values.join(", "))
            }
        }
    }
}

/// What giving one criterion up would give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescue {
    pub criterion: Criterion,
    /// The query without it.
    pub query: Query,
    /// Its number of results.
    pub count: usize,
    /// Its first results, three at most.
    pub examples: Vec<EntryIndex>,
}

impl Index {
    /// For each criterion of a query, what giving it up would give, the most fruitful first.
    pub fn rescues(&self, query: &Query) -> Vec<Rescue> {
        let mut without: Vec<(Criterion, Query)> = Vec::new();
        let (reading, _) = self.words().map(|words| words.find(&query.text)).unwrap_or_default();
        let words: Vec<&str> = reading.words.iter().map(|read| read.word.written.as_str()).collect();
        let criteria = words.len() + query.filters_of(self.catalogue()).count();
        if words.len() > 1 {
            for word in words.iter().take(MOST_WORDS) {
                let kept = replace_word(&query.text, word, "");
                without.push((Criterion::Word((*word).to_owned()), query.clone().with_text(kept.trim())));
            }
        }
        if !words.is_empty() && criteria > 1 {
            without.push((Criterion::Text(query.text.trim().to_owned()), query.clone().with_text("")));
        }
        for (parameter, values) in query.facets() {
            let facet = FacetIndex::find(self.catalogue(), parameter);
            if let Some(facet) = facet.filter(|_| criteria > 1) {
                without.push((Criterion::Facet(facet, values.to_vec()), query.clone().without_facet(parameter)));
            }
        }
        let rescues: Vec<Rescue> = (without.into_iter())
            .map(|(criterion, query)| {
                let results = self.top(&query, EXAMPLES);
                let examples = results.hits.iter().map(|hit| hit.entry).collect();
                Rescue { criterion, query, count: results.count, examples }
            })
            .collect();
        sorted_by_key(&rescues, |rescue| std::cmp::Reverse(rescue.count))
    }
}
