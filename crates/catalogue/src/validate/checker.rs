//! The checks that every part of the file shares: each takes a raw value and its place, and
//! gives the sound value or tells why there is none.

use crate::diagnostic::{Diagnostic, Expected, Path, Severity, nearest, shortened};
use crate::entry::EntryIndex;
use crate::forgiving::Listed;
use crate::meant;
use crate::scalar::{self, PartialDate, SafeUrl};
use crate::text::Text;
use crate::vocabulary::{TermIndex, Vocabularies, VocabularyKey};
use text::sorting::sorted_by_key;

/// How many references that lead nowhere get a suggestion: each is compared with every id, and a file that
/// lacks thousands of entries would freeze the page.
const MOST_SUGGESTIONS: usize = 50;

/// What is known so far of the file being read, and what is wrong in it.
pub(super) struct Checker<'a> {
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
    pub(super) vocabularies: Vocabularies,
    /// Ids and titles of the documents.
    pub(super) documents: Vec<(String, Text)>,
    /// Ids of the file, sorted, each with its entry once that is sound: references to one that is left out
    /// are dropped without a word of their own.
    pub(super) ids: Vec<(String, Option<EntryIndex>)>,
    /// The name of each sound entry.
    names: Vec<Text>,
    /// For each sound entry, the last list that referred to it.
    listed: Vec<usize>,
    /// How many lists of references there were.
    lists: usize,
    /// How many references led nowhere.
    lost: usize,
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
            names: Vec::new(),
            listed: Vec::new(),
            lists: 0,
            lost: 0,
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
        let (path, place, entry) = (path.to_string(), None, self.entry.clone());
        let found = shortened(found).into_owned();
        self.diagnostics.push(Diagnostic { severity, path, place, entry, found, expected, suggestion });
    }

    /// Tells that what must be there is not. What was there and could not be read has been told already: it
    /// costs what its absence does.
    pub(super) fn missing(&mut self, severity: Severity, path: &Path<'_>) {
        let place = path.to_string();
        let refused = |told: &&mut Diagnostic| told.path == place && matches!(told.expected, Expected::Type(_));
        match self.diagnostics.iter_mut().rev().find(refused) {
            Some(told) => told.severity = severity,
            None => self.report(severity, path, "", Expected::Present, None),
        }
    }

    /// Takes the ids that are in the file, before any entry is known to be sound.
    pub(super) fn expect_ids(&mut self, ids: &[String]) {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let mut sorted = sorted_by_key(&ids, |id| *id);
        sorted.dedup();
        self.ids = sorted.into_iter().map(|id| (id.to_owned(), None)).collect();
    }

    pub(super) fn know_entry(&mut self, id: &str, name: &Text, index: EntryIndex) {
        if let Some(place) = self.place(id) {
            self.ids[place].1 = Some(index);
        }
        self.names.push(name.clone());
        self.listed.push(0);
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.ids.binary_search_by(|(known, _)| known.as_str().cmp(id)).ok()
    }

    fn find(&self, id: &str) -> Option<EntryIndex> {
        self.ids[self.place(id)?].1
    }

    /// A slug: it stands in URLs and anchors as it is.
    pub(super) fn slug(&mut self, id: Option<String>, path: &Path<'_>) -> Option<String> {
        let id = self.required(id, path)?;
        if scalar::is_slug(&id) {
            return Some(id);
        }
        let suggestion = Some(text::slug(&id)).filter(|slug| !slug.is_empty());
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

    /// Tells an id that addresses use for what is not known: it stands, and they write it otherwise.
    pub(super) fn tell_reserved(&mut self, id: &str, path: &Path<'_>) {
        if id == scalar::UNKNOWN {
            self.report(Severity::Ignored, path, id, Expected::Unreserved, None);
        }
    }

    /// A slug that no entry has yet.
    pub(super) fn new_id(&mut self, id: Option<String>, path: &Path<'_>) -> Option<String> {
        let id = self.slug(id, path)?;
        if self.find(&id).is_some() {
            let free = (2..).map(|n| format!("{id}-{n}")).find(|candidate| self.find(candidate).is_none());
            self.report(Severity::LeftOut, path, &id, Expected::UniqueId, free);
            return None;
        }
        self.tell_reserved(&id, path);
        Some(id)
    }

    /// A string that must be there.
    pub(super) fn required(&mut self, value: Option<String>, path: &Path<'_>) -> Option<String> {
        let value = value.filter(|value| !value.is_empty());
        if value.is_none() {
            self.missing(Severity::LeftOut, path);
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
            self.missing(severity, path);
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

    /// A term of a vocabulary that may be absent.
    pub(super) fn term(&mut self, key: VocabularyKey, id: Option<String>, path: &Path<'_>) -> Option<TermIndex> {
        self.term_of(Severity::Ignored, key, &id?, path)
    }

    /// A term of a vocabulary that must be there.
    pub(super) fn required_term(&mut self, key: VocabularyKey, id: String, path: &Path<'_>) -> Option<TermIndex> {
        let id = self.required(Some(id), path)?;
        self.term_of(Severity::LeftOut, key, &id, path)
    }

    fn term_of(&mut self, severity: Severity, key: VocabularyKey, id: &str, path: &Path<'_>) -> Option<TermIndex> {
        let term = self.vocabularies.find(key, id);
        if term.is_none() {
            let terms = self.vocabularies.terms(key).iter();
            let suggestion = meant::id(id, terms.map(|term| (term.id.as_str(), term.label.as_str())));
            self.report(severity, path, id, Expected::Term(key.name()), suggestion);
        }
        term
    }

    /// Terms of a vocabulary, each once.
    pub(super) fn terms(&mut self, key: VocabularyKey, ids: Listed<String>, path: &Path<'_>) -> Vec<TermIndex> {
        let mut seen = Vec::new();
        self.each(ids, path, |checker, id, path| {
            let term = checker.term_of(Severity::Ignored, key, &id, path)?;
            if seen.contains(&term) {
                return checker.repeated(&id, path);
            }
            seen.push(term);
            Some(term)
        })
    }

    pub(super) fn reference(&mut self, id: &str, path: &Path<'_>) -> Option<EntryIndex> {
        let Some(place) = self.place(id) else {
            let sound = self.ids.iter().filter_map(|(known, index)| Some((known, (*index)?)));
            let sound = sound.map(|(known, index)| (known.as_str(), self.names[index.rank()].as_str()));
            let suggestion = if self.lost < MOST_SUGGESTIONS { meant::id(id, sound) } else { None };
            self.lost += 1;
            self.report(Severity::Ignored, path, id, Expected::Entry, suggestion);
            return None;
        };
        self.ids[place].1
    }

    /// References to entries, each once.
    pub(super) fn references(&mut self, ids: Listed<String>, path: &Path<'_>) -> Vec<EntryIndex> {
        self.lists += 1;
        self.each(ids, path, |checker, id, path| {
            let index = checker.reference(&id, path)?;
            let list = std::mem::replace(&mut checker.listed[index.rank()], checker.lists);
            if list == checker.lists { checker.repeated(&id, path) } else { Some(index) }
        })
    }

    fn repeated<T>(&mut self, id: &str, path: &Path<'_>) -> Option<T> {
        self.report(Severity::Ignored, path, id, Expected::NotYet, None);
        None
    }

    /// A source document, as its rank.
    pub(super) fn document(&mut self, id: &str, path: &Path<'_>) -> Option<usize> {
        if id.is_empty() {
            self.missing(Severity::Ignored, path);
            return None;
        }
        let rank = self.documents.iter().position(|(known, _)| known == id);
        if rank.is_none() {
            let documents = self.documents.iter();
            let suggestion = meant::id(id, documents.map(|(known, title)| (known.as_str(), title.as_str())));
            self.report(Severity::Ignored, path, id, Expected::Document, suggestion);
        }
        rank
    }

    /// A safe address.
    pub(super) fn url(&mut self, url: Option<String>, path: &Path<'_>) -> Option<SafeUrl> {
        let url = url?;
        let safe = SafeUrl::parse(&url);
        if safe.is_none() {
            let (expected, suggestion) = if scalar::names_user(&url) {
                (Expected::NoUser, None)
            } else {
                (Expected::SafeUrl, scalar::to_url(&url))
            };
            self.report(Severity::Ignored, path, &url, expected, suggestion);
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
        items: Listed<T>,
        path: &Path<'_>,
        mut check: impl FnMut(&mut Self, T, &Path<'_>) -> Option<U>,
    ) -> Vec<U> {
        items.into_ranked().filter_map(|(rank, item)| check(self, item, &item_of(path, rank))).collect()
    }
}

/// The place of an item of a list; one without a rank stands where the list does.
pub(super) fn item_of<'a>(list: &'a Path<'_>, rank: Option<usize>) -> Path<'a> {
    rank.map_or(*list, |rank| list.index(rank))
}
