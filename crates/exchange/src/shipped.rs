//! The mappings that come with the tool.

use crate::mapping::{Mapping, stars};
use crate::path::Row;
use crate::read::Document;

/// Each mapping, by its name, those that ask more of a source first.
static MAPPINGS: [(&str, &str); 11] = [
    ("communs-csv", include_str!("../mappings/communs-csv.json")),
    ("landscape", include_str!("../mappings/landscape.json")),
    ("awesome-selfhosted", include_str!("../mappings/awesome-selfhosted.json")),
    ("dpg", include_str!("../mappings/dpg.json")),
    ("sill", include_str!("../mappings/sill.json")),
    ("transition-ecologique", include_str!("../mappings/transition-ecologique.json")),
    ("api-gouv-fr", include_str!("../mappings/api-gouv-fr.json")),
    ("publiccode", include_str!("../mappings/publiccode.json")),
    ("codemeta", include_str!("../mappings/codemeta.json")),
    ("cff", include_str!("../mappings/cff.json")),
    ("dcat", include_str!("../mappings/dcat.json")),
];

/// Their names.
pub fn names() -> impl Iterator<Item = &'static str> + Clone {
    MAPPINGS.iter().map(|(name, _)| *name)
}

/// The mapping of this name.
pub fn shipped(name: &str) -> Option<Mapping> {
    let (name, text) = MAPPINGS.iter().find(|(known, _)| *known == name)?;
    Some(Mapping::read(name, text).expect("the mappings that we ship are valid: a test reads them"))
}

/// The mapping that was made for such documents.
pub fn recognised(documents: &[Document]) -> Option<Mapping> {
    names().filter_map(shipped).find(|mapping| is_of(mapping, documents))
}

fn is_of(mapping: &Mapping, documents: &[Document]) -> bool {
    let asked = &mapping.recognise;
    if asked.file.is_none() && asked.keys.is_empty() {
        return false;
    }
    let Some(set) = mapping.sets.last() else { return false };
    let is_named = |document: &&Document| {
        let name = document.file.rsplit('/').next().unwrap_or_default();
        asked.file.as_deref().is_none_or(|pattern| stars(pattern, name).is_some())
    };
    let has_keys = |document: &Document| {
        Row::of_set(set, document).iter().take(20).any(|row| {
            let has = |key: &str| [row.value, &document.tree].iter().any(|value| value.get(key).is_some());
            asked.keys.iter().all(|key| !row.words(key).is_empty() || has(key))
        })
    };
    documents.iter().filter(is_named).any(has_keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mapping_is_valid_and_has_its_name() {
        for name in names() {
            let mapping = shipped(name).unwrap();
            assert_eq!(mapping.name, name);
            assert!(!mapping.recognise.keys.is_empty() || mapping.recognise.file.is_some(), "{name}");
        }
    }
}
