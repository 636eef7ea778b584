//! The JSON Schema that editors use.

use boon::{Compiler, SchemaIndex, Schemas};
use catalogue::{MOTIFS, Model};
use serde_json::Value;

use crate::support::{REAL_JSON, files, fixture, text_of};

const PUBLISHED: &str = "public/catalogue.schema.json";

#[test]
fn the_published_schema_is_that_of_the_code() {
    assert!(text_of(PUBLISHED) == catalogue::schema(), "{PUBLISHED} is stale: cargo communs schema > {PUBLISHED}");
}

/// The published schema, ready to judge.
pub(crate) fn compiled() -> (Schemas, SchemaIndex) {
    let schema: Value = serde_json::from_str(&text_of(PUBLISHED)).expect("the schema is JSON");
    let (mut compiler, mut schemas) = (Compiler::new(), Schemas::new());
    compiler.add_resource("catalogue.schema.json", schema).expect("the schema can be named");
    let index = compiler.compile("catalogue.schema.json", &mut schemas).expect("the schema is a sound schema");
    (schemas, index)
}

#[test]
fn sound_files_keep_to_the_schema() {
    let (schemas, index) = compiled();
    let others = ["small.json", "full.json", "languages.json", "pages.json", "kinds.json"];
    let others = others.map(|name| serde_json::from_str(&fixture(name)).expect("the fixture is JSON"));
    for file in [&*REAL_JSON].into_iter().chain(&others) {
        let verdict = schemas.validate(file, index);
        assert!(verdict.is_ok(), "{verdict:?}");
    }
}

#[test]
fn faults_that_a_schema_can_see_are_seen() {
    // Whether an id is new, an entry exists, a kind or a term is declared in the file, no schema can say.
    const UNSEEN: [&str; 4] = ["dangling-reference", "duplicate-id", "unknown-kind", "unknown-term"];
    let (schemas, index) = compiled();
    let mut judged = 0;
    for path in files("tests/fixtures/faults", ".json") {
        let name = path.file_stem().expect("the file has a name").to_string_lossy().into_owned();
        let Ok(value) = serde_json::from_str(&fixture(&format!("faults/{name}.json"))) else { continue };
        assert_eq!(schemas.validate(&value, index).is_ok(), UNSEEN.contains(&name.as_str()), "{name}");
        judged += 1;
    }
    assert!(judged > UNSEEN.len(), "{judged} files");
}

#[test]
fn the_schema_guides_those_who_write() {
    let schema: Value = serde_json::from_str(&text_of(PUBLISHED)).expect("the schema is JSON");
    let entry = &schema["$defs"]["RawEntry"];
    assert_eq!(entry["required"], serde_json::json!(["id", "kind", "name"]));
    assert_eq!(entry["properties"]["kind"]["anyOf"][0]["enum"].as_array().map(Vec::len), Some(Model::ALL.len()));
    let motifs = &schema["$defs"]["RawTerm"]["properties"]["motif"]["enum"];
    assert_eq!(motifs.as_array().map(Vec::len), Some(MOTIFS.len() + 1), "or null");
    for (name, definition) in schema["$defs"].as_object().expect("the schema has definitions") {
        assert!(definition["description"].is_string(), "{name} is described");
        for (key, property) in definition["properties"].as_object().into_iter().flatten() {
            assert!(property["description"].is_string(), "{name}.{key} is described");
            assert!(property.get("default").is_none(), "{name}.{key} has no default value: it is absent");
        }
    }
}
