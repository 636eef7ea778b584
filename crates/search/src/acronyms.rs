//! Acronyms that the texts explain: « le référentiel national des bâtiments (RNB) ».

use super::interner::Interner;
use super::normalizer::spells;

/// The longest long form, in words.
const LONGEST: usize = 9;

/// The acronyms met so far with their long forms, as numbers of terms.
#[derive(Debug, Default)]
pub(super) struct Acronyms(Vec<(u32, Vec<u32>)>);

impl Acronyms {
    /// Notes a word in parentheses that the words before it spell.
    pub(super) fn read(&mut self, terms: &Interner, before: &[u32], term: u32, written: &str, closed: bool) {
        let is_acronym =
            closed && (2..=7).contains(&written.len()) && written.bytes().all(|byte| byte.is_ascii_uppercase());
        if !is_acronym || self.0.iter().any(|(known, _)| *known == term) {
            return;
        }
        let before = &before[before.len().saturating_sub(LONGEST)..];
        let words: Vec<&str> = before.iter().map(|number| terms.get(*number)).collect();
        if let Some(length) = spells(&words, terms.get(term)) {
            self.0.push((term, before[before.len() - length..].to_vec()));
        }
    }

    /// Each acronym with its long form, as two texts that mean the same.
    pub(super) fn groups(&self, terms: &Interner) -> Vec<Vec<String>> {
        let written = |(acronym, words): &(u32, Vec<u32>)| {
            let words: Vec<&str> = words.iter().map(|number| terms.get(*number)).collect();
            vec![terms.get(*acronym).to_owned(), words.join(" ")]
        };
        self.0.iter().map(written).collect()
    }
}
