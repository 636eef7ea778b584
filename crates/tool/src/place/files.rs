//! Files that take the places of former ones: all of them, or none.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::disk::{Disk, Machine};
use super::{PlaceError, WAITING, at, is_new, pointed};

/// Writes a file in the place of a former one.
pub(crate) fn replace_file(file: &Path, bytes: &[u8]) -> Result<(), PlaceError> {
    replace_files(&[(file, bytes)])
}

/// Writes files in the places of former ones, whose folders are made; nothing changes unless all could be written.
pub(crate) fn replace_files(files: &[(impl AsRef<Path>, impl AsRef<[u8]>)]) -> Result<(), PlaceError> {
    let files = files.iter().map(|(file, bytes)| (file.as_ref(), bytes.as_ref()));
    let (streams, files): (Vec<_>, Vec<_>) = files.partition(|(file, _)| is_stream(file));
    // A file may be told twice, by a link too.
    let files: BTreeMap<_, _> = files.into_iter().map(|(file, bytes)| (pointed(file), bytes)).collect();
    // One that refuses comes before anything has changed.
    streams.into_iter().try_for_each(|(file, bytes)| at(file, fs::write(file, bytes), PlaceError::Unwritten))?;
    put_files(&mut Machine, &Vec::from_iter(files))
}

/// Whether a path is that of a device or a pipe: it holds nothing, and no file may take its place.
fn is_stream(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir())
}

/// Writes files that people keep, with the byte order mark of those that had one.
pub(crate) fn rewrite_files(files: &[(PathBuf, String)]) -> Result<(), PlaceError> {
    const MARK: &str = "\u{feff}";
    let has_mark = |file: &Path| fs::read(file).is_ok_and(|former| former.starts_with(MARK.as_bytes()));
    let marked = |(file, text): &(PathBuf, String)| {
        let mark = if has_mark(file) { MARK } else { "" };
        (file.clone(), format!("{mark}{text}"))
    };
    replace_files(&files.iter().map(marked).collect::<Vec<_>>())
}

/// Puts files in their places: each beside it first, then each in it by a renaming.
pub(super) fn put_files(disk: &mut impl Disk, files: &[(PathBuf, &[u8])]) -> Result<(), PlaceError> {
    let (mut made, mut placed) = (BTreeSet::new(), Vec::new());
    let mut put = || -> Result<(), PlaceError> {
        let mut waiting = Vec::new();
        for (file, bytes) in files {
            let above = file.ancestors().skip(1).filter(|above| !above.as_os_str().is_empty());
            made.extend(above.take_while(|above| is_new(above)));
            let written = write_beside(disk, file, bytes).map(|()| true);
            waiting.push(at(
                file,
                written.or_else(|error| must_stay(file, error).map(|()| false)),
                PlaceError::Unwritten,
            )?);
        }
        for ((file, bytes), is_beside) in files.iter().zip(waiting) {
            let former = match fs::read(file) {
                Err(error) if error.kind() == ErrorKind::NotFound => None,
                former => Some(at(file, former, PlaceError::Unwritten)?),
            };
            placed.push((file, former));
            let written = if is_beside { take_place(disk, file, bytes) } else { disk.write(file, bytes) };
            at(file, written, PlaceError::Unwritten)?;
        }
        Ok(())
    };
    let result = put();
    // What they were, if all cannot be written.
    placed.retain(|(file, former)| result.is_err() && fs::read(file).ok() != *former);
    placed.retain(|(file, former)| restore(disk, file, former.as_deref()).is_err());
    for (file, _) in files.iter().filter(|(file, _)| beside(file).exists()) {
        let _ = disk.remove(&beside(file));
    }
    for folder in made.iter().rev().filter(|_| result.is_err()) {
        let _ = fs::remove_dir(folder);
    }
    match result {
        Err(PlaceError::Unwritten(path, error)) if !placed.is_empty() => {
            Err(PlaceError::Unrestored(path, error, placed.into_iter().map(|(file, _)| file.clone()).collect()))
        }
        result => result,
    }
}

/// Gives a file what it held, if it was there.
fn restore(disk: &mut impl Disk, file: &Path, former: Option<&[u8]>) -> io::Result<()> {
    let Some(former) = former else { return disk.remove(file) };
    match write_beside(disk, file, former) {
        Ok(()) => take_place(disk, file, former),
        Err(error) => must_stay(file, error).and_then(|()| disk.write(file, former)),
    }
}

/// Puts what is written beside a file in its place, or in the file itself where it is to stay.
fn take_place(disk: &mut impl Disk, file: &Path, bytes: &[u8]) -> io::Result<()> {
    let renamed = disk.rename(&beside(file), file);
    renamed.or_else(|error| must_stay(file, error).and_then(|()| disk.write(file, bytes)))
}

/// Where the new content of a file waits.
fn beside(file: &Path) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(WAITING);
    file.with_file_name(name)
}

fn write_beside(disk: &mut impl Disk, file: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        disk.create_folder(folder)?;
    }
    disk.write(&beside(file), bytes)?;
    let Ok(former) = fs::metadata(file) else { return Ok(()) };
    // Not every disk keeps rights.
    if fs::metadata(beside(file))?.permissions() == former.permissions() {
        return Ok(());
    }
    fs::set_permissions(beside(file), former.permissions())
}

/// Whether a file is to keep its place: nothing can be written beside it, or it is itself a mounted volume.
fn must_stay(file: &Path, error: io::Error) -> io::Result<()> {
    let kinds = [ErrorKind::PermissionDenied, ErrorKind::ReadOnlyFilesystem, ErrorKind::ResourceBusy];
    if kinds.contains(&error.kind()) && file.is_file() { Ok(()) } else { Err(error) }
}
