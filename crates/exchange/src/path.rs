//! Paths into the tree of a source, and the rows that they lead to.
//!
//! A path is made of keys between dots. `[]` goes into each item of a list, `{}` into each value of an object, `[]{}`
//! into each value of an object, or of those that a list holds, whose other items are parts too; `a|b` is the first
//! of these keys that is there, `*` the first of all. A `^` before a path starts from the object around
//! the row, two from the one around that. `$key` is the key under which the row stands, `$file` the path of its
//! file, `$stem` its name without extension, `$body` the text below a front matter. A key that holds dots or signs is
//! found when it is the whole path, as headings of tables are.

use std::borrow::Cow;

use catalogue::{Json, is_language};

use crate::mapping::Set;
use crate::read::{Document, LINE};
use crate::remark::At;

/// A row of a source: a value and what stands around it.
#[derive(Debug, Clone)]
pub(crate) struct Row<'a> {
    pub(crate) value: &'a Json,
    /// The objects around it, the nearest last.
    around: Vec<&'a Json>,
    /// The key under which it stands.
    pub(crate) key: &'a str,
    pub(crate) file: &'a str,
    rank: usize,
}

impl<'a> Row<'a> {
    /// The rows of a document that a path leads to.
    pub(crate) fn all(tree: &'a Json, file: &'a str, path: &str) -> Vec<Self> {
        let mut rows = Self { value: tree, around: Vec::new(), key: "", file, rank: 0 }.parts(path);
        (1..).zip(&mut rows).for_each(|(rank, row)| row.rank = rank);
        rows
    }

    /// The rows of a document that a set takes.
    pub(crate) fn of_set(set: &Set, document: &'a Document) -> Vec<Self> {
        if !set.reads(&document.file) {
            return Vec::new();
        }
        let mut rows = Self::all(&document.tree, &document.file, &set.rows);
        rows.retain(|row| {
            let has = |(path, expected): (&String, &Vec<String>)| {
                row.words(path).iter().any(|word| expected.iter().any(|expected| expected == word))
            };
            set.when.iter().all(has)
        });
        rows
    }

    /// Each part of the row that a path leads to, as a row.
    pub(crate) fn parts(&self, path: &str) -> Vec<Self> {
        let up = path.len() - path.trim_start_matches('^').len();
        let path = path[up..].trim_start_matches('.');
        let mut parts = Vec::new();
        if up == 0 {
            self.clone().walk(path, &mut parts);
        } else if let Some(rank) = self.around.len().checked_sub(up) {
            Self { value: self.around[rank], around: self.around[..rank].to_vec(), ..*self }.walk(path, &mut parts);
        }
        parts
    }

    fn walk(self, path: &str, parts: &mut Vec<Self>) {
        if path.is_empty() {
            parts.push(self);
            return;
        }
        let (step, rest) = path.split_once('.').unwrap_or((path, ""));
        let name = step.trim_end_matches(['[', ']', '{', '}']);
        let (found, rest) = match self.value.get(path) {
            Some(whole) => (Some(whole), ""),
            None if name.is_empty() => (Some(self.value), rest),
            None => (at_key(self.value, name), rest),
        };
        let inside = |value, key| Self { value, around: [&self.around[..], &[self.value]].concat(), key, ..self };
        match found {
            None | Some(Json::Null) => {}
            Some(Json::List(items)) => {
                let rest = if step.ends_with("[]{}") { format!("{{}}.{rest}") } else { rest.to_owned() };
                items.iter().for_each(|item| inside(item, "").walk(&rest, parts));
            }
            Some(Json::Object(fields)) if step.ends_with("{}") => {
                fields.iter().for_each(|(key, value)| inside(value, key).walk(rest, parts));
            }
            Some(_) if name.is_empty() => self.walk(rest, parts),
            Some(value) => inside(value, "").walk(rest, parts),
        }
    }

    /// Where it is: the line of a table, or its rank when it is not alone in its file.
    pub(crate) fn at(&self) -> At {
        let line = match self.value.get(LINE) {
            Some(Json::Number(line)) => line.parse().unwrap_or_default(),
            _ if self.around.is_empty() => 0,
            _ => self.rank,
        };
        At { file: self.file.to_owned(), row: line }
    }

    /// The words that a path leads to, trimmed, none of them empty.
    pub(crate) fn words(&self, path: &str) -> Vec<Cow<'a, str>> {
        let own = match path {
            "$key" => Some(self.key),
            "$file" => Some(self.file),
            "$stem" => {
                let name = self.file.rsplit('/').next().unwrap_or(self.file);
                Some(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
            }
            _ => None,
        };
        if let Some(own) = own {
            return if own.is_empty() { Vec::new() } else { vec![Cow::Borrowed(own)] };
        }
        let mut words = Vec::new();
        self.parts(path).iter().for_each(|part| push_words(part.value, &mut words));
        words
    }
}

fn at_key<'a>(value: &'a Json, name: &str) -> Option<&'a Json> {
    if name == "*" {
        let Json::Object(fields) = value else { return None };
        return fields.iter().map(|(_, value)| value).find(|value| **value != Json::Null);
    }
    if let Some(found) = value.get(name) {
        return Some(found).filter(|value| **value != Json::Null);
    }
    if !name.contains('|') {
        return None;
    }
    name.split('|').find_map(|name| at_key(value, name))
}

/// Whether fields are a text by language. Words of three letters alone may be anything.
pub(crate) fn is_by_language(fields: &[(String, Json)]) -> bool {
    let is_short = |key: &str| key.split('-').next().is_some_and(|code| code.len() == 2);
    fields.iter().all(|(key, _)| is_language(key)) && fields.iter().any(|(key, _)| is_short(key))
}

/// The words of a value: of an object, its own value, name or address, in the first language that it has.
fn push_words<'a>(value: &'a Json, words: &mut Vec<Cow<'a, str>>) {
    match value {
        Json::Null => {}
        Json::String(text) => {
            let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'));
            if !text.is_empty() {
                words.push(Cow::Borrowed(text));
            }
        }
        Json::List(items) => items.iter().for_each(|item| push_words(item, words)),
        Json::Object(fields) => {
            let own = ["name", "label", "prefLabel", "title", "url", "value", "fr", "en", "id"];
            let first = || fields.first().filter(|_| is_by_language(fields)).map(|(_, text)| text);
            let inner = own.iter().find_map(|key| value.get(key)).or_else(first);
            let is_said = |inner: &&Json| match inner {
                Json::Object(fields) => is_by_language(fields),
                _ => true,
            };
            if let Some(inner) = inner.filter(is_said) {
                push_words(inner, words);
            }
        }
        // Tables with gaps save whole numbers with a decimal: `2019.0`.
        Json::Number(digits) => words.push(value.word().unwrap_or(Cow::Borrowed(digits))),
        Json::Boolean(answer) => words.push(Cow::Borrowed(if *answer { "true" } else { "false" })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_to_words() {
        let tree = catalogue::parse(
            r#"{"cats":[{"name":"A","subs":[{"name":"B","items":[{"n":"x","l":[{"u":"1"},{"u":"2"}],"d":{"it":{"s":"ciao"},"en":{"s":"hi"}},"a.b":"dot","year":2019.0,"sum":0.30000000000000004,"long":1.2345678,"is":true,"t":[{"de-AT":"ja","it":"si"}],"u":{"a":{"b":"no"}},"v":{"name":{"gsw":"jo","it":"si"}},"w":{"lat":1,"lon":2}}]}]}]}"#,
        )
        .unwrap();
        let rows = Row::all(&tree, "f/site.yml", "cats[].subs[].items[]");
        assert_eq!(rows.len(), 1);
        for (path, expected) in [
            ("n", "x"),
            ("^.name", "B"),
            ("^^.name", "A"),
            ("l[].u", "1,2"),
            ("l.u", "1,2"),
            ("d.fr|en|*.s", "hi"),
            ("d.fr|*.s", "ciao"),
            ("d{}.s", "ciao,hi"),
            ("a.b", "dot"),
            ("$stem", "site"),
            ("none.at[].all", ""),
            ("year", "2019"),
            ("sum", "0.3"),
            ("long", "1.2345678"),
            ("is", "true"),
            ("^^^^^.x", ""),
            ("t", "ja"),
            ("t[]{}", "ja,si"),
            ("u", ""),
            ("v", "jo"),
            ("w", ""),
        ] {
            assert_eq!(rows[0].words(path).join(","), expected, "{path}");
        }
        assert_eq!(rows[0].at().to_string(), "f/site.yml:1");
        // A list is its items, with or without `[]`.
        assert_eq!(rows[0].parts("l").len(), 2);
        assert_eq!(Row::all(&tree, "f/site.yml", "cats.subs")[0].words("name"), ["B"]);
    }
}
