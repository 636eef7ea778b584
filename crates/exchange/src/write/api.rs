//! A static API, `api/v1/`: lists, an entry a file, counts, described by an OpenAPI file. Software is also told in
//! the shape of the catalogues of `publiccode.yml` files, whose clients read `software` lists.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{BaseUrl, Catalogue, Entry, Json, VocabularyKey};
use serde_json::{Value, json};

use super::{publiccode, repository};
use crate::values::items_at;

/// The folders that have a file for each thing.
pub const API_FOLDERS: [&str; 3] = ["api/v1/entries", "api/v1/kinds", "api/v1/software"];

/// The files of the API, by their names below the root of the site.
///
/// `tree` is the catalogue as its file says it: an entry is given whole, as it is there.
pub fn api(catalogue: &Catalogue, tree: &Json, base: Option<&BaseUrl>) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut put = |name: &str, text: String| {
        files.insert(format!("api/v1/{name}"), text.into_bytes());
    };
    let entries: Vec<_> = catalogue.entries().map(|(index, _)| index).collect();
    let raw: BTreeMap<_, &Json> =
        items_at(tree, "entries").iter().filter_map(|entry| Some((entry.id()?, entry))).collect();
    for (_, entry) in catalogue.entries() {
        if let Some(whole) = raw.get(entry.id.as_str()) {
            put(&format!("entries/{}.json", entry.id), source::json_text(&Json::clone(whole).into()));
        }
    }
    put("entries.json", export::records(catalogue, entries, base));
    for kind in catalogue.kinds.all() {
        let of_kind = catalogue.of_kind(*kind).map(|(index, _)| index);
        put(&format!("kinds/{}.json", kind.word()), export::records(catalogue, of_kind, base));
    }
    put("counts.json", text(&counts(catalogue)));
    let software: Vec<Value> = catalogue
        .entries()
        .filter_map(|(_, entry)| {
            let url = repository(catalogue, entry)?;
            let (year, month, day) = match entry.checked.or(entry.updated) {
                Some(date) => (date.year, date.month.unwrap_or(1), date.day.unwrap_or(1)),
                None => (1970, 1, 1),
            };
            let updated = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
            Some(json!({
                "id": entry.id,
                "url": url,
                "aliases": [],
                "publiccodeYml": publiccode(catalogue, entry)?,
                "active": !entry.is_over(),
                "createdAt": updated,
                "updatedAt": updated,
            }))
        })
        .collect();
    for one in &software {
        put(&format!("software/{}.json", one["id"].as_str().unwrap_or_default()), text(one));
    }
    put("software.json", text(&json!({ "data": software, "links": { "prev": null, "next": null } })));
    put("openapi.json", text(&description(catalogue, base)));
    files
}

fn text(value: &Value) -> String {
    format!("{value:#}\n")
}

fn counts(catalogue: &Catalogue) -> Value {
    let entries = || catalogue.entries().map(|(_, entry)| entry);
    let id = |key, term| catalogue.vocabularies.term(key, term).id.as_str();
    let licences = |entry: &Entry| entry.licences.iter().map(|licence| licence.term).collect::<BTreeSet<_>>();
    json!({
        "entries": entries().count(),
        "kinds": counted(entries().map(|entry| entry.kind.word())),
        "themes": counted(entries().flat_map(|entry| &entry.themes).map(|theme| id(VocabularyKey::Theme, *theme))),
        "natures": counted(entries().filter_map(|entry| entry.nature).map(|nature| id(VocabularyKey::Nature, nature))),
        "licences": counted(entries().flat_map(licences).map(|licence| id(VocabularyKey::Licence, licence))),
    })
}

fn counted<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    ids.for_each(|id| *counts.entry(id).or_default() += 1);
    counts
}

fn description(catalogue: &Catalogue, base: Option<&BaseUrl>) -> Value {
    let server = base.map_or_else(|| "./".to_owned(), |base| base.join("api/v1/"));
    let parameter =
        |name: &str, schema: Value| json!([{ "name": name, "in": "path", "required": true, "schema": schema }]);
    let id = parameter("id", json!({ "type": "string" }));
    let get = |summary: &str, schema: Value, parameters: Option<&Value>| {
        let answer =
            json!({ "200": { "description": summary, "content": { "application/json": { "schema": schema } } } });
        let mut get = json!({ "summary": summary, "responses": answer });
        if let Some(parameters) = parameters {
            get["parameters"] = parameters.clone();
        }
        json!({ "get": get })
    };
    let one = |of: &str| json!({ "$ref": format!("#/components/schemas/{of}") });
    let list = |of: &str| json!({ "type": "array", "items": one(of) });
    let kinds: Vec<&str> = catalogue.kinds.all().iter().map(|kind| kind.word()).collect();
    let kind = parameter("kind", json!({ "type": "string", "enum": kinds }));
    json!({
        "openapi": "3.1.0",
        "info": { "title": catalogue.site.title.as_str(), "version": "1", "description": "API statique en lecture : chaque réponse est un fichier." },
        "servers": [{ "url": server }],
        "paths": {
            "/entries.json": get("Toutes les fiches, en bref.", list("Record"), None),
            "/entries/{id}.json": get("Une fiche entière, comme dans le fichier de données.", one("Entry"), Some(&id)),
            "/kinds/{kind}.json": get("Les fiches d’un genre, en bref.", list("Record"), Some(&kind)),
            "/counts.json": get("Nombre de fiches par genre, thème, nature et licence.", json!({ "type": "object" }), None),
            "/software.json": get("Les logiciels, avec leur publiccode.yml.", one("SoftwareList"), None),
            "/software/{id}.json": get("Un logiciel.", one("Software"), Some(&id)),
        },
        "components": { "schemas": {
            "Record": { "type": "object", "required": ["identifiant", "type", "nom"], "properties": {
                "identifiant": { "type": "string" }, "type": { "type": "string", "enum": kinds }, "nom": { "type": "string" } } },
            "Entry": { "type": "object", "required": ["id", "kind", "name"] },
            "Software": { "type": "object", "required": ["id", "url", "publiccodeYml", "active"], "properties": {
                "id": { "type": "string" }, "url": { "type": "string", "format": "uri" },
                "aliases": { "type": "array", "items": { "type": "string" } },
                "publiccodeYml": { "type": "string" }, "active": { "type": "boolean" },
                "createdAt": { "type": "string", "format": "date-time" }, "updatedAt": { "type": "string", "format": "date-time" } } },
            "SoftwareList": { "type": "object", "required": ["data", "links"], "properties": {
                "data": list("Software"),
                "links": { "type": "object", "properties": { "prev": { "type": ["string", "null"] }, "next": { "type": ["string", "null"] } } } } },
        } },
    })
}
