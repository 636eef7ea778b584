//! A catalogue as a folder: one file for the site, one an entry, so that two proposals do not meet.
//!
//! Entries come in the order of their files' names, unless the file of the site has their ids in another order.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::layout::yaml_text;
use crate::node::{Field, Node, Span, Value};
use crate::{FaultKind, File, Format, Oddity, Source, SourceError, open_file};

/// The file of all that is no entry.
pub const SITE_FILE: &str = "site.yml";
/// The folder of the entries, which may have others inside.
pub const ENTRIES_FOLDER: &str = "entries";

const ENDS: [&str; 3] = ["yml", "yaml", "json"];

pub(crate) fn open(folder: &Path) -> Result<Source, SourceError> {
    let site = ENDS.iter().map(|end| folder.join(format!("site.{end}"))).find(|path| path.is_file());
    let site = open_file(&site.ok_or_else(|| SourceError::NoSite(folder.to_owned()))?)?;
    let mut root = site.root(0)?;
    if !matches!(root.value, Value::Object(_) | Value::Null) {
        return Err(site.fault(0..site.text.len().min(1), FaultKind::NotAnObject).into());
    }
    let mut files = vec![site];
    let (mut entries, mut faults, mut oddities) = (Vec::new(), Vec::new(), Vec::new());
    let (paths, closed) = entry_files(&folder.join(ENTRIES_FOLDER));
    let unread = |path: PathBuf| File { format: Format::of(&path), path, text: String::new() };
    faults.extend(closed.into_iter().map(|folder| unread(folder).fault(0..0, FaultKind::UnreadableFolder)));
    for path in paths {
        let rank = u32::try_from(files.len()).unwrap_or(u32::MAX);
        let file = open_file(&path).map_err(|_| unread(path.clone()));
        let read = file.as_ref().map_err(|file| file.fault(0..0, FaultKind::Unreadable));
        let read = read.and_then(|file| file.root(rank));
        let mut node = read.unwrap_or_else(|fault| {
            faults.push(fault);
            Node::default()
        });
        // An empty file is an entry all the same.
        if matches!(node.value, Value::Null) {
            node = Node { span: Span::new(rank, 0, 0), value: Value::Object(Vec::new()) };
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        // An entry without an id has the name of its file.
        if let Value::Object(fields) = &mut node.value
            && !fields.iter().any(|field| field.key == "id")
        {
            let span = Span::new(rank, node.span.start as usize, node.span.start as usize);
            fields.insert(0, Field { key: "id".to_owned(), key_span: span, node: Node { span, ..Node::text(&*stem) } });
        }
        if let Some((id, written)) = node.get("id").zip(node.id()).filter(|(_, written)| *written != stem) {
            oddities.push(Oddity::FileName { span: id.span, id: written.to_owned() });
        }
        files.push(file.unwrap_or_else(|unread| unread));
        entries.push(node);
    }
    put_entries(&mut root, entries, &mut oddities);
    Ok(Source { files, root, oddities, faults, is_folder: true })
}

/// The files of entries by name, whatever folder they are in, and the folders that cannot be read.
fn entry_files(folder: &Path) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let (mut found, mut closed, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    // There may be no entry yet.
    let is_absent = folder.symlink_metadata().is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
    let mut folders = if is_absent { Vec::new() } else { vec![folder.to_owned()] };
    while let Some(folder) = folders.pop() {
        // A link may lead to a folder that it is in.
        if !seen.insert(fs::canonicalize(&folder).unwrap_or_else(|_| folder.clone())) {
            continue;
        }
        let Ok(files) = fs::read_dir(&folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) else {
            closed.push(folder);
            continue;
        };
        for path in files.iter().map(fs::DirEntry::path) {
            if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
                continue;
            }
            let is_entry = path.extension().is_some_and(|end| ENDS.iter().any(|known| end.eq_ignore_ascii_case(known)));
            if path.is_dir() {
                folders.push(path);
            } else if is_entry {
                found.push(path);
            }
        }
    }
    found.sort_by(|one, other| (one.file_stem(), one).cmp(&(other.file_stem(), other)));
    (found, closed)
}

/// Puts entries at their rank: those that the file of the site names first, in its order.
fn put_entries(root: &mut Node, entries: Vec<Node>, oddities: &mut Vec<Oddity>) {
    if matches!(root.value, Value::Null) {
        root.value = Value::Object(Vec::new());
    }
    let Value::Object(fields) = &mut root.value else { return };
    let place = fields.iter().position(|field| field.key == "entries");
    let named = place.map(|place| fields.remove(place));
    let mut entries: Vec<Option<Node>> = entries.into_iter().map(Some).collect();
    let mut rank_of = BTreeMap::new();
    for (rank, entry) in entries.iter().enumerate().rev() {
        if let Some(id) = entry.as_ref().and_then(|entry| entry.id()) {
            rank_of.insert(id.to_owned(), rank);
        }
    }
    let mut ordered = Vec::with_capacity(entries.len());
    for node in named.iter().flat_map(|field| field.node.items()) {
        let Some(id) = node.word() else {
            ordered.push(node.clone());
            continue;
        };
        match rank_of.get(id).and_then(|rank| entries[*rank].take()) {
            Some(entry) => ordered.push(entry),
            None => oddities.push(Oddity::NoFile { span: node.span, id: id.to_owned() }),
        }
    }
    ordered.extend(entries.into_iter().flatten());
    let key_span = named.map_or(root.span, |field| field.key_span);
    let node = Node { span: key_span, value: Value::List(ordered) };
    let place = place.unwrap_or(fields.len());
    fields.insert(place, Field { key: "entries".to_owned(), key_span, node });
}

/// Why a catalogue cannot be a folder.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum SplitError {
    /// An entry that no file can be named by.
    #[error("entry {rank} has no id that a file can have")]
    NoName { rank: usize },
    #[error("the id {0} is there twice")]
    Twice(String),
}

/// The files of a catalogue as a folder, by their path in it.
///
/// # Errors
/// When an entry has no id of its own that a file can be named by.
pub fn split(source: &Source) -> Result<BTreeMap<PathBuf, String>, SplitError> {
    let mut files = BTreeMap::new();
    let mut ids = Vec::new();
    let mut known = BTreeSet::new();
    for (rank, entry) in source.entries().iter().enumerate() {
        let id = entry.id().filter(|id| is_file_name(id)).ok_or(SplitError::NoName { rank })?;
        if !known.insert(id.to_lowercase()) {
            return Err(SplitError::Twice(id.to_owned()));
        }
        ids.push(id);
        files.insert(Path::new(ENTRIES_FOLDER).join(format!("{id}.yml")), yaml_text(entry));
    }
    let mut fields = source.root.fields().to_vec();
    // The order of names needs no saying.
    fields.retain(|field| field.key != "entries" || !ids.is_sorted());
    for field in fields.iter_mut().filter(|field| field.key == "entries") {
        field.node = Value::List(ids.iter().map(|id| Node::text(*id)).collect()).into();
    }
    files.insert(PathBuf::from(SITE_FILE), yaml_text(&Value::Object(fields).into()));
    Ok(files)
}

/// Whether a file may have a name on any system.
pub(crate) fn is_file_name(id: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    (1..=200).contains(&id.len()) && id.chars().all(is_letter) && !id.starts_with('.') && !id.ends_with('.')
}
