//! Files that tests read, and what every catalogue must keep to.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use catalogue::{Catalogue, Loaded, MOTIFS, VocabularyKey};
use serde_json::Value;
use walkdir::WalkDir;

/// The repository.
pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The text of a file of the repository.
pub(crate) fn text_of(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The text of a fixture.
pub(crate) fn fixture(name: &str) -> String {
    text_of(Path::new("tests/fixtures").join(name))
}

/// The real content, as JSON.
pub(crate) static REAL_JSON: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(&text_of("public/catalogue.json")).expect("the content is JSON"));

/// The real content, as read.
pub(crate) static REAL: LazyLock<Loaded> =
    LazyLock::new(|| catalogue::read(&text_of("public/catalogue.json")).expect("the content is JSON"));

/// The entries of the real content, as JSON.
pub(crate) fn real_entries() -> &'static [Value] {
    REAL_JSON["entries"].as_array().expect("the content has entries")
}

/// A string of a JSON object, empty when it is absent.
pub(crate) fn string<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// Every string of a value, with the key it stands under.
pub(crate) fn strings<'a>(key: &'a str, value: &'a Value, visit: &mut dyn FnMut(&'a str, &'a str)) {
    match value {
        Value::String(text) => visit(key, text),
        Value::Array(items) => items.iter().for_each(|item| strings(key, item, visit)),
        Value::Object(fields) => fields.iter().for_each(|(key, field)| strings(key, field, visit)),
        _ => {}
    }
}

/// Every file below a folder of the repository whose name ends so.
pub(crate) fn files(folder: &str, suffix: &str) -> Vec<PathBuf> {
    let entries = WalkDir::new(root().join(folder)).sort_by_file_name().into_iter();
    let paths = entries.map(|entry| entry.unwrap_or_else(|error| panic!("{error}")).into_path());
    paths.filter(|path| path.to_string_lossy().ends_with(suffix)).collect()
}

/// Fails unless the catalogue is as sound as the types promise, whatever it was read from.
pub(crate) fn assert_sound(catalogue: &Catalogue) {
    let size = catalogue.entries().len();
    let mut ids = BTreeSet::new();
    for (index, entry) in catalogue.entries() {
        assert!(ids.insert(&entry.id), "{} is the id of two entries", entry.id);
        assert_eq!(catalogue.find(&entry.id), Some(index), "{} is found by its id", entry.id);
        assert!(!entry.name.is_empty(), "{} has a name", entry.id);
        assert!(MOTIFS.contains(&catalogue.motif(entry)), "{} has a pattern", entry.id);
        let references = [&entry.bearers, &entry.resources, &entry.examples, &entry.related].into_iter().flatten();
        let partners = entry.partners.iter().filter_map(|partner| partner.entry.as_ref());
        assert!(references.chain(partners).all(|to| to.rank() < size), "{} refers to entries", entry.id);
        for url in entry.links.iter().filter_map(|link| link.url.as_ref()) {
            let scheme = url.as_str().split(':').next().unwrap_or_default().to_ascii_lowercase();
            assert!(["http", "https", "mailto"].contains(&scheme.as_str()), "{} links to {}", entry.id, url.as_str());
        }
        assert!(
            entry.sources.iter().filter_map(|source| source.document).all(|rank| rank < catalogue.documents.len()),
            "{} has sources",
            entry.id
        );
        for citation in catalogue.citations(index) {
            assert!(citation.from.rank() < size && citation.from != index, "{} is cited by others", entry.id);
        }
    }
    for &key in VocabularyKey::ALL {
        let terms: BTreeSet<&str> = catalogue.vocabularies.terms(key).iter().map(|term| term.id.as_str()).collect();
        assert_eq!(terms.len(), catalogue.vocabularies.terms(key).len(), "the terms of {} differ", key.word());
    }
    for change in &catalogue.changes {
        assert!(!change.entries.is_empty() && !change.reason.is_empty(), "changes are whole");
        assert!(change.entries.iter().all(|entry| entry.rank() < size), "changes are about entries");
    }
    assert!(catalogue.changes.is_sorted_by(|a, b| a.date >= b.date), "changes come newest first");
    for grid in &catalogue.grids {
        assert!([3, 4].contains(&grid.columns), "grids have three or four columns");
        assert!(grid.entries.iter().all(|entry| entry.rank() < size), "grids show entries");
    }
}
