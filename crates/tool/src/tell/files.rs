//! `split`, `join` and `fmt`: the forms that the files of a catalogue may have.

use std::path::PathBuf;

use messages::tool::{AS_THEY_WERE, FILES, LAID_OUT, TO_LAY_OUT};
use source::{File, Format, SplitError};
use thiserror::Error;

use super::Done;
use crate::LANGUAGE;
use crate::data::{self, DataError};
use crate::place;
use crate::terminal::Terminal;

#[derive(clap::Args)]
pub(crate) struct Split {
    #[arg(value_name = "CATALOGUE", help = "Le catalogue\u{a0}: fichier JSON ou YAML, ou dossier")]
    path: PathBuf,
    #[arg(value_name = "DOSSIER", help = "Le dossier à faire\u{202f}; s’il est là, il doit être vide")]
    folder: PathBuf,
}

#[derive(clap::Args)]
pub(crate) struct Join {
    #[arg(value_name = "CATALOGUE", help = "Le catalogue\u{a0}: fichier JSON ou YAML, ou dossier")]
    path: PathBuf,
    #[arg(value_name = "FICHIER", help = "Le fichier à écrire, en JSON ou en YAML selon son nom")]
    file: PathBuf,
    #[arg(long, help = "Remplace le fichier s’il est déjà là")]
    force: bool,
}

#[derive(clap::Args)]
pub(crate) struct Fmt {
    #[arg(required = true, value_name = "CHEMIN", help = "Des fichiers JSON ou YAML, ou des dossiers")]
    paths: Vec<PathBuf>,
    #[arg(long, help = "Dit seulement ce qui changerait, et échoue s’il y a de quoi")]
    check: bool,
}

/// Why files stay as they are, in French.
#[derive(Debug, Error)]
enum FilesError {
    #[error("{}\u{a0}: ce fichier existe déjà. Donnez un autre nom, ou ajoutez --force pour le remplacer.", .0.display())]
    Exists(PathBuf),
    #[error(
        "{place}\u{a0}: cette fiche n’a pas d’identifiant («\u{a0}id\u{a0}») dont faire un nom de fichier\u{a0}: lettres, chiffres et tirets, 200 au plus. Rien n’a été écrit."
    )]
    NoName { place: String },
    #[error(
        "deux fiches ont l’identifiant «\u{a0}{0}\u{a0}»\u{a0}: elles auraient le même fichier. Changez l’un des deux\u{202f}; rien n’a été écrit."
    )]
    Twice(String),
}

/// From a catalogue to a folder.
pub(crate) fn split(options: &Split, terminal: Terminal) -> Done {
    let source = data::open_whole(&options.path)?;
    source.files.iter().try_for_each(data::legible)?;
    let files = source::split(&source).map_err(|error| match error {
        SplitError::NoName { rank } => {
            let span = source.entries()[rank].span;
            let file = source.file(span);
            let (line, column) = source.places().start(span);
            FilesError::NoName { place: format!("{}:{line}:{column}", file.path.display()) }
        }
        SplitError::Twice(id) => FilesError::Twice(id),
    })?;
    let named = |(path, text): (PathBuf, String)| (path.to_string_lossy().replace('\\', "/"), text.into_bytes());
    let files = files.into_iter().map(named).collect();
    place::fill_folder(&options.folder, &files)?;
    terminal.say(format_args!("{}\u{a0}: {}", options.folder.display(), FILES.count(LANGUAGE, files.len())));
    Ok(true)
}

/// From a catalogue to one file.
pub(crate) fn join(options: &Join, terminal: Terminal) -> Done {
    let source = data::open_whole(&options.path)?;
    if options.file.is_file() && !options.force {
        return Err(FilesError::Exists(options.file.clone()).into());
    }
    data::no_table(&options.file)?;
    if source.is_folder {
        data::spare(&source, &options.file)?;
    }
    source.files.iter().try_for_each(data::legible)?;
    place::replace_file(&options.file, Format::of(&options.file).text(&source.root).as_bytes())?;
    let entries = messages::ENTRIES.count(LANGUAGE, source.entries().len());
    terminal.say(format_args!("{}\u{a0}: {entries}", options.file.display()));
    Ok(true)
}

/// Lays out the files that can be; what is wrong in each of the others is told.
pub(crate) fn fmt(options: &Fmt, terminal: Terminal) -> Done {
    let (mut changed, mut errors) = (Vec::new(), Vec::new());
    let mut count = 0;
    for path in &options.paths {
        data::no_table(path)?;
        let (files, faults) = if path.is_dir() {
            data::open(path).map(|source| (source.files, source.faults))?
        } else {
            (vec![source::open_file(path).map_err(DataError::from)?], Vec::new())
        };
        count += files.len();
        let is_read = |file: &File| faults.iter().all(|fault| fault.file != file.path.display().to_string());
        for file in files.into_iter().filter(is_read) {
            match laid_out(&file) {
                Ok(laid) if laid != file.text => changed.push((file.path, laid)),
                Ok(_) => {}
                Err(error) => errors.push(error),
            }
        }
        errors.extend(faults.into_iter().map(DataError::Fault));
    }
    errors.iter().for_each(|error| terminal.warn(error));
    if !options.check {
        place::rewrite_files(&changed)?;
    }
    for (path, _) in &changed {
        terminal.give(path.display());
    }
    let verb = if options.check { TO_LAY_OUT } else { LAID_OUT }.to(LANGUAGE);
    let (changed_count, count) = (messages::number(LANGUAGE, changed.len()), FILES.count(LANGUAGE, count));
    terminal.say(format_args!("{changed_count} sur {count} {verb}"));
    match errors.len() {
        0 => Ok(!options.check || changed.is_empty()),
        count => Err(AS_THEY_WERE.count(LANGUAGE, count).into()),
    }
}

/// The text of a file, laid out without losing letters.
fn laid_out(file: &File) -> Result<String, DataError> {
    let laid = source::formatted(file)?;
    if laid != file.text {
        data::legible(file)?;
    }
    Ok(laid)
}
