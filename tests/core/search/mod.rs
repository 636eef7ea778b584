//! The search, against a naive scan of the JSON and by hand.

mod examples;
mod explanations;
mod host_fields;
mod names;
mod oracle;
mod order;
mod properties;
mod rescue;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use catalogue::Kind;
use search::facet::FACETS;
use search::query::{Query, Scope};
use search::{Index, Results};

use crate::support::{REAL, REAL_JSON};
use oracle::{Answer, Ask, Oracle};

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(Arc::new(REAL.catalogue.clone())));
static ORACLE: LazyLock<Oracle> = LazyLock::new(|| Oracle::new(&REAL_JSON));

/// The search of a query given as its URL.
fn search(url: &str) -> Results {
    let (query, bad) = Query::parse(url, Kind::OF_FORMAT);
    assert_eq!(bad, [], "{url}");
    INDEX.search(&query)
}

/// The ids of the hits, in order.
fn ids(results: &Results) -> Vec<&'static str> {
    results.hits.iter().map(|hit| REAL.catalogue.entry(hit.entry).id.as_str()).collect()
}

/// The ids found in all entries by a text alone, in order.
fn found(text: &str) -> Vec<&'static str> {
    ids(&INDEX.search(&Query::of(Scope::All).with_text(text)))
}

/// The query that asks the same of the index.
fn query(ask: &Ask) -> Query {
    let scope = Scope::parse(&ask.scope, Kind::OF_FORMAT).expect("the oracle asks for known scopes");
    let query = Query::of(scope).with_text(&ask.text);
    ask.filters.iter().fold(query, |query, (parameter, word)| {
        let facet = FACETS.iter().find(|row| row.parameter == *parameter).expect("the oracle asks for known facets");
        query.with(facet.facet, word)
    })
}

/// The results in the words of the oracle.
fn answer(results: &Results) -> Answer {
    let values = |rank: usize| -> BTreeMap<String, (usize, bool)> {
        let values = results.facets[rank].values.iter();
        values
            .map(|value| {
                (FACETS[rank].facet.row().word(&REAL.catalogue, value.code).into_owned(), (value.count, value.chosen))
            })
            .collect()
    };
    let hits = ids(results);
    let distinct: BTreeSet<String> = hits.iter().map(|id| (*id).to_owned()).collect();
    assert_eq!(distinct.len(), hits.len(), "a hit is given once");
    Answer {
        hits: distinct,
        total: results.total,
        scopes: Scope::shown(&REAL.catalogue).map(|scope| (scope.word(), results.in_scope(scope))).collect(),
        facets: FACETS.iter().enumerate().map(|(rank, row)| (row.parameter, values(rank))).collect(),
        unknown: results.unknown_values.iter().map(|(facet, word)| (of_format(facet), word.clone())).collect(),
    }
}

/// A parameter, as the table of facets of the format has it.
fn of_format(parameter: &str) -> &'static str {
    FACETS.iter().find(|row| row.parameter == parameter).expect("the format has this facet").parameter
}

/// The entries that answer a text alone; fails unless those that hold all of its words are there.
fn answering(text: &str) -> BTreeSet<String> {
    let found: BTreeSet<String> = found(text).into_iter().map(str::to_owned).collect();
    for id in ORACLE.holding(text) {
        assert!(found.contains(id), "{id} holds all of « {text} »");
    }
    found
}

/// Fails unless every entry that holds the text is found, and filters and counts are those of a
/// scan of what is found; gives the number of hits.
fn agree(ask: &Ask) -> usize {
    let results = INDEX.search(&query(ask));
    let (found, expected) = (answer(&results), ORACLE.answer(ask, &answering(&ask.text)));
    assert_eq!(found, expected, "{ask:?}");
    assert_eq!(results.count, results.hits.len(), "{ask:?}");
    let first = INDEX.top(&query(ask), 3);
    assert_eq!(first.hits, results.hits[..first.hits.len()], "the first hits do not depend on how many are asked for");
    results.hits.len()
}
