//! The tool for those who keep the data: starts a catalogue, tells where it stands, serves and writes its site.
//!
//! It reads files and prints; what it says of the data comes from the same checks and the same
//! sentences as the site. A command is a module, with its options and what runs it.

mod app;
mod build;
mod cli;
mod data;
mod entry_edit;
mod export;
mod import;
mod manual;
mod new;
mod place;
mod serve;
mod tell;
mod terminal;

use std::error::Error;
use std::process::ExitCode;

use clap::error::ErrorKind;
use cli::{Cli, Command};
use messages::Language;
use tell::{Done, UNABLE, check, diff, files, links, search};
use terminal::Terminal;

/// The tool, as one types it.
const NAME: &str = env!("CARGO_BIN_NAME");
/// What the tool speaks.
const LANGUAGE: Language = Language::French;

fn main() -> ExitCode {
    let cli = match cli::parse() {
        Ok(cli) => cli,
        Err(asked) if matches!(asked.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            Terminal::new(false).give(asked.to_string().trim_end());
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            Terminal::new(false).warn(cli::misused(&error));
            return ExitCode::from(UNABLE);
        }
    };
    let terminal = Terminal::new(cli.quiet);
    run(cli, terminal).unwrap_or_else(|error| {
        terminal.warn(error);
        ExitCode::FAILURE
    })
}

fn run(cli: Cli, terminal: Terminal) -> Result<ExitCode, Box<dyn Error>> {
    let told = |done: Done| Ok(tell::exit_code(done, terminal));
    match cli.command {
        Command::New(options) => new::run(options, terminal)?,
        Command::Serve(options) => serve::run(&options, terminal)?,
        Command::Check(options) => return told(check::run(&options, terminal)),
        Command::Split(options) => return told(files::split(&options, terminal)),
        Command::Join(options) => return told(files::join(&options, terminal)),
        Command::Fmt(options) => return told(files::fmt(&options, terminal)),
        Command::Build(options) => build::run(options, terminal)?,
        Command::Import(options) => import::run(&options, terminal)?,
        Command::Export(options) => export::run(&options, terminal)?,
        Command::Diff(options) => return told(diff::run(&options)),
        Command::Search(options) => return told(search::run(&options)),
        Command::Links(options) => return told(links::run(&options, terminal)),
        Command::Schema => terminal.give(catalogue::schema().trim_end()),
        Command::Completions(options) => manual::complete(&options),
        Command::Manual(options) => manual::run(&options, terminal)?,
    }
    Ok(ExitCode::SUCCESS)
}
