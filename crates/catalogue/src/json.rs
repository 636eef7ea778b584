//! A JSON tree with its keys in the order of the file.

use std::fmt::{self, Write as _};

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::diagnostic::shortened;

/// The only key of the object that serde_json makes of a number to hand it as it is written, where it
/// has decimals (its `arbitrary_precision`).
const NUMBER_KEY: &str = "$serde_json::private::Number";

/// A JSON value.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Json {
    #[default]
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number, as it is written.
    Number(String),
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

    /// The same, to be changed.
    pub(super) fn items_mut(&mut self) -> &mut [Self] {
        if let Self::List(items) = self { items } else { &mut [] }
    }

    /// The items of the array under a key of an object.
    pub(super) fn into_items(self, key: &str) -> Vec<Self> {
        let Self::Object(fields) = self else { return Vec::new() };
        let list = fields.into_iter().find(|(name, _)| name == key).map(|(_, list)| list);
        if let Some(Self::List(items)) = list { items } else { Vec::new() }
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
                Ok(Json::Number(value.to_string()))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
                Ok(Json::Number(value.to_string()))
            }

            fn visit_str<E>(self, value: &str) -> Result<Json, E> {
                Ok(Json::String(value.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                // Growing leaves room for as much again, and a whole file is such lists.
                list.shrink_to_fit();
                Ok(Json::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
                let mut fields = Vec::<(String, Json)>::new();
                while let Some(key) = entries.next_key()? {
                    if key == NUMBER_KEY {
                        return entries.next_value().map(Json::Number);
                    }
                    fields.push((key, entries.next_value()?));
                }
                fields.shrink_to_fit();
                Ok(Json::Object(fields))
            }
        }

        deserializer.deserialize_any(Tree)
    }
}

/// As JSON (RFC 8259), over several lines with `{:#}`.
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
            Self::Number(digits) => f.write_str(digits),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_what_it_read() {
        let text = r#"{"b":[1,null,true,"é\"",{},-0.5,48.8566140,12345678901234567890,1e+300],"a":[]}"#;
        let json: Json = serde_json::from_str(text).expect("the test writes JSON");
        assert_eq!(json.to_string(), text);
    }
}
