//! `export`: a catalogue as a table, as `publiccode.yml` or `codemeta.json` files, or as a static API.

use std::path::PathBuf;

use catalogue::{Catalogue, LinkKind};
use clap::ValueEnum;
use exchange::write::WorkbookError;
use messages::tool::{FILES, PROBLEMS};
use site::Files;
use thiserror::Error;

use crate::terminal::Terminal;
use crate::{Failed, LANGUAGE, NAME, data, place};

/// Why nothing was exported, in French, where it is not the data or the place.
#[derive(Debug, Error)]
enum Failure {
    #[error("{0}\u{202f}; choisissez --to csv")]
    Workbook(WorkbookError),
    #[error(
        "{}\u{a0}: aucun logiciel dont le dépôt soit connu, par un lien de genre «\u{a0}{}\u{a0}»\u{202f}; rien n’a été écrit",
        .0.display(),
        LinkKind::Repository.word()
    )]
    NoSoftware(PathBuf),
}

/// The forms.
#[derive(Clone, Copy, ValueEnum)]
enum Form {
    Csv,
    Xlsx,
    Publiccode,
    Codemeta,
    Api,
}

#[derive(clap::Args)]
pub(crate) struct Options {
    #[arg(value_name = "CATALOGUE", help = "Le catalogue\u{a0}: fichier JSON ou YAML, ou dossier")]
    path: PathBuf,
    #[arg(long, value_enum, value_name = "FORME", help = "La forme\u{a0}: csv, xlsx, publiccode, codemeta ou api")]
    to: Form,
    #[arg(
        long,
        value_name = "CHEMIN",
        help = "Où écrire\u{a0}: un fichier pour un tableau, un dossier pour les autres formes"
    )]
    out: PathBuf,
}

/// Writes the catalogue in another form, and says what was written.
pub(crate) fn run(options: &Options, terminal: Terminal) -> Result<(), Failed> {
    let source = data::open(&options.path)?;
    data::spare(&source, &options.out)?;
    let json = source.json();
    let (loaded, problems) = data::read(&source, &options.path, &json)?;
    let problem_count = data::problem_count(&problems);
    if problem_count > 0 {
        terminal.warn(format_args!(
            "{}\u{a0}: {} (voir «\u{a0}{NAME} check\u{a0}»). Ce qui n’est pas valable n’est pas exporté.",
            options.path.display(),
            PROBLEMS.count(LANGUAGE, problem_count)
        ));
    }
    let catalogue = &loaded.catalogue;
    let base = catalogue.site.url.as_ref();
    let entries = || catalogue.entries().map(|(index, _)| index);
    let out = &options.out;
    let table = |bytes: &[u8]| -> Result<(), Failed> {
        place::replace_file(out, bytes)?;
        let count = messages::ENTRIES.count(LANGUAGE, catalogue.entries().len());
        terminal.say(format_args!("{}\u{a0}: {count}", out.display()));
        Ok(())
    };
    let files = match options.to {
        Form::Csv => return table(export::csv(catalogue, entries(), base).as_bytes()),
        Form::Xlsx => {
            let book = exchange::write::xlsx(catalogue, entries(), base).map_err(Failure::Workbook)?;
            for (id, column) in &book.cut {
                terminal.warn(format_args!(
                    "{id}, {column}\u{a0}: plus de {} caractères, la limite d’une cellule\u{202f}; la fin est coupée.",
                    messages::number(LANGUAGE, exchange::write::MOST_CHARACTERS)
                ));
            }
            return table(&book.bytes);
        }
        Form::Publiccode => each(catalogue, "publiccode.yml", exchange::write::publiccode),
        Form::Codemeta => each(catalogue, "codemeta.json", exchange::write::codemeta),
        Form::Api => {
            let tree = catalogue::parse(&json).map_err(|error| data::unreadable(&options.path, error))?;
            exchange::write::api(catalogue, &tree, base)
        }
    };
    if files.is_empty() {
        return Err(Failure::NoSoftware(options.path.clone()).into());
    }
    // What else the folder holds stays, but for what the API no longer has.
    let placed: Vec<_> = files.iter().map(|(name, bytes)| (out.join(name), bytes)).collect();
    place::replace_files(&placed)?;
    if matches!(options.to, Form::Api) {
        exchange::write::API_FOLDERS.iter().try_for_each(|folder| place::keep_only(out, folder, &files))?;
    }
    terminal.say(format_args!("{}\u{a0}: {}", out.display(), FILES.count(LANGUAGE, files.len())));
    Ok(())
}

/// A file for each software, in a folder of its id.
fn each(catalogue: &Catalogue, name: &str, file: fn(&Catalogue, &catalogue::Entry) -> Option<String>) -> Files {
    let file = |entry: &catalogue::Entry| Some((format!("{}/{name}", entry.id), file(catalogue, entry)?.into_bytes()));
    catalogue.entries().filter_map(|(_, entry)| file(entry)).collect()
}
