//! The data file, as every command reads it and tells what is wrong in it.

use std::fs;
use std::path::Path;

use crate::LANGUAGE;
use catalogue::{Catalogue, Diagnostic, ReadError};
use messages::Noun;
use site::Files;

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

/// The files that the data of a file names beside it, and what is told of those that are not there; what the app has
/// is there too.
pub(crate) fn beside(file: &Path, json: &str, catalogue: &Catalogue, app: &Files) -> (Files, Vec<Diagnostic>) {
    let folder = file.parent().unwrap_or(Path::new(""));
    let named = catalogue.site.identity.files();
    let read = |name: &str| fs::read(folder.join(name)).ok().or_else(|| app.get(name).cloned());
    let found: Files = named.filter_map(|(_, name)| Some((name.to_owned(), read(name)?))).collect();
    let missing = catalogue::missing_files(json, catalogue, |name| found.contains_key(name));
    (found, missing)
}

/// One problem a line, each with its place as editors open it.
pub(crate) fn lines(file: &Path, problems: &[Diagnostic]) -> impl Iterator<Item = String> {
    problems.iter().map(move |problem| {
        let place = problem.place.map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
        let (path, sentence) = (problem.shown_path(LANGUAGE), problem.sentence(LANGUAGE));
        format!("{}{place}\u{a0}: {path}\u{a0}: {sentence}", file.display())
    })
}

/// How many problems there are: a site is written, and a check succeeds, when there is none.
pub(crate) fn verdict(problems: &[Diagnostic]) -> Result<(), String> {
    match problems.len() {
        0 => Ok(()),
        problems => Err(Noun([["", "problème", "problèmes"]]).count(LANGUAGE, problems)),
    }
}
