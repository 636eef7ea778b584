//! What the device keeps of a draft: what is written, with the entry that it started from, so that an entry
//! changed meanwhile is not undone.

use super::draft::Draft;
use super::fields::Field;
use catalogue::{Json, parse};

/// The key of what is written, then that of former releases; no entry has them.
const WRITTEN: [&str; 2] = ["draft", "brouillon"];
/// The same for the entry that it started from.
const ORIGIN: [&str; 2] = ["origin", "origine"];

/// A draft as the device keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptDraft {
    pub written: Draft,
    /// The entry that it started from; none for a new one, and in drafts of the releases before this one.
    pub origin: Option<Draft>,
}

/// What a draft changes in one field of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The name of the field.
    pub label: String,
    /// What the entry says; empty when it says nothing.
    pub current: String,
    /// What the draft says, likewise.
    pub written: String,
}

impl KeptDraft {
    /// Reads what the device keeps; nothing when it is no draft.
    pub fn parse(text: &str) -> Option<Self> {
        let kept = parse(text).ok()?;
        let part = |keys: [&str; 2]| keys.into_iter().find_map(|key| kept.get(key)).cloned().map(Draft::new);
        Some(Self { origin: part(ORIGIN), written: part(WRITTEN).unwrap_or_else(|| Draft::new(kept.clone())) })
    }

    /// The text that [`KeptDraft::parse`] reads.
    pub fn to_text(&self, fields: &[Field]) -> String {
        let origin = self.origin.as_ref().map(|origin| (ORIGIN[0].to_owned(), origin.entry(fields)));
        let written = (WRITTEN[0].to_owned(), self.written.entry(fields));
        Json::Object(origin.into_iter().chain([written]).collect()).pretty()
    }

    /// Whether it started from another entry than this one, or may have.
    pub fn is_stale(&self, current: &Draft, fields: &[Field]) -> bool {
        self.origin.as_ref().is_none_or(|origin| origin.entry(fields) != current.entry(fields))
    }

    /// The same changes made to this entry: fields that were left as they were follow it.
    #[must_use]
    pub fn on(&self, current: &Draft, fields: &[Field]) -> Draft {
        let [written, current] = [&self.written, current].map(|draft| draft.entry(fields));
        let origin = self.origin.as_ref().map(|origin| origin.entry(fields));
        let parts = fields.iter().filter_map(|field| {
            let key = field.key.as_str();
            let is_left = origin.as_ref().is_some_and(|origin| origin.get(key) == written.get(key));
            let value = if is_left { &current } else { &written }.get(key)?;
            Some((field.key.clone(), value.clone()))
        });
        Draft::new(Json::Object(parts.collect()))
    }
}

/// What a draft changes in an entry, in the order of the fields.
pub fn changes(current: &Draft, written: &Draft, fields: &[Field]) -> Vec<Change> {
    let [current, written] = [current, written].map(|draft| draft.entry(fields));
    let differ = |field: &&Field| current.get(&field.key) != written.get(&field.key);
    let said = |entry: &Json, key: &str| {
        entry.get(key).map_or_else(String::new, |value| value.as_str().map_or_else(|| value.pretty(), str::to_owned))
    };
    let change = |field: &Field| Change {
        label: field.label.clone(),
        current: said(&current, &field.key),
        written: said(&written, &field.key),
    };
    fields.iter().filter(differ).map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fields;
    use super::*;

    fn draft(json: &str) -> Draft {
        Draft::new(parse(json).expect("the test writes JSON"))
    }

    const ORIGIN: &str = r#"{"id": "a", "kind": "commun", "name": "A", "summary": "Avant", "need": "Besoin"}"#;

    #[test]
    fn a_draft_comes_back_with_what_it_started_from() {
        let fields = fields();
        for origin in [None, Some(draft(ORIGIN))] {
            let written = draft(r#"{"id": "a", "kind": "commun", "name": "Écrit", "summary": ""}"#);
            let back = KeptDraft::parse(&KeptDraft { written, origin: origin.clone() }.to_text(&fields)).expect("JSON");
            assert_eq!(
                back.written.entry(&fields),
                draft(r#"{"id": "a", "kind": "commun", "name": "Écrit"}"#).entry(&fields)
            );
            assert_eq!(back.origin.map(|origin| origin.entry(&fields)), origin.map(|origin| origin.entry(&fields)));
        }
        let former = KeptDraft::parse("{\n  \"id\": \"a\",\n  \"name\": \"A\"\n}").expect("a draft of another release");
        assert_eq!(former, KeptDraft { written: draft(r#"{"id": "a", "name": "A"}"#), origin: None });
        let former = KeptDraft::parse(r#"{"origine": {"id": "a"}, "brouillon": {"id": "a", "name": "A"}}"#);
        let kept = KeptDraft { written: draft(r#"{"id": "a", "name": "A"}"#), origin: Some(draft(r#"{"id": "a"}"#)) };
        assert_eq!(former, Some(kept), "keys of former releases");
        assert_eq!(KeptDraft::parse("rien"), None);
    }

    #[test]
    fn what_the_visitor_left_follows_the_entry() {
        let fields = fields();
        let written = r#"{"id": "a", "kind": "commun", "name": "A", "summary": "Écrit", "need": "Besoin"}"#;
        let newer = draft(
            r#"{"need": "Autre besoin", "id": "a", "kind": "commun", "name": "A", "summary": "Après", "themes": ["eau"]}"#,
        );
        let label = |key: &str| fields.iter().find(|field| field.key == key).expect("a field").label.clone();
        let change = |key: &str, current: &str, written: &str| Change {
            label: label(key),
            current: current.to_owned(),
            written: written.to_owned(),
        };
        for (origin, expected) in [
            (Some(ORIGIN), vec![change("summary", "Après", "Écrit")]),
            (
                None,
                vec![
                    change("summary", "Après", "Écrit"),
                    change("themes", "[\n  \"eau\"\n]", ""),
                    change("need", "Autre besoin", "Besoin"),
                ],
            ),
        ] {
            let kept = KeptDraft { written: draft(written), origin: origin.map(draft) };
            assert!(kept.is_stale(&newer, &fields));
            let mut found = changes(&newer, &kept.on(&newer, &fields), &fields);
            found.sort_by(|one, other| one.label.cmp(&other.label));
            let mut expected = expected;
            expected.sort_by(|one, other| one.label.cmp(&other.label));
            assert_eq!(found, expected, "{origin:?}");
        }
        let fresh = KeptDraft { written: draft(written), origin: Some(draft(ORIGIN)) };
        assert!(!fresh.is_stale(&draft(ORIGIN), &fields), "the same entry");
        let taken = KeptDraft { written: newer.clone(), origin: Some(draft(ORIGIN)) };
        assert_eq!(changes(&newer, &taken.on(&newer, &fields), &fields), []);
    }
}
