//! A catalogue as it is published: its lists in one file, in another the fields of entries that only their pages show.

use catalogue::{DETAILS, DETAILS_KEY, Details};

use crate::layout::json_text_of;
use crate::node::{Field, Node, Value};
use crate::{Source, SourceError, open_file};

/// The longest line of a list or an object on one line, in characters: longer than in what people write, which saves two
/// kilobytes of each visit with the tabs.
const WIDTH: usize = 400;

/// The two files of a catalogue, as JSON; none when one is enough.
#[must_use]
pub fn divided(source: &Source) -> Option<[String; 2]> {
    let mut rest = Vec::new();
    let mut list = Vec::new();
    for entry in source.entries() {
        let is_detail = |field: &&Field| DETAILS.contains(&field.key.as_str());
        let (details, kept): (Vec<&Field>, Vec<&Field>) = entry.fields().iter().partition(is_detail);
        if let (Some(id), false) = (entry.id(), details.is_empty()) {
            let id = Field::new("id", Node::text(id));
            rest.push(Value::Object([id].into_iter().chain(details.into_iter().cloned()).collect()).into());
            list.push(Value::Object(kept.into_iter().cloned().collect()).into());
        } else {
            list.push(entry.clone());
        }
    }
    if rest.is_empty() {
        return None;
    }
    let mut file = Vec::new();
    for field in source.root.fields() {
        if field.key == "entries" {
            file.push(Field::new(DETAILS_KEY, Node::text(names::DETAILS_FILE)));
            file.push(Field::new("entries", Value::List(std::mem::take(&mut list))));
        } else {
            file.push(field.clone());
        }
    }
    let details = vec![Field::new("entries", Value::List(rest))];
    Some([file, details].map(|fields| with_tabs(&json_text_of(&Value::Object(fields).into(), WIDTH))))
}

/// JSON with a tab a level, which reads as well and weighs less.
fn with_tabs(json: &str) -> String {
    let lines = json.lines().map(|line| {
        let text = line.trim_start_matches(' ');
        format!("{}{text}\n", "\t".repeat((line.len() - text.len()) / 2))
    });
    lines.collect()
}

/// Gives entries the fields that the second file has for them, if the catalogue names one; each keeps its place.
///
/// # Errors
/// When that file cannot be read, or is not of its format.
pub(crate) fn complete(source: &mut Source) -> Result<(), SourceError> {
    let Value::Object(fields) = &mut source.root.value else { return Ok(()) };
    let named =
        fields.iter().position(|field| field.key == DETAILS_KEY && field.node.as_str() == Some(names::DETAILS_FILE));
    let Some(named) = named else { return Ok(()) };
    let file = open_file(&source.files[0].path.with_file_name(names::DETAILS_FILE))?;
    let details = file.root(1)?;
    source.files.push(file);
    fields.remove(named);
    let told = details.items_at("entries").iter();
    let mut details = Details::new(told.filter_map(|entry| Some((entry.id()?.to_owned(), entry.fields().to_vec()))));
    for list in fields.iter_mut().filter(|field| field.key == "entries") {
        let Value::List(entries) = &mut list.node.value else { continue };
        for entry in entries {
            let id = entry.id().map(str::to_owned);
            if let (Some(id), Value::Object(fields)) = (id, &mut entry.value) {
                details.give(&id, fields, |field| &field.key);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::Locations;

    #[test]
    fn what_is_divided_is_read_whole_with_its_places() {
        let text = r#"{
  "format": 1,
  "entries": [
    { "id": "a", "name": "A", "sources": [{ "url": "x" }], "summary": "S", "dates": [] },
    { "id": "b", "name": "B" }
  ]
}
"#;
        let folder = std::env::temp_dir().join(format!("communs-divided-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join(names::DATA_FILE);
        fs::write(&path, text).unwrap();
        let whole = Source::open(&path).unwrap();
        let [list, details] = divided(&whole).unwrap();
        assert!(!list.contains("sources") && !details.contains("summary"), "{list}{details}");
        assert!(list.contains("\n\t\t{\n\t\t\t\"id\": "), "{list}");
        fs::write(&path, list).unwrap();
        fs::write(folder.join(names::DETAILS_FILE), &details).unwrap();
        let read = Source::open(&path).unwrap();
        let keys = |entry: &Node| {
            let mut keys: Vec<String> = entry.fields().iter().map(|field| field.key.clone()).collect();
            keys.sort();
            keys
        };
        assert_eq!(
            read.entries().iter().map(keys).collect::<Vec<_>>(),
            whole.entries().iter().map(keys).collect::<Vec<_>>()
        );
        assert!(read.root.get(DETAILS_KEY).is_none());
        let place = "entries[0].sources[0].url";
        let span = Locations::of(&read, [place].into_iter()).get(place, false);
        assert_eq!((span.file, &details[span.range()]), (1, "\"x\""));
        fs::remove_dir_all(&folder).unwrap();
        assert!(
            divided(
                &Source::read(crate::File {
                    path,
                    format: crate::Format::Json,
                    text: r#"{"entries": [{"id": "a"}]}"#.into()
                })
                .unwrap()
            )
            .is_none()
        );
    }
}
