//! The table of a catalogue as a spreadsheet: every cell is a text, so that ids, dates and versions stay as they are.

use catalogue::{BaseUrl, Catalogue, EntryIndex};
use rust_xlsxwriter::{Format, XlsxError};
use thiserror::Error;

/// The most characters that a cell may have, in UTF-16: the limit of the format.
pub const MOST_CHARACTERS: usize = 32_767;
/// What ends a cell that was cut.
pub(crate) const CUT: char = '…';

/// A spreadsheet.
#[derive(Debug)]
pub struct Workbook {
    pub bytes: Vec<u8>,
    /// Cells that were cut: the id of the entry and the column.
    pub cut: Vec<(String, String)>,
}

/// Why there is no spreadsheet, in French.
#[derive(Debug, Error)]
pub enum WorkbookError {
    #[error("il y a plus de fiches qu’une feuille d’un classeur n’a de lignes")]
    TooManyRows,
    #[error("le classeur ne peut pas être écrit")]
    Unwritten(#[source] XlsxError),
}

impl From<XlsxError> for WorkbookError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::RowColumnLimitError => Self::TooManyRows,
            error => Self::Unwritten(error),
        }
    }
}

/// The entries of a catalogue, in this order, below the names of the columns of the CSV.
///
/// # Errors
/// When there are more entries than a sheet has lines, or more than a file may hold.
pub fn xlsx(
    catalogue: &Catalogue,
    entries: impl IntoIterator<Item = EntryIndex>,
    base: Option<&BaseUrl>,
) -> Result<Workbook, WorkbookError> {
    let table = export::csv(catalogue, entries, base);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Fiches")?.set_freeze_panes(1, 3)?;
    let (text, bold) = (Format::new().set_num_format("@"), Format::new().set_bold());
    let mut headings: Vec<String> = Vec::new();
    let mut cut = Vec::new();
    let mut row = 0;
    for record in reader.records().flatten() {
        for (column, cell) in (0_u16..).zip(&record) {
            if cell.is_empty() {
                continue;
            }
            if row == 0 {
                headings.push(cell.to_owned());
                sheet.write_string_with_format(row, column, cell, &bold)?;
                continue;
            }
            let (cell, is_cut) = at_most(cell);
            if is_cut {
                let heading = headings.get(usize::from(column)).cloned().unwrap_or_default();
                cut.push((record.get(0).unwrap_or_default().to_owned(), heading));
            }
            sheet.write_string_with_format(row, column, cell, &text)?;
        }
        row += 1;
    }
    if let (Some(last_row), Some(last)) = (row.checked_sub(1), headings.len().checked_sub(1)) {
        sheet.autofilter(0, 0, last_row, u16::try_from(last).unwrap_or_default())?;
    }
    Ok(Workbook { bytes: book.save_to_buffer()?, cut })
}

/// A cell that fits, and whether it was cut.
fn at_most(cell: &str) -> (String, bool) {
    if cell.encode_utf16().count() <= MOST_CHARACTERS {
        return (cell.to_owned(), false);
    }
    let mut room = MOST_CHARACTERS - CUT.len_utf16();
    let fits = cell.chars().take_while(|c| {
        let is_in = c.len_utf16() <= room;
        room = room.saturating_sub(c.len_utf16());
        is_in
    });
    (fits.chain([CUT]).collect(), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_told_in_french() {
        let refused = |row, text: &str| -> Result<(), WorkbookError> {
            _ = rust_xlsxwriter::Worksheet::new().write_string(row, 0, text)?;
            Ok(())
        };
        assert!(refused(1_048_575, "a").is_ok());
        assert!(refused(1_048_576, "a").unwrap_err().to_string().contains("plus de fiches"));
        let long = "a".repeat(MOST_CHARACTERS + 1);
        assert!(refused(0, &long).unwrap_err().to_string().contains("ne peut pas être écrit"));
    }
}
