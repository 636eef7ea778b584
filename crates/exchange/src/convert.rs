//! From rows to a catalogue, as a mapping says.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{Catalogue, HostField, Json, Kind, Shape, VocabularyKey};

use crate::book::{Book, Fields};
use crate::fields::{self, FIELDS};
use crate::mapping::{Mapping, Rules, Set};
use crate::own_table;
use crate::path::Row;
use crate::prose::one_line;
use crate::read::{Document, LINE};
use crate::remark::{At, Cause, Remark};
use crate::settle;
use crate::values::{Values, filled, object, text, text_at};
use crate::written::fold;

/// What an import made.
#[derive(Debug)]
pub struct Imported {
    /// A whole catalogue of format 1, in which the check finds nothing wrong.
    pub tree: Json,
    /// What was not taken as it was.
    pub remarks: Vec<Remark>,
    /// Names of rows that say the same thing as one before, and the ids of the entries that they were added to.
    pub same: Vec<(String, String)>,
    /// Keys of the source that nothing reads, and in how many rows they say something, the commonest first.
    pub unread: Vec<(String, usize)>,
    /// How many rows were read, those of vocabularies among them.
    pub row_count: usize,
}

/// The catalogue that an import goes into.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// As its file says it.
    pub tree: &'a Json,
    /// As it is read.
    pub catalogue: &'a Catalogue,
}

/// Makes a catalogue of documents. `day` is when they are read, `AAAA-MM-JJ`.
///
/// With a target, entries may be of the kinds that it adds, rules may fill the fields that it adds; and of its own
/// table, only what somebody changed is made.
pub fn convert(
    mapping: &Mapping,
    mut documents: Vec<Document>,
    mut remarks: Vec<Remark>,
    day: Option<&str>,
    target: Option<Target<'_>>,
) -> Imported {
    let own_fields = target.map(|target| &target.catalogue.fields[..]).unwrap_or_default();
    let own_table = target.filter(|_| mapping.is_own_table());
    let mut mapping = mapping.clone();
    if let Some(target) = target {
        mapping.take_kinds(target.tree, &target.catalogue.kinds);
    }
    let mut book = Book::default();
    if let Some(target) = own_table {
        own_table::keep_changes(&mut documents, target.catalogue, &mut remarks);
        own_table::add_fields(&mut mapping, own_fields);
        book = Book::of_table(target.catalogue);
    } else if mapping.is_own_table() {
        announce(&mut book, &mapping, &documents);
    }
    let mapping = &mapping;
    let mut unread: BTreeMap<&str, usize> = BTreeMap::new();
    let mut row_count = 0;
    let source = SourceOf { mapping, day, has_files: documents.len() > 1 };
    for set in &mapping.sets {
        let used = used(set);
        for row in documents.iter().flat_map(|document| Row::of_set(set, document)) {
            row_count += 1;
            count_unread(&row, &used, &mut unread);
            tell_keys_twice(&row, &mut remarks);
            let mut values = Values { mapping, row: &row, remarks: &mut remarks };
            match set.vocabulary.as_deref().and_then(VocabularyKey::parse) {
                Some(vocabulary) => term(&mut book, vocabulary, set, &values),
                None => entry(&mut book, set, &mut values, &source, own_fields),
            }
        }
    }
    let mut unread: Vec<(String, usize)> = unread.into_iter().map(|(key, count)| (key.to_owned(), count)).collect();
    unread.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    // What was read is not needed any more, and is as large as what was made of it.
    drop(documents);
    let same = std::mem::take(&mut book.same);
    let untold = book.untold();
    let (vocabularies, entries) = book.into_parts();
    let definitions = target.and_then(|target| target.tree.get("fields")).cloned();
    let mut tree = whole(mapping, definitions, vocabularies, entries);
    settle::settle(&mut tree, &mut remarks);
    if let Json::List(entries) = tree.field_mut("entries") {
        // Some were only there to be named.
        entries.retain(|entry| entry.id().is_none_or(|id| !untold.contains(&*id)));
    }
    Imported { tree, remarks, same, unread, row_count }
}

/// The keys of rows that a set reads.
fn used(set: &Set) -> BTreeSet<String> {
    let mut used = BTreeSet::from([LINE.to_owned()]);
    let mut read = |path: &str| {
        used.insert(path.to_owned());
        let step = path.split('.').next().unwrap_or_default();
        used.extend(step.trim_end_matches("[]").trim_end_matches("{}").split('|').map(str::to_owned));
    };
    set.key.iter().chain(&set.ignore).chain(set.when.keys()).for_each(|path| read(path));
    for rule in set.fields.values().chain([&set.entry_from]).flat_map(|rules| &rules.0) {
        let paths =
            rule.from.iter().chain(&rule.each).chain(&rule.languages).chain(&rule.label_from).chain(&rule.tags_from);
        paths.for_each(|path| read(path));
    }
    used
}

fn count_unread<'a>(row: &Row<'a>, used: &BTreeSet<String>, unread: &mut BTreeMap<&'a str, usize>) {
    let Json::Object(fields) = row.value else { return };
    for (key, value) in fields {
        let says = !matches!(value, Json::Null) && value.as_str() != Some("") && *value != Json::List(Vec::new());
        if says && !used.contains(key) && !key.starts_with(['$', '@']) {
            *unread.entry(key).or_default() += 1;
        }
    }
}

fn tell_keys_twice(row: &Row<'_>, remarks: &mut Vec<Remark>) {
    let Json::Object(fields) = row.value else { return };
    let mut keys = BTreeSet::new();
    for (key, _) in fields.iter().filter(|(key, _)| !keys.insert(key)) {
        remarks.push(Remark { at: row.at(), field: String::new(), cause: Cause::KeyTwice { key: key.clone() } });
    }
}

fn term(book: &mut Book, vocabulary: VocabularyKey, set: &Set, values: &Values<'_, '_>) {
    let first = |field: &str| set.fields.get(field).and_then(|rules| values.words(rules).into_iter().next());
    let Some(label) = first("label").or_else(|| first("id")) else { return };
    let id = first("id").unwrap_or_else(|| label.clone());
    let is_licence = vocabulary == VocabularyKey::Licence;
    let url = first("url").filter(|_| is_licence).and_then(|url| crate::written::address(&url));
    book.put_term(vocabulary, &id, &label, url);
}

/// How entries cite what they come from.
struct SourceOf<'a> {
    mapping: &'a Mapping,
    day: Option<&'a str>,
    has_files: bool,
}

impl SourceOf<'_> {
    /// The source of the fields of an entry.
    fn of(&self, at: &At, fields: &Fields) -> Json {
        let place = match (self.has_files, at.row) {
            (true, _) => Some(at.to_string()),
            (false, 0) => None,
            (false, row) => Some(row.to_string()),
        };
        filled([
            ("document", Some(text(&self.mapping.name))),
            ("lines", place.map(text)),
            ("date", self.day.map(text)),
            ("fields", Some(Json::List(fields.iter().map(|(key, _)| text(key)).collect()))),
        ])
    }
}

/// What tells an entry from others.
struct Told<'m> {
    /// The id that its row asks for.
    id: Option<String>,
    kind: &'m str,
    name: String,
}

impl<'m> Told<'m> {
    /// Nothing when the row has no name for it.
    fn of(mapping: &'m Mapping, set: &'m Set, values: &Values<'_, '_>) -> Option<Self> {
        let first = |rules: Option<&Rules>| rules.and_then(|rules| values.words(rules).into_iter().next());
        let name = one_line(&first(set.fields.get("name"))?);
        let kind = first(Some(&set.entry_from)).and_then(|said| mapping.kind(&said));
        Some(Self { id: first(set.fields.get("id")), kind: kind.unwrap_or(&set.entry), name })
    }
}

/// Has the entries of a catalogue's own table be known by their ids, where all have one, before its lines name each
/// other.
fn announce(book: &mut Book, mapping: &Mapping, documents: &[Document]) {
    let mut told = Vec::new();
    for set in mapping.sets.iter().filter(|set| set.vocabulary.is_none()) {
        let rows = documents.iter().flat_map(|document| Row::of_set(set, document));
        told.extend(
            rows.filter_map(|row| Told::of(mapping, set, &Values { mapping, row: &row, remarks: &mut Vec::new() })),
        );
    }
    // One that is filled by hand may leave ids out: names tell its entries, as those of any list.
    let ids: Option<Vec<&String>> =
        told.iter().map(|told| told.id.as_ref().filter(|id| text::slug(id) == **id)).collect();
    if let Some(ids) = ids {
        book.announce(ids.into_iter().zip(&told).map(|(id, told)| (id.clone(), told.kind, told.name.as_str())));
    }
}

fn entry(book: &mut Book, set: &Set, values: &mut Values<'_, '_>, source: &SourceOf<'_>, own_fields: &[HostField]) {
    let at = values.row.at();
    let Some(Told { id: wanted, kind, name }) = Told::of(source.mapping, set, values) else {
        values.remarks.push(Remark { at, field: String::new(), cause: Cause::NoName });
        return;
    };
    let mut fields: Fields = Vec::new();
    let mut lists = Vec::new();
    let told = FIELDS.iter().filter(|(field, _)| !matches!(field.as_str(), "id" | "name"));
    for (field, shape) in told {
        let Some(rules) = set.fields.get(field) else { continue };
        if matches!(shape, Shape::List(Shape::Text)) {
            lists.extend(values.lists(rules));
        }
        if let Some(value) = values.field(book, field, *shape, rules) {
            put(&mut fields, field, value);
        }
    }
    if !lists.is_empty() {
        match fields.iter_mut().find(|(key, _)| key == "lists") {
            Some((_, Json::List(told))) => told.extend(lists),
            _ => fields.push(("lists".to_owned(), Json::List(lists))),
        }
    }
    for own in own_fields {
        let field = fields::own_name(&own.id);
        let value = set.fields.get(&field).and_then(|rules| values.own_field(book, own, rules));
        value.into_iter().for_each(|value| put(&mut fields, &field, value));
    }
    let keys: Vec<String> = set.key.iter().flat_map(|path| values.row.words(path)).map(Into::into).collect();
    let cited = source.of(&at, &fields);
    fields.insert(0, ("name".to_owned(), Json::String(name.clone())));
    fields.push(("sources".to_owned(), Json::List(vec![cited])));
    let id = book.add(wanted.as_deref(), kind, &name, fields, &keys);
    if let Some(wanted) = wanted.filter(|wanted| *wanted != id && fold(wanted) == *wanted) {
        let cause = Cause::IdTwice { id: wanted, given: id };
        values.remarks.push(Remark { at, field: "id".to_owned(), cause });
    }
}

/// Puts a value under a key whose dots go into objects.
fn put(fields: &mut Fields, key: &str, value: Json) {
    let (first, rest) = key.split_once('.').unwrap_or((key, ""));
    let rank = fields.iter().position(|(name, _)| name == first).unwrap_or_else(|| {
        fields.push((first.to_owned(), Json::Object(Vec::new())));
        fields.len() - 1
    });
    match &mut fields[rank].1 {
        Json::Object(inner) if !rest.is_empty() => put(inner, rest, value),
        place => *place = value,
    }
}

fn whole(mapping: &Mapping, definitions: Option<Json>, vocabularies: Json, entries: Json) -> Json {
    let first = entries.items().iter().filter(|entry| text_at(entry, "kind") == Some(Kind::COMMONS.word()));
    let first: Vec<Json> = first.filter_map(|entry| entry.get("id").cloned()).take(9).collect();
    let grid = (!first.is_empty()).then(|| {
        object([
            ("id", text("debut")),
            ("heading", text("Pour commencer")),
            ("more", Json::Boolean(true)),
            ("entries", Json::List(first)),
        ])
    });
    let document = filled([
        ("id", Some(text(&mapping.name))),
        ("title", Some(text(&mapping.title))),
        ("nature", mapping.licence.as_ref().map(|licence| text(format!("source importée, sous {licence}")))),
        ("url", mapping.url.as_ref().map(text)),
    ]);
    filled([
        ("$schema", Some(text("./catalogue.schema.json"))),
        ("format", Some(Json::Number("1".to_owned()))),
        ("site", Some(object([("title", text(&mapping.title))]))),
        ("kinds", (!mapping.kinds.is_empty()).then(|| Json::List(mapping.kinds.clone()))),
        ("grids", Some(Json::List(grid.into_iter().collect()))),
        ("vocabularies", Some(vocabularies)),
        ("fields", definitions),
        ("documents", Some(Json::List(vec![document]))),
        ("entries", Some(entries)),
    ])
}
