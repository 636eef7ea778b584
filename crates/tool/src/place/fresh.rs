//! Fills a folder that holds nothing yet: all of it, or nothing.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use site::Files;

use super::disk::{Disk, Machine};
use super::{PlaceError, WAITING, at, clear_aside, pointed, write_aside};

/// Writes files in a folder that is not there, or that holds only names that begin with a dot (`.git`).
///
/// # Errors
/// When the folder holds something else, or one of these files, or cannot be written.
pub(crate) fn fill_folder(folder: &Path, files: &Files) -> Result<(), PlaceError> {
    put_fresh(&mut Machine, &pointed(folder), files)
}

pub(super) fn put_fresh(disk: &mut impl Disk, folder: &Path, files: &Files) -> Result<(), PlaceError> {
    let is_new = folder.symlink_metadata().is_err_and(|error| error.kind() == ErrorKind::NotFound);
    let tops: Vec<&str> = tops(files);
    if !is_new {
        for file in at(folder, fs::read_dir(folder), PlaceError::Unreadable)? {
            let name = at(folder, file, PlaceError::Unreadable)?.file_name();
            let is_free = name.to_str().is_some_and(|name| name.starts_with('.') && !tops.contains(&name));
            if !is_free {
                return Err(PlaceError::NotEmpty(folder.to_owned()));
            }
        }
    }
    let waiting = folder.join(WAITING);
    let placed = clear_aside(disk, &waiting).and_then(|()| {
        files.iter().try_for_each(|(name, bytes)| write_aside(disk, &waiting, name, bytes))?;
        tops.iter().try_for_each(|top| {
            let place = folder.join(top);
            at(&place, disk.rename(&waiting.join(top), &place), PlaceError::Unwritten)
        })
    });
    if let Err(error) = placed {
        // Nothing of it was there before.
        let _ = disk.remove(&waiting);
        for top in tops {
            let _ = disk.remove(&folder.join(top));
        }
        if is_new {
            let _ = fs::remove_dir(folder);
        }
        return Err(error);
    }
    at(&waiting, disk.remove(&waiting), PlaceError::Unplaced)
}

/// What files have at the top: themselves, or their folder.
fn tops(files: &Files) -> Vec<&str> {
    let mut tops: Vec<&str> = files.keys().filter_map(|name| name.split('/').next()).collect();
    tops.sort_unstable();
    tops.dedup();
    tops
}
