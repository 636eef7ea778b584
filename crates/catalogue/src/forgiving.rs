//! What is forgiven to those who write the data, whatever the field: forms, spreadsheets and scripts
//! save what nobody filled as `null`, blanks or emptiness, one choice for a list of choices, and numbers
//! for words. What remains of the wrong type is told, and costs itself alone.

use std::borrow::Cow;

use super::host_field::Decimal;
use super::json::Json;

impl Json {
    /// Whether nothing is said: forms save a field that nobody filled as `null`, as blanks, or as a
    /// list or an object of such.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Boolean(_) | Self::Number(_) => false,
            Self::String(text) => bare(text).is_empty(),
            Self::List(items) => items.iter().all(Self::is_empty),
            Self::Object(fields) => fields.iter().all(|(_, value)| value.is_empty()),
        }
    }

    /// The word that a string or a number stands for, without the blanks around it, nor decimals that are noughts.
    pub fn word(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::String(text) => Some(Cow::Borrowed(bare(text))),
            Self::Number(digits) => {
                let whole = digits.trim_end_matches('0').strip_suffix('.').unwrap_or(digits);
                match whole {
                    "-0" => Some(Cow::Borrowed("0")),
                    _ if !whole.contains(['.', 'e', 'E']) => Some(Cow::Borrowed(whole)),
                    _ => Decimal::parse(digits).map(|number| Cow::Owned(number.plain())),
                }
            }
            _ => None,
        }
    }

    /// The identifier of an entry, or of anything else that has one; some are written as numbers.
    pub fn id(&self) -> Option<Cow<'_, str>> {
        self.get("id")?.word()
    }
}

/// A text without the blanks around it, nor what cannot be seen and comes along when one is copied.
fn bare(text: &str) -> &str {
    let is_blank = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}');
    text.trim_matches(is_blank)
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
            ("48.8566140", Some("48.856614")),
            ("1.2E7", Some("12000000")),
            ("0.30000000000000004", Some("0.3")),
            ("13002526500013", Some("13002526500013")),
            ("13002526500013.0", Some("13002526500013")),
            ("100", Some("100")),
            ("-0", Some("0")),
            ("-0.0", Some("0")),
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
