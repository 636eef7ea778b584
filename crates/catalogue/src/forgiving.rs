//! What is forgiven to those who write the data, whatever the field: forms, spreadsheets and scripts
//! save what nobody filled as `null`, blanks or emptiness, one choice for a list of choices, and numbers
//! for words. What remains of the wrong type is told, and costs itself alone.

use std::borrow::Cow;

use super::diagnostic::{JsonType, Path};
use super::json::{FromJson, Json, Reader};

impl Json {
    /// Whether nothing is said: forms save a field that nobody filled as `null`, as blanks, or as a
    /// list or an object of such.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Boolean(_) | Self::Whole(_) | Self::Decimal(_) => false,
            Self::String(text) => bare(text).is_empty(),
            Self::List(items) => items.iter().all(Self::is_empty),
            Self::Object(fields) => fields.iter().all(|(_, value)| value.is_empty()),
        }
    }

    /// The word that a string or a number stands for, without the blanks around it.
    pub(super) fn word(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::String(text) => Some(Cow::Borrowed(bare(text))),
            Self::Whole(number) => Some(Cow::Owned(number.to_string())),
            Self::Decimal(number) => decimal(*number).map(Cow::Owned),
            _ => None,
        }
    }
}

/// A text without the blanks around it, nor what cannot be seen and comes along when one is copied.
fn bare(text: &str) -> &str {
    let is_blank = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}');
    text.trim_matches(is_blank)
}

/// A number as it is written, when that takes at most six decimals: those who keep the data write no more,
/// and what Rust has for any other weighs ten kilobytes.
pub(super) fn decimal(number: f64) -> Option<String> {
    const UNIT: f64 = 1e6;
    let scaled = (number * UNIT).round();
    // What is read may differ by its last bit from what was written.
    if scaled.abs() > 1e15 || (scaled - number * UNIT).abs() > 1e-3 {
        return None;
    }
    let sign = if scaled < 0.0 { "-" } else { "" };
    let (whole, part) = ((scaled.abs() / UNIT).trunc(), scaled.abs() % UNIT);
    let digits = format!("{sign}{}.{:06}", whole as u64, part as u64);
    Some(digits.trim_end_matches('0').trim_end_matches('.').to_owned())
}

impl FromJson for String {
    fn from_json(json: Json, path: &Path<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match json.word() {
            Some(word) => Some(reader.cut(word.into_owned(), path)),
            None => reader.refuse(&json, path, JsonType::String),
        }
    }
}

impl FromJson for bool {
    fn from_json(json: Json, path: &Path<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match json {
            Json::Boolean(value) => Some(value),
            other => reader.refuse(&other, path, JsonType::Boolean),
        }
    }
}

/// A number may be written as a word, as forms do.
impl FromJson for u32 {
    fn from_json(json: Json, path: &Path<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let number = json.word().and_then(|word| word.parse().ok());
        number.or_else(|| reader.refuse(&json, path, JsonType::Number))
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: Json, path: &Path<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        T::from_json(json, path, reader).map(Some)
    }
}

/// The items of a list that say something and could be read, each with its rank in the file.
///
/// Where a list is expected, anything else is a list of one, whose item has no rank: forms and
/// spreadsheets save a single choice so.
#[derive(Debug, Clone)]
pub struct Listed<T>(Vec<(Option<usize>, T)>);

impl<T> Listed<T> {
    /// Whether there is no item.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The items alone.
    #[must_use]
    pub fn into_items(self) -> Vec<T> {
        self.0.into_iter().map(|(_, item)| item).collect()
    }

    /// The items, each with its rank.
    pub fn iter(&self) -> impl Iterator<Item = (Option<usize>, &T)> {
        self.0.iter().map(|(rank, item)| (*rank, item))
    }

    /// The items, each with its rank.
    pub fn into_ranked(self) -> impl Iterator<Item = (Option<usize>, T)> {
        self.0.into_iter()
    }
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: FromJson> FromJson for Listed<T> {
    fn from_json(json: Json, path: &Path<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let items = match json {
            Json::List(items) => {
                let filled = items.into_iter().enumerate().filter(|(_, item)| !item.is_empty());
                filled
                    .filter_map(|(rank, item)| Some((Some(rank), T::from_json(item, &path.index(rank), reader)?)))
                    .collect()
            }
            alone => T::from_json(alone, path, reader).map(|item| (None, item)).into_iter().collect(),
        };
        Some(Self(items))
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Listed<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Vec::<T>::schema_name()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<T>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_words_as_they_are_written() {
        for (json, word) in [
            ("2024", Some("2024")),
            ("2024.0", Some("2024")),
            ("0.1", Some("0.1")),
            ("-12.25", Some("-12.25")),
            ("1234567.891011", Some("1234567.891011")),
            ("0.1234567", None),
            ("1e300", None),
            ("\" a\\u200b \"", Some("a")),
            ("true", None),
            ("[1]", None),
        ] {
            let json: Json = serde_json::from_str(json).expect("the test writes JSON");
            assert_eq!(json.word().as_deref(), word, "{json}");
        }
    }
}
