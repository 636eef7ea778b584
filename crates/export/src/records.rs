//! Entries as JSON, for programs that need no more than the table: an array of objects whose keys
//! are its columns. What is not known leaves no key; a column of several values is an array.

use super::columns::{self, Record};
use catalogue::{BaseUrl, Catalogue, EntryIndex, Json};

/// These entries, in this order. Without a base they have no address of their entry page.
pub fn records(catalogue: &Catalogue, entries: impl IntoIterator<Item = EntryIndex>, base: Option<&BaseUrl>) -> String {
    let records = entries.into_iter().map(|index| {
        let record = Record { catalogue, entry: catalogue.entry(index), base };
        let fields = columns::all(catalogue).filter_map(|column| {
            let mut values = Vec::new();
            column.visit(&record, &mut |value| values.push(Json::String(value.to_owned())));
            let is_list = column.cells().are_several() && !values.is_empty();
            let value = if is_list { Json::List(values) } else { values.pop()? };
            Some((column.name().into_owned(), value))
        });
        Json::Object(fields.collect())
    });
    Json::List(records.collect()).pretty() + "\n"
}
