//! From raw values to a [`Catalogue`]: everything is checked here, once, and told.
//!
//! An entry without a sound identity is left out; any other value that is wrong (of another type, an
//! unknown term, a dangling reference, an unsafe link) is ignored and the entry kept.

mod changes;
mod checker;
mod entry;
mod site;

use super::diagnostic::{Diagnostic, Expected, Path, Severity};
use super::entry::{Entry, EntryIndex};
use super::forgiving::Listed;
use super::json::{FromJson, Json, Reader};
use super::raw::{RawCatalogue, RawEntry};
use super::text::Text;
use super::vocabulary::Vocabularies;
use super::words::Kind;
use super::{Catalogue, file_name, index_of, relations};
use checker::{Checker, item_of};

/// The version of the format that this code reads.
const FORMAT: u32 = 1;

/// Checks and links everything.
pub(super) fn validate(raw: RawCatalogue, diagnostics: &mut Vec<Diagnostic>) -> Catalogue {
    let mut checker = Checker::new(diagnostics);
    let root = Path::ROOT;
    if raw.format != FORMAT {
        let found = if raw.format == 0 { String::new() } else { raw.format.to_string() };
        checker.report(Severity::Ignored, &root.key("format"), &found, Expected::Format(FORMAT), None);
    }
    checker.vocabularies = site::vocabularies(&mut checker, raw.vocabularies, &root.key("vocabularies"));
    let documents = site::documents(&mut checker, raw.documents, &root.key("documents"));
    checker.documents = documents.iter().map(|document| (document.id.clone(), document.title.clone())).collect();
    // A list of another type has been told already.
    if raw.entries.is_empty() && !checker.diagnostics.iter().any(|problem| problem.path == "entries") {
        checker.report(Severity::Ignored, &root.key("entries"), "", Expected::Entries, None);
    }
    let entries = entries(&mut checker, raw.entries);
    let site = site::site(&mut checker, raw.site, &root.key("site"));
    let grids = site::grids(&mut checker, raw.grids, &root.key("grids"));
    let place = root.key("help_groups");
    let mut help_groups = site::help_groups(&mut checker, raw.help_groups, &place);
    help_groups.extend(site::other_help_groups(&mut checker, &entries, &help_groups, &place));
    let changes = changes::changes(&mut checker, raw.changes, &root.key("changes"));
    let synonyms = site::synonyms(&mut checker, raw.synonyms, &root.key("synonyms"));
    let (vocabularies, by_id) = checker.finish();
    Catalogue {
        site,
        grids,
        help_groups,
        vocabularies,
        documents,
        synonyms,
        changes,
        citations: relations::citations(&entries),
        entries,
        by_id,
    }
}

/// A raw entry whose identity is sound.
struct Identified {
    rank: Option<usize>,
    id: String,
    kind: Kind,
    name: Text,
    raw: RawEntry,
}

/// Reads every entry: first who they are, then, once every id is known, what they say.
fn entries(checker: &mut Checker<'_>, values: Listed<Json>) -> Vec<Entry> {
    let root = Path::ROOT;
    let list = root.key("entries");
    let ids: Vec<String> = values.iter().filter_map(|(_, value)| id_of(value)).collect();
    checker.expect_ids(&ids);
    let mut identified: Vec<Identified> = Vec::with_capacity(ids.len());
    for (rank, value) in values.into_ranked() {
        if let Some(entry) = identify(checker, value, rank, &item_of(&list, rank)) {
            checker.know_entry(&entry.id, &entry.name, index_of(identified.len()));
            identified.push(entry);
        }
    }
    identified
        .into_iter()
        .map(|identified| {
            checker.entry = Some(identified.id.clone());
            let rank = identified.rank;
            let entry = entry::entry(checker, identified, &item_of(&list, rank));
            checker.entry = None;
            entry
        })
        .collect()
}

/// The id that an entry gives itself.
fn id_of(entry: &Json) -> Option<String> {
    Some(entry.get("id")?.word()?.into_owned())
}

/// Reads one entry as far as its identity; tells why when it must be left out.
fn identify(checker: &mut Checker<'_>, value: Json, rank: Option<usize>, path: &Path<'_>) -> Option<Identified> {
    let id = id_of(&value).filter(|id| !id.is_empty());
    checker.entry.clone_from(&id);
    let mut reader = Reader { diagnostics: checker.diagnostics, entry: id };
    let Some(mut raw) = RawEntry::from_json(value, path, &mut reader) else {
        checker.missing(Severity::LeftOut, path);
        checker.entry = None;
        return None;
    };
    let kind = checker.required_word(raw.kind.take(), &path.key("kind"), Kind::WORDS, Kind::parse);
    let name = checker.required_text(raw.name.take(), &path.key("name"));
    let id = checker.new_id(raw.id.take(), &path.key("id"));
    if let (Some(id), Some(kind)) = (&id, kind) {
        // Its entry page shows all the same: only files have such limits.
        if let Some(expected) = file_name::fault(id) {
            let suggestion = (expected == Expected::WindowsName).then(|| format!("{}-{id}", kind.word()));
            checker.report(Severity::Ignored, &path.key("id"), id, expected, suggestion);
        }
    }
    checker.entry = None;
    Some(Identified { rank, id: id?, kind: kind?, name: name?, raw })
}

impl Checker<'_> {
    /// Takes the vocabularies and the ids out, once everything has been checked against them.
    fn finish(self) -> (Vocabularies, Vec<EntryIndex>) {
        (self.vocabularies, self.ids.into_iter().filter_map(|(_, index)| index).collect())
    }
}
