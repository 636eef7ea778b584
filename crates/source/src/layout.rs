//! How files are written: JSON and YAML that people read, and that change by the lines that change.

use std::fmt::Write as _;

use pretty_yaml::config::{FormatOptions, LanguageOptions, LayoutOptions};

use crate::lines::line_start;
use crate::node::{Field, Node, Value};
use crate::yaml::is_whole;
use crate::{Format, SourceError};

/// The longest line of a list or an object written on one line, in characters.
pub(crate) const WIDTH: usize = 110;

/// Words that some readers of YAML take for something else than a text.
const NOT_TEXTS: [&str; 10] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "~"];

/// The text of a file, laid out; its comments stay.
///
/// # Errors
/// When it is not of its format.
pub fn formatted(file: &crate::File) -> Result<String, SourceError> {
    let before = file.root(0)?;
    match file.format {
        Format::Json => Ok(json_text(&before)),
        Format::Yaml => {
            let options = FormatOptions {
                layout: LayoutOptions { print_width: WIDTH, ..LayoutOptions::default() },
                language: LanguageOptions { trim_trailing_zero: false, ..LanguageOptions::default() },
            };
            let text = pretty_yaml::format_text(&file.text, &options);
            // What another reader understands otherwise stays as it is: nothing of it may be lost.
            let text = text.ok().filter(|text| {
                let after = crate::File { text: text.clone(), ..file.clone() };
                after.root(0).is_ok_and(|after| after == before)
            });
            Ok(text.unwrap_or_else(|| file.text.clone()))
        }
    }
}

impl Format {
    /// A value as a file of this format.
    pub fn text(self, node: &Node) -> String {
        match self {
            Self::Json => json_text(node),
            Self::Yaml => yaml_text(node),
        }
    }
}

/// A value as JSON: two spaces a level, on one line what is short; each entry and each key of the file has its own.
pub fn json_text(node: &Node) -> String {
    json_text_of(node, WIDTH)
}

/// The same with other lines.
pub(crate) fn json_text_of(node: &Node, width: usize) -> String {
    let mut out = String::new();
    json_value(&mut out, node, width, 0, None);
    out.push('\n');
    out
}

/// A value, under this key of the file.
pub(crate) fn json_value(out: &mut String, node: &Node, width: usize, depth: usize, above: Option<&str>) {
    let is_apart = depth < 2 || (depth == 2 && above == Some("entries"));
    if !is_apart {
        let start = out.len();
        let indent = out[line_start(out, start)..].chars().count();
        json_line(out, node);
        if out[start..].chars().count() + indent <= width {
            return;
        }
        out.truncate(start);
    }
    let line = |out: &mut String, depth: usize| {
        out.push('\n');
        indent(out, depth);
    };
    let (start, end) = match &node.value {
        Value::List(items) if !items.is_empty() => ('[', ']'),
        Value::Object(fields) if !fields.is_empty() => ('{', '}'),
        _ => return json_line(out, node),
    };
    for (rank, (key, inner)) in parts(node).enumerate() {
        out.push(if rank == 0 { start } else { ',' });
        line(out, depth + 1);
        json_key(out, key);
        json_value(out, inner, width, depth + 1, if depth == 0 { key } else { above });
    }
    line(out, depth);
    out.push(end);
}

/// The items of a list, or the values of an object with their keys.
fn parts(node: &Node) -> impl Iterator<Item = (Option<&str>, &Node)> {
    let fields = node.fields().iter().map(|field| (Some(field.key.as_str()), &field.node));
    node.items().iter().map(|item| (None, item)).chain(fields)
}

fn json_key(out: &mut String, key: Option<&str>) {
    if let Some(key) = key {
        quoted(out, key);
        out.push_str(": ");
    }
}

pub(crate) fn json_line(out: &mut String, node: &Node) {
    match &node.value {
        Value::Null => out.push_str("null"),
        Value::Boolean(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(number) => out.push_str(number),
        Value::Text(text) => quoted(out, text),
        Value::Object(fields) if fields.is_empty() => out.push_str("{}"),
        Value::List(_) | Value::Object(_) => {
            let (start, end) = if let Value::List(_) = node.value { ("[", "]") } else { ("{ ", " }") };
            out.push_str(start);
            for (rank, (key, inner)) in parts(node).enumerate() {
                out.push_str(if rank == 0 { "" } else { ", " });
                json_key(out, key);
                json_line(out, inner);
            }
            out.push_str(end);
        }
    }
}

/// A text between quotation marks, as JSON and YAML both read it.
fn quoted(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if is_unseen(c) => {
                _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// An object as a YAML file: a key a line, texts without quotation marks where they need none.
pub(crate) fn yaml_text(node: &Node) -> String {
    let mut out = String::new();
    match &node.value {
        Value::Object(fields) if !fields.is_empty() => yaml_fields(&mut out, fields, 0),
        Value::List(items) if !items.is_empty() => yaml_items(&mut out, items, 0),
        _ => {
            yaml_scalar(&mut out, node, 0);
            out.push('\n');
        }
    }
    out
}

fn indent(out: &mut String, depth: usize) {
    out.extend(std::iter::repeat_n(' ', depth * 2));
}

/// Fields, the first where the line already is.
pub(crate) fn yaml_fields(out: &mut String, fields: &[Field], depth: usize) {
    for (rank, field) in fields.iter().enumerate() {
        if rank > 0 {
            indent(out, depth);
        }
        if is_plain(&field.key, true) {
            out.push_str(&field.key)
        } else {
            quoted(out, &field.key)
        }
        out.push(':');
        match &field.node.value {
            Value::Object(inner) if !inner.is_empty() => {
                out.push('\n');
                indent(out, depth + 1);
                yaml_fields(out, inner, depth + 1);
            }
            Value::List(items) if !items.is_empty() => match yaml_line(items) {
                Some(line) if line.chars().count() + field.key.len() + 2 + depth * 2 <= WIDTH => {
                    _ = writeln!(out, " {line}");
                }
                _ => {
                    out.push('\n');
                    indent(out, depth + 1);
                    yaml_items(out, items, depth + 1);
                }
            },
            _ => {
                out.push(' ');
                yaml_scalar(out, &field.node, depth + 1);
                out.push('\n');
            }
        }
    }
}

/// Items, the first where the line already is.
pub(crate) fn yaml_items(out: &mut String, items: &[Node], depth: usize) {
    for (rank, item) in items.iter().enumerate() {
        if rank > 0 {
            indent(out, depth);
        }
        out.push_str("- ");
        match &item.value {
            Value::Object(fields) if !fields.is_empty() => yaml_fields(out, fields, depth + 1),
            Value::List(items) if !items.is_empty() => yaml_items(out, items, depth + 1),
            _ => {
                yaml_scalar(out, item, depth + 1);
                out.push('\n');
            }
        }
    }
}

/// A list of words on one line.
fn yaml_line(items: &[Node]) -> Option<String> {
    let is_word = |item: &Node| match &item.value {
        Value::Text(text) => is_plain(text, true) && !text.contains(' '),
        Value::Number(number) => is_whole(number),
        _ => false,
    };
    let words: Vec<&str> = items.iter().filter(|item| is_word(item)).filter_map(Node::word).collect();
    (words.len() == items.len()).then(|| format!("[{}]", words.join(", ")))
}

fn yaml_scalar(out: &mut String, node: &Node, depth: usize) {
    match &node.value {
        Value::Number(number) if !is_whole(number) => _ = write!(out, "!!float {number}"),
        Value::Text(text) if is_plain(text, false) => out.push_str(text),
        Value::Text(text) if is_block(text) => {
            out.push_str(if text.ends_with('\n') { "|" } else { "|-" });
            for line in text.lines() {
                out.push('\n');
                if !line.is_empty() {
                    indent(out, depth);
                    out.push_str(line);
                }
            }
        }
        Value::Text(text) => quoted(out, text),
        _ => json_line(out, node),
    }
}

/// A text as a value on one line.
pub(crate) fn scalar_text(format: Format, text: &str) -> String {
    let mut out = String::new();
    match format {
        Format::Yaml if is_plain(text, true) || is_plain_address(text) => out.push_str(text),
        _ => quoted(&mut out, text),
    }
    out
}

/// Whether a text is an address that YAML reads as it is, even inside brackets.
fn is_plain_address(text: &str) -> bool {
    text.starts_with("http") && !text.contains([',', '[', ']', '{', '}', '#', ' ']) && is_plain(text, false)
}

/// Whether a text of several lines can stand as a block: nothing in it depends on blanks that one does not see.
fn is_block(text: &str) -> bool {
    let is_sound = |line: &str| line.trim_matches([' ', '\t']) == line && !line.contains(is_unseen);
    let starts_well = !text.starts_with('\n') && !text.ends_with("\n\n");
    starts_well && text.trim_end_matches('\n').contains('\n') && text.split('\n').all(is_sound)
}

fn is_unseen(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether a text can be written without quotation marks and be read as itself, by any reader of YAML.
fn is_plain(text: &str, is_inside: bool) -> bool {
    let starts_well = text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '«' | '(' | '/' | '’' | '…'));
    let ends_well = !text.ends_with([' ', ':']) && !text.contains(is_unseen);
    let has_mark = [": ", " #", ":\u{a0}#"].iter().any(|mark| text.contains(mark));
    let is_flow_safe = !is_inside || !text.contains([',', '[', ']', '{', '}', ':', '#']);
    let is_other = NOT_TEXTS.iter().any(|word| text.eq_ignore_ascii_case(word));
    // Numbers, also in the writings of YAML 1.1: `0x1f`, `1_000`, `12:30`.
    let is_numeric = text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_hexdigit() || matches!(c, '.' | '_' | ':' | 'x' | 'o' | '+' | 'e' | 'E'));
    starts_well && ends_well && !has_mark && is_flow_safe && !is_other && !is_numeric
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use proptest::prelude::*;

    use super::*;
    use crate::File;

    fn file(format: Format, text: String) -> File {
        File { path: PathBuf::from("a"), format, text }
    }

    /// Any value, with texts that look like something else.
    fn values() -> impl Strategy<Value = Node> {
        let words = prop_oneof![
            any::<String>(),
            "[a-zé’«»:#,\\[\\]{}&*!|>'\"%@`~ \t\n-]{0,12}",
            "[0-9._:eox+-]{1,6}",
            prop::sample::select(vec![
                "non",
                "no",
                "true",
                "null",
                "~",
                "",
                "2026-11-27",
                "1.10",
                "- a",
                "? b",
                "a: b"
            ])
            .prop_map(str::to_owned),
        ];
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Boolean),
            any::<i32>().prop_map(|number| Value::Number(number.to_string())),
            Just(Value::Number("-1.50e3".into())),
            words.clone().prop_map(Value::Text),
        ];
        let inner = leaf.prop_recursive(4, 40, 5, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5)
                    .prop_map(|items| Value::List(items.into_iter().map(Node::from).collect())),
                prop::collection::vec((words.clone(), inner), 0..5).prop_map(|fields| {
                    Value::Object(fields.into_iter().map(|(key, value)| Field::new(key, value)).collect())
                }),
            ]
        });
        inner.prop_map(Node::from)
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(node in values()) {
            let text = yaml_text(&node);
            let read = file(Format::Yaml, text.clone()).root(0);
            prop_assert_eq!(read.as_ref().map_err(|fault| (fault.kind, text.clone())), Ok(&node), "{}", text);
            let text = json_text(&node);
            let read = file(Format::Json, text.clone()).root(0);
            prop_assert_eq!(read.as_ref().map_err(|fault| fault.kind), Ok(&node), "{}", text);
        }
    }

    proptest! {
        #[test]
        fn whatever_is_read_faults_stand_in_the_text(text in prop_oneof![
            any::<String>(),
            "[{}\\[\\]:,\"'a1é\\\\ \n\t#&*-]{0,40}",
        ]) {
            for format in [Format::Json, Format::Yaml] {
                let file = file(format, text.clone());
                if let Err(fault) = file.root(0) {
                    prop_assert!(text.get(fault.range.clone()).is_some(), "{:?} {:?}", fault.kind, fault.range);
                } else if let Ok(laid) = formatted(&file) {
                    let again = File { text: laid, ..file.clone() };
                    prop_assert_eq!(again.root(0), file.root(0));
                }
            }
        }
    }

    #[test]
    fn files_are_laid_out_and_keep_their_comments() {
        let text = "# Notre fiche\nid:   a\nversion: 1.10 # pas 1.1\nthemes: [ x,y ]\ntexte: non\n";
        let laid = formatted(&file(Format::Yaml, text.into())).unwrap();
        assert_eq!(laid, "# Notre fiche\nid: a\nversion: 1.10 # pas 1.1\nthemes: [x, y]\ntexte: non\n");
        let laid =
            formatted(&file(Format::Json, "{\"entries\":[{\"id\":\"a\",\"themes\":[\"b\"]}],\"n\":1.10}".into()));
        assert_eq!(
            laid.unwrap(),
            "{\n  \"entries\": [\n    {\n      \"id\": \"a\",\n      \"themes\": [\"b\"]\n    }\n  ],\n  \"n\": 1.10\n}\n"
        );
    }
}
