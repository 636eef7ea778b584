//! The tool for those who keep the data: starts a catalogue, tells where it stands, serves and writes its site.
//!
//! It reads files and prints; what it says of the data comes from the same checks and the same
//! sentences as the site. A command is a module, with its options and what runs it. Without the feature `keep` it only
//! writes sites, as the build of this repository's own does.

// What only the other commands use is not worth a mark on each part.
#![cfg_attr(not(feature = "keep"), allow(dead_code))]

mod app;
mod build;
mod cli;
mod data;
// Only the other commands write several files, or those that people keep.
#[cfg_attr(not(feature = "keep"), expect(unused_imports))]
mod place;
mod problem;
mod progress;
mod terminal;

#[cfg(feature = "keep")]
mod entry_edit;
#[cfg(feature = "keep")]
mod export;
#[cfg(feature = "keep")]
mod import;
#[cfg(feature = "keep")]
mod manual;
#[cfg(feature = "keep")]
mod new;
#[cfg(feature = "keep")]
mod serve;
#[cfg(feature = "keep")]
mod tell;

use std::process::ExitCode;

use clap::error::ErrorKind;
use cli::{Cli, Command};
use messages::Language;
use terminal::Terminal;

/// The tool, as one types it.
const NAME: &str = env!("CARGO_BIN_NAME");
/// What the tool speaks.
const LANGUAGE: Language = Language::French;
/// Why a command does nothing more, in French.
type Failed = Box<dyn std::error::Error>;
/// Nothing could be done.
const UNABLE: u8 = 2;

/// A page is thousands of small views, and the allocator of musl has one lock for every thread that makes them.
#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Why the machine refuses, as it is told.
fn refusal(error: &std::io::Error) -> String {
    messages::tool::refusal(LANGUAGE, error)
}

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

fn run(cli: Cli, terminal: Terminal) -> Result<ExitCode, Failed> {
    let _work = cli.command.doing().map(|doing| terminal.work(doing));
    match cli.command {
        Command::Build(options) => build::run(options, terminal)?,
        #[cfg(feature = "keep")]
        Command::Keep(command) => return keep(command, terminal),
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(feature = "keep")]
fn keep(command: cli::Keep, terminal: Terminal) -> Result<ExitCode, Failed> {
    use cli::Keep;
    use tell::{Done, check, diff, files, links, search};

    let told = |done: Done| Ok(tell::exit_code(done, terminal));
    match command {
        Keep::New(options) => new::run(options, terminal)?,
        Keep::Serve(options) => serve::run(&options, terminal)?,
        Keep::Check(options) => return told(check::run(&options, terminal)),
        Keep::Split(options) => return told(files::split(&options, terminal)),
        Keep::Join(options) => return told(files::join(&options, terminal)),
        Keep::Fmt(options) => return told(files::fmt(&options, terminal)),
        Keep::Import(options) => import::run(&options, terminal)?,
        Keep::Export(options) => export::run(&options, terminal)?,
        Keep::Diff(options) => return told(diff::run(&options, terminal)),
        Keep::Search(options) => return told(search::run(&options, terminal)),
        Keep::Links(options) => return told(links::run(&options, terminal)),
        Keep::Schema => terminal.give(catalogue::schema().trim_end()),
        Keep::Completions(options) => manual::complete(cli::command(), &options),
        Keep::Manual(options) => manual::run(cli::command(), &options, terminal)?,
    }
    Ok(ExitCode::SUCCESS)
}
