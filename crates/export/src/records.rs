//! Entries as JSON, for programs that need no more than the table: an array of objects whose keys
//! are its columns. What is not known leaves no key; a column of several values is an array.
//!
//! Written by hand: it runs in the browser, where what writes any JSON would weigh more.

use super::columns::{COLUMNS, Record};
use catalogue::{BaseUrl, Catalogue, EntryIndex};

/// These entries, in this order. Without a base they have no address of their entry page.
#[must_use]
pub fn records(catalogue: &Catalogue, entries: impl IntoIterator<Item = EntryIndex>, base: Option<&BaseUrl>) -> String {
    let mut out = String::from("[");
    for (rank, index) in entries.into_iter().enumerate() {
        out.push_str(if rank > 0 { ",\n{" } else { "\n{" });
        let record = Record { catalogue, entry: catalogue.entry(index), base };
        let mut is_first = true;
        for column in &COLUMNS {
            let mut values: Vec<String> = Vec::new();
            (column.visit)(&record, &mut |value| values.push(quoted(value)));
            if values.is_empty() {
                continue;
            }
            if !is_first {
                out.push_str(", ");
            }
            is_first = false;
            out.push_str(&quoted(column.name));
            out.push_str(": ");
            let values = values.join(", ");
            let (open, close) = if column.cells.are_several() { ("[", "]") } else { ("", "") };
            out.extend([open, &values, close]);
        }
        out.push('}');
    }
    out.push_str("\n]\n");
    out
}

/// A JSON string (RFC 8259).
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c < ' ' => {
                let digit = |value: u32| char::from_digit(value, 16).unwrap_or('0');
                out.push_str("\\u00");
                out.extend([digit(c as u32 >> 4), digit(c as u32 & 15)]);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
