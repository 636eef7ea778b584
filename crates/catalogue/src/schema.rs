//! The JSON Schema of `catalogue.json`, for completion and checking in editors.
//!
//! It is written from [`super::definitions`]; this says what values of each shape are in the file. What no schema can
//! say (unique ids, references that exist, terms that the file itself declares) is for `validate` alone.

use serde_json::{Map, Value, json};

use super::definitions::{CATALOGUE, Field, Presence, Shape, TAGGED, Table};
use super::validate::FORMAT;
use super::vocabulary::VocabularyKey;
use super::words::Model;

/// The name of a folder or a file in a path of the site.
const NAME: &str = "[^\\s/?#:%\"<>\\\\.][^\\s/?#:%\"<>\\\\]*";

/// Named types, each described once.
type Types = Map<String, Value>;

/// The schema of the whole file, as JSON with a line feed at its end.
pub fn schema() -> String {
    let mut types = Types::new();
    let mut schema = json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Catalogue" });
    add(&mut schema, object(&CATALOGUE, &mut types));
    schema["$defs"] = types.into();
    format!("{schema:#}\n")
}

/// Adds the properties of a schema to another.
fn add(schema: &mut Value, other: Value) {
    if let (Value::Object(schema), Value::Object(other)) = (schema, other) {
        schema.extend(other);
    }
}

fn object(table: &Table, types: &mut Types) -> Value {
    let mut properties = Map::new();
    for field in table.fields {
        properties.insert(field.key.to_owned(), property(field, types));
    }
    let required = table.fields.iter().filter(|field| field.presence == Presence::Required);
    let required: Vec<&str> = required.map(|field| field.key).collect();
    let mut schema = json!({
        "description": french(table.description),
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

fn property(field: &Field, types: &mut Types) -> Value {
    let mut property = json!({});
    if !field.title.is_empty() {
        property["title"] = field.title.into();
    }
    property["description"] = french(field.description).into();
    let mut value = value(field.shape, types);
    if field.presence == Presence::Nullable {
        or_null(&mut value);
    }
    add(&mut property, value);
    let items = if let Shape::List(items) = field.shape { *items } else { field.shape };
    match items {
        Shape::Term(key) | Shape::Tagged(key) => property["x-vocabulary"] = key.word().into(),
        Shape::Entry => property["x-reference"] = "entries".into(),
        Shape::Document => property["x-reference"] = "documents".into(),
        _ => {}
    }
    property
}

/// Allows `null` beside a value.
fn or_null(value: &mut Value) {
    if value.get("type").is_none() {
        *value = json!({ "anyOf": [value, { "type": "null" }] });
        return;
    }
    value["type"] = json!([value["type"], "null"]);
    if let Some(words) = value.get_mut("enum").and_then(Value::as_array_mut) {
        words.push(Value::Null);
    }
}

fn value(shape: Shape, types: &mut Types) -> Value {
    match shape {
        Shape::Text => named("Text", types, |_| {
            json!({
                "description": french("Un texte en français, ou un objet par langue (« fr » s’affiche, ou à défaut la première)."),
                "anyOf": [
                    { "type": "string" },
                    { "type": "object", "minProperties": 1, "additionalProperties": { "type": "string" } },
                ],
            })
        }),
        Shape::Tagged(_) => value(Shape::Object(&TAGGED), types),
        Shape::Object(table) | Shape::Unread(table) => named(table.name, types, |types| object(table, types)),
        Shape::List(items) => json!({ "type": "array", "items": value(*items, types) }),
        // Which keys, the file itself says.
        Shape::HostValues => json!({ "type": "object" }),
        Shape::Boolean => json!({ "type": "boolean" }),
        Shape::Number => json!({ "type": "integer", "minimum": 0 }),
        Shape::Version => json!({ "type": "integer", "const": FORMAT, "minimum": 0 }),
        Shape::Columns => json!({ "type": "integer", "enum": [3, 4] }),
        // One of the format, which editors suggest, or one that the file itself adds.
        Shape::Kind => {
            json!({ "anyOf": [value(Shape::Word(Model::WORDS), types), value(Shape::Slug, types)] })
        }
        Shape::Word(words) => json!({ "type": "string", "enum": words }),
        // Licences have the ids of SPDX.
        Shape::Plain | Shape::Identifier(_) | Shape::Document | Shape::Term(VocabularyKey::Licence) => {
            json!({ "type": "string" })
        }
        Shape::Slug | Shape::Term(_) | Shape::Tag | Shape::Entry => pattern("^[a-z0-9]+(-[a-z0-9]+)*$"),
        Shape::PageId => pattern("^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$"),
        Shape::Email => pattern("^[A-Za-z0-9._+-]+@[A-Za-z0-9_+-]+(\\.[A-Za-z0-9_+-]+)+$"),
        Shape::Date => pattern("^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"),
        Shape::Address => pattern(
            "^([Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#:@\"<>\\\\][^\\s/?#@\"<>\\\\]*([/?#]|$)|[Mm][Aa][Ii][Ll][Tt][Oo]:[^\\s?@]+@)[^\\s\"<>\\\\]*$",
        ),
        Shape::Colour => pattern("^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"),
        Shape::File(ends) => pattern(&format!("^({NAME}/)*{NAME}\\.({})$", ends.join("|"))),
        Shape::Target => json!({
            "anyOf": [value(Shape::Address, types), pattern(&format!("^({NAME}/)*({NAME})?([?#][^\\s\"<>\\\\]*)?$"))],
        }),
        Shape::SiteAddress => pattern("^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#:@\"<>\\\\^`{|}][^\\s?#@\"<>\\\\^`{|}]*$"),
    }
}

fn pattern(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

/// A type by its name; it is described where it is met first.
fn named(name: &str, types: &mut Types, describe: impl FnOnce(&mut Types) -> Value) -> Value {
    if !types.contains_key(name) {
        // Its place, before those of the types that it holds.
        types.insert(name.to_owned(), Value::Null);
        types[name] = describe(types);
    }
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// A description with the no-break spaces of French, which tables leave plain.
fn french(text: &str) -> String {
    let mut text = text.replace("« ", "«\u{a0}").replace(" »", "\u{a0}»").replace(" :", "\u{a0}:");
    for mark in [";", "!", "?"] {
        text = text.replace(&format!(" {mark}"), &format!("\u{202f}{mark}"));
    }
    text
}
