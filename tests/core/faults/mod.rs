//! Faulty files: what is told of each fault, and what still works.

mod changes;
mod entries;
mod files;
mod forms;
mod host;
mod kinds;
mod mutations;
mod reserved;
mod told;
mod values;
mod warnings;
mod whole;

use catalogue::{Diagnostic, Loaded, Severity};
use serde_json::{Map, Value};

use crate::support::{assert_sound, fixture};

/// A small sound catalogue, to be spoiled.
#[derive(Clone)]
struct Data(Value);

impl Data {
    fn small() -> Self {
        Self(serde_json::from_str(&fixture("small.json")).expect("the fixture is JSON"))
    }

    /// Puts a value at a place of the file; objects grow a key, other places must be there.
    fn set(mut self, pointer: &str, value: impl Into<Value>) -> Self {
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer starts with a slash");
        let parent = self.0.pointer_mut(parent).unwrap_or_else(|| panic!("{parent} is in the fixture"));
        match parent {
            Value::Object(fields) => _ = fields.insert(key.to_owned(), value.into()),
            Value::Array(items) if key == "-" => items.push(value.into()),
            other => other[key.parse::<usize>().expect("a list has ranks")] = value.into(),
        }
        self
    }

    /// Takes a key of an object away.
    fn cut(mut self, pointer: &str) -> Self {
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer starts with a slash");
        let fields = self.0.pointer_mut(parent).and_then(Value::as_object_mut);
        assert!(
            fields.and_then(|fields: &mut Map<String, Value>| fields.remove(key)).is_some(),
            "{pointer} is in the fixture"
        );
        self
    }
}

/// Every place of a value, from the outside in, each with what stands there.
fn places(value: &Value) -> Vec<(String, &Value)> {
    let mut found = vec![(String::new(), value)];
    let mut rank = 0;
    while let Some((at, value)) = found.get(rank).cloned() {
        match value {
            Value::Array(items) => {
                found.extend(items.iter().enumerate().map(|(rank, item)| (format!("{at}/{rank}"), item)));
            }
            Value::Object(fields) => found.extend(fields.iter().map(|(key, field)| (format!("{at}/{key}"), field))),
            _ => {}
        }
        rank += 1;
    }
    found
}

/// Fails unless exactly these problems are told, in this order; gives what could be read.
fn check(data: &Data, expected: &[&str]) -> Loaded {
    check_text(&data.0.to_string(), expected)
}

fn check_text(json: &str, expected: &[&str]) -> Loaded {
    let loaded = catalogue::read(json).expect("the file is a JSON object");
    let found: Vec<String> = loaded.diagnostics.iter().map(line).collect();
    assert_eq!(found, expected);
    assert_sound(&loaded.catalogue);
    loaded
}

/// A problem on one line: `cost place (entry): found ≠ expected → suggestion`.
fn line(diagnostic: &Diagnostic) -> String {
    let Diagnostic { severity, path, place, entry, found, expected, suggestion } = diagnostic;
    assert!(place.is_some(), "{path} has a line and a column");
    let cost = match severity {
        Severity::LeftOut => "left out",
        Severity::Ignored => "ignored",
        Severity::Warning => "warned",
    };
    let entry = entry.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
    let found = if found.is_empty() { "nothing" } else { found };
    let suggestion = suggestion.as_ref().map(|near| format!(" → {near}")).unwrap_or_default();
    format!("{cost} {path}{entry}: {found} ≠ {expected:?}{suggestion}")
}

/// The ids of the entries that were read.
fn ids(loaded: &Loaded) -> Vec<&str> {
    loaded.catalogue.entries().map(|(_, entry)| entry.id.as_str()).collect()
}
