//! The catalogue's own table, come back: only the cells that somebody changed are read.

use std::borrow::Cow;
use std::collections::HashMap;

use catalogue::{Catalogue, Decimal, HostField, Json, Shape};
use export::{BETWEEN_VALUES, COMPUTED, Cells};

use crate::book::field;
use crate::fields;
use crate::mapping::{Mapping, Rule, Rules};
use crate::read::{Document, LINE};
use crate::remark::{At, Cause, Remark, shown};
use crate::write::{CUT, MOST_CHARACTERS};
use crate::written::date;

/// Columns that tell what others do, or only a part of what the entry says.
const DERIVED: [&str; 10] =
    ["fiche", "licence", "licence_nom", "besoins", "freins", "echelles", "publics", "soutiens", "logo", "images"];
/// Columns that name files beside the data, or say where the site has them.
const FILES: [&str; 2] = ["logo", "images"];
/// Columns that are read with the one beside them.
const PAIRS: [(&str, &str); 4] = [
    ("besoins_exprimes", "besoins"),
    ("freins_exprimes", "freins"),
    ("territoires", "echelles"),
    ("statut_depuis", "statut"),
];
/// What is always kept, to tell an entry.
const KEPT: [&str; 4] = ["identifiant", "nom", "type", LINE];

/// Adds to the mapping of the table the columns of the fields that a catalogue adds.
pub(crate) fn add_fields(mapping: &mut Mapping, own: &[HostField]) {
    for set in &mut mapping.sets {
        for own in own {
            let are_several = matches!(Shape::of_host(own.of), Shape::List(_));
            let split = are_several.then(|| BETWEEN_VALUES.to_owned()).into_iter().collect();
            let rule = Rule { from: vec![format!("v.{}", own.id)], split, ..Rule::default() };
            set.fields.insert(fields::own_name(&own.id), Rules(vec![rule]));
        }
    }
}

/// Leaves in tables the cells that differ from those that the catalogue would write. A row of an unknown entry stays
/// whole.
pub(crate) fn keep_changes(documents: &mut [Document], catalogue: &Catalogue, remarks: &mut Vec<Remark>) {
    let indices: Vec<_> = catalogue.entries().map(|(index, _)| index).collect();
    let records = catalogue::parse(&export::records(catalogue, indices, None)).unwrap_or_default();
    let by_id = records.items().iter().filter_map(|record| {
        let Json::Object(cells) = record else { return None };
        Some((record.get("identifiant")?.as_str()?, &cells[..]))
    });
    let by_id: HashMap<&str, &[(String, Json)]> = by_id.collect();
    let columns: HashMap<Cow<'_, str>, Cells> = export::table_columns(catalogue).collect();
    for document in documents {
        let headings = std::mem::take(&mut document.headings);
        let Json::List(rows) = &mut document.tree else { continue };
        for row in rows {
            let Json::Object(cells) = row else { continue };
            let id = field(cells, "identifiant").map(joined).unwrap_or_default();
            match by_id.get(id.trim()) {
                None => cells.iter_mut().for_each(|(_, cell)| unguard(cell)),
                Some(record) => {
                    let line = field(cells, LINE).and_then(|line| joined(line).parse().ok());
                    let at = At { file: document.file.clone(), row: line.unwrap_or_default() };
                    changes(cells, record, &headings, &columns, &mut |field, cause| {
                        remarks.push(Remark { at: at.clone(), field: field.to_owned(), cause });
                    });
                }
            }
        }
    }
}

/// Leaves the cells of a known entry that changed.
fn changes(
    cells: &mut Vec<(String, Json)>,
    record: &[(String, Json)],
    headings: &[String],
    columns: &HashMap<Cow<'_, str>, Cells>,
    tell: &mut dyn FnMut(&str, Cause),
) {
    for (column, value) in record {
        let is_emptied = field(cells, column).is_none() && !DERIVED.contains(&column.as_str());
        // A column that is not in the table is no cell that was emptied.
        if is_emptied && headings.contains(column) {
            tell(column, Cause::Emptied { was: shown(&joined(value)) });
        }
    }
    let mut changed: Vec<String> = Vec::new();
    for (name, found) in cells.iter_mut().filter(|(name, _)| !matches!(name.as_str(), "identifiant" | LINE)) {
        let written = field(record, name).map(joined).unwrap_or_default();
        let said = joined(found);
        let is_same = |said: &str| {
            is_same(columns.get(name.as_str()).copied(), said, &written)
                || FILES.contains(&name.as_str()) && are_same_files(said, &written)
        };
        if is_same(&said) || unguarded(&said).is_some_and(is_same) {
            if KEPT.contains(&name.as_str()) {
                *found = Json::String(written);
            }
            continue;
        }
        if name == "type" {
            tell(name, Cause::KindStays { kind: written.clone() });
            *found = Json::String(written);
            continue;
        }
        if said.ends_with(CUT) && written.encode_utf16().count() > MOST_CHARACTERS {
            tell(name, Cause::Cut);
            continue;
        }
        if unguarded(&written).is_none() {
            unguard(found);
        }
        changed.push(name.clone());
    }
    let is_read_with =
        |name: &str| PAIRS.iter().any(|(own, beside)| *beside == name && changed.iter().any(|changed| changed == own));
    for name in changed.iter().filter(|name| DERIVED.contains(&name.as_str()) && name.as_str() != "fiche") {
        if !is_read_with(name) {
            tell(name, Cause::Derived);
        }
    }
    cells.retain(|(name, _)| {
        let is_own = changed.contains(name) && !DERIVED.contains(&name.as_str());
        KEPT.contains(&name.as_str()) || is_own || is_read_with(name)
    });
}

/// A text without the apostrophe that keeps a spreadsheet from computing it.
fn unguarded(text: &str) -> Option<&str> {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(COMPUTED))
}

fn unguard(cell: &mut Json) {
    if let Json::String(text) = cell
        && let Some(rest) = unguarded(text)
    {
        *text = rest.to_owned();
    }
}

/// A cell as the table writes it.
fn joined(value: &Json) -> String {
    match value {
        Json::List(items) => {
            let items = items.iter().map(|item| item.as_str().unwrap_or_default().replace('|', "/"));
            items.collect::<Vec<_>>().join(BETWEEN_VALUES)
        }
        value => value.as_str().map_or_else(|| value.to_string(), str::to_owned),
    }
}

/// Whether each address of a cell ends in the path that stands there.
fn are_same_files(cell: &str, written: &str) -> bool {
    let [cell, written] = [cell, written].map(|files| files.split(BETWEEN_VALUES).map(str::trim).collect::<Vec<_>>());
    let is_same = |(at, path): (&&str, &&str)| at.strip_suffix(path).is_some_and(|site| site.ends_with('/'));
    cell.len() == written.len() && cell.iter().zip(&written).all(is_same)
}

/// What spreadsheets write in the place of letters that an old encoding lacks.
const LOST: char = '?';

/// A text as it comes back from Windows-1252, which lacks narrow no-break spaces, « ℹ » or « ā ».
fn in_old_encoding(text: &str) -> String {
    let is_lost = |c: char| encoding_rs::WINDOWS_1252.encode(c.encode_utf8(&mut [0; 4])).2;
    text.chars().map(|c| if is_lost(c) { LOST } else { c }).collect()
}

/// Whether a cell says what it said, even if a spreadsheet wrote it its own way.
fn is_same(cells: Option<Cells>, cell: &str, written: &str) -> bool {
    // What cannot be seen is no change: spreadsheets and files lose it.
    let is_blank = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}');
    let words = |text: &str| text.split(is_blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if words(cell) == words(written) || cell.contains(LOST) && words(cell) == words(&in_old_encoding(written)) {
        return true;
    }
    // A spreadsheet has room for so much in a cell: the end that was cut is not a change.
    if let Some(start) = cell.strip_suffix(CUT).filter(|_| cell.encode_utf16().count() >= MOST_CHARACTERS) {
        return written.starts_with(start);
    }
    match cells {
        Some(Cells::Date) => date(cell.trim()).is_some_and(|day| day == written),
        Some(Cells::Number) => Decimal::parse(cell).is_some_and(|number| number.plain() == written),
        _ => false,
    }
}
