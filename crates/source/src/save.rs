//! Files written all or none: each beside its place first, then each in its place by a renaming.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// The end of the names of files that wait.
const WAITING: &str = ".communs-nouveau";

/// Why nothing was written.
#[derive(Debug, Error)]
#[error("{}: cannot be written", .path.display())]
pub struct SaveError {
    pub path: PathBuf,
    pub source: io::Error,
}

/// Writes texts in files, whose folders are made; nothing changes unless all could be written.
///
/// # Errors
/// When one cannot be written: those already in place have their former content again.
pub fn save<'a>(files: impl IntoIterator<Item = (&'a Path, &'a str)>) -> Result<(), SaveError> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |source| SaveError { path, source }
    };
    let mut waiting = Waiting(Vec::new());
    for (path, text) in files {
        // A link stays a link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(at(folder))?;
        }
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(WAITING);
        let aside = path.with_file_name(name);
        waiting.0.push((aside.clone(), path.clone()));
        fs::write(&aside, text).map_err(at(&path))?;
        if let Ok(former) = fs::metadata(&path) {
            fs::set_permissions(&aside, former.permissions()).map_err(at(&path))?;
        }
    }
    let mut placed: Vec<(&Path, Option<Vec<u8>>)> = Vec::new();
    for (rank, (aside, path)) in waiting.0.iter().enumerate() {
        // Nothing can fail after the last.
        let is_last = rank + 1 == waiting.0.len();
        let former = if is_last { None } else { fs::read(path).ok() };
        if let Err(source) = fs::rename(aside, path) {
            for (path, former) in placed {
                let _ = former.map_or_else(|| fs::remove_file(path), |former| fs::write(path, former));
            }
            return Err(SaveError { path: path.clone(), source });
        }
        placed.push((path, former));
    }
    Ok(())
}

/// Files that wait, and their places; those that still do are removed at the end.
struct Waiting(Vec<(PathBuf, PathBuf)>);

impl Drop for Waiting {
    fn drop(&mut self) {
        for (aside, _) in &self.0 {
            let _ = fs::remove_file(aside);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_or_nothing() {
        let folder = std::env::temp_dir().join(format!("communs-save-{}", std::process::id()));
        let (a, b, taken) = (folder.join("a.yml"), folder.join("sub/b.yml"), folder.join("taken.yml"));
        save([(a.as_path(), "1"), (b.as_path(), "2")]).unwrap();
        fs::create_dir_all(taken.join("inside")).unwrap();
        let error = save([(a.as_path(), "3"), (taken.as_path(), "4")]).expect_err("a folder is in the way");
        assert_eq!(error.path, fs::canonicalize(&taken).unwrap());
        assert_eq!((fs::read_to_string(&a).unwrap(), fs::read_to_string(&b).unwrap()), ("1".into(), "2".into()));
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 3, "nothing waits");
        fs::remove_dir_all(folder).unwrap();
    }
}
