//! The service worker, filled with the names of this version's files.

use super::Files;
use super::integrity::{self, short_hash};
use crate::export::files;

/// The pages that are kept; the app draws the others without a network.
const PAGES: [(&str, &str); 3] =
    [("./", "index.html"), ("catalogue/", "catalogue/index.html"), ("fiches/", "fiches/index.html")];
/// The other files that are kept and whose name does not change.
const OTHERS: [&str; 5] = [files::CATALOGUE, "404.html", files::ICON, files::TOUCH_ICON, files::MANIFEST];

/// The script of the service worker of these files.
pub(super) fn script(site: &Files, app_version: &str) -> String {
    let hashed: Vec<(&String, String)> =
        (site.iter()).filter(|(name, _)| is_hashed(name)).map(|(name, bytes)| (name, integrity::of(bytes))).collect();
    let pages = PAGES.into_iter().chain(OTHERS.map(|name| (name, name)));
    let others: Vec<(&str, &[u8])> =
        pages.filter_map(|(name, file)| Some((name, site.get(file)?.as_slice()))).collect();
    let parts: Vec<&[u8]> = (hashed.iter().map(|(_, integrity)| integrity.as_bytes()))
        .chain(others.iter().map(|(_, bytes)| *bytes))
        .collect();
    let names: Vec<&str> = others.iter().map(|(name, _)| *name).collect();
    include_str!("worker.js")
        .replace("VERSION_NAME", &short_hash(&parts))
        .replace("APP_VERSION", app_version)
        .replace("HASHED_FILES", &format!("{hashed:?}").replace('(', "[").replace(')', "]"))
        .replace("OTHER_FILES", &format!("{names:?}"))
}

/// Whether the name of a file holds its hash: sixteen hexadecimal digits after a dash, or nearly so,
/// since trunk leaves out leading zeros.
fn is_hashed(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let hash = stem.trim_end_matches("_bg").rsplit('-').next().unwrap_or_default();
    !name.contains('/') && (12..=16).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashed_names_are_told_from_others() {
        for name in
            ["communs-8d6a2d786187eb5_bg.wasm", "communs-3330ef368838ed5e.css", "demarrage-0123456789abcdef.mjs"]
        {
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
        let before = script(&files, "v");
        files.insert("index.html".to_owned(), vec![3]);
        assert_ne!(script(&files, "v"), before);
    }
}
