//! What is wrong in the data, as values: where, what was found, what was expected, what is near.
//! The sentences that people read are made in `sentences`.

use std::borrow::Cow;
use std::fmt;

/// What a diagnostic costs; the first two are problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The whole entry (or the grid, the term…) is left out.
    LeftOut,
    /// Only the value is ignored; the rest is shown.
    Ignored,
    /// Nothing: all is shown, and would better be written otherwise.
    Warning,
}

/// A type of JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonType {
    /// A string, or an object by language.
    Text,
    String,
    /// A whole number.
    Number,
    Boolean,
    List,
    Object,
}

/// What would have been right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    Type(JsonType),
    /// Any value: the key is missing or empty.
    Present,
    /// Any value under one of these keys: all are missing or empty.
    AnyOf(&'static [&'static str]),
    /// A key of the format.
    KnownKey,
    /// A key written once.
    Once,
    /// Lower-case letters, digits and single hyphens.
    Slug,
    /// An id that addresses have no other meaning for.
    Unreserved,
    /// Letters without accent, digits, dots, hyphens and plus signs.
    LicenceId,
    /// An id that no other entry has.
    UniqueId,
    /// A value that its list does not have yet.
    NotYet,
    OneOf(Cow<'static, [&'static str]>),
    /// The id of a term of this vocabulary.
    Term(&'static str),
    /// A term of this field of the catalogue.
    HostTerm(String),
    /// The id of an entry.
    Entry,
    /// A group of help for this need.
    HelpGroup,
    /// The id of a source document.
    Document,
    /// An address in http, https or mailto.
    SafeUrl,
    /// An address without a user's name before its host.
    NoUser,
    /// An address in http or https, without query or fragment.
    SiteUrl,
    /// A path below the root of the site, or an address in http, https or mailto.
    Target,
    /// The path of a file beside the data whose name ends with one of these.
    File(&'static [&'static str]),
    /// A file that is there, beside the data.
    FileBeside,
    /// A colour, by 3 or 6 hexadecimal digits.
    Colour,
    Email,
    /// An identifier of this register, such as this one.
    Identifier(&'static str, &'static str),
    /// `AAAA`, `AAAA-MM` or `AAAA-MM-JJ`.
    Date,
    /// At most this many characters.
    AtMost(usize),
    /// This version of the format.
    Format(u32),
    /// An id that Windows can write as the name of a folder.
    WindowsName,
    /// An id of at most this many letters, which the name of a folder may have.
    ShortId(usize),
    /// At most this many of them.
    AtMostItems(usize),
    /// A kind of the format, or one that says which of them is its model.
    Model,
    /// The name of a folder that neither a page nor another kind has, and that Windows can write.
    Folder,
    /// A field of this catalogue that is a facet, or one of the format.
    Facet,
    /// The id of a grid.
    Grid,
    /// What an image shows, in words for those who do not see it.
    Alternative,
    /// A number, with six decimals at most.
    Decimal,
    /// At least one entry.
    Entries,
    /// A text without Markdown or HTML.
    #[cfg(feature = "schema")]
    PlainText,
    /// The name that a licence has now.
    #[cfg(feature = "schema")]
    PresentName,
    /// A term that does not read as the one of this label does.
    #[cfg(feature = "schema")]
    TermApart(String),
    /// A text in UTF-8, of which no letter is lost.
    WholeText,
}

/// A place in a text, as editors count: lines and characters, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub line: usize,
    /// Column, in characters.
    pub column: usize,
}

impl Place {
    /// The place of the byte at `at` of a text.
    pub(super) fn of(text: &str, at: usize) -> Self {
        let before = &text[..at];
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        Self { line: before.matches('\n').count() + 1, column: before[start..].chars().count() + 1 }
    }
}

/// One problem of the data, or one warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    /// JSON path, from the root (`entries[3].themes[0]`).
    pub path: String,
    /// Where that is in the text, when there is one.
    pub place: Option<Place>,
    /// The id of the entry it is in, when it has one.
    pub entry: Option<String>,
    /// The value found, as JSON, cut when long; empty when there is none.
    pub found: String,
    pub expected: Expected,
    /// A value near the one found that would have been right.
    pub suggestion: Option<String>,
}

impl Diagnostic {
    /// Whether all is read and shown all the same.
    pub fn is_warning(&self) -> bool {
        self.severity == Severity::Warning
    }

    /// A problem of what is at a path, of which the place is looked for later.
    pub(super) fn new(
        severity: Severity,
        path: &Path<'_>,
        entry: Option<&String>,
        found: &str,
        expected: Expected,
        suggestion: Option<String>,
    ) -> Self {
        let (path, entry, found) = (path.to_string(), entry.cloned(), shortened(found).into_owned());
        Self { severity, path, place: None, entry, found, expected, suggestion }
    }

    /// A problem of the file as a whole.
    pub(super) fn of_file(expected: Expected) -> Self {
        Self::new(Severity::Ignored, &Path::ROOT, None, "", expected, None)
    }

    /// A file that what is at this path names, and that is not beside the data.
    pub(super) fn of_missing_file(path: &str, file: &str) -> Self {
        let found = shortened(file).into_owned();
        Self { path: path.to_owned(), found, ..Self::of_file(Expected::FileBeside) }
    }
}

/// A place in the JSON tree, kept as a chain of borrowed steps and written only for a problem.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    step: Step<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

impl Path<'_> {
    pub(crate) const ROOT: Path<'static> = Path { parent: None, step: Step::Root };

    /// The place under `key`.
    pub(crate) fn key<'a>(&'a self, key: &'a str) -> Path<'a> {
        Path { parent: Some(self), step: Step::Key(key) }
    }

    /// The place of the item at `index`.
    pub(crate) fn index(&self, index: usize) -> Path<'_> {
        Path { parent: Some(self), step: Step::Index(index) }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.step {
            Step::Root => Ok(()),
            Step::Key(key) => {
                let dot = if self.parent.is_some_and(|parent| matches!(parent.step, Step::Root)) { "" } else { "." };
                write!(f, "{dot}{}", shortened(key))
            }
            Step::Index(index) => write!(f, "[{index}]"),
        }
    }
}

/// A text, cut after 60 characters: enough to recognise it in the file.
pub fn shortened(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(60) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

/// The candidate nearest to `found`, if one is near enough to be what was meant.
///
/// Near enough is an edit distance of at most a third of the length, as compilers do for names.
pub(crate) fn nearest<'a>(found: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let length = found.chars().count();
    // One letter alone resembles any other.
    let limit = (length / 3).clamp(1, 3).min(length.saturating_sub(1));
    candidates
        // Too long or too short to be near: this also spares the comparison with an endless value.
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= limit)
        .map(|candidate| (strsim::osa_distance(found, candidate), candidate))
        .filter(|&(distance, _)| distance > 0 && distance <= limit)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Path, nearest, shortened};

    #[test]
    fn writes_paths_as_people_read_them() {
        let root = Path::ROOT;
        let entries = root.key("entries");
        let entry = entries.index(3);
        assert_eq!(entry.key("themes").to_string(), "entries[3].themes");
        assert_eq!(root.key("site").to_string(), "site");
    }

    #[test]
    fn cuts_what_no_one_would_read() {
        assert_eq!(shortened(&"é".repeat(60)), "é".repeat(60));
        assert_eq!(shortened(&"é".repeat(61)), "é".repeat(60) + "…");
        assert_eq!(Path::ROOT.key(&"k".repeat(5_000_000)).to_string().chars().count(), 61);
    }

    #[test]
    fn suggests_only_what_is_near() {
        let themes = ["mobilite", "energie"];
        assert_eq!(nearest("mobilte", themes.into_iter()).as_deref(), Some("mobilite"));
        assert_eq!(nearest("cuisine", themes.into_iter()), None);
        assert_eq!(nearest("5", ["3", "4"].into_iter()), None);
    }
}
