//! A text of the data: in French, or else in the language that it is in; its other languages stay with it.

use std::fmt;

use messages::Language;

/// The language in which texts are unless they say otherwise.
pub const UNTOLD_LANGUAGE: &str = Language::French.word();

/// A text, in French unless it has a language.
///
/// White space is collapsed when it is read, so that a text typed over several lines of the
/// data file shows as one clean paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    words: Box<str>,
    /// What few texts have, apart: entries have room for many texts, most of them absent.
    languages: Option<Box<Languages>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Languages {
    /// The one of the text itself.
    own: Option<Box<str>>,
    /// What it says in other languages, each by its name.
    others: Box<[(Box<str>, Box<str>)]>,
}

impl Text {
    /// A French text, cleaned.
    pub fn french(text: &str) -> Self {
        Self { words: clean(text), languages: None }
    }

    /// A text of its versions, each with its language; nothing when there is none.
    pub(crate) fn of_versions(mut versions: Vec<(String, String)>) -> Option<Self> {
        let shown = shown_among(versions.iter().map(|(language, _)| &**language))?;
        let (language, words) = versions.remove(shown);
        let own = (!is_untold(&language)).then(|| language.into());
        let others: Box<[_]> = versions.into_iter().map(|(key, words)| (key.into(), clean(&words))).collect();
        let is_plain = own.is_none() && others.is_empty();
        let languages = (!is_plain).then(|| Box::new(Languages { own, others }));
        Some(Self { words: clean(&words), languages })
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.words
    }

    /// The language of the text when it is not French, as BCP 47 names it.
    pub fn language(&self) -> Option<&str> {
        self.languages.as_ref()?.own.as_deref()
    }

    /// The text in each language that it has, the one that is shown first: the language, when it is not simply
    /// French, and the words.
    pub fn versions(&self) -> impl Iterator<Item = (Option<&str>, &str)> {
        let others = self.languages.iter().flat_map(|languages| &languages.others);
        let told =
            others.map(|(language, words)| (Some(&**language).filter(|name| *name != UNTOLD_LANGUAGE), &**words));
        [(self.language(), self.as_str())].into_iter().chain(told)
    }

    /// Whether the text has a language of its own, or is written from right to left if only in part: what stands
    /// around it must not mix with it.
    pub fn is_foreign(&self) -> bool {
        // Hebrew, Arabic and the scripts beside them, in the blocks that Unicode keeps for such scripts.
        let leftwards = |c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
        self.language().is_some() || self.words.chars().any(leftwards)
    }

    /// Whether the text says nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

/// Whether a key can be the name of a language, as BCP 47 writes it: `en`, `pt-BR`.
pub fn is_language(key: &str) -> bool {
    let mut parts = key.split('-');
    parts.next().is_some_and(|code| (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphabetic()))
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// Whether a language, as BCP 47 names it, is the one that texts are in unless they say otherwise: `fr`, `fr-CH`.
pub fn is_untold(language: &str) -> bool {
    language.split('-').next().is_some_and(|code| code.eq_ignore_ascii_case(UNTOLD_LANGUAGE))
}

/// The place, among these languages, of the one that is shown: French, that of a region where there is no other, else
/// the first; nothing when there is none.
pub fn shown_among<'a>(mut languages: impl Iterator<Item = &'a str> + Clone) -> Option<usize> {
    let french = languages.clone().position(|language| language == UNTOLD_LANGUAGE);
    french.or_else(|| languages.clone().position(is_untold)).or_else(|| languages.next().map(|_| 0))
}

/// Collapses runs of white space, but keeps the no-break spaces of French typography.
fn clean(text: &str) -> Box<str> {
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
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Option<Text> {
        Text::of(serde_json::from_str(json).expect("the test writes JSON"))
    }

    #[test]
    fn a_text_is_french_or_says_in_which_language_it_is() {
        for (json, words, language) in [
            (r#"" Une\n  carte ""#, "Une carte", None),
            ("\"Qui\u{202f}? «\u{a0}Eux\u{a0}»\"", "Qui\u{202f}? «\u{a0}Eux\u{a0}»", None),
            (r#"{"fr":"Une carte","en":"A map"}"#, "Une carte", None),
            (r#"{"en": "A map", "br": "Ur gartenn"}"#, "A map", Some("en")),
            (r#"{"en": "A map", "fr": "Une carte"}"#, "Une carte", None),
            (r#"{"en": "A map", "fr-CH": "Une carte"}"#, "Une carte", None),
            (r#"{"fr": " ", "pt-BR": "Um mapa"}"#, "Um mapa", Some("pt-BR")),
            (r#"{"fr": ["a"], "ar": "خريطة"}"#, "خريطة", Some("ar")),
            (r#"{"texte": "?", "en": "A map"}"#, "A map", Some("en")),
            (r#"{"fr": 2024}"#, "2024", None),
            ("7.50", "7.5", None),
        ] {
            let text = read(json).expect(json);
            assert_eq!((text.as_str(), text.language()), (words, language), "{json}");
        }
        for json in [r#"{"texte": "Une carte"}"#, r#"{"en": ["A map"]}"#, "[3]", "true"] {
            assert_eq!(read(json), None, "{json}");
        }
    }

    #[test]
    fn every_language_is_kept() {
        let text = read(r#"{"en": " A  map", "fr-CH": "Une carte", "br": "Ur gartenn", "fr": "Une autre", "de": ""}"#);
        let text = text.expect("it has languages");
        // The French of every region comes first.
        let expected =
            [(None, "Une autre"), (Some("en"), "A map"), (Some("fr-CH"), "Une carte"), (Some("br"), "Ur gartenn")];
        assert_eq!(text.versions().collect::<Vec<_>>(), expected);
        let text = read(r#"{"fr": "Une carte", "fr-CA": "Un plan"}"#).expect("it has languages");
        assert_eq!(text.versions().nth(1), Some((Some("fr-CA"), "Un plan")));
        assert_eq!(Text::french("Une carte").versions().collect::<Vec<_>>(), [(None, "Une carte")]);
    }

    #[test]
    fn scripts_from_right_to_left_are_told() {
        for (text, expected) in [
            ("Une carte «\u{a0}à tous\u{a0}»…", false),
            ("開放資料平臺, ਪੰਜਾਬੀ, Ελληνικά, Русский", false),
            ("منصة (v2.0)", true),
            ("Koha ספר", true),
            ("𞤀𞤣𞤤𞤢𞤥", true),
        ] {
            assert_eq!(Text::french(text).is_foreign(), expected, "{text}");
        }
    }
}
