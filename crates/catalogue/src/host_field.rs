//! The fields that a catalogue adds to those of the format: what `fields` defines.

use super::kinds::Kind;
use super::text::Text;
use super::vocabulary::TermIndex;
use super::words::{FieldType, Rubric, SearchWeight};

/// How many fields a catalogue may add: more than any source seen has, few enough to be read in one panel.
pub const MOST_FIELDS: usize = 64;

/// How many terms a field may have.
pub const MOST_TERMS: usize = 10_000;

/// A field that the catalogue adds.
#[derive(Debug, Clone)]
pub struct HostField {
    /// Its key under `values`, unique among them.
    pub id: String,
    pub label: Text,
    pub of: FieldType,
    /// What its numbers count (« km »).
    pub unit: Option<Text>,
    /// The kinds of entry that have it; none means all.
    pub kinds: Vec<Kind>,
    /// Where entry pages show it.
    pub rubric: Rubric,
    /// Whether it is a facet; only terms, answers and entries are.
    pub is_facet: bool,
    pub is_on_card: bool,
    /// Whether the table has a column for it.
    pub is_in_table: bool,
    /// Whether results can be put in its order; only numbers and dates are.
    pub is_order: bool,
    /// How much its words weigh in the search, if they are searched.
    pub search: Option<SearchWeight>,
    /// Its terms: those that it lists, else those that entries have, in the order of the file.
    pub terms: Vec<HostTerm>,
    /// Whether it lists its terms: no other is one.
    pub is_closed: bool,
}

/// A term of a field that the catalogue adds.
#[derive(Debug, Clone)]
pub struct HostTerm {
    pub id: String,
    pub label: Text,
}

impl HostField {
    /// Whether entries of this kind have it.
    pub fn is_of(&self, kind: Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    /// The term that a handle points to.
    pub fn term(&self, index: TermIndex) -> &HostTerm {
        &self.terms[index.0 as usize]
    }

    /// The handle of the term with this id.
    pub fn find(&self, id: &str) -> Option<TermIndex> {
        let rank = self.terms.iter().position(|term| term.id == id)?;
        u32::try_from(rank).ok().map(TermIndex)
    }
}

/// A number with at most six decimals, in millionths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(pub i64);

impl Decimal {
    /// Reads a number as people, spreadsheets and programs write it: `1234.5`, `1 234,5`, `1.2345E3`.
    pub fn parse(word: &str) -> Option<Self> {
        let bare: String = word.chars().filter(|c| !c.is_whitespace()).collect();
        let (sign, bare) = match bare.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (-1, rest),
            None => (1, bare.as_str()),
        };
        let (bare, exponent) = bare.split_once(['e', 'E']).unwrap_or((bare, "0"));
        let (whole, part) = bare.split_once(['.', ',']).unwrap_or((bare, ""));
        let digits = format!("{whole}{part}");
        if whole.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut digits = digits.trim_start_matches('0');
        let mut shift = exponent.parse::<i32>().ok()?.checked_add(6)?.checked_sub(i32::try_from(part.len()).ok()?)?;
        // Databases write as many noughts as their columns have; more digits than these are of no use.
        while digits.len() > 18 && shift < 0 {
            (digits, shift) = (&digits[..digits.len() - 1], shift + 1);
        }
        // Nought, or what a program has computed instead of it: `5.5e-17`.
        if digits.is_empty() || digits.len() as i32 + shift <= -3 {
            return Some(Self(0));
        }
        let digits = digits.parse::<i64>().ok()?;
        let unit = 10_i64.checked_pow(shift.unsigned_abs())?;
        let millionths = match shift {
            0.. => digits.checked_mul(unit)?,
            // What a program has computed may differ by its last bits from what was meant: `0.30000000000000004`.
            _ => {
                let nearest = digits.checked_add(unit / 2)? / unit;
                ((digits - nearest * unit).abs() <= (unit / 1000).max(digits >> 50)).then_some(nearest)?
            }
        };
        Some(Self(sign * millionths))
    }

    /// The number with a point before its decimals, as programs write it.
    pub fn plain(self) -> String {
        let (sign, whole, part) = self.parts();
        if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
    }

    /// Its sign, its whole part and its decimals.
    pub fn parts(self) -> (&'static str, u64, String) {
        let (whole, part) = (self.0.unsigned_abs() / 1_000_000, self.0.unsigned_abs() % 1_000_000);
        let part = format!("{part:06}").trim_end_matches('0').to_owned();
        (if self.0 < 0 { "-" } else { "" }, whole, part)
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (word, plain) in [
            ("12", Some("12")),
            ("1\u{202f}234,50", Some("1234.5")),
            ("-0.000001", Some("-0.000001")),
            ("0", Some("0")),
            ("48.8566140", Some("48.856614")),
            ("1.2E7", Some("12000000")),
            ("25e-2", Some("0.25")),
            ("0.30000000000000004", Some("0.3")),
            ("12.099999999999998", Some("12.1")),
            ("123456789.12000001", Some("123456789.12")),
            ("1250.0000000000000000", Some("1250")),
            ("0.50000000000000000000", Some("0.5")),
            ("1.0000000000000000000000", Some("1")),
            ("5.551115123125783e-17", Some("0")),
            ("-1.1102230246251565e-16", Some("0")),
            ("0E-25", Some("0")),
            ("0.00000000012", Some("0")),
            ("0.00000012", None),
            ("1234567.8910111", None),
            ("1.2345678", None),
            ("1.9999996", None),
            ("1e300", None),
            ("1e", None),
            ("12 km", None),
            ("", None),
            (",5", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(Decimal::parse(word).map(Decimal::plain).as_deref(), plain, "{word}");
        }
    }
}
