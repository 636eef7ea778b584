//! From the text of `catalogue.json` to a [`Catalogue`] and everything that is wrong in it.

use std::collections::BTreeSet;

use super::diagnostic::{Diagnostic, Path, Severity};
use super::json::{FromJson, Json, Reader};
use super::raw::RawCatalogue;
use super::{Catalogue, validate};

/// A catalogue, with the problems found on the way.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// What could be read.
    pub catalogue: Catalogue,
    /// What could not, part of the file by part: its shape, vocabularies, entries, settings, grids.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// The number of entries of the file that the catalogue does not have.
    #[must_use]
    pub fn entries_left_out(&self) -> usize {
        let left_out = self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::LeftOut);
        let entries: BTreeSet<&str> = left_out
            .filter(|diagnostic| diagnostic.path.starts_with("entries["))
            .map(|diagnostic| diagnostic.path.split('.').next().unwrap_or_default())
            .collect();
        entries.len()
    }
}

/// Why no catalogue could be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The text is not JSON.
    #[error("not JSON at line {line}, column {column}")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column, from 1, in bytes.
        column: usize,
        /// Whether the text stops before its end.
        truncated: bool,
        /// The line at fault, cut around the column.
        excerpt: String,
    },
    /// The text is JSON, but not an object.
    #[error("expected a JSON object, found {found}")]
    NotAnObject {
        /// The value found, cut when long.
        found: String,
    },
}

/// Reads a catalogue.
///
/// # Errors
/// When the text is not JSON, or not a JSON object. Anything less is told in
/// [`Loaded::diagnostics`], and what is right is kept.
pub fn read(json: &str) -> Result<Loaded, ReadError> {
    read_tree(parse(json)?)
}

/// Reads JSON as it is.
///
/// # Errors
/// When the text is not JSON.
pub fn parse(json: &str) -> Result<Json, ReadError> {
    // Editors of some systems start files with a byte order mark, which JSON does not allow.
    let json = json.trim_start_matches('\u{feff}');
    serde_json::from_str(json).map_err(|error| syntax_error(json, &error))
}

/// Reads a catalogue from its JSON.
///
/// # Errors
/// When it is not an object.
pub fn read_tree(tree: Json) -> Result<Loaded, ReadError> {
    if !matches!(tree, Json::Object(_)) {
        return Err(ReadError::NotAnObject { found: tree.excerpt() });
    }
    let mut diagnostics = Vec::new();
    let mut reader = Reader { diagnostics: &mut diagnostics, severity: Severity::Ignored, entry: None };
    let raw = RawCatalogue::from_json(tree, &Path::ROOT, &mut reader).unwrap_or_default();
    let catalogue = validate::validate(raw, &mut diagnostics);
    Ok(Loaded { catalogue, diagnostics })
}

fn syntax_error(json: &str, error: &serde_json::Error) -> ReadError {
    let (line, column) = (error.line(), error.column());
    let text = json.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let excerpt = {
        let around = column.saturating_sub(30);
        let start = (around..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        text[start..].chars().take(60).collect()
    };
    ReadError::Syntax { line, column, truncated: error.is_eof(), excerpt }
}

#[cfg(test)]
mod tests {
    use super::{ReadError, read};

    #[test]
    fn says_where_the_json_breaks() {
        let error = read("{\n  \"site\": {,}\n}").expect_err("a comma is missing its key");
        let ReadError::Syntax { line, truncated, excerpt, .. } = error else { panic!("{error}") };
        assert_eq!((line, truncated, excerpt.as_str()), (2, false, "  \"site\": {,}"));
        for text in ["", "{\"entries\": [", "{\"a\": \"é"] {
            assert!(matches!(read(text), Err(ReadError::Syntax { truncated: true, .. })), "{text:?}");
        }
        assert!(matches!(read("[1]"), Err(ReadError::NotAnObject { .. })));
        assert!(matches!(read("<!doctype html>"), Err(ReadError::Syntax { line: 1, .. })));
    }

    #[test]
    fn accepts_a_byte_order_mark() {
        assert!(read("\u{feff}{\"format\": 1}").is_ok());
    }
}
