//! Installs the packages as a host would, where there is no Rust, and does with each the first two things that one does.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::{paths, process};

/// The most that the first page may take once the package is installed.
const LIMIT: Duration = Duration::from_secs(3);

/// Tries the wheel and the package of npm of this machine.
///
/// # Errors
/// When a package cannot be installed, when the tool in it does not answer, or is too slow.
pub(super) fn run(packages: &Path) -> Result<()> {
    let folder = paths::target().join("trial");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let package = |end: &str| -> Result<PathBuf> {
        let files = fs::read_dir(packages)?.filter_map(|file| Some(file.ok()?.path()));
        let mut found = files.filter(|file| file.to_string_lossy().ends_with(end));
        found.next().with_context(|| format!("no package ends with {end}"))
    };

    let python = folder.join("python");
    process::run(process::command("python3", &["-m", "venv"]).arg(&python))?;
    let start = Instant::now();
    let mut pip = Command::new(python.join("bin/pip"));
    pip.args(["install", "--quiet", "--disable-pip-version-check", "--no-index"]);
    process::run(pip.arg(package("x86_64.whl")?))?;
    try_tool("pip", &python.join("bin/communs"), &folder, start)?;

    let start = Instant::now();
    let mut npm = process::command("npm", &["install", "--global", "--offline", "--no-fund", "--no-audit", "--prefix"]);
    process::run(npm.arg(folder.join("node")).arg(package(".tgz")?))?;
    try_tool("npm", &folder.join("node/bin/communs"), &folder, start)
}

/// A process that ends with this value.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // A launcher hands the signal on, which it could not do of the one that nothing stops.
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let _ = self.0.wait();
    }
}

/// `communs new demo`, then `communs serve` in it, with nothing of Rust on the path.
fn try_tool(name: &str, program: &Path, folder: &Path, start: Instant) -> Result<()> {
    let installed = Instant::now();
    let tool = |words: &[&str]| {
        let mut command = Command::new(program);
        command.args(words).env("PATH", "/usr/local/bin:/usr/bin:/bin").env_remove("COMMUNS_APP");
        command
    };
    let demo = folder.join(format!("demo-{name}"));
    process::run(tool(&["new"]).arg(&demo))?;
    let mut serve = tool(&["serve", "--port", "0"]);
    let mut running = Running(serve.current_dir(&demo).stdout(Stdio::piped()).spawn()?);
    let lines = BufReader::new(running.0.stdout.take().context("its output is piped")?).lines();
    let address = lines
        .map_while(std::io::Result::ok)
        .find_map(|line| Some(line.split_once("http://")?.1.split('/').next()?.to_owned()));
    let address = address.context("the tool does not say where it serves")?;
    let mut answer = String::new();
    let mut stream = TcpStream::connect(&address)?;
    write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    stream.read_to_string(&mut answer)?;
    ensure!(answer.starts_with("HTTP/1.1 200") && answer.contains("OpenStreetMap"), "it answers\n{answer}");
    let (whole, first) = (start.elapsed(), installed.elapsed());
    println!("  {name}: the first page after {whole:.1?}, of which {first:.1?} once installed");
    ensure!(first <= LIMIT, "{name}: the first page takes {first:.1?} once the package is installed");
    Ok(())
}
