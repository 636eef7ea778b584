//! `codemeta.json`, version 3.0.

use catalogue::{Catalogue, Entry, Register, Status, Text, VocabularyKey};
use serde_json::{Map, Value, json};

use super::repository;

/// The file of an entry; nothing for what is no software.
pub fn codemeta(catalogue: &Catalogue, entry: &Entry) -> Option<String> {
    let url = repository(catalogue, entry)?;
    let mut file = Map::new();
    let mut put = |key: &str, value: Value| {
        let says = match &value {
            Value::Null => false,
            Value::Array(items) => !items.is_empty(),
            Value::String(text) => !text.is_empty(),
            _ => true,
        };
        if says {
            file.insert(key.to_owned(), value);
        }
    };
    put("@context", json!("https://w3id.org/codemeta/3.0"));
    put("type", json!("SoftwareSourceCode"));
    put("name", json!(entry.name.as_str()));
    put("alternateName", json!(entry.aliases));
    put("description", json!(entry.summary.as_ref().map(Text::as_str)));
    put("codeRepository", json!(url));
    put("url", json!(entry.site().map(|url| url.as_str())));
    let licences =
        entry.licences.iter().map(|licence| &catalogue.vocabularies.term(VocabularyKey::Licence, licence.term).id);
    let licences: Vec<String> = licences.map(|id| format!("https://spdx.org/licenses/{id}")).collect();
    put("license", if let [only] = &licences[..] { json!(only) } else { json!(licences) });
    put("version", json!(entry.version));
    put("dateModified", json!(entry.updated.map(|date| date.to_string())));
    let themes =
        entry.themes.iter().map(|theme| catalogue.vocabularies.term(VocabularyKey::Theme, *theme).label.as_str());
    put("applicationCategory", json!(themes.collect::<Vec<_>>()));
    put("keywords", json!(entry.keywords));
    let state = entry.status.as_ref().map(|status| match status.state {
        Status::Active => "active",
        Status::Trial => "wip",
        Status::Dormant => "inactive",
        Status::Archived => "unsupported",
        Status::Abandoned => "abandoned",
        Status::Replaced => "moved",
    });
    put("developmentStatus", json!(state.map(|state| format!("https://www.repostatus.org/#{state}"))));
    let bearers = entry.bearers.iter().map(|bearer| {
        let bearer = catalogue.entry(*bearer);
        let mut organisation = json!({ "type": "Organization", "name": bearer.name.as_str() });
        if let Some(site) = bearer.site() {
            organisation["url"] = json!(site.as_str());
        }
        organisation
    });
    put("maintainer", json!(bearers.collect::<Vec<_>>()));
    let identifiers = entry
        .identifiers
        .iter()
        .filter(|identifier| matches!(identifier.register, Register::Doi | Register::Swhid | Register::Wikidata));
    put("identifier", json!(identifiers.map(catalogue::Identifier::url).collect::<Vec<_>>()));
    let text = serde_json::to_string_pretty(&Value::Object(file)).expect("a value in memory is written to memory");
    Some(format!("{text}\n"))
}
