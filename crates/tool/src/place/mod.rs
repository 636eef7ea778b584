//! Puts what was built where the host wants it, in the place of a former version.
//!
//! A folder is never renamed: it may be a mounted volume, a link, or served at this very moment. The new
//! version is written in a folder inside it, then each file takes its place by a renaming, so that every
//! page has its files at any moment: files whose name holds their hash first, the home page and the service
//! worker last; what is obsolete goes at the end. A failure before the first renaming changes nothing.
//! Stopped later, the folder is a working site, partly of the former version, and the next run ends the work.

mod disk;
mod files;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::refusal;
use disk::{Disk, Machine, is_folder};
pub(crate) use files::{replace_file, replace_files, rewrite_files};
use site::Files;
use thiserror::Error;

/// What tells a folder that this tool wrote from any other: it may be replaced.
const OURS: [&str; 3] = ["index.html", names::SHELL_FILE, names::DATA_FILE];
/// Where the new version waits, in the folder of the site: there, the work is not ended.
const WAITING: &str = ".communs-nouveau";
/// The last ones to take their places, in this order: the worker keeps the pages that it finds.
const LAST: [&str; 3] = [names::DATA_FILE, "index.html", WORKER];
/// Names the files of a version whose name holds their hash.
const WORKER: &str = names::WORKER_FILE;
/// What a folder may hold before its first site: names that begin with a dot, and these.
const BEFORE: [&str; 2] = ["CNAME", "lost+found"];

/// Why a place is not as it was to be, in French.
#[derive(Debug, Error)]
pub(crate) enum PlaceError {
    #[error(
        "{}\u{a0}: ce dossier contient autre chose qu’un site construit par cet outil\u{202f}; videz-le ou donnez-en un autre avec --out",
        .0.display()
    )]
    NotOurs(PathBuf),
    #[error("{}\u{a0}: ce dossier n’est pas vide\u{202f}; donnez-en un autre, rien n’a été écrit", .0.display())]
    NotEmpty(PathBuf),
    #[error("{}\u{a0}: lecture impossible ({})", .0.display(), refusal(.1))]
    Unreadable(PathBuf, #[source] io::Error),
    #[error("{}\u{a0}: écriture impossible ({})\u{202f}; rien n’a été changé", .0.display(), refusal(.1))]
    Unwritten(PathBuf, #[source] io::Error),
    #[error(
        "{}\u{a0}: écriture impossible ({})\u{202f}; pas remis comme avant\u{a0}: {}. Relancez la commande quand la cause aura disparu",
        .0.display(),
        refusal(.1),
        .2.iter().map(|file| file.display().to_string()).collect::<Vec<_>>().join(", ")
    )]
    Unrestored(PathBuf, #[source] io::Error, Vec<PathBuf>),
    #[error(
        "{}\u{a0}: remplacement impossible ({})\u{202f}; le reste est en place, ou comme avant. Relancez la commande quand la cause aura disparu",
        .0.display(),
        refusal(.1)
    )]
    Unplaced(PathBuf, #[source] io::Error),
    #[error(
        "{}\u{a0}: suppression impossible ({})\u{202f}; ce qui est nouveau est en place",
        .0.display(),
        refusal(.1)
    )]
    Unremoved(PathBuf, #[source] io::Error),
}

/// What an error of the disk is, once its path is known.
fn at<T>(
    path: &Path,
    result: io::Result<T>,
    error: impl FnOnce(PathBuf, io::Error) -> PlaceError,
) -> Result<T, PlaceError> {
    result.map_err(|source| error(path.to_owned(), source))
}

/// The files of a folder, all in memory.
pub(crate) fn files_of(root: &Path) -> Result<Files, PlaceError> {
    let mut files = Files::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for file in at(&folder, fs::read_dir(&folder), PlaceError::Unreadable)? {
            let path = at(&folder, file, PlaceError::Unreadable)?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                files.insert(name, at(&path, fs::read(&path), PlaceError::Unreadable)?);
            }
        }
    }
    Ok(files)
}

/// Removes the JSON files of a folder of `root` that are not these.
pub(crate) fn keep_only(root: &Path, folder: &str, files: &Files) -> Result<(), PlaceError> {
    for file in fs::read_dir(root.join(folder)).into_iter().flatten().flatten() {
        let (name, path) = (format!("{folder}/{}", file.file_name().to_string_lossy()), file.path());
        if name.ends_with(".json") && path.is_file() && !files.contains_key(&name) {
            at(&path, fs::remove_file(&path), PlaceError::Unremoved)?;
        }
    }
    Ok(())
}

/// What takes a file of a site, by its name.
type Take<'a> = &'a mut dyn FnMut(&str, &[u8]) -> Result<(), PlaceError>;

/// Writes a site, of which `each` gives every file, in a folder, in the place of a former one; tells how many files it
/// has. What the host added at its top stays.
pub(crate) fn replace_folder(
    folder: &Path,
    each: impl FnOnce(Take<'_>) -> Result<(), PlaceError>,
) -> Result<usize, PlaceError> {
    put_folder(&mut Machine, &pointed(folder), each)
}

/// What a path leads to when it is a link, even to nothing yet: the link stays.
fn pointed(path: &Path) -> PathBuf {
    let to = || Some(path.parent()?.join(fs::read_link(path).ok()?));
    fs::canonicalize(path).ok().or_else(to).unwrap_or_else(|| path.to_owned())
}

/// Whether there is nothing at a path.
fn is_new(path: &Path) -> bool {
    path.symlink_metadata().is_err_and(|error| error.kind() == ErrorKind::NotFound)
}

/// Writes files in a folder that is not there, or that holds only names that begin with a dot (`.git`), or what a run
/// that was cut left of them.
///
/// # Errors
/// When the folder holds something else, or one of these files, or cannot be written.
pub(crate) fn fill_folder(folder: &Path, files: &Files) -> Result<(), PlaceError> {
    fill(&mut Machine, &pointed(folder), files)
}

fn fill(disk: &mut impl Disk, folder: &Path, files: &Files) -> Result<(), PlaceError> {
    // What they have at the top: themselves, or their folder.
    let tops: Vec<&str> = files.keys().filter_map(|name| name.split('/').next()).collect();
    let was_cut = folder.join(WAITING).is_dir();
    for name in if is_new(folder) { Vec::new() } else { names_in(folder)? } {
        let is_own = tops.contains(&name.as_str());
        let may_stay = if is_own { was_cut && holds_only(folder, &name, files)? } else { name.starts_with('.') };
        if !may_stay {
            return Err(PlaceError::NotEmpty(folder.to_owned()));
        }
    }
    put_folder(disk, folder, |take| files.iter().try_for_each(|(name, bytes)| take(name, bytes)))?;
    Ok(())
}

fn put_folder(
    disk: &mut impl Disk,
    folder: &Path,
    each: impl FnOnce(Take<'_>) -> Result<(), PlaceError>,
) -> Result<usize, PlaceError> {
    let waiting = folder.join(WAITING);
    let is_new = is_new(folder);
    if !is_new && !is_ours(folder)? {
        return Err(PlaceError::NotOurs(folder.to_owned()));
    }
    let former = fs::read_to_string(folder.join(WORKER)).unwrap_or_default();
    // It tells that the folder is ours, until the work is ended.
    let was_cut = waiting.is_dir();
    let (mut names, mut changed) = (BTreeSet::new(), Vec::new());
    let cleared = disk.create_folder(&waiting).and_then(|()| empty(disk, &waiting));
    let written = at(&waiting, cleared, PlaceError::Unwritten).and_then(|()| {
        each(&mut |name, bytes| {
            names.insert(name.to_owned());
            if is_as_it_will_be(folder, name, bytes) {
                return Ok(());
            }
            changed.push(name.to_owned());
            write_aside(disk, &waiting, name, bytes)
        })
    });
    if let Err(error) = written {
        let _ = if was_cut { empty(disk, &waiting) } else { disk.remove(&waiting) };
        if is_new {
            let _ = fs::remove_dir(folder);
        }
        return Err(error);
    }
    for name in &in_order(changed) {
        let file = folder.join(name);
        let room = make_room(disk, folder, name);
        at(&file, room.and_then(|()| disk.rename(&waiting.join(name), &file)), PlaceError::Unplaced)?;
    }
    for path in obsolete(folder, &names, &former)? {
        at(&path, disk.remove(&path), PlaceError::Unremoved)?;
    }
    at(&waiting, disk.remove(&waiting), PlaceError::Unremoved)?;
    Ok(names.len())
}

/// Whether what a folder has at this name is of these files, and as they will be: nobody has written there since.
fn holds_only(folder: &Path, name: &str, files: &Files) -> Result<bool, PlaceError> {
    let path = folder.join(name);
    let below = if path.is_dir() {
        files_of(&path)?.into_keys().map(|file| format!("{name}/{file}")).collect()
    } else {
        vec![name.to_owned()]
    };
    Ok(below.iter().all(|file| files.get(file).is_some_and(|bytes| is_as_it_will_be(folder, file, bytes))))
}

/// Whether a site may be written in a folder: it holds one, even unended, or nothing of somebody.
fn is_ours(folder: &Path) -> Result<bool, PlaceError> {
    let is_free = names_in(folder)?.iter().all(|name| name.starts_with('.') || BEFORE.contains(&name.as_str()));
    Ok(is_free || folder.join(WAITING).is_dir() || OURS.iter().all(|name| folder.join(name).is_file()))
}

/// The names in a folder.
fn names_in(folder: &Path) -> Result<Vec<String>, PlaceError> {
    let name = |file: io::Result<fs::DirEntry>| Ok(file?.file_name().to_string_lossy().into_owned());
    at(folder, fs::read_dir(folder).and_then(|files| files.map(name).collect()), PlaceError::Unreadable)
}

/// Whether a file is there already as it will be: it keeps its date, by which servers and copies know that nothing
/// changed.
fn is_as_it_will_be(folder: &Path, name: &str, bytes: &[u8]) -> bool {
    fs::read(folder.join(name)).is_ok_and(|there| there == bytes || site::is_for_the_host(name))
}

/// Files in the order in which they take their places.
fn in_order(mut names: Vec<String>) -> Vec<String> {
    names.sort_unstable();
    names.sort_by_key(|name| match LAST.iter().position(|last| last == name) {
        Some(rank) => rank + 2,
        None => usize::from(!site::is_hashed(name)),
    });
    names
}

/// Writes a file in the folder where nobody looks for files.
fn write_aside(disk: &mut impl Disk, aside: &Path, name: &str, bytes: &[u8]) -> Result<(), PlaceError> {
    let file = aside.join(name);
    let above = file.parent().unwrap_or(aside);
    if !above.is_dir() {
        at(above, disk.create_folder(above), PlaceError::Unwritten)?;
    }
    at(&file, disk.write(&file, bytes), PlaceError::Unwritten)
}

/// Removes all that a folder holds.
fn empty(disk: &mut impl Disk, folder: &Path) -> io::Result<()> {
    fs::read_dir(folder)?.try_for_each(|file| disk.remove(&file?.path()))
}

/// Makes the folders of a file, and removes what stands there and is not what it must be.
fn make_room(disk: &mut impl Disk, folder: &Path, name: &str) -> io::Result<()> {
    let file = folder.join(name);
    if is_folder(&file) {
        return disk.remove(&file);
    }
    let Some(above) = file.parent().filter(|above| !above.is_dir()) else { return Ok(()) };
    for between in above.ancestors().take_while(|between| *between != folder) {
        if between.symlink_metadata().is_ok() && !between.is_dir() {
            disk.remove(between)?;
        }
    }
    disk.create_folder(above)
}

/// What former versions have left: at the top, names that this tool gives and the pages that their worker names; below, all that the new version has not.
/// What a link leads to is not looked into.
///
/// The files of the app just replaced, which its worker names, stay: pages that caches still hold ask for them. With
/// the same app again, there are no others.
fn obsolete(folder: &Path, names: &BTreeSet<String>, former_worker: &str) -> Result<Vec<PathBuf>, PlaceError> {
    let mut kept: BTreeSet<&str> = BTreeSet::new();
    for name in names {
        kept.insert(name);
        kept.extend(name.match_indices('/').map(|(end, _)| &name[..end]));
    }
    let (mut obsolete, mut unused) = (Vec::new(), Vec::new());
    let mut folders = vec![String::new()];
    while let Some(within) = folders.pop() {
        let looked_into = folder.join(&within);
        for file in at(&looked_into, fs::read_dir(&looked_into), PlaceError::Unreadable)? {
            let path = at(&looked_into, file, PlaceError::Unreadable)?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            let is_top = within.is_empty();
            let below = if is_top { name.to_owned() } else { format!("{within}/{name}") };
            if kept.contains(below.as_str()) {
                if is_folder(&path) {
                    folders.push(below);
                }
            } else if !is_top || site::is_of_some_site(name) || former_worker.contains(&format!("\"{name}/")) {
                let list = if site::is_hashed(&below) { &mut unused } else { &mut obsolete };
                list.push((path, former_worker.contains(&below)));
            }
        }
    }
    let is_replaced = unused.iter().any(|(_, was_used)| *was_used);
    obsolete.extend(unused.into_iter().filter(|(_, was_used)| is_replaced && !was_used));
    Ok(obsolete.into_iter().map(|(path, _)| path).collect())
}
