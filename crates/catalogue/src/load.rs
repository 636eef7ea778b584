//! From the text of `catalogue.json` to a [`Catalogue`] and everything that is wrong in it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::definitions::CATALOGUE;
use super::diagnostic::{Diagnostic, Expected, Path, Place, Severity};
use super::json::Json;
use super::reader::Reader;
use super::{Catalogue, place, validate};
use text::sorting::sorted_ranks;

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
    pub fn entries_left_out(&self) -> usize {
        let left_out = self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::LeftOut);
        let entries: BTreeSet<&str> = left_out
            .map(|diagnostic| diagnostic.path.split('.').next().unwrap_or_default())
            .filter(|place| *place == "entries" || place.starts_with("entries["))
            .collect();
        entries.len()
    }
}

/// Why no catalogue could be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The text is not JSON.
    #[error("not JSON at line {}, column {}", place.line, place.column)]
    Syntax {
        place: Place,
        /// Whether the text stops before its end.
        truncated: bool,
        /// The line at fault, cut around the column.
        excerpt: String,
    },
    /// The file is in UTF-16, and was read as if it were in UTF-8.
    #[error("expected UTF-8, found UTF-16")]
    Utf16,
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
    read_parsed(json, parse(json)?)
}

/// Reads a catalogue from its text and from what [`parse`] makes of it, [completed](complete) or not.
///
/// # Errors
/// When it is not an object.
pub fn read_parsed(json: &str, tree: Json) -> Result<Loaded, ReadError> {
    let json = without_mark(json);
    let mut loaded = read_tree(tree)?;
    if json.contains(char::REPLACEMENT_CHARACTER) {
        // Whoever decoded the bytes of a file that is not in UTF-8 has put one for each letter.
        loaded.diagnostics.insert(0, Diagnostic::of_file(Expected::WholeText));
    }
    place::locate(json, &mut loaded.diagnostics);
    Ok(loaded)
}

/// What the data names beside it and is not there, as problems of its text.
pub fn missing_files(json: &str, catalogue: &Catalogue, is_there: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
    let missing = catalogue.site.identity.files().filter(|(_, file)| !is_there(file));
    let mut missing: Vec<Diagnostic> = missing.map(|(path, file)| Diagnostic::of_missing_file(path, file)).collect();
    let files = catalogue.entries().flat_map(|(_, entry)| entry.files().map(move |(key, file)| (entry, key, file)));
    let mut of_entries = files.filter(|(_, _, file)| !is_there(file)).peekable();
    if of_entries.peek().is_some() {
        // Entries that could not be read have a rank in the file too.
        let ids: Vec<Option<String>> = parse(json).map_or_else(
            |_| Vec::new(),
            |tree| tree.into_items("entries").iter().map(|entry| Some(entry.id()?.into_owned())).collect(),
        );
        missing.extend(of_entries.map(|(entry, key, file)| {
            let rank = ids.iter().position(|id| id.as_deref() == Some(entry.id.as_str())).unwrap_or_default();
            let told = Diagnostic::of_missing_file(&format!("entries[{rank}].{key}"), file);
            Diagnostic { entry: Some(entry.id.clone()), ..told }
        }));
    }
    place::locate(without_mark(json), &mut missing);
    missing
}

/// Reads JSON as it is.
///
/// # Errors
/// When the text is not JSON.
pub fn parse(json: &str) -> Result<Json, ReadError> {
    let json = without_mark(json);
    serde_json::from_str(json).map_err(|error| syntax_error(json, &error))
}

/// The text without the byte order mark that editors of some systems write first, which JSON does not allow.
pub(super) fn without_mark(json: &str) -> &str {
    json.trim_start_matches('\u{feff}')
}

/// Reads a catalogue from its JSON.
///
/// # Errors
/// When it is not an object.
pub fn read_tree(tree: Json) -> Result<Loaded, ReadError> {
    let Json::Object(fields) = tree else { return Err(ReadError::NotAnObject { found: tree.excerpt() }) };
    let mut diagnostics = Vec::new();
    let mut reader = Reader { diagnostics: &mut diagnostics, entry: None };
    let file = reader.fields(&CATALOGUE, fields, &Path::ROOT);
    let catalogue = validate::validate(file, &mut diagnostics);
    Ok(Loaded { catalogue, diagnostics })
}

/// The key of the file that names the second one.
pub const DETAILS_KEY: &str = "details";

/// The fields of entries that only their pages read, neither lists nor search: a published catalogue has them in a
/// second file.
pub const DETAILS: [&str; 5] = ["sources", "not_found", "dates", "metrics", "initiated_basis"];

/// Whether a catalogue leaves fields of its entries to a second file.
pub fn lacks_details(tree: &Json) -> bool {
    tree.get(DETAILS_KEY).and_then(Json::as_str) == Some(names::DETAILS_FILE)
}

/// Gives the entries of a catalogue the fields that a second file has for their ids. What an entry has itself stays;
/// entries that the catalogue does not have are left.
pub fn complete(tree: &mut Json, details: Json) {
    if let Json::Object(file) = tree {
        file.retain(|(key, _)| key != DETAILS_KEY);
    }
    complete_some(tree, details.into_items("entries"));
}

/// Gives some entries of a catalogue these fields, as [`complete`] does, which leaves the others to the second file.
pub fn complete_some(tree: &mut Json, details: Vec<Json>) {
    let Json::Object(file) = tree else { return };
    let told = details.into_iter().filter_map(|entry| {
        let id = entry.id()?.into_owned();
        if let Json::Object(fields) = entry { Some((id, fields)) } else { None }
    });
    let mut details = Details::new(told);
    let entries = file.iter_mut().filter(|(key, _)| key == "entries").flat_map(|(_, list)| list.items_mut());
    for entry in entries {
        let id = entry.id().map(Cow::into_owned);
        if let (Some(id), Json::Object(fields)) = (id, entry) {
            details.give(&id, fields, |(key, _)| key);
        }
    }
}

/// What a second file has for entries, by their ids: fields of any tree.
#[derive(Debug)]
pub struct Details<F> {
    told: Vec<(String, Vec<F>)>,
    /// The ranks of these, in the order of their ids.
    by_id: Vec<usize>,
}

impl<F> Details<F> {
    /// Of two that have the same id, the last one counts.
    pub fn new(told: impl Iterator<Item = (String, Vec<F>)>) -> Self {
        let told: Vec<_> = told.collect();
        let by_id = sorted_ranks(told.len(), &|one, other| told[one].0.cmp(&told[other].0));
        Self { told, by_id }
    }

    /// Gives the first entry of an id the fields that it does not have.
    pub fn give(&mut self, id: &str, fields: &mut Vec<F>, key: impl Fn(&F) -> &str) {
        let after = self.by_id.partition_point(|rank| self.told[*rank].0.as_str() <= id);
        let last = self.by_id[..after].last().map(|rank| &mut self.told[*rank]);
        let Some((_, told)) = last.filter(|(told, _)| told == id) else { return };
        for field in std::mem::take(told) {
            if !fields.iter().any(|known| key(known) == key(&field)) {
                fields.push(field);
            }
        }
    }
}

fn syntax_error(json: &str, error: &serde_json::Error) -> ReadError {
    // Every other byte of UTF-16 is nought, which no JSON holds as it is.
    if json.chars().take(4).any(|c| c == '\0') {
        return ReadError::Utf16;
    }
    let text = json.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    // What is at fault starts before the column, which counts bytes.
    let before = text.char_indices().filter(|(at, _)| *at < error.column()).count();
    let place = Place { line: error.line(), column: before.max(1) };
    let excerpt = text.chars().skip(before.saturating_sub(30)).take(60).collect();
    ReadError::Syntax { place, truncated: error.is_eof(), excerpt }
}

#[cfg(test)]
mod tests {
    use super::{Place, ReadError, read};

    #[test]
    fn says_where_the_json_breaks() {
        let error = read("{\n  \"site\": {,}\n}").expect_err("a comma is missing its key");
        let ReadError::Syntax { place, truncated, excerpt } = error else { panic!("{error}") };
        assert_eq!((place.line, place.column), (2, 12));
        assert_eq!((truncated, excerpt.as_str()), (false, "  \"site\": {,}"));
        for text in ["", "{\"entries\": [", "{\"a\": \"é"] {
            assert!(matches!(read(text), Err(ReadError::Syntax { truncated: true, .. })), "{text:?}");
        }
        assert!(matches!(read("[1]"), Err(ReadError::NotAnObject { .. })));
        assert!(matches!(read("<!doctype html>"), Err(ReadError::Syntax { place: Place { line: 1, .. }, .. })));
    }

    #[test]
    fn columns_count_characters_as_editors_do() {
        for (text, column) in [
            ("{\"é\": \"été\" x}", 13),
            ("{\"é\": é}", 7),
            ("{\"é\":\u{a0}1}", 6),
            ("{\"🌱\": 1,\t}", 10),
            ("\u{feff}[é", 2),
            ("é", 1),
        ] {
            let Err(ReadError::Syntax { place, .. }) = read(text) else { panic!("{text} is no JSON") };
            assert_eq!(place, Place { line: 1, column }, "{text}");
        }
    }

    #[test]
    fn accepts_a_byte_order_mark() {
        assert!(read("\u{feff}{\"format\": 1}").is_ok());
    }
}
