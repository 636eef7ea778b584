//! The orders of results. Each ends in the order of the data, so that ties are stable.

use std::cmp::Reverse;

use super::highlight::Words;
use super::results::Hit;
use crate::catalogue::{Catalogue, Entry};
use crate::letters::reduced;
use crate::query::{Query, Sort};

/// For each entry, its rank by name: by letters first, then by accents and case, as French sorts.
pub(super) fn name_ranks(catalogue: &Catalogue) -> Vec<u32> {
    let mut names: Vec<(String, &str, usize)> = catalogue
        .entries()
        .map(|(index, entry)| (sort_key(entry.name.as_str()), entry.name.as_str(), index.rank()))
        .collect();
    names.sort_unstable();
    let mut ranks = vec![0; names.len()];
    for (rank, (_, _, entry)) in (0..).zip(names) {
        ranks[entry] = rank;
    }
    ranks
}

/// Letters and digits only, reduced; a leading article does not count.
fn sort_key(name: &str) -> String {
    let reduced: String = reduced(name).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let mut words: Vec<&str> = reduced.split_whitespace().collect();
    if words.len() > 1 && matches!(words[0], "le" | "la" | "les" | "l") {
        words.remove(0);
    }
    words.join(" ")
}

/// Sorts hits, given in the order of the data, as the query asks.
pub(super) fn sort(catalogue: &Catalogue, name_ranks: &[u32], query: &Query, hits: &mut [Hit]) {
    let entry = |hit: &Hit| catalogue.entry(hit.entry);
    match query.sort {
        Sort::Relevance => {
            let words = Words::of(&query.text);
            if !words.is_empty() {
                hits.sort_by_cached_key(|hit| (Reverse(hit.score + name_boost(entry(hit), &words)), hit.entry));
            }
        }
        Sort::Name => hits.sort_by_key(|hit| name_ranks[hit.entry.rank()]),
        Sort::Updated => hits.sort_by_key(|hit| Reverse(entry(hit).updated)),
        Sort::Maturity => hits.sort_by_key(|hit| Reverse(maturity(entry(hit)))),
        Sort::Needs => hits.sort_by_key(|hit| Reverse(entry(hit).needs.len())),
    }
}

/// The sum of the stages, unknown ones counting for nothing.
fn maturity(entry: &Entry) -> u32 {
    entry.maturity.iter().filter_map(|axis| axis.stage).map(|stage| stage as u32 + 1).sum()
}

/// Names equal to the query come before names that only start with it, and these before others.
fn name_boost(entry: &Entry, words: &Words) -> u32 {
    let boost = |name: &str| {
        let name = Words::of(name);
        let pairs = name.iter().zip(words.iter()).take_while(|(a, b)| a == b).count();
        if pairs == words.iter().len() && pairs == name.iter().len() {
            1000
        } else if pairs + 1 >= words.iter().len()
            && name.iter().len() >= words.iter().len()
            && words.iter().zip(name.iter()).all(|(word, term)| term.starts_with(word))
        {
            100
        } else {
            0
        }
    };
    let names = std::iter::once(entry.name.as_str()).chain(entry.aliases.iter().map(String::as_str));
    names.map(boost).max().unwrap_or(0)
}
