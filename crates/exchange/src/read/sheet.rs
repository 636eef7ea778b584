//! Spreadsheets: the first sheet that holds something, of an XLSX or ODS file.

use std::io::{Cursor, Read};

use calamine::{Data, Ods, OdsError, Reader, Xlsx};
use catalogue::Json;

use super::table::{Grid, Table};
use super::{MOST_CELLS, ReadError};
use crate::remark::Remark;

/// The most that an archive may hold once it is opened, in bytes.
const MOST_BYTES: u64 = 400 << 20;

/// The most cells between the first and the last of an ODS sheet: its reader makes them all, even empty ones.
const MOST_AREA: usize = 20_000_000;

/// How files start that Excel protects, or wrote before 2007.
pub(super) const CLOSED: &[u8] = b"\xd0\xcf\x11\xe0";
const PROTECTED: &str = "un mot de passe le protège, ou il est de l’ancienne forme .xls";
const CUT: &str = "ce n’en est pas un, ou il est coupé";
const DAMAGED: &str = "ce qu’il contient est abîmé";

/// The rows of a spreadsheet, as those of a table in text.
pub(super) fn rows(file: &str, bytes: &[u8], remarks: &mut Vec<Remark>) -> Result<Table, ReadError> {
    let broken = |cause| ReadError::Archive { file: file.to_owned(), cause };
    if bytes.starts_with(CLOSED) {
        return Err(broken(PROTECTED));
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken(CUT))?;
    if archive.decompressed_size().is_some_and(|size| size > u128::from(MOST_BYTES)) {
        return Err(ReadError::too_large(file, 0, "octets une fois ouvert", MOST_BYTES as usize));
    }
    let mut grid = Grid::new(file);
    if let Ok(part) = archive.by_name("content.xml") {
        let mut content = Vec::new();
        part.take(MOST_BYTES).read_to_end(&mut content).map_err(|_| broken(DAMAGED))?;
        if area(&String::from_utf8_lossy(&content)) > MOST_AREA {
            return Err(ReadError::too_large(file, 0, "cellules", MOST_AREA));
        }
        let refused = |error| broken(if matches!(error, OdsError::Password) { PROTECTED } else { DAMAGED });
        let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(refused)?;
        for name in book.sheet_names() {
            let range = book.worksheet_range(&name).map_err(refused)?;
            let first = range.start().map_or(0, |(row, _)| row as usize);
            for (rank, row) in range.rows().enumerate() {
                grid.push(first + rank + 1, row.iter().map(cell).collect())?;
            }
            if !range.is_empty() {
                break;
            }
        }
        return grid.rows(remarks);
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| broken(DAMAGED))?;
    for name in book.sheet_names() {
        // Cell by cell: a sheet may say that it is as large as all sheets can be.
        let mut cells = book.worksheet_cells_reader(&name).map_err(|_| broken(DAMAGED))?;
        let (mut line, mut row, mut count) = (0, Vec::new(), 0);
        while let Some(next) = cells.next_cell().map_err(|_| broken(DAMAGED))? {
            let (at, column) = next.get_position();
            if at != line && !row.is_empty() {
                grid.push(line as usize + 1, std::mem::take(&mut row))?;
            }
            line = at;
            let value = cell(&Data::from(next.get_value().clone()));
            if value == Json::Null {
                continue;
            }
            count += 1;
            if count > MOST_CELLS || column as usize > 16_384 {
                return Err(ReadError::too_large(file, line as usize + 1, "cellules", MOST_CELLS));
            }
            row.resize(row.len().max(column as usize + 1), Json::Null);
            row[column as usize] = value;
        }
        if !row.is_empty() {
            grid.push(line as usize + 1, row)?;
        }
        if count > 0 {
            break;
        }
    }
    grid.rows(remarks)
}

/// The cells of the rectangle that holds all that an ODS file says, repeated rows and columns counted.
fn area(content: &str) -> usize {
    let repeated = |element: &str, of: &str| -> usize {
        let tag = element.split('>').next().unwrap_or_default();
        let count = tag.split_once(&format!("table:number-{of}-repeated=\""));
        count.and_then(|(_, rest)| rest.split('"').next()?.parse().ok()).unwrap_or(1)
    };
    let says = |element: &str| element.contains("<text:p") || element.contains("office:value");
    let (mut rows, mut last_row, mut last_column) = (0_usize, 0_usize, 0_usize);
    for row in content.split("<table:table-row").skip(1) {
        rows = rows.saturating_add(repeated(row, "rows"));
        if !says(row) {
            continue;
        }
        last_row = rows;
        let mut columns = 0_usize;
        let is_cell = |part: &&str| part.starts_with("table-cell") || part.starts_with("covered-table-cell");
        for cell in row.split("<table:").filter(is_cell) {
            columns = columns.saturating_add(repeated(cell, "columns"));
            if says(cell) {
                last_column = last_column.max(columns);
            }
        }
    }
    last_row.saturating_mul(last_column)
}

/// A cell as it is seen: dates of days without an hour, whole numbers without decimals.
fn cell(data: &Data) -> Json {
    match data {
        Data::Empty | Data::Error(_) => Json::Null,
        Data::String(text) => Json::String(text.clone()),
        Data::Bool(value) => Json::Boolean(*value),
        Data::Int(value) => Json::Number(value.to_string()),
        Data::Float(value) => number(*value),
        Data::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            Json::String(format!("{year:04}-{month:02}-{day:02}"))
        }
        Data::DateTime(duration) => number(duration.as_f64()),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Json::String(text.clone()),
    }
}

fn number(value: f64) -> Json {
    if value.is_finite() { Json::Number(value.to_string()) } else { Json::Null }
}

#[cfg(test)]
mod tests {
    use super::area;

    #[test]
    fn repeated_cells_count() {
        let row = |repeats: &str, cells: &str| format!("<table:table-row{repeats}>{cells}</table:table-row>");
        let value = "<table:table-cell office:value-type=\"string\"><text:p>a</text:p></table:table-cell>";
        let empty = "<table:table-cell table:number-columns-repeated=\"16384\"/>";
        let many = " table:number-rows-repeated=\"1048576\"";
        for (content, expected) in [
            (row("", &format!("{value}{value}{empty}")) + &row(many, empty), 2),
            (row("", value) + &row(many, empty) + &row("", &format!("{empty}{value}")), 1_048_578 * 16_385),
            (row(many, value), 1_048_576),
        ] {
            assert_eq!(area(&content), expected);
        }
    }
}
