//! From JSON to plain values, by the tables of the format.
//!
//! Most readers derived from types stop at the first error and do not say where it was. This one goes on, tells every
//! fault with its place, and is the same code for every field. What words mean is checked later.
//!
//! `deserr` (0.6) derives a reader that tells every fault too: for the same 41 tables of 263 fields, it weighs 40 kB in
//! the app once compressed by brotli, and this one 19 with what it forgives and suggests.

use super::definitions::{Shape, TAGGED, Table};
use super::diagnostic::{Diagnostic, Expected, JsonType, Path, Severity};
use super::json::Json;
use super::text::{Text, is_language};
use super::value::{Items, Parts, Value};
use super::{MAX_TEXT, meant};

/// What is told while reading.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    /// Every fault so far.
    pub(crate) diagnostics: &'a mut Vec<Diagnostic>,
    /// The id of the entry being read.
    pub(crate) entry: Option<String>,
}

impl Reader<'_> {
    /// Reads what must be an object, or a word that stands for the one with the main key.
    pub(crate) fn object(&mut self, table: &'static Table, json: Json, path: &Path<'_>) -> Option<Parts> {
        let fields = match (json, table.main) {
            (Json::Object(fields), _) => fields,
            (word @ (Json::String(_) | Json::Number(_)), Some(key)) => vec![(key.to_owned(), word)],
            (other, _) => return self.refuse(&other, path, JsonType::Object),
        };
        Some(self.fields(table, fields, path))
    }

    /// Reads the fields of an object in the order of the table, then tells the keys that were not read: unknown, or
    /// written twice.
    pub(crate) fn fields(&mut self, table: &'static Table, fields: Vec<(String, Json)>, path: &Path<'_>) -> Parts {
        let (mut found, mut left_over, mut next) = (Vec::<(usize, Json)>::new(), Vec::new(), 0);
        for (key, json) in fields {
            let rank = table.rank(&key, next);
            let place = found.partition_point(|(known, _)| Some(*known) < rank);
            match rank {
                Some(rank) if found.get(place).is_none_or(|(known, _)| *known != rank) => {
                    found.insert(place, (rank, json));
                    next = rank + 1;
                }
                known => left_over.push((key, known.is_some())),
            }
        }
        let mut values = Vec::with_capacity(found.len());
        for (rank, json) in found.into_iter().filter(|(_, json)| !json.is_empty()) {
            let field = &table.fields[rank];
            values.push((rank, self.value(field.shape, json, &path.key(field.key))));
        }
        for (key, is_known) in left_over {
            let (expected, suggestion) = if is_known {
                (Expected::Once, None)
            } else {
                let keys: Vec<&str> = table.fields.iter().map(|field| field.key).collect();
                (Expected::KnownKey, meant::key(&key, &keys))
            };
            self.tell(&path.key(&key), &key, expected, suggestion);
        }
        Parts::new(table, values)
    }

    pub(crate) fn value(&mut self, shape: Shape, json: Json, path: &Path<'_>) -> Value {
        let read = match shape {
            Shape::Text => self.text(json, path).map(Value::Text),
            // A number may be written as a word, as forms do.
            Shape::Number | Shape::Columns | Shape::Version => match json.word().and_then(|word| word.parse().ok()) {
                Some(number) => Some(Value::Number(number)),
                None => self.refuse(&json, path, JsonType::Number),
            },
            Shape::Boolean => match json {
                Json::Boolean(value) => Some(Value::Boolean(value)),
                other => self.refuse(&other, path, JsonType::Boolean),
            },
            Shape::Tagged(_) => self.object(&TAGGED, json, path).map(Value::Object),
            Shape::Object(table) => self.object(table, json, path).map(Value::Object),
            Shape::Unread(table) => Some(Value::Unread(table, json)),
            Shape::HostValues => Some(Value::Json(json)),
            Shape::List(items) => Some(self.list(*items, json, path)),
            // An example of a text would not be one of these words.
            Shape::Word(words) if json.word().is_none() => {
                self.tell(path, &json.excerpt(), Expected::OneOf(words.into()), None);
                None
            }
            _ => self.word(&json, path).map(Value::Word),
        };
        read.unwrap_or_default()
    }

    /// Reads a text, in one language or several.
    fn text(&mut self, json: Json, path: &Path<'_>) -> Option<Text> {
        let languages = match json {
            Json::Object(languages) if languages.iter().any(|(key, _)| is_language(key)) => languages,
            other if other.word().is_some() => return self.word(&other, path).map(|text| Text::french(&text)),
            other => return self.refuse(&other, path, JsonType::Text),
        };
        let mut versions = Vec::new();
        for (key, value) in languages {
            if !is_language(&key) {
                self.tell(&path.key(&key), &key, Expected::KnownKey, None);
            } else if !value.is_empty()
                && let Some(text) = self.word(&value, &path.key(&key))
            {
                versions.push((key, text));
            }
        }
        Text::of_versions(versions)
    }

    fn list(&mut self, shape: Shape, json: Json, path: &Path<'_>) -> Value {
        let Json::List(list) = json else {
            let alone = self.value(shape, json, path);
            return Value::List(if matches!(alone, Value::Absent) { Items::new() } else { vec![(None, alone)] });
        };
        let mut items = Items::with_capacity(list.len());
        for (rank, json) in list.into_iter().enumerate().filter(|(_, json)| !json.is_empty()) {
            let item = self.value(shape, json, &path.index(rank));
            if !matches!(item, Value::Absent) {
                items.push((Some(rank), item));
            }
        }
        Value::List(items)
    }

    /// The word that a value stands for.
    pub(crate) fn word(&mut self, json: &Json, path: &Path<'_>) -> Option<String> {
        match json.word() {
            Some(word) => Some(self.cut(word.into_owned(), path)),
            None => self.refuse(json, path, JsonType::String),
        }
    }

    /// Tells that a value is of the wrong type, and gives nothing.
    pub(crate) fn refuse<T>(&mut self, json: &Json, path: &Path<'_>, expected: JsonType) -> Option<T> {
        self.tell(path, &json.excerpt(), Expected::Type(expected), None);
        None
    }

    /// Tells a problem that costs its own value alone.
    pub(crate) fn tell(&mut self, path: &Path<'_>, found: &str, expected: Expected, suggestion: Option<String>) {
        let entry = self.entry.as_ref();
        self.diagnostics.push(Diagnostic::new(Severity::Ignored, path, entry, found, expected, suggestion));
    }

    /// Cuts a text that is too long for any entry page, and tells it.
    fn cut(&mut self, mut text: String, path: &Path<'_>) -> String {
        // Letters are counted only where there may be too many.
        if text.len() > MAX_TEXT
            && let Some((end, _)) = text.char_indices().nth(MAX_TEXT)
        {
            let length = text.chars().count().to_string();
            self.tell(path, &length, Expected::AtMost(MAX_TEXT), None);
            text.truncate(end);
            text.push('…');
        }
        text
    }
}

impl Text {
    /// What a value of the file is as a text; nothing when it is none.
    pub fn of(json: Json) -> Option<Self> {
        Reader { diagnostics: &mut Vec::new(), entry: None }.text(json, &Path::ROOT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definitions::ENTRY;
    use crate::words::Initiated;

    fn faults(json: &str) -> Vec<(String, Expected, Option<String>)> {
        let json: Json = serde_json::from_str(json).expect("the test writes JSON");
        let is_object = matches!(json, Json::Object(_));
        let mut diagnostics = Vec::new();
        let mut reader = Reader { diagnostics: &mut diagnostics, entry: None };
        assert_eq!(reader.object(&ENTRY, json, &Path::ROOT).is_some(), is_object);
        let mut found: Vec<_> = diagnostics.into_iter().map(|d| (d.path, d.expected, d.suggestion)).collect();
        found.sort_by(|a, b| a.0.cmp(&b.0));
        found
    }

    #[test]
    fn tells_every_fault_and_where_it_is() {
        let found = faults(
            r#"{"id": [3], "name": "A", "themes": ["a", [4]], "editorial_name": "yes", "order": 1.5, "sumary": "B", "initiated": true,
                "links": [{"url": "https://a.fr"}, {"ulr": "x", "label": ["y"]}, true], "maturity": ["abouti"], "name": "C"}"#,
        );
        let wrong = |kind| Expected::Type(kind);
        assert_eq!(
            found,
            [
                ("editorial_name".into(), wrong(JsonType::Boolean), None),
                ("id".into(), wrong(JsonType::String), None),
                ("initiated".into(), Expected::OneOf(Initiated::WORDS.into()), None),
                ("links[1].label".into(), wrong(JsonType::Text), None),
                ("links[1].ulr".into(), Expected::KnownKey, Some("url".into())),
                ("links[2]".into(), wrong(JsonType::Object), None),
                ("maturity".into(), wrong(JsonType::Object), None),
                ("name".into(), Expected::Once, None),
                ("order".into(), wrong(JsonType::Number), None),
                ("sumary".into(), Expected::KnownKey, Some("summary".into())),
                ("themes[1]".into(), wrong(JsonType::String), None),
            ]
        );
        assert_eq!(faults("\"entry\""), [(String::new(), wrong(JsonType::Object), None)]);
    }

    #[test]
    fn cuts_what_no_one_would_read() {
        let long = "x".repeat(MAX_TEXT + 10);
        let found = faults(&format!(r#"{{"summary": "{long}", "name": {{"fr": "A"}}}}"#));
        assert_eq!(found, [("summary".into(), Expected::AtMost(MAX_TEXT), None)]);
        // Letters count, not bytes.
        let of = |count: usize| faults(&format!(r#"{{"summary": "{}", "name": {{"fr": "A"}}}}"#, "é".repeat(count)));
        assert_eq!(of(MAX_TEXT), []);
        assert_eq!(of(MAX_TEXT + 1), [("summary".into(), Expected::AtMost(MAX_TEXT), None)]);
        assert_eq!(Json::String("z".repeat(100_000)).excerpt().chars().count(), 61);
    }
}
