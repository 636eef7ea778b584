//! A catalogue that is being made: entries, the terms that they use, and the ids of all.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{Json, Kind};

use crate::written::{fold, same_address};

/// Ids that Windows keeps for itself, which no folder of a page can have.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];
/// The longest id that is made of a name.
const LONGEST_ID: usize = 80;

/// Fields of an object, in order.
pub(crate) type Fields = Vec<(String, Json)>;

/// Two rows that are the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SameTwice {
    pub name: String,
    pub id: String,
}

#[derive(Debug, Default)]
pub(crate) struct Book {
    pub(crate) entries: Vec<Fields>,
    ids: BTreeSet<String>,
    /// Entries by kind and folded name.
    by_name: BTreeMap<(String, String), Vec<usize>>,
    /// Ids of entries by what other rows call them.
    by_key: BTreeMap<String, String>,
    /// Terms of each vocabulary, in the order in which they came.
    vocabularies: BTreeMap<&'static str, Vec<Fields>>,
    /// Ids of terms by vocabulary and folded label or id.
    terms: BTreeMap<(&'static str, String), String>,
    pub(crate) same: Vec<SameTwice>,
}

impl Book {
    /// An id that no entry has, made of a name.
    pub(crate) fn new_id(&mut self, name: &str) -> String {
        let mut slug = text::slug(name);
        if slug.len() > LONGEST_ID {
            let end = slug[..LONGEST_ID].rfind('-').unwrap_or(LONGEST_ID);
            slug.truncate(end);
        }
        let is_port = matches!(slug.len(), 4) && (slug.starts_with("com") || slug.starts_with("lpt"));
        if slug.is_empty() {
            slug.push_str("sans-nom");
        } else if RESERVED.contains(&slug.as_str()) || is_port {
            slug.push_str("-1");
        }
        let mut id = slug.clone();
        let mut copy = 1;
        while !self.ids.insert(id.clone()) {
            copy += 1;
            id = format!("{slug}-{copy}");
        }
        id
    }

    /// The id of a term of this label, which is added when there is none.
    pub(crate) fn term(&mut self, vocabulary: &'static str, label: &str) -> Option<String> {
        let label = label.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        let folded = fold(&label);
        if folded.is_empty() {
            return None;
        }
        if let Some(id) = self.terms.get(&(vocabulary, folded.clone())) {
            return Some(id.clone());
        }
        let id = if vocabulary == "licence" { licence_id(&label) } else { folded };
        self.put_term(vocabulary, &id, &label, None);
        Some(id)
    }

    /// Adds a term whose id is known.
    pub(crate) fn put_term(&mut self, vocabulary: &'static str, id: &str, label: &str, url: Option<String>) {
        let id = if vocabulary == "licence" { licence_id(id) } else { text::slug(id) };
        if id.is_empty() || self.terms.contains_key(&(vocabulary, fold(&id))) {
            return;
        }
        self.terms.insert((vocabulary, fold(&id)), id.clone());
        self.terms.entry((vocabulary, fold(label))).or_insert_with(|| id.clone());
        let mut term = vec![("id".to_owned(), Json::String(id)), ("label".to_owned(), Json::String(label.to_owned()))];
        term.extend(url.map(|url| ("url".to_owned(), Json::String(url))));
        self.vocabularies.entry(vocabulary).or_default().push(term);
    }

    /// The id of an entry by what rows call it.
    pub(crate) fn known(&self, key: &str) -> Option<String> {
        self.by_key.get(key).or_else(|| self.by_key.get(&fold(key))).cloned()
    }

    /// The id of the organisation of this name, which is added when there is none.
    pub(crate) fn organisation(&mut self, name: &str) -> Option<String> {
        let name = name.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        let folded = fold(&name);
        if folded.is_empty() {
            return None;
        }
        if let Some(id) = self.known(&name) {
            return Some(id);
        }
        let kind = Kind::ORGANISATION.word().to_owned();
        if let Some(rank) = self.by_name.get(&(kind.clone(), folded.clone())).and_then(|ranks| ranks.first()) {
            return word(&self.entries[*rank], "id").map(str::to_owned);
        }
        let id = self.new_id(&name);
        let text = |text: &str| Json::String(text.to_owned());
        self.by_name.entry((kind.clone(), folded)).or_default().push(self.entries.len());
        self.entries.push(vec![
            ("id".to_owned(), text(&id)),
            ("kind".to_owned(), Json::String(kind)),
            ("name".to_owned(), Json::String(name)),
        ]);
        Some(id)
    }

    /// Adds an entry without its id, by which other rows call it by these keys; where one of its kind, name and
    /// addresses is already there, what it adds goes to that one.
    pub(crate) fn add(
        &mut self,
        wanted: Option<&str>,
        kind: &str,
        name: &str,
        fields: Fields,
        keys: &[String],
    ) -> String {
        let place = (kind.to_owned(), fold(name));
        let addresses = addresses(&fields);
        let same = self.by_name.get(&place).into_iter().flatten().copied().find(|rank| {
            let other = self::addresses(&self.entries[*rank]);
            other == addresses
                || other.iter().any(|url| addresses.contains(url))
                || other.is_empty()
                || addresses.is_empty()
        });
        let id = if let Some(rank) = same {
            let id = word(&self.entries[rank], "id").unwrap_or_default().to_owned();
            let was_bare = self.entries[rank].len() == 3;
            add_to(&mut self.entries[rank], fields);
            if !was_bare {
                self.same.push(SameTwice { name: name.to_owned(), id: id.clone() });
            }
            id
        } else {
            let id = self.new_id(wanted.unwrap_or(name));
            let mut entry =
                vec![("id".to_owned(), Json::String(id.clone())), ("kind".to_owned(), Json::String(kind.to_owned()))];
            entry.extend(fields);
            self.by_name.entry(place).or_default().push(self.entries.len());
            self.entries.push(entry);
            id
        };
        for key in keys {
            self.by_key.entry(key.clone()).or_insert_with(|| id.clone());
            self.by_key.entry(fold(key)).or_insert_with(|| id.clone());
        }
        id
    }

    /// The vocabularies, in the order of the format, and the entries.
    pub(crate) fn into_parts(mut self) -> (Json, Json) {
        let used = crate::fields::VOCABULARIES.iter().filter_map(|name| {
            let terms = self.vocabularies.remove(name)?;
            Some(((*name).to_owned(), Json::List(terms.into_iter().map(Json::Object).collect())))
        });
        let vocabularies = Json::Object(used.collect());
        (vocabularies, Json::List(self.entries.into_iter().map(Json::Object).collect()))
    }
}

/// The id that a licence may have, nearest to how a source writes it.
fn licence_id(written: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() || "+-.".contains(c) { c } else { ' ' };
    let reduced: String = written.chars().map(kept).collect();
    let id = reduced.split_whitespace().collect::<Vec<_>>().join("-");
    if id.is_empty() { text::slug(written) } else { id }
}

/// A word of an object.
pub(crate) fn word<'a>(fields: &'a Fields, key: &str) -> Option<&'a str> {
    fields.iter().find(|(name, _)| name == key)?.1.as_str()
}

/// The addresses of an entry, as they are compared.
pub(crate) fn addresses(fields: &Fields) -> Vec<String> {
    let links = fields.iter().filter(|(key, _)| key == "links").flat_map(|(_, links)| links.items());
    let of_kind = links.filter(|link| matches!(link.get("kind").and_then(Json::as_str), Some("site" | "depot")));
    of_kind.filter_map(|link| same_address(link.get("url")?.as_str()?)).collect()
}

/// Adds what one entry says and another does not: fields, and items of lists.
pub(crate) fn add_to(entry: &mut Fields, more: Fields) {
    for (key, value) in more {
        match entry.iter_mut().find(|(name, _)| *name == key) {
            None => entry.push((key, value)),
            Some((_, Json::List(items)))
                if matches!(
                    key.as_str(),
                    "themes" | "keywords" | "aliases" | "links" | "bearers" | "sources" | "technologies"
                ) =>
            {
                for item in value.items() {
                    let is_there = |other: &Json| {
                        other == item || item.get("url").is_some() && item.get("url") == other.get("url")
                    };
                    if !items.iter().any(is_there) {
                        items.push(item.clone());
                    }
                }
            }
            Some(_) => {}
        }
    }
}
