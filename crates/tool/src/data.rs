//! The data file, as every command reads it and tells what is wrong in it.

use std::fs;
use std::path::Path;

use crate::LANGUAGE;
use catalogue::{Diagnostic, ReadError};
use messages::Noun;

/// The text of a data file; of one that is not in UTF-8, with a mark for each letter that is lost, as in browsers.
pub(crate) fn text(file: &Path) -> Result<String, String> {
    let bytes = fs::read(file)
        .map_err(|error| format!("{}\u{a0}: le fichier ne peut pas être lu ({error})", file.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Why a data file is no catalogue at all.
pub(crate) fn unreadable(file: &Path, error: &ReadError) -> String {
    error.sentence(LANGUAGE, &file.display().to_string())
}

/// What an editor may want to write otherwise: what reading told, then what only the tool tells.
pub(crate) fn with_advice(json: &str, told: &[Diagnostic]) -> Vec<Diagnostic> {
    told.iter().cloned().chain(catalogue::advice(json)).collect()
}

/// One problem or warning a line, each with its place as editors open it.
pub(crate) fn lines(file: &Path, problems: &[Diagnostic]) -> impl Iterator<Item = String> {
    problems.iter().map(move |problem| {
        let place = problem.place.map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
        let (path, sentence) = (problem.shown_path(LANGUAGE), problem.sentence(LANGUAGE));
        let kind = if problem.is_warning() { "avertissement\u{a0}: " } else { "" };
        format!("{}{place}\u{a0}: {path}\u{a0}: {kind}{sentence}", file.display())
    })
}

/// How many problems there are: a site is written, and a check succeeds, when there is none. Warnings are none.
pub(crate) fn verdict(problems: &[Diagnostic]) -> Result<(), String> {
    match problems.iter().filter(|problem| !problem.is_warning()).count() {
        0 => Ok(()),
        problems => Err(Noun([["", "problème", "problèmes"]]).count(LANGUAGE, problems)),
    }
}

/// How many warnings there are, when there are some.
pub(crate) fn warnings(problems: &[Diagnostic]) -> Option<String> {
    let warnings = problems.iter().filter(|problem| problem.is_warning()).count();
    (warnings > 0).then(|| Noun([["", "avertissement", "avertissements"]]).count(LANGUAGE, warnings))
}
