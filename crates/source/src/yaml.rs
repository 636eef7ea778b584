//! YAML with the place of each value, as it is written: only `null`, `true`, `false` and whole numbers are read as
//! such. `non`, a date or `1.10` is the text that it looks like.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Tag};

use crate::lines::line_start;
use crate::node::{DEEPEST, Field, Node, Span, Value};
use crate::{Fault, FaultKind, File};

/// What aliases may add, beside as many values as the file has bytes.
const ALIASED: usize = 10_000;

pub(crate) fn read(file: &File, rank: u32) -> Result<Node, Box<Fault>> {
    let bytes = Bytes::new(&file.text);
    let mut tree = Tree { file, rank, open: Vec::new(), anchors: HashMap::new(), aliased: 0, root: None };
    for event in Parser::new_from_str(&file.text) {
        let (event, span) = event.map_err(|error| tree.refused(&bytes, &error))?;
        let (start, end) = (bytes.at(span.start.index()), bytes.at(span.end.index()));
        tree.take(event, start, end.max(start))?;
    }
    // An empty file says nothing.
    Ok(tree.root.unwrap_or_default())
}

/// From characters, which the parser counts, to bytes.
struct Bytes(Option<Vec<u32>>, usize);

impl Bytes {
    fn new(text: &str) -> Self {
        let starts = || text.char_indices().map(|(at, _)| u32::try_from(at).unwrap_or(u32::MAX)).collect();
        Self((!text.is_ascii()).then(starts), text.len())
    }

    fn at(&self, index: usize) -> usize {
        match &self.0 {
            Some(starts) => starts.get(index).map_or(self.1, |at| *at as usize),
            None => index.min(self.1),
        }
    }
}

/// A list or an object not yet ended.
struct Open {
    start: usize,
    anchor: usize,
    value: Value,
    /// The key that waits for its value.
    key: Option<(String, Span)>,
}

struct Tree<'a> {
    file: &'a File,
    rank: u32,
    open: Vec<Open>,
    /// What has a name, and how many values it holds.
    anchors: HashMap<usize, (Node, usize)>,
    aliased: usize,
    root: Option<Node>,
}

impl Tree<'_> {
    fn take(&mut self, event: Event<'_>, start: usize, end: usize) -> Result<(), Box<Fault>> {
        match event {
            Event::DocumentStart(_) if self.root.is_some() => {
                Err(self.file.fault(start..end, FaultKind::SeveralDocuments))
            }
            Event::Scalar(text, style, anchor, tag) => {
                let span = Span::new(self.rank, start, end);
                if self.is_key() {
                    // A key is the word that it is, whatever it looks like.
                    let open = self.open.last_mut().expect("a key is in an object");
                    open.key = Some((text.into_owned(), span));
                    return Ok(());
                }
                self.put(Node { span, value: scalar(&text, style, tag.as_deref()) }, anchor)
            }
            Event::SequenceStart(anchor, _) => self.open(start, end, anchor, Value::List(Vec::new())),
            Event::MappingStart(anchor, _) => self.open(start, end, anchor, Value::Object(Vec::new())),
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(Open { start, anchor, value, .. }) = self.open.pop() else { return Ok(()) };
                let last = match &value {
                    Value::List(items) => items.last().map(|item| item.span),
                    Value::Object(fields) => fields.last().map(|field| field.node.span),
                    _ => None,
                };
                let is_flow = self.file.text[start..].starts_with(['[', '{']);
                // The mark of the end of a block is after the blank lines that follow it.
                let end = if is_flow { end } else { last.map_or(start, |last| last.end as usize) };
                self.put(Node { span: Span::new(self.rank, start, end.max(start)), value }, anchor)
            }
            Event::Alias(anchor) => {
                let Some((node, size)) = self.anchors.get(&anchor).cloned() else {
                    return Err(self.file.fault(start..end, FaultKind::UnknownAnchor));
                };
                self.aliased += size;
                if self.aliased > self.file.text.len() + ALIASED {
                    return Err(self.file.fault(start..end, FaultKind::TooManyAliases));
                }
                self.put(Node { span: Span::new(self.rank, start, end), ..node }, 0)
            }
            _ => Ok(()),
        }
    }

    /// What the reader gave up at, told where it is.
    fn refused(&self, bytes: &Bytes, error: &ScanError) -> Box<Fault> {
        let (file, at) = (self.file, bytes.at(error.marker().index()));
        let known = FAULTS.iter().find(|(part, _)| error.info().contains(part));
        let kind = known.map_or(FaultKind::Unexpected, |(_, kind)| *kind);
        let place = match kind {
            FaultKind::Tab => tab_after(&file.text, at),
            FaultKind::Unclosed(bracket) => {
                self.open.iter().rev().map(|open| open.start).find(|start| file.text[*start..].starts_with(bracket))
            }
            _ => None,
        };
        file.fault(place.map_or(at..at, |place| place..place + 1), kind)
    }

    fn is_key(&self) -> bool {
        self.open.last().is_some_and(|open| matches!(open.value, Value::Object(_)) && open.key.is_none())
    }

    fn open(&mut self, start: usize, end: usize, anchor: usize, value: Value) -> Result<(), Box<Fault>> {
        let fault = if self.is_key() {
            FaultKind::ComplexKey
        } else if self.open.len() >= DEEPEST {
            FaultKind::TooDeep
        } else {
            self.open.push(Open { start, anchor, value, key: None });
            return Ok(());
        };
        Err(self.file.fault(start..end, fault))
    }

    fn put(&mut self, node: Node, anchor: usize) -> Result<(), Box<Fault>> {
        if anchor > 0 {
            let size = size(&node);
            self.anchors.insert(anchor, (node.clone(), size));
        }
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        match &mut open.value {
            Value::List(items) => items.push(node),
            Value::Object(fields) => match open.key.take() {
                Some((key, key_span)) => fields.push(Field { key, key_span, node }),
                None => return Err(self.file.fault(node.span.range(), FaultKind::ComplexKey)),
            },
            _ => {}
        }
        Ok(())
    }
}

/// How many values a value holds, itself included.
fn size(node: &Node) -> usize {
    let fields = node.fields().iter().map(|field| size(&field.node));
    1 + node.items().iter().map(size).chain(fields).sum::<usize>()
}

fn scalar(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Value {
    let tag = tag.filter(|tag| tag.is_yaml_core_schema()).map(|tag| tag.suffix.as_str());
    let is_plain = style == ScalarStyle::Plain && tag.is_none();
    match text {
        "" | "~" | "null" | "Null" | "NULL" if is_plain || tag == Some("null") => Value::Null,
        "true" | "True" | "TRUE" if is_plain || tag == Some("bool") => Value::Boolean(true),
        "false" | "False" | "FALSE" if is_plain || tag == Some("bool") => Value::Boolean(false),
        number if is_plain && is_whole(number) => Value::Number(number.to_owned()),
        number if tag == Some("int") && is_whole(number) => Value::Number(number.to_owned()),
        number if tag == Some("float") && is_number(number) => Value::Number(number.to_owned()),
        text => Value::Text(text.to_owned()),
    }
}

/// Whether a word is a whole number as JSON writes it: no leading nought, at most 18 digits.
pub(crate) fn is_whole(word: &str) -> bool {
    let digits = word.strip_prefix('-').unwrap_or(word);
    let is_written_so = !digits.starts_with('0') || word == "0";
    is_written_so && (1..=18).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a word is a number as JSON writes it.
fn is_number(word: &str) -> bool {
    let starts_so = word.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit());
    starts_so && matches!(catalogue::parse(word), Ok(catalogue::Json::Number(_)))
}

/// What is at fault, by a part of what the reader says of it.
const FAULTS: [(&str, FaultKind); 18] = [
    ("unprintable", FaultKind::HiddenSpace),
    ("tab", FaultKind::Tab),
    ("mapping values are not allowed", FaultKind::Colon),
    ("illegal placement of ':'", FaultKind::Colon),
    ("unknown escape", FaultKind::Escape),
    ("escape code", FaultKind::Escape),
    ("trailing content", FaultKind::Unexpected),
    ("quoted scalar", FaultKind::UnclosedText),
    ("flow sequence", FaultKind::Unclosed('[')),
    ("flow mapping", FaultKind::Unclosed('{')),
    ("unknown anchor", FaultKind::UnknownAnchor),
    ("recursion limit", FaultKind::TooDeep),
    ("simple key expect", FaultKind::MissingColon),
    ("indent", FaultKind::Indentation),
    ("block mapping", FaultKind::Indentation),
    ("block collection", FaultKind::Indentation),
    ("block sequence", FaultKind::Indentation),
    ("block scalar", FaultKind::Indentation),
];

/// The first tab that starts a line, from the line of a byte on: the reader gives up on the text before it.
fn tab_after(text: &str, at: usize) -> Option<usize> {
    let mut start = line_start(text, at);
    for line in text[start..].split_inclusive('\n') {
        let blanks = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..blanks].find('\t') {
            return Some(start + tab);
        }
        start += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::{Format, Lines};

    fn file(text: &str) -> File {
        File { path: PathBuf::from("a.yml"), format: Format::Yaml, text: text.to_owned() }
    }

    #[test]
    fn words_stay_what_they_are() {
        let text = "a: non\nb: 2026-11-27\nc: 1.10\nd: 3\ne: \"3\"\nf: true\ng:\nh: ~\ni: 007\nj: 'null'\nk: !!float 1.5\nl: 12:30\n3: yes\n";
        let root = read(&file(text), 0).unwrap();
        let text = |word: &str| Value::Text(word.to_owned());
        for (key, value) in [
            ("a", text("non")),
            ("b", text("2026-11-27")),
            ("c", text("1.10")),
            ("d", Value::Number("3".into())),
            ("e", text("3")),
            ("f", Value::Boolean(true)),
            ("g", Value::Null),
            ("h", Value::Null),
            ("i", text("007")),
            ("j", text("null")),
            ("k", Value::Number("1.5".into())),
            ("l", text("12:30")),
            ("3", text("yes")),
        ] {
            assert_eq!(root.get(key).map(|node| &node.value), Some(&value), "{key}");
        }
    }

    #[test]
    fn places_are_bytes_whatever_the_letters() {
        let text = "é: à la ligne\nliste:\n  - ça  # ici\n  - {x: [ü, y]}\n\n\nfin: |\n  deux\n  lignes\n";
        let root = read(&file(text), 0).unwrap();
        let of = |node: &Node| &text[node.span.range()];
        assert_eq!(of(root.get("é").unwrap()), "à la ligne");
        let list = root.get("liste").unwrap();
        assert_eq!(of(&list.items()[0]), "ça");
        assert_eq!(of(list.items()[1].get("x").unwrap()), "[ü, y]");
        assert_eq!(of(list), "- ça  # ici\n  - {x: [ü, y]}");
        assert_eq!(root.get("fin").unwrap().value, Value::Text("deux\nlignes\n".into()));
    }

    #[test]
    fn what_breaks_is_named() {
        for (text, line, expected) in [
            ("a: b: c\n", 1, FaultKind::Colon),
            ("a:\n\tb: c\n", 2, FaultKind::Tab),
            ("a: b\n\tc: d\n", 2, FaultKind::Tab),
            ("a: \"b\nc: d\n", 0, FaultKind::UnclosedText),
            ("a:\n  - [b, c\n", 2, FaultKind::Unclosed('[')),
            ("a: {b: [1, 2],\n  c: 3\n", 1, FaultKind::Unclosed('{')),
            ("a: [b, c\nd: e\n", 2, FaultKind::Colon),
            ("a: *b\n", 1, FaultKind::UnknownAnchor),
            ("a: b\n---\nc: d\n", 2, FaultKind::SeveralDocuments),
            ("? [a]\n: b\n", 1, FaultKind::ComplexKey),
        ] {
            let fault = read(&file(text), 0).expect_err(text);
            assert_eq!(fault.kind, expected, "{text}");
            let found = Lines::of(&fault.text).place(fault.range.start);
            assert!(line == 0 || found.0 == line, "{text}: {found:?}");
        }
        let bomb: String = (0..30).fold("a0: &a0 [x, x, x, x, x, x]\n".into(), |text, rank| {
            text + &format!("a{0}: &a{0} [*a{1}, *a{1}, *a{1}, *a{1}, *a{1}, *a{1}]\n", rank + 1, rank)
        });
        assert_eq!(read(&file(&bomb), 0).expect_err("a bomb").kind, FaultKind::TooManyAliases);
        let deep = "[".repeat(5_000);
        assert!(read(&file(&deep), 0).is_err());
    }
}
