//! Files that take the places of former ones, or fill a folder that holds nothing yet: all of them, or none.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use site::Files;

use super::disk::{Disk, Machine};
use super::{PlaceError, WAITING, at, is_new, pointed};

/// Writes a file in the place of a former one.
pub(crate) fn replace_file(file: &Path, bytes: &[u8]) -> Result<(), PlaceError> {
    replace_files(&[(file, bytes)])
}

/// Writes files in the places of former ones, whose folders are made; nothing changes unless all could be written.
pub(crate) fn replace_files(files: &[(impl AsRef<Path>, impl AsRef<[u8]>)]) -> Result<(), PlaceError> {
    // A file may be told twice, by a link too.
    let files: BTreeMap<_, _> = files.iter().map(|(file, bytes)| (pointed(file.as_ref()), bytes.as_ref())).collect();
    put_files(&mut Machine, &Vec::from_iter(files))
}

/// Writes files in a folder that is not there, or that holds only names that begin with a dot (`.git`).
///
/// # Errors
/// When the folder holds something else, or one of these files, or cannot be written.
pub(crate) fn fill_folder(folder: &Path, files: &Files) -> Result<(), PlaceError> {
    let folder = &pointed(folder);
    let is_new = is_new(folder);
    // What they have at the top: themselves, or their folder.
    let tops: Vec<&str> = files.keys().filter_map(|name| name.split('/').next()).collect();
    if !is_new {
        for file in at(folder, fs::read_dir(folder), PlaceError::Unreadable)? {
            let name = at(folder, file, PlaceError::Unreadable)?.file_name();
            if !name.to_str().is_some_and(|name| name.starts_with('.') && !tops.contains(&name)) {
                return Err(PlaceError::NotEmpty(folder.clone()));
            }
        }
    }
    let files: Vec<_> = files.iter().map(|(name, bytes)| (folder.join(name), bytes.as_slice())).collect();
    put_files(&mut Machine, &files).inspect_err(|_| {
        // Nothing of it was there before.
        for top in tops {
            let _ = Machine.remove(&folder.join(top));
        }
        if is_new {
            let _ = fs::remove_dir(folder);
        }
    })
}

/// Puts files in their places: each beside it first, then each in it by a renaming.
pub(super) fn put_files(disk: &mut impl Disk, files: &[(PathBuf, &[u8])]) -> Result<(), PlaceError> {
    let mut placed = Vec::new();
    let mut put = || -> Result<(), PlaceError> {
        let mut waiting = Vec::new();
        for (file, bytes) in files {
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
            let renamed = if is_beside { disk.rename(&beside(file), file) } else { write_over(disk, file, bytes) };
            let written = renamed.or_else(|error| must_stay(file, error).and_then(|()| write_over(disk, file, bytes)));
            at(file, written, PlaceError::Unwritten)?;
            placed.push((file, former));
        }
        Ok(())
    };
    let result = put();
    for (file, former) in placed.into_iter().filter(|_| result.is_err()) {
        let _ = match former {
            Some(former) => put_files(disk, &[(file.clone(), former.as_slice())]),
            None => at(file, disk.remove(file), PlaceError::Unremoved),
        };
    }
    for (file, _) in files.iter().filter(|(file, _)| beside(file).exists()) {
        let _ = disk.remove(&beside(file));
    }
    result
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

/// Writes a file where it is; what it held comes back if the new content cannot be written.
fn write_over(disk: &mut impl Disk, file: &Path, bytes: &[u8]) -> io::Result<()> {
    let former = fs::read(file)?;
    disk.write(file, bytes).inspect_err(|_| _ = disk.write(file, &former))
}
