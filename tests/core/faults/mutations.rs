//! Whatever is written in the file, nothing panics; whatever is written in one entry, the others
//! are there.

use proptest::prelude::*;
use proptest::sample::{Index as Pick, select};
use search::Index;
use search::query::{Query, Scope};
use serde_json::{Value, json};
use std::sync::Arc;

use super::places;
use crate::support::{REAL_JSON, assert_sound, real_entries};

/// Any JSON value, made of pieces that the format knows more often than chance would.
fn values() -> impl Strategy<Value = Value> {
    let word = select(&[
        "",
        "jardin",
        "mobilite",
        "openstreetmap",
        "vikidia",
        "oui",
        "site",
        "2023-02",
        "https://a.fr",
        "javascript:alert(1)",
        "<script>",
        "a\u{0}b",
        "\u{202e}",
        "e\u{301}",
        "commun",
        "fr",
        "id",
        "tag",
        "text",
        "entry",
        "name",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word.clone().prop_map(Value::from),
        ".{0,20}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((word.clone(), inner), 0..4)
                .prop_map(|fields| fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()),
        ]
    })
}

/// The content with one value below `root` replaced.
fn mutated(root: &str, pick: &Pick, value: Value) -> String {
    let found = places(REAL_JSON.pointer(root).expect("the place is in the content"));
    let mut whole = REAL_JSON.clone();
    let (place, _) = pick.get(&found);
    *whole.pointer_mut(&format!("{root}{place}")).expect("the place is in the content") = value;
    whole.to_string()
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(_) | Value::Number(_) => false,
        Value::String(text) => text.trim_matches(|c: char| c.is_whitespace() || c.is_control()).is_empty(),
        Value::Array(items) => items.iter().all(says_nothing),
        Value::Object(fields) => fields.values().all(says_nothing),
    }
}

proptest! {
    // Each case reads the whole content: fewer cases than usual keep the run within seconds.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn one_bad_entry_costs_at_most_itself(entry: Pick, pick: Pick, value in values()) {
        let count = real_entries().len();
        let entry = entry.index(count);
        let json = mutated(&format!("/entries/{entry}"), &pick, value);
        let spoiled: Value = serde_json::from_str(&json).expect("the file is JSON");
        // An entry that says nothing is none.
        let there = count - usize::from(says_nothing(&spoiled["entries"][entry]));
        let loaded = catalogue::read(&json).expect("the file is an object");
        assert_sound(&loaded.catalogue);
        let kept = loaded.catalogue.entries().len();
        prop_assert!(kept + 1 >= count, "{} entries are kept", kept);
        prop_assert_eq!(kept + loaded.entries_left_out(), there, "an entry that is not there is told");
    }

    #[test]
    fn nothing_in_the_file_breaks_the_site(pick: Pick, value in values()) {
        let Ok(loaded) = catalogue::read(&mutated("", &pick, value.clone())) else {
            prop_assert!(!value.is_object(), "an object is a catalogue, if an empty one");
            return Ok(());
        };
        assert_sound(&loaded.catalogue);
        let index = Index::new(Arc::new(loaded.catalogue));
        let results = index.search(&Query::default().with_text("donnees").with_scope(Scope::All));
        prop_assert!(results.hits.len() <= results.total);
    }
}

#[test]
fn mutations_reach_every_part_of_an_entry() {
    let value = json!({"a": [1, {"b": 2}]});
    let found: Vec<String> = places(&value).into_iter().map(|(place, _)| place).collect();
    assert_eq!(found, ["", "/a", "/a/0", "/a/1", "/a/1/b"]);
}
