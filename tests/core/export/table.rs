//! The description of the table: it names every column, and says how the file is written.

use catalogue::Model;
use serde_json::json;

use super::{BASE, json, small};
use crate::support::REAL;

#[test]
fn the_table_is_described_column_by_column() {
    let table = export::csv(&REAL.catalogue, [], None);
    let headings: Vec<&str> = table.trim_start_matches('\u{feff}').trim_end().split(';').collect();
    let schema = json(&export::table_schema(&REAL.catalogue));
    let fields = schema["fields"].as_array().expect("there are fields");
    let names: Vec<&str> = fields.iter().filter_map(|field| field["name"].as_str()).collect();
    assert_eq!(names, headings);
    for field in fields {
        let described =
            ["title", "description"].iter().all(|key| field[key].as_str().is_some_and(|text| !text.is_empty()));
        assert!(described && field["type"].is_string(), "{field}");
    }
    assert_eq!(schema["primaryKey"], "identifiant");
    assert_eq!(fields[1]["constraints"]["enum"], json!(Model::WORDS));
}

#[test]
fn the_package_says_how_the_table_is_written() {
    let package = json(&export::data_package(&REAL.catalogue, Some(&BASE)));
    assert_eq!((&package["title"], &package["homepage"]), (&json!("Communs"), &json!(BASE.as_str())));
    assert_eq!(package["licenses"][0]["name"], "etalab-2.0");
    let table = &package["resources"][0];
    assert_eq!((&table["path"], &table["dialect"]["delimiter"]), (&json!("catalogue.csv"), &json!(";")));
    assert_eq!(table["schema"], json(&export::table_schema(&REAL.catalogue)));
    let bare = small(|json| json["site"] = json!({}));
    let package = json(&export::data_package(&bare, None));
    assert!(package["title"] == "Catalogue" && package.get("licenses").is_none() && package.get("homepage").is_none());
}
