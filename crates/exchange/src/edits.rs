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
            let vocabularies = at_key(&mut tree, "vocabularies", || Json::Object(Vec::new()));
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
    let list = at_key(object, key, || Json::List(Vec::new()));
    if !matches!(list, Json::List(_)) {
        *list = Json::List(Vec::new());
    }
    let Json::List(items) = list else { unreachable!("it was made a list") };
    items
}

/// The value under a key of an object, with this one where there is none.
fn at_key<'a>(object: &'a mut Json, key: &str, empty: impl Fn() -> Json) -> &'a mut Json {
    if !matches!(object, Json::Object(_)) {
        *object = Json::Object(Vec::new());
    }
    let Json::Object(fields) = object else { unreachable!("it was made an object") };
    let rank = fields.iter().position(|(name, _)| name == key).unwrap_or_else(|| {
        fields.push((key.to_owned(), empty()));
        fields.len() - 1
    });
    &mut fields[rank].1
}
