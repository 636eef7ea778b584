//! The values of one field of one row, in the form that the field has.

use std::borrow::Cow;

use catalogue::{Decimal, FieldType, HostField, Identifier, Json, Shape, is_language};

use crate::book::Book;
use crate::fields;
use crate::mapping::{Mapping, Rule, Rules};
use crate::path::Row;
use crate::prose::{self, Blocks, Prose};
use crate::remark::{Cause, Remark, shown};
use crate::written::{address, date, email, fold, typed_address};

/// The language of texts that tell none.
const FRENCH: &str = "fr";

/// A row that is read.
pub(crate) struct Values<'a, 'r> {
    pub(crate) mapping: &'a Mapping,
    pub(crate) row: &'a Row<'a>,
    pub(crate) remarks: &'r mut Vec<Remark>,
}

pub(crate) fn text(text: impl Into<String>) -> Json {
    Json::String(text.into())
}

pub(crate) fn object<'k>(fields: impl IntoIterator<Item = (&'k str, Json)>) -> Json {
    Json::Object(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

/// The same without the keys that have nothing.
pub(crate) fn filled<'k>(fields: impl IntoIterator<Item = (&'k str, Option<Json>)>) -> Json {
    object(fields.into_iter().filter_map(|(key, value)| Some((key, value?))))
}

/// The text under a key of an object.
pub(crate) fn text_at<'a>(value: &'a Json, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str()
}

/// The items of the list under a key of an object; none when there is none.
pub(crate) fn items_at<'a>(value: &'a Json, key: &str) -> &'a [Json] {
    value.get(key).map(Json::items).unwrap_or_default()
}

/// The items of a list; what is written alone is a list of one.
pub(crate) fn as_list(value: &Json) -> &[Json] {
    match value {
        Json::List(items) => items,
        Json::Null => &[],
        alone => std::slice::from_ref(alone),
    }
}

impl Values<'_, '_> {
    /// The words of the first rule that gives some.
    pub(crate) fn words(&self, rules: &Rules) -> Vec<String> {
        rules.0.iter().map(|rule| words(rule, self.row)).find(|words| !words.is_empty()).unwrap_or_default()
    }

    /// The value of a field; nothing when the source says nothing that it can hold.
    pub(crate) fn field(&mut self, book: &mut Book, field: &str, shape: Shape, rules: &Rules) -> Option<Json> {
        let items = match shape {
            Shape::Text => return rules.0.iter().find_map(|rule| self.text(rule)),
            Shape::List(Shape::Text) => rules.0.iter().flat_map(|rule| self.paragraphs(rule)).collect(),
            Shape::List(Shape::Tagged(vocabulary)) => self.tagged(book, *vocabulary, rules),
            Shape::List(Shape::Object(table)) => {
                match fields::main_keys(table).first().and_then(|key| table.shape(key)) {
                    Some(Shape::Term(_)) => self.licences(book, rules),
                    _ => self.objects(book, field, table, rules),
                }
            }
            // Rules for entries are ways to find the same ones.
            Shape::List(Shape::Entry) => {
                let words = self.words(rules);
                self.each(book, field, Shape::Entry, words)
            }
            Shape::List(item) => {
                let words = rules.0.iter().flat_map(|rule| words(rule, self.row)).collect();
                self.each(book, field, *item, words)
            }
            one => return self.words(rules).iter().find_map(|word| self.value(book, field, one, word)),
        };
        (!items.is_empty()).then_some(Json::List(items))
    }

    /// The value of a field that the catalogue adds.
    pub(crate) fn own_field(&mut self, book: &mut Book, own: &HostField, rules: &Rules) -> Option<Json> {
        let name = fields::own_name(&own.id);
        let value = self.field(book, &name, Shape::of_host(own.of), rules)?;
        let mut used = Vec::new();
        let mut term = |word: &Json| {
            let label = word.as_str().unwrap_or_default();
            // A table has labels, and one may be the id of another term, or its label too.
            let mut named = own.terms.iter().filter(|term| term.label.as_str() == label);
            let first = named.clone().next();
            let known = named.find(|term| !used.contains(&&term.id)).or(first);
            let known = known.or_else(|| own.terms.iter().find(|term| term.id == label));
            let known = known.or_else(|| own.terms.iter().find(|term| fold(term.label.as_str()) == fold(label)));
            used.extend(known.map(|term| &term.id));
            text(known.map_or(label, |term| term.id.as_str()))
        };
        match own.of {
            FieldType::Terms => Some(Json::List(value.items().iter().map(&mut term).collect())),
            FieldType::Number => {
                let word = value.as_str().unwrap_or_default();
                self.form(&name, "un nombre", word, |word| Some(Json::Number(Decimal::parse(word)?.plain())))
            }
            _ => Some(value),
        }
    }

    /// What words are, each once; in the table of a catalogue, a name twice is two things of this name.
    fn each(&mut self, book: &mut Book, field: &str, shape: Shape, words: Vec<String>) -> Vec<Json> {
        let mut items = Vec::new();
        for word in words {
            let Some(item) = self.value(book, field, shape, &word) else { continue };
            if !items.contains(&item) {
                items.push(item);
            } else if book.is_table() {
                items.push(book.namesake(shape, &items, &item).map_or(item, text));
            }
        }
        items
    }

    /// What a word is for a field of one value.
    pub(crate) fn value(&mut self, book: &mut Book, field: &str, shape: Shape, word: &str) -> Option<Json> {
        match shape {
            Shape::Word(expected) => {
                let folded = fold(word);
                let found = expected.iter().find(|known| **known == word || fold(known) == folded);
                if found.is_none() {
                    self.remark(field, Cause::UnknownWord { found: shown(word), expected: expected.join(", ") });
                }
                found.map(|word| text(*word))
            }
            Shape::Date => self.form(field, "une date", word, date).map(text),
            Shape::Term(vocabulary) => book.term(vocabulary, word).map(text),
            // Who bears a thing is an entry of its own; what else is named must be there.
            Shape::Entry if field == "bearers" && !book.is_table() && address(word).is_some() => {
                self.form(field, "un nom", word, |_| None)
            }
            Shape::Entry if field == "bearers" => book.organisation(word).map(text),
            Shape::Entry => book.known(word).map(text),
            // Where a source gives either, what is an address goes to links.
            Shape::Email if word.contains("://") => None,
            Shape::Email => self.form(field, "un courriel", word, email).map(text),
            Shape::Address => self.form(field, "une adresse", word, typed_address).map(text),
            // What is none is told by the check, which says what it expects.
            Shape::Identifier(register) => {
                Some(text(Identifier::parse(register, word).map_or_else(|| word.to_owned(), |known| known.value)))
            }
            Shape::Number => {
                let whole = |word: &str| Some(Json::Number(word.parse::<u32>().ok()?.to_string()));
                self.form(field, "un nombre", word, whole)
            }
            Shape::Boolean => {
                self.form(field, "«\u{a0}oui\u{a0}» ou «\u{a0}non\u{a0}»", word, |word| match fold(word).as_str() {
                    "oui" | "yes" | "true" | "vrai" => Some(Json::Boolean(true)),
                    "non" | "no" | "false" | "faux" => Some(Json::Boolean(false)),
                    _ => None,
                })
            }
            _ => Some(text(word)),
        }
    }

    /// A text, by language when the source has several.
    fn text(&self, rule: &Rule) -> Option<Json> {
        let line = |(tag, row): (String, Row<'_>)| {
            let line = prose::line(rule.prose, raw(rule, &row).first()?);
            (!line.is_empty()).then(|| (tag, text(line)))
        };
        said(self.in_languages(rule).into_iter().filter_map(line).collect())
    }

    /// Paragraphs, as many as the first language that has some: those of the others translate those of their ranks,
    /// and the last of their texts is in the last.
    fn paragraphs(&self, rule: &Rule) -> Vec<Json> {
        let languages = self.blocks(rule);
        let count =
            languages.iter().map(|(_, blocks)| blocks.paragraphs.len()).find(|count| *count > 0).unwrap_or_default();
        let versions = |rank: usize| {
            let version = |(tag, Blocks { paragraphs, .. }): &(String, Blocks)| {
                let end = if rank + 1 == count { paragraphs.len() } else { rank + 1 };
                let lines = paragraphs.get(rank..end).filter(|lines| !lines.is_empty())?;
                Some((tag.clone(), text(lines.join(" "))))
            };
            said(languages.iter().filter_map(version).collect())
        };
        (0..count).filter_map(versions).collect()
    }

    /// Paragraphs and lists, in each language that has some.
    fn blocks(&self, rule: &Rule) -> Vec<(String, Blocks)> {
        let blocks = |(tag, row): (String, Row<'_>)| {
            let mut all = Blocks::default();
            for word in raw(rule, &row) {
                let Blocks { paragraphs, lists } = prose::blocks(rule.prose, &word);
                all.paragraphs.extend(paragraphs);
                all.lists.extend(lists);
            }
            (all != Blocks::default()).then_some((tag, all))
        };
        self.in_languages(rule).into_iter().filter_map(blocks).collect()
    }

    /// The lists that stand in the texts of a field, in the first language that says something.
    pub(crate) fn lists(&self, rules: &Rules) -> Vec<Json> {
        let mut lists = Vec::new();
        for (tag, blocks) in rules.0.iter().filter_map(|rule| self.blocks(rule).into_iter().next()) {
            let said = |line: String| said(vec![(tag.clone(), text(line))]);
            for (heading, items) in blocks.lists {
                let heading = Some(heading).filter(|heading| !heading.is_empty()).and_then(said);
                let items = items.into_iter().filter_map(said).collect();
                lists.push(filled([("heading", heading), ("items", Some(Json::List(items)))]));
            }
        }
        lists
    }

    /// The row in each language of a rule, French first, then English, as BCP 47 names them; what tells none is in that
    /// of the source.
    fn in_languages(&self, rule: &Rule) -> Vec<(String, Row<'_>)> {
        let own = self.mapping.language.as_deref().and_then(language).unwrap_or_else(|| FRENCH.to_owned());
        let Some(path) = &rule.languages else { return vec![(own, self.row.clone())] };
        let mut languages: Vec<(String, Row<'_>)> = Vec::new();
        for row in self.row.parts(&format!("{}[]{{}}", path.trim_end_matches(['[', ']', '{', '}']))) {
            let tag = if row.key.is_empty() { Some(own.clone()) } else { language(row.key) };
            if let Some(tag) = tag.filter(|tag| languages.iter().all(|(known, _)| known != tag)) {
                languages.push((tag, row));
            }
        }
        let rank = |code: Option<&str>| [Some(FRENCH), Some("en")].iter().position(|first| *first == code).unwrap_or(2);
        languages.sort_by_key(|(tag, _)| (rank(tag.split('-').next()), tag.contains('-')));
        languages
    }

    fn form<T>(&mut self, field: &str, what: &'static str, word: &str, read: fn(&str) -> Option<T>) -> Option<T> {
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

/// A text, by language unless it is in French alone.
fn said(mut lines: Vec<(String, Json)>) -> Option<Json> {
    match &lines[..] {
        [] => None,
        [(tag, _)] if tag == FRENCH => lines.pop().map(|(_, line)| line),
        _ => Some(Json::Object(lines)),
    }
}

/// The name of a language as BCP 47 has it, from those that programs write: `fr_CA`, `EN`, `zh-hans`, and `it_IT`,
/// whose region says nothing more.
fn language(tag: &str) -> Option<String> {
    let (code, region) = tag.split_once(['-', '_']).unwrap_or((tag, ""));
    let code = code.to_lowercase();
    let region = if region.eq_ignore_ascii_case(&code) { "" } else { region };
    // Regions are in capitals, scripts start with one.
    let cased = |part: &str| {
        let mut part = part.to_ascii_lowercase();
        let capitals = match part.len() {
            2 => 2,
            4 => 1,
            _ => 0,
        };
        part.get_mut(..capitals).into_iter().for_each(str::make_ascii_uppercase);
        part
    };
    let parts: Vec<String> = region.split(['-', '_']).map(cased).collect();
    [format!("{code}-{}", parts.join("-")), code].into_iter().find(|tag| is_language(tag))
}

/// The words that a rule makes of a row, without marks.
pub(crate) fn words(rule: &Rule, row: &Row<'_>) -> Vec<String> {
    let words = raw(rule, row).into_iter();
    if rule.prose == Prose::Plain {
        return words.collect();
    }
    words.map(|word| prose::line(rule.prose, &word)).filter(|word| !word.is_empty()).collect()
}

/// The words that a rule makes of a row, as they are written.
fn raw(rule: &Rule, row: &Row<'_>) -> Vec<String> {
    labelled(rule, row).into_iter().map(|(word, _)| word).collect()
}

/// Values apart from one another.
pub(crate) fn split<'a>(rule: &Rule, words: Vec<Cow<'a, str>>) -> Vec<String> {
    let mut words: Vec<String> = words.into_iter().map(Into::into).collect();
    for separator in &rule.split {
        words =
            words.iter().flat_map(|word| word.split(separator.as_str())).map(|word| word.trim().to_owned()).collect();
    }
    words
}

/// The words that a rule makes of a row, each with the label that stands beside it.
pub(crate) fn labelled(rule: &Rule, row: &Row<'_>) -> Vec<(String, Option<String>)> {
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
    words.map(|word| (word, label.clone())).collect()
}
