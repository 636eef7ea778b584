//! Installs the packages as a host would, where there is no Rust, and does with each the first things that one does;
//! what is for another system is run where something here runs it.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::{Built, Release, System, TOOL, program_of};
use crate::{paths, process};

/// The most that the first page may take once the package is installed.
const LIMIT: Duration = Duration::from_secs(3);
/// The most that installing a package, without its download, and the first page may take together.
const WHOLE_LIMIT: Duration = Duration::from_secs(60);

/// What a package took from its file to the first page that it serves, and what of it once it was installed.
pub(super) struct Times {
    name: &'static str,
    whole: Duration,
    first: Duration,
}

/// Tries the packages of this machine, then the programs of the others.
///
/// # Errors
/// When a package cannot be installed, when the tool in it does not do what it is for, or is too slow.
pub(super) fn run(release: &Release, packages: &Path) -> Result<()> {
    let folder = folder()?;
    let (here, elsewhere): (Vec<&Built>, Vec<&Built>) = release.built.iter().partition(|built| built.system.is_here());
    if !here.is_empty() {
        for Times { name, whole, first } in installed(packages, &folder)? {
            ensure!(first <= LIMIT, "{name}: the first page takes {first:.1?} once the package is installed");
            ensure!(whole <= WHOLE_LIMIT, "{name}: the package is installed and shows its first page in {whole:.1?}");
        }
    }
    for built in elsewhere {
        let System { target, runner, .. } = built.system;
        match runner.map(|runner| (runner, paths::find_program(&[runner]))) {
            Some((runner, Some(_))) => foreign(built, runner, &folder)?,
            Some((runner, None)) => println!("  {target}: not tried, {runner} is not there"),
            None => println!("  {target}: not tried, nothing here runs it"),
        }
    }
    Ok(())
}

/// An empty folder to try things in.
pub(super) fn folder() -> Result<PathBuf> {
    let folder = paths::target().join("trial");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Installs the wheel and the package of npm, and has each serve a new catalogue.
///
/// # Errors
/// When a package cannot be installed, or when the tool in it does not do what it is for.
pub(super) fn installed(packages: &Path, folder: &Path) -> Result<[Times; 2]> {
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
    process::run(pip.arg(package("musllinux_1_1_x86_64.whl")?))?;
    let pip = try_tool("pip", &python.join("bin").join(TOOL), folder, start)?;

    let start = Instant::now();
    let mut npm = process::command("npm", &["install", "--global", "--offline", "--no-fund", "--no-audit", "--prefix"]);
    process::run(npm.arg(folder.join("node")).arg(package(".tgz")?))?;
    Ok([pip, try_tool("npm", &folder.join("node/bin").join(TOOL), folder, start)?])
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
fn try_tool(name: &'static str, program: &Path, folder: &Path, start: Instant) -> Result<Times> {
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
    Ok(Times { name, whole, first })
}

/// The library from which the standard library of Rust draws chance on Windows, and which the wine of Debian 12 lacks.
const CHANCE: &str = r"
__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *bytes, unsigned long length);
__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *bytes, unsigned long long length) {
    return SystemFunction036(bytes, (unsigned long)length);
}
";

/// Gives wine the library that it lacks, in the folder from which programs are run.
fn complete_wine(folder: &Path) -> Result<()> {
    fs::write(folder.join("chance.c"), CHANCE)?;
    let zig = paths::python().join("bin/python-zig");
    let library =
        ["cc", "-target", "x86_64-windows-gnu", "-shared", "-o", "bcryptprimitives.dll", "chance.c", "-ladvapi32"];
    process::run(process::command(&zig.to_string_lossy(), &library).current_dir(folder))
}

/// What a program for another system does through what runs it here: a catalogue begun, checked and written.
fn foreign(built: &Built, runner: &str, folder: &Path) -> Result<()> {
    let program = program_of(built.system);
    let demo = format!("demo-{}", built.system.target);
    let tool = |words: &[&str]| {
        let mut command = process::command(runner, &[]);
        // Wine tells of itself at each run.
        command.arg(&program).args(words).current_dir(folder).env("WINEDEBUG", "-all").env_remove("COMMUNS_APP");
        command
    };
    let data = format!("{demo}/catalogue.json");
    let site = format!("{demo}/site");
    if runner == "wine" {
        complete_wine(folder)?;
    }
    process::run(&mut tool(&["--version"]))?;
    process::run(&mut tool(&["new", &demo]))?;
    process::run(&mut tool(&["check", &data]))?;
    process::run(&mut tool(&["build", "--data", &data, "--out", &site]))?;
    let page = fs::read_to_string(folder.join(site).join("index.html"))?;
    ensure!(page.contains("OpenStreetMap"), "{}: the site that it writes lacks its entries", program.display());
    Ok(())
}
