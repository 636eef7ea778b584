//! What is to be imported: files read, the mapping that goes with them, and the catalogue that they make.

use std::fs;
use std::path::{Path, PathBuf};

use catalogue::Json;
use exchange::read::EXTENSIONS;
use exchange::{Document, Imported, Mapping, ReadError, Remark, Target};
use thiserror::Error;

use super::report::Report;
use crate::terminal::Terminal;
use crate::{Failed, place, refusal, tell};

/// The largest file that is read, in bytes.
const MOST_BYTES: u64 = 200 << 20;
/// The end of the names of files that hold a mapping.
const KEPT: &str = "correspondance.json";
/// How the names of notes about a source start.
const NOTES: [&str; 5] = ["readme", "source.txt", "license", "licence", "contributing"];

/// Why nothing can be imported, in French, where it is not what a file says.
#[derive(Debug, Error)]
enum BringError {
    #[error("{}\u{a0}: lecture impossible ({}). Vérifiez ce nom, et que vous avez le droit de le lire.", .path.display(), refusal(.source))]
    Unreadable { path: PathBuf, source: std::io::Error },
    #[error("{}\u{a0}: plus de {} Mo. Coupez ce fichier en plusieurs.", .path.display(), MOST_BYTES >> 20)]
    TooLarge { path: PathBuf },
    #[error("{}\u{a0}: ce dossier n’a aucun fichier que l’import lise ({}).", .path.display(), EXTENSIONS.join(", "))]
    NoFile { path: PathBuf },
    #[error(
        "--mapping {name}\u{a0}: ni un fichier, ni une correspondance livrée. Correspondances livrées\u{a0}: {}.",
        exchange::names().collect::<Vec<_>>().join(", ")
    )]
    UnknownMapping { name: String },
    #[error(
        "aucune fiche n’a pu être faite avec la correspondance «\u{a0}{0}\u{a0}»\u{202f}; rien n’a été écrit. Donnez-en une autre avec --mapping, ou faites-en proposer une avec --propose."
    )]
    NoEntry(String),
    #[error(
        "{0}\u{a0}: c’est déjà un catalogue, il n’y a rien à en importer. Copiez-le\u{202f}; ou, pour que ses fiches aillent dans un autre, faites-en d’abord une table (communs export {0} --to csv --out table.csv)."
    )]
    Catalogue(String),
    #[error(
        "aucune correspondance ne va à cette source, et aucune ne peut être proposée\u{a0}: il faut une liste de lignes avec un nom, dans un fichier que l’import lise ({}). Enregistrez-la sous une de ces formes, en CSV par exemple.",
        EXTENSIONS.join(", ")
    )]
    NoProposal,
}

/// How the mapping is chosen, said the same way to every command that imports.
#[derive(clap::Args)]
pub(crate) struct MappingOptions {
    #[arg(
        long,
        value_name = "NOM",
        help = "La correspondance\u{a0}: le nom d’une de celles que l’outil porte, ou un fichier\u{202f}; sans cette option, celle qui convient"
    )]
    mapping: Option<String>,
    #[arg(long, help = "Propose une correspondance, même si l’une convient")]
    propose: bool,
    #[arg(long, help = "Garde la correspondance proposée à côté de la source")]
    keep: bool,
}

/// What was read, and how it is to be understood.
pub(crate) struct Brought {
    documents: Vec<Document>,
    pub(super) mapping: Mapping,
    remarks: Vec<Remark>,
}

/// Reads files and folders, and chooses their mapping, which is told; it may be kept only where files may be written.
///
/// # Errors
/// When a file cannot be read, or when no mapping goes with them.
pub(crate) fn read(
    sources: &[PathBuf],
    manner: &MappingOptions,
    may_write: bool,
    terminal: Terminal,
) -> Result<Brought, Failed> {
    let mut remarks = Vec::new();
    let documents = documents(sources, &mut remarks)?;
    let mapping = mapping(&sources[0], manner, &documents, may_write, terminal)?;
    terminal.remark(format_args!("Correspondance\u{a0}: {} ({})", mapping.name, mapping.title));
    Ok(Brought { documents, mapping, remarks })
}

impl Brought {
    /// What they make, for the catalogue where it goes if there is one.
    pub(super) fn converted(self, target: Option<Target<'_>>) -> Imported {
        exchange::convert(&self.mapping, self.documents, self.remarks, Some(&tell::today().to_string()), target)
    }

    /// What the list is called.
    pub(crate) fn title(&self) -> &str {
        &self.mapping.title
    }

    /// The catalogue that the sources make, which has an entry at least; what it did not take is told.
    pub(crate) fn catalogue(self, report: Report) -> Result<Json, Failed> {
        let name = self.mapping.name.clone();
        let imported = self.converted(None);
        report.imported(&imported);
        let is_empty = imported.tree.get("entries").is_none_or(|entries| entries.items().is_empty());
        if is_empty { Err(BringError::NoEntry(name).into()) } else { Ok(imported.tree) }
    }
}

/// The mapping that is asked for, known, or proposed; the last one is shown.
fn mapping(
    source: &Path,
    manner: &MappingOptions,
    documents: &[Document],
    may_write: bool,
    terminal: Terminal,
) -> Result<Mapping, Failed> {
    if let Some(name) = &manner.mapping {
        if let Some(mapping) = exchange::shipped(name) {
            return Ok(mapping);
        }
        let file = Path::new(name);
        if !file.is_file() {
            return Err(BringError::UnknownMapping { name: name.clone() }.into());
        }
        return Ok(Mapping::read(name, &text_of(file)?)?);
    }
    let kept = source.with_extension(KEPT);
    if !manner.propose {
        if kept.is_file() {
            return Ok(Mapping::read(&kept.display().to_string(), &text_of(&kept)?)?);
        }
        if let Some(mapping) = exchange::recognised(documents) {
            return Ok(mapping);
        }
        if is_catalogue(documents) {
            return Err(BringError::Catalogue(source.display().to_string()).into());
        }
    }
    let name = source.file_stem().map(|stem| text::slug(&stem.to_string_lossy())).filter(|slug| !slug.is_empty());
    let text =
        exchange::propose(&name.unwrap_or_else(|| "import".to_owned()), documents).ok_or(BringError::NoProposal)?;
    if manner.keep && may_write {
        place::replace_file(&kept, text.as_bytes())?;
        terminal.say(format_args!(
            "{}\u{a0}: correspondance gardée\u{202f}; corrigez-la et relancez l’import.",
            kept.display()
        ));
    } else {
        terminal.say(text.trim_end());
        terminal.remark(
            "Correspondance proposée ci-dessus\u{202f}; --keep la garde à côté de la source, pour la corriger.",
        );
    }
    Ok(Mapping::read("proposition", &text)?)
}

/// Whether documents are a catalogue of ours, in a file or a folder: the format of one is a number, and its entries or
/// those beside it have kinds.
fn is_catalogue(documents: &[Document]) -> bool {
    let has_kind = |entry: &Json| entry.get("kind").is_some_and(|kind| kind.as_str().is_some());
    let has_format = |document: &Document| {
        document.tree.get("format").and_then(Json::word).is_some_and(|format| format.parse::<u32>().is_ok())
    };
    let has_entry = |document: &Document| {
        let is_beside = document.file.starts_with(source::ENTRIES_FOLDER) && has_kind(&document.tree);
        is_beside || document.tree.get("entries").is_some_and(|entries| entries.items().iter().any(has_kind))
    };
    documents.iter().any(has_format) && documents.iter().any(has_entry)
}

/// The files that were named, and those of the folders that were, in the order of their names.
fn documents(sources: &[PathBuf], remarks: &mut Vec<Remark>) -> Result<Vec<Document>, Failed> {
    let mut documents = Vec::new();
    for source in sources {
        let mut files = Vec::new();
        if source.is_dir() {
            below(source, &mut files)?;
            files.sort();
            if files.is_empty() {
                return Err(BringError::NoFile { path: source.clone() }.into());
            }
        } else {
            files.push(source.clone());
        }
        let root = if source.is_dir() { source.as_path() } else { source.parent().unwrap_or(source) };
        for file in files {
            let unreadable = |error| BringError::Unreadable { path: file.clone(), source: error };
            if fs::metadata(&file).map_err(unreadable)?.len() > MOST_BYTES {
                return Err(BringError::TooLarge { path: file }.into());
            }
            let bytes = fs::read(&file).map_err(unreadable)?;
            if source.is_dir() && is_link(&file, &bytes) {
                continue;
            }
            let name = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            documents.push(exchange::read::document(&name, &bytes, remarks)?);
        }
    }
    Ok(documents)
}

/// The files of a folder that are read: not those whose name begins with a dot, nor notes about the source.
fn below(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), BringError> {
    let unreadable = |error| BringError::Unreadable { path: folder.to_owned(), source: error };
    for file in fs::read_dir(folder).map_err(unreadable)? {
        let path = file.map_err(unreadable)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        if name.starts_with('.') || NOTES.iter().any(|start| name.starts_with(start)) {
            continue;
        }
        let extension = path.extension().map(|end| end.to_string_lossy().to_lowercase()).unwrap_or_default();
        if path.is_dir() {
            below(&path, files)?;
        } else if EXTENSIONS.contains(&extension.as_str()) && !name.ends_with(KEPT) {
            files.push(path);
        }
    }
    Ok(())
}

/// Whether a file holds no more than the name of another one beside it: a link, as Git writes it on systems without.
fn is_link(file: &Path, bytes: &[u8]) -> bool {
    let name = str::from_utf8(bytes).ok().filter(|name| name.len() < 256 && !name.contains(char::is_control));
    name.is_some_and(|name| !name.is_empty() && file.with_file_name(name).is_file())
}

fn text_of(file: &Path) -> Result<String, Failed> {
    let bytes = fs::read(file).map_err(|source| BringError::Unreadable { path: file.to_owned(), source })?;
    String::from_utf8(bytes).map_err(|_| ReadError::NotText { file: file.display().to_string() }.into())
}
