//! A catalogue that is being made: entries, the terms that they use, and the ids of all.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{Catalogue, Json, Kind, Shape, Term, VocabularyKey, is_of_windows};

use crate::prose::one_line;
use crate::values::{text, text_at};
use crate::written::{fold, same_address};

/// The longest id that is made of a name.
const LONGEST_ID: usize = 80;

/// Fields of an object, in order.
pub(crate) type Fields = Vec<(String, Json)>;

#[derive(Debug, Default)]
pub(crate) struct Book {
    entries: Vec<Fields>,
    ids: BTreeSet<String>,
    /// Entries by kind and folded name.
    by_name: BTreeMap<(String, String), Vec<usize>>,
    /// Ids of entries by what other rows call them.
    by_key: BTreeMap<String, String>,
    /// Terms of each vocabulary, in the order in which they came.
    vocabularies: BTreeMap<VocabularyKey, Vec<Fields>>,
    /// Ids of terms by vocabulary, and by label or id, as they are written and folded.
    terms: BTreeMap<(VocabularyKey, String), String>,
    /// Names of rows that say the same thing as one before, and the ids of the entries that they were added to.
    pub(crate) same: Vec<(String, String)>,
    /// Of a catalogue whose own table is read: the entries that no line has told yet, by their ids.
    untold: Option<BTreeMap<String, usize>>,
    /// Ids of its entries by their names as it writes them.
    written: BTreeMap<String, String>,
}

impl Book {
    /// A book for the table of a catalogue: what lines name is sought there, and ids alone tell entries.
    pub(crate) fn of_table(catalogue: &Catalogue) -> Self {
        let mut book = Self::default();
        for &key in VocabularyKey::ALL {
            let terms = catalogue.vocabularies.terms(key);
            // What the table writes goes before what only looks like it: the ids of licences, the labels of others.
            let written = |term: &Term| {
                let label = term.label.as_str();
                if key == VocabularyKey::Licence { term.id.clone() } else { label.to_owned() }
            };
            let looks: [&dyn Fn(&Term) -> String; 6] = [
                &written,
                &|term| written(term).replace('|', "/"),
                &|term| term.id.clone(),
                &|term| term.label.as_str().to_owned(),
                &|term| fold(&term.id),
                &|term| fold(term.label.as_str()),
            ];
            for look in looks {
                for (look, term) in terms.iter().map(|term| (look(term), term)).filter(|(look, _)| !look.is_empty()) {
                    book.terms.entry((key, look)).or_insert_with(|| term.id.clone());
                }
            }
            terms.iter().for_each(|term| book.push_term(key, &term.id, term.label.as_str(), None));
        }
        let told = catalogue.entries().map(|(_, entry)| (entry.id.clone(), entry.kind.word(), entry.name.as_str()));
        book.announce(told);
        book.ids.extend(catalogue.entries().flat_map(|(_, entry)| entry.former_ids.iter().cloned()));
        book
    }

    /// Has the entries of a table be known before its lines, which their ids alone tell: ids, kinds and names.
    pub(crate) fn announce<'a>(&mut self, told: impl Iterator<Item = (String, &'a str, &'a str)>) {
        let mut untold = BTreeMap::new();
        for (id, kind, name) in told {
            if !self.ids.insert(id.clone()) {
                continue;
            }
            untold.insert(id.clone(), self.entries.len());
            self.by_key.insert(id.clone(), id.clone());
            self.push_bare(&id, kind, name);
            for name in [name.to_owned(), name.replace('|', "/")] {
                self.written.entry(name).or_insert_with(|| id.clone());
            }
        }
        self.untold = Some(untold);
    }

    /// Adds an entry of which only this is known.
    fn push_bare(&mut self, id: &str, kind: &str, name: &str) {
        self.by_name.entry((kind.to_owned(), fold(name))).or_default().push(self.entries.len());
        self.push(id, kind, vec![("name".to_owned(), text(name))]);
    }

    fn push(&mut self, id: &str, kind: &str, fields: Fields) {
        let first = [("id".to_owned(), text(id)), ("kind".to_owned(), text(kind))];
        self.entries.push(first.into_iter().chain(fields).collect());
    }

    /// Adds an item to a list that does not have it yet; in the table of a catalogue, what is twice is two things.
    pub(crate) fn put_item(&self, items: &mut Vec<Json>, item: Json) {
        if self.is_table() || !items.iter().any(|other| is_same_item(other, &item)) {
            items.push(item);
        }
    }

    /// An id that no entry has, made of a name.
    pub(crate) fn new_id(&mut self, name: &str) -> String {
        let mut slug = text::slug(name);
        if slug.len() > LONGEST_ID {
            let end = slug[..LONGEST_ID].rfind('-').unwrap_or(LONGEST_ID);
            slug.truncate(end);
        }
        if slug.is_empty() {
            slug.push_str("sans-nom");
        } else if is_of_windows(&slug) {
            slug.push_str("-1");
        }
        free_id(&slug, &mut self.ids)
    }

    /// The id of a term of this label, which is added when there is none.
    pub(crate) fn term(&mut self, vocabulary: VocabularyKey, label: &str) -> Option<String> {
        let label = one_line(label);
        let folded = fold(&label);
        let known =
            self.terms.get(&(vocabulary, label.clone())).or_else(|| self.terms.get(&(vocabulary, folded.clone())));
        if let Some(id) = known {
            return Some(id.clone());
        }
        if folded.is_empty() {
            return None;
        }
        let id = if vocabulary == VocabularyKey::Licence { licence_id(&label) } else { folded };
        self.put_term(vocabulary, &id, &label, None);
        Some(id)
    }

    /// Adds a term whose id is known.
    pub(crate) fn put_term(&mut self, vocabulary: VocabularyKey, id: &str, label: &str, url: Option<String>) {
        let id = if vocabulary == VocabularyKey::Licence { licence_id(id) } else { text::slug(id) };
        if id.is_empty() || self.terms.contains_key(&(vocabulary, fold(&id))) {
            return;
        }
        self.terms.insert((vocabulary, fold(&id)), id.clone());
        self.terms.entry((vocabulary, fold(label))).or_insert_with(|| id.clone());
        self.push_term(vocabulary, &id, label, url);
    }

    fn push_term(&mut self, vocabulary: VocabularyKey, id: &str, label: &str, url: Option<String>) {
        let mut term = vec![("id".to_owned(), text(id)), ("label".to_owned(), text(label))];
        term.extend(url.map(|url| ("url".to_owned(), text(url))));
        self.vocabularies.entry(vocabulary).or_default().push(term);
    }

    /// The id of an entry by what rows call it.
    pub(crate) fn known(&self, key: &str) -> Option<String> {
        let known = self.by_key.get(key).or_else(|| self.written.get(key));
        known.or_else(|| self.by_key.get(&fold(key))).cloned()
    }

    /// The same for what may be no entry: in a table, its name must be the very name of one.
    pub(crate) fn named(&self, name: &str) -> Option<String> {
        if self.is_table() { self.written.get(name).cloned() } else { self.known(name) }
    }

    /// The id of the organisation of this name, which is added when there is none.
    pub(crate) fn organisation(&mut self, name: &str) -> Option<String> {
        let name = one_line(name);
        let folded = fold(&name);
        let kind = Kind::ORGANISATION.word();
        let is_empty = folded.is_empty();
        let ranks = self.by_name.get(&(kind.to_owned(), folded)).map(Vec::as_slice).unwrap_or_default();
        let name_at = |rank: &usize| word(&self.entries[*rank], "name").unwrap_or_default().replace('|', "/");
        let id_at = |rank: &usize| word(&self.entries[*rank], "id").map(str::to_owned);
        let known = if self.is_table() {
            // A name may be that of something else too, or only look like it.
            let exact = ranks.iter().find(|rank| name_at(rank) == name).and_then(id_at);
            exact.or_else(|| self.named(&name))
        } else {
            self.known(&name).filter(|_| !is_empty)
        };
        let known = known.or_else(|| ranks.first().filter(|_| !is_empty).and_then(id_at));
        if known.is_some() || is_empty {
            return known;
        }
        let id = self.new_id(&name);
        self.push_bare(&id, kind, &name);
        Some(id)
    }

    /// The id of another entry or term of the same name, that a list does not hold yet.
    pub(crate) fn namesake(&self, shape: Shape, list: &[Json], id: &Json) -> Option<String> {
        let (things, key) = match shape {
            Shape::Entry => (&self.entries, "name"),
            Shape::Term(vocabulary) => (self.vocabularies.get(&vocabulary)?, "label"),
            _ => return None,
        };
        let name = things.iter().find(|thing| word(thing, "id") == id.as_str()).and_then(|thing| word(thing, key))?;
        let ids = things.iter().filter(|thing| word(thing, key) == Some(name)).filter_map(|thing| word(thing, "id"));
        let mut others = ids.filter(|other| list.iter().all(|item| item.as_str() != Some(other)));
        others.next().map(str::to_owned)
    }

    /// Whether it is for the table of a catalogue, where what is twice is two things.
    pub(crate) fn is_table(&self) -> bool {
        self.untold.is_some()
    }

    /// The ids of the entries of the catalogue that no line of its table has told.
    pub(crate) fn untold(&mut self) -> BTreeSet<String> {
        self.untold.take().unwrap_or_default().into_keys().collect()
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
        if let Some(untold) = &mut self.untold {
            let Some(rank) = wanted.and_then(|id| untold.remove(id)) else {
                let id = self.new_id(wanted.unwrap_or(name));
                self.push(&id, kind, fields);
                return id;
            };
            let entry = &mut self.entries[rank];
            entry.retain(|(key, _)| key != "name");
            entry.extend(fields);
            return wanted.unwrap_or_default().to_owned();
        }
        let place = (kind.to_owned(), fold(name));
        let addresses = addresses(&fields);
        let same = self.by_name.get(&place).into_iter().flatten().copied().find(|rank| {
            let other = self::addresses(&self.entries[*rank]);
            other.is_empty() || addresses.is_empty() || other.iter().any(|url| addresses.contains(url))
        });
        let id = if let Some(rank) = same {
            let id = word(&self.entries[rank], "id").unwrap_or_default().to_owned();
            let was_bare = self.entries[rank].len() == 3;
            add_to(&mut self.entries[rank], fields);
            if !was_bare {
                self.same.push((name.to_owned(), id.clone()));
            }
            id
        } else {
            let id = self.new_id(wanted.unwrap_or(name));
            self.by_name.entry(place).or_default().push(self.entries.len());
            self.push(&id, kind, fields);
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
        let used = VocabularyKey::ALL.iter().filter_map(|key| {
            let terms = self.vocabularies.remove(key)?;
            Some((key.word().to_owned(), Json::List(terms.into_iter().map(Json::Object).collect())))
        });
        let vocabularies = Json::Object(used.collect());
        (vocabularies, Json::List(self.entries.into_iter().map(Json::Object).collect()))
    }
}

/// An id as it is wanted, or with the first number that makes it another than those that are taken; it is taken then.
pub(crate) fn free_id(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2..).map(|copy| format!("{wanted}-{copy}"));
    let mut ids = std::iter::once(wanted.to_owned()).chain(numbered);
    ids.find(|id| taken.insert(id.clone())).expect("numbers have no end")
}

/// The id that a licence may have, nearest to how a source writes it.
fn licence_id(written: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() || "+-.".contains(c) { c } else { ' ' };
    let reduced: String = written.chars().map(kept).collect();
    let id = reduced.split_whitespace().collect::<Vec<_>>().join("-");
    if id.is_empty() { text::slug(written) } else { id }
}

/// What an object has under a key.
pub(crate) fn field<'a>(fields: &'a [(String, Json)], key: &str) -> Option<&'a Json> {
    fields.iter().find(|(name, _)| name == key).map(|(_, value)| value)
}

/// A word of an object.
pub(crate) fn word<'a>(fields: &'a [(String, Json)], key: &str) -> Option<&'a str> {
    field(fields, key)?.as_str()
}

/// The addresses of an entry, as they are compared.
fn addresses(fields: &Fields) -> Vec<String> {
    let links = field(fields, "links").map(Json::items).unwrap_or_default().iter();
    let of_kind = links.filter(|link| matches!(text_at(link, "kind"), Some("site" | "depot")));
    of_kind.filter_map(|link| same_address(text_at(link, "url")?)).collect()
}

/// Whether items of a list are the same: addresses are told by what they lead to.
fn is_same_item(a: &Json, b: &Json) -> bool {
    a == b || a.get("url").is_some() && a.get("url") == b.get("url")
}

/// Adds what one entry says and another does not: fields, and items of lists.
fn add_to(entry: &mut Fields, more: Fields) {
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
                    if !items.iter().any(|other| is_same_item(other, item)) {
                        items.push(item.clone());
                    }
                }
            }
            Some(_) => {}
        }
    }
}
