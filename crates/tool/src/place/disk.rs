//! What the tool does to the disk, one thing at a time: a test may have any of them fail, or be the last.

use std::fs;
use std::io;
use std::path::Path;

/// A disk that is written.
pub(super) trait Disk {
    /// Makes a folder, and those above.
    fn create_folder(&mut self, folder: &Path) -> io::Result<()>;
    /// Writes a file whole.
    fn write(&mut self, file: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Gives a file another place, and takes away the file that was there, at once.
    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file, a link, or a folder with all that it holds.
    fn remove(&mut self, path: &Path) -> io::Result<()>;
}

/// The disk of this machine.
pub(super) struct Machine;

impl Disk for Machine {
    fn create_folder(&mut self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    fn write(&mut self, file: &Path, bytes: &[u8]) -> io::Result<()> {
        fs::write(file, bytes)
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&mut self, path: &Path) -> io::Result<()> {
        if is_folder(path) { fs::remove_dir_all(path) } else { fs::remove_file(path) }
    }
}

/// Whether a path is a folder itself, not a link to one.
pub(super) fn is_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|found| found.is_dir())
}
