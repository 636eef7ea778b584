//! One entry that a source says something of: what it adds, what it changes, what stays.

use catalogue::Json;

use crate::book::{Fields, word};
use crate::remark::shown;

/// A field that says something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub field: String,
    /// What the catalogue said, to be shown; empty for nothing.
    pub from: String,
    /// What the source says.
    pub to: String,
}

pub(crate) struct Updated {
    pub(crate) entry: Fields,
    pub(crate) changes: Vec<Change>,
    pub(crate) kept: Vec<Change>,
}

/// Fields that are no facts of the source.
const APART: [&str; 3] = ["id", "kind", "sources"];
/// Lists whose items stay when others are added: what the table does not show would be lost.
const UNITED: [&str; 3] = ["partners", "users", "providers"];

/// An entry with what a draft says of it. `is_own`: the draft is of the catalogue's own table, and counts.
pub(crate) fn update(there: &Fields, draft: &Fields, source: &str, is_own: bool) -> Updated {
    let mut entry = there.clone();
    let (mut changes, mut kept) = (Vec::new(), Vec::new());
    for (key, new) in draft {
        if APART.contains(&key.as_str()) || key == "name" && !is_own {
            continue;
        }
        let old = entry.iter().position(|(name, _)| name == key);
        let Some(rank) = old else {
            changes.push(Change { field: key.clone(), from: String::new(), to: said(new) });
            let place = entry.iter().position(|(name, _)| name == "sources").unwrap_or(entry.len());
            entry.insert(place, (key.clone(), new.clone()));
            continue;
        };
        let value = joined(key, &entry[rank].1, new);
        if value == entry[rank].1 || is_same_text(&value, &entry[rank].1) {
            continue;
        }
        let change = Change { field: key.clone(), from: said(&entry[rank].1), to: said(&value) };
        if is_own || comes_from(there, source, key) {
            entry[rank].1 = value;
            changes.push(change);
        } else {
            kept.push(change);
        }
    }
    if !changes.is_empty() && !is_own {
        cite(&mut entry, draft, source, &changes);
    }
    Updated { entry, changes, kept }
}

/// Whether two texts differ by their blanks alone, which spreadsheets change.
fn is_same_text(a: &Json, b: &Json) -> bool {
    let (Json::String(a), Json::String(b)) = (a, b) else { return false };
    a.split_whitespace().eq(b.split_whitespace())
}

/// What a field becomes: what the new value does not tell of the old one stays.
fn joined(key: &str, old: &Json, new: &Json) -> Json {
    match (old, new) {
        // A text of several languages, of which a table has one.
        (Json::Object(languages), Json::String(_)) => {
            let shown = languages.iter().position(|(tag, _)| tag == "fr").unwrap_or(0);
            let mut languages = languages.clone();
            if let Some(place) = languages.get_mut(shown) {
                place.1 = new.clone();
            }
            Json::Object(languages)
        }
        (Json::Object(fields), Json::Object(more)) => {
            let mut fields = fields.clone();
            for (name, value) in more {
                match fields.iter_mut().find(|(own, _)| own == name) {
                    Some((_, place)) => *place = joined(name, place, value),
                    None => fields.push((name.clone(), value.clone())),
                }
            }
            Json::Object(fields)
        }
        (Json::List(items), Json::List(more)) if key == "links" => links(items, more),
        (Json::List(items), Json::List(more)) => {
            let mut list: Vec<Json> =
                more.iter().map(|item| items.iter().find(|old| holds(old, item)).unwrap_or(item).clone()).collect();
            if UNITED.contains(&key) {
                list = items.iter().cloned().chain(list.into_iter().filter(|item| !items.contains(item))).collect();
            }
            Json::List(list)
        }
        // A list of one, which may be written alone.
        (old, Json::List(more)) if more.len() == 1 && holds(old, &more[0]) => old.clone(),
        _ => new.clone(),
    }
}

/// Whether an item says at least what another does.
fn holds(item: &Json, other: &Json) -> bool {
    match (item, other) {
        (Json::Object(fields), Json::Object(asked)) => {
            asked.iter().all(|(key, value)| fields.iter().any(|field| field.0 == *key && field.1 == *value))
        }
        (Json::Object(fields), Json::String(_)) => fields.iter().any(|(_, value)| value == other),
        _ => item == other,
    }
}

/// Addresses: those of the sorts that the source names are its own, the others stay.
fn links(old: &[Json], new: &[Json]) -> Json {
    let kind = |link: &Json| link.get("kind").and_then(Json::as_str).unwrap_or("autre").to_owned();
    let url = |link: &Json| link.get("url").and_then(Json::as_str).and_then(crate::written::same_address);
    let mut list: Vec<Json> = Vec::new();
    let mut left: Vec<&Json> = new.iter().collect();
    let mut has_site = false;
    for link in old {
        let is_site = kind(link) == "site";
        let same = left.iter().position(|other| url(other).is_some() && url(other) == url(link));
        if let Some(rank) = same {
            left.remove(rank);
            list.push(link.clone());
        } else if let Some(rank) =
            left.iter().position(|other| kind(other) == kind(link)).filter(|_| !is_site || !has_site)
        {
            list.push(left.remove(rank).clone());
        } else if new.iter().all(|other| kind(other) != kind(link)) || is_site {
            list.push(link.clone());
        }
        has_site |= is_site;
    }
    list.extend(left.into_iter().cloned());
    Json::List(list)
}

/// Whether an entry says that a field comes from this source.
fn comes_from(entry: &Fields, source: &str, field: &str) -> bool {
    let sources =
        entry.iter().find(|(key, _)| key == "sources").map(|(_, sources)| sources.items()).unwrap_or_default();
    let is_it = |cited: &&Json| cited.get("document").and_then(Json::as_str) == Some(source);
    let mut fields =
        sources.iter().filter(is_it).flat_map(|cited| cited.get("fields").map(Json::items).unwrap_or_default());
    fields.any(|name| name.as_str() == Some(field))
}

/// Adds the fields that changed to what the source is cited for.
fn cite(entry: &mut Fields, draft: &Fields, source: &str, changes: &[Change]) {
    let Some(cited) = draft.iter().find(|(key, _)| key == "sources").and_then(|(_, sources)| sources.items().first())
    else {
        return;
    };
    let Json::Object(mut cited) = cited.clone() else { return };
    let rank = entry.iter().position(|(key, _)| key == "sources").unwrap_or_else(|| {
        entry.push(("sources".to_owned(), Json::List(Vec::new())));
        entry.len() - 1
    });
    let Json::List(sources) = &mut entry[rank].1 else { return };
    let there = sources.iter().position(|other| other.get("document").and_then(Json::as_str) == Some(source));
    let former = there.and_then(|rank| sources[rank].get("fields")).map(Json::items).unwrap_or_default();
    let mut fields: Vec<Json> = former.to_vec();
    for change in changes {
        let field = Json::String(change.field.clone());
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    cited.retain(|(key, _)| key != "fields");
    cited.push(("fields".to_owned(), Json::List(fields)));
    if word(&cited, "document").is_none() {
        return;
    }
    match there {
        Some(rank) => sources[rank] = Json::Object(cited),
        None => sources.push(Json::Object(cited)),
    }
}

/// A value as it is shown.
fn said(value: &Json) -> String {
    shown(&value.as_str().map_or_else(|| value.to_string(), str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> Fields {
        let Json::Object(fields) = catalogue::parse(text).unwrap() else { panic!("an object") };
        fields
    }

    #[test]
    fn what_people_wrote_stays_and_what_is_missing_comes() {
        let there = fields(r#"{"id":"a","kind":"commun","name":"A","summary":"De la rédaction.","x-perso":1.5}"#);
        let draft = fields(
            r#"{"id":"a","kind":"commun","name":"a","summary":"Autre.","version":"2","sources":[{"document":"s","fields":["summary","version"]}]}"#,
        );
        let updated = update(&there, &draft, "s", false);
        assert_eq!(
            Json::Object(updated.entry.clone()).to_string(),
            r#"{"id":"a","kind":"commun","name":"A","summary":"De la rédaction.","x-perso":1.5,"version":"2","sources":[{"document":"s","fields":["version"]}]}"#
        );
        assert_eq!(updated.kept.len(), 1);
        // The second time, the source has another version: that field is its own.
        let draft =
            fields(r#"{"id":"a","version":"3","summary":"Autre.","sources":[{"document":"s","fields":["version"]}]}"#);
        let again = update(&updated.entry, &draft, "s", false);
        assert_eq!(again.changes, [Change { field: "version".into(), from: "2".into(), to: "3".into() }]);
        assert!(update(&again.entry, &draft, "s", false).changes.is_empty());
    }

    #[test]
    fn a_table_that_has_less_loses_nothing() {
        let there = fields(
            r#"{"id":"a","summary":{"fr":"Un.","en":"One."},"licences":[{"id":"MIT","of":"code","note":"n"}],"links":[{"url":"https://a.fr","kind":"site","label":"A"},{"url":"https://d.fr","kind":"document"},{"url":"https://g.fr","kind":"depot"}]}"#,
        );
        let draft = fields(
            r#"{"id":"a","summary":"Deux.","licences":[{"id":"MIT","of":"code"},{"id":"X"}],"links":[{"url":"https://b.fr","kind":"site"}]}"#,
        );
        let updated = update(&there, &draft, "s", true);
        assert_eq!(
            Json::Object(updated.entry).to_string(),
            r#"{"id":"a","summary":{"fr":"Deux.","en":"One."},"licences":[{"id":"MIT","of":"code","note":"n"},{"id":"X"}],"links":[{"url":"https://b.fr","kind":"site"},{"url":"https://d.fr","kind":"document"},{"url":"https://g.fr","kind":"depot"}]}"#
        );
    }
}
