//! Tells when the data change on the disk.

use std::io;
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use notify::{Config, ErrorKind, Event, RecursiveMode, Watcher};

use super::Failure;
use super::shown::Workshop;
use crate::data::folder_of;

/// How long the disk is to be quiet: an editor writes a file in several times, or another one that it renames.
const QUIET: Duration = Duration::from_millis(60);

/// How often the files are looked at, where nothing tells of changes inside them.
const LOOK: Duration = Duration::from_millis(200);

/// What tells of changes. On macOS, without a framework, a folder tells of its files, not of what they hold.
#[cfg(not(target_os = "macos"))]
pub(super) type Watching = notify::RecommendedWatcher;
#[cfg(target_os = "macos")]
pub(super) type Watching = notify::PollWatcher;

/// Renews what a workshop shows after each change of its data, a file or a folder, or of what the data name beside them.
pub(super) fn follow(data: &Path, workshop: Workshop) -> Result<(), Failure> {
    let (folder, mode) = if data.is_dir() {
        (data.to_owned(), RecursiveMode::Recursive)
    } else {
        // The file itself may be renamed, and another one take its place.
        (folder_of(data), RecursiveMode::NonRecursive)
    };
    let (changed, changes) = mpsc::channel();
    let told = move |event: notify::Result<Event>| {
        // To read a file is no change.
        if event.map_or(true, |event| !event.kind.is_access()) {
            let _ = changed.send(());
        }
    };
    let unwatched = |source| Failure::Unwatched { folder: folder.clone(), source };
    let mut watcher = Watching::new(told, Config::default().with_poll_interval(LOOK)).map_err(unwatched)?;
    watcher.watch(&folder, mode).map_err(unwatched)?;
    let mut watch_others = move |workshop: &Workshop| {
        for other in workshop.folders().iter().filter(|other| **other != folder) {
            // One that is not there yet is told by the folder above it, once it is.
            let _ = watcher.watch(other, RecursiveMode::NonRecursive);
        }
    };
    watch_others(&workshop);
    thread::spawn(move || {
        while changes.recv().is_ok() {
            while changes.recv_timeout(QUIET).is_ok() {}
            workshop.renew();
            watch_others(&workshop);
        }
    });
    Ok(())
}

/// Why a folder cannot be followed, in French, with what to do.
pub(super) fn refusal(error: &notify::Error) -> String {
    match &error.kind {
        ErrorKind::Io(error) => crate::refusal(error),
        ErrorKind::PathNotFound => crate::refusal(&io::ErrorKind::NotFound.into()),
        ErrorKind::MaxFilesWatch => {
            "ce système n’en suit pas davantage\u{202f}; fermez un autre programme qui suit des fichiers, comme un éditeur"
                .to_owned()
        }
        _ => "ce système ne le permet pas\u{202f}; essayez depuis un dossier de ce disque".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_cannot_follow_a_folder_is_told_why_in_french() {
        for (error, told) in [
            (notify::Error::io(io::ErrorKind::PermissionDenied.into()), "vous n’en avez pas le droit"),
            (notify::Error::io(io::Error::from_raw_os_error(9999)), "erreur 9999 du système"),
            (notify::Error::path_not_found(), "n’existe pas"),
            (notify::Error::new(ErrorKind::MaxFilesWatch), "fermez un autre programme"),
            (notify::Error::generic("inotify is gone"), "ce système ne le permet pas"),
        ] {
            let said = Failure::Unwatched { folder: "données".into(), source: error }.to_string();
            assert!(said.contains(told) && said.contains("données\u{a0}: "), "{said}");
        }
    }
}
