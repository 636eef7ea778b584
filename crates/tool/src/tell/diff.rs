//! `diff`: what changed from a catalogue to another, in sentences, and the draft of what its feed will tell.

use std::collections::BTreeMap;
use std::path::PathBuf;

use messages::{enumeration, quoted, tool};
use source::{Field, Format, Node, Source, Value};

use super::{Done, advice, kinds, labels};
use crate::LANGUAGE;
use crate::data;
use crate::terminal::Terminal;

#[derive(clap::Args)]
pub(crate) struct Options {
    #[arg(value_name = "ANCIEN", help = "Le catalogue d’avant\u{a0}: fichier JSON ou YAML, ou dossier")]
    old: PathBuf,
    #[arg(value_name = "NOUVEAU", help = "Le catalogue d’après\u{a0}: fichier JSON ou YAML, ou dossier")]
    new: PathBuf,
}

/// Keys that say how an entry is kept, not what it says: alone, they are no news.
const KEPT: [&str; 5] = ["checked", "sources", "not_found", "updated", "order"];
/// Letters of a value shown in a sentence.
const SHOWN: usize = 60;
/// Items of a list shown in a sentence.
const ITEMS: usize = 4;
/// Groups of changed entries that a draft tells apart.
const GROUPS: usize = 6;
/// Entries that a line of news names.
const NAMED: usize = 6;

/// Tells what changed.
pub(crate) fn run(options: &Options, terminal: Terminal) -> Done {
    let (old, new) = (data::open_whole(&options.old)?, data::open_whole(&options.new)?);
    let compared = Compared::of(&old, &new);
    compared.sentences().iter().for_each(|line| terminal.give(line));
    let draft = compared.draft(&advice::today().to_string());
    if !draft.items().is_empty() {
        let format = new.files.first().map_or(Format::Json, |file| file.format);
        let draft = format.text(&draft);
        terminal.give(format_args!("\n{}\n\n{}", tool::DRAFT.to(LANGUAGE), draft.trim_end()));
    }
    Ok(true)
}

/// An entry before and after, and the keys under which it differs.
struct Pair<'a> {
    old: &'a Node,
    new: &'a Node,
    keys: Vec<&'a str>,
}

/// Two catalogues compared, entries by their ids, former ones too.
struct Compared<'a> {
    /// The words of the kinds, with what one entry of each is called.
    kinds: Vec<(&'a str, String)>,
    added: Vec<&'a Node>,
    removed: Vec<&'a Node>,
    changed: Vec<Pair<'a>>,
    /// Keys of the file, with what differs inside when they are objects: `site.title`.
    others: Vec<String>,
    is_reordered: bool,
}

fn id(entry: &Node) -> &str {
    entry.id().unwrap_or_default()
}

fn name(entry: &Node) -> &str {
    let name = entry.get("name");
    let by_language = name.and_then(|name| name.str_at("fr").or_else(|| name.fields().first()?.node.as_str()));
    name.and_then(Node::as_str).or(by_language).unwrap_or_else(|| id(entry))
}

/// The keys of either object whose values differ, in order.
fn differing<'a>(old: &'a Node, new: &'a Node) -> Vec<&'a str> {
    let mut keys: Vec<&str> = Vec::new();
    for field in new.fields().iter().chain(old.fields()) {
        let [before, after] = [old, new].map(|node| node.get(&field.key).filter(|node| !node.is_empty()));
        if before != after && !keys.contains(&field.key.as_str()) {
            keys.push(&field.key);
        }
    }
    keys
}

impl<'a> Compared<'a> {
    fn of(old: &'a Source, new: &'a Source) -> Self {
        let before: BTreeMap<&str, &Node> = old.entries().iter().map(|entry| (id(entry), entry)).collect();
        let mut left = before.clone();
        let (mut added, mut changed) = (Vec::new(), Vec::new());
        for entry in new.entries() {
            let former = entry.items_at("former_ids").iter().filter_map(Node::as_str);
            let ids = std::iter::once(id(entry)).chain(former);
            match ids.into_iter().find_map(|id| left.remove(id)) {
                Some(old) if old == entry => {}
                Some(old) => changed.push(Pair { old, new: entry, keys: differing(old, entry) }),
                None => added.push(entry),
            }
        }
        changed.retain(|pair| !pair.keys.is_empty());
        let removed: Vec<&Node> = old.entries().iter().filter(|entry| left.contains_key(id(entry))).collect();
        let mut others = Vec::new();
        for key in differing(&old.root, &new.root).into_iter().filter(|key| *key != "entries" && *key != "changes") {
            let [before, after] = [old, new].map(|source| source.root.get(key));
            let inner = before.zip(after).map(|(before, after)| differing(before, after)).unwrap_or_default();
            if inner.is_empty() {
                others.push(key.to_owned());
            }
            others.extend(inner.into_iter().map(|inner| format!("{key}.{inner}")));
        }
        let common = |source: &'a Source, other: &'a Source| -> Vec<&'a str> {
            let known: std::collections::BTreeSet<&str> = other.entries().iter().map(id).collect();
            source.entries().iter().map(id).filter(|id| known.contains(id)).collect()
        };
        let is_reordered = common(old, new) != common(new, old);
        // What is removed may be of a kind that is defined no more.
        let kinds = kinds::of(new).into_iter().chain(kinds::of(old)).collect();
        Self { kinds, added, removed, changed, others, is_reordered }
    }

    fn sentences(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let line = |entry: &&Node| {
            let kind = self.kinds.iter().find(|(known, _)| Some(*known) == entry.str_at("kind"));
            let kind = kind.map_or(String::new(), |(_, name)| format!(", {name}"));
            format!("  {} ({}{kind})", name(entry), id(entry))
        };
        for (entries, noun) in [(&self.added, tool::ADDED_ENTRIES), (&self.removed, tool::REMOVED_ENTRIES)] {
            if !entries.is_empty() {
                lines.push(format!("{}\u{a0}:", noun.count(LANGUAGE, entries.len())));
                lines.extend(entries.iter().map(line));
            }
        }
        if !self.changed.is_empty() {
            lines.push(format!("{}\u{a0}:", tool::CHANGED_ENTRIES.count(LANGUAGE, self.changed.len())));
        }
        for pair in &self.changed {
            lines.push(line(&pair.new));
            for key in &pair.keys {
                let change = change(pair.old.get(key), pair.new.get(key));
                lines.push(format!("    {}\u{a0}: {change}", labels::of(key)));
            }
        }
        if !self.others.is_empty() {
            lines.push(tool::ELSEWHERE.to(LANGUAGE).to_owned() + &self.others.join(", "));
        }
        if self.is_reordered {
            lines.push(tool::REORDERED.to(LANGUAGE).to_owned());
        }
        if lines.is_empty() {
            lines.push(tool::NOTHING_CHANGED.to(LANGUAGE).to_owned());
        }
        lines
    }

    /// What the feed may tell: new entries by kind, changed ones by what changed in them.
    fn draft(&self, date: &str) -> Node {
        let entered = |entries: Vec<&Node>| {
            let reason = tool::entered(LANGUAGE, &named(&entries));
            item(date, "nouveau", &entries, reason)
        };
        let new = self.by_kind(self.added.iter().copied()).map(entered);
        let mut by_keys: BTreeMap<Vec<&str>, Vec<&Node>> = BTreeMap::new();
        for pair in &self.changed {
            let keys: Vec<&str> = pair.keys.iter().copied().filter(|key| !KEPT.contains(key)).collect();
            if !keys.is_empty() {
                by_keys.entry(keys).or_default().push(pair.new);
            }
        }
        // A feed tells no more of so many than which they are.
        let groups: Vec<(Vec<&str>, Vec<&Node>)> = if by_keys.len() > GROUPS {
            self.by_kind(by_keys.into_values().flatten()).map(|entries| (Vec::new(), entries)).collect()
        } else {
            by_keys.into_iter().collect()
        };
        let updated = |(keys, entries): (Vec<&str>, Vec<&Node>)| {
            let keys: Vec<String> = keys.iter().map(|key| messages::uncapitalised(labels::of(key))).collect();
            let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
            let reason = tool::updated(LANGUAGE, &named(&entries), &enumeration(&keys, tool::AND.to(LANGUAGE)));
            item(date, "modifie", &entries, reason)
        };
        Value::List(new.chain(groups.into_iter().map(updated)).collect()).into()
    }

    /// Entries by their kinds.
    fn by_kind<'b>(&self, entries: impl Iterator<Item = &'b Node>) -> impl Iterator<Item = Vec<&'b Node>> {
        let mut by_kind: BTreeMap<Option<usize>, Vec<&Node>> = BTreeMap::new();
        for entry in entries {
            let kind = self.kinds.iter().position(|(known, _)| Some(*known) == entry.str_at("kind"));
            by_kind.entry(kind).or_default().push(entry);
        }
        by_kind.into_values()
    }
}

fn named(entries: &[&Node]) -> String {
    let mut names: Vec<&str> = entries.iter().take(NAMED).map(|entry| name(entry)).collect();
    let rest = tool::OTHERS.count(LANGUAGE, entries.len().saturating_sub(NAMED));
    if !rest.is_empty() {
        names.push(&rest);
    }
    enumeration(&names, tool::AND.to(LANGUAGE))
}

fn item(date: &str, nature: &str, entries: &[&Node], reason: String) -> Node {
    let entries = entries.iter().map(|entry| Node::text(id(entry))).collect();
    Value::Object(vec![
        Field::new("date", Node::text(date)),
        Field::new("nature", Node::text(nature)),
        Field::new("entries", Value::List(entries)),
        Field::new("reason", Node::text(reason)),
    ])
    .into()
}

/// What became of a value.
fn change(old: Option<&Node>, new: Option<&Node>) -> String {
    let [old, new] = [old, new].map(|node| node.filter(|node| !node.is_empty()));
    let (Some(old), Some(new)) = (old, new) else {
        let (verb, node) = if new.is_some() { (tool::ADDED, new) } else { (tool::REMOVED, old) };
        return format!("{} {}", verb.to(LANGUAGE), node.map(shown).unwrap_or_default());
    };
    if let (Value::List(before), Value::List(after)) = (&old.value, &new.value) {
        let missing = |from: &[Node], other: &[Node]| -> Vec<String> {
            from.iter().filter(|item| !other.contains(item)).map(shown).collect()
        };
        let (gone, come) = (missing(before, after), missing(after, before));
        let parts: Vec<String> = [(tool::ADDED, come), (tool::REMOVED, gone)]
            .into_iter()
            .filter(|(_, items)| !items.is_empty())
            .map(|(verb, items)| format!("{} {}", verb.to(LANGUAGE), some(&items)))
            .collect();
        return if parts.is_empty() {
            tool::IN_ANOTHER_ORDER.to(LANGUAGE).to_owned()
        } else {
            parts.join("\u{202f}; ")
        };
    }
    if let (Value::Object(_), Value::Object(_)) = (&old.value, &new.value) {
        let parts: Vec<String> = differing(old, new)
            .into_iter()
            .map(|key| format!("{key} {}", change(old.get(key), new.get(key))))
            .collect();
        return parts.join("\u{202f}; ");
    }
    let (before, after) = (shown(old), shown(new));
    if before == after { tool::REWRITTEN.to(LANGUAGE).to_owned() } else { tool::becomes(LANGUAGE, &before, &after) }
}

/// A value inside a sentence: its words, or those that tell an object from others.
fn shown(node: &Node) -> String {
    const TELLING: [&str; 9] = ["label", "name", "entry", "id", "text", "title", "url", "value", "state"];
    match &node.value {
        Value::Null => tool::NOTHING.to(LANGUAGE).to_owned(),
        Value::Boolean(value) => if *value { tool::YES } else { tool::NO }.to(LANGUAGE).to_owned(),
        Value::Number(number) => number.clone(),
        Value::Text(text) => quoted(LANGUAGE, &cut(text)),
        Value::List(items) => some(&items.iter().map(shown).collect::<Vec<_>>()),
        Value::Object(fields) => {
            let telling = TELLING.iter().find_map(|key| node.get(key)).or(fields.first().map(|field| &field.node));
            telling.map(shown).unwrap_or_default()
        }
    }
}

/// The first items of a list, then how many more there are.
fn some(items: &[String]) -> String {
    let mut shown: Vec<&str> = items.iter().take(ITEMS).map(String::as_str).collect();
    let more = tool::OTHERS.count(LANGUAGE, items.len().saturating_sub(ITEMS));
    if more.is_empty() {
        return shown.join(", ");
    }
    shown.push(&more);
    enumeration(&shown, tool::AND.to(LANGUAGE))
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source::read(source::File { path: "a.json".into(), format: Format::Json, text: text.to_owned() }).unwrap()
    }

    #[test]
    fn what_changed_is_said_and_drafted() {
        let old = source(
            r#"{"site": {"title": "A"}, "entries": [
                {"id": "a", "kind": "commun", "name": "Un", "themes": ["x", "y"], "checked": "2025"},
                {"id": "b", "kind": "commun", "name": "Deux", "status": {"state": "actif"}},
                {"id": "c", "kind": "commun", "name": "Trois"}, {"id": "d", "kind": "commun", "name": "Quatre"}]}"#,
        );
        let new = source(
            r#"{"site": {"title": "B"}, "entries": [
                {"id": "a", "kind": "commun", "name": "Un", "themes": ["x", "z"], "checked": "2026", "note": null},
                {"id": "b2", "former_ids": ["b"], "kind": "commun", "name": "Deux", "status": {"state": "archive"}},
                {"id": "d", "kind": "commun", "name": "Quatre", "checked": "2026"},
                {"id": "e", "kind": "organisation", "name": "Cinq"}]}"#,
        );
        let compared = Compared::of(&old, &new);
        let said = compared.sentences().join("\n");
        for part in [
            "1\u{a0}fiche ajoutée\u{a0}:\n  Cinq (e, organisation)",
            "1\u{a0}fiche retirée\u{a0}:\n  Trois (c, commun)",
            "3\u{a0}fiches modifiées",
            "ajouté «\u{a0}z\u{a0}»\u{202f}; retiré «\u{a0}y\u{a0}»",
            "Statut\u{a0}: state «\u{a0}actif\u{a0}» devient «\u{a0}archive\u{a0}»",
            "Hors des fiches\u{a0}: site.title",
        ] {
            assert!(said.contains(part), "{part}: {said}");
        }
        let draft = compared.draft("2026-11-27");
        let told: Vec<_> = draft.items().iter().map(|item| (item.str_at("nature"), item.get("entries"))).collect();
        let ids = |id: &str| Node::from(Value::List(vec![Node::text(id)]));
        assert_eq!(
            told,
            [
                (Some("nouveau"), Some(&ids("e"))),
                (Some("modifie"), Some(&ids("b2"))),
                (Some("modifie"), Some(&ids("a")))
            ],
            "a date of checking is no news"
        );
        assert_eq!(Compared::of(&old, &old).sentences(), ["Rien n’a changé."]);
    }
}
