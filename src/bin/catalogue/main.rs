//! The tool for those who keep the data: checks a file, prints its schema, writes the site.
//!
//! It reads files and prints; what it says of the data comes from the same checks and the same
//! sentences as the site.

#[cfg(feature = "prerender")]
mod build;

use std::env;
use std::fs;
use std::process::ExitCode;

use communs::catalogue::{self, Diagnostic};
use communs::messages::{self, diagnostics};

const USAGE: &str = "\
catalogue check FICHIER   vérifie un fichier de données et dit ce qui n’y va pas\u{202f};
                          échoue si une fiche ne peut pas être affichée
catalogue schema          écrit le schéma JSON des fichiers de données
catalogue build --app DOSSIER --data FICHIER --out DOSSIER [--url ADRESSE]
                [--keep-going] [--single-file]
                          écrit le site entier, prêt à déposer, à partir de
                          l’application (le dossier que trunk a construit) et des
                          données\u{202f}; --url est l’adresse publique du site\u{202f};
                          --keep-going laisse de côté ce qui n’est pas valable\u{202f};
                          --single-file écrit une seule page, dans le fichier --out";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["check", file] => check(file),
        ["schema"] => {
            print!("{}", catalogue::schema());
            ExitCode::SUCCESS
        }
        #[cfg(feature = "prerender")]
        ["build", options @ ..] => match build::run(options) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => failure(&error.to_string()),
        },
        #[cfg(not(feature = "prerender"))]
        ["build", ..] => failure("cet outil a été compilé sans la fonction «\u{a0}prerender\u{a0}», qui écrit le site"),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        _ => failure(USAGE),
    }
}

fn failure(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::FAILURE
}

/// A problem of the data, with its place.
fn line(diagnostic: &Diagnostic) -> String {
    let place = if diagnostic.path.is_empty() { diagnostics::ROOT } else { &diagnostic.path };
    format!("{place}\u{a0}: {}", diagnostics::sentence(diagnostic))
}

fn check(file: &str) -> ExitCode {
    let json = match fs::read_to_string(file) {
        Ok(json) => json,
        Err(error) => return failure(&format!("{file}\u{a0}: le fichier ne peut pas être lu ({error})")),
    };
    let loaded = match catalogue::read(&json) {
        Ok(loaded) => loaded,
        Err(error) => return failure(&diagnostics::read_error(&error)),
    };
    for diagnostic in &loaded.diagnostics {
        println!("{}", line(diagnostic));
    }
    let kept = messages::count(loaded.catalogue.entries().len(), "aucune fiche lue", "fiche lue", "fiches lues");
    let left_out = loaded.entries_left_out();
    let lost = messages::count(left_out, "aucune écartée", "écartée", "écartées");
    let problems = messages::count(loaded.diagnostics.len(), "aucun problème", "problème", "problèmes");
    println!("{kept}, {lost}, {problems}");
    if left_out == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
