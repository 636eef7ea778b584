//! The values of fields that hold several objects: sentences with their terms, addresses, licences, figures, dates.

use catalogue::{Json, Licensed, LinkKind, Shape, Table, VocabularyKey};

use crate::book::Book;
use crate::fields;
use crate::mapping::Rules;
use crate::prose::{self, Prose};
use crate::values::{Values, filled, labelled, object, split, text, words};
use crate::written::{date, email};

impl Values<'_, '_> {
    /// Sentences, each with a term of a vocabulary.
    pub(crate) fn tagged(&self, book: &mut Book, vocabulary: VocabularyKey, rules: &Rules) -> Vec<Json> {
        let mut items: Vec<Json> = Vec::new();
        for rule in &rules.0 {
            let sentences = words(rule, self.row);
            let tags = rule.tags_from.as_ref().map(|path| split(rule, self.row.words(path)));
            let tags = tags.filter(|tags| tags.len() == sentences.len());
            for (rank, word) in sentences.into_iter().enumerate() {
                let label = tags.as_ref().map(|tags| &tags[rank]).or(rule.tag.then_some(&word));
                let tag = label.and_then(|label| book.term(vocabulary, label)).map(text);
                book.put_item(&mut items, filled([("text", Some(text(word))), ("tag", tag)]));
            }
        }
        items
    }

    /// Objects, each told by a word, with its label in the first other text that the object has, and its sort where it
    /// is an address.
    pub(crate) fn objects(&mut self, book: &mut Book, field: &str, table: &Table, rules: &Rules) -> Vec<Json> {
        let keys = fields::main_keys(table);
        let is_label = |field: &&catalogue::Field| matches!(field.shape, Shape::Text) && !keys.contains(&field.key);
        let label_key = table.fields.iter().find(is_label).map(|field| field.key);
        let has_kind = table.shape("kind").is_some();
        let mut items: Vec<Json> = Vec::new();
        for rule in &rules.0 {
            let kind = rule.kind.as_deref().filter(|kind| LinkKind::WORDS.contains(kind));
            let kind = has_kind.then(|| kind.unwrap_or(LinkKind::Other.word()));
            for (word, label) in labelled(rule, self.row) {
                // Where a source gives either, an address of mail goes to emails.
                if kind == Some(LinkKind::Contact.word()) && email(&word).is_some() {
                    continue;
                }
                let word = if rule.prose == Prose::Plain { word } else { prose::line(rule.prose, &word) };
                let Some((key, value)) = self.main_value(book, field, table, &keys, &word) else { continue };
                let label = label_key.and_then(|key| Some((key, text(label?))));
                let kind = kind.map(|kind| ("kind", text(kind)));
                let mut parts: Vec<(&'static str, Json)> =
                    [(key, value)].into_iter().chain(label).chain(kind).collect();
                parts.sort_by_key(|(key, _)| table.fields.iter().position(|field| field.key == *key));
                book.put_item(&mut items, object(parts));
            }
        }
        items
    }

    /// The first of the keys of an object that takes a word, and its value.
    fn main_value(
        &mut self,
        book: &mut Book,
        field: &str,
        table: &Table,
        keys: &[&'static str],
        word: &str,
    ) -> Option<(&'static str, Json)> {
        let (last, before) = keys.split_last()?;
        for key in before {
            let value = match table.shape(key) {
                Some(Shape::Entry) => book.named(word),
                Some(Shape::Date) => date(word),
                _ => None,
            };
            if let Some(value) = value {
                return Some((key, text(value)));
            }
        }
        let value = match table.shape(last)? {
            Shape::List(_) => Json::List(vec![text(word)]),
            shape => self.value(book, field, shape, word)?,
        };
        Some((last, value))
    }

    pub(crate) fn licences(&mut self, book: &mut Book, rules: &Rules) -> Vec<Json> {
        let mut licences: Vec<Json> = Vec::new();
        for rule in &rules.0 {
            for word in words(rule, self.row) {
                // « code : MIT » says what it is about; SPDX joins several by these words.
                let (said, word) = match word.split_once(':') {
                    Some((of, id)) if Licensed::WORDS.contains(&of.trim()) => {
                        (Some(of.trim().to_owned()), id.to_owned())
                    }
                    _ => (None, word),
                };
                let of = said.or_else(|| rule.of.clone()).filter(|of| Licensed::WORDS.contains(&of.as_str()));
                for id in alternatives(&word) {
                    let Some(id) = book.term(VocabularyKey::Licence, id) else { continue };
                    let of = of.clone().map(text);
                    book.put_item(&mut licences, filled([("id", Some(text(id))), ("of", of)]));
                }
            }
        }
        licences
    }
}

/// The licences of an expression of SPDX.
fn alternatives(expression: &str) -> impl Iterator<Item = &str> {
    let parts = expression.split(" OR ").flat_map(|part| part.split(" AND "));
    parts.map(|part| part.trim_matches(['(', ')', ' '])).filter(|part| !part.is_empty())
}
