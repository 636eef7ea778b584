//! The columns of the CSV, described as a Table Schema (Frictionless, version 1).

use serde_json::{Value, json};

use super::columns::{self, AnyColumn, Cells};
use super::json::{Object, file};
use catalogue::{Catalogue, Initiated};
use messages::Language;

/// The Table Schema of [`csv`](super::csv()), as a file.
pub fn table_schema(catalogue: &Catalogue) -> String {
    file(schema(catalogue))
}

/// The same, to be put in another document.
pub(super) fn schema(catalogue: &Catalogue) -> Value {
    let language = catalogue.site.language;
    let fields: Vec<Value> = columns::all(catalogue).map(|column| field(&column, catalogue, language)).collect();
    json!({ "fields": fields, "primaryKey": "identifiant", "missingValues": [""] })
}

fn field(column: &AnyColumn<'_>, catalogue: &Catalogue, language: Language) -> Value {
    let field = Object::default()
        .with("name", column.name().into_owned())
        .with("title", column.title(language))
        .with("description", column.description(language));
    let text = |field: Object| field.with("type", "string");
    match column.cells() {
        Cells::Id => text(field)
            .with("constraints", json!({ "required": true, "unique": true, "pattern": "[a-z0-9]+(-[a-z0-9]+)*" })),
        Cells::Name => text(field).with("constraints", json!({ "required": true })),
        Cells::Text | Cells::Texts | Cells::Addresses => text(field),
        Cells::Kind => {
            let kinds: Vec<&str> = catalogue.kinds.all().iter().map(|kind| kind.word()).collect();
            text(field).with("constraints", json!({ "enum": kinds }))
        }
        Cells::Words(words) => text(field).with("constraints", json!({ "enum": words })),
        Cells::Answer => field
            .with("type", "boolean")
            .with("trueValues", json!([Initiated::Yes.word()]))
            .with("falseValues", json!([Initiated::No.word()])),
        Cells::Number => field.with("type", "number"),
        Cells::Address => text(field).with("format", "uri"),
        // A date of the format would be a whole one.
        Cells::Date => text(field).with("constraints", json!({ "pattern": "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?" })),
    }
    .into()
}
