//! What is known of the file while it is checked (its ids, vocabularies, documents), and what is told of it.

use crate::definitions::Shape;
use crate::diagnostic::{Diagnostic, Expected, Path, Severity};
use crate::entry::EntryIndex;
use crate::file_name;
use crate::host_field::HostField;
use crate::kinds::Kinds;
use crate::meant;
use crate::reader::Reader;
use crate::scalar;
use crate::text::Text;
use crate::value::{Parts, Value};
use crate::vocabulary::Vocabularies;
use messages::Language;
use text::sorting::sorted_by_key;

/// How many references that lead nowhere get a suggestion: each is compared with every id, and a file that
/// lacks thousands of entries would freeze the page.
const MOST_SUGGESTIONS: usize = 50;

/// What is known so far of the file being read, and what is wrong in it.
pub(super) struct Checker<'a> {
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
    pub(super) vocabularies: Vocabularies,
    /// Its kinds.
    pub(super) kinds: Kinds,
    /// The fields that the catalogue adds.
    pub(super) fields: Vec<HostField>,
    /// Ids and titles of the documents.
    pub(super) documents: Vec<(String, Text)>,
    /// Ids of the file, sorted, each with its entry once that is sound: references to one that is left out
    /// are dropped without a word of their own.
    pub(super) ids: Vec<(String, Option<EntryIndex>)>,
    /// The name of each sound entry.
    names: Vec<Text>,
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
            kinds: Kinds::of_format(Language::default()),
            fields: Vec::new(),
            documents: Vec::new(),
            ids: Vec::new(),
            names: Vec::new(),
            lost: 0,
            entry: None,
        }
    }

    /// What reads a part of the file that could not be read before.
    pub(super) fn reader(&mut self) -> Reader<'_> {
        Reader { entry: self.entry.clone(), diagnostics: self.diagnostics }
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
        let entry = self.entry.as_ref();
        self.diagnostics.push(Diagnostic::new(severity, path, entry, found, expected, suggestion));
    }

    /// Tells that what must be there is not. What was there and could not be read has been told already: it
    /// costs what its absence does.
    pub(super) fn missing(&mut self, severity: Severity, path: &Path<'_>) {
        self.lacks(severity, path, Expected::Present);
    }

    /// The same of what is expected there, or, of several keys, at the first one.
    pub(super) fn lacks(&mut self, severity: Severity, path: &Path<'_>, expected: Expected) {
        let place = path.to_string();
        let refused = |told: &&mut Diagnostic| {
            matches!(told.expected, Expected::Type(_) | Expected::OneOf(_)) && told.path == place
        };
        match self.diagnostics.iter_mut().rev().find(refused) {
            Some(told) => told.severity = severity,
            None => self.report(severity, path, "", expected, None),
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
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.ids.binary_search_by(|(known, _)| known.as_str().cmp(id)).ok()
    }

    fn find(&self, id: &str) -> Option<EntryIndex> {
        self.ids[self.place(id)?].1
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
            self.report(Severity::Warning, path, id, Expected::Unreserved, None);
        }
    }

    /// An id that no entry has yet.
    pub(super) fn new_id(&mut self, id: String, path: &Path<'_>) -> Option<String> {
        if self.find(&id).is_some() {
            let free = (2..).map(|n| format!("{id}-{n}")).find(|candidate| self.find(candidate).is_none());
            self.report(Severity::LeftOut, path, &id, Expected::UniqueId, free);
            return None;
        }
        self.tell_reserved(&id, path);
        Some(id)
    }

    /// The ids that an entry had, without those that an entry has.
    pub(super) fn former_ids(&mut self, ids: Vec<String>, path: &Path<'_>) -> Vec<String> {
        let (taken, free): (Vec<String>, Vec<String>) = ids.into_iter().partition(|id| self.place(id).is_some());
        taken.iter().for_each(|id| self.report(Severity::Ignored, path, id, Expected::UniqueId, None));
        for (id, expected) in free.iter().filter_map(|id| Some((id, file_name::fault(id)?))) {
            self.report(Severity::Warning, path, id, expected, None);
        }
        free
    }

    /// The entry that has an id.
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

    /// What can be made of each object that the file lists under this key. Each is checked just before, so that what is
    /// wrong is told in the order of the file.
    pub(super) fn each_of<T>(
        &mut self,
        file: &mut Parts,
        key: &str,
        mut make: impl FnMut(&mut Self, Parts, &Path<'_>) -> Option<T>,
    ) -> Vec<T> {
        let ((shape, items), path, mut made) = (file.take(key), Path::ROOT.key(key), Vec::new());
        let Shape::List(shape) = shape else { return made };
        for (rank, item) in items.items() {
            let path = item_of(&path, rank);
            let item = self.check(*shape, item, &path);
            made.extend(item.parts().and_then(|parts| make(self, parts, &path)));
        }
        made
    }

    /// What can be made of each object of a list.
    pub(super) fn each<T>(
        &mut self,
        items: Value,
        path: &Path<'_>,
        mut make: impl FnMut(&mut Self, Parts, &Path<'_>) -> Option<T>,
    ) -> Vec<T> {
        let mut made = Vec::new();
        for (rank, item) in items.items() {
            made.extend(item.parts().and_then(|parts| make(self, parts, &item_of(path, rank))));
        }
        made
    }
}

/// The place of an item of a list; one without a rank stands where the list does.
pub(super) fn item_of<'a>(list: &'a Path<'_>, rank: Option<usize>) -> Path<'a> {
    rank.map_or(*list, |rank| list.index(rank))
}
