//! Tables in text, with any separator: rows are objects whose keys are the headings.

use catalogue::Json;

use super::{MOST_CELLS, ReadError, place};
use crate::remark::{Cause, Remark};

/// What may separate cells, tried in this order when several do as well.
const SEPARATORS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// The rows of a table and its headings.
pub(super) type Table = (Json, Vec<String>);

/// The rows of a table below its headings. Empty cells leave no key.
pub(super) fn rows(file: &str, text: &str, remarks: &mut Vec<Remark>) -> Result<Table, ReadError> {
    let (told, lines_before, text) =
        told_separator(text).map_or((None, 0, text), |(told, table)| (Some(told), 1, table));
    // One that the first line has not, where it has another, was told of another table.
    let first = text.lines().next().unwrap_or_default().as_bytes();
    let told = told.filter(|told| first.contains(told) || !SEPARATORS.iter().any(|other| first.contains(other)));
    let mut reader = reader(told.unwrap_or_else(|| separator(text)), text);
    let mut grid = Grid::new(file);
    let mut record = csv::StringRecord::new();
    // A text in memory that is UTF-8, of lines of any width, has no other fault.
    while let Ok(true) = reader.read_record(&mut record) {
        let Some(place) = record.position() else { break };
        // The reader passes over blank lines before a record.
        let rest = &text[place.byte() as usize..];
        let start = rest.trim_start_matches(['\r', '\n']);
        let blank = &rest[..rest.len() - start.len()];
        let line = lines_before + place.line() as usize + blank.matches('\n').count();
        if reader.position().byte() as usize >= text.len() && is_cut(start) {
            let cause = "un guillemet ouvert sur cette ligne n’est jamais fermé\u{a0}: le fichier est coupé, ou ce guillemet est de trop";
            return Err(ReadError::Table { file: file.to_owned(), line, cause });
        }
        grid.push(line, record.iter().map(|cell| Json::String(cell.to_owned())).collect())?;
    }
    grid.rows(remarks)
}

fn reader(separator: u8, text: &str) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

/// The separator that the first line tells, as Excel reads it (`sep=;`), and the table below.
fn told_separator(text: &str) -> Option<(u8, &str)> {
    let (first, table) = text.split_once('\n')?;
    match *first.trim_end().trim_matches('"').strip_prefix("sep=")?.as_bytes() {
        [separator] => Some((separator, table)),
        // A tabulation goes with the blanks at the end.
        [] => Some((b'\t', table)),
        _ => None,
    }
}

/// Whether the last record of a table has a cell that was never closed: it would hide all lines after it.
fn is_cut(end: &str) -> bool {
    let Some((before, _)) = end.rsplit_once('"').filter(|_| end.matches('"').count() % 2 == 1) else { return false };
    let opens = before.is_empty() || before.ends_with([';', ',', '\t', '|', '\n']);
    opens || end.trim_end().contains('\n')
}

/// The separator that cuts the first lines in the same number of cells, the greater the better.
fn separator(text: &str) -> u8 {
    let start = text.char_indices().nth(64_000).map_or(text, |(end, _)| &text[..end]);
    let score = |separator: u8| {
        let widths: Vec<usize> =
            reader(separator, start).records().flatten().take(20).map(|record| record.len()).collect();
        // What is above the headings has one cell, whatever separates the others.
        let Some(width) = widths.iter().copied().find(|width| *width > 1) else { return 0 };
        let alike = widths.iter().filter(|other| **other == width).count();
        if widths[0] == 1 && alike * 2 <= widths.len() {
            return 0;
        }
        width.min(100) * 100 * alike / widths.len()
    };
    let mut best = (0, b',');
    for separator in SEPARATORS {
        let score = score(separator);
        if score > best.0 {
            best = (score, separator);
        }
    }
    best.1
}

/// Lines that come one after the other, headings first, but for what stands above them.
pub(super) struct Grid<'a> {
    file: &'a str,
    /// Those that are not blank, each with its rank.
    lines: Vec<(usize, Vec<Json>)>,
    cell_count: usize,
}

/// The key of a row that tells its line, from 1.
pub(crate) const LINE: &str = "$line";

impl<'a> Grid<'a> {
    pub(super) fn new(file: &'a str) -> Self {
        Self { file, lines: Vec::new(), cell_count: 0 }
    }

    /// Adds a line; blank ones count for nothing.
    pub(super) fn push(&mut self, line: usize, mut cells: Vec<Json>) -> Result<(), ReadError> {
        self.cell_count += cells.len();
        if self.cell_count > MOST_CELLS {
            return Err(ReadError::too_large(self.file, line, "cellules", MOST_CELLS));
        }
        let said = cells.iter().rposition(|cell| !is_blank(cell)).map_or(0, |last| last + 1);
        cells.truncate(said);
        if !cells.is_empty() {
            self.lines.push((line, cells));
        }
        Ok(())
    }

    /// The rank of the line that has the headings: the first, unless it has one cell where most lines have several, as
    /// the title of a table has.
    fn heading_rank(&self) -> usize {
        let has_several = |(_, cells): &(usize, Vec<Json>)| cells.iter().filter(|cell| !is_blank(cell)).count() > 1;
        let several = self.lines.iter().filter(|line| has_several(line)).count();
        let first = self.lines.iter().position(has_several).filter(|_| several > 1 && several * 2 > self.lines.len());
        first.unwrap_or_default()
    }

    pub(super) fn rows(mut self, remarks: &mut Vec<Remark>) -> Result<Table, ReadError> {
        let rank = self.heading_rank();
        let mut tell = |row, cause| {
            remarks.push(Remark { at: place(self.file, row), field: String::new(), cause });
        };
        let mut lines = self.lines.drain(..);
        lines.by_ref().take(rank).for_each(|(line, _)| tell(line, Cause::AboveHeadings));
        let Some((line, cells)) = lines.next() else { return Err(ReadError::Empty { file: self.file.to_owned() }) };
        let mut headings: Vec<String> = Vec::with_capacity(cells.len());
        for (rank, cell) in cells.iter().enumerate() {
            let heading = scalar(cell).split_whitespace().collect::<Vec<_>>().join(" ");
            let mut read_as = if heading.is_empty() { format!("colonne {}", rank + 1) } else { heading.clone() };
            let mut copy = 1;
            while headings.contains(&read_as) {
                copy += 1;
                read_as = format!("{heading} ({copy})");
            }
            if copy > 1 {
                tell(line, Cause::HeadingTwice { heading, read_as: read_as.clone() });
            }
            headings.push(read_as);
        }
        let rows = lines.map(|(line, cells)| {
            if cells.len() > headings.len() {
                tell(line, Cause::TooManyCells { found: cells.len(), expected: headings.len() });
            }
            let filled = headings.iter().zip(cells).filter(|(_, cell)| !is_blank(cell));
            let mut row: Vec<(String, Json)> = filled.map(|(heading, cell)| (heading.clone(), cell)).collect();
            row.push((LINE.to_owned(), Json::Number(line.to_string())));
            Json::Object(row)
        });
        Ok((Json::List(rows.collect()), headings))
    }
}

fn is_blank(cell: &Json) -> bool {
    matches!(cell, Json::Null) || cell.as_str().is_some_and(|text| text.trim().is_empty())
}

fn scalar(cell: &Json) -> String {
    cell.as_str().map_or_else(|| cell.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_separator_is_read() {
        for text in ["nom;a,b\n\"x\ny\";2\n", "nom,\"a,b\"\n\"x\ny\",2\n", "nom\ta,b\n\"x\ny\"\t2\n"] {
            let (rows, _) = rows("a.csv", text, &mut Vec::new()).unwrap();
            assert_eq!(rows.to_string(), "[{\"nom\":\"x\\ny\",\"a,b\":\"2\",\"$line\":2}]", "{text}");
        }
        // As spreadsheets tell it, which is no line of headings.
        for told in ["sep=;\n", "sep=;\r\n", "\"sep=;\"\n"] {
            let (rows, _) = rows("a.csv", &format!("{told}nom;a,b\nx;2,5\n"), &mut Vec::new()).unwrap();
            assert_eq!(rows.to_string(), "[{\"nom\":\"x\",\"a,b\":\"2,5\",\"$line\":3}]", "{told}");
        }
        // Told wrong, it is guessed.
        let (read, _) = rows("a.csv", "sep=;\nnom,texte\n\"A\",\"un\n\"\n", &mut Vec::new()).unwrap();
        assert_eq!(read.to_string(), "[{\"nom\":\"A\",\"texte\":\"un\\n\",\"$line\":3}]");
        // Told right of a list of one column, where a text has the sign of another.
        let (read, _) = rows("a.csv", "sep=;\nnom\nGrist, tableur\nTchap\n", &mut Vec::new()).unwrap();
        assert!(read.to_string().starts_with("[{\"nom\":\"Grist, tableur\","), "{read}");
        let (one, _) = rows("a.csv", "nom\nGrist\n\nVikidia\n", &mut Vec::new()).unwrap();
        assert_eq!(one.to_string(), "[{\"nom\":\"Grist\",\"$line\":2},{\"nom\":\"Vikidia\",\"$line\":4}]");
    }

    #[test]
    fn what_stands_above_the_headings_is_no_heading() {
        for (above, told) in [
            ("Nos logiciels, en 2026\n", 1),
            ("Nos logiciels;;\n\n;;\n", 1),
            (" \n\n", 0),
            ("Nos logiciels\nMis à jour, hier\n\n", 2),
        ] {
            let mut remarks = Vec::new();
            let text = format!("{above}nom;site;note\nGrist;g.fr;\nTchap;t.fr;x\nA;;b\nSeul\n");
            let (read, headings) = rows("a.csv", &text, &mut remarks).unwrap();
            let line = above.lines().count() + 2;
            let first = format!("[{{\"nom\":\"Grist\",\"site\":\"g.fr\",\"$line\":{line}}},");
            assert!(read.to_string().starts_with(&first) && read.items().len() == 4, "{above}: {read}");
            assert_eq!((headings.join(" "), remarks.len()), ("nom site note".to_owned(), told), "{above}");
        }
        // A list of one column, where a text has the sign of a separator.
        let (read, _) = rows("a.csv", "nom\nGrist\nTchap, la messagerie\nVikidia\n", &mut Vec::new()).unwrap();
        assert!(read.to_string().starts_with("[{\"nom\":\"Grist\","), "{read}");
    }

    #[test]
    fn what_is_odd_in_a_table_is_told_with_its_line() {
        let mut remarks = Vec::new();
        let (read, _) = rows("a.csv", "nom;nom;\na;b;c;d\n", &mut remarks).unwrap();
        assert_eq!(read.to_string(), "[{\"nom\":\"a\",\"nom (2)\":\"b\",\"$line\":2}]");
        let said: Vec<String> = remarks.iter().map(ToString::to_string).collect();
        assert!(said[0].starts_with("a.csv:1\u{a0}: deux colonnes s’appellent «\u{a0}nom\u{a0}»"), "{said:?}");
        assert!(said[1].starts_with("a.csv:2\u{a0}: 4 cellules pour 2\u{a0}colonnes\u{202f};"), "{said:?}");
    }
}
