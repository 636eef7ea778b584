//! The catalogue's own table, come back: only the cells that somebody changed are read.

use catalogue::{Catalogue, Json};

use crate::read::{Document, LINE};
use crate::remark::{At, Cause, Remark, shown};
use crate::write::{CUT, MOST_CHARACTERS};
use crate::written::date;

/// Columns that tell what others do, or only a part of what the entry says.
const DERIVED: [&str; 9] = [
    "fiche",
    "licence",
    "licence_nom",
    "besoins",
    "freins",
    "echelles",
    "publics",
    "soutiens",
    "identifiants_ailleurs",
];
/// Columns that are read with the one beside them.
const PAIRS: [(&str, &str); 3] =
    [("besoins_exprimes", "besoins"), ("freins_exprimes", "freins"), ("territoires", "echelles")];
const DATES: [&str; 3] = ["mis_a_jour", "verifie", "statut_depuis"];
/// What is always kept, to tell an entry.
const KEPT: [&str; 4] = ["identifiant", "nom", "type", LINE];

/// Leaves in tables the cells that differ from those that the catalogue would write. A row of an unknown entry stays
/// whole.
pub fn keep_changes(documents: &mut [Document], catalogue: &Catalogue, remarks: &mut Vec<Remark>) {
    let indices: Vec<_> = catalogue.entries().map(|(index, _)| index).collect();
    let records = catalogue::parse(&export::records(catalogue, indices, None)).unwrap_or_default();
    for document in documents {
        let headings = std::mem::take(&mut document.headings);
        let Json::List(rows) = &mut document.tree else { continue };
        for row in rows {
            let Json::Object(cells) = row else { continue };
            unguard(cells);
            let text = |cells: &[(String, Json)], key: &str| {
                let cell = cells.iter().find(|(name, _)| name == key);
                cell.map(|(_, cell)| cell.as_str().map_or_else(|| cell.to_string(), str::to_owned)).unwrap_or_default()
            };
            let id = text(cells, "identifiant");
            let Some(Json::Object(record)) = records
                .items()
                .iter()
                .find(|record| record.get("identifiant").and_then(Json::as_str) == Some(id.trim()))
            else {
                continue;
            };
            let at = At { file: document.file.clone(), row: text(cells, LINE).parse().unwrap_or_default() };
            let written = |key: &str| {
                record.iter().find(|(name, _)| name == key).map(|(_, value)| joined(value)).unwrap_or_default()
            };
            for (column, value) in record {
                let is_emptied = cells.iter().all(|(name, _)| name != column) && !DERIVED.contains(&column.as_str());
                // A column that is not in the table is no cell that was emptied.
                if is_emptied && has_column(&headings, column) {
                    let cause = Cause::Emptied { was: shown(&joined(value)) };
                    remarks.push(Remark { at: at.clone(), field: column.clone(), cause });
                }
            }
            let changed: Vec<String> = cells
                .iter()
                .filter(|(name, cell)| !KEPT.contains(&name.as_str()) && !is_same(name, &joined(cell), &written(name)))
                .map(|(name, _)| name.clone())
                .collect();
            for name in changed.iter().filter(|name| DERIVED.contains(&name.as_str()) && name.as_str() != "fiche") {
                let read_with =
                    PAIRS.iter().any(|(own, beside)| beside == name && changed.iter().any(|changed| changed == own));
                if !read_with {
                    remarks.push(Remark { at: at.clone(), field: name.clone(), cause: Cause::Derived });
                }
            }
            cells.retain(|(name, _)| {
                let is_pair =
                    PAIRS.iter().any(|(own, beside)| beside == name && changed.iter().any(|changed| changed == own));
                KEPT.contains(&name.as_str()) || is_pair || changed.contains(name) && !DERIVED.contains(&name.as_str())
            });
        }
    }
}

fn has_column(headings: &[String], column: &str) -> bool {
    headings.iter().any(|heading| heading == column)
}

/// Takes off the apostrophe that keeps a spreadsheet from computing a cell.
fn unguard(cells: &mut [(String, Json)]) {
    for (_, cell) in cells {
        let Json::String(text) = cell else { continue };
        if let Some(rest) =
            text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']))
        {
            *text = rest.to_owned();
        }
    }
}

/// A cell as the table writes it.
fn joined(value: &Json) -> String {
    match value {
        Json::List(items) => {
            let items = items.iter().map(|item| item.as_str().unwrap_or_default().replace('|', "/"));
            items.collect::<Vec<_>>().join(" | ")
        }
        value => value.as_str().map_or_else(|| value.to_string(), str::to_owned),
    }
}

/// Whether a cell says what it said, even if a spreadsheet wrote it its own way.
fn is_same(column: &str, cell: &str, written: &str) -> bool {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words(cell) == words(written) {
        return true;
    }
    // A spreadsheet has room for so much in a cell: the end that was cut is not a change.
    if let Some(start) = cell.strip_suffix(CUT).filter(|_| cell.len() >= MOST_CHARACTERS) {
        return written.starts_with(start);
    }
    DATES.contains(&column) && date(cell.trim()).is_some_and(|day| day == written)
}
