//! What is found to be the same thing, against pairs that a reader judged: `judged_pairs.json` says where they are from.

use catalogue::Json;
use exchange::{Known, Sureness};

const JUDGED: &str = include_str!("judged_pairs.json");
/// How many pairs in a hundred are to be told as the reader did.
const LEAST_RIGHT: usize = 95;

/// One side of a pair as an entry.
fn entry(side: &Json) -> Json {
    let text = |text: &str| Json::String(text.to_owned());
    let object = |fields: Vec<(&str, Json)>| {
        Json::Object(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    };
    let name = side.get("name").and_then(Json::as_str).expect("a side has a name");
    let link = |(key, kind)| Some(object(vec![("url", side.get(key)?.clone()), ("kind", text(kind))]));
    let links = [("site", "site"), ("repo", "depot")].into_iter().filter_map(link).collect();
    let mut fields = vec![
        ("id", text(&text::slug(name))),
        ("kind", side.get("kind").cloned().unwrap_or_else(|| text("commun"))),
        ("name", text(name)),
        ("links", Json::List(links)),
    ];
    fields.extend(side.get("aliases").map(|aliases| ("aliases", aliases.clone())));
    fields.extend(side.get("wikidata").map(|id| ("identifiers", object(vec![("wikidata", id.clone())]))));
    object(fields)
}

#[test]
fn duplicates_are_told_as_a_reader_did() {
    let judged = catalogue::parse(JUDGED).expect("the fixture is JSON");
    let pairs = judged.get("pairs").expect("there are pairs").items();
    let (mut wrong, mut joined) = (Vec::new(), Vec::new());
    for pair in pairs {
        let side = |key| pair.get(key).expect("a pair has two sides");
        let name = |key| side(key).get("name").and_then(Json::as_str).unwrap_or_default();
        let draw = side("draw");
        let is_same = *side("same") == Json::Boolean(true);
        let found = Known::new(&[entry(side("a"))]).find(&entry(side("b")));
        let told = format!("{draw}: {} = {}: {is_same}, {found:?}", name("a"), name("b"));
        if found.is_some() != is_same {
            wrong.push(told.clone());
        }
        if !is_same && matches!(found, Some((_, Sureness::Same, _))) {
            joined.push(told);
        }
    }
    let right = pairs.len() - wrong.len();
    println!("{right} of {} right; wrong:\n{}", pairs.len(), wrong.join("\n"));
    assert!(pairs.len() >= 200 && right * 100 >= LEAST_RIGHT * pairs.len(), "{right}: {wrong:#?}");
    assert!(joined.is_empty(), "things that differ become one: {joined:#?}");
}
