//! Measures as a table of Markdown, with the ratios of ours to those it is held against.

use std::fmt;

use super::engines::{Engine, OURS, PAGEFIND, REFERENCES};
use super::measure::Measure;

/// An engine on a catalogue.
pub(super) struct Row {
    pub(super) engine: &'static Engine,
    /// In bytes, compressed.
    pub(super) weight: usize,
    pub(super) measure: Measure,
    /// What it did before the page was opened, in words.
    pub(super) offline: Option<String>,
}

/// Every engine on one catalogue.
pub(super) struct Table<'bench> {
    pub(super) rows: &'bench [Row],
    /// The weight of our whole module, in bytes, compressed.
    pub(super) our_module: usize,
}

/// A column: its title, whether it is of the keys that were typed, and its number for a row.
type Column = (&'static str, bool, fn(&Row) -> Option<f64>);

/// Those of every catalogue, where less is better.
const COSTS: [Column; 6] = [
    ("weight, kB", false, |row| Some(row.weight as f64 / 1e3)),
    ("read, ms", false, |row| row.measure.get("read")),
    ("build, ms", false, |row| row.measure.get("build")),
    ("memory, MB", false, memory),
    ("key: median, ms", true, |row| row.measure.get("median")),
    ("key: p99, ms", true, |row| row.measure.get("p99")),
];

/// Those of the catalogue whose right answers are known, where more is better.
const MERITS: [(&str, &str); 4] = [
    ("everyday @1", "everyday_one"),
    ("everyday @5", "everyday_five"),
    ("hard @1", "hard_one"),
    ("hard @5", "hard_five"),
];

fn memory(row: &Row) -> Option<f64> {
    // The page cannot see what a worker holds.
    if row.engine.name == PAGEFIND { None } else { row.measure.get("memory").map(|bytes| bytes / 1e6) }
}

/// The share of judged queries that have a right answer.
fn merit(row: &Row, name: &str) -> Option<f64> {
    let (half, _) = name.split_once('_')?;
    Some(100.0 * row.measure.get(name)? / row.measure.get(&format!("{half}_queries"))?)
}

impl fmt::Display for Table<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let judged = self.rows.iter().any(|row| row.measure.get("everyday_queries").is_some());
        let merits = if judged { &MERITS[..] } else { &[] };
        let titles: Vec<&str> =
            COSTS.iter().map(|(title, ..)| *title).chain(merits.iter().map(|(title, _)| *title)).collect();
        writeln!(formatter, "| engine | {} |", titles.join(" | "))?;
        writeln!(formatter, "|---|{}", "--:|".repeat(titles.len()))?;
        for row in self.rows {
            let costs = COSTS.iter().map(|(_, is_of_keys, of)| cell(row, *is_of_keys, of(row)));
            let merits = merits
                .iter()
                .map(|(_, name)| merit(row, name).map_or("–".to_owned(), |share| format!("{share:.0} %")));
            let cells: Vec<String> = costs.chain(merits).collect();
            writeln!(formatter, "| {} | {} |", row.engine.title, cells.join(" | "))?;
        }
        self.ratios(formatter, merits.len())?;
        self.notes(formatter)
    }
}

impl Table<'_> {
    fn row(&self, name: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.engine.name == name)
    }

    /// How many times more ours costs than each reference.
    fn ratios(&self, formatter: &mut fmt::Formatter<'_>, merits: usize) -> fmt::Result {
        let Some(ours) = self.row(OURS) else { return Ok(()) };
        for other in REFERENCES.iter().filter_map(|name| self.row(name)) {
            let ratios = COSTS.map(|(.., of)| match (of(ours), of(other)) {
                (Some(a), Some(b)) if b > 0.0 => format!("× {}", number(a / b)),
                _ => "–".to_owned(),
            });
            let empty = " |".repeat(merits);
            writeln!(formatter, "| ours ÷ {} | {} |{empty}", other.engine.title, ratios.join(" | "))?;
        }
        Ok(())
    }

    fn notes(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut notes = Vec::new();
        if let Some(ours) = self.row(OURS) {
            let whole = number(self.our_module as f64 / 1e3);
            notes.push(format!(
                "Communs weighs {whole} kB with the reading of the catalogue, which is not counted above."
            ));
            if let (Some(before), Some(after)) = (ours.measure.get("own_before"), ours.measure.get("own_after")) {
                let [before, after] = [before, after].map(|bytes| number(bytes / 1e6));
                notes.push(format!(
                    "Its linear memory is {before} MB once the catalogue is read, {after} MB with the index."
                ));
            }
        }
        for row in self.rows {
            if let Some(told) = &row.offline {
                notes.push(format!("{} makes its index {told}; its memory is in a worker.", row.engine.title));
            }
            if row.measure.is_partial() {
                let [typed, keys] = ["typed", "keys"].map(|name| row.measure.get(name).unwrap_or_default());
                notes.push(format!("\\* {}: {typed} keys of {keys}, the limit of time.", row.engine.title));
            }
        }
        if notes.is_empty() { Ok(()) } else { writeln!(formatter, "\n{}", notes.join(" ")) }
    }
}

fn cell(row: &Row, is_of_keys: bool, value: Option<f64>) -> String {
    match (value, &row.measure.stopped) {
        (Some(value), _) if is_of_keys && row.measure.is_partial() => format!("{} *", number(value)),
        (Some(value), _) => number(value),
        (None, Some(stopped)) => stopped.clone(),
        (None, None) => "–".to_owned(),
    }
}

/// A number with about three digits that mean something, and its thousands apart.
fn number(value: f64) -> String {
    let decimals = match value.abs() {
        100.0.. => 0,
        10.0.. => 1,
        1.0.. => 2,
        _ => 3,
    };
    let text = format!("{value:.decimals$}");
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("−", digits));
    let (whole, rest) =
        digits.split_once('.').map_or((digits, String::new()), |(whole, rest)| (whole, format!(".{rest}")));
    let grouped: Vec<&str> =
        whole.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).expect("digits are ASCII")).collect();
    format!("{sign}{}{rest}", grouped.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::engines;

    #[test]
    fn numbers_keep_what_means_something() {
        for (value, expected) in [
            (0.0284, "0.028"),
            (1.234, "1.23"),
            (61.78, "61.8"),
            (1689.4, "1,689"),
            (1e6, "1,000,000"),
            (-0.5, "−0.500"),
        ] {
            assert_eq!(number(value), expected);
        }
    }

    fn row(name: &str, values: &[(&str, f64)], stopped: Option<&str>) -> Row {
        let values = values.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect();
        let measure = Measure { values, stopped: stopped.map(str::to_owned) };
        Row { engine: engines::find(name).unwrap(), weight: 2000, measure, offline: None }
    }

    #[test]
    fn a_table_has_ratios_and_says_what_was_not_reached() {
        let rows = [
            row("ours", &[("build", 5.0), ("median", 0.5)], None),
            row("flexsearch", &[("build", 10.0), ("median", 0.25), ("typed", 3.0), ("keys", 9.0)], None),
            row("fuse", &[], Some("> 240 s")),
        ];
        let table = Table { rows: &rows, our_module: 0 }.to_string();
        assert!(table.contains("| FlexSearch | 2.00 | – | 10.0 | – | 0.250 * | – |"), "{table}");
        assert!(table.contains("| ours ÷ FlexSearch | × 1.00 | – | × 0.500 | – | × 2.00 | – |"), "{table}");
        assert!(table.contains("| Fuse.js | 2.00 | > 240 s |"), "{table}");
        assert!(table.contains("* FlexSearch: 3 keys of 9, the limit of time."), "{table}");
    }
}
