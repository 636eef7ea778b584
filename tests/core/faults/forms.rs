//! What forms, spreadsheets and scripts save, in every field of the format: emptiness is absence, one choice
//! is a list of one, a number is a word, and what is wrong costs itself alone.
//!
//! The fields are those of the schema: one that is added is tried without a line here.

use std::collections::BTreeMap;

use catalogue::{Loaded, Severity};
use serde_json::{Value, json};

use super::{ids, line, places};
use crate::support::{assert_sound, fixture};

/// A catalogue whose first entry, and whatever else, says everything that can be said.
fn full() -> Value {
    serde_json::from_str(&fixture("full.json")).expect("the fixture is JSON")
}

fn read(file: &Value) -> Loaded {
    let loaded = catalogue::read(&file.to_string()).expect("the file is a JSON object");
    assert_sound(&loaded.catalogue);
    loaded
}

/// What was read and what was told, to be compared.
fn told_and_read(file: &Value) -> (Vec<String>, String) {
    let loaded = read(file);
    (loaded.diagnostics.iter().map(line).collect(), format!("{:?}", loaded.catalogue))
}

fn with(file: &Value, place: &str, value: Value) -> Value {
    let mut file = file.clone();
    *file.pointer_mut(place).expect("the place is in the fixture") = value;
    file
}

fn without(file: &Value, place: &str) -> Value {
    let mut file = file.clone();
    let (parent, key) = place.rsplit_once('/').expect("a pointer starts with a slash");
    match file.pointer_mut(parent).expect("the place is in the fixture") {
        Value::Object(fields) => _ = fields.remove(key),
        Value::Array(items) => _ = items.remove(key.parse().expect("a list has ranks")),
        other => panic!("{other} has no parts"),
    }
    file
}

/// The keys of every object of the schema that a value has not.
fn lacking(schema: &Value, of: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let of = of["$ref"].as_str().map_or(of, |name| schema.pointer(&name[1..]).expect("the schema has its types"));
    if let Some(choices) = of["anyOf"].as_array() {
        return lacking(schema, &choices[0], value, at, found);
    }
    for (key, property) in of["properties"].as_object().into_iter().flatten() {
        match value.get(key) {
            Some(value) => lacking(schema, property, value, &format!("{at}/{key}"), found),
            None => found.push(format!("{at}/{key}")),
        }
    }
    if let Some(items) = value.as_array() {
        assert!(items.len() > 1, "{at} has two items, so that one can be spoiled");
        lacking(schema, &of["items"], &items[0], &format!("{at}/0"), found);
    }
}

#[test]
fn the_fixture_fills_every_field_of_the_format() {
    let schema: Value = serde_json::from_str(&crate::support::text_of("public/catalogue.schema.json")).expect("JSON");
    let mut found = Vec::new();
    lacking(&schema, &schema, &full(), "", &mut found);
    assert_eq!(found, ["/details"], "it leaves nothing to a second file");
    assert_eq!(read(&full()).diagnostics, []);
}

#[test]
fn emptiness_is_absence_wherever_it_stands() {
    let empties = [
        json!(null),
        json!(""),
        json!(" \u{a0}\n\u{200b}"),
        json!([]),
        json!({}),
        json!([""]),
        json!([null, {}]),
        json!([[" "]]),
        json!({"fr": ""}),
        json!({"id": "", "url": null, "text": []}),
    ];
    let full = full();
    for (place, _) in places(&full).into_iter().skip(1) {
        let absent = told_and_read(&without(&full, &place));
        for empty in &empties {
            assert_eq!(told_and_read(&with(&full, &place, empty.clone())), absent, "{place}: {empty}");
        }
    }
}

#[test]
fn one_choice_is_a_list_of_one() {
    let full = full();
    let mut seen = 0;
    for (place, value) in places(&full) {
        let Some(one) = value.get(0).filter(|one| !one.is_array()) else { continue };
        // A word outside any group of synonyms says nothing.
        if place.starts_with("/synonyms/") {
            continue;
        }
        seen += 1;
        let listed = read(&with(&full, &place, json!([one])));
        let alone = read(&with(&full, &place, one.clone()));
        assert_eq!(format!("{:?}", alone.catalogue), format!("{:?}", listed.catalogue), "{place}");
        assert_eq!(alone.diagnostics.len(), listed.diagnostics.len(), "{place}");
    }
    assert!(seen > 60, "{seen} lists");
}

#[test]
fn a_number_is_a_word_and_a_word_a_number() {
    let full = full();
    for (place, value) in places(&full) {
        let pairs = match value {
            Value::String(_) => {
                vec![(json!(2024), json!("2024")), (json!(2024.0), json!("2024")), (json!(2.75), json!("2.75"))]
            }
            Value::Number(number) => {
                vec![(json!(number.to_string()), json!(number)), (json!(" 3 "), json!(3)), (json!(3.0), json!(3))]
            }
            _ => continue,
        };
        for (one, other) in pairs {
            assert_eq!(
                told_and_read(&with(&full, &place, one.clone())),
                told_and_read(&with(&full, &place, other)),
                "{place}: {one}"
            );
        }
    }
}

#[test]
fn blanks_around_a_value_are_not_of_it() {
    let full = full();
    let expected = told_and_read(&full);
    for (place, value) in places(&full) {
        if let Value::String(text) = value {
            let blank = with(&full, &place, json!(format!("\u{feff} \u{a0}{text}\t\n")));
            assert_eq!(told_and_read(&blank), expected, "{place}");
        }
    }
}

/// The fields of the first entry as text.
fn fields(loaded: &Loaded) -> BTreeMap<String, String> {
    let (_, entry) = loaded.catalogue.entries().next().expect("the first entry stays");
    let mut fields = BTreeMap::new();
    let mut key = String::new();
    for line in format!("{entry:#?}").lines().skip(1) {
        if let Some((name, value)) = line
            .strip_prefix("    ")
            .filter(|line| !line.starts_with([' ', '}', ']', ')']))
            .and_then(|line| line.split_once(": "))
        {
            key = name.to_owned();
            fields.insert(key.clone(), value.to_owned());
        } else if let Some(field) = fields.get_mut(&key) {
            field.push_str(line);
        }
    }
    fields
}

#[test]
fn what_is_wrong_in_a_field_costs_that_field_alone_and_is_told() {
    let nonsense = [
        json!(true),
        json!(7),
        json!(0.123_456_789),
        json!("rien de tel"),
        json!([["x"]]),
        json!({"rien": 1}),
        json!([{"rien": {"de": "tel"}}, true]),
        json!("javascript:alert(1)"),
    ];
    let full = full();
    let whole = fields(&read(&full));
    assert!(whole.len() > 48, "{} fields", whole.len());
    let mut seen = 0;
    for (place, _) in places(&full["entries"][0]).into_iter().skip(1) {
        let written = place.split('/').nth(1).unwrap_or_default();
        // One licence alone joins the list.
        let key = if written == "licence" { "licences" } else { written };
        if ["id", "kind", "name"].contains(&key) {
            continue;
        }
        let place = format!("/entries/0{place}");
        let lost = fields(&read(&without(&full, &place)));
        for value in &nonsense {
            seen += 1;
            let loaded = read(&with(&full, &place, value.clone()));
            assert_eq!(ids(&loaded), ["four", "puits", "semis"], "{place}: {value}");
            let mut left = fields(&loaded);
            for problem in &loaded.diagnostics {
                assert_eq!(problem.severity, Severity::Ignored, "{place}: {value}");
                assert!(
                    problem.path.starts_with(&format!("entries[0].{written}")),
                    "{place}: {value}: {}",
                    problem.path
                );
            }
            assert!(left[key] != lost[key] || !loaded.diagnostics.is_empty(), "{place}: {value} is lost in silence");
            // The other items of its list stay.
            if let Some(rest) = place.strip_prefix(&format!("/entries/0/{key}/0")) {
                let other = fields(&read(&without(&full, &format!("/entries/0/{key}/0"))));
                let other = other[key].trim_start_matches('[').trim_end_matches("    ],");
                assert!(left[key].contains(other.trim()), "{key}{rest}: {value}: {other} in {}", left[key]);
            }
            left.insert(key.to_owned(), whole[key].clone());
            assert_eq!(left, whole, "{place}: {value}");
        }
    }
    assert!(seen > 1000, "{seen} values");
}

#[test]
fn what_is_wrong_around_the_entries_loses_none() {
    let full = full();
    let around = places(&full).into_iter().skip(1).filter(|(place, _)| !place.starts_with("/entries"));
    for (place, _) in around {
        for value in [json!(true), json!(7), json!("rien de tel"), json!([[1], {"rien": 1}]), json!({"rien": 1})] {
            let loaded = read(&with(&full, &place, value.clone()));
            assert_eq!(ids(&loaded), ["four", "puits", "semis"], "{place}: {value}");
        }
    }
}
