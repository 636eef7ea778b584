//! `check`: what is wrong in a data file, and how much of it can be shown.

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use messages::Noun;

use crate::terminal::Terminal;
use crate::{LANGUAGE, data};

#[derive(clap::Args)]
pub(crate) struct Options {
    #[arg(value_name = "FICHIER", help = "Le fichier de données")]
    file: PathBuf,
}

/// Tells each problem of a data file; fails when there is one.
pub(crate) fn run(options: &Options, terminal: Terminal) -> Result<ExitCode, Box<dyn Error>> {
    let json = data::text(&options.file)?;
    let loaded = catalogue::read(&json).map_err(|error| data::unreadable(&options.file, &error))?;
    for line in data::lines(&options.file, &loaded.diagnostics) {
        terminal.give(line);
    }
    let verdict = data::verdict(&loaded.diagnostics);
    let kept =
        Noun([["aucune fiche lue", "fiche lue", "fiches lues"]]).count(LANGUAGE, loaded.catalogue.entries().len());
    let lost = Noun([["aucune écartée", "écartée", "écartées"]]).count(LANGUAGE, loaded.entries_left_out());
    terminal.say(format_args!("{kept}, {lost}, {}", verdict.as_ref().err().map_or("aucun problème", String::as_str)));
    Ok(if verdict.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
