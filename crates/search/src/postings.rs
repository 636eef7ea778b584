//! Where terms are: for each term its entries, for each entry its terms.

use std::ops::Range;

use super::fields::Field;

/// For each term, the entries that hold it and how much it tells of each.
#[derive(Debug, Clone, Default)]
pub(super) struct Postings {
    /// Where the postings of each term start; one more at the end.
    pub(super) starts: Vec<u32>,
    /// Ascending for each term.
    pub(super) all: Vec<Posting>,
}

/// An entry that holds a term. In one number, so that reading many is reading one memory: the rank of the
/// entry, of which there are fewer than 2^24, above the impact.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Posting(u32);

impl Posting {
    pub(super) const fn new(entry: u32, impact: u8) -> Self {
        Self(entry << 8 | impact as u32)
    }

    /// The rank of the entry.
    #[inline(always)]
    pub(super) const fn entry(self) -> u32 {
        self.0 >> 8
    }

    /// The impact of the term in the entry, from 1 to 255.
    #[inline(always)]
    pub(super) const fn impact(self) -> u8 {
        self.0 as u8
    }
}

impl Postings {
    /// The postings of neighbouring terms.
    pub(super) fn of(&self, terms: Range<u32>) -> &[Posting] {
        &self.all[self.starts[terms.start as usize] as usize..self.starts[terms.end as usize] as usize]
    }
}

/// For each entry, the terms of its texts in order. Each text starts with a number that tells its field.
#[derive(Debug, Clone, Default)]
pub(super) struct Sequences {
    /// Where each entry starts; one more at the end.
    pub(super) starts: Vec<u32>,
    pub(super) terms: Vec<u32>,
}

impl Sequences {
    /// What opens a text of a field.
    pub(super) const fn opening(field: Field) -> u32 {
        u32::MAX - field as u32
    }

    /// The field that a number opens; `None` if it is a term.
    pub(super) fn opened(number: u32) -> Option<Field> {
        Field::ALL.get((u32::MAX - number) as usize).copied()
    }

    /// The terms of a sequence, each with the field of its text.
    pub(super) fn with_fields(sequence: &[u32]) -> impl Iterator<Item = (Field, u32)> {
        let mut field = Field::Body;
        sequence.iter().filter_map(move |number| match Self::opened(*number) {
            Some(opened) => {
                field = opened;
                None
            }
            None => Some((field, *number)),
        })
    }

    /// The numbers of an entry.
    pub(super) fn of(&self, entry: usize) -> &[u32] {
        &self.terms[self.starts[entry] as usize..self.starts[entry + 1] as usize]
    }
}
