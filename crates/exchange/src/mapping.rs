//! What says which path of a source goes to which field: a small file of data, in JSON.

use std::collections::BTreeMap;
use std::fmt;

use catalogue::{Json, Kind, Kinds, Model, VocabularyKey};
use messages::Language;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use source::{File, Format, Lines};
use thiserror::Error;

use crate::fields;
use crate::prose::Prose;
use crate::values::{items_at, text_at};

/// Why a mapping cannot be used, in French.
#[derive(Debug, Error)]
pub enum MappingError {
    #[error("{file}:{line}:{column}\u{a0}: cette correspondance ne peut pas être lue\u{a0}: {cause}")]
    Syntax { file: String, line: usize, column: usize, cause: String },
    #[error(
        "{file}\u{a0}: «\u{a0}{field}\u{a0}» n’est pas un champ d’une fiche. Champs possibles\u{a0}: {}.",
        fields::names()
    )]
    UnknownField { file: String, field: String },
    #[error("{file}\u{a0}: «\u{a0}{kind}\u{a0}» n’est pas un genre de fiche. Genres\u{a0}: {known}.")]
    UnknownKind { file: String, kind: String, known: String },
    #[error("{file}\u{a0}: «\u{a0}{vocabulary}\u{a0}» n’est pas un vocabulaire.")]
    UnknownVocabulary { file: String, vocabulary: String },
}

/// How a source becomes entries.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Its id, which is that of the document that entries cite.
    pub name: String,
    /// What the source is called.
    pub title: String,
    /// Where it is published.
    #[serde(default)]
    pub url: Option<String>,
    /// Its licence, to be cited.
    #[serde(default)]
    pub licence: Option<String>,
    /// The language of its texts when it is not French, as BCP 47 names it.
    #[serde(default)]
    pub language: Option<String>,
    /// By what the source is known.
    #[serde(default)]
    pub recognise: Recognise,
    /// The kinds that entries may have beside those of the format, as a catalogue defines them.
    #[serde(default)]
    pub kinds: Vec<Json>,
    /// Its rows, those that others refer to first.
    pub sets: Vec<Set>,
}

/// By what a source is known: a name of file and keys of its first row. What is empty asks nothing.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recognise {
    /// A name with stars.
    #[serde(default)]
    pub file: Option<String>,
    /// Paths, each with a value in the first row or the whole tree.
    #[serde(default)]
    pub keys: Vec<String>,
}

/// Rows of one sort.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Set {
    /// The path of the files, with stars; every file without it.
    #[serde(default)]
    pub files: Option<String>,
    /// The path of the rows in a file.
    #[serde(default = "every_row")]
    pub rows: String,
    /// Words that paths of a row must have, one of each.
    #[serde(default)]
    pub when: BTreeMap<String, Vec<String>>,
    /// The kind of the entries.
    #[serde(default = "commons")]
    pub entry: String,
    /// What their kind is made of, where the source says it.
    #[serde(default)]
    pub entry_from: Rules,
    /// The vocabulary whose terms the rows are, rather than entries: `id`, `label` and `url` are their fields.
    #[serde(default)]
    pub vocabulary: Option<String>,
    /// Paths of what other rows call a row.
    #[serde(default)]
    pub key: Vec<String>,
    /// What each field is made of.
    pub fields: BTreeMap<String, Rules>,
    /// Keys of the source that are left out knowingly.
    #[serde(default)]
    pub ignore: Vec<String>,
}

fn every_row() -> String {
    "[]".to_owned()
}

fn commons() -> String {
    Kind::COMMONS.word().to_owned()
}

/// What a field is made of: the first rule that gives something, or all of them where there may be several values.
#[derive(Debug, Clone, Default)]
pub struct Rules(pub Vec<Rule>);

/// One way to make values.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rule {
    /// Paths: the values are those of the first that has some.
    #[serde(deserialize_with = "one_or_more")]
    pub from: Vec<String>,
    /// The path of parts, each of which is a row for the other paths.
    pub each: Option<String>,
    /// A value that is always there.
    pub value: Option<String>,
    /// What separates several values in one.
    #[serde(deserialize_with = "one_or_more")]
    pub split: Vec<String>,
    /// What a value must contain to be taken.
    pub containing: Option<String>,
    /// What comes before a value, up to the last of it, and is left out.
    pub after: Option<String>,
    /// How texts are written.
    pub prose: Prose,
    /// Words, and what is written for them; nothing for those that say nothing. `*` stands for any other.
    pub words: BTreeMap<String, Option<String>>,
    /// Whether words that `words` does not have are left out.
    pub only: bool,
    /// What the value is put in, at `{}`.
    pub template: Option<String>,
    /// The path of an object whose keys are languages: the other paths start from its values.
    pub languages: Option<String>,
    /// The sort of an address.
    pub kind: Option<String>,
    /// The label of an address, a figure or a date.
    pub label: Option<String>,
    /// The path of this label.
    pub label_from: Option<String>,
    /// What a licence is about.
    pub of: Option<String>,
    /// Whether a classified sentence is a term too.
    pub tag: bool,
    /// The path of the terms of classified sentences, as many as these.
    pub tags_from: Option<String>,
}

impl Mapping {
    /// Reads a mapping from the text of a file.
    ///
    /// # Errors
    /// When it is not JSON of this form, or names what entries do not have.
    pub fn read(file: &str, text: &str) -> Result<Self, MappingError> {
        let file = || file.to_owned();
        let text = text.trim_start_matches('\u{feff}');
        let mapping: Self = serde_json::from_str(text).map_err(|error| syntax(file(), text, &error))?;
        for set in &mapping.sets {
            if mapping.kind(&set.entry).is_none() {
                let known = mapping.kinds().collect::<Vec<_>>().join(", ");
                return Err(MappingError::UnknownKind { file: file(), kind: set.entry.clone(), known });
            }
            if let Some(vocabulary) = &set.vocabulary {
                if VocabularyKey::parse(vocabulary).is_none() {
                    return Err(MappingError::UnknownVocabulary { file: file(), vocabulary: vocabulary.clone() });
                }
                continue;
            }
            if let Some(field) = set.fields.keys().find(|field| !fields::is_one(field)) {
                return Err(MappingError::UnknownField { file: file(), field: field.clone() });
            }
        }
        Ok(mapping)
    }
}

/// Why a text is no mapping: what is wrong in its JSON, or what `serde` says of it, in French.
fn syntax(file: String, text: &str, error: &serde_json::Error) -> MappingError {
    let read = File { path: (&file).into(), format: Format::Json, text: text.to_owned() };
    let ((line, column), cause) = match read.root(0) {
        Err(fault) => (Lines::of(text).place(fault.range.start), fault.sentence(Language::French).to_owned()),
        Ok(_) => ((error.line(), error.column()), in_french(&error.to_string())),
    };
    MappingError::Syntax { file, line, column, cause }
}

/// How `serde` starts, and the same in French.
const SAID: [(&str, &str); 5] = [
    ("unknown field", "cette clé n’est pas connue"),
    ("unknown variant", "ce mot n’est pas connu"),
    ("missing field", "il manque une clé"),
    ("duplicate field", "cette clé y est deux fois"),
    ("", "cette valeur n’est pas de la sorte attendue"),
];
/// What it expects, and the same in French.
const EXPECTED: [(&str, &str); 5] = [
    ("a string", "un texte"),
    ("a sequence", "une liste"),
    ("a map", "un objet"),
    ("struct", "un objet"),
    ("a boolean", "true ou false"),
];

/// What `serde` says, with the words that it names between grave accents: the one at fault, then those that may be.
fn in_french(said: &str) -> String {
    let said = said.rsplit_once(" at line").map_or(said, |(said, _)| said);
    let (found, expected) = said.split_once(", expected ").unwrap_or((said, ""));
    let words = |said: &str| said.split('`').skip(1).step_by(2).collect::<Vec<_>>().join(", ");
    let start = SAID.iter().find(|(start, _)| said.starts_with(start)).map_or("", |(_, french)| french);
    let sort = EXPECTED.iter().find(|(sort, _)| expected.starts_with(sort)).map(|(_, french)| *french);
    // What rules say is in French.
    let sort = sort.or(Some(expected).filter(|expected| expected.starts_with("un ")));
    let [found, expected] = [words(found), sort.map_or_else(|| words(expected), str::to_owned)];
    let found = if found.is_empty() { found } else { format!(" ({found})") };
    let expected = if expected.is_empty() { expected } else { format!("\u{202f}; attendu\u{a0}: {expected}") };
    format!("{start}{found}{expected}.")
}

/// The name of the mapping of the catalogue's own table.
const OWN_TABLE: &str = "communs-csv";

impl Mapping {
    /// Whether it is that of the catalogue's own table, in which ids tell entries.
    pub fn is_own_table(&self) -> bool {
        self.name == OWN_TABLE
    }

    /// Takes the kinds that a catalogue defines, as its file says them; those that both define are the catalogue's.
    pub(crate) fn take_kinds(&mut self, tree: &Json, known: &Kinds) {
        let is_known = |kind: &Json| text_at(kind, "id").is_some_and(|id| known.parse(id).is_some());
        self.kinds.retain(|kind| !is_known(kind));
        self.kinds.extend(items_at(tree, "kinds").iter().filter(|kind| is_known(kind)).cloned());
    }

    /// The words of the kinds that entries may have.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = &str> {
        let own = self.kinds.iter().filter_map(|kind| text_at(kind, "id"));
        Model::WORDS.iter().copied().chain(own)
    }

    /// The one of these words that this is.
    pub(crate) fn kind(&self, word: &str) -> Option<&str> {
        self.kinds().find(|known| *known == word)
    }
}

impl Set {
    /// Whether it reads a file.
    pub(crate) fn reads(&self, file: &str) -> bool {
        self.files.as_deref().is_none_or(|pattern| stars(pattern, file).is_some())
    }
}

/// What the stars of a pattern stand for in a name that is of it: each stands for anything.
pub(crate) fn stars<'a>(pattern: &str, name: &'a str) -> Option<Vec<&'a str>> {
    let mut parts: Vec<&str> = pattern.split('*').collect();
    let last = parts.pop().filter(|_| !parts.is_empty());
    let Some(last) = last else { return (pattern == name).then(Vec::new) };
    let mut rest = name.strip_prefix(parts[0])?;
    let mut found = Vec::new();
    for part in &parts[1..] {
        let (star, after) = rest.split_once(part)?;
        found.push(star);
        rest = after;
    }
    found.push(rest.strip_suffix(last)?);
    Some(found)
}

fn one_or_more<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    struct Words;
    impl<'de> Visitor<'de> for Words {
        type Value = Vec<String>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("un texte ou une liste de textes")
        }

        fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
            Ok(vec![value.to_owned()])
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
            let mut words = Vec::new();
            while let Some(word) = items.next_element()? {
                words.push(word);
            }
            Ok(words)
        }
    }
    deserializer.deserialize_any(Words)
}

impl<'de> Deserialize<'de> for Rules {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Rules;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("un chemin, une règle ou une liste de règles")
            }

            fn visit_str<E>(self, path: &str) -> Result<Rules, E> {
                Ok(Rules(vec![Rule { from: vec![path.to_owned()], ..Rule::default() }]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Rules, A::Error> {
                let mut rules = Vec::new();
                while let Some(Rules(more)) = items.next_element()? {
                    rules.extend(more);
                }
                Ok(Rules(rules))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Rules, A::Error> {
                Ok(Rules(vec![Rule::deserialize(MapAccessDeserializer::new(map))?]))
            }
        }
        deserializer.deserialize_any(Any)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_match_stars() {
        for (pattern, name, expected) in [
            ("*.yml", "a/b.yml", true),
            ("*software/*.yml", "software/a.yml", true),
            ("software/*.yml", "tags/a.yml", false),
            ("a.csv", "a.csv", true),
            ("a.csv", "b.csv", false),
            ("*", "", true),
        ] {
            assert_eq!(stars(pattern, name).is_some(), expected, "{pattern} {name}");
        }
    }

    #[test]
    fn faults_of_mappings_are_told() {
        for (text, told) in [
            ("{\"name\":\"a\"", "a.json:1:"),
            (r#"{"name":"a","title":"A","sets":[{"fields":{"nom":"x"}}]}"#, "«\u{a0}nom\u{a0}» n’est pas un champ"),
            (r#"{"name":"a","title":"A","sets":[{"entry":"chose","fields":{}}]}"#, "genre"),
            (r#"{"name":"a","title":"A","sets":[{"fields":{"name":{"form":"x"}}}]}"#, "form"),
            (
                "{\"name\":\"a\"",
                "1:1\u{a0}: cette correspondance ne peut pas être lue\u{a0}: le fichier s’arrête avant sa fin",
            ),
            (r#"{"name":"a" "title":"A"}"#, "il manque une virgule"),
            (
                r#"{"name":"a","form":"x"}"#,
                "cette clé n’est pas connue (form)\u{202f}; attendu\u{a0}: name, title, url, ",
            ),
            (r#"{"name":"a","sets":[]}"#, "\u{a0}: il manque une clé (title)."),
            (r#"{"name":3}"#, "n’est pas de la sorte attendue (3)\u{202f}; attendu\u{a0}: un texte."),
            (r#"{"name":"a","title":"A","sets":{}}"#, "de la sorte attendue\u{202f}; attendu\u{a0}: une liste."),
            (r#"{"name":"a","title":"A","sets":[{"fields":{"name":true}}]}"#, "attendu\u{a0}: un chemin, une règle"),
            (
                r#"{"name":"a","title":"A","sets":[{"fields":{"name":{"prose":"tex"}}}]}"#,
                "(tex)\u{202f}; attendu\u{a0}: plain, ",
            ),
        ] {
            let error = Mapping::read("a.json", text).unwrap_err().to_string();
            assert!(error.contains(told) && !error.contains("expected") && !error.contains(" at line"), "{error}");
        }
    }
}
