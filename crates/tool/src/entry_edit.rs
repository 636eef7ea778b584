//! Puts one entry into a catalogue, of which all the rest stays as it is.
//!
//! The order of the keys and the keys that the format does not know stay. What the form leaves out of an entry is taken
//! away only if the form could have said it.

use source::{Node, Value};
use thiserror::Error;

/// Why an entry is not written, in French.
#[derive(Debug, Error)]
pub(crate) enum EditError {
    #[error("le fichier n’a pas de liste «\u{a0}entries\u{a0}» où mettre la fiche")]
    NoEntries,
    #[error("la fiche n’a pas d’identifiant")]
    NoId,
    #[error("une autre fiche a déjà l’identifiant «\u{a0}{0}\u{a0}»")]
    TakenId(String),
    #[error("la fiche «\u{a0}{0}\u{a0}» n’est plus dans le fichier")]
    Gone(String),
}

/// Puts this entry in the place of the one that has the id `corrected`, or after all if that is empty.
///
/// # Errors
/// When the catalogue or the entry is not such that it can be.
pub(crate) fn put_entry(catalogue: &mut Node, corrected: &str, entry: Node) -> Result<(), EditError> {
    let Some(Value::List(entries)) = value_mut(catalogue, "entries") else { return Err(EditError::NoEntries) };
    let id = entry.id().filter(|id| !id.is_empty()).ok_or(EditError::NoId)?;
    let rank_of = |id: &str| entries.iter().position(|entry| entry.id() == Some(id));
    if id != corrected && rank_of(id).is_some() {
        return Err(EditError::TakenId(id.to_owned()));
    }
    let rank = if corrected.is_empty() {
        entries.push(Value::Object(Vec::new()).into());
        entries.len() - 1
    } else {
        rank_of(corrected).ok_or_else(|| EditError::Gone(corrected.to_owned()))?
    };
    change(&mut entries[rank], entry);
    Ok(())
}

fn value_mut<'a>(object: &'a mut Node, key: &str) -> Option<&'a mut Value> {
    let Value::Object(fields) = &mut object.value else { return None };
    fields.iter_mut().find(|field| field.key == key).map(|field| &mut field.node.value)
}

/// Has an entry say what another one does.
fn change(former: &mut Node, entry: Node) {
    let (Value::Object(fields), Value::Object(mut told)) = (&mut former.value, entry.value) else { return };
    told.retain(|field| !field.node.is_empty());
    // What was empty was no more than absent.
    fields.retain(|field| {
        field.node.is_empty() || !is_known(&field.key) || told.iter().any(|other| other.key == field.key)
    });
    for other in told {
        match fields.iter_mut().find(|field| field.key == other.key) {
            Some(field) => field.node = other.node,
            None => fields.push(other),
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
    use serde_json::{Value, json};
    use source::{File, Format, Source};

    use super::*;

    const FILE: &str = "{\n  \"format\": 1,\n  \"entries\": [\n    {\"id\": \"a\", \"kind\": \"commun\", \"name\": \"A\"},\n    {\n      \"id\": \"b\",\n      \"ours\": 7,\n      \"name\": \"B\",\n      \"bearers\": [],\n      \"summary\": \"Avant\"\n    }\n  ]\n}\n";

    /// The text of a file with an entry.
    fn with_entry(text: &str, corrected: &str, entry: &Value) -> Result<String, EditError> {
        let file = File { path: "a.json".into(), format: Format::Json, text: text.to_owned() };
        let source = Source::read(file).unwrap();
        let mut catalogue = source.root.clone();
        put_entry(&mut catalogue, corrected, catalogue::parse(&entry.to_string()).unwrap().into())?;
        let mut changed = source::rewritten(&source, &catalogue).unwrap();
        Ok(changed.pop().map_or(text.to_owned(), |(_, text)| text))
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
            assert_eq!(with_entry(FILE, corrected, &value).unwrap(), FILE.replacen(from, to, 1), "{value}");
        }
    }

    #[test]
    fn keys_in_another_order_say_the_same() {
        let links = r#"[{"kind": "site", "url": "https://b.fr"}]"#;
        let file = FILE.replacen("\"bearers\"", &format!("\"links\": {links},\n      \"bearers\""), 1);
        let told = json!([{"url": "https://b.fr", "kind": "site"}]);
        let told = json!({"id": "b", "name": "B", "links": told, "summary": "Après"});
        assert_eq!(with_entry(&file, "b", &told).unwrap(), file.replacen("Avant", "Après", 1));
    }

    #[test]
    fn a_number_is_an_id() {
        let file = FILE.replacen("\"b\"", "2024", 1);
        for id in [json!(2024), json!("2024")] {
            let value = json!({"id": id, "name": "B", "summary": "Après"});
            let text = with_entry(&file, "2024", &value).unwrap();
            assert!(text.contains("\"Après\"") && text.matches("2024").count() == 1, "{text}");
            let error = with_entry(&file, "", &value).unwrap_err();
            assert!(error.to_string().contains("déjà l’identifiant «\u{a0}2024\u{a0}»"), "{error}");
        }
    }

    #[test]
    fn what_cannot_be_written_is_told() {
        for (file, corrected, value, told) in [
            ("{}", "b", json!({"id": "b"}), "pas de liste"),
            (FILE, "b", json!({"name": "B"}), "pas d’identifiant"),
            (FILE, "", json!({"id": "b"}), "déjà l’identifiant"),
            (FILE, "b", json!({"id": "a"}), "déjà l’identifiant"),
            (FILE, "z", json!({"id": "z"}), "n’est plus"),
        ] {
            let error = with_entry(file, corrected, &value).unwrap_err();
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
            let value = json!({"id": id, "name": "Autre", "summary": summary});
            let text = with_entry(&file, &id, &value).unwrap();
            prop_assert!(text.starts_with(&before) && text.ends_with(&after), "{text}");
            let now: Value = serde_json::from_str(&text).unwrap();
            let now = &now["entries"][rank];
            for (key, value) in value.as_object().unwrap().iter().chain(former.as_object().unwrap().iter().filter(|(key, _)| key.starts_with("x-"))) {
                prop_assert_eq!(&now[key], value);
            }
            prop_assert_eq!(with_entry(&text, &id, &value).unwrap(), text);
        }
    }
}
