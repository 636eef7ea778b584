//! Runs other programs, showing what is run.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::paths;

/// A command run from the root of the repository, with our tools on `PATH`.
pub(crate) fn command(program: &str, args: &[&str]) -> Command {
    let path = paths::search_path();
    let mut command = Command::new(paths::find_program(&[program]).unwrap_or(program.into()));
    command.args(args).current_dir(paths::root()).env("PATH", path);
    command
}

/// The same, which leaves the processors to those that want them, where the system has a way to ask for it.
pub(crate) fn giving_way(given: &Command) -> Command {
    let program = given.get_program().to_string_lossy();
    let mut command = match paths::find_program(&["nice"]) {
        Some(_) => command("nice", &["-n", "10", &program]),
        None => command(&program, &[]),
    };
    command.args(given.get_args());
    command
}

/// What is run, as one would type it.
pub(crate) fn display(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name)
        .chain(command.get_args())
        .map(|word| {
            let word = word.to_string_lossy();
            if word.is_empty() || word.contains(' ') { format!("'{word}'") } else { word.into_owned() }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Runs a command and waits for its success.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    println!("$ {}", display(command));
    let status = command.status().with_context(|| cannot_run(command))?;
    if !status.success() {
        bail!("`{}` ended with {status}", display(command));
    }
    Ok(())
}

/// Runs a command, showing its standard output line by line as it comes, each
/// after `label`, and giving each line to `see`. Returns whether it succeeded.
pub(crate) fn stream(command: &mut Command, label: &str, mut see: impl FnMut(&str)) -> Result<bool> {
    println!("$ {}", display(command));
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| cannot_run(command))?;
    let output = child.stdout.take().expect("standard output was piped");
    let mut reader = BufReader::new(output);
    let mut bytes = Vec::new();
    // Lines are read as bytes: a test may print anything.
    while reader.read_until(b'\n', &mut bytes)? > 0 {
        let mut output = std::io::stdout().lock();
        output.write_all(label.as_bytes())?;
        output.write_all(&bytes)?;
        drop(output);
        see(String::from_utf8_lossy(&bytes).trim_end());
        bytes.clear();
    }
    Ok(child.wait()?.success())
}

/// The standard output of a command, or `None` when it fails or is absent.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn cannot_run(command: &Command) -> String {
    format!("cannot run `{}`", display(command))
}
