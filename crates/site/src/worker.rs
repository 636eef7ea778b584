//! What the service worker keeps: the files of this version.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::integrity::{self, short_hash};
use super::{Files, page_file};
use address::route::Route;
use catalogue::Kind;
use export::files;

/// The other files that are kept and whose name does not change.
const OTHERS: [&str; 7] = [
    files::CATALOGUE,
    files::DETAILS,
    names::SHELL_FILE,
    files::RESCUE,
    files::ICON,
    files::TOUCH_ICON,
    files::MANIFEST,
];

/// Whether a page is kept: those that grow with the data are drawn by the app without a network.
pub(super) const fn is_kept(route: &Route) -> bool {
    match route {
        Route::Entry(..) | Route::EmbedEntry(..) => false,
        Route::Entries(page) => *page == 1,
        _ => true,
    }
}

/// What the service worker of these files knows of them, among which are these pages, and these that the data names.
pub(super) fn release(site: &Files, routes: &[Route], named: &[&str], app_version: &str) -> Value {
    let hashed: Vec<(&String, String)> =
        (site.iter()).filter(|(name, _)| is_hashed(name)).map(|(name, bytes)| (name, integrity::of(bytes))).collect();
    let pages = routes.iter().filter(|route| is_kept(route)).map(|route| {
        let folder = route.folder();
        (if folder.is_empty() { "./".to_owned() } else { folder }, page_file(route))
    });
    let named = named.iter().copied().filter(|name| !OTHERS.contains(name));
    let pages = pages.chain(OTHERS.into_iter().chain(named).map(|name| (name.to_owned(), name.to_owned())));
    let others: Vec<(String, &[u8])> =
        pages.filter_map(|(name, file)| Some((name, site.get(&file)?.as_slice()))).collect();
    let parts: Vec<&[u8]> = (hashed.iter().map(|(_, integrity)| integrity.as_bytes()))
        .chain(others.iter().map(|(_, bytes)| *bytes))
        .collect();
    let others: Vec<&str> = others.iter().map(|(name, _)| name.as_str()).collect();
    let mut release = json!({"version": short_hash(&parts), "app": app_version, "hashed": hashed, "others": others});
    // The next build knows by them what this one wrote, which other data may name otherwise.
    let folders: BTreeSet<String> = routes.iter().filter_map(own_folder).collect();
    if !folders.is_empty() {
        release["folders"] = json!(folders);
    }
    release
}

/// The folder of the page of an entry, where the format gives no kind this one.
fn own_folder(route: &Route) -> Option<String> {
    let Route::Entry(kind, _) = route else { return None };
    let is_of_format = Kind::OF_FORMAT.iter().any(|of_format| of_format.folder() == kind.folder());
    (!is_of_format).then(|| format!("{}/", kind.folder()))
}

/// Whether the name of a file holds its hash: sixteen hexadecimal digits after a dash, or nearly so,
/// since trunk leaves out leading zeros. Such a file never changes.
pub fn is_hashed(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let hash = stem.trim_end_matches("_bg").rsplit('-').next().unwrap_or_default();
    !name.contains('/') && (12..=16).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashed_names_are_told_from_others() {
        for name in ["communs-8d6a2d786187eb5_bg.wasm", "communs-3330ef368838ed5e.css", "start-0123456789abcdef.js"] {
            assert!(is_hashed(name), "{name}");
        }
        for name in ["catalogue.json", "apple-touch-icon.png", "communs/a-deadbeefdeadbeef/index.html", "index.html"] {
            assert!(!is_hashed(name), "{name}");
        }
    }

    #[test]
    fn the_version_changes_with_any_kept_file() {
        let mut files =
            Files::from([("index.html".to_owned(), vec![1]), ("communs-3330ef368838ed5e.css".to_owned(), vec![2])]);
        let version_of = |files: &Files| release(files, &[Route::Home], &[], "v")["version"].clone();
        let before = version_of(&files);
        assert!(before.is_string());
        files.insert("index.html".to_owned(), vec![3]);
        assert_ne!(version_of(&files), before);
    }
}
