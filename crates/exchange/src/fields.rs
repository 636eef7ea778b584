//! The fields of an entry that a source may fill, as the format defines them: one that is added there is here too.

use std::sync::LazyLock;

use catalogue::{ENTRY, Shape, Table};

/// The key of what the fields that a catalogue adds hold.
const VALUES: &str = "values";

/// Keys that no rule makes: the kind is chosen apart, and an import is the source of what it makes.
const APART: [&str; 2] = ["kind", "sources"];

/// Every field that may be filled, in the order in which they are written; a dot goes into an object.
pub(crate) static FIELDS: LazyLock<Vec<(String, Shape)>> = LazyLock::new(|| {
    let mut fields = Vec::new();
    flatten(&ENTRY, "", &mut fields);
    fields
});

fn flatten(table: &Table, before: &str, fields: &mut Vec<(String, Shape)>) {
    for field in table.fields {
        let name = format!("{before}{}", field.key);
        match field.shape {
            Shape::HostValues => {}
            _ if APART.contains(&name.as_str()) => {}
            Shape::Object(table) => flatten(table, &format!("{name}."), fields),
            shape => fields.push((name, shape)),
        }
    }
}

/// Whether a mapping may fill a field of this name; which fields a catalogue adds is not known here.
pub(crate) fn is_one(field: &str) -> bool {
    let own = field.strip_prefix(VALUES).and_then(|rest| rest.strip_prefix('.'));
    own.is_some_and(|id| !id.is_empty() && !id.contains('.')) || FIELDS.iter().any(|(name, _)| name == field)
}

/// The name of a field that a catalogue adds.
pub(crate) fn own_name(id: &str) -> String {
    format!("{VALUES}.{id}")
}

/// The names of the fields, to be shown.
pub(crate) fn names() -> String {
    let own = own_name("<identifiant>");
    FIELDS.iter().map(|(name, _)| name.as_str()).chain([own.as_str()]).collect::<Vec<_>>().join(", ")
}

/// The keys by which an object is told, the surest first: its main one, else those of which it needs one.
pub(crate) fn main_keys(table: &Table) -> Vec<&'static str> {
    if let Some(main) = table.main {
        return vec![main];
    }
    let mut keys = table.needs.to_vec();
    // A text takes anything: it comes after what only some words are.
    keys.sort_by_key(|key| matches!(table.shape(key), Some(Shape::Text)));
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_the_format_may_be_filled() {
        let is_filled = |key: &str| {
            FIELDS.iter().any(|(name, _)| name.split('.').next() == Some(key)) || key == VALUES || APART.contains(&key)
        };
        for field in ENTRY.fields {
            assert!(is_filled(field.key), "{}", field.key);
        }
        assert!(is_one("maturity.resource.stage") && is_one("identifiers.rna") && is_one("values.cout"));
        assert!(!is_one("maturity") && !is_one("values.") && !is_one("values.a.b") && !is_one("kind"));
    }

    #[test]
    fn objects_are_told_by_what_takes_least() {
        let of = |key: &str| match ENTRY.shape(key) {
            Some(Shape::List(Shape::Object(table))) => main_keys(table),
            other => panic!("{key}: {other:?}"),
        };
        for (key, expected) in [
            ("users", &["entry", "name"][..]),
            ("dates", &["date", "text"]),
            ("metrics", &["value"]),
            ("links", &["url"]),
            ("lists", &["items"]),
        ] {
            assert_eq!(of(key), expected, "{key}");
        }
    }
}
