//! A catalogue published in two files says what it says in one, and its lists find the same without the second.

use std::sync::Arc;

use catalogue::{DETAILS, Loaded, complete, parse, read_parsed};
use search::Index;
use search::query::Query;
use source::{Source, divided};

use crate::support::{real_entries, root, text_of};

/// The catalogue of a file: whole, as lists, and as lists completed by the details.
fn read_three_times(file: &str) -> [Loaded; 3] {
    let whole = text_of(file);
    let source = Source::open(&root().join(file)).expect("the file reads");
    let [list, details] = divided(&source).expect("its entries have details");
    let read = |text: &str, details: Option<&str>| {
        let mut tree = parse(text).expect("it is JSON");
        if let Some(details) = details {
            complete(&mut tree, parse(details).expect("it is JSON"));
        }
        read_parsed(text, tree).expect("it is a catalogue")
    };
    [read(&whole, None), read(&list, None), read(&list, Some(&details))]
}

#[test]
fn nothing_is_lost_between_the_two_files() {
    for file in ["public/catalogue.json", "tests/fixtures/full.json"] {
        let [whole, list, completed] = read_three_times(file);
        assert_eq!(
            [&whole, &list, &completed].map(|loaded| loaded.catalogue.lacks_details),
            [false, true, false],
            "{file}"
        );
        assert_eq!(completed.diagnostics.len(), whole.diagnostics.len(), "{file}: the same is told");
        assert_eq!(list.diagnostics.len(), whole.diagnostics.len(), "{file}: nothing is told of what comes later");
        for ((_, entry), (_, same)) in whole.catalogue.entries().zip(completed.catalogue.entries()) {
            assert_eq!(format!("{entry:?}"), format!("{same:?}"), "{file}");
        }
        assert!(list.catalogue.entries().all(|(_, entry)| entry.sources.is_empty() && entry.dates.is_empty()));
    }
}

#[test]
fn lists_find_the_same_without_details() {
    let [whole, list, _] = read_three_times("public/catalogue.json").map(|loaded| Arc::new(loaded.catalogue));
    let mut words: Vec<String> = Vec::new();
    for entry in real_entries() {
        for text in DETAILS.map(|key| entry[key].to_string()) {
            words.extend(text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 3).map(str::to_owned));
        }
    }
    words.sort();
    words.dedup();
    assert!(words.len() > 500, "details have words");
    let [whole, list] = [whole, list].map(Index::new);
    let mut found = 0;
    for word in words.iter().step_by(7) {
        let query = Query::default().with_text(word);
        let [in_whole, in_list] = [&whole, &list].map(|index| format!("{:?}", index.search(&query).hits));
        found += usize::from(in_whole.contains("EntryIndex"));
        assert_eq!(in_whole, in_list, "{word}");
    }
    assert!(found > 50, "some of these words are found elsewhere");
}

#[test]
fn details_find_their_entry_in_any_order() {
    let read = |entries: &str, details: &str| {
        let mut list = parse(&format!(r#"{{"format": 1, "entries": [{entries}]}}"#)).expect("it is JSON");
        complete(&mut list, parse(&format!(r#"{{"entries": [{details}]}}"#)).expect("it is JSON"));
        list.to_string()
    };
    let entries = r#"{"id": "b"}, {"id": "a", "dates": [1]}, {"id": 7}, {"id": "b"}, {"id": "d"}"#;
    let details = r#"{"id": "c", "dates": [2]}, {"id": "a", "dates": [3], "metrics": [4]}, {"id": "b", "dates": [5]},
        {"id": "7", "dates": [6]}, {"id": "b", "dates": [7]}"#;
    // Of two that have the same id, the last one counts, for the first entry of that id; what an entry has stays.
    let expected =
        r#"{"id":"b","dates":[7]},{"id":"a","dates":[1],"metrics":[4]},{"id":7,"dates":[6]},{"id":"b"},{"id":"d"}"#;
    assert_eq!(read(entries, details), format!(r#"{{"format":1,"entries":[{expected}]}}"#));
}
