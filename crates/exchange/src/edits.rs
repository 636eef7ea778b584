//! A catalogue changed in some places.

use catalogue::Json;

/// What changes in a catalogue.
#[derive(Debug, Default)]
pub(crate) struct Edits {
    /// Entries by rank.
    pub(crate) entries: Vec<(usize, Json)>,
    pub(crate) new_entries: Vec<Json>,
    /// Terms by vocabulary.
    pub(crate) new_terms: Vec<(String, Vec<Json>)>,
    pub(crate) new_documents: Vec<Json>,
}

impl Edits {
    /// The catalogue with these changes, each at its place.
    pub(crate) fn applied(self, target: &Json) -> Json {
        let mut tree = target.clone();
        let entries = list_at(&mut tree, "entries");
        for (rank, entry) in self.entries {
            entries[rank] = entry;
        }
        entries.extend(self.new_entries);
        if !self.new_terms.is_empty() {
            let vocabularies = tree.field_mut("vocabularies");
            self.new_terms.into_iter().for_each(|(name, terms)| list_at(vocabularies, &name).extend(terms));
        }
        if !self.new_documents.is_empty() {
            list_at(&mut tree, "documents").extend(self.new_documents);
        }
        tree
    }
}

/// The list under a key of an object, which is made one where it is none.
fn list_at<'a>(object: &'a mut Json, key: &str) -> &'a mut Vec<Json> {
    let list = object.field_mut(key);
    if !matches!(list, Json::List(_)) {
        *list = Json::List(Vec::new());
    }
    let Json::List(items) = list else { unreachable!("it was made a list") };
    items
}
