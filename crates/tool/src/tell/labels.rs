//! What the fields of an entry are called, as the format says it to those who write them.

use catalogue::{ENTRY, Field};

/// Those that the format describes in a sentence.
const SHORT: [(&str, &str); 4] = [
    ("summary", "Résumé"),
    ("nature_detail", "Type selon la source"),
    ("updated", "Dernière mise à jour"),
    ("checked", "Vérification"),
];

/// The keys of an entry in the order of the format, each with its title.
pub(super) struct Labels(Vec<(&'static str, &'static str)>);

impl Labels {
    pub(super) fn new() -> Self {
        let label = |Field { key, title, description, .. }: &Field| {
            let said = if title.is_empty() { description } else { title };
            let said = SHORT.iter().find(|(short, _)| short == key).map_or(*said, |(_, short)| short);
            (*key, said.split(['.', ':', '(', ';', ',']).next().unwrap_or(said).trim())
        };
        Self(ENTRY.fields.iter().map(label).collect())
    }

    /// What a key is called; itself when the format does not know it.
    pub(super) fn of<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.iter().find(|(known, _)| *known == key).map_or(key, |(_, label)| *label)
    }

    /// The keys, in order.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| *key)
    }
}
