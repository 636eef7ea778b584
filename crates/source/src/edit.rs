//! Small changes in files: only the bytes of what changes.

use std::collections::BTreeMap;
use std::path::PathBuf;

use thiserror::Error;

use crate::layout::scalar_text;
use crate::lines::line_start;
use crate::node::{Field, Node, Span, Value};
use crate::{File, Format, Source};

/// Bytes of a file, and what is to stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    span: Span,
    text: String,
}

impl Edit {
    /// Lines end as the first of the file does.
    pub(crate) fn new(source: &Source, span: Span, text: String) -> Self {
        let is_windows = source.file(span).text.split('\n').next().is_some_and(|line| line.ends_with('\r'));
        Self { span, text: if is_windows { text.replace('\n', "\r\n") } else { text } }
    }

    /// A field as it is written, after another one of its object.
    pub(crate) fn after(source: &Source, object: &Node, before: &Field, written: &str) -> Self {
        let file = source.file(object.span);
        let start = before.key_span.start as usize;
        let end = before.node.span.end.max(before.key_span.end) as usize;
        let margin = &file.text[line_start(&file.text, start)..start];
        let (at, text) = match file.format {
            Format::Json if margin.trim().is_empty() => (end, format!(",\n{margin}{written}")),
            Format::Yaml if !is_flow(file, object) => {
                (end_of_line(&file.text, end), format!("\n{}{written}", " ".repeat(margin.chars().count())))
            }
            _ => (end, format!(", {written}")),
        };
        Self::new(source, Span::new(object.span.file, at, at), text)
    }
}

/// Whether a value of YAML stands between brackets.
pub(crate) fn is_flow(file: &File, node: &Node) -> bool {
    file.text[node.span.range()].starts_with(['{', '['])
}

/// A file that would no longer be what it was but for what changes.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{}: cannot be changed", .0.display())]
pub struct EditError(pub PathBuf);

/// A text in the place of a value.
pub fn replace(source: &Source, span: Span, text: &str) -> Edit {
    Edit { span, text: scalar_text(source.file(span).format, text) }
}

/// A text under a key of an object: in the place of its value, or else in a new field after another, or at the end. A
/// text in the place of an object becomes one, where it stands under the key to come after. None when nothing can be
/// put after nothing.
pub fn set(source: &Source, object: &Node, key: &str, text: &str, after: Option<&str>) -> Option<Edit> {
    if let Some(node) = object.get(key) {
        return Some(replace(source, node.span, text));
    }
    let format = source.file(object.span).format;
    let key_of = |key: &str| if format == Format::Json { format!("\"{key}\"") } else { key.to_owned() };
    if let (Value::Text(word), Some(main)) = (&object.value, after) {
        // Between braces, YAML reads what JSON does.
        let [word, value] = [word.trim(), text].map(|text| scalar_text(Format::Json, text));
        let text = format!("{{ {}: {word}, {}: {value} }}", key_of(main), key_of(key));
        return Some(Edit { span: object.span, text });
    }
    let fields = object.fields();
    let before = fields.iter().rev().find(|field| Some(field.key.as_str()) == after).or(fields.last())?;
    Some(Edit::after(source, object, before, &format!("{}: {}", key_of(key), scalar_text(format, text))))
}

/// After what a line has after a value: a comment.
pub(crate) fn end_of_line(text: &str, end: usize) -> usize {
    let end = text[..end].trim_end().len();
    let end = text[end..].find('\n').map_or(text.len(), |line| end + line);
    if text[..end].ends_with('\r') { end - 1 } else { end }
}

/// The files that edits change, whole.
///
/// # Errors
/// When a file would not be read any more.
pub fn apply(source: &Source, mut edits: Vec<Edit>) -> Result<Vec<(PathBuf, String)>, EditError> {
    edits.sort_by_key(|edit| (edit.span.file, edit.span.start, edit.span.end));
    edits.dedup();
    let mut texts: BTreeMap<u32, String> = BTreeMap::new();
    for edit in edits.iter().rev() {
        let text = texts.entry(edit.span.file).or_insert_with(|| source.file(edit.span).text.clone());
        text.replace_range(edit.span.range(), &edit.text);
    }
    let mut changed = Vec::with_capacity(texts.len());
    for (rank, text) in texts {
        let former = &source.files[rank as usize];
        let file = File { text, ..former.clone() };
        if file.root(rank).is_err() {
            return Err(EditError(file.path));
        }
        if file.text != former.text {
            changed.push((file.path, file.text));
        }
    }
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changes_changes() {
        for (format, text, expected) in [
            (
                Format::Json,
                "{\"entries\": [\n {\n  \"id\": \"a\",\n  \"links\": [{\"url\": \"x\", \"kind\": \"site\"}],\n  \"inconnue\": 1.10\n }\n]}",
                "{\"entries\": [\n {\n  \"id\": \"a\",\n  \"links\": [{\"url\": \"z\", \"dead\": \"2026-11-27\", \"kind\": \"site\"}],\n  \"inconnue\": 1.10,\n  \"checked\": \"2026-11-27\"\n }\n]}",
            ),
            (
                Format::Yaml,
                "entries:\n  - id: a # ici\n    links:\n      - url: x # là\n        kind: site\n    inconnue: 1.10 # fin\n",
                "entries:\n  - id: a # ici\n    links:\n      - url: z # là\n        dead: 2026-11-27\n        kind: site\n    inconnue: 1.10 # fin\n    checked: 2026-11-27\n",
            ),
            (
                Format::Yaml,
                "entries:\r\n- id: a\r\n  links: [{url: x}]\r\n",
                "entries:\r\n- id: a\r\n  links: [{url: z, dead: 2026-11-27}]\r\n  checked: 2026-11-27\r\n",
            ),
            (
                Format::Yaml,
                "entries: [{id: a, links: [{url: x}]}]",
                "entries: [{id: a, links: [{url: z, dead: 2026-11-27}], checked: 2026-11-27}]",
            ),
        ] {
            let source = Source::read(File { path: PathBuf::from("a"), format, text: text.to_owned() }).unwrap();
            let entry = &source.entries()[0];
            let link = &entry.get("links").unwrap().items()[0];
            let edits = [
                Some(replace(&source, link.get("url").unwrap().span, "z")),
                set(&source, link, "dead", "2026-11-27", Some("url")),
                set(&source, entry, "checked", "2026-11-27", None),
            ];
            let changed = apply(&source, edits.into_iter().flatten().collect()).unwrap();
            assert_eq!(changed, [(PathBuf::from("a"), expected.to_owned())]);
        }
    }
}
