//! The JSON Schema of `catalogue.json`, for completion and checking in editors.
//!
//! Its shape and descriptions come from [`super::raw`]; this says what the values that are plain
//! strings there may hold. What no schema can say (unique ids, references that exist, terms that
//! the file itself declares) is for `validate` alone.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform as _};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use super::base_url::BaseUrl;
use super::raw::RawCatalogue;
use super::scalar::{PartialDate, SafeUrl};
use super::vocabulary::MOTIFS;
use super::words::{Answer, ChallengeAxis, ChangeNature, GridLink, Initiated, Kind, LinkKind, Stage};

/// The schema of the whole file, as JSON with a line feed at its end.
///
/// # Panics
/// Never: a schema is JSON, and JSON can be written.
#[must_use]
pub fn schema() -> String {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<RawCatalogue>();
    RecursiveTransform(for_editors).transform(&mut schema);
    schema.insert("title".to_owned(), "Catalogue de communs".into());
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema holds only strings as keys");
    text.push('\n');
    text
}

/// Takes out what speaks of Rust only: widths of integers, and default values that are mere
/// absence; and sets the no-break spaces of French, which comments leave plain.
fn for_editors(schema: &mut Schema) {
    if let Some(text) = schema.get("description").and_then(Value::as_str) {
        let mut text = text.replace("« ", "«\u{a0}").replace(" »", "\u{a0}»").replace(" :", "\u{a0}:");
        for mark in [";", "!", "?"] {
            text = text.replace(&format!(" {mark}"), &format!("\u{202f}{mark}"));
        }
        schema.insert("description".to_owned(), text.into());
    }
    schema.remove("default");
    if schema.get("format").is_some_and(|format| format.as_str().is_some_and(|name| name.starts_with("uint"))) {
        schema.remove("format");
    }
    if schema.get("maximum").is_some_and(|maximum| maximum == 255) {
        schema.remove("maximum");
    }
}

/// Says what a type is in the file, in place, without a name of its own.
macro_rules! inline {
    ($($type:ty: $schema:expr,)*) => {$(
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

/// An id: of an entry, of a term, or a reference to one.
pub(super) struct Slug;
/// An address of electronic mail.
pub(super) struct Email;
/// The name of a pattern.
pub(super) struct Motif;
/// The columns of a grid.
pub(super) struct Columns;

inline! {
    Slug: json_schema!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }),
    Email: json_schema!({ "type": "string", "pattern": "^[A-Za-z0-9._+-]+@[A-Za-z0-9_+-]+(\\.[A-Za-z0-9_+-]+)+$" }),
    Motif: words(&MOTIFS),
    Columns: json_schema!({ "type": "integer", "enum": [3, 4] }),
    PartialDate: json_schema!({ "type": "string", "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$" }),
    SafeUrl: json_schema!({ "type": "string", "pattern": "^([Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#:@\"<>\\\\][^\\s/?#@\"<>\\\\]*([/?#]|$)|[Mm][Aa][Ii][Ll][Tt][Oo]:[^\\s?@]+@)[^\\s\"<>\\\\]*$" }),
    BaseUrl: json_schema!({ "type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#:@\"<>\\\\^`{|}][^\\s?#@\"<>\\\\^`{|}]*$" }),
    Answer: words(Answer::WORDS),
    ChallengeAxis: words(ChallengeAxis::WORDS),
    ChangeNature: words(ChangeNature::WORDS),
    GridLink: words(GridLink::WORDS),
    Initiated: words(Initiated::WORDS),
    Kind: words(Kind::WORDS),
    LinkKind: words(LinkKind::WORDS),
    Stage: words(Stage::WORDS),
}

fn words(words: &[&str]) -> Schema {
    json_schema!({ "type": "string", "enum": words })
}
