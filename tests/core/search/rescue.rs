//! The ways out of a search without result.

use std::cmp::Reverse;

use catalogue::Kind;
use search::Criterion;
use search::query::Query;

use super::oracle::Ask;
use super::{INDEX, ORACLE, answering, of_format};
use crate::support::REAL;

/// The query as the oracle is asked it.
fn ask(query: &Query) -> Ask {
    Ask {
        text: query.text.clone(),
        scope: query.scope.word().to_owned(),
        filters: query.filters().map(|(parameter, value)| (of_format(parameter), value.to_owned())).collect(),
    }
}

/// Fails unless giving up these criteria is offered in this order, that of what each gives back; an oracle
/// says how much that is.
fn check(url: &str, expected: &[&str]) {
    let (query, _) = Query::parse(url, Kind::OF_FORMAT);
    let rescues = INDEX.rescues(&query);
    let written = rescues.iter().map(|rescue| match &rescue.criterion {
        Criterion::Word(word) => format!("word {word}"),
        Criterion::Text(text) => format!("text {text}"),
        Criterion::Facet(facet, values) => format!("{} {}", facet.row(&REAL.catalogue).parameter(), values.join(",")),
    });
    assert_eq!(written.collect::<Vec<_>>(), expected, "{url}");
    assert!(rescues.is_sorted_by_key(|rescue| Reverse(rescue.count)), "{url}");
    for rescue in &rescues {
        let hits = INDEX.search(&rescue.query).hits;
        assert_eq!(
            rescue.count,
            ORACLE.answer(&ask(&rescue.query), &answering(&rescue.query.text)).hits.len(),
            "the scan finds as many"
        );
        assert!(
            hits.iter().map(|hit| hit.entry).take(3).eq(rescue.examples.iter().copied()),
            "the first hits are shown"
        );
        assert_eq!((&rescue.query.sort, rescue.query.view, rescue.query.scope), (&query.sort, query.view, query.scope));
    }
}

#[test]
fn each_criterion_can_be_given_up() {
    check("q=velo+zzz&theme=energie", &["text velo zzz", "theme energie", "word velo", "word zzz"]);
    check("q=zzz&theme=energie,mobilite&vue=tableau", &["text zzz", "theme energie,mobilite"]);
    check("q=mobilit%C3%A9+zzz&type=tout&tri=nom", &["text mobilité zzz", "word zzz", "word mobilité"]);
    check("theme=energie&administration=oui", &["theme energie", "administration oui"]);
}

#[test]
fn a_lone_criterion_has_no_way_out_but_all() {
    check("q=zzz", &[]);
    check("theme=energie", &[]);
    check("", &[]);
}
