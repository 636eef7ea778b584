//! Any catalogue is read, indexed and searched. Input that is no catalogue is taken as the names of
//! entries, one a line, the last line being what is searched.
#![no_main]

use std::sync::Arc;

use catalogue::read;
use search::query::{Query, Scope};
use search::Index;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let last = input.lines().last().unwrap_or_default();
    let catalogue = read(input).unwrap_or_else(|_| {
        let entry = |(rank, line): (usize, &str)| {
            serde_json::json!({"id": format!("e{rank}"), "kind": "commun", "name": line, "summary": line})
        };
        let entries: Vec<_> = input.lines().enumerate().map(entry).collect();
        let synonyms: Vec<_> = input.lines().take(2).collect();
        read(&serde_json::json!({"format": 1, "synonyms": [synonyms], "entries": entries}).to_string())
            .expect("what serde_json writes is JSON")
    });
    let index = Index::new(Arc::new(catalogue.catalogue));
    let query = Query::default().with_scope(Scope::All).with_text(last);
    let results = index.search(&query);
    assert_eq!(results.count, results.hits.len());
    for hit in results.hits.iter().take(20) {
        let name = index.catalogue().entry(hit.entry).name.as_str();
        let marks = index.highlight(name, &results.reading);
        assert!(marks.is_sorted_by_key(|range| range.start) && marks.iter().all(|range| name.get(range.clone()).is_some()));
        let _ = index.explain(hit.entry, &results.reading);
    }
    let _ = index.unknown_words(&results.reading);
    let _ = index.rescues(&query);
});
