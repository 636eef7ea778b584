//! The tool for those who keep the data: checks a file, prints its schema, writes the site.
//!
//! It reads files and prints; what it says of the data comes from the same checks and the same
//! sentences as the site.

mod build;
mod data;
mod place;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use clap::error::{ContextKind, ErrorKind};
use messages::{Language, Noun};

/// What the tool speaks.
const LANGUAGE: Language = Language::French;

const USAGE: &str = "\
catalogue check FICHIER   vérifie un fichier de données et dit ce qui n’y va pas\u{202f};
                          échoue s’il y a un problème, comme la construction
catalogue schema          écrit le schéma JSON des fichiers de données
catalogue build --app DOSSIER --data FICHIER --out DOSSIER [--url ADRESSE]
                [--keep-going] [--single-file]
                          écrit le site entier, prêt à déposer, à partir de
                          l’application (le dossier que trunk a construit) et des
                          données\u{202f}; --url est l’adresse publique du site\u{202f};
                          --keep-going laisse de côté ce qui n’est pas valable\u{202f};
                          --single-file écrit une seule page, dans le fichier --out";

#[derive(Parser)]
enum Command {
    Check { file: PathBuf },
    Schema,
    Build(build::Options),
}

fn main() -> ExitCode {
    match Command::try_parse() {
        Ok(Command::Check { file }) => check(&file),
        Ok(Command::Schema) => {
            print!("{}", catalogue::schema());
            ExitCode::SUCCESS
        }
        Ok(Command::Build(options)) => match build::run(options) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => failure(&error.to_string()),
        },
        Err(error) if error.kind() == ErrorKind::DisplayHelp => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        Err(error) => failure(&misused(&error)),
    }
}

/// What is wrong in the command line, in French, then how to use the tool.
fn misused(error: &clap::Error) -> String {
    let argument = error.get(ContextKind::InvalidArg).map(ToString::to_string).unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument => format!("{argument}\u{a0}: option inconnue\n{USAGE}"),
        ErrorKind::InvalidValue => format!("{argument}\u{a0}: il manque sa valeur\n{USAGE}"),
        ErrorKind::MissingRequiredArgument => format!("il manque {argument}\n{USAGE}"),
        _ => USAGE.to_owned(),
    }
}

fn failure(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::FAILURE
}

fn check(file: &Path) -> ExitCode {
    let loaded = data::text(file).and_then(|json| {
        let mut loaded = catalogue::read(&json).map_err(|error| data::unreadable(file, &error))?;
        let (_, missing) = data::beside(file, &json, &loaded.catalogue, &site::Files::new());
        loaded.diagnostics.extend(missing);
        Ok(loaded)
    });
    let loaded = match loaded {
        Ok(loaded) => loaded,
        Err(error) => return failure(&error),
    };
    for line in data::lines(file, &loaded.diagnostics) {
        println!("{line}");
    }
    let verdict = data::verdict(&loaded.diagnostics);
    let kept =
        Noun([["aucune fiche lue", "fiche lue", "fiches lues"]]).count(LANGUAGE, loaded.catalogue.entries().len());
    let lost = Noun([["aucune écartée", "écartée", "écartées"]]).count(LANGUAGE, loaded.entries_left_out());
    println!("{kept}, {lost}, {}", verdict.as_ref().err().map_or("aucun problème", String::as_str));
    if verdict.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
