//! Makes what hosts install: the tool with the app inside, for each system, in archives, a package of Python a system
//! and one package of npm, with the list of their parts and the sums of all.
//!
//! Nothing depends on the day or on this machine: the same sources give the same bytes.

mod archive;
mod packages;
mod parts;
mod trial;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::ValueEnum;
use sha2::{Digest, Sha256};

use crate::setup::{self, Need};
use crate::{paths, process, site};
use archive::Member;

/// A system that the tool is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum System {
    LinuxX86,
    LinuxArm,
    WindowsX86,
}

impl System {
    const ALL: [Self; 3] = [Self::LinuxX86, Self::LinuxArm, Self::WindowsX86];

    /// As Rust names it.
    pub(crate) const fn target(self) -> &'static str {
        match self {
            Self::LinuxX86 => "x86_64-unknown-linux-musl",
            Self::LinuxArm => "aarch64-unknown-linux-musl",
            Self::WindowsX86 => "x86_64-pc-windows-gnu",
        }
    }

    /// As the names of wheels do: one that needs no library of the system runs on all of them.
    const fn platforms(self) -> &'static [&'static str] {
        match self {
            Self::LinuxX86 => &["manylinux_2_17_x86_64", "musllinux_1_1_x86_64"],
            Self::LinuxArm => &["manylinux_2_17_aarch64", "musllinux_1_1_aarch64"],
            Self::WindowsX86 => &["win_amd64"],
        }
    }

    /// As Node does: `process.platform` and `process.arch`.
    const fn of_node(self) -> (&'static str, &'static str) {
        match self {
            Self::LinuxX86 => ("linux", "x64"),
            Self::LinuxArm => ("linux", "arm64"),
            Self::WindowsX86 => ("win32", "x64"),
        }
    }

    const fn program(self) -> &'static str {
        match self {
            Self::LinuxX86 | Self::LinuxArm => "communs",
            Self::WindowsX86 => "communs.exe",
        }
    }
}

/// The tool made for a system.
struct Built {
    system: System,
    program: Vec<u8>,
    /// Its parts, as CycloneDX.
    parts: String,
}

/// What the packages are made from.
struct Release {
    version: &'static str,
    built: Vec<Built>,
    /// The licence, the words for shells, the manual: what goes with the program.
    beside: Vec<Member>,
}

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only for these systems
    #[arg(long, value_name = "SYSTEM")]
    only: Vec<System>,
    /// Use the app that is already built
    #[arg(long)]
    no_build: bool,
    /// Do not install the packages to try them
    #[arg(long)]
    no_trial: bool,
}

/// The most that a program may weigh, in bytes.
const LIMIT: usize = 15_000_000;

/// Writes everything under `target/packages`, then installs the packages and tries them.
///
/// # Errors
/// When a tool fails, a program is too heavy, or an installed package does not do what it is for.
pub(crate) fn run(options: &Options) -> Result<()> {
    setup::ensure(&[Need::Release])?;
    if !options.no_build {
        site::build(false, &[])?;
    }
    let systems = if options.only.is_empty() { &System::ALL[..] } else { &options.only };
    let mut built = Vec::new();
    for system in systems {
        built.push(compile(*system)?);
    }
    let release = Release { version: env!("CARGO_PKG_VERSION"), beside: beside()?, built };
    let folder = paths::packages();
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for built in &release.built {
        files.extend(release.archive(built)?);
        files.push(packages::wheel(&release, built)?);
    }
    files.push(packages::npm(&release)?);
    let mut sums = String::new();
    for (name, bytes) in &files {
        sums += &format!("{:x}  {name}\n", Sha256::digest(bytes));
        fs::write(folder.join(name), bytes)?;
        println!("{:>12} bytes  {}", bytes.len(), folder.join(name).display());
    }
    fs::write(folder.join("SHA256SUMS"), sums)?;
    if options.no_trial || !systems.contains(&System::LinuxX86) {
        println!("the packages are not tried");
        return Ok(());
    }
    trial::run(&folder)
}

/// Compiles the tool for a system, with the app inside.
fn compile(system: System) -> Result<Built> {
    let target = system.target();
    let flags = ["zigbuild", "--locked", "--profile", "shipped", "--package", "tool", "--target", target];
    let mut cargo = process::command("cargo", &flags);
    cargo.env("COMMUNS_CARRIED_APP", site::app());
    let python = paths::python().join("bin");
    cargo.env("CARGO_ZIGBUILD_ZIG_PATH", python.join("python-zig"));
    let path = env::split_paths(&paths::search_path()).collect::<Vec<_>>();
    cargo.env("PATH", env::join_paths([python].into_iter().chain(path))?);
    let variable = target.to_uppercase().replace('-', "_");
    cargo.env(format!("CARGO_TARGET_{variable}_RUSTFLAGS"), site::plain_paths());
    process::run(&mut cargo)?;
    let name = if system == System::WindowsX86 { format!("{TOOL}.exe") } else { TOOL.to_owned() };
    let file = paths::target().join(target).join("shipped").join(name);
    let program = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    anyhow::ensure!(program.len() <= LIMIT, "{}: {} bytes, over {LIMIT}", file.display(), program.len());
    println!("{:>12} bytes  {}", program.len(), file.display());
    Ok(Built { system, program, parts: parts::list(target)? })
}

/// The program of the tool, as cargo names it.
const TOOL: &str = "communs";
/// The shells whose words for completion are in the archives, and the files that these read.
const SHELLS: [(&str, &str); 4] =
    [("bash", "communs.bash"), ("fish", "communs.fish"), ("zsh", "_communs"), ("powershell", "communs.ps1")];

/// What goes with the program, the same on each system: the tool says it itself, on this machine.
fn beside() -> Result<Vec<Member>> {
    let licence = fs::read(paths::root().join("LICENSE"))?;
    let guide = fs::read(paths::root().join("docs/tenir.md"))?;
    let mut beside = vec![Member::text("LICENSE", licence), Member::text("LISEZMOI.md", guide)];
    let tool = |words: &[&str]| {
        let mut command = process::command("cargo", &["run", "--quiet", "--package", "tool", "--bin", TOOL, "--"]);
        command.args(words);
        command
    };
    for (shell, name) in SHELLS {
        let written = process::output(&mut tool(&["completions", shell])).context("the tool completes nothing")?;
        beside.push(Member::text(&format!("completions/{name}"), written.into_bytes()));
    }
    let manual = paths::target().join("manual");
    let _ = fs::remove_dir_all(&manual);
    process::run(tool(&["manual"]).arg(&manual))?;
    let mut pages: Vec<PathBuf> = fs::read_dir(&manual)?.filter_map(|file| Some(file.ok()?.path())).collect();
    pages.sort();
    for page in pages {
        beside.push(Member::text(&format!("man/{}", name_of(&page)), fs::read(&page)?));
    }
    Ok(beside)
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

impl Release {
    /// The archive of a system, and beside it the list of its parts.
    fn archive(&self, built: &Built) -> Result<[(String, Vec<u8>); 2]> {
        let stem = format!("communs-{}-{}", self.version, built.system.target());
        let mut members = vec![Member::program(built.system.program(), built.program.clone())];
        members.extend(self.beside.iter().cloned());
        let members: Vec<Member> = members.into_iter().map(|member| member.below(&stem)).collect();
        let archive = if built.system == System::WindowsX86 {
            (format!("{stem}.zip"), archive::zip(&members)?)
        } else {
            (format!("{stem}.tar.gz"), archive::tar_gz(&members)?)
        };
        Ok([archive, (format!("{stem}.cdx.json"), built.parts.clone().into_bytes())])
    }
}
