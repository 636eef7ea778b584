//! JSON-LD as plain rows: every typed node is one, its keys are the last words of its properties, and what it
//! refers to stands in it. Contexts are not fetched: the words of vocabularies are told by their ends.

use std::collections::{BTreeMap, BTreeSet};

use catalogue::{Json, is_untold};

use super::MOST_NODES;
use crate::path::is_by_language;
use crate::values::text_at;

/// The key of a row that tells that it stands in no other.
pub(crate) const ROOT: &str = "$root";
/// How far references are followed.
const MOST_STEPS: usize = 3;

/// The nodes of JSON-LD; any other JSON as it is.
pub(super) fn simplified(tree: Json) -> Json {
    let is_node = |value: &Json| ["@graph", "@context", "@id", "@type"].iter().any(|key| value.get(key).is_some());
    if !is_node(&tree) && !tree.items().first().is_some_and(is_node) {
        return tree;
    }
    let mut nodes = Vec::new();
    let mut by_id: BTreeMap<&str, &Json> = BTreeMap::new();
    collect(&tree, true, &mut nodes, &mut by_id);
    let mut left = MOST_NODES;
    let rows = nodes.iter().map(|(node, is_root)| {
        let mut row = plain(node, &by_id, MOST_STEPS, &mut left);
        if let (Json::Object(fields), true) = (&mut row, *is_root) {
            fields.push((ROOT.to_owned(), Json::Boolean(true)));
        }
        row
    });
    Json::List(rows.collect())
}

/// Every typed node, those inside others too, and whether it is in none; by their ids, all those that say something.
fn collect<'a>(
    value: &'a Json,
    is_root: bool,
    nodes: &mut Vec<(&'a Json, bool)>,
    by_id: &mut BTreeMap<&'a str, &'a Json>,
) {
    match value {
        Json::List(items) => items.iter().for_each(|item| collect(item, is_root, nodes, by_id)),
        Json::Object(fields) => {
            if value.get("@value").is_some() {
                return;
            }
            let is_typed = value.get("@type").or_else(|| value.get("type")).is_some();
            if is_typed || value.get("@context").is_some() && value.get("@graph").is_none() {
                nodes.push((value, is_root));
            }
            if let (Some(id), true) = (text_at(value, "@id"), fields.len() > 1) {
                by_id.entry(id).or_insert(value);
            }
            for (key, inner) in fields {
                if key != "@context" {
                    collect(inner, is_root && key == "@graph", nodes, by_id);
                }
            }
        }
        _ => {}
    }
}

fn plain(value: &Json, by_id: &BTreeMap<&str, &Json>, steps: usize, left: &mut usize) -> Json {
    if *left == 0 {
        return Json::Null;
    }
    *left -= 1;
    match value {
        Json::List(items) => list(items, by_id, steps, left),
        Json::Object(fields) => {
            if let Some(text) = value.get("@value") {
                return by_language(std::slice::from_ref(value)).unwrap_or_else(|| text.clone());
            }
            if let (Some(id), 1) = (text_at(value, "@id"), fields.len()) {
                return match by_id.get(id) {
                    Some(node) if steps > 0 => plain(node, by_id, steps - 1, left),
                    _ => Json::String(id.to_owned()),
                };
            }
            // Several vocabularies may have the same word: the first counts.
            let mut first: BTreeMap<&str, &str> = BTreeMap::new();
            let kept = fields.iter().filter(|(key, _)| key != "@context");
            let kept = kept.filter(|(key, _)| *first.entry(last_word(key)).or_insert(key) == key.as_str());
            let fields = kept.map(|(key, inner)| {
                let is_type = matches!(key.as_str(), "@type" | "type");
                let inner = plain(inner, by_id, steps, left);
                (last_word(key).to_owned(), if is_type { map_words(inner) } else { inner })
            });
            Json::Object(fields.collect())
        }
        other => other.clone(),
    }
}

/// A list; one value as itself.
fn list(items: &[Json], by_id: &BTreeMap<&str, &Json>, steps: usize, left: &mut usize) -> Json {
    if let Some(text) = by_language(items) {
        return text;
    }
    let mut values: Vec<Json> = items.iter().map(|item| plain(item, by_id, steps, left)).collect();
    if values.len() == 1 { values.remove(0) } else { Json::List(values) }
}

/// A text by language; nothing where one is there twice, as in lists of words, where French is alone, or where none
/// could be told from other words.
fn by_language(items: &[Json]) -> Option<Json> {
    let told = |item: &Json| Some((item.get("@language")?.as_str()?.to_owned(), item.get("@value")?.clone()));
    let languages: Vec<(String, Json)> = items.iter().map(told).collect::<Option<_>>()?;
    let tags: BTreeSet<&String> = languages.iter().map(|(tag, _)| tag).collect();
    let is_french = tags.len() < 2 && tags.iter().all(|tag| is_untold(tag));
    let is_text = tags.len() == languages.len() && !is_french && is_by_language(&languages);
    is_text.then_some(Json::Object(languages))
}

fn map_words(types: Json) -> Json {
    match types {
        Json::String(word) => Json::String(last_word(&word).to_owned()),
        Json::List(items) => Json::List(items.into_iter().map(map_words).collect()),
        other => other,
    }
}

/// The end of a property: `title` of `dct:title` and of `http://purl.org/dc/terms/title`; `id` of `@id`.
fn last_word(key: &str) -> &str {
    key.rsplit(['#', '/', ':', '@']).find(|part| !part.is_empty()).unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(simplified(catalogue::parse(text).unwrap()).to_string(), expected, "{text}");
    }

    #[test]
    fn nodes_are_rows() {
        check(
            r#"[{"@id":"x","@type":["http://www.w3.org/ns/dcat#Dataset"],"http://purl.org/dc/terms/title":[{"@value":"T"}],"http://purl.org/dc/terms/publisher":[{"@id":"o"}]},{"@id":"o","@type":["foaf:Organization"],"foaf:name":"O"}]"#,
            r#"[{"id":"x","type":"Dataset","title":"T","publisher":{"id":"o","type":"Organization","name":"O"},"$root":true},{"id":"o","type":"Organization","name":"O","$root":true}]"#,
        );
        check(
            r#"{"@context":"c","@graph":[{"@type":"dcat:Dataset","dct:title":[{"@language":"fr","@value":"A"},{"@language":"en","@value":"B"}]}]}"#,
            r#"[{"type":"Dataset","title":{"fr":"A","en":"B"},"$root":true}]"#,
        );
        check(
            r#"{"@id":"x","@type":"T","dct:identifier":"1","adms:identifier":"2"}"#,
            r#"[{"id":"x","type":"T","identifier":"1","$root":true}]"#,
        );
        // Words in a language are several, a text in another than French says so.
        check(
            r#"[{"@id":"x","@type":"T","a":[{"@language":"fr","@value":"A"},{"@language":"fr","@value":"B"}],"b":[],"c":{"@language":"de","@value":"C"},"d":[{"@language":"en","@value":"D"},{"@language":"fr","@value":"E"},{"@language":"fr","@value":"F"}],"e":[{"@language":"gsw","@value":"G"}],"f":[{"@language":"gsw","@value":"H"},{"@language":"it","@value":"I"}]}]"#,
            r#"[{"id":"x","type":"T","a":["A","B"],"b":[],"c":{"de":"C"},"d":[{"en":"D"},"E","F"],"e":"G","f":{"gsw":"H","it":"I"},"$root":true}]"#,
        );
        check(r#"{"a":[{"b":1}]}"#, r#"{"a":[{"b":1}]}"#);
        check(
            r#"[{"@id":"a","@type":"T","next":{"@id":"a"}}]"#,
            r#"[{"id":"a","type":"T","next":{"id":"a","type":"T","next":{"id":"a","type":"T","next":{"id":"a","type":"T","next":"a"}}},"$root":true}]"#,
        );
    }
}
