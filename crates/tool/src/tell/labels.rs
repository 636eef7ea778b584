//! What the fields of an entry are called, as the schema says it to those who write them.

use serde_json::Value;

/// Those that the schema describes in a sentence.
const SHORT: [(&str, &str); 4] = [
    ("summary", "Résumé"),
    ("nature_detail", "Type selon la source"),
    ("updated", "Dernière mise à jour"),
    ("checked", "Vérification"),
];

/// The keys of an entry in the order of the format, each with its title.
pub(super) struct Labels(Vec<(String, String)>);

impl Labels {
    pub(super) fn new() -> Self {
        let schema: Value = serde_json::from_str(&catalogue::schema()).unwrap_or_default();
        let properties = schema["$defs"]["RawEntry"]["properties"].as_object();
        let label = |(key, property): (&String, &Value)| {
            if let Some((_, short)) = SHORT.iter().find(|(short, _)| short == key) {
                return (key.clone(), (*short).to_owned());
            }
            let said = property["title"].as_str().or(property["description"].as_str()).unwrap_or(key);
            let end = said.find(['.', ':', '(', ';', ',']).unwrap_or(said.len());
            (key.clone(), said[..end].trim().to_owned())
        };
        Self(properties.into_iter().flatten().map(label).collect())
    }

    /// What a key is called; itself when the format does not know it.
    pub(super) fn of<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.iter().find(|(known, _)| known == key).map_or(key, |(_, label)| label)
    }

    /// The keys, in order.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.as_str())
    }
}
