//! Any fields that a catalogue adds, over any entries of any kinds: what the search answers is what a plain scan of the file does.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use catalogue::Kind;
use proptest::prelude::*;
use search::Index;
use search::query::{Query, Scope};
use serde_json::{Value, json};

/// A field: its type, whether it is a facet, the kind that it is of, or all.
type Field = (usize, bool, usize);
/// An entry: its kind, and for each field what it may say: ranks of words.
type Said = (usize, Vec<Vec<usize>>);

/// Two kinds of the format, and two made on them.
const KINDS: [&str; 4] = ["commun", "programme", "logiciel", "service"];
/// Their rank where every kind is meant.
const ALL: usize = KINDS.len();

const TYPES: [&str; 4] = ["termes", "oui-non", "fiches", "nombre"];
const WORDS: [&str; 5] = ["alpha", "béta, deux", "C++", "50 %", "inconnu"];

fn id(rank: usize) -> String {
    format!("fiche-{rank}")
}

/// What an entry says in a field, as the file has it, and the words of it in addresses.
fn value((of, ..): Field, ranks: &[usize], entries: usize) -> Option<(Value, BTreeSet<String>)> {
    let first = *ranks.first()?;
    let words: BTreeSet<&str> = ranks.iter().map(|rank| WORDS[rank % WORDS.len()]).collect();
    let others: BTreeSet<String> = ranks.iter().map(|rank| id(rank % entries)).collect();
    Some(match TYPES[of] {
        "termes" => (json!(words), words.iter().map(|word| word.replace('%', "%25").replace(',', "%2C")).collect()),
        "oui-non" => {
            let word = if first % 2 == 0 { "oui" } else { "non" };
            (if first % 3 == 0 { json!(word) } else { json!(first % 2 == 0) }, BTreeSet::from([word.to_owned()]))
        }
        "fiches" => (json!(others), others),
        _ => (json!(first), BTreeSet::new()),
    })
}

fn fields() -> impl Strategy<Value = Vec<Field>> {
    proptest::collection::vec((0..TYPES.len(), any::<bool>(), 0..=ALL), 1..6)
}

proptest! {
    #[test]
    fn what_is_answered_is_what_a_scan_finds(
        fields in fields(),
        said in proptest::collection::vec((0..ALL, proptest::collection::vec(proptest::collection::vec(0..9_usize, 0..3), 6)), 1..9),
        asked in proptest::collection::vec((0..6_usize, 0..9_usize), 0..4),
        scope in 0..=ALL,
    ) {
        check(&fields, &said, &asked, scope)?;
    }
}

fn check(fields: &[Field], said: &[Said], asked: &[(usize, usize)], scope: usize) -> Result<(), TestCaseError> {
    // By entry, by field: the words of what it says, where the field is a facet of its kind.
    let mut words: Vec<Vec<BTreeSet<String>>> = Vec::new();
    let entries: Vec<Value> = (said.iter().enumerate())
        .map(|(rank, (kind, ranks))| {
            let mut values = serde_json::Map::new();
            words.push(Vec::new());
            for (place, field) in fields.iter().enumerate() {
                let of_kind = [ALL, *kind].contains(&field.2);
                let told = value(*field, &ranks[place], said.len()).filter(|_| of_kind);
                let facet = told.as_ref().filter(|_| field.1 && TYPES[field.0] != "nombre");
                words[rank].push(facet.map(|(_, words)| words.clone()).unwrap_or_default());
                values.extend(told.map(|(value, _)| (format!("champ-{place}"), value)));
            }
            json!({ "id": id(rank), "kind": KINDS[*kind], "name": id(rank), "values": values })
        })
        .collect();
    let definitions: Vec<Value> = (fields.iter().enumerate())
        .map(|(place, (of, is_facet, kind))| {
            let kinds: Vec<&str> = KINDS.get(*kind).copied().into_iter().collect();
            json!({ "id": format!("champ-{place}"), "label": "Champ", "type": TYPES[*of], "facet": is_facet, "kinds": kinds })
        })
        .collect();
    let kinds = json!([{ "id": "logiciel", "model": "commun" }, { "id": "service", "model": "programme" }]);
    let site = json!({ "title": "A" });
    let file = json!({ "format": 1, "site": site, "kinds": kinds, "fields": definitions, "entries": entries });
    let loaded = catalogue::read(&file.to_string()).expect("the file is JSON");
    prop_assert_eq!(loaded.diagnostics, []);
    let catalogue = Arc::new(loaded.catalogue);

    let known = catalogue.kinds.all();
    let scope_of = |kind: usize| Scope::parse(KINDS.get(kind).unwrap_or(&"tout"), known).expect("it has this kind");
    let mut query = Query::of(scope_of(scope));
    let mut chosen: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for (place, rank) in asked {
        let Some(field) = fields.get(*place).filter(|field| field.1 && TYPES[field.0] != "nombre") else { continue };
        let (_, one) = value(*field, &[*rank], said.len()).expect("something is said");
        // Only words that some entry has are terms.
        for word in one.into_iter().filter(|word| words.iter().any(|entry| entry[*place].contains(word))) {
            query = query.with(format!("v.champ-{place}"), &word);
            chosen.entry(*place).or_default().insert(word);
        }
    }
    let in_scope = |rank: usize, scope: usize| [ALL, said[rank].0].contains(&scope);
    let passes = |rank: usize, but: Option<usize>, scope: usize| {
        let other = chosen.iter().filter(|(place, _)| Some(**place) != but);
        in_scope(rank, scope) && other.into_iter().all(|(place, chosen)| !chosen.is_disjoint(&words[rank][*place]))
    };
    let results = Index::new(Arc::clone(&catalogue)).search(&query);
    let found: BTreeSet<&str> = results.hits.iter().map(|hit| catalogue.entry(hit.entry).id.as_str()).collect();
    let ids: Vec<String> = (0..said.len()).map(id).collect();
    let expected: BTreeSet<&str> =
        (0..said.len()).filter(|rank| passes(*rank, None, scope)).map(|rank| ids[rank].as_str()).collect();
    prop_assert_eq!(found, expected);
    prop_assert_eq!(&results.unknown_values, &[]);
    for scope in 0..=ALL {
        let expected = (0..said.len()).filter(|rank| passes(*rank, None, scope)).count();
        prop_assert_eq!(results.in_scope(scope_of(scope)), expected, "scope {}", scope);
    }
    for facet in &results.facets {
        let row = facet.facet.row(&catalogue);
        let Some(place) = row.parameter().strip_prefix("v.champ-").map(|place| place.parse::<usize>().expect("a rank"))
        else {
            continue;
        };
        let counts: BTreeMap<String, usize> = (facet.values.iter())
            .map(|value| (row.word(&catalogue, value.code).into_owned(), value.count))
            .filter(|(_, count)| *count > 0)
            .collect();
        let mut expected: BTreeMap<String, usize> = BTreeMap::new();
        for rank in (0..said.len()).filter(|rank| passes(*rank, Some(place), scope)) {
            words[rank][place].iter().for_each(|word| *expected.entry(word.clone()).or_default() += 1);
        }
        prop_assert_eq!(counts, expected, "field {}", place);
    }
    Ok(())
}

#[test]
fn results_are_in_the_order_of_a_field_that_says_one() {
    let entry = |id: &str, values: Value| json!({ "id": id, "kind": "commun", "name": id, "values": values });
    let file = json!({
        "format": 1,
        "site": { "title": "A" },
        "fields": [
            { "id": "etoiles", "label": "Étoiles", "type": "nombre", "order": true },
            { "id": "depuis", "label": "Depuis", "type": "date", "order": true },
            { "id": "mot", "label": "Mot", "type": "texte", "order": true },
        ],
        "entries": [
            entry("a", json!({ "etoiles": "1 200,5", "depuis": "2019" })),
            entry("b", json!({})),
            entry("c", json!({ "etoiles": 3, "depuis": "2024-05" })),
            entry("d", json!({ "etoiles": -3, "mot": "z" })),
        ],
    });
    let catalogue = Arc::new(catalogue::read(&file.to_string()).expect("the file is JSON").catalogue);
    let index = Index::new(Arc::clone(&catalogue));
    for (search, expected) in [
        ("tri=v.etoiles", ["a", "c", "d", "b"]),
        ("tri=v.depuis", ["c", "a", "b", "d"]),
        // What is no order, or not there, is ours.
        ("tri=v.mot", ["a", "b", "c", "d"]),
        ("tri=v.rien", ["a", "b", "c", "d"]),
    ] {
        let (query, bad) = Query::parse(search, Kind::OF_FORMAT);
        assert_eq!((query.to_string().as_str(), bad.len()), (search, 0));
        let found: Vec<&str> =
            index.search(&query).hits.iter().map(|hit| catalogue.entry(hit.entry).id.as_str()).collect();
        assert_eq!(found, expected, "{search}");
    }
}

#[test]
fn every_facet_of_the_format_can_be_placed() {
    let fields: Vec<&str> = search::facet::FACETS.iter().map(|row| row.field).collect();
    let file = json!({ "format": 1, "site": { "title": "A" }, "facets": fields, "entries": [{ "id": "a", "kind": "commun", "name": "A" }] });
    let loaded = catalogue::read(&file.to_string()).expect("the file is JSON");
    assert_eq!(loaded.diagnostics, []);
    assert_eq!(loaded.catalogue.facets.len(), fields.len());
}
