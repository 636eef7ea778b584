//! What docs/donnees.md shows is what the code reads: its examples, taken one after the other, make one catalogue
//! without any problem, and no key, no word of the format is missing from it.
//!
//! A block of JSON says on its first line where it goes: `json`, a whole file; `json racine`, keys of the file;
//! `json site`, keys of its settings; `json fiche` and the word of a kind (a commons unless it is said), keys of an
//! entry. All but whole files are put into the first of these.

use std::collections::BTreeSet;

use catalogue::{MAX_TEXT, MOST_FIELDS, MOST_TERMS};
use messages::Language;
use search::facet::FACETS;
use serde_json::{Map, Value, json};

use crate::support::{assert_sound, files, root, text_of};

const PAGE: &str = "docs/donnees.md";

/// A block of JSON of the page.
struct Block<'a> {
    /// The line of its first mark.
    line: usize,
    /// What follows « json » there.
    place: &'a str,
    text: String,
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let (mut blocks, mut open) = (Vec::new(), None::<Block<'_>>);
    let mut is_open = false;
    for (rank, line) in page.lines().enumerate() {
        let Some(mark) = line.strip_prefix("```") else {
            assert!(!line.trim_start().starts_with("```"), "{PAGE}:{}: no test reads this block", rank + 1);
            if let Some(block) = &mut open {
                block.text.extend([line, "\n"]);
            }
            continue;
        };
        if is_open {
            blocks.extend(open.take());
        } else {
            let place = mark.strip_prefix("json");
            open = place.map(|place| Block { line: rank + 1, place: place.trim(), text: String::new() });
        }
        is_open = !is_open;
    }
    assert!(!is_open, "{PAGE}: a block does not end");
    blocks
}

impl Block<'_> {
    fn place(&self) -> String {
        format!("{PAGE}:{}", self.line)
    }

    /// Its value; keys that stand alone are those of an object.
    fn value(&self) -> Value {
        let is_whole = self.text.starts_with('{');
        let text = if is_whole { self.text.clone() } else { format!("{{{}}}", self.text) };
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", self.place()))
    }

    /// The file once this block is in it.
    fn put(&self, file: Option<Value>) -> Value {
        let value = self.value();
        let (kind, place) = match self.place.split_once(' ') {
            Some(("fiche", kind)) => (kind, "fiche"),
            _ => ("commun", self.place),
        };
        let Some(mut file) = file else {
            assert_eq!(self.place, "", "{}: the first block is a whole file", self.place());
            return value;
        };
        match place {
            "" => return value,
            "racine" => add(&mut file, value),
            "site" => add(&mut file["site"], value),
            "fiche" => {
                let id = format!("exemple-{}", self.line);
                let mut entry = json!({ "id": id, "kind": kind, "name": id });
                add(&mut entry, value);
                add(&mut file, json!({ "entries": [entry] }));
            }
            other => panic!("{}: {other} is no place of the file", self.place()),
        }
        file
    }
}

/// Adds the keys of an object to another one: lists follow one another, the rest takes the place of what was there.
fn add(to: &mut Value, value: Value) {
    match (to, value) {
        (Value::Object(fields), Value::Object(more)) => {
            for (key, value) in more {
                add(fields.entry(key).or_insert(Value::Null), value);
            }
        }
        (Value::Array(items), Value::Array(more)) => items.extend(more),
        (to, value) => *to = value,
    }
}

#[test]
fn every_example_is_read_without_any_problem() {
    let (page, (schemas, schema)) = (text_of(PAGE), crate::schema::compiled());
    let (mut whole, mut count) = (None::<Value>, 0);
    for block in blocks(&page) {
        let file = block.put(whole.clone());
        let text = serde_json::to_string_pretty(&file).expect("the file can be written");
        let loaded = catalogue::read(&text).unwrap_or_else(|error| panic!("{}: {error:?}", block.place()));
        let told: Vec<String> = loaded.diagnostics.iter().map(|problem| problem.sentence(Language::French)).collect();
        assert!(told.is_empty(), "{}: {told:#?}", block.place());
        let verdict = schemas.validate(&file, schema);
        assert!(verdict.is_ok(), "{}: {verdict:?}", block.place());
        assert_sound(&loaded.catalogue);
        if whole.is_none() || !block.place.is_empty() {
            whole = Some(file);
        }
        count += 1;
    }
    assert!(count > 20, "{count} examples");
}

#[test]
fn the_first_catalogue_is_of_five_entries_in_ten_lines() {
    let page = text_of(PAGE);
    let first = blocks(&page).remove(0);
    assert_eq!(first.text.lines().count(), 10);
    assert_eq!(first.value()["entries"].as_array().map(Vec::len), Some(5));
}

/// The keys of the objects of a schema, and the words that its values are one of.
fn named(schema: &Value, keys: &mut BTreeSet<String>, words: &mut BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            keys.extend(fields.get("properties").and_then(Value::as_object).into_iter().flat_map(Map::keys).cloned());
            let one_of = fields.get("enum").and_then(Value::as_array).into_iter().flatten();
            words.extend(one_of.filter_map(Value::as_str).map(str::to_owned));
            fields.values().for_each(|value| named(value, keys, words));
        }
        Value::Array(items) => items.iter().for_each(|item| named(item, keys, words)),
        _ => {}
    }
}

#[test]
fn every_key_and_every_word_of_the_format_is_in_the_page() {
    let page = text_of(PAGE);
    let schema = serde_json::from_str(&catalogue::schema()).expect("the schema is JSON");
    let (mut keys, mut words) = (BTreeSet::new(), BTreeSet::new());
    named(&schema, &mut keys, &mut words);
    assert!(keys.len() > 90 && words.len() > 60, "{} keys, {} words", keys.len(), words.len());
    words.extend(FACETS.iter().map(|facet| facet.field.to_owned()));
    let is_named = |word: &&String| page.contains(&format!("`{word}`")) || page.contains(&format!("\"{word}\""));
    let missing: Vec<&String> = keys.union(&words).filter(|word| !is_named(word)).collect();
    assert_eq!(missing, [""; 0], "{PAGE} does not name them");
    for limit in [MOST_FIELDS, MOST_TERMS, MAX_TEXT] {
        let limit = messages::number(Language::French, limit);
        assert!(page.contains(&limit), "{PAGE} does not say {limit}");
    }
}

/// The anchors of the headings of a page, as GitHub and GitLab make them.
fn anchors(page: &str) -> BTreeSet<String> {
    let mut is_code = false;
    let headings = page.lines().filter(|line| {
        is_code ^= line.starts_with("```");
        !is_code && line.starts_with('#')
    });
    let slug = |heading: &str| {
        let kept = heading.trim_start_matches('#').trim().to_lowercase();
        kept.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c)).collect::<String>().replace(' ', "-")
    };
    headings.map(slug).collect()
}

#[test]
fn every_link_between_pages_leads_somewhere() {
    let (mut count, mut astray) = (0, Vec::new());
    let pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(|page| root().join(page));
    for file in files("docs", ".md").into_iter().chain(pages) {
        let page = text_of(&file);
        let folder = file.parent().expect("a file is in a folder");
        for link in page.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link) {
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            if link.contains("://") || link.starts_with("mailto:") {
                continue;
            }
            count += 1;
            let target = if path.is_empty() { file.clone() } else { folder.join(path) };
            if !target.exists() || !anchor.is_empty() && !anchors(&text_of(&target)).contains(anchor) {
                astray.push(format!("{}: {link}", file.display()));
            }
        }
    }
    assert_eq!(astray, [""; 0]);
    assert!(count > 30, "{count} links");
}
