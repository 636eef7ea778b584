//! The data, as every command reads it, and what is wrong in it, with its place in the files.

use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::LANGUAGE;
use crate::problem::{Problem, Weight, text};
use crate::refusal;
use catalogue::{Catalogue, Diagnostic, Expected, Loaded, ReadError};
use site::{Data, Files};
use source::{EditError, Fault, File, Locations, Source, SourceError};
use thiserror::Error;

/// How the names of tables end.
const TABLES: [&str; 5] = ["csv", "tsv", "xls", "xlsx", "ods"];

/// Why there is no data, in French.
#[derive(Debug, Error)]
pub(crate) enum DataError {
    #[error(
        "{path}\u{a0}: le fichier ne peut pas être lu ({}). Vérifiez son nom, et que vous avez le droit de le lire.",
        refusal(.source)
    )]
    Unreadable { path: String, source: io::Error },
    #[error(
        "{0}\u{a0}: un catalogue est un fichier JSON ou YAML, ou un dossier, pas un tableau. «\u{a0}{tool} import\u{a0}» fait un catalogue d’un tableau, «\u{a0}{tool} export\u{a0}» un tableau d’un catalogue.",
        tool = crate::NAME
    )]
    Table(String),
    #[error(
        "{0}\u{a0}: ce dossier n’a pas de fichier {site}. Un catalogue en dossier a ce fichier, et ses fiches dans «\u{a0}{entries}\u{a0}»\u{202f}; «\u{a0}{tool} split\u{a0}» en fait un d’un fichier.",
        site = source::SITE_FILE,
        entries = source::ENTRIES_FOLDER,
        tool = crate::NAME
    )]
    NoSite(String),
    #[error(
        "{}\u{a0}: ce dossier n’est pas un catalogue, mais il en contient un\u{202f}; donnez-le\u{a0}: {}",
        .0.display(),
        .0.join(names::DATA_FILE).display()
    )]
    Inside(PathBuf),
    #[error(
        "{0}\u{a0}: c’est un fichier du catalogue lui-même, qui serait perdu. Donnez un autre chemin\u{202f}; rien n’a été écrit."
    )]
    Overwritten(String),
    #[error(
        "{}\u{a0}: des lettres de ce fichier ne sont pas en UTF-8 et seraient perdues. Enregistrez-le en UTF-8\u{202f}; rien n’y a été changé.",
        .0.display()
    )]
    Lost(PathBuf),
    #[error(
        "{}\u{a0}: ce fichier ne peut pas être changé sans risque\u{202f}; rien n’a été écrit.",
        .0.0.display()
    )]
    Unchanged(#[from] EditError),
    #[error("{}", source.sentence(LANGUAGE, path))]
    NoCatalogue { path: String, source: ReadError },
    /// With the text around it.
    #[error("{}", text::shown(&Problem::of_fault(.0)).trim_end())]
    Fault(Box<Fault>),
}

impl From<SourceError> for DataError {
    fn from(error: SourceError) -> Self {
        match error {
            SourceError::Unreadable { path, source } => Self::Unreadable { path: path.display().to_string(), source },
            SourceError::NoSite(path) if path.join(names::DATA_FILE).is_file() => Self::Inside(path),
            SourceError::NoSite(path) => Self::NoSite(path.display().to_string()),
            SourceError::Fault(fault) => Self::Fault(fault),
        }
    }
}

impl DataError {
    /// The same in one line, without colours.
    pub(crate) fn line(&self) -> String {
        match self {
            Self::Fault(fault) => lines(&[Problem::of_fault(fault)]).collect(),
            _ => self.to_string(),
        }
    }
}

/// The files of a catalogue: one in JSON or YAML, or a folder.
pub(crate) fn open(path: &Path) -> Result<Source, DataError> {
    no_table(path)?;
    Ok(Source::open(path)?)
}

/// Refuses a file that its name tells to be a table.
pub(crate) fn no_table(path: &Path) -> Result<(), DataError> {
    let end = path.extension().unwrap_or_default().to_ascii_lowercase();
    let is_table = TABLES.iter().any(|table| end == *table) && !path.is_dir();
    if is_table { Err(DataError::Table(path.display().to_string())) } else { Ok(()) }
}

/// The same, for what would take an entry that cannot be read for one that is not there.
pub(crate) fn open_whole(path: &Path) -> Result<Source, DataError> {
    let mut source = open(path)?;
    let fault = source.faults.drain(..).next();
    fault.map_or(Ok(source), |fault| Err(DataError::Fault(fault)))
}

/// Refuses to write over a file that the catalogue is read from.
pub(crate) fn spare(source: &Source, out: &Path) -> Result<(), DataError> {
    let is_it =
        |file: &Path| matches!((fs::canonicalize(file), fs::canonicalize(out)), (Ok(one), Ok(other)) if one == other);
    match source.files.iter().any(|file| is_it(&file.path)) {
        true => Err(DataError::Overwritten(out.display().to_string())),
        false => Ok(()),
    }
}

/// Refuses what would lose letters once it is written.
pub(crate) fn legible(file: &File) -> Result<(), DataError> {
    if file.text.contains(char::REPLACEMENT_CHARACTER) { Err(DataError::Lost(file.path.clone())) } else { Ok(()) }
}

/// The same, of the files of a source that change.
pub(crate) fn legible_changes(source: &Source, changed: &[(PathBuf, String)]) -> Result<(), DataError> {
    let is_changed = |file: &&File| changed.iter().any(|(path, _)| *path == file.path);
    source.files.iter().filter(is_changed).try_for_each(legible)
}

/// Why a data file is no catalogue at all.
pub(crate) fn unreadable(file: &Path, source: ReadError) -> DataError {
    DataError::NoCatalogue { path: file.display().to_string(), source }
}

/// Problems of the data, each with its place in the files, as one meets them there.
fn located<'a>(source: &'a Source, diagnostics: &[Diagnostic]) -> Vec<Problem<'a>> {
    let locations = Locations::of(source, diagnostics.iter().map(|diagnostic| diagnostic.path.as_str()));
    let places = source.places();
    let mark = char::REPLACEMENT_CHARACTER;
    let lost = |(rank, file): (usize, &File)| Some((rank, file.text.find(mark).map(|at| at..at + mark.len_utf8())?));
    // Looked for once, in all that the files hold, however many problems there are.
    let lost: Vec<(usize, Range<usize>)> = source.files.iter().enumerate().filter_map(lost).collect();
    let problem = &|diagnostic: &Diagnostic, (rank, range): (usize, Range<usize>)| {
        let mut problem = Problem::of_diagnostic(diagnostic, &source.files[rank], places.of_file(rank), range);
        // The file of an entry knows nothing of its rank among the others.
        let inside = problem.path.strip_prefix("entries[").and_then(|path| path.split_once("]."));
        if let Some((_, inside)) = inside.filter(|_| source.is_folder) {
            problem.path = inside.to_owned();
        }
        problem
    };
    let told = diagnostics.iter().flat_map(|diagnostic| {
        let is_of_key = matches!(diagnostic.expected, Expected::KnownKey | Expected::Once);
        let places = match diagnostic.expected {
            Expected::WholeText if !lost.is_empty() => lost.clone(),
            _ => {
                let span = locations.get(&diagnostic.path, is_of_key);
                vec![(span.file as usize, span.range())]
            }
        };
        places.into_iter().map(move |place| problem(diagnostic, place))
    });
    // What such a file lacks otherwise follows from its fault.
    let told = told.filter(|problem| source.faults.iter().all(|fault| fault.file != problem.file));
    let mut problems: Vec<_> = source.faults.iter().map(|fault| Problem::of_entry_fault(fault)).chain(told).collect();
    problems.sort_by(|one, other| (&one.file, one.start).cmp(&(&other.file, other.start)));
    problems
}

/// The catalogue of a source, and everything that is told of it, each problem with its place.
///
/// # Errors
/// When it is no catalogue at all.
pub(crate) fn read<'a>(source: &'a Source, path: &Path, json: &str) -> Result<(Loaded, Vec<Problem<'a>>), DataError> {
    // Before the catalogue is read: a second tree of the data would be there at once with it.
    let advice = catalogue::advice(json);
    let loaded = catalogue::read(json).map_err(|error| unreadable(path, error))?;
    let (_, missing) = beside(path, json, &loaded.catalogue, &Files::new());
    let problems = located(source, &[&loaded.diagnostics[..], &missing, &advice].concat());
    Ok((loaded, problems))
}

/// The same, ready to be written as a site with the files that it names beside it.
pub(crate) fn read_for_site<'a, 'j>(
    source: &'a Source,
    path: &Path,
    json: &'j str,
    app: &Files,
) -> Result<(Data<'j>, Vec<Problem<'a>>), DataError> {
    let advice = catalogue::advice(json);
    let data = Data::read(json).map_err(|error| unreadable(path, error))?;
    let (beside, missing) = beside(path, json, data.catalogue(), app);
    let problems = located(source, &[data.problems(), &missing, &advice].concat());
    Ok((data.with_files(beside).divided(source::divided(source)), problems))
}

/// The folder of a file.
pub(crate) fn folder_of(file: &Path) -> PathBuf {
    let above = file.parent().filter(|above| !above.as_os_str().is_empty());
    above.map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// The names that the data of a file have for files beside it, and where these would be.
pub(crate) fn named<'a>(file: &Path, catalogue: &'a Catalogue) -> impl Iterator<Item = (&'a str, PathBuf)> {
    let folder = folder_of(file);
    let of_site = catalogue.site.identity.files().map(|(_, name)| name);
    let names = of_site.chain(catalogue.entries().flat_map(|(_, entry)| entry.files().map(|(_, name)| name)));
    names.map(move |name| (name, folder.join(name)))
}

/// The files that the data of a file names beside it, and what is told of those that are not there; what the app has
/// is there too.
fn beside(file: &Path, json: &str, catalogue: &Catalogue, app: &Files) -> (Files, Vec<Diagnostic>) {
    let read = |path: &Path, name: &str| fs::read(path).ok().or_else(|| app.get(name).cloned());
    let named = named(file, catalogue);
    let found: Files = named.filter_map(|(name, path)| Some((name.to_owned(), read(&path, name)?))).collect();
    let missing = catalogue::missing_files(json, catalogue, |name| found.contains_key(name));
    (found, missing)
}

/// One problem a line, each with its place as editors open it.
pub(crate) fn lines<'a, 'p: 'a>(problems: impl IntoIterator<Item = &'a Problem<'p>>) -> impl Iterator<Item = String> {
    problems.into_iter().map(|problem| {
        let (line, column) = problem.start;
        let kind = if problem.weight == Weight::Warning { "avertissement\u{a0}: " } else { "" };
        let path = if problem.path.is_empty() { String::new() } else { format!("{}\u{a0}: ", problem.path) };
        format!("{}:{line}:{column}\u{a0}: {path}{kind}{}", problem.file, problem.sentence)
    })
}

/// How many problems there are: a site is written, and a check succeeds, when there is none.
pub(crate) fn problem_count(problems: &[Problem<'_>]) -> usize {
    problems.iter().filter(|problem| problem.weight < Weight::Warning).count()
}
