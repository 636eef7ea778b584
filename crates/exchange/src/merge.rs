//! What an import brings to a catalogue that is there: what is new, changed, gone, the same, and what may be double.
//!
//! What the catalogue says stays, unless it says that the field comes from this very source, or unless the source is
//! the catalogue's own table. What it does not say is added.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{Json, Severity};
use thiserror::Error;

use crate::book::{Fields, word};
use crate::duplicates::{Because, Known, Sureness};
use crate::edits::Edits;
use crate::remark::shown;
use crate::update::{Change, update};
use crate::written::fold;

/// Why nothing can be added to a catalogue, in French.
#[derive(Debug, Error)]
pub enum MergeError {
    #[error("le catalogue n’est pas un objet dont «\u{a0}entries\u{a0}» est une liste.")]
    NoCatalogue,
    #[error(
        "le résultat aurait {after} problèmes au lieu de {before}\u{a0}: rien n’a été écrit. Le premier\u{a0}: {first}"
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
    let mut merge = Merging::new(target, entries, imported);
    let drafts = imported.get("entries").map(Json::items).unwrap_or_default();
    let places = merge.places(drafts, source, manner);
    let mut out = Merged::default();
    let mut edits = Edits::default();
    let mut cited = BTreeSet::new();
    for (draft, place) in drafts.iter().zip(&places) {
        let Json::Object(fields) = draft else { continue };
        let name = shown(word(fields, "name").unwrap_or_default());
        let draft_id = word(fields, "id").unwrap_or_default();
        match place {
            Place::Near(rank, because) => {
                out.near.push(Pair { name, id: merge.id_at(*rank).to_owned(), because: *because });
                cited.insert(*rank);
            }
            Place::New => {
                let id = merge.ids[draft_id].clone();
                let mut entry = merge.translated(fields);
                // The catalogue is not its own source.
                entry.retain(|(key, _)| !manner.is_own || key != "sources");
                edits.new_entries.push(Json::Object(entry));
                out.new.push((name, id));
            }
            Place::Same(rank, because) => {
                cited.insert(*rank);
                let id = merge.id_at(*rank).to_owned();
                if *because != Because::Id {
                    out.found.push(Pair { name, id: id.clone(), because: *because });
                }
                let Json::Object(there) = &entries[*rank] else { continue };
                let draft = merge.translated(fields);
                let updated = update(there, &draft, source, manner.is_own);
                out.kept.extend(updated.kept.into_iter().map(|change| (id.clone(), change)));
                if updated.changes.is_empty() {
                    out.same_count += 1;
                } else {
                    out.changed.push(Changed { id, changes: updated.changes });
                    edits.entries.push((*rank, Json::Object(updated.entry)));
                }
            }
        }
    }
    if !manner.is_own {
        let gone = entries.iter().enumerate().filter(|(rank, entry)| !cited.contains(rank) && cites(source, entry));
        // An organisation comes and goes with what it bears.
        let gone = gone.filter(|(_, entry)| entry.get("kind").and_then(Json::as_str) != Some("organisation"));
        out.gone = gone.map(|(rank, _)| merge.id_at(rank).to_owned()).collect();
    }
    merge.add_terms(target, imported, &mut edits);
    add_documents(target, imported, &mut edits);
    out.tree = edits.applied(target);
    compare(target, &out.tree)?;
    Ok(out)
}

/// Refuses a result that has more problems than what was there.
fn compare(before: &Json, after: &Json) -> Result<(), MergeError> {
    let problems = |tree: &Json| {
        let mut problems = catalogue::read_tree(tree.clone()).map(|loaded| loaded.diagnostics).unwrap_or_default();
        problems.retain(|problem| problem.severity != Severity::Warning);
        problems
    };
    let (before, after) = (problems(before), problems(after));
    match after.iter().find(|problem| before.iter().all(|old| old.found != problem.found || old.entry != problem.entry))
    {
        Some(first) if after.len() > before.len() => Err(MergeError::Worse {
            before: before.len(),
            after: after.len(),
            first: format!("{}\u{a0}: {}", first.path, first.sentence(messages::Language::French)),
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
    terms: BTreeMap<(String, String), String>,
    taken: BTreeSet<String>,
}

/// The vocabulary of a field whose values are terms, or are classified by some.
fn vocabulary_of(field: &str) -> Option<&'static str> {
    Some(match field {
        "themes" => "theme",
        "nature" => "nature",
        "needs" => "need",
        "obstacles" => "obstacle",
        "supports" => "support",
        "licences" => "licence",
        "audiences" => "audience",
        "territories" => "scale",
        _ => return None,
    })
}

impl<'a> Merging<'a> {
    fn new(target: &'a Json, entries: &'a [Json], imported: &Json) -> Self {
        let ids = entries.iter().flat_map(|entry| {
            let own = entry.get("id").and_then(Json::as_str);
            let former = entry.get("former_ids").map(Json::items).unwrap_or_default();
            own.into_iter().chain(former.iter().filter_map(Json::as_str)).map(str::to_owned)
        });
        let mut terms = BTreeMap::new();
        if let Some(Json::Object(vocabularies)) = imported.get("vocabularies") {
            for (vocabulary, list) in vocabularies {
                let there =
                    target.get("vocabularies").and_then(|all| all.get(vocabulary)).map(Json::items).unwrap_or_default();
                for term in list.items() {
                    let Some(id) = term.get("id").and_then(Json::as_str) else { continue };
                    let text = |term: &Json, key: &str| fold(term.get(key).and_then(Json::as_str).unwrap_or_default());
                    let label = text(term, "label");
                    let same = there.iter().find(|other| {
                        text(other, "id") == fold(id) || !label.is_empty() && text(other, "label") == label
                    });
                    let known = same.and_then(|other| other.get("id")?.as_str()).unwrap_or(id);
                    terms.insert((vocabulary.clone(), id.to_owned()), known.to_owned());
                }
            }
        }
        Self { entries, ids: BTreeMap::new(), terms, taken: ids.collect() }
    }

    fn id_at(&self, rank: usize) -> &str {
        self.entries[rank].get("id").and_then(Json::as_str).unwrap_or_default()
    }

    /// Where each entry goes; no two go to the same one.
    fn places(&mut self, drafts: &[Json], source: &str, manner: Manner) -> Vec<Place> {
        let known = Known::new(self.entries);
        let mut used = BTreeSet::new();
        let mut places = Vec::new();
        for draft in drafts {
            let id = draft.get("id").and_then(Json::as_str).unwrap_or_default();
            let own = || (0..self.entries.len()).find(|rank| self.id_at(*rank) == id);
            // An entry that came from this source under this name is still itself, wherever its site went.
            let name = |entry: &Json| fold(entry.get("name").and_then(Json::as_str).unwrap_or_default());
            let is_it = |rank: &usize| {
                let there = &self.entries[*rank];
                manner.is_own || cites(source, there) && name(there) == name(draft)
            };
            let place = match own().filter(is_it) {
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
                    self.id_at(rank).to_owned()
                }
                Place::New => {
                    let mut free = id.to_owned();
                    let mut copy = 1;
                    while !self.taken.insert(free.clone()) {
                        copy += 1;
                        free = format!("{id}-{copy}");
                    }
                    free
                }
            };
            self.ids.insert(id.to_owned(), in_catalogue);
            places.push(place);
        }
        places
    }

    /// An entry of the import with the ids of the catalogue.
    fn translated(&self, fields: &Fields) -> Fields {
        let id = |value: &Json| match value.as_str().and_then(|id| self.ids.get(id)) {
            Some(id) => Json::String(id.clone()),
            None => value.clone(),
        };
        let term = |vocabulary: &str, value: &Json| {
            let known = value.as_str().and_then(|id| self.terms.get(&(vocabulary.to_owned(), id.to_owned())));
            known.map_or_else(|| value.clone(), |id| Json::String(id.clone()))
        };
        let within = |item: &Json, key: &str, new: &dyn Fn(&Json) -> Json| match item {
            Json::Object(fields) => Json::Object(
                fields
                    .iter()
                    .map(|(name, value)| (name.clone(), if name == key { new(value) } else { value.clone() }))
                    .collect(),
            ),
            other => other.clone(),
        };
        let each = |value: &Json, new: &dyn Fn(&Json) -> Json| Json::List(value.items().iter().map(new).collect());
        let translate = |(key, value): &(String, Json)| {
            let new = match (key.as_str(), vocabulary_of(key)) {
                ("id", _) => id(value),
                ("bearers" | "related" | "resources" | "examples", _) => each(value, &id),
                ("partners" | "users" | "providers", _) => each(value, &|party| within(party, "entry", &id)),
                ("nature", _) => term("nature", value),
                ("themes", _) => each(value, &|value| term("theme", value)),
                ("licences", _) => each(value, &|licence| within(licence, "id", &|value| term("licence", value))),
                (_, Some(vocabulary)) => each(value, &|item| within(item, "tag", &|value| term(vocabulary, value))),
                _ => value.clone(),
            };
            (key.clone(), new)
        };
        fields.iter().map(translate).collect()
    }

    /// The terms that what is written uses and the catalogue has not.
    fn add_terms(&self, target: &Json, imported: &Json, edits: &mut Edits) {
        let mut used = BTreeSet::new();
        let written = edits.new_entries.iter().chain(edits.entries.iter().map(|(_, entry)| entry));
        for entry in written {
            let Json::Object(fields) = entry else { continue };
            for (key, value) in fields {
                let Some(vocabulary) = vocabulary_of(key) else { continue };
                let values = if let Json::List(items) = value { &items[..] } else { std::slice::from_ref(value) };
                let ids = values
                    .iter()
                    .filter_map(|value| value.as_str().or_else(|| value.get("tag").or(value.get("id"))?.as_str()));
                used.extend(ids.map(|id| (vocabulary, id)));
            }
        }
        for vocabulary in crate::fields::VOCABULARIES {
            let list = |tree: &Json| {
                tree.get("vocabularies")
                    .and_then(|all| all.get(vocabulary))
                    .map(Json::items)
                    .unwrap_or_default()
                    .to_vec()
            };
            let there = list(target);
            let is_there = |id: &str| there.iter().any(|term| term.get("id").and_then(Json::as_str) == Some(id));
            let new = list(imported).into_iter().filter(|term| {
                term.get("id")
                    .and_then(Json::as_str)
                    .is_some_and(|id| used.contains(&(vocabulary, id)) && !is_there(id))
            });
            let new: Vec<Json> = new.collect();
            if !new.is_empty() {
                edits.new_terms.push((vocabulary.to_owned(), new));
            }
        }
    }
}

/// Whether an entry comes from a document, if only in part.
fn cites(document: &str, entry: &Json) -> bool {
    let sources = entry.get("sources").map(Json::items).unwrap_or_default();
    sources.iter().any(|source| source.get("document").and_then(Json::as_str) == Some(document))
}

/// The documents that what is written cites and the catalogue has not.
fn add_documents(target: &Json, imported: &Json, edits: &mut Edits) {
    let written = edits.new_entries.iter().chain(edits.entries.iter().map(|(_, entry)| entry));
    let written: Vec<&Json> = written.collect();
    let list = |tree: &Json| tree.get("documents").map(Json::items).unwrap_or_default().to_vec();
    let there = list(target);
    let id = |document: &Json| document.get("id").and_then(Json::as_str).unwrap_or_default().to_owned();
    let new = list(imported).into_iter().filter(|document| {
        let own = id(document);
        there.iter().all(|other| id(other) != own) && written.iter().any(|entry| cites(&own, entry))
    });
    edits.new_documents = new.collect();
}
