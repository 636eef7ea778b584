//! What tells those who keep a catalogue where it stands: its problems, its gaps, what changed, what answers, which
//! addresses live; and the forms its files may have.

/// Prints a line; one that nobody reads any more is no error.
macro_rules! say {
    ($($said:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(anstream::stdout(), $($said)*);
    }};
}

mod advice;
mod check;
mod completeness;
mod diff;
mod files;
mod forge;
mod labels;
mod links;
pub(crate) mod problem;
mod search;
pub(crate) mod text;

use std::process::ExitCode;

/// How to use these commands.
pub(crate) const USAGE: &str = "\
catalogue check CATALOGUE [--format text|json|sarif|gitlab] [--strict]
                [--completeness]
                          vérifie un catalogue (fichier JSON ou YAML, ou dossier) et
                          montre ce qui n’y va pas\u{202f}; --strict y ajoute des conseils\u{202f};
                          --completeness dit ce qui est rempli, par genre\u{202f};
                          code de sortie\u{a0}: 0 rien à dire, 1 des problèmes,
                          2 illisible ou commande mal écrite
catalogue split CATALOGUE DOSSIER
                          en fait un dossier\u{a0}: une fiche par fichier YAML
catalogue join DOSSIER FICHIER [--force]
                          en fait un fichier, JSON ou YAML selon son nom
catalogue fmt CHEMIN… [--check]
                          met en forme\u{202f}; --check dit seulement ce qui changerait
catalogue diff ANCIEN NOUVEAU
                          dit ce qui a changé, et propose la suite de «\u{a0}changes\u{a0}»
catalogue search CATALOGUE [MOTS…] [--query ADRESSE] [--limit N] [--json]
                          cherche comme le site\u{202f}; --query prend ce qui suit «\u{a0}?\u{a0}»
                          dans l’adresse d’une recherche (type=commun&tri=nom)
catalogue links CATALOGUE [--write] [--cache FICHIER] [--json]
                          interroge chaque adresse\u{202f}; --write note dans le catalogue
                          celles qui sont mortes ou déplacées";

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Check(check::Options),
    Split(files::Split),
    Join(files::Join),
    Fmt(files::Fmt),
    Diff(diff::Options),
    Search(search::Options),
    Links(links::Options),
}

/// Something is wrong in the data.
const WRONG: u8 = 1;
/// Nothing could be done.
const UNABLE: u8 = 2;

/// Runs one of these commands; what it says of an error is for people.
pub(crate) fn run(command: Command) -> ExitCode {
    let done = match command {
        Command::Check(options) => check::run(&options),
        Command::Split(options) => files::split(&options),
        Command::Join(options) => files::join(&options),
        Command::Fmt(options) => files::fmt(&options),
        Command::Diff(options) => diff::run(&options),
        Command::Search(options) => search::run(&options),
        Command::Links(options) => links::run(&options),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(WRONG),
        Err(error) => {
            anstream::eprintln!("{error}");
            ExitCode::from(UNABLE)
        }
    }
}

/// Whether all is well, or why nothing could be done, in French.
type Done = Result<bool, Box<dyn std::error::Error>>;
