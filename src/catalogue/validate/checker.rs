//! The checks that every part of the file shares: each takes a raw value and its place, and
//! gives the sound value or tells why there is none.

use crate::catalogue::diagnostic::{Diagnostic, Expected, Path, Severity, nearest, shortened};
use crate::catalogue::entry::EntryIndex;
use crate::catalogue::scalar::{self, PartialDate, SafeUrl};
use crate::catalogue::text::Text;
use crate::catalogue::vocabulary::{TermIndex, Vocabularies, VocabularyKey};

/// What is known so far of the file being read, and what is wrong in it.
pub(super) struct Checker<'a> {
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
    pub(super) vocabularies: Vocabularies,
    pub(super) documents: Vec<String>,
    /// Ids of the sound entries, sorted.
    pub(super) ids: Vec<(String, EntryIndex)>,
    /// Ids of the entries left out: references to them are dropped without a word of their own.
    left_out: Vec<String>,
    /// The entry being checked.
    pub(super) entry: Option<String>,
}

impl<'a> Checker<'a> {
    pub(super) fn new(diagnostics: &'a mut Vec<Diagnostic>) -> Self {
        Self {
            diagnostics,
            vocabularies: Vocabularies::default(),
            documents: Vec::new(),
            ids: Vec::new(),
            left_out: Vec::new(),
            entry: None,
        }
    }

    /// Tells a problem.
    pub(super) fn report(
        &mut self,
        severity: Severity,
        path: &Path<'_>,
        found: &str,
        expected: Expected,
        suggestion: Option<String>,
    ) {
        let entry = self.entry.clone();
        let found = shortened(found).into_owned();
        self.diagnostics.push(Diagnostic { severity, path: path.to_string(), entry, found, expected, suggestion });
    }

    pub(super) fn know_entry(&mut self, id: &str, index: EntryIndex) {
        if let Err(place) = self.ids.binary_search_by(|(known, _)| known.as_str().cmp(id)) {
            self.ids.insert(place, (id.to_owned(), index));
        }
    }

    pub(super) fn know_left_out(&mut self, id: String) {
        self.left_out.push(id);
    }

    fn find(&self, id: &str) -> Option<EntryIndex> {
        let place = self.ids.binary_search_by(|(known, _)| known.as_str().cmp(id)).ok()?;
        Some(self.ids[place].1)
    }

    /// A slug: it stands in URLs and anchors as it is.
    pub(super) fn slug(&mut self, id: Option<String>, path: &Path<'_>) -> Option<String> {
        let id = self.required(id, path)?;
        if scalar::is_slug(&id) {
            return Some(id);
        }
        let suggestion = Some(scalar::to_slug(&id)).filter(|slug| !slug.is_empty());
        self.report(Severity::LeftOut, path, &id, Expected::Slug, suggestion);
        None
    }

    /// An id that none of `seen` is; it joins them.
    pub(super) fn unseen(&mut self, id: String, seen: &mut Vec<String>, path: &Path<'_>) -> Option<String> {
        if seen.contains(&id) {
            self.report(Severity::LeftOut, path, &id, Expected::UniqueId, None);
            return None;
        }
        seen.push(id.clone());
        Some(id)
    }

    /// A slug that no entry has yet.
    pub(super) fn new_id(&mut self, id: Option<String>, path: &Path<'_>) -> Option<String> {
        let id = self.slug(id, path)?;
        if self.find(&id).is_some() {
            let free = (2..).map(|n| format!("{id}-{n}")).find(|candidate| self.find(candidate).is_none());
            self.report(Severity::LeftOut, path, &id, Expected::UniqueId, free);
            return None;
        }
        Some(id)
    }

    /// A string that must be there.
    pub(super) fn required(&mut self, value: Option<String>, path: &Path<'_>) -> Option<String> {
        let value = value.filter(|value| !value.trim().is_empty());
        if value.is_none() {
            self.report(Severity::LeftOut, path, "", Expected::Present, None);
        }
        value
    }

    /// A text that must be there.
    pub(super) fn required_text(&mut self, value: Option<Text>, path: &Path<'_>) -> Option<Text> {
        self.filled_text(Severity::LeftOut, value, path)
    }

    /// A text without which one value of an entry means nothing, though the entry does.
    pub(super) fn expected_text(&mut self, value: Text, path: &Path<'_>) -> Option<Text> {
        self.filled_text(Severity::Ignored, Some(value), path)
    }

    fn filled_text(&mut self, severity: Severity, value: Option<Text>, path: &Path<'_>) -> Option<Text> {
        let value = value.filter(|text| !text.is_empty());
        if value.is_none() {
            self.report(severity, path, "", Expected::Present, None);
        }
        value
    }

    /// A word of the format that must be there.
    pub(super) fn required_word<T>(
        &mut self,
        word: Option<String>,
        path: &Path<'_>,
        words: &'static [&'static str],
        parse: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let word = self.required(word, path)?;
        self.one_of(Severity::LeftOut, &word, path, words, parse)
    }

    /// A word of the format that may be absent.
    pub(super) fn word<T>(
        &mut self,
        word: Option<String>,
        path: &Path<'_>,
        words: &'static [&'static str],
        parse: fn(&str) -> Option<T>,
    ) -> Option<T> {
        self.one_of(Severity::Ignored, &word?, path, words, parse)
    }

    fn one_of<T>(
        &mut self,
        severity: Severity,
        word: &str,
        path: &Path<'_>,
        words: &'static [&'static str],
        parse: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = parse(word);
        if value.is_none() {
            let suggestion = nearest(word, words.iter().copied());
            self.report(severity, path, word, Expected::OneOf(words), suggestion);
        }
        value
    }

    /// A term of a vocabulary.
    pub(super) fn term(&mut self, key: VocabularyKey, id: Option<String>, path: &Path<'_>) -> Option<TermIndex> {
        let id = id?;
        let term = self.vocabularies.find(key, &id);
        if term.is_none() {
            let suggestion = nearest(&id, self.vocabularies.terms(key).iter().map(|term| term.id.as_str()));
            self.report(Severity::Ignored, path, &id, Expected::Term(key.name()), suggestion);
        }
        term
    }

    /// A reference to an entry.
    pub(super) fn reference(&mut self, id: Option<String>, path: &Path<'_>) -> Option<EntryIndex> {
        let id = id?;
        let index = self.find(&id);
        if index.is_none() && !self.left_out.contains(&id) {
            let suggestion = nearest(&id, self.ids.iter().map(|(known, _)| known.as_str()));
            self.report(Severity::Ignored, path, &id, Expected::Entry, suggestion);
        }
        index
    }

    /// A source document, as its rank.
    pub(super) fn document(&mut self, id: &str, path: &Path<'_>) -> Option<usize> {
        let rank = self.documents.iter().position(|known| known == id);
        if rank.is_none() {
            let suggestion = nearest(id, self.documents.iter().map(String::as_str));
            self.report(Severity::Ignored, path, id, Expected::Document, suggestion);
        }
        rank
    }

    /// A safe address.
    pub(super) fn url(&mut self, url: Option<String>, path: &Path<'_>) -> Option<SafeUrl> {
        let url = url?;
        let safe = SafeUrl::parse(&url);
        if safe.is_none() {
            let suggestion = scalar::to_url(&url);
            self.report(Severity::Ignored, path, &url, Expected::SafeUrl, suggestion);
        }
        safe
    }

    /// An address of electronic mail.
    pub(super) fn email(&mut self, email: String, path: &Path<'_>) -> Option<String> {
        if scalar::is_email(&email) {
            return Some(email);
        }
        self.report(Severity::Ignored, path, &email, Expected::Email, None);
        None
    }

    /// A date.
    pub(super) fn date(&mut self, date: Option<String>, path: &Path<'_>) -> Option<PartialDate> {
        let date = date?;
        let read = PartialDate::parse(&date);
        if read.is_none() {
            self.report(Severity::Ignored, path, &date, Expected::Date, None);
        }
        read
    }

    /// Checks each item of a list and keeps the sound ones.
    pub(super) fn each<T, U>(
        &mut self,
        items: Vec<T>,
        path: &Path<'_>,
        mut check: impl FnMut(&mut Self, T, &Path<'_>) -> Option<U>,
    ) -> Vec<U> {
        items.into_iter().enumerate().filter_map(|(index, item)| check(self, item, &path.index(index))).collect()
    }
}
