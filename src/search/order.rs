//! The orders of results. Each ends in the order of the data, so that ties are stable.

use super::highlight::Words;
use super::results::Hit;
use super::tokenizer::tokens;
use crate::catalogue::{Catalogue, Entry, PartialDate};
use crate::letters::{makes_words, reduced};
use crate::query::{Query, Sort};
use crate::sorting::{sorted_by_key, sorted_ranks};

/// For each entry, its rank by name: by letters first, then by accents and case, as French sorts.
pub(super) fn name_ranks(catalogue: &Catalogue) -> Vec<u32> {
    let names: Vec<(String, &str)> =
        catalogue.entries().map(|(_, entry)| (sort_key(entry.name.as_str()), entry.name.as_str())).collect();
    let mut ranks = vec![0; names.len()];
    for (rank, entry) in (0..).zip(sorted_ranks(names.len(), &|a, b| names[a].cmp(&names[b]))) {
        ranks[entry] = rank;
    }
    ranks
}

/// Letters and digits only, reduced; a leading article does not count.
fn sort_key(name: &str) -> String {
    let reduced: String = reduced(name).chars().map(|c| if makes_words(c) { c } else { ' ' }).collect();
    let mut words: Vec<&str> = reduced.split_whitespace().collect();
    if words.len() > 1 && matches!(words[0], "le" | "la" | "les" | "l") {
        words.remove(0);
    }
    words.join(" ")
}

/// Sorts hits, given in the order of the data, as the query asks.
pub(super) fn sort(catalogue: &Catalogue, name_ranks: &[u32], query: &Query, hits: &[Hit]) -> Vec<Hit> {
    let words = Words::of(&query.text);
    sorted_by_key(hits, |hit| {
        let entry = catalogue.entry(hit.entry);
        match query.sort {
            Sort::Relevance => u32::MAX - hit.score - name_boost(entry, &words),
            Sort::Name => name_ranks[hit.entry.rank()],
            Sort::Updated => u32::MAX - entry.updated.map_or(0, day_number),
            Sort::Maturity => u32::MAX - maturity(entry),
            Sort::Needs => u32::MAX - u32::try_from(entry.needs.len()).unwrap_or(u32::MAX),
        }
    })
}

/// A number that grows with a date; a date without day or month comes before those of its year.
fn day_number(date: PartialDate) -> u32 {
    (u32::from(date.year) * 13 + date.month.map_or(0, u32::from)) * 32 + date.day.map_or(0, u32::from)
}

/// The sum of the stages, unknown ones counting for nothing.
fn maturity(entry: &Entry) -> u32 {
    entry.maturity.iter().filter_map(|axis| axis.stage).map(|stage| stage as u32 + 1).sum()
}

/// Names equal to the query come before names that only start with it, and these before others.
fn name_boost(entry: &Entry, words: &Words) -> u32 {
    if words.is_empty() {
        return 0;
    }
    let boost = |name: &str| {
        // Not `Words`, which would move a word said twice to the end.
        let name: Vec<String> = tokens(name).map(|token| token.term).collect();
        let pairs = name.iter().zip(words.iter()).take_while(|(a, b)| a == b).count();
        if pairs == words.iter().len() && pairs == name.len() {
            1000
        } else if pairs + 1 >= words.iter().len()
            && name.len() >= words.iter().len()
            && words.iter().zip(&name).all(|(word, term)| term.starts_with(word))
        {
            100
        } else {
            0
        }
    };
    let names = std::iter::once(entry.name.as_str()).chain(entry.aliases.iter().map(String::as_str));
    names.map(boost).max().unwrap_or(0)
}
