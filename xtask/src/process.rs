//! Runs other programs, showing what is run.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

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

/// A process that ends, by its own id, with this value.
pub struct Running(pub Child);

impl Running {
    /// Starts a command.
    ///
    /// # Errors
    /// When there is no such program.
    pub fn start(command: &mut Command) -> Result<Self> {
        Ok(Self(command.spawn().with_context(|| cannot_run(command))?))
    }

    /// Waits until it listens on a port, for so long at most.
    ///
    /// # Errors
    /// When it ends, or does not listen in time.
    pub fn wait_for(&mut self, port: u16, patience: Duration) -> Result<()> {
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = self.0.try_wait()? {
                bail!("it ended with {status}");
            }
            ensure!(start.elapsed() < patience, "nothing listens on port {port}");
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn cannot_run(command: &Command) -> String {
    format!("cannot run `{}`", display(command))
}
