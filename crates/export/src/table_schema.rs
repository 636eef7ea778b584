//! The columns of the CSV, described as a Table Schema (Frictionless, version 1).

use serde_json::{Value, json};

use super::columns::{COLUMNS, Cells};
use super::json::{Object, file};
use catalogue::Initiated;
use messages::exports;

/// The Table Schema of [`csv`](super::csv()), as a file.
#[must_use]
pub fn table_schema() -> String {
    file(schema())
}

/// The same, to be put in another document.
pub(super) fn schema() -> Value {
    let fields: Vec<Value> = COLUMNS.iter().map(|column| field(column.name, column.cells)).collect();
    json!({ "fields": fields, "primaryKey": "identifiant", "missingValues": [""] })
}

fn field(name: &str, cells: Cells) -> Value {
    let described = exports::COLUMNS.iter().find(|(known, ..)| *known == name);
    let field = Object::default()
        .with("name", name)
        .with_some("title", described.map(|(_, title, _)| *title))
        .with_some("description", described.map(|(_, _, description)| *description));
    let text = |field: Object| field.with("type", "string");
    match cells {
        Cells::Id => text(field)
            .with("constraints", json!({ "required": true, "unique": true, "pattern": "[a-z0-9]+(-[a-z0-9]+)*" })),
        Cells::Name => text(field).with("constraints", json!({ "required": true })),
        Cells::Text | Cells::Texts | Cells::Addresses => text(field),
        Cells::Words(words) => text(field).with("constraints", json!({ "enum": words })),
        Cells::Answer => field
            .with("type", "boolean")
            .with("trueValues", json!([Initiated::Yes.word()]))
            .with("falseValues", json!([Initiated::No.word()])),
        Cells::Address => text(field).with("format", "uri"),
        // A date of the format would be a whole one.
        Cells::Date => text(field).with("constraints", json!({ "pattern": "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?" })),
    }
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_described_in_its_place() {
        let columns: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
        let described: Vec<&str> = exports::COLUMNS.iter().map(|(name, ..)| *name).collect();
        assert_eq!(columns, described);
    }
}
