//! Where tools come from, how they are seen, and what to say when they may not be installed.

use std::fs;
use std::mem::discriminant;
use std::path::Path;
use std::sync::Mutex;

use anyhow::{Context, Result, bail};

use crate::{paths, process};

/// Where a tool comes from, which says how to see that it is there and what installs it.
pub(super) enum Install {
    RustTarget(&'static str),
    /// A component and a program of it.
    RustComponent(&'static str, &'static str),
    /// A program, the package that Cargo compiles it from, its version, options of the compilation. With `--locked`, it
    /// has the versions of dependencies that it was released with.
    Cargo(&'static str, &'static str, String, &'static [&'static str]),
    /// A package and its version, installed under our tools.
    Npm(&'static str, &'static str),
    /// A package that the scripts around the app name, installed beside them as it is locked.
    Web(&'static str, String),
    /// A package of Python and its version, installed in our environment.
    Python(&'static str, &'static str),
    /// A package of Debian and its relatives, and programs or files of which one is enough.
    Apt(&'static str, &'static [&'static str]),
    /// A package of Debian whose files are all that is used: under our tools, without its relatives.
    Unpacked(&'static str),
}

/// Tools that wait for others most of their time are soon built rather than quick.
const QUICKLY_BUILT: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "false"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

impl Install {
    /// Its name, with its version where we choose it.
    pub(super) fn name(&self) -> String {
        match self {
            Self::RustTarget(name) | Self::RustComponent(name, _) | Self::Apt(name, _) | Self::Unpacked(name) => {
                (*name).to_owned()
            }
            Self::Cargo(name, _, version, _) | Self::Web(name, version) => format!("{name} {version}"),
            Self::Npm(name, version) | Self::Python(name, version) => format!("{name} {version}"),
        }
    }

    /// Whether it is there, in the right version.
    pub(super) fn is_there(&self) -> bool {
        match self {
            Self::RustTarget(name) => {
                process::output(&mut process::command("rustup", &["target", "list", "--installed"]))
                    .is_some_and(|output| output.lines().any(|line| line == *name))
            }
            Self::RustComponent(_, program) => version_of(program).is_some(),
            Self::Cargo(program, _, version, _) => {
                version_of(program).is_some_and(|output| names_version(&output, version))
            }
            Self::Npm(package, version) => has_package(&paths::tools(), package, version),
            Self::Web(package, version) => has_package(&paths::web(), package, version),
            Self::Python(package, version) => {
                let installed = format!("site-packages/{}-{version}.dist-info", package.replace('-', "_"));
                let libraries = fs::read_dir(paths::python().join("lib"));
                libraries.into_iter().flatten().flatten().any(|library| library.path().join(&installed).is_dir())
            }
            Self::Apt(_, programs) => paths::find_program(programs).is_some(),
            Self::Unpacked(package) => paths::tools().join(package).join("usr/share").join(package).is_dir(),
        }
    }

    /// Whether it only comes over the network.
    pub(super) const fn is_fetched(&self) -> bool {
        matches!(self, Self::Npm(..) | Self::Web(..) | Self::Python(..))
    }

    /// Installs this, and with it all the packages from the same place that are missing too: one command for all of
    /// them is much faster than one each.
    pub(super) fn run(&self, missing: &[&Self]) -> Result<()> {
        // Their names, and what their installer writes before a version.
        let packages = |sign: &str| -> Vec<String> {
            let alike = missing.iter().filter(|install| discriminant(**install) == discriminant(self));
            alike.map(|install| install.name().replace(' ', sign)).collect()
        };
        match self {
            Self::RustTarget(target) => rustup(&["target", "add", target]),
            Self::RustComponent(component, _) => rustup(&["component", "add", component]),
            Self::Cargo(_, package, version, options) => {
                println!("  this takes some minutes");
                let mut cargo = process::command("cargo", &["install", package, "--version", version]);
                process::run(cargo.args(*options).envs(QUICKLY_BUILT))
            }
            Self::Npm(..) => {
                let folder = paths::tools();
                fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
                npm("install", &packages("@"), &folder)
            }
            Self::Web(..) => npm("ci", &[], &paths::web()),
            Self::Python(..) => python(&packages("==")),
            Self::Apt(..) => apt(&packages("")),
            Self::Unpacked(package) => unpack(package),
        }
    }
}

fn version_of(program: &str) -> Option<String> {
    process::output(&mut process::command(program, &["--version"]))
}

/// Whether the output of `--version` has this version as a whole word.
fn names_version(output: &str, version: &str) -> bool {
    output.split_whitespace().any(|word| word == version)
}

/// Whether the npm package is in this folder, in this version.
fn has_package(folder: &Path, package: &str, version: &str) -> bool {
    let manifest = folder.join(format!("node_modules/{package}/package.json"));
    fs::read_to_string(manifest).is_ok_and(|text| text.contains(&format!("\"version\": \"{version}\"")))
}

fn rustup(args: &[&str]) -> Result<()> {
    if paths::find_program(&["rustup"]).is_none() {
        bail!(
            "rustup is not there. Install it from https://rustup.rs, or install by other \
             means what this would have: rustup {}",
            args.join(" ")
        );
    }
    process::run(&mut process::command("rustup", args))
}

fn npm(what: &str, packages: &[String], folder: &Path) -> Result<()> {
    if paths::find_program(&["npm"]).is_none() {
        println!("  npm: missing; packages of JavaScript come from it");
        apt(&["npm".to_owned()])?;
    }
    let options = ["--no-fund", "--no-audit", "--prefix"];
    process::run(process::command("npm", &[what]).args(packages).args(options).arg(folder))
}

/// The versions of everything that the packages of Python bring along.
const CONSTRAINTS: &str = "xtask/src/setup/python-constraints.txt";

fn python(packages: &[String]) -> Result<()> {
    let folder = paths::python();
    let pip = folder.join("bin/pip").to_string_lossy().into_owned();
    if !Path::new(&pip).is_file() {
        if paths::find_program(&["python3"]).is_none() {
            println!("  python3: missing; {} run in it", packages.join(", "));
            apt(&["python3", "python3-venv"].map(str::to_owned))?;
        }
        let mut environment = process::command("python3", &["-m", "venv"]);
        environment.arg(&folder);
        if process::run(&mut environment).is_err() {
            // Debian keeps this part of Python apart.
            apt(&["python3-venv".to_owned()])?;
            process::run(&mut environment)?;
        }
    }
    let quiet = ["install", "--quiet", "--disable-pip-version-check", "--constraint", CONSTRAINTS];
    process::run(process::command(&pip, &quiet).args(packages))
}

/// The packages of the system are changed by one program at a time.
static APT: Mutex<()> = Mutex::new(());

/// Installs packages of the system, which only root may do.
fn apt(packages: &[String]) -> Result<()> {
    // With what they recommend: WebKit draws nothing without a driver for
    // the screen, nor pages their text without fonts.
    let install = ["install", "--yes"];
    if paths::find_program(&["apt-get"]).is_none() {
        bail!(
            "this system has no apt-get. Install the equivalents of these Debian packages \
             with its own tool, and run this again: {}",
            packages.join(" ")
        );
    }
    if !is_root() {
        bail!(
            "only root may install packages. Run this, then try again:\n\n    \
             sudo apt-get update && sudo apt-get {} {}\n",
            install.join(" "),
            packages.join(" ")
        );
    }
    let _alone = APT.lock();
    process::run(&mut apt_get(&["update"]))?;
    process::run(apt_get(&install).args(packages))
}

/// Unpacks the files of a package of the system, which needs no root.
fn unpack(package: &str) -> Result<()> {
    if paths::find_program(&["apt-get"]).is_none() {
        bail!("this system has no apt-get: its package {package} cannot be read");
    }
    let folder = paths::tools().join(package);
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let alone = APT.lock();
    if is_root() {
        process::run(&mut apt_get(&["update"]))?;
    }
    process::run(apt_get(&["download", package]).current_dir(&folder))?;
    drop(alone);
    let files = fs::read_dir(&folder)?.filter_map(|file| Some(file.ok()?.path()));
    let archive = files.into_iter().find(|file| file.extension().is_some_and(|end| end == "deb"));
    let archive = archive.with_context(|| format!("apt-get gave no file of {package}"))?;
    process::run(process::command("dpkg-deb", &["--extract"]).arg(&archive).arg(&folder))?;
    fs::remove_file(&archive).with_context(|| format!("cannot remove {}", archive.display()))
}

fn apt_get(args: &[&str]) -> std::process::Command {
    let mut command = process::command("apt-get", &["--quiet", "--quiet"]);
    // No question can be answered here.
    command.args(args).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_root() -> bool {
    process::output(&mut process::command("id", &["-u"])).is_some_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::names_version;

    #[test]
    fn a_version_is_a_whole_word() {
        assert!(names_version("geckodriver 0.37.1 (abc 2026)\n\nMore", "0.37.1"));
        assert!(!names_version("trunk 0.21.140", "0.21.14"));
    }
}
