//! What is read and shown as it is, and would better be written otherwise: for those who keep the data, so that
//! only the tool has it and no visitor waits for it.

mod licences;
mod markup;
mod terms;

use super::definitions::{CATALOGUE, Shape, TAGGED, Table};
use super::diagnostic::{Diagnostic, Expected, Path, Severity, shortened};
use super::json::Json;
use super::vocabulary::VocabularyKey;
use super::{load, place};

/// Every warning that [`crate::read`] does not give, in the order of the file; none when it cannot be read.
pub fn advice(json: &str) -> Vec<Diagnostic> {
    let json = load::without_mark(json);
    let Ok(tree) = load::parse(json) else { return Vec::new() };
    let mut adviser = Adviser { warnings: Vec::new(), entry: None };
    adviser.object(&CATALOGUE, &tree, &Path::ROOT);
    place::locate(json, &mut adviser.warnings);
    adviser.warnings.sort_by_key(|warning| warning.place.map(|place| (place.line, place.column)));
    adviser.warnings
}

struct Adviser {
    warnings: Vec<Diagnostic>,
    /// The id of the entry that is looked at.
    entry: Option<String>,
}

impl Adviser {
    fn warn(&mut self, path: &Path<'_>, found: &str, expected: Expected, suggestion: Option<String>) {
        let entry = self.entry.as_ref();
        self.warnings.push(Diagnostic::new(Severity::Warning, path, entry, found, expected, suggestion));
    }

    /// Looks at an object, or at the word that stands for it.
    fn object(&mut self, table: &'static Table, json: &Json, path: &Path<'_>) {
        let shape_of = |key: &str| table.rank(key, 0).map(|rank| table.fields[rank].shape);
        if let Json::Object(fields) = json {
            for (key, json) in fields {
                if let Some(shape) = shape_of(key) {
                    self.value(shape, json, &path.key(key));
                }
                self.field(table, key, json, &path.key(key));
            }
        } else if let Some(shape) = table.main.filter(|_| json.word().is_some()).and_then(shape_of) {
            self.value(shape, json, path);
        }
    }

    /// Looks at what is of a field rather than of its shape.
    fn field(&mut self, table: &'static Table, key: &str, json: &Json, path: &Path<'_>) {
        match (table.name, key) {
            ("RawSite", "licence") | ("RawLicenceTerm", "id") => self.licence(json, path),
            ("RawVocabularies", _) => self.terms(json, path),
            _ => {}
        }
    }

    fn value(&mut self, shape: Shape, json: &Json, path: &Path<'_>) {
        match shape {
            Shape::List(items) => {
                if let Json::List(list) = json {
                    list.iter().enumerate().for_each(|(rank, json)| self.value(*items, json, &path.index(rank)));
                } else {
                    self.value(*items, json, path);
                }
            }
            Shape::Text => self.text(json, path),
            Shape::Object(table) => self.object(table, json, path),
            Shape::Tagged(_) => self.object(&TAGGED, json, path),
            Shape::Unread(table) => {
                self.entry = json.get("id").and_then(Json::word).map(|id| id.into_owned());
                self.object(table, json, path);
                self.entry = None;
            }
            Shape::Term(VocabularyKey::Licence) => self.licence(json, path),
            _ => {}
        }
    }

    /// Texts are shown as they are: what formats them elsewhere would be read as letters.
    fn text(&mut self, json: &Json, path: &Path<'_>) {
        match json {
            Json::String(text) => {
                if let Some(found) = markup::found(text) {
                    self.warn(path, found, Expected::PlainText, None);
                }
            }
            Json::Object(languages) => {
                languages.iter().for_each(|(language, text)| self.text(text, &path.key(language)));
            }
            _ => {}
        }
    }

    fn licence(&mut self, json: &Json, path: &Path<'_>) {
        if let Some(id) = json.word()
            && let Some(name) = licences::renamed(&id)
        {
            self.warn(path, &id, Expected::PresentName, Some(name));
        }
    }

    fn terms(&mut self, json: &Json, path: &Path<'_>) {
        for (rank, label, other) in terms::alike(json.items()) {
            self.warn(&path.index(rank).key("label"), label, Expected::TermApart(shortened(other).into_owned()), None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn warnings_say_what_where_and_of_which_entry() {
        let text = json!({
            "site": {"licence": "GFDL-1.3", "title": "Le <b>site</b>", "examples": "**vélo**"},
            "vocabularies": {
                "licence": [{"id": "MIT", "label": "MIT"}, {"id": "AGPL-3.0", "label": "AGPL", "rights": {"usage": "`copier`"}}],
                "theme": [{"id": "education", "label": "Éducation"}, {"id": "education-2", "label": {"fr": "education"}}],
                "inconnu": 3,
            },
            "entries": [
                {"id": "a", "summary": {"fr": "Sobre", "en": "[site](https://a.fr)"}, "licence": "GPL-2.0+",
                 "needs": ["# Une pelle", {"text": "Rien"}], "aliases": "<b>"},
                {"id": 7, "licences": [{"id": "MIT"}, {"id": "LGPL-2.1", "note": "Salut &eacute;"}], "need": ["<p>"]},
                "<b>",
            ],
        });
        let told: Vec<String> = (advice(&text.to_string()).into_iter())
            .map(|warning| {
                assert!(warning.is_warning() && warning.place.is_some());
                let entry = warning.entry.unwrap_or_default();
                format!("{} {entry}: {} {:?} {:?}", warning.path, warning.found, warning.expected, warning.suggestion)
            })
            .collect();
        let mut expected = [
            r#"entries[0].licence a: GPL-2.0+ PresentName Some("GPL-2.0-or-later")"#,
            "entries[0].needs[0] a: # Une pelle PlainText None",
            "entries[0].summary.en a: [site](https://a.fr) PlainText None",
            r#"entries[1].licences[1].id 7: LGPL-2.1 PresentName Some("LGPL-2.1-only")"#,
            "entries[1].licences[1].note 7: &eacute; PlainText None",
            "site.examples : **vélo** PlainText None",
            r#"site.licence : GFDL-1.3 PresentName Some("GFDL-1.3-only")"#,
            "site.title : <b> PlainText None",
            r#"vocabularies.licence[1].id : AGPL-3.0 PresentName Some("AGPL-3.0-only")"#,
            "vocabularies.licence[1].rights.usage : `copier` PlainText None",
            r#"vocabularies.theme[1].label : education TermApart("Éducation") None"#,
        ];
        expected.sort_unstable();
        let mut sorted = told;
        sorted.sort_unstable();
        assert_eq!(sorted, expected);
        assert_eq!(advice("{"), []);
        assert_eq!(advice("[1]"), []);
    }
}
