//! A text of the data: French, with translations where the data gives them.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

/// A text in French and, optionally, other languages.
///
/// White space is collapsed when it is read, so that a text typed over several lines of the
/// data file shows as one clean paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    french: String,
    others: Vec<(String, String)>,
}

impl Text {
    /// A French text, cleaned.
    #[must_use]
    pub fn french(text: &str) -> Self {
        Self { french: clean(text), others: Vec::new() }
    }

    /// The text in `language` (an ISO 639-1 code), or in French when it is not translated.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        self.others.iter().find(|(code, _)| code == language).map_or(&self.french, |(_, text)| text)
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

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
                Ok(Text::french(text))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
                let mut text = Text::default();
                while let Some((language, value)) = map.next_entry::<String, String>()? {
                    if language == "fr" {
                        text.french = clean(&value);
                    } else {
                        text.others.push((language, clean(&value)));
                    }
                }
                if text.french.is_empty() { Err(A::Error::custom("expected text in French")) } else { Ok(text) }
            }
        }

        deserializer.deserialize_any(TextVisitor)
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
    use super::Text;

    #[test]
    fn reads_a_string_or_an_object_by_language() {
        let plain: Text = serde_json::from_str(r#""  Une\n  carte ""#).expect("a string is a text");
        assert_eq!(plain.as_str(), "Une carte");
        let both: Text = serde_json::from_str(r#"{"en":"A map","fr":"Une carte"}"#).expect("an object is a text");
        assert_eq!((both.get("en"), both.get("fr"), both.get("de")), ("A map", "Une carte", "Une carte"));
        assert!(serde_json::from_str::<Text>(r#"{"en":"A map"}"#).is_err(), "French is the language of last resort");
    }

    #[test]
    fn keeps_no_break_spaces() {
        assert_eq!(Text::french("Qui\u{202f}? «\u{a0}Eux\u{a0}»").as_str(), "Qui\u{202f}? «\u{a0}Eux\u{a0}»");
    }
}
