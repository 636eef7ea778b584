//! A problem with its place in a file, in the words that people read and in those that programs do.

pub(crate) mod text;

use std::ops::Range;

use catalogue::{Diagnostic, Expected, Severity};
use source::{Fault, FaultKind, File, Lines};

use crate::LANGUAGE;

/// How much a problem costs, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Weight {
    /// Nothing can be read.
    Fatal,
    /// An element is not shown.
    LeftOut,
    /// A value is not shown.
    Ignored,
    /// Nothing is lost, and it may not be what was meant.
    Warning,
    /// Nothing is lost, and it could be better.
    Advice,
}

/// A problem and its place.
#[derive(Debug, Clone)]
pub(crate) struct Problem<'a> {
    /// What it is for programs, and stays from a version to the next.
    pub(crate) rule: &'static str,
    pub(crate) weight: Weight,
    /// The file, as the command named it.
    pub(crate) file: String,
    /// The text of the file.
    pub(crate) text: &'a str,
    /// The bytes at fault; none where something is missing.
    pub(crate) range: Range<usize>,
    /// The line and the column where they start, from 1, in characters.
    pub(crate) start: (usize, usize),
    /// Those of their end, which is not among them.
    pub(crate) end: (usize, usize),
    /// Path in the catalogue, to be read.
    pub(crate) path: String,
    /// The id of the entry it is in.
    pub(crate) entry: Option<String>,
    pub(crate) found: String,
    /// What was perhaps meant.
    pub(crate) near: Option<String>,
    pub(crate) sentence: String,
}

impl<'a> Problem<'a> {
    /// What is said of these bytes of a file: without more, that they keep it from being read.
    pub(crate) fn at(file: String, text: &'a str, lines: &Lines<'_>, range: Range<usize>, sentence: String) -> Self {
        Self {
            rule: "syntax",
            weight: Weight::Fatal,
            file,
            text,
            start: lines.place(range.start),
            end: lines.place(range.end),
            range,
            path: String::new(),
            entry: None,
            found: String::new(),
            near: None,
            sentence,
        }
    }

    pub(crate) fn of_diagnostic(
        diagnostic: &Diagnostic,
        file: &'a File,
        lines: &Lines<'_>,
        range: Range<usize>,
    ) -> Self {
        Self {
            rule: rule(&diagnostic.expected),
            weight: match diagnostic.severity {
                Severity::LeftOut => Weight::LeftOut,
                Severity::Ignored => Weight::Ignored,
                Severity::Warning => Weight::Warning,
            },
            path: diagnostic.shown_path(LANGUAGE).to_owned(),
            entry: diagnostic.entry.clone(),
            found: diagnostic.found.clone(),
            near: diagnostic.suggestion.clone(),
            ..Self::at(file.path.display().to_string(), &file.text, lines, range, diagnostic.sentence(LANGUAGE))
        }
    }

    pub(crate) fn of_fault(fault: &'a Fault) -> Self {
        let sentence = ::text::letters::capitalised(fault.sentence(LANGUAGE));
        Self::at(fault.file.clone(), &fault.text, &Lines::of(&fault.text), fault.range.clone(), sentence)
    }

    /// What keeps the file of an entry from being read: the others are.
    pub(crate) fn of_entry_fault(fault: &'a Fault) -> Self {
        let problem = Self::of_fault(fault);
        let lost = match fault.kind {
            FaultKind::UnreadableFolder => "Les fiches de ce dossier ne sont pas affichées.",
            _ => "La fiche de ce fichier n’est pas affichée.",
        };
        let sentence = format!("{} {lost}", problem.sentence);
        Self { weight: Weight::LeftOut, sentence, ..problem }
    }
}

/// The name of what was expected.
const fn rule(expected: &Expected) -> &'static str {
    match expected {
        Expected::Type(_) => "type",
        Expected::Present | Expected::AnyOf(_) => "missing",
        Expected::KnownKey => "unknown-key",
        Expected::Once => "key-twice",
        Expected::Slug => "id",
        Expected::Unreserved => "reserved-id",
        Expected::LicenceId => "licence-id",
        Expected::UniqueId => "id-twice",
        Expected::NotYet => "twice",
        Expected::OneOf(_) => "unknown-word",
        Expected::Model => "kind-model",
        Expected::Folder => "kind-folder",
        Expected::Term(_) => "unknown-term",
        Expected::PlainText => "markup",
        Expected::PresentName => "former-name",
        Expected::TermApart(_) => "near-terms",
        Expected::Target => "link-target",
        Expected::File(_) => "file-name",
        Expected::FileBeside => "missing-file",
        Expected::Colour => "colour",
        Expected::HostTerm(_) => "unknown-term",
        Expected::Facet => "unknown-facet",
        Expected::Grid => "unknown-grid",
        Expected::Alternative => "no-alternative",
        Expected::Decimal => "number",
        Expected::AtMostItems(_) => "too-many",
        Expected::Entry => "unknown-entry",
        Expected::HelpGroup => "help-group",
        Expected::Document => "unknown-document",
        Expected::SafeUrl => "address",
        Expected::NoUser => "address-user",
        Expected::SiteUrl => "site-address",
        Expected::Email => "email",
        Expected::Identifier(..) => "identifier",
        Expected::Date => "date",
        Expected::AtMost(_) => "too-long",
        Expected::Format(_) => "format",
        Expected::WindowsName => "windows-name",
        Expected::ShortId(_) => "long-id",
        Expected::Entries => "no-entries",
        Expected::WholeText => "encoding",
    }
}
