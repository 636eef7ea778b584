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
use sha2::{Digest, Sha256};

use crate::setup::{self, Need};
use crate::site::TOOL;
use crate::test::Outcome;
use crate::{cargo, paths, process, site};
use archive::Member;

/// A system that the tool is made for: what others call it, and what runs its programs elsewhere.
struct System {
    /// As the command line does.
    name: &'static str,
    /// As Rust does.
    target: &'static str,
    /// As the names of wheels do: one that needs no library of the system runs on all of them.
    platforms: &'static [&'static str],
    /// As Node does: `process.platform` and `process.arch`.
    node: (&'static str, &'static str),
    /// The tool on it.
    program: &'static str,
    /// The first version of macOS that runs it, which the names of its wheels say too.
    first_macos: Option<&'static str>,
    /// What runs it on Linux x86-64, where there is such a program.
    runner: Option<&'static str>,
}

static SYSTEMS: [System; 5] = [
    System {
        name: "linux-x86",
        target: "x86_64-unknown-linux-musl",
        platforms: &["manylinux_2_17_x86_64", "musllinux_1_1_x86_64"],
        node: ("linux", "x64"),
        program: TOOL,
        first_macos: None,
        runner: None,
    },
    System {
        name: "linux-arm",
        target: "aarch64-unknown-linux-musl",
        platforms: &["manylinux_2_17_aarch64", "musllinux_1_1_aarch64"],
        node: ("linux", "arm64"),
        program: TOOL,
        first_macos: None,
        runner: Some("qemu-aarch64"),
    },
    System {
        name: "mac-x86",
        target: "x86_64-apple-darwin",
        platforms: &["macosx_10_12_x86_64"],
        node: ("darwin", "x64"),
        program: TOOL,
        first_macos: Some("10.12"),
        runner: None,
    },
    System {
        name: "mac-arm",
        target: "aarch64-apple-darwin",
        platforms: &["macosx_11_0_arm64"],
        node: ("darwin", "arm64"),
        program: TOOL,
        first_macos: Some("11.0"),
        runner: None,
    },
    System {
        name: "windows-x86",
        target: "x86_64-pc-windows-gnullvm",
        platforms: &["win_amd64"],
        node: ("win32", "x64"),
        program: "communs.exe",
        first_macos: None,
        runner: Some("wine"),
    },
];

impl System {
    /// Whether its programs run on this machine.
    fn is_here(&self) -> bool {
        self.node == ("linux", "x64") && cfg!(all(target_os = "linux", target_arch = "x86_64"))
    }
}

/// The tool made for a system.
struct Built {
    system: &'static System,
    program: Vec<u8>,
    /// Its parts, as CycloneDX.
    parts: String,
}

/// What the packages are made from.
struct Release {
    built: Vec<Built>,
    /// The licence, the words for shells, the manual: what goes with the program.
    beside: Vec<Member>,
}

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only for these systems
    #[arg(long, value_name = "SYSTEM", value_parser = SYSTEMS.each_ref().map(|system| system.name))]
    only: Vec<String>,
    /// Use the app that is already built
    #[arg(long)]
    no_build: bool,
    /// Do not install the packages to try them
    #[arg(long)]
    no_trial: bool,
}

/// The most that a program may weigh, in bytes.
const LIMIT: usize = 15_000_000;
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Names, to the build of the tool, the app that it is to carry.
const CARRIED_APP: &str = "COMMUNS_CARRIED_APP";

/// Writes everything under `target/packages`, then installs the packages and tries them.
///
/// # Errors
/// When a tool fails, a program is too heavy, or an installed package does not do what it is for.
pub(crate) fn run(options: &Options) -> Result<()> {
    setup::ensure(&[Need::Packages, Need::Release])?;
    if !options.no_build {
        site::build(site::Program::Published, &[])?;
    }
    let is_asked = |system: &&System| options.only.is_empty() || options.only.iter().any(|name| name == system.name);
    let built = SYSTEMS.iter().filter(is_asked).map(compile).collect::<Result<Vec<_>>>()?;
    // One of those just compiled, if it runs here.
    let program = built.iter().find(|built| built.system.is_here()).map(|built| program_of(built.system));
    let release = Release { beside: beside(program.as_deref())?, built };
    let folder = paths::target().join("packages");
    release.write(&folder)?;
    if options.no_trial {
        println!("the packages are not tried");
        return Ok(());
    }
    trial::run(&release, &folder)
}

/// Makes the packages for this machine, of the app already built and of the tool as tests compile it, which takes a
/// minute instead of twenty; installs them and tries them. None where no package is for such a machine.
///
/// # Errors
/// When a tool fails, or when an installed package does not do what it is for.
pub(crate) fn check() -> Result<Outcome> {
    let Ok(system) = here() else { return Ok(Outcome::default()) };
    let folder = trial::folder()?;
    process::run(cargo::native(&["build", "--bins"]).env(CARRIED_APP, site::app()))?;
    // What only debuggers read would be nine tenths of the packages.
    let program = folder.join(TOOL);
    process::run(process::command("strip", &["-o"]).arg(&program).arg(site::tool()))?;
    let beside = beside(Some(&program))?;
    let built = Built { system, program: fs::read(&program)?, parts: parts::list(system.target)? };
    let packages = folder.join("packages");
    Release { beside, built: vec![built] }.write(&packages)?;
    Ok(Outcome { passed: trial::installed(&packages, &folder)?.len(), failed: 0 })
}

/// Compiles the tool as hosts install it on this machine, with the app already built; gives its place.
///
/// # Errors
/// When no package is made for this machine, or as [`run`].
pub(crate) fn compiled_here() -> Result<PathBuf> {
    setup::ensure(&[Need::Packages])?;
    let system = here()?;
    compile(system).map(|_| program_of(system))
}

/// The system of this machine.
fn here() -> Result<&'static System> {
    SYSTEMS.iter().find(|system| system.is_here()).context("no package is for this machine")
}

impl Release {
    /// Writes every file of it in a folder, in the place of a former one, with their sums.
    fn write(&self, folder: &Path) -> Result<()> {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder)?;
        for (name, bytes) in self.files()? {
            fs::write(folder.join(&name), &bytes)?;
            println!("{:>12} bytes  {}", bytes.len(), folder.join(name).display());
        }
        Ok(())
    }

    /// What hosts install, by name.
    fn files(&self) -> Result<Vec<(String, Vec<u8>)>> {
        let mut files = Vec::new();
        for built in &self.built {
            files.extend(self.archive(built)?);
            files.push(packages::wheel(self, built)?);
        }
        files.push(packages::npm(self)?);
        let sums: String = files.iter().map(|(name, bytes)| format!("{:x}  {name}\n", Sha256::digest(bytes))).collect();
        files.push(("SHA256SUMS".to_owned(), sums.into_bytes()));
        Ok(files)
    }

    /// The archive of a system, and beside it the list of its parts.
    fn archive(&self, built: &Built) -> Result<[(String, Vec<u8>); 2]> {
        let System { target, program, .. } = built.system;
        let stem = format!("communs-{VERSION}-{target}");
        let mut members = vec![Member::program(program, built.program.clone())];
        members.extend(self.beside.iter().cloned());
        let members: Vec<Member> = members.into_iter().map(|member| member.below(&stem)).collect();
        let archive = if built.system.node.0 == "win32" {
            (format!("{stem}.zip"), archive::zip(&members)?)
        } else {
            (format!("{stem}.tar.gz"), archive::tar_gz(&members)?)
        };
        Ok([archive, (format!("{stem}.cdx.json"), built.parts.clone().into_bytes())])
    }
}

/// Compiles the tool for a system, with the app inside.
fn compile(system: &'static System) -> Result<Built> {
    let target = system.target;
    let flags = ["zigbuild", "--locked", "--profile", "shipped", "--package", "tool", "--target", target];
    let mut cargo = process::command("cargo", &flags);
    cargo.env(CARRIED_APP, site::app());
    let python = paths::python().join("bin");
    cargo.env("CARGO_ZIGBUILD_ZIG_PATH", python.join("python-zig"));
    let path = env::split_paths(&paths::search_path()).collect::<Vec<_>>();
    cargo.env("PATH", env::join_paths([python].into_iter().chain(path))?);
    let variable = target.to_uppercase().replace('-', "_");
    // With views of one type, as the app has them: less to compile, and the same pages.
    let flags = format!("--cfg erase_components {}", cargo::plain_paths());
    cargo.env(format!("CARGO_TARGET_{variable}_RUSTFLAGS"), flags);
    cargo.envs(system.first_macos.map(|version| ("MACOSX_DEPLOYMENT_TARGET", version)));
    // The allocator keeps for a second what is given back to it, longer than most commands take: it asks the system for
    // each part instead, and returns it at once.
    cargo.env("TARGET_CFLAGS", "-DMI_DEFAULT_DISALLOW_ARENA_ALLOC=1");
    process::run(&mut cargo)?;
    let file = program_of(system);
    let program = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    anyhow::ensure!(program.len() <= LIMIT, "{}: {} bytes, over {LIMIT}", file.display(), program.len());
    println!("{:>12} bytes  {}", program.len(), file.display());
    Ok(Built { system, program, parts: parts::list(target)? })
}

/// Where cargo puts the tool compiled for a system.
fn program_of(system: &System) -> PathBuf {
    paths::target().join(system.target).join("shipped").join(system.program)
}

/// The shells whose words for completion are in the archives, and the files that these read.
const SHELLS: [(&str, &str); 4] =
    [("bash", "communs.bash"), ("fish", "communs.fish"), ("zsh", "_communs"), ("powershell", "communs.ps1")];

/// What goes with the program, the same on each system: the tool says it itself, on this machine.
fn beside(program: Option<&Path>) -> Result<Vec<Member>> {
    let licence = fs::read(paths::root().join("LICENSE"))?;
    let guide = fs::read(paths::root().join("docs/tenir.md"))?;
    let mut beside = vec![Member::text("LICENSE", licence), Member::text("LISEZMOI.md", guide)];
    let tool = |words: &[&str]| match program {
        Some(program) => process::command(&program.to_string_lossy(), words),
        None => {
            let run = ["run", "--quiet", "--package", "tool", "--bin", TOOL, "--"];
            process::command("cargo", &[&run[..], words].concat())
        }
    };
    for (shell, name) in SHELLS {
        let written = process::output(&mut tool(&["completions", shell])).context("the tool completes nothing")?;
        beside.push(Member::text(&format!("completions/{name}"), written.into_bytes()));
    }
    let manual = paths::target().join("manual");
    let _ = fs::remove_dir_all(&manual);
    process::run(tool(&["manual"]).arg(&manual))?;
    for page in paths::files(&manual)? {
        let name = page.file_name().unwrap_or_default().to_string_lossy();
        beside.push(Member::text(&format!("man/{name}"), fs::read(&page)?));
    }
    Ok(beside)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All that is made of one program a system.
    fn files() -> Vec<(String, Vec<u8>)> {
        let built = SYSTEMS.each_ref().map(|system| Built {
            system,
            program: system.name.repeat(999).into_bytes(),
            parts: "{}\n".to_owned(),
        });
        let beside = vec![Member::text("LICENSE", "licence"), Member::text("man/communs.1", "page")];
        Release { built: built.into(), beside }.files().unwrap()
    }

    #[test]
    fn the_same_program_gives_the_same_packages_on_another_day() {
        let (first, again) = (files(), files());
        assert_eq!(first.len(), SYSTEMS.len() * 3 + 2);
        let differs = first.iter().zip(&again).find(|(one, other)| one != other);
        assert_eq!(differs.map(|((name, _), _)| name), None);
        // Twice the same second tells nothing of days: where formats write one, it is the first that they have.
        for (name, bytes) in &first {
            if name.ends_with(".zip") || name.ends_with(".whl") {
                let mut archive = ::zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
                for rank in 0..archive.len() {
                    let member = archive.by_index(rank).unwrap();
                    let day = member.last_modified().unwrap();
                    assert_eq!((day.year(), day.month(), day.day()), (1980, 1, 1), "{name}, file {rank}");
                }
            } else if name.ends_with("gz") {
                // Bytes 4 to 7 of gzip are a time (RFC 1952).
                assert_eq!(bytes[4..8], [0; 4], "{name}");
                let unpacked = flate2::read::GzDecoder::new(bytes.as_slice());
                for member in tar::Archive::new(unpacked).entries().unwrap() {
                    let member = member.unwrap();
                    let header = member.header();
                    assert_eq!((header.mtime().unwrap(), header.uid().unwrap()), (0, 0), "{name}");
                }
            }
        }
    }

    #[test]
    fn every_file_has_its_sum_and_every_system_its_program() {
        let files = files();
        let (sums, others) = files.split_last().unwrap();
        let sums = String::from_utf8(sums.1.clone()).unwrap();
        assert_eq!(sums.lines().count(), others.len());
        for (name, bytes) in others {
            assert!(sums.contains(&format!("{:x}  {name}\n", Sha256::digest(bytes))), "{name}");
        }
        let (_, npm) = others.iter().find(|(name, _)| name.ends_with(".tgz")).unwrap();
        let mut unpacked = tar::Archive::new(flate2::read::GzDecoder::new(npm.as_slice()));
        let names = unpacked.entries().unwrap().map(|entry| entry.unwrap().path().unwrap().display().to_string());
        let names: Vec<String> = names.collect();
        for System { node: (platform, processor), program, .. } in &SYSTEMS {
            let place = format!("package/bin/{platform}-{processor}/{program}");
            assert!(names.contains(&place), "{place} in {names:?}");
        }
    }
}
