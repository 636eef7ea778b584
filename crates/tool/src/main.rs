//! The tool for those who keep the data: checks a file, prints its schema, writes the site.
//!
//! It reads files and prints; what it says of the data comes from the same checks and the same
//! sentences as the site.

mod build;
mod data;
mod place;
mod tell;

use std::process::ExitCode;

use clap::Parser;
use clap::error::{ContextKind, ErrorKind};
use messages::Language;

/// What the tool speaks.
const LANGUAGE: Language = Language::French;

const USAGE: &str = "\
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
    Schema,
    Build(build::Options),
    #[command(flatten)]
    Tell(tell::Command),
}

fn main() -> ExitCode {
    match Command::try_parse() {
        Ok(Command::Schema) => {
            print!("{}", catalogue::schema());
            ExitCode::SUCCESS
        }
        Ok(Command::Build(options)) => match build::run(options) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => failure(&error.to_string()),
        },
        Ok(Command::Tell(command)) => tell::run(command),
        Err(error) if error.kind() == ErrorKind::DisplayHelp => {
            println!("{}\n{USAGE}", tell::USAGE);
            ExitCode::SUCCESS
        }
        Err(error) => {
            failure(&misused(&error));
            ExitCode::from(2)
        }
    }
}

/// What is wrong in the command line, in French, then how to use the tool.
fn misused(error: &clap::Error) -> String {
    let argument = error.get(ContextKind::InvalidArg).map(ToString::to_string).unwrap_or_default();
    let value = error.get(ContextKind::InvalidValue).map(ToString::to_string).unwrap_or_default();
    let told = match error.kind() {
        ErrorKind::UnknownArgument => format!("{argument}\u{a0}: option inconnue\n"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if !value.is_empty() => {
            let valid = error.get(ContextKind::ValidValue).map(|valid| format!(" ({valid})")).unwrap_or_default();
            format!("{argument}\u{a0}: «\u{a0}{value}\u{a0}» n’est pas une de ses valeurs{valid}\n")
        }
        ErrorKind::InvalidValue => format!("{argument}\u{a0}: il manque sa valeur\n"),
        ErrorKind::MissingRequiredArgument => format!("il manque {argument}\n"),
        _ => String::new(),
    };
    format!("{told}{}\n{USAGE}", tell::USAGE)
}

fn failure(message: &str) -> ExitCode {
    anstream::eprintln!("{message}");
    ExitCode::FAILURE
}
