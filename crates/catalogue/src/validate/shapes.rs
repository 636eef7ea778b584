//! What a value of each shape must be to be sound, whatever the field: what is not is told, and taken away.

use super::checker::{Checker, item_of};
use crate::base_url::BaseUrl;
use crate::definitions::{Presence, Shape};
use crate::diagnostic::{Expected, Path, Severity, nearest};
use crate::identity::Colour;
use crate::pages::is_page_id;
use crate::scalar::{self, PartialDate, SafeUrl};
use crate::site_path::{is_file, is_site_path, nearest_path};
use crate::value::{Items, Parts, Value};
use crate::vocabulary::{TermIndex, VocabularyKey};
use crate::{identifier, meant};
use messages::Language;

impl Checker<'_> {
    /// The sound value of a field.
    pub(super) fn value(&mut self, parts: &mut Parts, key: &str, path: &Path<'_>) -> Value {
        let (shape, value) = parts.take(key);
        self.check(shape, value, &path.key(key))
    }

    /// The sound value of a field without which the object is left out.
    pub(super) fn required(&mut self, parts: &mut Parts, key: &str, path: &Path<'_>) -> Value {
        let (shape, value) = parts.take(key);
        self.must(Severity::LeftOut, shape, value, &path.key(key))
    }

    /// The sound value of this shape, of which the lack costs this much.
    fn must(&mut self, cost: Severity, shape: Shape, value: Value, path: &Path<'_>) -> Value {
        match value {
            Value::Word(word) => self.meaning(cost, shape, word, path),
            value if value.is_sound() => self.check(shape, value, path),
            _ => {
                self.missing(cost, path);
                Value::Unsound
            }
        }
    }

    /// Takes away what is not sound of an object that stays whatever it lacks.
    pub(super) fn fields(&mut self, parts: &mut Parts, path: &Path<'_>) {
        for (rank, value) in &mut parts.values {
            let field = &parts.table.fields[*rank];
            *value = self.check(field.shape, std::mem::take(value), &path.key(field.key));
        }
    }

    /// A value of this shape, as far as it is sound.
    pub(super) fn check(&mut self, shape: Shape, value: Value, path: &Path<'_>) -> Value {
        match (shape, value) {
            (Shape::List(Shape::Text | Shape::Plain), items) => items,
            (_, Value::Word(word)) => self.meaning(Severity::Ignored, shape, word, path),
            (Shape::Columns, Value::Number(count)) => {
                self.meaning(Severity::Ignored, Shape::Word(&["3", "4"]), count.to_string(), path)
            }
            (Shape::List(shape), Value::List(items)) => Value::List(self.list(*shape, items, path)),
            (Shape::Tagged(vocabulary), Value::Object(parts)) => self.object(parts, Some(vocabulary), path),
            (_, Value::Object(parts)) => self.object(parts, None, path),
            (_, value) => value,
        }
    }

    /// The sound items of a list, where a term or an entry is once.
    fn list(&mut self, shape: Shape, items: Items, path: &Path<'_>) -> Items {
        let (mut seen, mut sound) = (Vec::new(), Items::with_capacity(items.len()));
        for (rank, item) in items {
            let path = item_of(path, rank);
            let id = if let Value::Word(id) = &item { id.clone() } else { String::new() };
            let value = self.check(shape, item, &path);
            match (shape, &value) {
                (_, Value::Unsound) => continue,
                (Shape::Entry | Shape::Term(_), Value::Number(found)) => match seen.binary_search(found) {
                    Ok(_) => {
                        self.report(Severity::Ignored, &path, &id, Expected::NotYet, None);
                        continue;
                    }
                    Err(place) => seen.insert(place, *found),
                },
                _ => {}
            }
            sound.push((rank, value));
        }
        sound
    }

    /// An object whose parts are sound, or nothing when it lacks what it must have.
    fn object(&mut self, mut parts: Parts, vocabulary: Option<VocabularyKey>, path: &Path<'_>) -> Value {
        let (fields, needs) = (parts.table.fields, parts.table.needs);
        // What an entry says is a value of it; the rest of the file lists elements.
        let cost = if self.entry.is_some() { Severity::Ignored } else { Severity::LeftOut };
        let mut is_whole = true;
        for (rank, field) in fields.iter().enumerate() {
            let mut absent = Value::Absent;
            let said = parts.values.iter_mut().find(|(known, _)| *known == rank);
            let value = said.map_or(&mut absent, |(_, value)| value);
            let (is_required, path) = (field.presence == Presence::Required, path.key(field.key));
            let shape = match (field.shape, vocabulary) {
                (Shape::Tag, Some(vocabulary)) => Shape::Term(vocabulary),
                (shape, _) => shape,
            };
            *value = match std::mem::take(value) {
                value if is_required => self.must(cost, shape, value, &path),
                value => self.check(shape, value, &path),
            };
            is_whole &= !is_required || value.is_sound();
        }
        if !is_whole {
            return Value::Unsound;
        }
        let mut needed = parts.values.iter().filter(|(rank, _)| needs.contains(&fields[*rank].key));
        if needs.is_empty() || needed.clone().any(|(_, value)| value.is_sound()) {
            return Value::Object(parts);
        }
        // What is there and is not sound has been told.
        if !needed.any(|(_, value)| matches!(value, Value::Unsound)) {
            let expected = if needs.len() > 1 { Expected::AnyOf(needs) } else { Expected::Present };
            self.lacks(cost, &path.key(needs[0]), expected);
        }
        Value::Unsound
    }

    /// The term of an id; of a licence under its former name, the one that has the present name.
    fn term(&self, key: VocabularyKey, id: &str) -> Option<TermIndex> {
        let renamed = || scalar::renamed_licence(id).filter(|_| key == VocabularyKey::Licence);
        self.vocabularies.find(key, id).or_else(|| self.vocabularies.find(key, &renamed()?))
    }

    /// What a word of this shape stands for.
    fn meaning(&mut self, severity: Severity, shape: Shape, word: String, path: &Path<'_>) -> Value {
        let found = match shape {
            Shape::Slug if !scalar::is_slug(&word) => {
                Err((Expected::Slug, Some(text::slug(&word)).filter(|slug| !slug.is_empty())))
            }
            Shape::PageId if !is_page_id(&word) => {
                let near: Vec<String> = word.split('/').map(text::slug).filter(|part| !part.is_empty()).collect();
                Err((Expected::Slug, Some(near.join("/")).filter(|near| is_page_id(near))))
            }
            Shape::SiteAddress if BaseUrl::parse(&word).is_err() => {
                let near = scalar::to_url(word.split(['?', '#']).next().unwrap_or_default());
                Err((Expected::SiteUrl, near.filter(|near| BaseUrl::parse(near).is_ok())))
            }
            Shape::Email if !scalar::is_email(&word) => Err((Expected::Email, None)),
            Shape::Identifier(register) => {
                let like = Expected::Identifier(register.name(Language::default()), identifier::example(register));
                identifier::parse(register, &word).map(Value::Word).ok_or((like, None))
            }
            Shape::Date => PartialDate::parse(&word).map(Value::Date).ok_or((Expected::Date, None)),
            Shape::Address => {
                SafeUrl::parse(&word).map(Value::Address).ok_or_else(|| match scalar::names_user(&word) {
                    true => (Expected::NoUser, None),
                    false => (Expected::SafeUrl, scalar::to_url(&word)),
                })
            }
            Shape::Target => match SafeUrl::parse(&word) {
                Some(url) => Ok(Value::Address(url)),
                None if is_site_path(&word) => return Value::Word(word),
                None if scalar::names_user(&word) => Err((Expected::NoUser, None)),
                None => Err((Expected::Target, nearest_path(&word).or_else(|| scalar::to_url(&word)))),
            },
            Shape::File(ends) if !is_file(&word, ends) => {
                Err((Expected::File(ends), nearest_path(&word).filter(|near| is_file(near, ends))))
            }
            Shape::Colour => {
                Colour::parse(&word).map(|colour| Value::Number(colour.number())).ok_or((Expected::Colour, None))
            }
            Shape::Word(words) => words
                .iter()
                .position(|known| *known == word)
                .map(Value::rank)
                .ok_or_else(|| (Expected::OneOf(words.into()), nearest(&word, words.iter().copied()))),
            Shape::Kind => self.kinds.parse(&word).map(|kind| Value::rank(kind.rank())).ok_or_else(|| {
                let kinds = self.kinds.all().iter();
                let known = kinds.clone().map(|kind| (kind.word(), self.kinds.words(*kind).name));
                (Expected::OneOf(kinds.map(|kind| kind.word()).collect()), meant::id(&word, known))
            }),
            Shape::Term(key) => self.term(key, &word).map(|term| Value::Number(term.0)).ok_or_else(|| {
                let terms = self.vocabularies.terms(key).iter().map(|term| (term.id.as_str(), term.label.as_str()));
                (Expected::Term(key.word()), meant::id(&word, terms))
            }),
            Shape::Document => {
                self.documents.iter().position(|(id, _)| *id == word).map(Value::rank).ok_or_else(|| {
                    let documents = self.documents.iter().map(|(id, title)| (id.as_str(), title.as_str()));
                    (Expected::Document, meant::id(&word, documents))
                })
            }
            // One to an entry that is left out is dropped without a word of its own.
            Shape::Entry => return self.reference(&word, path).map_or(Value::Unsound, |entry| Value::Number(entry.0)),
            _ => return Value::Word(word),
        };
        found.unwrap_or_else(|(expected, suggestion)| {
            self.report(severity, path, &word, expected, suggestion);
            Value::Unsound
        })
    }
}
