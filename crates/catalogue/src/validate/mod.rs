//! From what was read to a [`Catalogue`]: everything is checked here, once, and told.
//!
//! An entry without a sound identity is left out; any other value that is wrong (of another type, an
//! unknown term, a dangling reference, an unsafe link) is ignored and the entry kept.

mod checker;
mod entry;
mod host;
mod identity;
mod kinds;
mod pages;
mod shapes;
mod site;

use super::definitions::{SITE, VOCABULARIES};
use super::diagnostic::{Diagnostic, Expected, Path, Severity};
use super::entry::Entry;
use super::filled::Filled;
use super::kinds::Kind;
use super::pages::{Beside, HOME};
use super::text::Text;
use super::value::{Items, Parts, Value};
use super::words::Model;
use super::{Catalogue, file_name, index_of, relations};
use checker::{Checker, item_of};

/// The version of the format that this code reads.
pub(super) const FORMAT: u32 = 1;

/// Checks and links everything.
pub(super) fn validate(mut file: Parts, diagnostics: &mut Vec<Diagnostic>) -> Catalogue {
    let mut checker = Checker::new(diagnostics);
    let root = Path::ROOT;
    let (place, expected) = (root.key("format"), Expected::Format(FORMAT));
    match file.value("format").number() {
        Some(FORMAT) => {}
        None | Some(0) => checker.lacks(Severity::Ignored, &place, expected),
        Some(other) => checker.report(Severity::Ignored, &place, &other.to_string(), expected, None),
    }
    let vocabularies = checker.value(&mut file, "vocabularies", &root).parts();
    let vocabularies = vocabularies.unwrap_or_else(|| Parts::new(&VOCABULARIES, Vec::new()));
    checker.vocabularies = site::vocabularies(&mut checker, vocabularies, &root.key("vocabularies"));
    let documents = site::documents(&mut checker, &mut file);
    checker.documents = documents.iter().map(|document| (document.id.clone(), document.title.clone())).collect();
    let mut site = file.value("site").parts().unwrap_or_else(|| Parts::new(&SITE, Vec::new()));
    let language = site::language(&mut site);
    let kinds = checker.value(&mut file, "kinds", &root);
    checker.kinds = kinds::kinds(&mut checker, kinds, &pages::ids(&file), language, &root.key("kinds"));
    checker.fields = host::fields(&mut checker, &mut file);
    let entries = file.value("entries");
    if !entries.is_sound() {
        checker.lacks(Severity::Ignored, &root.key("entries"), Expected::Entries);
    }
    let entries = self::entries(&mut checker, entries.items());
    let about = pages::about(&mut site);
    let mut site = site::site(&mut checker, site, language, &root.key("site"));
    let grids = site::grids(&mut checker, &mut file);
    let mut help_groups = site::help_groups(&mut checker, &mut file);
    help_groups.extend(site::other_help_groups(&mut checker, &entries, &help_groups));
    let changes = site::changes(&mut checker, &mut file);
    let synonyms = site::synonyms(&mut checker, file.value("synonyms"), &root.key("synonyms"));
    let rubrics = host::rubrics(&mut checker, &mut file);
    let facets = host::facets(&mut checker, &mut file);
    let is_commons = |entry: &&Entry| entry.kind.is(Model::Commons);
    let in_need = entries.iter().filter(is_commons).filter(|entry| !entry.needs.is_empty()).count();
    let filled = Filled::of(&entries, checker.kinds.all().len());
    let commons = checker.kinds.words_of(Model::Commons, language, |kind| filled[kind.rank()].is_some());
    let beside = Beside { site: &site, about, grids: &grids, commons, in_need };
    let pages = pages::pages(&mut checker, &mut file, &entries, &beside);
    // The home page names the site to others too.
    if let Some(home) = pages.iter().find(|page| page.id == HOME) {
        site.heading.clone_from(&home.title);
        site.introduction.clone_from(&home.lead);
    }
    let Checker { vocabularies, kinds, fields, ids, .. } = checker;
    Catalogue {
        lacks_details: file.value("details").is_sound(),
        site,
        grids,
        help_groups,
        vocabularies,
        kinds,
        rubrics,
        fields,
        facets,
        pages,
        documents,
        synonyms,
        changes,
        filled,
        citations: relations::citations(&entries),
        entries,
        by_id: ids.into_iter().filter_map(|(_, index)| index).collect(),
    }
}

/// An entry whose identity is sound.
struct Identified {
    rank: Option<usize>,
    id: String,
    kind: Kind,
    name: Text,
    /// The rest of it.
    parts: Parts,
}

/// Reads every entry: first who they are, then, once every id is known, what they say.
fn entries(checker: &mut Checker<'_>, items: Items) -> Vec<Entry> {
    let root = Path::ROOT;
    let list = root.key("entries");
    let ids: Vec<String> = items.iter().filter_map(|(_, item)| id_of(item)).collect();
    checker.expect_ids(&ids);
    let mut identified: Vec<Identified> = Vec::with_capacity(ids.len());
    for (rank, item) in items {
        if let Some(entry) = identify(checker, item, rank, &item_of(&list, rank)) {
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
fn id_of(entry: &Value) -> Option<String> {
    let Value::Unread(_, entry) = entry else { return None };
    Some(entry.get("id")?.word()?.into_owned())
}

/// Reads one entry as far as its identity; tells why when it must be left out.
fn identify(checker: &mut Checker<'_>, item: Value, rank: Option<usize>, path: &Path<'_>) -> Option<Identified> {
    let id = id_of(&item).filter(|id| !id.is_empty());
    checker.entry = id;
    let read = if let Value::Unread(table, json) = item { checker.reader().object(table, json, path) } else { None };
    let Some(mut parts) = read else {
        checker.missing(Severity::LeftOut, path);
        checker.entry = None;
        return None;
    };
    let kind = checker.required(&mut parts, "kind", path).one_of(checker.kinds.all());
    let name = checker.required(&mut parts, "name", path).text();
    let id = checker.required(&mut parts, "id", path).word().and_then(|id| checker.new_id(id, &path.key("id")));
    if let (Some(id), Some(kind)) = (&id, kind) {
        // Its entry page shows all the same: only files have such limits.
        if let Some(expected) = file_name::fault(id) {
            let suggestion = (expected == Expected::WindowsName).then(|| format!("{}-{id}", kind.word()));
            checker.report(Severity::Warning, &path.key("id"), id, expected, suggestion);
        }
    }
    checker.entry = None;
    Some(Identified { rank, id: id?, kind: kind?, name: name?, parts })
}
