//! One entry that a source says something of: what it adds, what it changes, what stays.

use catalogue::{ENTRY, Json, Shape, Table, is_language, shown_among};

use crate::book::{Fields, field};
use crate::merge::list_at;
use crate::remark::shown;
use crate::shown::Shown;
use crate::values::{as_list, items_at, text, text_at};
use crate::written::same_address;

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
    pub(crate) entry: Json,
    pub(crate) changes: Vec<Change>,
    pub(crate) kept: Vec<Change>,
}

/// Fields that are no facts of the source.
const APART: [&str; 3] = ["id", "kind", "sources"];

/// How an entry is told again.
#[derive(Clone, Copy)]
pub(crate) struct Update<'a> {
    /// The document that its draft comes from.
    pub(crate) source: &'a str,
    /// The draft is of the catalogue's own table, and counts.
    pub(crate) is_own: bool,
    pub(crate) shown: &'a Shown,
}

impl Update<'_> {
    /// An entry with what a draft says of it.
    pub(crate) fn of(self, there: &Fields, draft: &Fields) -> Updated {
        let mut entry = there.clone();
        let (mut changes, mut kept) = (Vec::new(), Vec::new());
        for (key, new) in draft {
            if APART.contains(&key.as_str()) || key == "name" && !self.is_own {
                continue;
            }
            let own = |key: &str| entry.iter().position(|(name, _)| name == key);
            // One licence may be written alone.
            let alone = || own("licence").filter(|_| key == "licences");
            let Some(rank) = own(key).or_else(alone) else {
                // Forms that ask for both have the summary twice.
                let summary = field(there, "summary");
                let is_it = |text: &Json| summary.is_some_and(|own| self.says_as_much(Shape::Text, own, text));
                if key == "description" && matches!(new.items(), [only] if is_it(only)) {
                    continue;
                }
                changes.push(Change { field: key.clone(), from: String::new(), to: said(new) });
                let place = own("sources").unwrap_or(entry.len());
                entry.insert(place, (key.clone(), new.clone()));
                continue;
            };
            let shape = ENTRY.shape(key).unwrap_or(Shape::Plain);
            let value = self.joined(shape, &entry[rank].1, new);
            if value == entry[rank].1 {
                continue;
            }
            let change = Change { field: key.clone(), from: said(&entry[rank].1), to: said(&value) };
            if self.is_own || comes_from(there, self.source, key) {
                entry[rank] = (key.clone(), value);
                changes.push(change);
            } else {
                kept.push(change);
            }
        }
        let mut entry = Json::Object(entry);
        if !changes.is_empty() && !self.is_own {
            cite(&mut entry, draft, self.source, &changes);
        }
        Updated { entry, changes, kept }
    }

    /// What a value becomes: what the new one does not tell of the old one stays.
    fn joined(self, shape: Shape, old: &Json, new: &Json) -> Json {
        match (shape, old, new) {
            (Shape::HostValues, Json::Object(_), Json::Object(_)) => self.united(old, new, |key, old, new| {
                let shape = self.shown.own_type(key).map_or(Shape::Plain, Shape::of_host);
                match (shape, new) {
                    (Shape::List(item), Json::List(_)) => {
                        self.list(*item, &|value| self.shown.own_value(key, *item, value), old, new)
                    }
                    _ if self.shown.own_value(key, shape, old) == self.shown.own_value(key, shape, new) => old.clone(),
                    _ => self.joined(shape, old, new),
                }
            }),
            (Shape::Object(table), Json::Object(_), Json::Object(_)) => {
                self.united(old, new, |key, old, new| self.joined(table.shape(key).unwrap_or(Shape::Plain), old, new))
            }
            // A word may stand for the object.
            (Shape::Object(table), old, Json::Object(more)) => {
                let Some(main) = table.main.filter(|_| !matches!(old, Json::Null | Json::List(_))) else {
                    return new.clone();
                };
                let whole = self.joined(shape, &Json::Object(vec![(main.to_owned(), old.clone())]), new);
                let is_same = more.len() == 1 && whole.get(main) == Some(old);
                if is_same { old.clone() } else { whole }
            }
            (Shape::List(Shape::Object(table)), old, Json::List(more)) if is_link(table) => {
                self.links(as_list(old), more)
            }
            (Shape::List(item), old, new @ Json::List(_)) => {
                self.list(*item, &|value| self.shown.value(*item, value), old, new)
            }
            (_, Json::Object(_), Json::Object(_)) => {
                self.united(old, new, |_, old, new| self.joined(Shape::Plain, old, new))
            }
            _ if self.says_as_much(shape, old, new) => old.clone(),
            // A text of several languages, of which a table has one.
            (_, Json::Object(languages), Json::String(_)) => {
                let of_language = languages.iter().enumerate().filter(|(_, (key, _))| is_language(key));
                let is_said = |text: &Json| text.as_str().is_some_and(|text| !text.trim().is_empty());
                let said = of_language.clone().filter(|(_, (_, text))| is_said(text));
                let shown =
                    shown_among(said.clone().map(|(_, (key, _))| &**key)).and_then(|rank| said.clone().nth(rank));
                let Some((place, _)) = shown.or_else(|| of_language.clone().next()) else { return new.clone() };
                let mut languages = languages.clone();
                languages[place].1 = new.clone();
                Json::Object(languages)
            }
            _ => new.clone(),
        }
    }

    /// Whether two values show the same.
    fn says_as_much(self, shape: Shape, old: &Json, new: &Json) -> bool {
        let shown = self.shown.value(shape, new);
        old == new || !shown.is_empty() && self.shown.value(shape, old) == shown
    }

    /// The fields of two objects.
    fn united(self, old: &Json, new: &Json, joined: impl Fn(&str, &Json, &Json) -> Json) -> Json {
        let (Json::Object(fields), Json::Object(more)) = (old, new) else { return new.clone() };
        let mut fields = fields.clone();
        for (name, value) in more {
            match fields.iter_mut().find(|(own, _)| own == name) {
                Some((_, place)) => *place = joined(name, place, value),
                None => fields.push((name.clone(), value.clone())),
            }
        }
        Json::Object(fields)
    }

    /// The items of the new list, those that were there as they were, then those of which it could tell nothing.
    fn list(self, item: Shape, shown: &dyn Fn(&Json) -> String, old: &Json, new: &Json) -> Json {
        let items = as_list(old);
        let mut left: Vec<Option<&Json>> = items.iter().map(Some).collect();
        let party = matches!(item, Shape::Object(table) if is_party(table));
        // An object without a main key is told by all that it says.
        let is_whole = matches!(item, Shape::Object(table) if table.main.is_none()) && !party;
        let mut list: Vec<Json> = Vec::new();
        let mut added: Vec<Json> = Vec::new();
        for new in new.items() {
            let said = shown(new);
            let by_words = |old: &Json| !is_whole && !said.is_empty() && shown(old) == said;
            let same = left.iter().position(|old| old.is_some_and(|old| holds(old, new)));
            let same = same.or_else(|| left.iter().position(|old| old.is_some_and(by_words)));
            match same.and_then(|rank| left[rank].take()) {
                Some(old) => list.push(tagged_as(old, new)),
                None => {
                    list.push(new.clone());
                    added.push(new.clone());
                }
            }
        }
        if party && !self.is_own {
            // Who takes part is told by several sources: none tells them all.
            list = items.iter().cloned().chain(added).collect();
        } else {
            list.extend(left.into_iter().flatten().filter(|old| shown(old).is_empty()).cloned());
        }
        // One may be written alone.
        if list == items { old.clone() } else { Json::List(list) }
    }

    /// Addresses: those of the sorts that the source names are its own, the others stay, and so does what no table
    /// shows: names without an address, addresses that are dead, other sites than the first.
    fn links(self, old: &[Json], new: &[Json]) -> Json {
        let kind = |link: &Json| text_at(link, "kind").unwrap_or("autre").to_owned();
        let url = |link: &Json| self.shown.value(Shape::Address, link.get("url").unwrap_or(link));
        let address = |link: &Json| same_address(&url(link));
        let is_live = |link: &Json| !url(link).is_empty() && link.get("dead").is_none_or(|dead| *dead == Json::Null);
        let first_site = old.iter().position(|link| kind(link) == "site");
        let is_shown = |rank: usize| is_live(&old[rank]) && (kind(&old[rank]) != "site" || Some(rank) == first_site);
        // A table has the sorts of addresses apart, and what is in two is there twice.
        let may_be = |rank: usize, other: &Json| !self.is_own || is_shown(rank) && kind(&old[rank]) == kind(other);
        // As it is written first, then however it is, then any other of its sort.
        let alike: [Alike<'_>; 3] = [
            &|rank, other| may_be(rank, other) && url(&old[rank]) == url(other),
            &|rank, other| may_be(rank, other) && address(&old[rank]).is_some_and(|own| address(other) == Some(own)),
            &|rank, other| is_shown(rank) && kind(&old[rank]) == kind(other),
        ];
        let mut places: Vec<Option<Json>> = vec![None; old.len()];
        let mut left: Vec<&Json> = new.iter().collect();
        for (pass, is_alike) in alike.into_iter().enumerate() {
            for rank in 0..old.len() {
                if places[rank].is_none()
                    && let Some(found) = left.iter().position(|other| is_alike(rank, other))
                {
                    let link = left.remove(found);
                    let is_moved = pass == 2 || pass == 1 && self.is_own;
                    let whole = |old: &Json| self.united(old, link, |_, _, new| new.clone());
                    places[rank] = Some(if is_moved { whole(&old[rank]) } else { old[rank].clone() });
                }
            }
        }
        let told = |link: &Json| new.iter().any(|other| kind(other) == kind(link));
        let mut list: Vec<Json> = Vec::new();
        for (rank, place) in places.into_iter().enumerate() {
            let stays = !is_shown(rank) || !told(&old[rank]);
            list.extend(place.or_else(|| stays.then(|| old[rank].clone())));
        }
        for link in left {
            // The first site is the one that is shown.
            let first = list.iter().position(|other| kind(other) == "site").filter(|_| kind(link) == "site");
            list.insert(first.filter(|_| self.is_own).unwrap_or(list.len()), link.clone());
        }
        Json::List(list)
    }
}

/// Whether a new address is that of a rank.
type Alike<'a> = &'a dyn Fn(usize, &Json) -> bool;

/// Whether an object is an address.
fn is_link(table: &Table) -> bool {
    matches!(table.main.and_then(|main| table.shape(main)), Some(Shape::Address))
}

/// Whether an object tells who takes part.
fn is_party(table: &Table) -> bool {
    table.fields.iter().any(|field| matches!(field.shape, Shape::Entry))
}

/// A sentence that was there, with the term that it has now.
fn tagged_as(old: &Json, new: &Json) -> Json {
    let Some(tag) = new.get("tag").filter(|tag| old.get("tag") != Some(tag)) else { return old.clone() };
    let Json::Object(mut fields) = old.clone() else { return new.clone() };
    fields.retain(|(key, _)| key != "tag");
    fields.push(("tag".to_owned(), tag.clone()));
    Json::Object(fields)
}

/// Whether an item says at least what another does.
fn holds(item: &Json, other: &Json) -> bool {
    match (item, other) {
        (Json::Object(fields), Json::Object(asked)) => {
            asked.iter().all(|(key, value)| fields.iter().any(|field| field.0 == *key && field.1 == *value))
        }
        _ => item == other,
    }
}

/// Whether an entry says that a field comes from this source.
fn comes_from(entry: &Fields, source: &str, key: &str) -> bool {
    let sources = field(entry, "sources").map(Json::items).unwrap_or_default().iter();
    let cited = sources.filter(|cited| text_at(cited, "document") == Some(source));
    cited.flat_map(|cited| items_at(cited, "fields")).any(|name| name.as_str() == Some(key))
}

/// Adds the fields that changed to what the source is cited for.
fn cite(entry: &mut Json, draft: &Fields, source: &str, changes: &[Change]) {
    let cited = field(draft, "sources").and_then(|sources| sources.items().first());
    let Some(mut cited) = cited.cloned() else { return };
    let sources = list_at(entry, "sources");
    let there = sources.iter_mut().find(|other| text_at(other, "document") == Some(source));
    let mut fields = there.as_deref().map(|there| items_at(there, "fields").to_vec()).unwrap_or_default();
    for changed in changes.iter().map(|change| text(&change.field)) {
        if !fields.contains(&changed) {
            fields.push(changed);
        }
    }
    *cited.field_mut("fields") = Json::List(fields);
    match there {
        Some(there) => *there = cited,
        None => sources.push(cited),
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

    fn update(there: &Fields, draft: &Fields, is_own: bool) -> Updated {
        Update { source: "s", is_own, shown: &Shown::default() }.of(there, draft)
    }

    #[test]
    fn a_summary_said_twice_is_no_description() {
        let there = fields(r#"{"id":"a","kind":"commun","name":"A","summary":{"en":"A map","fr":"Une carte"}}"#);
        for (description, count) in [(r#"["Une carte"]"#, 0), (r#"["Une autre"]"#, 1), (r#"["Une carte","Deux"]"#, 1)] {
            let draft = fields(&format!(r#"{{"id":"a","name":"A","description":{description}}}"#));
            assert_eq!(update(&there, &draft, false).changes.len(), count, "{description}");
        }
    }

    #[test]
    fn a_text_takes_the_place_of_a_language_alone() {
        for (old, expected) in [
            (r#"{"note":"n","de":"Eine Karte"}"#, r#"{"note":"n","de":"Une carte"}"#),
            (r#"{"note":"n","fr":""}"#, r#"{"note":"n","fr":"Une carte"}"#),
            (r#"{"note":"n"}"#, r#""Une carte""#),
        ] {
            let there = fields(&format!(r#"{{"id":"a","summary":{old}}}"#));
            let updated = update(&there, &fields(r#"{"id":"a","summary":"Une carte"}"#), true);
            let expected = format!(r#"{{"id":"a","summary":{expected}}}"#);
            assert_eq!(updated.entry.to_string(), expected, "{old}");
        }
    }

    #[test]
    fn what_people_wrote_stays_and_what_is_missing_comes() {
        let there = fields(r#"{"id":"a","kind":"commun","name":"A","summary":"De la rédaction.","x-perso":1.5}"#);
        let draft = fields(
            r#"{"id":"a","kind":"commun","name":"a","summary":"Autre.","version":"2","sources":[{"document":"s","fields":["summary","version"]}]}"#,
        );
        let updated = update(&there, &draft, false);
        assert_eq!(
            updated.entry.to_string(),
            r#"{"id":"a","kind":"commun","name":"A","summary":"De la rédaction.","x-perso":1.5,"version":"2","sources":[{"document":"s","fields":["version"]}]}"#
        );
        assert_eq!(updated.kept.len(), 1);
        // The second time, the source has another version: that field is its own.
        let draft =
            fields(r#"{"id":"a","version":"3","summary":"Autre.","sources":[{"document":"s","fields":["version"]}]}"#);
        let again = update(&fields(&updated.entry.to_string()), &draft, false);
        assert_eq!(again.changes, [Change { field: "version".into(), from: "2".into(), to: "3".into() }]);
        assert!(update(&fields(&again.entry.to_string()), &draft, false).changes.is_empty());
    }

    #[test]
    fn a_table_that_has_less_loses_nothing() {
        let there = fields(
            r#"{"id":"a","summary":{"fr":"Un.","en":"One."},"licences":[{"id":"MIT","of":"code","note":"n"}],"links":[{"url":"https://a.fr","kind":"site","label":"A"},{"url":"https://d.fr","kind":"document"},{"url":"https://g.fr","kind":"depot"}]}"#,
        );
        let draft = fields(
            r#"{"id":"a","summary":"Deux.","licences":[{"id":"MIT","of":"code"},{"id":"X"}],"links":[{"url":"https://b.fr","kind":"site"}]}"#,
        );
        let updated = update(&there, &draft, true);
        assert_eq!(
            updated.entry.to_string(),
            r#"{"id":"a","summary":{"fr":"Deux.","en":"One."},"licences":[{"id":"MIT","of":"code","note":"n"},{"id":"X"}],"links":[{"url":"https://b.fr","kind":"site","label":"A"},{"url":"https://d.fr","kind":"document"},{"url":"https://g.fr","kind":"depot"}]}"#
        );
    }
}
