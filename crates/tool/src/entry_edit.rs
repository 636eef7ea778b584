//! Writes one entry into the text of a data file: only the lines of that entry change.
//!
//! The order of the keys, the keys that the format does not know and the comments stay. What the form leaves out of an
//! entry is taken away only if the form could have said it.

use jsonc_parser::ParseOptions;
use jsonc_parser::cst::{CstArray, CstInputValue, CstObject, CstRootNode};
use jsonc_parser::errors::ParseError;
use serde_json::{Map, Value};
use thiserror::Error;

/// Why an entry is not written, in French.
#[derive(Debug, Error)]
pub(crate) enum EditError {
    #[error(
        "le fichier ne se lit pas (ligne {}, colonne {})\u{202f}; corrigez-le, puis enregistrez à nouveau",
        .0.line_display(),
        .0.column_display()
    )]
    Unreadable(#[from] ParseError),
    #[error("le fichier n’a pas de liste «\u{a0}entries\u{a0}» où mettre la fiche")]
    NoEntries,
    #[error("la fiche n’a pas d’identifiant")]
    NoId,
    #[error("une autre fiche a déjà l’identifiant «\u{a0}{0}\u{a0}»")]
    TakenId(String),
    #[error("la fiche «\u{a0}{0}\u{a0}» n’est plus dans le fichier")]
    Gone(String),
}

/// The text of the file with this entry in the place of the one that has the id `corrected`, or after all if that is
/// empty.
///
/// # Errors
/// When the file or the entry is not such that it can be.
pub(crate) fn with_entry(text: &str, corrected: &str, entry: &Map<String, Value>) -> Result<String, EditError> {
    let (mark, json) = text.strip_prefix('\u{feff}').map_or(("", text), |json| ("\u{feff}", json));
    let root = CstRootNode::parse(json, &ParseOptions::default())?;
    let entries = root.object_value().and_then(|file| file.array_value("entries")).ok_or(EditError::NoEntries)?;
    let id = entry.get("id").and_then(id_of).filter(|id| !id.is_empty()).ok_or(EditError::NoId)?;
    if id != corrected && find(&entries, &id).is_some() {
        return Err(EditError::TakenId(id));
    }
    if corrected.is_empty() {
        let told = entry.iter().filter(|(_, value)| !is_empty(value));
        entries.append(CstInputValue::Object(told.map(|(key, value)| (key.clone(), input(value))).collect()));
    } else {
        let object = find(&entries, corrected).ok_or_else(|| EditError::Gone(corrected.to_owned()))?;
        change(&object, entry);
    }
    Ok(format!("{mark}{root}"))
}

/// The entry of this id.
fn find(entries: &CstArray, id: &str) -> Option<CstObject> {
    entries.elements().into_iter().filter_map(|entry| entry.as_object()).find(|entry| {
        let value = entry.get("id").and_then(|id| id.value()).and_then(|id| id.to_serde_value());
        value.as_ref().and_then(id_of).is_some_and(|known| known == id)
    })
}

/// The id that a value is: a word, or a number as it is written.
fn id_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Changes what differs in an entry.
fn change(object: &CstObject, entry: &Map<String, Value>) {
    for property in object.properties() {
        let Some(key) = property.decoded_name() else { continue };
        let former = property.to_serde_value().unwrap_or_default();
        match entry.get(&key).filter(|value| !is_empty(value)) {
            Some(value) if *value == former => {}
            Some(value) => property.set_value(input(value)),
            // What was empty was no more than absent.
            None if is_empty(&former) || !is_known(&key) => {}
            None => property.remove(),
        }
    }
    for (key, value) in entry {
        if !is_empty(value) && object.get(key).is_none() {
            object.append(key, input(value));
        }
    }
}

/// What says nothing, as the format reads it.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.iter().all(is_empty),
        Value::Object(fields) => fields.values().all(is_empty),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

fn input(value: &Value) -> CstInputValue {
    match value {
        Value::Null => CstInputValue::Null,
        Value::Bool(value) => CstInputValue::Bool(*value),
        Value::Number(number) => CstInputValue::Number(number.to_string()),
        Value::String(text) => CstInputValue::String(text.clone()),
        Value::Array(items) => CstInputValue::Array(items.iter().map(input).collect()),
        Value::Object(fields) => {
            CstInputValue::Object(fields.iter().map(|(key, value)| (key.clone(), input(value))).collect())
        }
    }
}

/// Whether an entry may have this key, which the form then has a field for.
fn is_known(key: &str) -> bool {
    catalogue::ENTRY.fields.iter().any(|field| field.key == key)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    const FILE: &str = "{\n  // À nous.\n  \"format\": 1,\n  \"entries\": [\n    {\"id\": \"a\", \"kind\": \"commun\", \"name\": \"A\"},\n    {\n      \"id\": \"b\",\n      \"ours\": 7, // gardé\n      \"name\": \"B\",\n      \"bearers\": [],\n      \"summary\": \"Avant\"\n    }\n  ]\n}\n";

    fn entry(value: Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap()
    }

    #[test]
    fn only_what_differs_changes() {
        for (corrected, value, from, to) in [
            ("b", json!({"id": "b", "name": "B", "summary": "Après"}), "\"Avant\"", "\"Après\""),
            ("b", json!({"id": "b", "name": "B", "summary": "Avant"}), "", ""),
            ("b", json!({"id": "b", "name": "B"}), ",\n      \"summary\": \"Avant\"\n", "\n"),
            (
                "b",
                json!({"id": "b", "name": "B", "summary": "Avant", "themes": ["x", "y"]}),
                "\"Avant\"\n",
                "\"Avant\",\n      \"themes\": [\"x\", \"y\"]\n",
            ),
            ("b", json!({"id": "c", "name": "B", "summary": "Avant"}), "\"id\": \"b\"", "\"id\": \"c\""),
            (
                "",
                json!({"id": "c", "name": "C", "themes": []}),
                "    }\n  ]",
                "    },\n    {\n      \"id\": \"c\",\n      \"name\": \"C\"\n    }\n  ]",
            ),
        ] {
            assert_eq!(
                with_entry(FILE, corrected, &entry(value.clone())).unwrap(),
                FILE.replacen(from, to, 1),
                "{value}"
            );
        }
    }

    #[test]
    fn a_number_is_an_id() {
        let file = FILE.replacen("\"b\"", "2024", 1);
        for id in [json!(2024), json!("2024")] {
            let value = entry(json!({"id": id, "name": "B", "summary": "Après"}));
            let text = with_entry(&file, "2024", &value).unwrap();
            assert!(text.contains("\"Après\"") && text.matches("2024").count() == 1, "{text}");
            let error = with_entry(&file, "", &value).unwrap_err();
            assert!(error.to_string().contains("déjà l’identifiant «\u{a0}2024\u{a0}»"), "{error}");
        }
    }

    #[test]
    fn what_cannot_be_written_is_told() {
        for (file, corrected, value, told) in [
            ("{", "b", json!({"id": "b"}), "ne se lit pas (ligne 1, colonne 1)\u{202f};"),
            ("{}", "b", json!({"id": "b"}), "pas de liste"),
            (FILE, "b", json!({"name": "B"}), "pas d’identifiant"),
            (FILE, "", json!({"id": "b"}), "déjà l’identifiant"),
            (FILE, "b", json!({"id": "a"}), "déjà l’identifiant"),
            (FILE, "z", json!({"id": "z"}), "n’est plus"),
        ] {
            let error = with_entry(file, corrected, &entry(value)).unwrap_err();
            assert!(error.to_string().contains(told), "{error}");
        }
    }

    /// An entry written in one of the ways in which people and programs do.
    fn written(id: usize, extra: &[(String, String)], is_wide: bool) -> String {
        let mut fields = vec![("id".to_owned(), format!("e{id}")), ("name".to_owned(), format!("Fiche {id}"))];
        fields.extend(extra.iter().cloned());
        let fields: Vec<String> = fields
            .iter()
            .map(|(key, value)| format!("{}: {}", Value::from(key.as_str()), Value::from(value.as_str())))
            .collect();
        if is_wide {
            format!("    {{ {} }}", fields.join(", "))
        } else {
            format!("    {{\n      {}\n    }}", fields.join(",\n      "))
        }
    }

    proptest! {
        #[test]
        fn the_other_lines_stay(
            entries in prop::collection::vec((prop::collection::vec(("x-[a-z]{1,4}", ".{0,12}"), 0..3), any::<bool>()), 1..6),
            rank in any::<prop::sample::Index>(),
            summary in "[^\\s].{0,30}",
            is_windows in any::<bool>(),
        ) {
            let rank = rank.index(entries.len());
            let texts: Vec<String> = entries.iter().enumerate().map(|(id, (extra, is_wide))| {
                let mut seen = BTreeSet::new();
                let extra: Vec<_> = extra.iter().filter(|(key, _)| seen.insert(key.clone())).cloned().collect();
                written(id, &extra, *is_wide)
            }).collect();
            let (before, after) = (texts[..rank].join(",\n"), texts[rank + 1..].join(",\n"));
            let before = format!("{{\n  \"entries\": [\n{before}{}", if rank > 0 { ",\n" } else { "" });
            let after = format!("{}{after}\n  ]\n}}\n", if after.is_empty() { "" } else { ",\n" });
            let ends = |text: &str| if is_windows { text.replace('\n', "\r\n") } else { text.to_owned() };
            let (before, file, after) = (ends(&before), ends(&format!("{before}{}{after}", texts[rank])), ends(&after));
            let id = format!("e{rank}");
            let former: Value = serde_json::from_str(&texts[rank]).unwrap();
            let value = entry(json!({"id": id, "name": "Autre", "summary": summary}));
            let text = with_entry(&file, &id, &value).unwrap();
            prop_assert!(text.starts_with(&before) && text.ends_with(&after), "{text}");
            let now: Value = serde_json::from_str(&text).unwrap();
            let now = &now["entries"][rank];
            for (key, value) in value.iter().chain(former.as_object().unwrap().iter().filter(|(key, _)| key.starts_with("x-"))) {
                prop_assert_eq!(&now[key], value);
            }
            prop_assert_eq!(with_entry(&text, &id, &value).unwrap(), text);
        }
    }
}
