//! `completions`, `manual`: the command line as shells and `man` want it, from the same description as its help.

use std::io;
use std::path::PathBuf;

use clap_complete::Shell;
use clap_mangen::Man;
use site::Files;

use crate::NAME;
use crate::place::{self, PlaceError};
use crate::terminal::Terminal;

#[derive(clap::Args)]
pub(crate) struct CompletionOptions {
    #[arg(value_name = "TERMINAL", help = "Le terminal\u{a0}: bash, elvish, fish, powershell ou zsh")]
    shell: Shell,
}

/// Writes on the standard output what a shell is to read.
pub(crate) fn complete(mut command: clap::Command, options: &CompletionOptions) {
    let mut written = Vec::new();
    clap_complete::generate(options.shell, &mut command, NAME, &mut written);
    // Who stops reading has had enough.
    let _ = io::Write::write_all(&mut io::stdout(), &written);
}

#[derive(clap::Args)]
pub(crate) struct Options {
    #[arg(value_name = "DOSSIER", default_value = ".", help = "Où les écrire\u{202f}; sans lui, ici")]
    folder: PathBuf,
}

/// Writes a page for the tool, and one for each command.
pub(crate) fn run(command: clap::Command, options: &Options, terminal: Terminal) -> Result<(), PlaceError> {
    let pages = pages(command);
    place::replace_files(&pages.iter().map(|(name, page)| (options.folder.join(name), page)).collect::<Vec<_>>())?;
    let names: Vec<&str> = pages.keys().map(String::as_str).collect();
    terminal.say(format_args!("{}\u{a0}: {}", options.folder.display(), names.join(", ")));
    Ok(())
}

fn pages(mut command: clap::Command) -> Files {
    command.build();
    let named = |command: clap::Command| {
        let name = command.get_bin_name().unwrap_or(NAME).replace(' ', "-");
        (format!("{name}.1"), page(command.display_name(name.clone()).name(name)))
    };
    let commands: Vec<clap::Command> = command.get_subcommands().cloned().collect();
    std::iter::once(command).chain(commands).map(named).collect()
}

/// What the headings of a page are in French.
const HEADINGS: [(&str, &str); 5] = [
    (".SH NAME", ".SH NOM"),
    (".SH SYNOPSIS", ".SH EMPLOI"),
    (".SH SUBCOMMANDS", ".SH COMMANDES"),
    (".SH EXTRA", ".SH EXEMPLE"),
    ("\u{a0}\n", "\n"),
];

fn page(command: clap::Command) -> Vec<u8> {
    let mut written = Vec::new();
    Man::new(command).render(&mut written).expect("writing to memory does not fail");
    let page = String::from_utf8_lossy(&written).into_owned();
    HEADINGS.iter().fold(page, |page, (theirs, ours)| page.replace(theirs, ours)).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli;

    #[test]
    fn every_command_has_a_page_with_its_example() {
        let pages = pages(cli::command());
        let mut commands = vec![String::new()];
        commands.extend(cli::command().get_subcommands().map(|command| format!("-{}", command.get_name())));
        assert_eq!(pages.len(), commands.len());
        for command in commands {
            let name = format!("{NAME}{command}.1");
            let page = String::from_utf8(pages[&name].clone()).unwrap();
            for part in [".SH NOM", ".SH EMPLOI", ".SH EXEMPLE", "Exemple"] {
                assert!(page.contains(part), "{name}: no {part} in {page}");
            }
        }
    }
}
