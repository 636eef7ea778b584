//! What has been written so far, and the file as it would be with it.

use std::fmt::Write as _;

use super::fields::{Field, Shape};
use catalogue::{Diagnostic, Expected, Json, Loaded, ReadError, read_tree, shown_among};

/// One step from a value to one of its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// To a field.
    Key(String),
    /// To an item.
    Index(usize),
}

/// The path as diagnostics write it below the entry: `links[2].url`.
pub fn path_of(steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps {
        let dot = if path.is_empty() { "" } else { "." };
        // Writing to a string does not fail.
        let _ = match step {
            Step::Key(key) => write!(path, "{dot}{key}"),
            Step::Index(index) => write!(path, "[{index}]"),
        };
    }
    path
}

/// An entry that is being written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft(Json);

impl Draft {
    /// Starts from an entry, or from what was kept of a draft.
    pub const fn new(entry: Json) -> Self {
        Self(entry)
    }

    /// The value at a place, if something is there.
    pub fn get(&self, steps: &[Step]) -> Option<&Json> {
        steps.iter().try_fold(&self.0, |value, step| match step {
            Step::Key(key) => value.get(key),
            Step::Index(index) => value.items().get(*index),
        })
    }

    /// The text at a place: that in French where there are several, or else the first.
    pub fn text(&self, steps: &[Step]) -> String {
        match self.get(steps) {
            Some(Json::Number(digits)) => digits.clone(),
            Some(value) => {
                let in_language = || value.get(&shown_language(value)?)?.as_str();
                value.as_str().or_else(in_language).unwrap_or_default().to_owned()
            }
            None => String::new(),
        }
    }

    /// The number of items of a list.
    pub fn len(&self, steps: &[Step]) -> usize {
        self.get(steps).map_or(0, |list| list.items().len())
    }

    /// Writes a value at a place, where it makes what is missing on the way. A text that is in several
    /// languages changes in the one that is read only.
    pub fn set(&mut self, steps: &[Step], value: Json) {
        let place = place(&mut self.0, steps);
        match (shown_language(place), value) {
            (Some(language), Json::String(text)) => *place.field_mut(&language) = Json::String(text),
            (_, value) => *place = value,
        }
    }

    /// Takes an item out of a list.
    pub fn remove(&mut self, list: &[Step], index: usize) {
        if let Json::List(items) = place(&mut self.0, list)
            && index < items.len()
        {
            items.remove(index);
        }
    }

    /// The entry without what is empty, its fields in the order of the format.
    pub fn entry(&self, fields: &[Field]) -> Json {
        tidy_object(&self.0, fields).unwrap_or_else(|| Json::Object(Vec::new()))
    }

    /// The same as a text to paste in the file.
    pub fn to_text(&self, fields: &[Field]) -> String {
        self.entry(fields).pretty()
    }
}

/// The catalogue of the file with this entry first, in the place of the one whose id is `corrected`: none
/// when that is empty.
///
/// # Errors
/// When the file is no catalogue.
pub fn with_entry(file: &Json, entry: Json, corrected: &str) -> Result<Loaded, ReadError> {
    let id = entry.id().unwrap_or_default().into_owned();
    let Json::Object(parts) = file else { return read_tree(file.clone()) };
    let others = file.get("entries").map(Json::items).unwrap_or_default();
    let others = others.iter().filter(|other| other.id().as_deref() != Some(corrected));
    let entries: Vec<Json> = [entry].into_iter().chain(others.cloned()).collect();
    let kept = parts.iter().filter(|(key, _)| key != "entries").cloned();
    let mut loaded = read_tree(Json::Object(kept.chain([("entries".to_owned(), Json::List(entries))]).collect()))?;
    // The first to take an id keeps it, and the other is told: here the one at fault is the one being written.
    for problem in &mut loaded.diagnostics {
        let is_of_id = matches!(problem.expected, Expected::UniqueId) && problem.path.ends_with("].id");
        if is_of_id && problem.entry.as_ref() == Some(&id) {
            "entries[0].id".clone_into(&mut problem.path);
        }
    }
    Ok(loaded)
}

/// What is wrong in the entry that [`with_entry`] puts first, each with its path below it: of what is wrong at one
/// place, the first.
pub fn entry_problems(loaded: &Loaded) -> Vec<(String, Diagnostic)> {
    let mut problems: Vec<(String, Diagnostic)> = Vec::new();
    for problem in &loaded.diagnostics {
        let Some(path) = problem.path.strip_prefix("entries[0]") else { continue };
        let path = path.trim_start_matches('.');
        if problems.iter().all(|(known, _)| known != path) {
            problems.push((path.to_owned(), Diagnostic { entry: None, ..problem.clone() }));
        }
    }
    problems
}

/// The language that is shown of a text in several, among those that are written.
fn shown_language(text: &Json) -> Option<String> {
    let Json::Object(languages) = text else { return None };
    let written = languages.iter().filter(|(_, text)| text.as_str().is_some());
    let codes = written.map(|(code, _)| &**code);
    codes.clone().nth(shown_among(codes)?).map(str::to_owned)
}

/// The value at a place, with what is missing on the way made.
fn place<'a>(value: &'a mut Json, steps: &[Step]) -> &'a mut Json {
    steps.iter().fold(value, |place, step| match step {
        Step::Key(key) => place.field_mut(key),
        Step::Index(index) => item(place, *index),
    })
}

/// The item of a list, made if it must be.
fn item(place: &mut Json, index: usize) -> &mut Json {
    if !matches!(place, Json::List(_)) {
        *place = Json::List(Vec::new());
    }
    let Json::List(items) = place else { unreachable!("it has just been made a list") };
    if items.len() <= index {
        items.resize(index + 1, Json::Null);
    }
    &mut items[index]
}

fn tidy(value: &Json, shape: &Shape) -> Option<Json> {
    match (value, shape) {
        (Json::Null | Json::Boolean(false), _) => None,
        (Json::String(text), _) => (!text.trim().is_empty()).then(|| Json::String(text.trim().to_owned())),
        (Json::List(items), Shape::List(shape)) => {
            let items: Vec<Json> = items.iter().filter_map(|item| tidy(item, shape)).collect();
            (!items.is_empty()).then_some(Json::List(items))
        }
        (Json::Object(_), Shape::Object(fields)) => tidy_object(value, fields),
        _ => Some(value.clone()),
    }
}

fn tidy_object(value: &Json, fields: &[Field]) -> Option<Json> {
    let known =
        fields.iter().filter_map(|field| Some((field.key.clone(), tidy(value.get(&field.key)?, &field.shape)?)));
    let known: Vec<(String, Json)> = known.collect();
    (!known.is_empty()).then_some(Json::Object(known))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fields;
    use super::*;
    use catalogue::parse;

    fn key(name: &str) -> Step {
        Step::Key(name.to_owned())
    }

    fn string(text: &str) -> Json {
        Json::String(text.to_owned())
    }

    #[test]
    fn what_is_written_is_an_entry() {
        let mut draft = Draft::default();
        draft.set(&[key("links"), Step::Index(1), key("url")], string("https://a.fr"));
        draft.set(&[key("name")], string(" Rue \"commune\" "));
        draft.set(&[key("id")], string("rue"));
        draft.set(&[key("summary")], string("  "));
        draft.set(&[key("editorial_name")], Json::Boolean(false));
        draft.set(&[key("themes"), Step::Index(0)], string("mobilite"));
        assert_eq!(draft.len(&[key("links")]), 2);
        assert_eq!(path_of(&[key("links"), Step::Index(1), key("url")]), "links[1].url");
        assert_eq!(
            draft.to_text(&fields()),
            "{\n  \"id\": \"rue\",\n  \"name\": \"Rue \\\"commune\\\"\",\n  \"themes\": [\n    \"mobilite\"\n  ],\n  \
             \"links\": [\n    {\n      \"url\": \"https://a.fr\"\n    }\n  ]\n}"
        );
        draft.remove(&[key("links")], 0);
        assert_eq!(draft.text(&[key("links"), Step::Index(0), key("url")]), "https://a.fr");
        draft.remove(&[key("links")], 7);
        assert_eq!(draft.len(&[key("links")]), 1);
    }

    #[test]
    fn other_languages_stay() {
        let mut draft = Draft::new(parse(r#"{"name": {"fr": "Rue", "en": "Street"}}"#).expect("JSON"));
        assert_eq!(draft.text(&[key("name")]), "Rue");
        draft.set(&[key("name")], string("Voie"));
        assert_eq!(draft.get(&[key("name"), key("en")]), Some(&string("Street")));
        assert_eq!(draft.text(&[key("name")]), "Voie");
        let mut draft = Draft::new(parse(r#"{"name": {"en": "Street"}}"#).expect("JSON"));
        assert_eq!(draft.text(&[key("name")]), "Street", "what the entry page shows");
        let swiss = Draft::new(parse(r#"{"name": {"en": "Street", "fr-CH": "Rue"}}"#).expect("JSON"));
        assert_eq!(swiss.text(&[key("name")]), "Rue", "what the entry page shows");
        draft.set(&[key("name")], string("Road"));
        assert_eq!(draft.get(&[key("name"), key("en")]), Some(&string("Road")));
    }

    #[test]
    fn numbers_stay_as_they_are_written() {
        let draft = Draft::new(parse(r#"{"id": "a", "order": 48.85661401230}"#).expect("JSON"));
        assert_eq!(draft.to_text(&fields()), "{\n  \"id\": \"a\",\n  \"order\": 48.85661401230\n}");
        assert_eq!(draft.text(&[key("order")]), "48.85661401230");
    }

    #[test]
    fn every_entry_of_the_catalogue_comes_back_the_same() {
        let file = parse(include_str!("../../../../public/catalogue.json")).expect("the data is JSON");
        let fields = fields();
        let sorted = |value: &Json| {
            let Json::Object(parts) = value else { panic!("an entry is an object") };
            let mut parts = parts.clone();
            parts.sort_by(|one, other| one.0.cmp(&other.0));
            format!("{parts:?}")
        };
        for entry in file.get("entries").map(Json::items).unwrap_or_default() {
            let text = Draft::new(entry.clone()).to_text(&fields);
            let back = parse(&text).expect("what is written is JSON");
            assert_eq!(back.get("id"), entry.get("id"));
            let same = Draft::new(back.clone()).entry(&fields) == Draft::new(entry.clone()).entry(&fields);
            assert!(same, "{}", sorted(entry));
        }
    }

    #[test]
    fn an_entry_takes_the_place_of_the_one_it_corrects() {
        let file = parse(include_str!("../../../../public/catalogue.json")).expect("the data is JSON");
        let before = read_tree(file.clone()).expect("a catalogue");
        let entry = parse(r#"{"id": "grist", "kind": "commun", "name": "Autre", "themes": ["rien"]}"#).expect("JSON");
        let after = with_entry(&file, entry, "grist").expect("a catalogue");
        assert_eq!(before.catalogue.entries().len(), after.catalogue.entries().len());
        let index = after.catalogue.find("grist").expect("it is there");
        assert_eq!(after.catalogue.entry(index).name.as_str(), "Autre");
        assert_eq!(after.diagnostics.len(), before.diagnostics.len() + 1);
        assert!(after.diagnostics.iter().any(|problem| problem.path == "entries[0].themes[0]"));
    }

    #[test]
    fn a_place_is_told_once() {
        let file = parse(
            r#"{"format": 1, "site": {"title": "A"}, "entries": [{"id": "velo", "kind": "commun", "name": "Vélo"},
                {"id": "bus", "kind": "commun", "name": "Bus", "themes": ["rien"]}]}"#,
        )
        .expect("JSON");
        let entry =
            r#"{"id": "tram", "kind": "comun", "name": "Tram", "former_ids": ["velo", "bus"], "themes": ["a"]}"#;
        let check = |entry: &str, expected: &[&str]| {
            let loaded = with_entry(&file, parse(entry).expect("JSON"), "").expect("a catalogue");
            let problems = entry_problems(&loaded);
            assert!(problems.iter().all(|(_, problem)| problem.entry.is_none()));
            assert_eq!(problems.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), expected, "{entry}");
        };
        check(entry, &["kind"]);
        check(&entry.replace("comun", "commun"), &["themes[0]", "former_ids"]);
    }

    #[test]
    fn an_id_that_another_entry_has_is_told_of_the_one_being_written() {
        let file = parse(
            r#"{"format": 1, "site": {"title": "A"}, "entries": [{"id": "velo", "kind": "commun", "name": "Vélo"},
                {"id": "bus", "kind": "commun", "name": "Bus"}, {"id": 2024, "kind": "commun", "name": "Année"}]}"#,
        )
        .expect("JSON");
        for (id, corrected, free) in [
            ("velo", "", Some("velo-2")),
            ("velo", "bus", Some("velo-2")),
            ("velo", "velo", None),
            ("tram", "bus", None),
            ("2024", "2024", None),
            ("2024", "bus", Some("2024-2")),
        ] {
            let entry = parse(&format!(r#"{{"id": "{id}", "kind": "commun", "name": "Écrit"}}"#)).expect("JSON");
            let loaded = with_entry(&file, entry, corrected).expect("a catalogue");
            let told: Vec<_> = loaded.diagnostics.iter().map(|d| (d.path.as_str(), d.suggestion.as_deref())).collect();
            assert_eq!(told, Vec::from_iter(free.map(|free| ("entries[0].id", Some(free)))), "{id} for {corrected:?}");
            let shown = loaded.catalogue.find(id).expect("what is written is shown");
            assert_eq!(loaded.catalogue.entry(shown).name.as_str(), "Écrit");
            assert!(corrected == id || corrected.is_empty() || loaded.catalogue.find(corrected).is_none());
        }
    }

    proptest! {
        #[test]
        fn any_text_is_written_as_json(text in ".{0,60}") {
            let mut draft = Draft::default();
            draft.set(&[key("summary")], Json::String(text.clone()));
            let written = draft.to_text(&fields());
            let back = parse(&written).expect("JSON");
            prop_assert_eq!(back.get("summary").and_then(Json::as_str).unwrap_or_default(), text.trim());
        }
    }
}
