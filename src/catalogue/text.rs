//! A text of the data: the French one, since translations are not shown yet.

use std::fmt;

use super::diagnostic::{JsonType, Path};
use super::json::{FromJson, Json, Reader};

/// A text in French.
///
/// White space is collapsed when it is read, so that a text typed over several lines of the
/// data file shows as one clean paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    french: String,
}

impl Text {
    /// A French text, cleaned.
    #[must_use]
    pub fn french(text: &str) -> Self {
        Self { french: clean(text) }
    }

    /// The French text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.french
    }

    /// Whether the French text says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.french.is_empty()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.french)
    }
}

/// Collapses runs of white space, but keeps the no-break spaces of French typography.
fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pending = false;
    for c in text.chars() {
        if c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}') || c.is_control() {
            pending = !out.is_empty();
        } else {
            if pending {
                out.push(' ');
                pending = false;
            }
            out.push(c);
        }
    }
    out
}

impl FromJson for Text {
    fn from_json(json: Json, path: &Path<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match json {
            Json::String(_) => String::from_json(json, path, reader).map(|text| Self::french(&text)),
            Json::Object(languages) if languages.iter().any(|(code, _)| code == "fr") => {
                let mut text = Self::default();
                for (code, value) in languages {
                    // Those in other languages are checked only.
                    let value = String::from_json(value, &path.key(&code), reader);
                    if code == "fr"
                        && let Some(french) = value
                    {
                        text.french = clean(&french);
                    }
                }
                Some(text)
            }
            other => reader.refuse(&other, path, JsonType::Text),
        }
    }
}

#[cfg(feature = "cli")]
impl schemars::JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Un texte en français, ou un objet par langue (« fr » obligatoire).",
            "anyOf": [
                { "type": "string" },
                { "type": "object", "required": ["fr"], "additionalProperties": { "type": "string" } }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::diagnostic::Severity;

    fn read(json: &str) -> Option<Text> {
        let json = serde_json::from_str(json).expect("the test writes JSON");
        let mut reader = Reader { diagnostics: &mut Vec::new(), severity: Severity::Ignored, entry: None };
        Text::from_json(json, &Path::ROOT, &mut reader)
    }

    #[test]
    fn reads_a_string_or_an_object_by_language() {
        let plain = read(r#"" Une\n  carte ""#).expect("a string is a text");
        assert_eq!(plain.as_str(), "Une carte");
        let both = read(r#"{"fr":"Une carte","en":"A map"}"#).expect("an object is a text");
        assert_eq!(both.as_str(), "Une carte");
        assert_eq!(read(r#"{"en":"A map"}"#), None, "French is the language of last resort");
    }

    #[test]
    fn keeps_no_break_spaces() {
        assert_eq!(Text::french("Qui\u{202f}? «\u{a0}Eux\u{a0}»").as_str(), "Qui\u{202f}? «\u{a0}Eux\u{a0}»");
    }
}
