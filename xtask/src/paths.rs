//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::Result;
use walkdir::{DirEntry, WalkDir};

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the xtask package is in a folder of the repository")
}

/// The built site, or the one in the folder that `COMMUNS_DIST` names: another release is tried so.
pub fn dist() -> PathBuf {
    std::env::var_os("COMMUNS_DIST").map_or_else(|| root().join("dist"), PathBuf::from)
}

/// The site in one page.
pub fn single_file() -> PathBuf {
    root().join("dist.html")
}

/// Cargo's target folder, which `CARGO_TARGET_DIR` may have moved.
pub fn target() -> PathBuf {
    // `join` keeps an absolute path as it is.
    root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// Where tools that are not Cargo's are installed for this repository alone.
pub fn tools() -> PathBuf {
    target().join("tools")
}

/// The scripts around the app.
pub fn web() -> PathBuf {
    root().join("web")
}

/// What is bundled of `style` or of `web`. This folder never moves, since `index.html` names it.
pub fn bundled(what: &str) -> PathBuf {
    root().join("target").join(what)
}

/// The axe-core script, once set up.
pub fn axe_script() -> PathBuf {
    tools().join("node_modules/axe-core/axe.min.js")
}

/// The Python environment of the validators, once set up.
pub fn python() -> PathBuf {
    tools().join("python")
}

/// WordPress as Debian packs it, once set up: never run as a site.
pub fn wordpress() -> PathBuf {
    tools().join("wordpress/usr/share/wordpress")
}

/// Pictures of the pages.
pub fn screenshots() -> PathBuf {
    target().join("screenshots")
}

/// The files of a folder and of those in it, by name; a file is its own only one.
///
/// # Errors
/// When a folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().collect::<Result<Vec<_>, _>>()?;
    Ok(entries.into_iter().filter(|entry| entry.file_type().is_file()).map(DirEntry::into_path).collect())
}

/// The program found first on [`search_path`] under one of these names; a whole path is itself.
pub fn find_program(names: &[&str]) -> Option<PathBuf> {
    names
        .iter()
        .find_map(|name| env::split_paths(&search_path()).map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// Where Cargo keeps its programs and the sources of crates.
pub fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}

/// `PATH` with our own tools first, then Cargo's, then the system's.
pub fn search_path() -> std::ffi::OsString {
    let system = env::var_os("PATH").unwrap_or_default();
    let folders = [web(), tools()]
        .map(|folder| folder.join("node_modules/.bin"))
        .into_iter()
        .chain(cargo_home().map(|home| home.join("bin")))
        .chain(env::split_paths(&system));
    env::join_paths(folders).unwrap_or(system)
}
