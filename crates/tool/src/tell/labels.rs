//! What the fields of an entry are called, as the format says it to those who write them.

use catalogue::{ENTRY, Field};

/// Those that the format describes in a sentence.
const SHORT: [(&str, &str); 4] = [
    ("summary", "Résumé"),
    ("nature_detail", "Type selon la source"),
    ("updated", "Dernière mise à jour"),
    ("checked", "Vérification"),
];

/// What a key of an entry is called; itself when the format does not know it.
pub(super) fn of(key: &str) -> &str {
    let Some(Field { title, description, .. }) = ENTRY.fields.iter().find(|field| field.key == key) else { return key };
    let said = if title.is_empty() { description } else { title };
    let said = SHORT.iter().find(|(short, _)| *short == key).map_or(*said, |(_, short)| *short);
    said.split(['.', ':', '(', ';', ',']).next().unwrap_or(said).trim()
}
