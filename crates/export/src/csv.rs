//! Entries as a table for spreadsheets: RFC 4180, in UTF-8.
//!
//! A French spreadsheet opens it well because it starts with a byte order mark and separates cells
//! with semicolons. A cell of free text that a spreadsheet would compute starts with an apostrophe,
//! which shows instead of running.
//!
//! By hand: browsers write it too, where the crate `csv` would add three others to spare 25 lines.

use super::columns::{self, AnyColumn, Record};
use catalogue::{BaseUrl, Catalogue, EntryIndex};

/// What stands between the cells of a line.
pub(super) const SEPARATOR: char = ';';

/// What stands between the values of a cell.
pub const BETWEEN_VALUES: &str = " | ";

/// What makes a spreadsheet compute a cell, at its start.
pub const COMPUTED: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// These entries, in this order, one a line, below the names of the columns.
///
/// Without a base the column of the entry pages is empty.
pub fn csv(catalogue: &Catalogue, entries: impl IntoIterator<Item = EntryIndex>, base: Option<&BaseUrl>) -> String {
    let mut out = String::from("\u{feff}");
    push_line(&mut out, catalogue, &|column| column.name().into_owned());
    for index in entries {
        let record = Record { catalogue, entry: catalogue.entry(index), base };
        push_line(&mut out, catalogue, &|column| value(column, &record));
    }
    out
}

fn push_line(out: &mut String, catalogue: &Catalogue, value: &dyn Fn(&AnyColumn<'_>) -> String) {
    for (rank, column) in columns::all(catalogue).enumerate() {
        if rank > 0 {
            out.push(SEPARATOR);
        }
        push_cell(out, &value(&column));
    }
    out.push_str("\r\n");
}

/// The text of a cell.
fn value(column: &AnyColumn<'_>, record: &Record<'_>) -> String {
    let mut value = String::new();
    let mut several = false;
    let cells = column.cells();
    column.visit(record, &mut |part| {
        if several {
            value.push_str(BETWEEN_VALUES);
        }
        several = true;
        if cells.are_free() && value.is_empty() && part.starts_with(COMPUTED) {
            value.push('\'');
        }
        if cells.are_several() {
            // What separates values is in none of them.
            value.push_str(&part.replace('|', "/"));
        } else {
            value.push_str(part);
        }
    });
    value
}

/// Writes a cell, between quotation marks if it holds what ends cells or lines.
fn push_cell(out: &mut String, value: &str) {
    if !value.contains([SEPARATOR, '"', '\r', '\n']) {
        out.push_str(value);
        return;
    }
    out.push('"');
    for c in value.chars() {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    out.push('"');
}
