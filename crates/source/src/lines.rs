//! The line and the column of a byte, found without reading its file from the start: a large file may have thousands of
//! problems.

use crate::{Source, Span};

/// Bytes between two places that are known.
const STEP: usize = 1024;

/// The places of a text.
#[derive(Debug)]
pub struct Lines<'a> {
    text: &'a str,
    /// Those of one byte in [`STEP`].
    known: Vec<(usize, usize)>,
}

impl<'a> Lines<'a> {
    /// Reads a text once.
    pub fn of(text: &'a str) -> Self {
        let mut known = vec![(1, 1)];
        for part in text.as_bytes().chunks_exact(STEP) {
            known.push(after(*known.last().expect("there is the first"), part));
        }
        Self { text, known }
    }

    /// The line and the column of a byte, from 1, in characters; those of the end for what is after it.
    pub fn place(&self, at: usize) -> (usize, usize) {
        let at = at.min(self.text.len());
        let rank = at / STEP;
        after(self.known[rank], &self.text.as_bytes()[rank * STEP..at])
    }
}

/// The place after some bytes.
fn after(start: (usize, usize), bytes: &[u8]) -> (usize, usize) {
    bytes.iter().fold(start, |(line, column), byte| match byte {
        b'\n' => (line + 1, 1),
        // The first byte of a character, not one that continues it.
        byte if byte & 0b1100_0000 != 0b1000_0000 => (line, column + 1),
        _ => (line, column),
    })
}

/// Where the line of a byte starts.
pub fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// The places of every file of a source.
#[derive(Debug)]
pub struct Places<'a>(Vec<Lines<'a>>);

impl Source {
    /// Reads every file once for its places.
    pub fn places(&self) -> Places<'_> {
        Places(self.files.iter().map(|file| Lines::of(&file.text)).collect())
    }
}

impl<'a> Places<'a> {
    /// The lines of a file, by its rank.
    pub fn of_file(&self, rank: usize) -> &Lines<'a> {
        &self.0[rank]
    }

    /// Where a span starts.
    pub fn start(&self, span: Span) -> (usize, usize) {
        self.of_file(span.file as usize).place(span.start as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_that_of_whoever_counts_from_the_start() {
        let text = format!("é\r\n{}\n{}🌱\n\n{}", "à,b".repeat(700), "x".repeat(STEP - 3), "ligne\n".repeat(400));
        let lines = Lines::of(&text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..at];
            let start = before.rfind('\n').map_or(0, |end| end + 1);
            let counted = (before.matches('\n').count() + 1, before[start..].chars().count() + 1);
            assert_eq!(lines.place(at), counted, "at {at}");
        }
        assert_eq!(lines.place(text.len() + 9), lines.place(text.len()));
        assert_eq!(Lines::of("").place(0), (1, 1));
    }
}
