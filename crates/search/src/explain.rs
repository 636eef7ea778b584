//! Why an entry answers: what to mark in its texts, and what to say when that does not show it.

use std::ops::Range;

use super::fields::{self, FieldSet};
use super::normalizer::{capitalized, is_stop_word};
use super::postings::Sequences;
use super::ranking::MatchKind;
use super::reading::Reading;
use super::terms::{INITIALS, INNER};
use super::text_index::TextIndex;
use super::tokenizer::{tokens, words};
use catalogue::{Catalogue, EntryIndex};
use text::letters::reduced;

/// Why an entry answers one word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The word, as it was typed.
    pub word: String,
    /// What the entry has for it, as it is written there.
    pub found: String,
    /// How the one answers the other, at best.
    pub kind: MatchKind,
    pub fields: FieldSet,
}

/// Why an entry answers a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Explanation {
    /// For each word that it has, why.
    pub reasons: Vec<Reason>,
    /// The words that it does not have, as they were typed.
    pub missing: Vec<String>,
}

/// The fields of a sequence where terms stand.
fn fields_of(sequence: &[u32], is_found: impl Fn(u32) -> bool) -> FieldSet {
    let mut fields = FieldSet::default();
    let found = Sequences::with_fields(sequence).filter(|(_, term)| is_found(*term));
    found.for_each(|(field, _)| fields.insert(field));
    fields
}

/// A text with a word in place of another.
pub fn replace_word(text: &str, word: &str, by: &str) -> String {
    let mut replaced = String::new();
    let mut end = 0;
    for range in words(text).filter(|range| text[range.clone()] == *word) {
        replaced.push_str(&text[end..range.start]);
        replaced.push_str(by);
        end = range.end;
    }
    replaced + &text[end..]
}

/// What [`Words`](super::words::Words) says of an entry and of a text.
impl TextIndex {
    pub(super) fn highlight(&self, text: &str, reading: &Reading) -> Vec<Range<usize>> {
        if reading.is_empty() {
            return Vec::new();
        }
        let found: Vec<(Range<usize>, Option<u32>)> =
            tokens(text).map(|token| (token.range, self.terms.find(&token.term))).collect();
        // « l » is the start of « logement », and of « la » too, which tells nothing.
        let answers = |term: u32| match reading.answer(term) {
            Some(MatchKind::Prefix) => !is_stop_word(self.terms.get(term)),
            answer => answer.is_some(),
        };
        let mut marked: Vec<bool> = found.iter().map(|(_, term)| term.is_some_and(answers)).collect();
        for phrase in reading.phrases.iter().filter(|phrase| phrase.parts.len() > 1) {
            for start in 0..found.len() {
                let run = start..start + phrase.parts.len();
                let holds = found.get(run.clone()).is_some_and(|run| {
                    run.iter().zip(&phrase.parts).all(|((_, term), part)| term.is_some_and(|term| part.contains(&term)))
                });
                if holds {
                    marked[run].fill(true);
                }
            }
        }
        let inner = |part: &str| {
            let term = self.terms.find_inner(&reduced(part));
            term.is_some_and(|term| reading.answer(term).is_some())
        };
        let mut ranges = Vec::new();
        for ((range, _), marked) in found.into_iter().zip(marked) {
            if marked {
                ranges.push(range);
                continue;
            }
            let mut end = range.start;
            for part in capitalized(&text[range]) {
                let start = end;
                end += part.len();
                if inner(part) {
                    ranges.push(start..end);
                }
            }
        }
        ranges
    }

    pub(super) fn explain(&self, catalogue: &Catalogue, entry: EntryIndex, reading: &Reading) -> Explanation {
        // For each word: how it is answered at best, by which term, and where.
        let mut best: Vec<Option<(MatchKind, u32, FieldSet)>> = vec![None; reading.words.len()];
        let sequence = self.sequences.of(entry.rank());
        for (field, term) in Sequences::with_fields(sequence) {
            let Some((word, kind)) = reading.word_of(term) else { continue };
            let place = best[word].get_or_insert((kind, term, FieldSet::default()));
            if kind < place.0 {
                (place.0, place.1) = (kind, term);
            }
            place.2.insert(field);
        }
        let mut explanation = Explanation::default();
        let mut said: Vec<bool> = best.iter().map(Option::is_some).collect();
        for phrase in &reading.phrases {
            let words = phrase.words.clone();
            // Words that are surer apart are told apart.
            let is_apart = best[words.clone()].iter().flatten().any(|(kind, ..)| *kind < phrase.kind);
            let is_told = said[words.clone()].contains(&true) && best[words.clone()].contains(&None);
            if !is_apart && !is_told && phrase.holds(sequence) {
                best[words.clone()].fill(None);
                said[words.clone()].fill(true);
                let typed: Vec<&str> = reading.words[words].iter().map(|read| read.word.written.as_str()).collect();
                let part = |terms: &Vec<u32>| {
                    let held = terms.iter().find(|term| sequence.contains(term)).unwrap_or(&terms[0]);
                    written(catalogue, entry, self.terms.get(*held))
                };
                let found: Vec<String> = phrase.parts.iter().map(part).collect();
                let (word, found) = (typed.join(" "), found.join(" "));
                let fields = fields_of(sequence, |term| phrase.parts.iter().any(|terms| terms.contains(&term)));
                explanation.reasons.push(Reason { word, found, kind: phrase.kind, fields });
            }
        }
        for ((read, best), said) in reading.words.iter().zip(best).zip(said) {
            let word = read.word.written.clone();
            match best {
                Some((kind, term, fields)) => {
                    let found = written(catalogue, entry, self.terms.get(term));
                    explanation.reasons.push(Reason { word, found, kind, fields });
                }
                // What no entry has is said once for all; what only asks is not missed.
                None if said || read.answers.is_empty() || read.only_asks => {}
                None => explanation.missing.push(word),
            }
        }
        explanation
    }

    pub(super) fn unknown_words(&self, catalogue: &Catalogue, reading: &Reading) -> Vec<(String, Option<String>)> {
        let mut unknown = Vec::new();
        for (rank, read) in reading.words.iter().enumerate().filter(|(_, read)| !read.only_asks) {
            let typo = read.answers.iter().find(|(_, kind)| matches!(kind, MatchKind::Typo(_)));
            match typo {
                Some((terms, _)) => {
                    let holder = self.postings.of(terms.clone()).first();
                    let term = self.terms.get(terms.start);
                    let meant = holder.map(|posting| written(catalogue, EntryIndex(posting.entry()), term));
                    unknown.push((read.word.written.clone(), meant));
                }
                None if read.answers.is_empty() && !reading.is_said(self, rank) => {
                    unknown.push((read.word.written.clone(), None));
                }
                _ => {}
            }
        }
        unknown
    }
}

/// A term as an entry writes it, accents and all; the term itself if it stands in no text as such.
fn written(catalogue: &Catalogue, entry: EntryIndex, term: &str) -> String {
    let mut found = None;
    let is_it = |word: &&str| match term.strip_prefix(INNER) {
        Some(inner) => capitalized(word).any(|part| reduced(part) == inner),
        None => reduced(word) == term,
    };
    fields::searched_texts(catalogue, catalogue.entry(entry), &mut |_, text| {
        if found.is_none() {
            found = words(text).map(|range| &text[range]).find(is_it).map(str::to_owned);
        }
    });
    found.unwrap_or_else(|| term.trim_start_matches([INITIALS, INNER]).to_owned())
}
