//! A JSON tree with its keys in the order of the file, and the reader that makes values of it.
//!
//! Readers derived from types stop at the first error and do not say where it was. This one goes
//! on, tells every fault with its place, and costs a fifth of their bytes in the browser.

use std::fmt::{self, Write as _};

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::diagnostic::{Diagnostic, Expected, JsonType, Path, Severity, shortened};
use super::forgiving::decimal;
use super::meant;

/// A JSON value.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Json {
    #[default]
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Decimal(f64),
    String(String),
    /// An array.
    List(Vec<Json>),
    /// An object; a key written twice is there twice.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value under a key of an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(fields) = self else { return None };
        fields.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The text of a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// The items of an array; none of anything else.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// The value as JSON, cut when it is long.
    pub(super) fn excerpt(&self) -> String {
        // A long string is cut before it is written, not after.
        match self {
            Self::String(text) if text.len() > 240 => {
                let start: String = text.chars().take(60).collect();
                shortened(&format!("\"{start}…")).into_owned()
            }
            _ => shortened(&self.to_string()).into_owned(),
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Tree;

        impl<'de> Visitor<'de> for Tree {
            type Value = Json;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }

            fn visit_unit<E>(self) -> Result<Json, E> {
                Ok(Json::Null)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
                Ok(Json::Boolean(value))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
                Ok(Json::Whole(value))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
                Ok(i64::try_from(value).map_or(Json::Decimal(f64::INFINITY), Json::Whole))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
                Ok(Json::Decimal(value))
            }

            fn visit_str<E>(self, value: &str) -> Result<Json, E> {
                Ok(Json::String(value.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Json::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = entries.next_entry()? {
                    fields.push(field);
                }
                Ok(Json::Object(fields))
            }
        }

        deserializer.deserialize_any(Tree)
    }
}

/// As JSON (RFC 8259), over several lines with `{:#}`; a number of many decimals is only named.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, 0)
    }
}

impl Json {
    /// By hand: serde_json's writer, which writes a file in the tool, would add to what browsers download.
    fn write(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        let next = |f: &mut fmt::Formatter<'_>, rank, open| {
            f.write_char(if rank == 0 { open } else { ',' })?;
            line(f, depth + 1)
        };
        match self {
            Self::Null => f.write_str("null"),
            Self::Boolean(value) => write!(f, "{value}"),
            Self::Whole(value) => write!(f, "{value}"),
            Self::Decimal(value) => f.write_str(decimal(*value).as_deref().unwrap_or("0.…")),
            Self::String(text) => quoted(f, text),
            Self::List(items) if items.is_empty() => f.write_str("[]"),
            Self::List(items) => {
                for (rank, item) in items.iter().enumerate() {
                    next(f, rank, '[')?;
                    item.write(f, depth + 1)?;
                }
                line(f, depth)?;
                f.write_char(']')
            }
            Self::Object(fields) if fields.is_empty() => f.write_str("{}"),
            Self::Object(fields) => {
                for (rank, (key, value)) in fields.iter().enumerate() {
                    next(f, rank, '{')?;
                    quoted(f, key)?;
                    f.write_str(if f.alternate() { ": " } else { ":" })?;
                    value.write(f, depth + 1)?;
                }
                line(f, depth)?;
                f.write_char('}')
            }
        }
    }
}

/// A new line, indented by two spaces a level, where there are several.
fn line(f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
    if f.alternate() { f.write_str(&format!("\n{}", "  ".repeat(depth))) } else { Ok(()) }
}

fn quoted(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            c if c < ' ' => write!(f, "\\u{:04x}", u32::from(c))?,
            c => f.write_char(c)?,
        }
    }
    f.write_char('"')
}

/// Something that can be read from a JSON value.
pub trait FromJson: Sized {
    /// Reads a value; tells the faults it finds, and gives nothing when the value itself is at fault.
    fn from_json(json: Json, path: &Path<'_>, reader: &mut Reader<'_>) -> Option<Self>;
}

/// What is told while reading.
#[derive(Debug)]
pub struct Reader<'a> {
    /// Every fault so far.
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
    /// The id of the entry being read.
    pub(super) entry: Option<String>,
}

impl Reader<'_> {
    /// Tells that a value is of the wrong type.
    pub(super) fn refuse<T>(&mut self, json: &Json, path: &Path<'_>, expected: JsonType) -> Option<T> {
        self.tell(path, json.excerpt(), Expected::Type(expected), None);
        None
    }

    /// Tells a problem that costs its own value alone.
    pub(super) fn tell(&mut self, path: &Path<'_>, found: String, expected: Expected, suggestion: Option<String>) {
        let (severity, path, place, entry) = (Severity::Ignored, path.to_string(), None, self.entry.clone());
        self.diagnostics.push(Diagnostic { severity, path, place, entry, found, expected, suggestion });
    }

    /// Tells the keys of an object that were not read: unknown, or written twice.
    fn tell_left_over(&mut self, fields: &[(String, Json)], path: &Path<'_>, keys: &'static [&'static str]) {
        for (key, _) in fields {
            let (expected, suggestion) = if keys.contains(&key.as_str()) {
                (Expected::Once, None)
            } else {
                (Expected::KnownKey, meant::key(key, keys))
            };
            self.tell(&path.key(key), shortened(key).into_owned(), expected, suggestion);
        }
    }

    /// Cuts a text that is too long for any entry page, and tells it.
    pub(super) fn cut(&mut self, mut text: String, path: &Path<'_>) -> String {
        let limit = super::MAX_TEXT;
        if let Some((end, _)) = text.char_indices().nth(limit) {
            let length = text.chars().count().to_string();
            self.tell(path, length, Expected::AtMost(limit), None);
            text.truncate(end);
            text.push('…');
        }
        text
    }
}

/// The fields of an object, taken one by one.
#[derive(Debug)]
pub struct Fields<'a, 'p, 'r> {
    fields: Vec<(String, Json)>,
    path: &'a Path<'p>,
    reader: &'a mut Reader<'r>,
}

impl<'a, 'p, 'r> Fields<'a, 'p, 'r> {
    /// The fields of a value that must be an object, or a word that stands for the one with this key.
    pub(super) fn of(
        json: Json,
        main: Option<&'static str>,
        path: &'a Path<'p>,
        reader: &'a mut Reader<'r>,
    ) -> Option<Self> {
        match (json, main) {
            (Json::Object(fields), _) => Some(Self { fields, path, reader }),
            (word @ (Json::String(_) | Json::Whole(_) | Json::Decimal(_)), Some(key)) => {
                Some(Self { fields: vec![(key.to_owned(), word)], path, reader })
            }
            (other, _) => reader.refuse(&other, path, JsonType::Object),
        }
    }

    /// Puts the value of a field in its place; leaves the default there when it is absent, empty or at fault.
    ///
    /// Filling a place that exists, out of line, halves the code of a struct of fifty fields.
    #[inline(never)]
    pub(super) fn fill<T: FromJson>(&mut self, key: &'static str, place: &mut T) {
        let Some(json) = self.remove(key).filter(|json| !json.is_empty()) else { return };
        if let Some(value) = T::from_json(json, &self.path.key(key), self.reader) {
            *place = value;
        }
    }

    fn remove(&mut self, key: &str) -> Option<Json> {
        let place = self.fields.iter().position(|(name, _)| name == key)?;
        Some(self.fields.remove(place).1)
    }

    /// Ends the reading: every key must have been one of these.
    pub(super) fn finish(self, keys: &'static [&'static str]) {
        self.reader.tell_left_over(&self.fields, self.path, keys);
    }
}

impl FromJson for Json {
    fn from_json(json: Self, _: &Path<'_>, _: &mut Reader<'_>) -> Option<Self> {
        Some(json)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::raw::RawEntry;

    fn faults(json: &str) -> Vec<(String, Expected, Option<String>)> {
        let json: Json = serde_json::from_str(json).expect("the test writes JSON");
        let is_object = matches!(json, Json::Object(_));
        let mut diagnostics = Vec::new();
        let mut reader = Reader { diagnostics: &mut diagnostics, entry: None };
        assert_eq!(RawEntry::from_json(json, &Path::ROOT, &mut reader).is_some(), is_object);
        let mut found: Vec<_> = diagnostics.into_iter().map(|d| (d.path, d.expected, d.suggestion)).collect();
        found.sort_by(|a, b| a.0.cmp(&b.0));
        found
    }

    #[test]
    fn tells_every_fault_and_where_it_is() {
        let found = faults(
            r#"{"id": [3], "name": "A", "themes": ["a", [4]], "editorial_name": "yes", "order": 1.5, "sumary": "B",
                "links": [{"url": "https://a.fr"}, {"ulr": "x", "label": ["y"]}, true], "maturity": ["abouti"], "name": "C"}"#,
        );
        let wrong = |kind| Expected::Type(kind);
        assert_eq!(
            found,
            [
                ("editorial_name".into(), wrong(JsonType::Boolean), None),
                ("id".into(), wrong(JsonType::String), None),
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
        let long = "x".repeat(super::super::MAX_TEXT + 10);
        let found = faults(&format!(r#"{{"summary": "{long}", "name": {{"fr": "A"}}}}"#));
        assert_eq!(found, [("summary".into(), Expected::AtMost(super::super::MAX_TEXT), None)]);
        assert_eq!(Json::String("z".repeat(100_000)).excerpt().chars().count(), 61);
    }

    #[test]
    fn writes_what_it_read() {
        let text = r#"{"b":[1,null,true,"é\"",{},-0.5,3.14],"a":[]}"#;
        let json: Json = serde_json::from_str(text).expect("the test writes JSON");
        assert_eq!(json.to_string(), text);
    }
}
