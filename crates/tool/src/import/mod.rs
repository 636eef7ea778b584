//! `import`: lists that others keep, as a catalogue of this format or into one that is there.

mod bring;
mod report;

use std::path::{Path, PathBuf};

use exchange::{Manner, MergeError, Target};
use source::{EditError, Format, Source};
use thiserror::Error;

use crate::terminal::Terminal;
use crate::{Failed, LANGUAGE, data, place};

pub(crate) use bring::{MappingOptions, read};
pub(crate) use report::Report;

/// Why nothing was imported, in French, where it is not the source, the data or the place.
#[derive(Debug, Error)]
enum Failure {
    #[error("{}\u{a0}: {source}", .path.display())]
    Merge { path: PathBuf, source: MergeError },
    #[error(
        "{}\u{a0}: ce catalogue est en deux fichiers, comme il est publié, et ne se change pas ainsi\u{202f}; rien n’a été écrit. «\u{a0}{} join\u{a0}» en fait un, où importer.",
        .0.display(),
        crate::NAME
    )]
    Divided(PathBuf),
    #[error(
        "{}\u{a0}: ce fichier ne peut pas être changé sans risque\u{202f}; rien n’a été écrit. Est-il bien en UTF-8, et une fiche y a-t-elle un nom de fichier libre\u{202f}?",
        .0.0.display()
    )]
    Unchanged(EditError),
    #[error("{}\u{a0}: ce fichier existe déjà. Donnez un autre nom à --out, --force pour le remplacer, ou --into pour y ajouter.", .0.display())]
    Exists(PathBuf),
}

#[derive(clap::Args)]
pub(crate) struct Options {
    #[arg(required = true, value_name = "SOURCE", help = "Des fichiers, ou des dossiers de fichiers")]
    sources: Vec<PathBuf>,
    #[command(flatten)]
    mapping: MappingOptions,
    #[arg(
        long,
        value_name = "FICHIER",
        default_value = names::DATA_FILE,
        help = "Le catalogue à faire, en JSON ou en YAML selon son nom\u{202f}; sans cette option, catalogue.json"
    )]
    out: PathBuf,
    #[arg(long, help = "Remplace le fichier de --out s’il est déjà là")]
    force: bool,
    #[arg(
        long,
        value_name = "CATALOGUE",
        conflicts_with_all = ["out", "force"],
        help = "Le catalogue où ajouter\u{a0}: fichier JSON ou YAML, ou dossier"
    )]
    into: Option<PathBuf>,
    #[arg(long, requires = "into", help = "Ajoute aussi ce qui est peut-être déjà dans le catalogue")]
    add_near: bool,
    #[arg(long, help = "Dit ce qui serait fait, et n’écrit rien")]
    dry_run: bool,
    #[arg(long, help = "Dit tout, au lieu des vingt premières lignes de chaque sorte")]
    all: bool,
}

/// Imports, and says what was made.
pub(crate) fn run(options: &Options, terminal: Terminal) -> Result<(), Failed> {
    if options.into.is_none() && options.out.is_file() && !options.force && !options.dry_run {
        return Err(Failure::Exists(options.out.clone()).into());
    }
    data::no_table(&options.out)?;
    let target = options.into.as_deref().map(target).transpose()?;
    let brought = read(&options.sources, &options.mapping, !options.dry_run, terminal)?;
    let report = Report { terminal, is_whole: options.all };
    if let (Some(path), Some(source)) = (&options.into, target) {
        return into(path, &source, brought, options, report);
    }
    let imported = brought.catalogue(report)?;
    let entries = messages::ENTRIES.count(LANGUAGE, imported.get("entries").map_or(0, |entries| entries.items().len()));
    if options.dry_run {
        terminal.say(format_args!("{entries}\u{202f}; rien n’a été écrit"));
        return Ok(());
    }
    place::replace_file(&options.out, Format::of(&options.out).text(&imported.into()).as_bytes())?;
    terminal.say(format_args!("{}\u{a0}: {entries}", options.out.display()));
    Ok(())
}

/// The catalogue to add to.
fn target(path: &Path) -> Result<Source, Failed> {
    let source = data::open_whole(path)?;
    if source.is_divided() { Err(Failure::Divided(path.to_owned()).into()) } else { Ok(source) }
}

/// Adds to a catalogue that is there.
fn into(
    path: &Path,
    source: &Source,
    brought: bring::Brought,
    options: &Options,
    report: Report,
) -> Result<(), Failed> {
    let json = source.json();
    let unreadable = |error| data::unreadable(path, error);
    let loaded = catalogue::read(&json).map_err(unreadable)?;
    let target = catalogue::parse(&json).map_err(unreadable)?;
    let (name, is_own) = (brought.mapping.name.clone(), brought.mapping.is_own_table());
    let imported = brought.converted(Some(Target { tree: &target, catalogue: &loaded.catalogue }));
    drop(loaded);
    report.imported(&imported);
    let manner = Manner { is_own, add_near: options.add_near };
    let merged = exchange::merge(&target, &imported.tree, &name, manner)
        .map_err(|source| Failure::Merge { path: path.to_owned(), source })?;
    report.merged(&merged);
    let is_same = merged.new.is_empty() && merged.changed.is_empty();
    let files = if is_same {
        Vec::new()
    } else {
        source::rewritten(source, &merged.tree.into()).map_err(Failure::Unchanged)?
    };
    data::legible_changes(source, &files)?;
    if options.dry_run || files.is_empty() {
        report.terminal.say(format_args!("{}\u{a0}: rien n’a été écrit", path.display()));
        return Ok(());
    }
    place::rewrite_files(&files)?;
    report.terminal.say(format_args!("{}\u{a0}: {}", path.display(), WRITTEN.count(LANGUAGE, files.len())));
    Ok(())
}

const WRITTEN: messages::Noun = messages::Noun([["aucun fichier écrit", "fichier écrit", "fichiers écrits"]]);
