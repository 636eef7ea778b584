//! Judged queries: whether what people look for comes first.

use std::path::Path;
use std::sync::Arc;

use communs::catalogue::read;
use communs::query::{Query, Scope};
use communs::search::Index;
use serde_json::Value;

use crate::support::{root, string};

/// How well one half of a list is answered, in parts of one.
#[derive(Debug, Default)]
struct Measures {
    queries: usize,
    /// The first hit is relevant.
    success_at_1: f64,
    /// One of the first five is.
    success_at_5: f64,
    /// The mean of the inverse rank of the first relevant one, among ten.
    mrr_at_10: f64,
}

/// Measures one half of a list; prints what is not first.
fn measure(list: &str, half: &str) -> Measures {
    let text = |path: &str| std::fs::read_to_string(root().join(path)).expect("the file is in the repository");
    let list: Value = serde_json::from_str(&text(list)).expect("a list of queries is JSON");
    let corpus = read(&text(string(&list, "corpus"))).expect("a corpus is a catalogue").catalogue;
    let index = Index::new(Arc::new(corpus));
    let mut measures = Measures::default();
    let queries = list["queries"].as_array().expect("a list has queries");
    for query in queries.iter().filter(|query| string(query, "half") == half) {
        let asked = Query::default().with_scope(Scope::All).with_text(string(query, "text"));
        let hits = index.top(&asked, 10).hits;
        let ids: Vec<&str> = hits.iter().map(|hit| index.catalogue().entry(hit.entry).id.as_str()).collect();
        let relevant: Vec<&str> =
            query["relevant"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        for id in &relevant {
            assert!(index.catalogue().find(id).is_some(), "{id} is an entry of the corpus");
        }
        let rank = ids.iter().position(|id| relevant.contains(id));
        measures.queries += 1;
        measures.success_at_1 += f64::from(u8::from(rank == Some(0)));
        measures.success_at_5 += f64::from(u8::from(rank.is_some_and(|rank| rank < 5)));
        measures.mrr_at_10 += rank.map_or(0.0, |rank| 1.0 / (rank + 1) as f64);
        if rank != Some(0) {
            let place = rank.map_or("no".to_owned(), |rank| format!("{}", rank + 1));
            println!(
                "{place:>2} {} « {} » {relevant:?}: {:?}",
                string(query, "family"),
                string(query, "text"),
                &ids[..ids.len().min(4)]
            );
        }
    }
    let queries = measures.queries as f64;
    measures.success_at_1 /= queries;
    measures.success_at_5 /= queries;
    measures.mrr_at_10 /= queries;
    println!("{half}: {measures:.3?}");
    measures
}

/// Fails unless a half is answered at least so well.
fn check(list: &str, half: &str, [success_at_1, success_at_5, mrr_at_10]: [f64; 3]) {
    let measures = measure(&Path::new("benches/relevance").join(list).to_string_lossy(), half);
    assert!(measures.queries >= 50, "{measures:?}");
    assert!(measures.success_at_1 >= success_at_1, "{list}, {half}: {measures:?}");
    assert!(measures.success_at_5 >= success_at_5, "{list}, {half}: {measures:?}");
    assert!(measures.mrr_at_10 >= mrr_at_10, "{list}, {half}: {measures:?}");
}

#[test]
fn everyday_queries_are_answered_first() {
    check("communs.json", "everyday", [0.85, 0.97, 0.90]);
    check("services.json", "everyday", [0.85, 0.97, 0.90]);
}

#[test]
fn hard_queries_are_answered_first() {
    check("communs.json", "hard", [0.75, 0.92, 0.82]);
    check("services.json", "hard", [0.75, 0.92, 0.82]);
}
