//! Queries made of the words of the content, cut and mangled as people type them.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use proptest::sample::{Index as Pick, select};
use search::Index;
use search::query::{Query, Scope};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use super::oracle::Ask;
use super::{INDEX, ORACLE, agree};
use crate::support::{REAL, REAL_JSON, real_entries, strings};

/// For each entry, its words as written, with their apostrophes and punctuation.
static WRITTEN: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let words = |entry: &Value| {
        let mut found = Vec::new();
        for key in ["name", "aliases", "summary", "description", "needs", "links", "keywords"] {
            strings(key, &entry[key], &mut |_, text| found.extend(text.split_whitespace().map(str::to_owned)));
        }
        found
    };
    real_entries().iter().map(words).collect()
});

/// A word as someone may type it.
fn mangled(word: &str, how: u8) -> String {
    let plain = |word: &str| word.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect::<String>();
    match how {
        0 => word.to_uppercase(),
        1 => plain(word),
        2 => plain(word).to_uppercase(),
        3 => word.nfd().collect(),
        4 => word.replace('’', "'"),
        5 => word.replace('œ', "oe").replace('-', " "),
        6 => format!("l’{word}"),
        7 => format!("{word}s"),
        _ => word.to_owned(),
    }
}

prop_compose! {
    fn typed(entry: usize)(
        picks in proptest::collection::vec((any::<Pick>(), 0..12_u8), 0..4),
        stray in proptest::option::weighted(0.15, (0..251_usize, any::<Pick>())),
        cut in proptest::option::of(1..6_usize),
        space in select(&[" ", "  ", "-", ", ", "\u{a0}"]),
        after in select(&["", "", "", " ", "…"]),
    ) -> String {
        let mut words: Vec<String> = picks.iter().map(|(pick, how)| mangled(pick.get::<String>(&WRITTEN[entry]), *how)).collect();
        words.extend(stray.map(|(other, pick)| pick.get::<String>(&WRITTEN[other]).clone()));
        if let (Some(cut), Some(last)) = (cut, words.last_mut()) {
            *last = last.chars().take(cut).collect();
        }
        words.join(space) + after
    }
}

prop_compose! {
    fn asks()(entry in 0..251_usize)(
        text in typed(entry),
        scope in prop_oneof![Just("tout"), Just("commun"), select(&["programme", "organisation", "ressource", "evenement", "contribution", "definition"])],
        picks in proptest::collection::vec(any::<Pick>(), 0..4),
        entry in Just(entry),
    ) -> Ask {
        let offered = ORACLE.filters(entry);
        let filters = picks.iter().map(|pick| pick.get(&offered).clone()).collect();
        Ask { text, scope: scope.to_owned(), filters }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_index_finds_and_counts_as_a_scan_does(ask in asks()) {
        agree(&ask);
    }

    #[test]
    fn what_counts_alone_counts_the_same(ask in asks()) {
        let query = super::query(&ask);
        prop_assert_eq!(INDEX.counts(&query), INDEX.top(&query.with_text(""), 0));
    }

    #[test]
    fn any_text_is_answered(text in ".{0,40}") {
        // Letters beyond those of the content are reduced by the index alone, and match nothing either way.
        super::found(&text);
    }
}

#[test]
fn every_word_of_the_content_is_found_where_it_stands() {
    let all = ORACLE.words();
    assert!(all.len() > 1500, "{} words", all.len());
    for word in all {
        super::answering(word);
    }
}

#[test]
fn generated_queries_find_something_often_and_nothing_sometimes() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut counts = Vec::new();
    for _ in 0..200 {
        let ask = asks().new_tree(&mut runner).expect("asks can always be made").current();
        counts.push(agree(&ask));
    }
    let none = counts.iter().filter(|count| **count == 0).count();
    let some = counts.iter().filter(|count| (1..=100).contains(*count)).count();
    assert!(none > 20 && some > 40, "{none} without a result, {some} with a few");
}

#[test]
fn words_are_those_of_a_catalogue_without_its_details() {
    let mut json = REAL_JSON.clone();
    for entry in json["entries"].as_array_mut().expect("the content has entries") {
        let entry = entry.as_object_mut().expect("entries are objects");
        catalogue::DETAILS.iter().for_each(|key| drop(entry.remove(*key)));
    }
    let list = catalogue::read(&json.to_string()).expect("the content is JSON").catalogue;
    let shared = Index::without_words(Arc::new(REAL.catalogue.clone()));
    shared.share_words(&Index::new(Arc::new(list)));
    assert!(shared.has_words());
    for text in ["adresse", "données", "transition écologique", "code source", "2024", "github", "beta.gouv"] {
        let query = Query::of(Scope::All).with_text(text);
        assert_eq!(shared.search(&query), INDEX.search(&query), "{text}");
    }
}
