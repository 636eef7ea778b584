//! The tool for those who keep the data: starts a catalogue, checks its data, serves and writes its site.
//!
//! It reads files and prints; what it says of the data comes from the same checks and the same
//! sentences as the site. A command is a module, with its options and what runs it.

mod app;
mod build;
mod check;
mod cli;
mod data;
mod entry_edit;
mod manual;
mod new;
mod place;
mod serve;
mod terminal;

use std::error::Error;
use std::process::ExitCode;

use clap::error::ErrorKind;
use cli::{Cli, Command};
use messages::Language;
use terminal::Terminal;

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
            return ExitCode::FAILURE;
        }
    };
    let terminal = Terminal::new(cli.quiet);
    run(cli, terminal).unwrap_or_else(|error| {
        terminal.warn(error);
        ExitCode::FAILURE
    })
}

fn run(cli: Cli, terminal: Terminal) -> Result<ExitCode, Box<dyn Error>> {
    match cli.command {
        Command::Check(options) => return check::run(&options, terminal),
        Command::Schema => terminal.give(catalogue::schema().trim_end()),
        Command::Build(options) => build::run(options, terminal)?,
        Command::New(options) => new::run(options, terminal)?,
        Command::Serve(options) => serve::run(&options, terminal)?,
        Command::Completions(options) => manual::complete(&options),
        Command::Manual(options) => manual::run(&options, terminal)?,
    }
    Ok(ExitCode::SUCCESS)
}
