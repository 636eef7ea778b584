//! A JSON tree with its keys in the order of the file.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::diagnostic::shortened;

/// The only key of the object as which serde_json hands and takes a number as it is written, but for the sign of its
/// exponent (its `arbitrary_precision`).
const NUMBER_KEY: &str = "$serde_json::private::Number";

/// A JSON value.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Json {
    #[default]
    Null,
    Boolean(bool),
    /// A number, as it is written.
    Number(String),
    String(String),
    List(Vec<Json>),
    /// An object; a key written twice is there twice.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value under a key of an object.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(fields) = self else { return None };
        fields.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The same, to be changed: `null` where the key was not; what is no object becomes one, without what it was.
    pub fn field_mut(&mut self, key: &str) -> &mut Self {
        if !matches!(self, Self::Object(_)) {
            *self = Self::Object(Vec::new());
        }
        let Self::Object(fields) = self else { unreachable!("it has just been made an object") };
        let rank = fields.iter().position(|(name, _)| name == key).unwrap_or_else(|| {
            fields.push((key.to_owned(), Self::Null));
            fields.len() - 1
        });
        &mut fields[rank].1
    }

    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// The items of an array; none of anything else.
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

    /// As JSON (RFC 8259), over several lines.
    pub fn pretty(&self) -> String {
        serde_json::to_string_pretty(self).expect("a value in memory is written to memory")
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

            fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
                unreachable!("numbers that are not whole are handed over as they are written")
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
                    fields.push((key, entries.next_value()?));
                }
                // A file may have this key too.
                if let [(key, Json::String(digits))] = &mut fields[..]
                    && key == NUMBER_KEY
                    && is_number(digits)
                {
                    return Ok(Json::Number(std::mem::take(digits)));
                }
                fields.shrink_to_fit();
                Ok(Json::Object(fields))
            }
        }

        deserializer.deserialize_any(Tree)
    }
}

/// Whether a text is a number of JSON (RFC 8259, section 6).
fn is_number(text: &str) -> bool {
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    are_digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && are_digits(part)
        && are_digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Boolean(value) => serializer.serialize_bool(*value),
            Self::Number(digits) => {
                let mut number = serializer.serialize_struct(NUMBER_KEY, 1)?;
                number.serialize_field(NUMBER_KEY, digits)?;
                number.end()
            }
            Self::String(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(fields) => serializer.collect_map(fields.iter().map(|(key, value)| (key, value))),
        }
    }
}

/// As JSON (RFC 8259), in one line.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
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

    #[test]
    fn numbers_stay_as_they_are_written_but_for_the_sign_of_their_exponent() {
        for (text, written) in [("1.10", "1.10"), ("-0", "-0"), ("1E3", "1e+3"), ("1.2e-7", "1.2e-7")] {
            let json: Json = serde_json::from_str(text).expect("the test writes JSON");
            assert_eq!(json, Json::Number(written.to_owned()));
            assert_eq!(json.to_string(), written);
        }
    }

    #[test]
    fn an_object_is_no_number_whatever_its_keys() {
        for value in [
            r#"{"name":"x","KEY":"1"}"#,
            r#"{"KEY":"1","name":"x"}"#,
            r#"{"KEY":"1-"}"#,
            r#"{"KEY":"01"}"#,
            r#"{"KEY":[]}"#,
        ] {
            let text = value.replace("KEY", NUMBER_KEY);
            let json: Json = serde_json::from_str(&text).expect("the test writes JSON");
            assert!(matches!(json, Json::Object(_)), "{text}");
            assert_eq!(json.to_string(), text);
        }
    }
}
