//! Writing an entry by hand: what fields it has, the draft, the file as it would be with it.
//!
//! The fields are those of the JSON Schema, so that a form forgets none; what is written is checked by
//! reading a whole catalogue that holds it. It knows neither views nor messages.

mod draft;
mod fields;
mod kept;
mod sending;

pub use draft::{Draft, Step, entry_problems, path_of, with_entry};
pub use fields::{Field, Shape, entry_fields, label_of};
pub use kept::{Change, KeptDraft, changes};
pub use sending::issue_address;

/// The fields of an entry of the format.
#[cfg(test)]
fn fields() -> Vec<Field> {
    let schema = include_str!("../../../../public/catalogue.schema.json");
    entry_fields(&catalogue::parse(schema).expect("the schema is JSON"), &[], catalogue::Kind::OF_FORMAT)
}
