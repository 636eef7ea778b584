//! The values of one field of one row, in the form that the field has.

use std::borrow::Cow;

use catalogue::{Json, Licensed, LinkKind};

use crate::book::Book;
use crate::fields::Shape;
use crate::mapping::{Mapping, Rule, Rules};
use crate::path::Row;
use crate::prose::{self, Prose};
use crate::remark::{Cause, Remark, shown};
use crate::written::{date, email, fold, typed_address};

/// A row that is read.
pub(crate) struct Values<'a, 'r> {
    pub(crate) mapping: &'a Mapping,
    pub(crate) row: &'a Row<'a>,
    pub(crate) remarks: &'r mut Vec<Remark>,
}

/// A word, and the label that stands beside it.
struct Labelled {
    word: String,
    label: Option<String>,
}

fn text(text: impl Into<String>) -> Json {
    Json::String(text.into())
}

fn object(fields: impl IntoIterator<Item = (&'static str, Json)>) -> Json {
    Json::Object(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

impl Values<'_, '_> {
    /// The words of the first rule that gives some.
    pub(crate) fn words(&self, rules: &Rules) -> Vec<String> {
        rules.0.iter().map(|rule| words(rule, self.row)).find(|words| !words.is_empty()).unwrap_or_default()
    }

    /// The value of a field; nothing when the source says nothing that it can hold.
    pub(crate) fn field(&mut self, book: &mut Book, field: &str, shape: Shape, rules: &Rules) -> Option<Json> {
        let list = |items: Vec<Json>| (!items.is_empty()).then_some(Json::List(items));
        match shape {
            Shape::Id => None,
            Shape::Plain => self.words(rules).into_iter().next().map(text),
            Shape::Plains => {
                let mut all: Vec<String> = Vec::new();
                rules.0.iter().flat_map(|rule| words(rule, self.row)).for_each(|word| {
                    if !all.contains(&word) {
                        all.push(word);
                    }
                });
                list(all.into_iter().map(text).collect())
            }
            Shape::Word(expected) => {
                let word = self.words(rules).into_iter().next()?;
                if expected.contains(&word.as_str()) {
                    return Some(text(word));
                }
                let folded = fold(&word);
                let found = expected.iter().find(|known| fold(known) == folded);
                if found.is_none() {
                    self.remark(field, Cause::UnknownWord { found: shown(&word), expected: expected.join(", ") });
                }
                found.map(|word| text(*word))
            }
            Shape::Date => {
                let word = self.words(rules).into_iter().next()?;
                self.form(field, "une date", &word, date).map(text)
            }
            Shape::Text => rules.0.iter().find_map(|rule| self.text(rule)),
            Shape::Texts => list(rules.0.iter().flat_map(|rule| self.texts(rule)).collect()),
            Shape::Term(vocabulary) => {
                self.words(rules).into_iter().find_map(|word| book.term(vocabulary, &word)).map(text)
            }
            Shape::Terms(vocabulary) => {
                let mut ids = Vec::new();
                for word in rules.0.iter().flat_map(|rule| words(rule, self.row)) {
                    if let Some(id) = book.term(vocabulary, &word).filter(|id| !ids.contains(id)) {
                        ids.push(id);
                    }
                }
                list(ids.into_iter().map(text).collect())
            }
            Shape::Tagged(vocabulary) => {
                let mut items: Vec<Json> = Vec::new();
                for rule in &rules.0 {
                    let sentences = words(rule, self.row);
                    let tags = rule.tags_from.as_ref().map(|path| split(rule, self.row.words(path)));
                    let tags = tags.filter(|tags| tags.len() == sentences.len());
                    for (rank, word) in sentences.into_iter().enumerate() {
                        let label = tags.as_ref().map(|tags| &tags[rank]).or(rule.tag.then_some(&word));
                        let tag = label.and_then(|label| book.term(vocabulary, label));
                        let tag = tag.map(|tag| ("tag", text(tag)));
                        let item = object([("text", text(word))].into_iter().chain(tag));
                        if !items.contains(&item) {
                            items.push(item);
                        }
                    }
                }
                list(items)
            }
            Shape::Organisations => {
                let mut ids: Vec<String> = Vec::new();
                for word in self.words(rules) {
                    ids.extend(book.organisation(&word).filter(|id| !ids.contains(id)));
                }
                list(ids.into_iter().map(text).collect())
            }
            Shape::Entries => {
                let known: Vec<String> = self.words(rules).iter().filter_map(|word| book.known(word)).collect();
                list(known.into_iter().map(text).collect())
            }
            Shape::Parties => {
                let names = rules.0.iter().flat_map(|rule| words(rule, self.row));
                let party = |name: String| match book.known(&name) {
                    Some(id) => object([("entry", text(id))]),
                    None => object([("name", text(name))]),
                };
                list(names.map(party).collect())
            }
            Shape::Licences => list(self.licences(book, rules)),
            Shape::Links => list(self.links(field, rules)),
            Shape::Emails => {
                let mut emails: Vec<String> = Vec::new();
                for word in rules.0.iter().flat_map(|rule| words(rule, self.row)) {
                    // Where a source gives either, what is an address goes to links.
                    let found = if word.contains("://") { None } else { self.form(field, "un courriel", &word, email) };
                    emails.extend(found.filter(|email| !emails.contains(email)));
                }
                list(emails.into_iter().map(text).collect())
            }
            Shape::Metrics => {
                let labelled = rules.0.iter().flat_map(|rule| labelled(rule, self.row));
                let metric = |Labelled { word, label }| {
                    let label = label.map(|label| ("label", text(label)));
                    object(label.into_iter().chain([("value", text(word))]))
                };
                list(labelled.map(metric).collect())
            }
            Shape::Dates => {
                let mut dates = Vec::new();
                for Labelled { word, label } in rules.0.iter().flat_map(|rule| labelled(rule, self.row)) {
                    if let Some(date) = self.form(field, "une date", &word, date) {
                        dates.push(object(
                            label.map(|label| ("label", text(label))).into_iter().chain([("date", text(date))]),
                        ));
                    }
                }
                list(dates)
            }
        }
    }

    fn links(&mut self, field: &str, rules: &Rules) -> Vec<Json> {
        let mut links: Vec<Json> = Vec::new();
        for rule in &rules.0 {
            let kind =
                rule.kind.as_deref().filter(|kind| LinkKind::WORDS.contains(kind)).unwrap_or(LinkKind::Other.word());
            for Labelled { word, label } in labelled(rule, self.row) {
                if kind == LinkKind::Contact.word() && email(&word).is_some() {
                    continue;
                }
                let Some(url) = self.form(field, "une adresse", &word, typed_address) else { continue };
                let url = text(url);
                if links.iter().all(|link| link.get("url") != Some(&url)) {
                    let label = label.map(|label| ("label", text(label)));
                    links.push(object([("url", url)].into_iter().chain(label).chain([("kind", text(kind))])));
                }
            }
        }
        links
    }

    fn licences(&mut self, book: &mut Book, rules: &Rules) -> Vec<Json> {
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
                    let Some(id) = book.term("licence", id) else { continue };
                    let of = of.clone().map(|of| ("of", text(of)));
                    let licence = object([("id", text(id))].into_iter().chain(of));
                    if !licences.contains(&licence) {
                        licences.push(licence);
                    }
                }
            }
        }
        licences
    }

    /// A text, by language when the source has several.
    fn text(&self, rule: &Rule) -> Option<Json> {
        let line = |row: &Row<'_>| {
            let word = raw(rule, row).into_iter().next()?;
            Some(prose::line(rule.prose, &word)).filter(|line| !line.is_empty())
        };
        if let Some(path) = &rule.languages {
            let said: Vec<(String, Json)> = in_languages(self.row, path)
                .into_iter()
                .filter_map(|(tag, row)| Some((tag, text(line(&row)?))))
                .collect();
            return match &said[..] {
                [] => None,
                [(tag, only)] if tag == "fr" => Some(only.clone()),
                _ => Some(Json::Object(said)),
            };
        }
        line(self.row).map(|line| self.said(line))
    }

    /// Paragraphs, in the language of the source, or in the first that it has.
    fn texts(&self, rule: &Rule) -> Vec<Json> {
        let told = |row: &Row<'_>| -> Vec<String> {
            raw(rule, row).iter().flat_map(|word| prose::blocks(rule.prose, word).paragraphs).collect()
        };
        if let Some(path) = &rule.languages {
            let languages = in_languages(self.row, path);
            let said = languages.into_iter().map(|(tag, row)| (tag, told(&row))).find(|(_, said)| !said.is_empty());
            let Some((tag, said)) = said else { return Vec::new() };
            let say = |line| if tag == "fr" { text(line) } else { Json::Object(vec![(tag.clone(), text(line))]) };
            return said.into_iter().map(say).collect();
        }
        told(self.row).into_iter().map(|line| self.said(line)).collect()
    }

    /// A text in the language of the source.
    fn said(&self, line: String) -> Json {
        match self.mapping.language.as_deref() {
            None | Some("fr") => text(line),
            Some(tag) => Json::Object(vec![(tag.to_owned(), text(line))]),
        }
    }

    fn form(
        &mut self,
        field: &str,
        what: &'static str,
        word: &str,
        read: fn(&str) -> Option<String>,
    ) -> Option<String> {
        let value = read(word);
        if value.is_none() {
            self.remark(field, Cause::NotA { what, found: shown(word) });
        }
        value
    }

    fn remark(&mut self, field: &str, cause: Cause) {
        self.remarks.push(Remark { at: self.row.at(), field: field.to_owned(), cause });
    }
}

/// The lists that stand in the texts of a field.
pub(crate) fn lists_of(values: &Values<'_, '_>, rules: &Rules) -> Vec<Json> {
    let mut lists = Vec::new();
    for rule in rules.0.iter().filter(|rule| rule.prose != Prose::Plain) {
        let rows = match &rule.languages {
            Some(path) => {
                in_languages(values.row, path).into_iter().take(1).map(|(tag, row)| (Some(tag), row)).collect()
            }
            None => vec![(None, values.row.clone())],
        };
        for (tag, row) in rows {
            let tag = tag.or_else(|| values.mapping.language.clone()).filter(|tag| tag != "fr");
            let said = |line: String| match &tag {
                None => text(line),
                Some(tag) => Json::Object(vec![(tag.clone(), text(line))]),
            };
            for word in raw(rule, &row) {
                for (heading, items) in prose::blocks(rule.prose, &word).lists {
                    let heading =
                        Some(heading).filter(|heading| !heading.is_empty()).map(|heading| ("heading", said(heading)));
                    let items = Json::List(items.into_iter().map(said).collect());
                    lists.push(object(heading.into_iter().chain([("items", items)])));
                }
            }
        }
    }
    lists
}

/// The licences of an expression of SPDX.
fn alternatives(expression: &str) -> impl Iterator<Item = &str> {
    let parts = expression.split(" OR ").flat_map(|part| part.split(" AND "));
    parts.map(|part| part.trim_matches(['(', ')', ' '])).filter(|part| !part.is_empty())
}

/// The parts of a row by language, French first, then English; languages as BCP 47 names them.
fn in_languages<'a>(row: &Row<'a>, path: &str) -> Vec<(String, Row<'a>)> {
    let mut languages = Vec::new();
    for part in row.parts(path) {
        let Json::Object(fields) = part.value else { continue };
        for (tag, value) in fields {
            let tag = tag.replace('_', "-").to_lowercase();
            let tag = tag.split('-').next().unwrap_or_default().to_owned();
            if (2..=3).contains(&tag.len()) && languages.iter().all(|(known, _): &(String, _)| *known != tag) {
                languages.push((tag, part.with(value)));
            }
        }
    }
    languages.sort_by_key(|(tag, _)| match tag.as_str() {
        "fr" => 0,
        "en" => 1,
        _ => 2,
    });
    languages
}

/// The words that a rule makes of a row, without marks.
fn words(rule: &Rule, row: &Row<'_>) -> Vec<String> {
    let words = raw(rule, row).into_iter();
    if rule.prose == Prose::Plain {
        return words.collect();
    }
    words.map(|word| prose::line(rule.prose, &word)).filter(|word| !word.is_empty()).collect()
}

/// The words that a rule makes of a row, as they are written.
fn raw(rule: &Rule, row: &Row<'_>) -> Vec<String> {
    labelled(rule, row).into_iter().map(|labelled| labelled.word).collect()
}

/// Values apart from one another.
fn split<'a>(rule: &Rule, words: Vec<Cow<'a, str>>) -> Vec<String> {
    let mut words: Vec<String> = words.into_iter().map(Into::into).collect();
    for separator in &rule.split {
        words =
            words.iter().flat_map(|word| word.split(separator.as_str())).map(|word| word.trim().to_owned()).collect();
    }
    words
}

fn labelled(rule: &Rule, row: &Row<'_>) -> Vec<Labelled> {
    if let Some(each) = &rule.each {
        let rule = Rule { each: None, ..rule.clone() };
        return row.parts(each).iter().flat_map(|part| labelled(&rule, part)).collect();
    }
    let label = rule.label_from.as_ref().and_then(|path| row.words(path).into_iter().next().map(Into::into));
    let label = label.or_else(|| rule.label.clone());
    let found = rule.from.iter().map(|path| row.words(path)).find(|words| !words.is_empty()).unwrap_or_default();
    let mut words = split(rule, found);
    if let (true, Some(value)) = (rule.from.is_empty(), &rule.value) {
        words.push(value.clone());
    }
    if let Some(part) = &rule.containing {
        words.retain(|word| word.contains(part.as_str()));
    }
    if let Some(before) = &rule.after {
        for word in &mut words {
            *word = word.rsplit(before.as_str()).next().unwrap_or_default().trim().to_owned();
        }
    }
    let told = |word: String| -> Option<String> {
        if rule.words.is_empty() {
            return Some(word);
        }
        let folded = fold(&word);
        let known = rule.words.iter().find(|(known, _)| **known == word || !folded.is_empty() && fold(known) == folded);
        match known.or_else(|| rule.words.get_key_value("*")) {
            Some((_, target)) => target.clone(),
            None if rule.only => None,
            None => Some(word),
        }
    };
    let words = words.into_iter().filter(|word| !word.is_empty()).filter_map(told);
    let words = words.map(|word| match &rule.template {
        Some(template) => template.replace("{}", &word),
        None => word,
    });
    words.map(|word| Labelled { word, label: label.clone() }).collect()
}
