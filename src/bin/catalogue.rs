//! The tool for those who keep the data: checks a file, prints its schema.
//!
//! It reads files and prints; what it says of the data comes from the same checks and the same
//! sentences as the site.

use std::env;
use std::fs;
use std::process::ExitCode;

use communs::catalogue;
use communs::messages::{self, diagnostics};

const USAGE: &str = "\
catalogue check FICHIER   vérifie un fichier de données et dit ce qui n’y va pas\u{202f};
                          échoue si une fiche ne peut pas être affichée
catalogue schema          écrit le schéma JSON des fichiers de données";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["check", file] => check(file),
        ["schema"] => {
            print!("{}", catalogue::schema());
            ExitCode::SUCCESS
        }
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("{USAGE}");
            ExitCode::FAILURE
        }
    }
}

fn check(file: &str) -> ExitCode {
    let json = match fs::read_to_string(file) {
        Ok(json) => json,
        Err(error) => {
            eprintln!("{file}\u{a0}: le fichier ne peut pas être lu ({error})");
            return ExitCode::FAILURE;
        }
    };
    let loaded = match catalogue::read(&json) {
        Ok(loaded) => loaded,
        Err(error) => {
            eprintln!("{}", diagnostics::read_error(&error));
            return ExitCode::FAILURE;
        }
    };
    for diagnostic in &loaded.diagnostics {
        let place = if diagnostic.path.is_empty() { diagnostics::ROOT } else { &diagnostic.path };
        println!("{place}\u{a0}: {}", diagnostics::sentence(diagnostic));
    }
    let kept = messages::count(loaded.catalogue.entries().len(), "aucune fiche lue", "fiche lue", "fiches lues");
    let left_out = loaded.entries_left_out();
    let lost = messages::count(left_out, "aucune écartée", "écartée", "écartées");
    let problems = messages::count(loaded.diagnostics.len(), "aucun problème", "problème", "problèmes");
    println!("{kept}, {lost}, {problems}");
    if left_out == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
