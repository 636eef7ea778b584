//! The catalogue's own table goes to a spreadsheet and comes back.

use catalogue::{Json, Loaded};
use exchange::{Document, Manner, Mapping, Merged, Remark, Target};
use source::{File, Format, Source};

/// A whole catalogue that shares nothing with the real one.
pub const SMALL: &str = include_str!("../../../../tests/fixtures/small.json");
/// The real content.
const REAL: &str = include_str!("../../../../public/catalogue.json");

pub fn loaded(text: &str) -> Loaded {
    catalogue::read(text).expect("the fixture is a catalogue")
}

pub fn csv(text: &str) -> String {
    let loaded = loaded(text);
    let entries: Vec<_> = loaded.catalogue.entries().map(|(index, _)| index).collect();
    export::csv(&loaded.catalogue, entries, loaded.catalogue.site.url.as_ref())
}

pub fn tree(text: &str) -> Json {
    catalogue::parse(text).expect("the fixture is JSON")
}

/// The text of the catalogue file, after.
pub fn written(catalogue: &str, merged: &Merged) -> String {
    let file = File { path: "catalogue.json".into(), format: Format::Json, text: catalogue.to_owned() };
    let source = Source::read(file).expect("the fixture is a catalogue");
    let changed = source::rewritten(&source, &merged.tree.clone().into()).expect("it can be written");
    changed.into_iter().next().map_or_else(|| catalogue.to_owned(), |(_, text)| text)
}

/// What a table makes of the catalogue, and what is told of it.
pub fn back(catalogue: &str, name: &str, bytes: &[u8]) -> (Merged, Vec<String>) {
    let (documents, remarks) = super::read(&[(name, bytes)]);
    let mapping = exchange::recognised(&documents).expect("it is known");
    assert!(mapping.is_own_table());
    merged(catalogue, &mapping, documents, remarks)
}

fn merged(catalogue: &str, mapping: &Mapping, documents: Vec<Document>, remarks: Vec<Remark>) -> (Merged, Vec<String>) {
    let (tree, loaded) = (tree(catalogue), loaded(catalogue));
    let target = Target { tree: &tree, catalogue: &loaded.catalogue };
    let imported = exchange::convert(mapping, documents, remarks, Some("2026-11-27"), Some(target));
    let manner = Manner { is_own: true, add_near: false };
    let merged = exchange::merge(&tree, &imported.tree, &mapping.name, manner).expect("it can be added");
    (merged, imported.remarks.iter().map(ToString::to_string).collect())
}

/// Fails unless what comes back leaves a catalogue as it was.
pub fn is_untouched(name: &str, catalogue: &str, merged: &Merged) {
    assert!(merged.new.is_empty() && merged.near.is_empty() && merged.changed.is_empty(), "{name}: {merged:?}");
    assert!(written(catalogue, merged) == catalogue, "{name}: not one byte changes");
}

/// Old encodings have no narrow no-break spaces: spreadsheets write a question mark for what they lack.
#[test]
fn letters_that_an_old_encoding_lacks_are_no_change() {
    let encoded = |text: &str| -> Vec<u8> {
        let byte = |c: char| match encoding_rs::WINDOWS_1252.encode(c.encode_utf8(&mut [0; 4])) {
            (bytes, _, false) => bytes[0],
            _ => b'?',
        };
        text.chars().map(byte).collect()
    };
    for text in [SMALL, REAL] {
        let table = csv(text).replace('\u{feff}', "");
        assert!(table.contains('\u{202f}') || text == SMALL, "the content has letters that it lacks");
        let (merged, _) = back(text, "t.csv", &encoded(&table));
        is_untouched("in an old encoding", text, &merged);
    }
    let table = csv(REAL).replace('\u{feff}', "").replacen("Grist", "Grist et plus", 1);
    let (merged, _) = back(REAL, "t.csv", &encoded(&table));
    assert_eq!(merged.changed.len(), 1, "{:?}", merged.changed);
}

#[test]
fn a_spreadsheet_may_write_dates_its_own_way() {
    let table = csv(REAL);
    let (merged, _) = back(REAL, "t.csv", table.replace("2026-11-22", "22/11/2026").as_bytes());
    let dates = merged.changed.iter().flat_map(|changed| &changed.changes);
    assert!(
        dates.filter(|change| change.field == "checked" || change.field == "updated").count() == 0,
        "{:?}",
        merged.changed
    );
}

#[test]
fn a_changed_cell_changes_its_entry_alone() {
    let before = loaded(REAL);
    let table = csv(REAL).replacen("Grist", "Grist et plus", 1);
    let (merged, _) = back(REAL, "t.csv", table.as_bytes());
    assert_eq!(merged.changed.len(), 1, "{:?}", merged.changed);
    let text = written(REAL, &merged);
    let after = loaded(&text);
    assert_eq!(after.diagnostics.len(), before.diagnostics.len());
    let changed = |line: &&str| !REAL.contains(*line);
    let lines = text.lines().filter(changed).count();
    assert!(lines <= 3, "{lines} lines are new");
}

#[test]
fn a_new_row_is_a_new_entry_and_an_emptied_cell_is_told() {
    let table = csv(SMALL);
    let width = table.lines().next().unwrap().split(';').count();
    let row = format!("nouveau;commun;Tout nouveau{}", ";".repeat(width - 3));
    let (merged, _) = back(SMALL, "t.csv", format!("{table}{row}\r\n").as_bytes());
    assert_eq!(merged.new, [("Tout nouveau".to_owned(), "nouveau".to_owned())]);
    assert!(loaded(&merged.tree.to_string()).catalogue.find("nouveau").is_some());
    let emptied = "identifiant;nom;resume\r\n".to_owned();
    let first = loaded(SMALL);
    let (_, entry) = first.catalogue.entries().find(|(_, entry)| entry.summary.is_some()).expect("one has a summary");
    let (merged, told) = back_of(SMALL, &format!("{emptied}{};{};\r\n", entry.id, entry.name.as_str()));
    assert!(merged.changed.is_empty() && told.iter().any(|line| line.contains("cellule vidée")), "{told:?}");
}

/// The same with a table of few columns, which is not recognised by them.
fn back_of(catalogue: &str, table: &str) -> (Merged, Vec<String>) {
    let (documents, remarks) = super::read(&[("t.csv", table)]);
    merged(catalogue, &exchange::shipped("communs-csv").expect("it is shipped"), documents, remarks)
}

#[test]
fn an_import_done_twice_changes_nothing_the_second_time() {
    let source = b"cff-version: 1.2.0\ntitle: Catala\nrepository-code: https://github.com/c/catala\nlicense: Apache-2.0\nversion: 1.2.0\n";
    let imported = super::import(None, &[("CITATION.cff", source)]);
    let first = exchange::merge(&tree(SMALL), &imported.tree, "cff", Manner::default()).expect("it can be added");
    assert_eq!(first.new.len(), 1);
    let diagnostics = loaded(&first.tree.to_string()).diagnostics;
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let second = exchange::merge(&first.tree, &imported.tree, "cff", Manner::default()).expect("it can be added");
    assert!(second.new.is_empty() && second.changed.is_empty() && second.tree == first.tree, "{second:?}");
    let later = super::import(None, &[("CITATION.cff", &[&source[..], b"date-released: 2026-02-05\n"].concat())]);
    let third = exchange::merge(&first.tree, &later.tree, "cff", Manner::default()).expect("it can be added");
    assert_eq!(third.changed.len(), 1);
    let other = super::import(None, &[("CITATION.cff", b"cff-version: 1.2.0\ntitle: Autre\n")]);
    let gone = exchange::merge(&first.tree, &other.tree, "cff", Manner::default()).expect("it can be added");
    assert_eq!(gone.gone, ["catala"]);
}

#[test]
fn an_image_stays_what_the_catalogue_says() {
    let full = include_str!("../../../../tests/fixtures/full.json");
    for (written, is_told) in [("https://plein.example/a/images/four.svg", false), ("images/lune.svg", true)] {
        let logo = csv(full).split(';').find(|cell| cell.ends_with("images/four.svg")).expect("it is there").to_owned();
        let (merged, told) = back_of(full, &csv(full).replace(&logo, written));
        assert!(merged.changed.is_empty() && merged.new.is_empty(), "{merged:?}");
        assert_eq!(told.iter().filter(|told| told.contains("logo")).count(), usize::from(is_told), "{told:?}");
    }
}
