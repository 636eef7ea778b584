//! Small changes in files: only the bytes of what changes.

use std::collections::BTreeMap;
use std::path::PathBuf;

use thiserror::Error;

use crate::layout::scalar_text;
use crate::node::{Node, Span, Value};
use crate::{File, Format, Source};

/// Bytes of a file, and what is to stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    span: Span,
    text: String,
}

impl Edit {
    pub(crate) fn new(span: Span, text: String) -> Self {
        Self { span, text }
    }
}

/// A file that would no longer be what it was but for what changes.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{}: cannot be changed", .0.display())]
pub struct EditError(pub PathBuf);

/// A text in the place of a value.
#[must_use]
pub fn replace(source: &Source, span: Span, text: &str) -> Option<Edit> {
    let format = source.file(span).format;
    Some(Edit { span, text: scalar_text(format, text) })
}

/// A text under a key of an object: in the place of its value, or else in a new field after another, or at the end. A
/// text in the place of an object becomes one, where it stands under the key to come after. None when nothing can be
/// put after nothing.
#[must_use]
pub fn set(source: &Source, object: &Node, key: &str, text: &str, after: Option<&str>) -> Option<Edit> {
    if let Some(node) = object.get(key) {
        return replace(source, node.span, text);
    }
    if let (Value::Text(word), Some(main)) = (&object.value, after) {
        let is_json = source.file(object.span).format == Format::Json;
        let key_of = |key: &str| if is_json { format!("\"{key}\"") } else { key.to_owned() };
        // Between braces, YAML reads what JSON does.
        let [word, value] = [word.trim(), text].map(|text| scalar_text(Format::Json, text));
        let text = format!("{{ {}: {word}, {}: {value} }}", key_of(main), key_of(key));
        return Some(Edit { span: object.span, text });
    }
    let fields = object.fields();
    let field = fields.iter().rev().find(|field| Some(field.key.as_str()) == after).or(fields.last())?;
    let file = source.file(object.span);
    let value = scalar_text(file.format, text);
    let (start, end) = (field.key_span.start as usize, field.node.span.end as usize);
    let line_start = file.text[..start].rfind('\n').map_or(0, |end| end + 1);
    let before = &file.text[line_start..start];
    let is_inline = !before.trim().is_empty();
    let (at, text) = match file.format {
        Format::Json if is_inline => (end, format!(", \"{key}\": {value}")),
        Format::Json => (end, format!(",\n{before}\"{key}\": {value}")),
        Format::Yaml if file.text[object.span.range()].starts_with('{') => (end, format!(", {key}: {value}")),
        Format::Yaml => {
            let indent = " ".repeat(before.chars().count());
            (end_of_line(&file.text, end), format!("\n{indent}{key}: {value}"))
        }
    };
    Some(Edit { span: Span::new(object.span.file, at, at), text })
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
/// When letters of a file were lost as it was read, or when it would not be read any more.
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
        if former.text.contains(char::REPLACEMENT_CHARACTER) || file.root(rank).is_err() {
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
                "entries: [{id: a, links: [{url: x}]}]",
                "entries: [{id: a, links: [{url: z, dead: 2026-11-27}], checked: 2026-11-27}]",
            ),
        ] {
            let source = Source::read(File { path: PathBuf::from("a"), format, text: text.to_owned() }).unwrap();
            let entry = &source.entries()[0];
            let link = &entry.get("links").unwrap().items()[0];
            let edits = [
                replace(&source, link.get("url").unwrap().span, "z"),
                set(&source, link, "dead", "2026-11-27", Some("url")),
                set(&source, entry, "checked", "2026-11-27", None),
            ];
            let changed = apply(&source, edits.into_iter().flatten().collect()).unwrap();
            assert_eq!(changed, [(PathBuf::from("a"), expected.to_owned())]);
        }
    }
}
