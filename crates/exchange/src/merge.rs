//! What an import brings to a catalogue that is there: what is new, changed, gone, the same, and what may be double.
//!
//! What the catalogue says stays, unless it says that the field comes from this very source, or unless the source is
//! the catalogue's own table. What it does not say is added.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use catalogue::{Catalogue, Diagnostic, ENTRY, Json, Kind, Loaded, Severity, Shape, Term, VocabularyKey};
use messages::Language;
use messages::tool::PROBLEMS;
use thiserror::Error;

use crate::book::{Fields, free_id, word};
use crate::duplicates::{Because, Known, Sureness};
use crate::remark::shown;
use crate::shown::Shown;
use crate::update::{Change, Update};
use crate::values::{as_list, items_at, text_at};
use crate::written::fold;

/// Why nothing can be added to a catalogue, in French.
#[derive(Debug, Error)]
pub enum MergeError {
    #[error("le catalogue n’est pas un objet dont «\u{a0}entries\u{a0}» est une liste.")]
    NoCatalogue,
    #[error(
        "le résultat aurait {} au lieu de {before}\u{a0}: rien n’a été écrit. Le premier\u{a0}: {first}",
        PROBLEMS.count(Language::French, *after)
    )]
    Worse { before: usize, after: usize, first: String },
}

/// An entry of an import, and the one of the catalogue that it may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    pub name: String,
    pub id: String,
    pub because: Because,
}

/// An entry of the catalogue that says more, or something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    pub id: String,
    pub changes: Vec<Change>,
}

/// What an import makes of a catalogue.
#[derive(Debug, Default)]
pub struct Merged {
    /// The whole catalogue, where what does not change is at its place.
    pub tree: Json,
    /// Names and ids of what is added.
    pub new: Vec<(String, String)>,
    pub changed: Vec<Changed>,
    /// How many entries are there already and say nothing else.
    pub same_count: usize,
    /// Entries of the catalogue that come from this source, where they are no more: they stay.
    pub gone: Vec<String>,
    /// Entries that were found under another id, and why.
    pub found: Vec<Pair>,
    /// Entries that are not added because they may be there.
    pub near: Vec<Pair>,
    /// What the catalogue says otherwise, which stays: the id, the field, what it says and what the source says.
    pub kept: Vec<(String, Change)>,
}

/// How entries are added.
#[derive(Debug, Clone, Copy, Default)]
pub struct Manner {
    /// The source is the catalogue's own table: ids tell entries, and what it says counts.
    pub is_own: bool,
    /// Entries that may be there are added all the same.
    pub add_near: bool,
}

/// Adds an import to a catalogue.
///
/// # Errors
/// When the target is no catalogue, or when the result would have more problems than it has.
pub fn merge(target: &Json, imported: &Json, source: &str, manner: Manner) -> Result<Merged, MergeError> {
    let Some(Json::List(entries)) = target.get("entries") else { return Err(MergeError::NoCatalogue) };
    let Loaded { catalogue, diagnostics } =
        catalogue::read_tree(target.clone()).map_err(|_| MergeError::NoCatalogue)?;
    let before = problems(diagnostics);
    let mut shows = Shown::of(&catalogue);
    let mut merge = Merging::new(&catalogue, entries, imported);
    let drafts = items_at(imported, "entries");
    let places = merge.places(drafts, source, manner);
    for draft in drafts {
        let place = text_at(draft, "id").and_then(|id| merge.ids.get(id));
        if let (Some(id), Some(name)) = (place, text_at(draft, "name")) {
            shows.name(id, name);
        }
    }
    let updating = Update { source, is_own: manner.is_own, shown: &shows };
    let mut out = Merged::default();
    // What is written, each at the rank of what it takes the place of, new ones at none.
    let mut written: Vec<(Option<usize>, Json)> = Vec::new();
    let mut cited = BTreeSet::new();
    for (draft, place) in drafts.iter().zip(&places) {
        let Json::Object(fields) = draft else { continue };
        let name = shown(word(fields, "name").unwrap_or_default());
        let draft_id = word(fields, "id").unwrap_or_default();
        match place {
            Place::Near(rank, because) => {
                out.near.push(Pair { name, id: merge.id_at(*rank), because: *because });
                cited.insert(*rank);
            }
            Place::New => {
                let id = merge.ids[draft_id].clone();
                let mut entry = merge.translated(draft);
                // The catalogue is not its own source.
                entry.retain(|(key, _)| !manner.is_own || key != "sources");
                written.push((None, Json::Object(entry)));
                out.new.push((name, id));
            }
            Place::Same(rank, because) => {
                cited.insert(*rank);
                let id = merge.id_at(*rank);
                if *because != Because::Id {
                    out.found.push(Pair { name, id: id.clone(), because: *because });
                }
                let Json::Object(there) = &entries[*rank] else { continue };
                let draft = merge.translated(draft);
                let updated = updating.of(there, &draft);
                out.kept.extend(updated.kept.into_iter().map(|change| (id.clone(), change)));
                if updated.changes.is_empty() {
                    out.same_count += 1;
                } else {
                    out.changed.push(Changed { id, changes: updated.changes });
                    written.push((Some(*rank), updated.entry));
                }
            }
        }
    }
    if !manner.is_own {
        let gone = entries.iter().enumerate().filter(|(rank, entry)| !cited.contains(rank) && cites(source, entry));
        // An organisation comes and goes with what it bears.
        let gone = gone.filter(|(_, entry)| text_at(entry, "kind") != Some(Kind::ORGANISATION.word()));
        out.gone = gone.map(|(rank, _)| merge.id_at(rank)).collect();
    }
    out.tree = target.clone();
    add_terms(&mut out.tree, &catalogue, imported, &mut written);
    add_documents(&mut out.tree, imported, &written);
    let list = list_at(&mut out.tree, "entries");
    for (rank, entry) in written {
        match rank {
            Some(rank) => list[rank] = entry,
            None => list.push(entry),
        }
    }
    // The check reads it all again.
    drop((catalogue, shows));
    compare(&before, &out.tree)?;
    Ok(out)
}

/// The problems of a catalogue that cost something.
fn problems(mut problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    problems.retain(|problem| problem.severity != Severity::Warning);
    problems
}

/// Refuses a result that has more problems than what was there.
fn compare(before: &[Diagnostic], after: &Json) -> Result<(), MergeError> {
    let after = problems(catalogue::read_tree(after.clone()).map(|loaded| loaded.diagnostics).unwrap_or_default());
    let is_new =
        |problem: &&Diagnostic| before.iter().all(|old| (&old.found, &old.entry) != (&problem.found, &problem.entry));
    match after.iter().find(is_new) {
        Some(first) if after.len() > before.len() => Err(MergeError::Worse {
            before: before.len(),
            after: after.len(),
            first: format!("{}\u{a0}: {}", first.path, first.sentence(Language::French)),
        }),
        _ => Ok(()),
    }
}

/// Where an entry goes.
enum Place {
    New,
    Same(usize, Because),
    Near(usize, Because),
}

struct Merging<'a> {
    entries: &'a [Json],
    /// The id in the catalogue of each entry of the import.
    ids: BTreeMap<String, String>,
    /// The id in the catalogue of each term of the import, by vocabulary.
    terms: BTreeMap<(VocabularyKey, String), String>,
    taken: BTreeSet<String>,
}

impl<'a> Merging<'a> {
    fn new(catalogue: &Catalogue, entries: &'a [Json], imported: &Json) -> Self {
        let ids = entries.iter().flat_map(|entry| {
            let former = items_at(entry, "former_ids").iter().filter_map(Json::word);
            entry.id().into_iter().chain(former).map(Cow::into_owned)
        });
        let mut terms = BTreeMap::new();
        for &key in VocabularyKey::ALL {
            let there = catalogue.vocabularies.terms(key);
            for term in terms_of(imported, key) {
                let Some(id) = text_at(term, "id") else { continue };
                let label = fold(text_at(term, "label").unwrap_or_default());
                // The very same id goes before what only looks like one.
                let is_label = |other: &&Term| !label.is_empty() && fold(other.label.as_str()) == label;
                let same = there.iter().find(|other| other.id == id);
                let same = same.or_else(|| there.iter().find(|other| fold(&other.id) == fold(id) || is_label(other)));
                terms.insert((key, id.to_owned()), same.map_or(id, |other| &other.id).to_owned());
            }
        }
        Self { entries, ids: BTreeMap::new(), terms, taken: ids.collect() }
    }

    fn id_at(&self, rank: usize) -> String {
        self.entries[rank].id().unwrap_or_default().into_owned()
    }

    /// Where each entry goes; no two go to the same one.
    fn places(&mut self, drafts: &[Json], source: &str, manner: Manner) -> Vec<Place> {
        let known = Known::new(self.entries);
        let mut by_id: BTreeMap<Cow<str>, usize> = BTreeMap::new();
        for (rank, entry) in self.entries.iter().enumerate() {
            entry.id().into_iter().for_each(|id| {
                by_id.entry(id).or_insert(rank);
            });
        }
        let mut used = BTreeSet::new();
        let mut places = Vec::new();
        for draft in drafts {
            let id = draft.id().unwrap_or_default();
            let id = &*id;
            // An entry that came from this source under this name is still itself, wherever its site went.
            let name = |entry: &Json| fold(text_at(entry, "name").unwrap_or_default());
            let is_it = |rank: &usize| {
                let there = &self.entries[*rank];
                manner.is_own || cites(source, there) && name(there) == name(draft)
            };
            let place = match by_id.get(id).copied().filter(is_it) {
                Some(rank) => Place::Same(rank, Because::Id),
                None => match known.find(draft) {
                    Some((rank, Sureness::Same, because)) if used.contains(&rank) => Place::Near(rank, because),
                    Some((rank, Sureness::Same, because)) => {
                        Place::Same(rank, if self.id_at(rank) == id { Because::Id } else { because })
                    }
                    Some((rank, Sureness::Near, because)) => Place::Near(rank, because),
                    None => Place::New,
                },
            };
            let place = if manner.add_near && matches!(place, Place::Near(..)) { Place::New } else { place };
            let in_catalogue = match place {
                Place::Same(rank, _) | Place::Near(rank, _) => {
                    used.insert(rank);
                    self.id_at(rank)
                }
                Place::New => free_id(id, &mut self.taken),
            };
            self.ids.insert(id.to_owned(), in_catalogue);
            places.push(place);
        }
        places
    }

    /// An entry of the import with the ids of the catalogue.
    fn translated(&self, draft: &Json) -> Fields {
        let mut entry = draft.clone();
        let mut translate = |shape: Shape, id: &mut String| {
            let known = match shape {
                Shape::Term(key) => self.terms.get(&(key, id.clone())),
                _ => self.ids.get(id),
            };
            known.into_iter().for_each(|known| id.clone_from(known));
        };
        each_id(Shape::Object(&ENTRY), &mut entry, &mut translate);
        each_id(Shape::Entry, entry.field_mut("id"), &mut translate);
        if let Json::Object(fields) = entry { fields } else { Vec::new() }
    }
}

/// The terms of a vocabulary of a tree.
fn terms_of(tree: &Json, key: VocabularyKey) -> &[Json] {
    tree.get("vocabularies").map(|all| items_at(all, key.word())).unwrap_or_default()
}

/// What a part of an object holds.
fn shape_of_part(shape: Shape, key: &str) -> Option<Shape> {
    match shape {
        Shape::Object(table) => table.shape(key),
        Shape::Tagged(vocabulary) if key == "tag" => Some(Shape::Term(vocabulary)),
        _ => None,
    }
}

/// Gives each id of an entry or of a term that a value names, and which of both it is.
fn each_id(shape: Shape, value: &mut Json, give: &mut dyn FnMut(Shape, &mut String)) {
    match (shape, value) {
        (Shape::Entry | Shape::Term(_), Json::String(id)) => give(shape, id),
        (Shape::List(item), Json::List(items)) => items.iter_mut().for_each(|value| each_id(*item, value, give)),
        (_, Json::Object(fields)) => {
            for (key, part) in fields {
                shape_of_part(shape, key).into_iter().for_each(|shape| each_id(shape, part, give));
            }
        }
        _ => {}
    }
}

/// Adds the terms that what is written uses and the catalogue has not.
fn add_terms(tree: &mut Json, catalogue: &Catalogue, imported: &Json, written: &mut [(Option<usize>, Json)]) {
    let mut used = BTreeSet::new();
    for (_, entry) in written {
        each_id(Shape::Object(&ENTRY), entry, &mut |shape, id| {
            if let Shape::Term(key) = shape {
                used.insert((key, id.clone()));
            }
        });
    }
    for &key in VocabularyKey::ALL {
        let is_new = |id: &str| used.contains(&(key, id.to_owned())) && catalogue.vocabularies.find(key, id).is_none();
        let terms = terms_of(imported, key).iter();
        for term in terms.filter(|term| text_at(term, "id").is_some_and(is_new)) {
            list_at(tree.field_mut("vocabularies"), key.word()).push(term.clone());
        }
    }
}

/// Adds the documents that what is written cites and the catalogue has not.
fn add_documents(tree: &mut Json, imported: &Json, written: &[(Option<usize>, Json)]) {
    for document in items_at(imported, "documents") {
        let id = document.id().unwrap_or_default();
        let is_there = items_at(tree, "documents").iter().any(|other| other.id().unwrap_or_default() == id);
        if !is_there && written.iter().any(|(_, entry)| cites(&id, entry)) {
            list_at(tree, "documents").push(document.clone());
        }
    }
}

/// The list under a key of an object, which is made one where it is none.
pub(crate) fn list_at<'a>(object: &'a mut Json, key: &str) -> &'a mut Vec<Json> {
    let list = object.field_mut(key);
    if !matches!(list, Json::List(_)) {
        *list = Json::List(as_list(list).to_vec());
    }
    let Json::List(items) = list else { unreachable!("it was made a list") };
    items
}

/// Whether an entry comes from a document, if only in part.
fn cites(document: &str, entry: &Json) -> bool {
    items_at(entry, "sources").iter().any(|source| text_at(source, "document") == Some(document))
}
