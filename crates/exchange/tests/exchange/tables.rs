//! Whatever a catalogue holds, its table comes back: untouched it changes nothing, and a changed column changes what it
//! says and loses nothing of what it does not.

use catalogue::Json;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::round_trip::{back, csv, is_untouched, loaded, tree};

/// Catalogues of others, ours, and one where each field is filled.
const KEPT: [(&str, &str); 9] = [
    ("awesome-selfhosted", include_str!("../../../../tests/fixtures/catalogues/awesome-selfhosted.json")),
    ("dpg", include_str!("../../../../tests/fixtures/catalogues/dpg.json")),
    ("landscape-cncf", include_str!("../../../../tests/fixtures/catalogues/landscape-cncf.json")),
    ("publiccode", include_str!("../../../../tests/fixtures/catalogues/publiccode.json")),
    ("sill-2020", include_str!("../../../../tests/fixtures/catalogues/sill-2020.json")),
    ("transition-ecologique", include_str!("../../../../tests/fixtures/catalogues/transition-ecologique.json")),
    ("full", include_str!("../../../../tests/fixtures/full.json")),
    ("small", include_str!("../../../../tests/fixtures/small.json")),
    ("ours", include_str!("../../../../public/catalogue.json")),
];

/// What is written in a cell instead of what it says.
const REPLACED: [(&str, &str); 17] = [
    ("nom", "Tout autre nom"),
    ("resume", "Un autre résumé."),
    ("besoin", "Un autre besoin."),
    ("nature", "Tout autre nature"),
    ("administration", "non"),
    ("maturite_ressource", "abouti"),
    ("maturite_communaute", "reflexion"),
    ("maturite_gouvernance", "evolution"),
    ("site", "https://autre.example/page"),
    ("mis_a_jour", "2031-12"),
    ("verifie", "2031-12-24"),
    ("statut", "dormant"),
    ("statut_depuis", "2031"),
    ("version", "31.10"),
    ("v.mot", "Un autre mot"),
    ("v.poids", "31.5"),
    ("v.plan", "https://autre.example/plan"),
];
/// What is added to a cell of several values.
const ADDED: [(&str, &str); 16] = [
    ("autres_noms", "Autre nom"),
    ("themes", "Tout autre thème"),
    ("porteurs", "Tout autre porteur"),
    ("licences", "donnees\u{a0}: Licence-Autre"),
    ("besoins_exprimes", "Un autre besoin dit."),
    ("freins_exprimes", "Un autre frein dit."),
    ("territoires", "Tout autre lieu"),
    ("courriels", "autre@autre.example"),
    ("depot", "https://autre.example/depot"),
    ("wiki", "https://autre.example/wiki"),
    ("donnees", "https://autre.example/donnees"),
    ("utilisateurs", "Tout autre usager"),
    ("prestataires", "Tout autre prestataire"),
    ("tient_lieu_de", "Autre produit"),
    ("v.recit", "Un autre paragraphe."),
    ("v.voisins", "e0"),
];
/// Columns that follow from others.
const DERIVED: [&str; 3] = ["licence", "licence_nom", "fiche"];

fn cells(table: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let cells = |record: Result<csv::StringRecord, csv::Error>| {
        record.expect("it is a table").iter().map(str::to_owned).collect()
    };
    reader.records().map(cells).collect()
}

fn joined(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).expect("it is written to memory"));
    writer.into_inner().expect("it is written to memory")
}

/// The texts of a value, but for its keys.
fn leaves(value: &Json, out: &mut Vec<String>) {
    match value {
        Json::List(items) => items.iter().for_each(|item| leaves(item, out)),
        Json::Object(fields) => fields.iter().for_each(|(_, value)| leaves(value, out)),
        value => out.push(value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
    }
}

fn comes_back(name: &str, text: &str) {
    let loaded = loaded(text);
    let entries: Vec<_> = loaded.catalogue.entries().map(|(index, _)| index).collect();
    let book = exchange::write::xlsx(&loaded.catalogue, entries, None).expect("it fits");
    let table = csv(text);
    let utf_16: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let plain = table.replace('\u{feff}', "").into_bytes();
    // Of an encoding, one thing is told.
    let forms =
        [("t.csv", table.as_bytes(), 0), ("t.csv", &utf_16, 1), ("t.txt", &plain, 0), ("t.xlsx", &book.bytes, 0)];
    for (file, bytes, told_count) in forms {
        let (merged, told) = back(text, file, bytes);
        assert_eq!(told.len(), told_count, "{name}, {file}: {told:?}");
        is_untouched(&format!("{name}, {file}"), text, &merged);
    }
}

/// Changes columns in every line that fills them, and looks at what becomes of all.
fn takes_changes(name: &str, text: &str, changes: &[(&str, &str)], is_added: bool) {
    let before = cells(&csv(text));
    let mut asked = before.clone();
    let columns: Vec<&str> = changes.iter().map(|(column, _)| *column).collect();
    for (column, value) in changes {
        let Some(rank) = before[0].iter().position(|heading| heading == column) else { continue };
        for row in asked.iter_mut().skip(1).filter(|row| !row[rank].is_empty() && !row[rank].contains(value)) {
            row[rank] = if is_added { format!("{} | {value}", row[rank]) } else { (*value).to_owned() };
        }
    }
    if asked == before {
        return;
    }
    let (merged, told) = back(text, "t.csv", &joined(&asked));
    assert!(told.is_empty(), "{name}, {columns:?}: {told:?}");
    let after = cells(&csv(&merged.tree.to_string()));
    for (asked, after) in asked.iter().zip(&after) {
        for (heading, (asked, after)) in before[0].iter().zip(asked.iter().zip(after)) {
            let follows = DERIVED.contains(&heading.as_str()) || columns.contains(&"nom") && heading != "nom";
            assert!(follows || asked == after, "{name}, {columns:?}: {heading}: {asked:?}, {after:?}");
        }
    }
    let (old, new) = (tree(text), merged.tree);
    let entries = |tree: &Json| tree.get("entries").expect("there are entries").items().to_vec();
    let changed = |rank: usize| before[rank + 1].iter().zip(&asked[rank + 1]).filter(|(old, new)| old != new).count();
    for (rank, (old, new)) in entries(&old).iter().zip(&entries(&new)).enumerate() {
        let [mut was, mut is] = [Vec::new(), Vec::new()];
        leaves(old, &mut was);
        leaves(new, &mut is);
        was.retain(|leaf| is.iter().position(|other| other == leaf).map(|at| is.swap_remove(at)).is_none());
        let most = if is_added { 0 } else { changed(rank) };
        assert!(was.len() <= most, "{name}, {columns:?}: {was:?} lost of {old} in {new}");
    }
}

#[test]
fn tables_of_kept_catalogues_come_back() {
    for (name, text) in KEPT {
        comes_back(name, text);
    }
}

#[test]
fn changed_columns_lose_nothing_else() {
    for (name, text) in KEPT {
        // What a name was is not what others are called by any more.
        takes_changes(name, text, &REPLACED[1..], false);
        takes_changes(name, text, &ADDED[..ADDED.len() - 1], true);
    }
}

#[test]
fn each_changed_column_loses_nothing_else() {
    for (name, text) in KEPT.into_iter().filter(|(name, _)| matches!(*name, "full" | "small")) {
        REPLACED.into_iter().for_each(|change| takes_changes(name, text, &[change], false));
        ADDED[..ADDED.len() - 1].iter().for_each(|change| takes_changes(name, text, &[*change], true));
    }
}

/// A table says names: two things of one name, in one cell, stay two.
#[test]
fn namesakes_of_a_cell_stay_several() {
    let text = json!({
        "format": 1,
        "site": {"title": "Homonymes"},
        "fields": [{"id": "usages", "label": "Usages", "type": "termes", "terms": [
            {"id": "x", "label": "Le même usage"}, {"id": "y", "label": "Le même usage"},
            {"id": "z", "label": "Un autre usage"}]}],
        "vocabularies": {"theme": [{"id": "a", "label": "Le même thème"}, {"id": "b", "label": "Le même thème"}]},
        "entries": [
            {"id": "e0", "kind": "organisation", "name": "Le même nom"},
            {"id": "e1", "kind": "organisation", "name": "Le même nom"},
            {"id": "e2", "kind": "commun", "name": "E2", "bearers": ["e0", "e1"], "themes": ["a", "b"],
                "values": {"usages": ["x", "y"]}},
        ],
    });
    for change in [("porteurs", "Tout autre porteur"), ("themes", "Tout autre thème"), ("v.usages", "Un autre usage")]
    {
        takes_changes("homonymes", &text.to_string(), &[change], true);
    }
}

/// Words that tables find hard.
fn words() -> impl Strategy<Value = String> {
    let hard =
        ["=1+1", "'=x", "-5", "@a", "a | b", "a|b", "\"", ";", "1.10", "oui", "été", "œ\u{a0}»", "C++", "C", "c#"];
    prop_oneof![
        3 => "[A-Za-zé]{1,8}( [a-zç]{1,6}){0,2}",
        1 => prop::sample::select(hard.to_vec()).prop_map(str::to_owned),
        1 => "[-a-cé=+@'|;\"\n\t\u{a0}\u{200b}#,.]{0,9}[a-z]",
    ]
}

/// A text, in a language or several.
fn text() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => words().prop_map(|word| json!(word)),
        1 => (words(), words()).prop_map(|(fr, en)| json!({"en": en, "fr": fr})),
        1 => words().prop_map(|en| json!({"en": en})),
        1 => (1..3000_i32).prop_map(|number| json!(number)),
    ]
}

fn id(count: usize) -> impl Strategy<Value = Value> {
    (0..count).prop_map(|rank| json!(format!("e{rank}")))
}

fn term() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![json!("a"), json!("b"), json!("c")])
}

fn several(item: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    prop::collection::vec(item, 0..4).prop_map(|mut items| {
        let mut seen = Vec::new();
        items.retain(|item| {
            !seen.contains(item) && {
                seen.push(item.clone());
                true
            }
        });
        Value::Array(items)
    })
}

fn date() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![json!("2024"), json!("2024-05"), json!("2024-05-06"), json!(2023)])
}

fn tagged() -> impl Strategy<Value = Value> {
    prop_oneof![
        (text(), prop::option::of(term())).prop_map(|(text, tag)| match tag {
            Some(tag) => json!({"text": text, "tag": tag}),
            None => json!({"text": text}),
        }),
        words().prop_map(|word| json!(word)),
    ]
}

fn party(count: usize) -> impl Strategy<Value = Value> {
    prop_oneof![
        (id(count), text()).prop_map(|(entry, role)| json!({"entry": entry, "role": role})),
        (text(), date()).prop_map(|(name, since)| json!({"name": name, "since": since})),
    ]
}

fn link() -> impl Strategy<Value = Value> {
    let kinds = vec!["site", "depot", "wiki", "donnees", "document", "autre"];
    let urls = vec![
        "https://a.example/",
        "https://b.example/x?y=1#z",
        "http://c.example/{d}|e",
        "https://é.example/ç",
        "mailto:a@b.example",
    ];
    let one = |kind: &str, rest: Value| {
        let mut link = json!({"kind": kind});
        link.as_object_mut().expect("an object").extend(rest.as_object().expect("an object").clone());
        link
    };
    (prop::sample::select(kinds), prop::sample::select(urls), text(), 0..5).prop_map(move |(kind, url, label, form)| {
        match form {
            0 => one(kind, json!({"url": url})),
            1 => one(kind, json!({"url": url, "label": label})),
            2 => one(kind, json!({"label": label})),
            3 => one(kind, json!({"url": url, "dead": "2025-01"})),
            _ => json!(url),
        }
    })
}

fn licence() -> impl Strategy<Value = Value> {
    let of = prop::sample::select(vec!["tout", "code", "donnees", "contenus"]);
    prop_oneof![
        term(),
        (term(), of, text()).prop_map(|(id, of, note)| json!({"id": id, "of": of, "note": note})),
        (term(), text()).prop_map(|(id, note)| json!({"note": note, "id": id})),
    ]
}

fn own_values(count: usize) -> impl Strategy<Value = Value> {
    let mot = text();
    let poids = prop_oneof![Just(json!(12)), Just(json!(1.25)), Just(json!("1 234,5"))];
    let usages = several(prop::sample::select(vec![json!("x"), json!("y")]));
    let libre = several(words().prop_map(|word| json!(word)));
    let ouvert = prop_oneof![Just(json!(true)), Just(json!("non"))];
    (
        prop::option::of((mot, poids, usages)),
        prop::option::of((libre, several(text()), ouvert)),
        several(id(count)),
        date(),
    )
        .prop_map(|(first, second, voisins, depuis)| {
            let mut values = json!({"voisins": voisins, "depuis": depuis, "plan": "https://plan.example/"});
            let object = values.as_object_mut().expect("an object");
            if let Some((mot, poids, usages)) = first {
                object.extend([("mot".to_owned(), mot), ("poids".to_owned(), poids), ("usages".to_owned(), usages)]);
            }
            if let Some((libre, recit, ouvert)) = second {
                object.extend([
                    ("libre".to_owned(), libre),
                    ("recit".to_owned(), recit),
                    ("ouvert".to_owned(), ouvert),
                ]);
            }
            values
        })
}

fn entry(rank: usize, count: usize) -> impl Strategy<Value = Value> {
    let kinds = vec!["commun", "organisation", "programme", "ressource"];
    let names = prop_oneof![text(), Just(json!("Le même nom")), Just(json!("=Nom"))];
    let plains = || several(words().prop_map(|word| json!(word))).boxed();
    let status = prop_oneof![
        Just(json!("actif")),
        (date(), text(), id(count)).prop_map(
            |(since, note, by)| json!({"state": "remplace", "since": since, "note": note, "replaced_by": [by]})
        ),
    ];
    let stage = prop_oneof![Just(json!("abouti")), text().prop_map(|note| json!({"stage": "reflexion", "note": note}))];
    let fields: Vec<(&'static str, BoxedStrategy<Value>)> = vec![
        ("aliases", plains()),
        ("replaces", plains()),
        ("keywords", plains()),
        ("status", status.boxed()),
        ("nature", term().boxed()),
        ("themes", several(term()).boxed()),
        ("summary", text().boxed()),
        ("need", text().boxed()),
        ("description", several(text()).boxed()),
        ("bearers", several(id(count)).boxed()),
        ("users", several(party(count)).boxed()),
        ("providers", several(party(count)).boxed()),
        ("initiated", Just(json!("oui")).boxed()),
        ("licences", several(licence()).boxed()),
        ("licence", licence().boxed()),
        ("version", words().prop_map(|word| json!(word)).boxed()),
        ("maturity", stage.prop_map(|stage| json!({"resource": stage, "governance": {"note": "n"}})).boxed()),
        ("obstacles", several(tagged()).boxed()),
        ("needs", several(tagged()).boxed()),
        ("audiences", several(tagged()).boxed()),
        ("territories", several(tagged()).boxed()),
        ("links", several(link()).boxed()),
        ("emails", several(Just(json!("equipe@a.example"))).boxed()),
        ("identifiers", Just(json!({"wikidata": "https://www.wikidata.org/wiki/Q42", "siren": "130 025 265"})).boxed()),
        ("values", own_values(count).boxed()),
        (
            "sources",
            Just(json!([{"title": "t", "url": "https://s.example/", "fields": ["licences", "links.depot"]}])).boxed(),
        ),
        ("updated", date().boxed()),
        ("checked", date().boxed()),
    ];
    let fields: Vec<_> =
        fields.into_iter().map(|(key, value)| prop::option::of(value).prop_map(move |value| (key, value))).collect();
    (prop::sample::select(kinds), names, fields).prop_map(move |(kind, name, fields)| {
        let mut entry = json!({"id": format!("e{rank}"), "kind": kind, "name": name});
        let object = entry.as_object_mut().expect("an object");
        object.extend(fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))));
        entry
    })
}

/// A catalogue whose labels are as hard as its texts, with fields of its own.
fn catalogues() -> impl Strategy<Value = String> {
    let labels = prop::collection::vec(text(), 3);
    let entries = (2..5_usize).prop_flat_map(|count| (0..count).map(|rank| entry(rank, count)).collect::<Vec<_>>());
    (prop::collection::vec(labels, 8), entries).prop_map(|(labels, entries)| {
        let names = ["theme", "nature", "need", "obstacle", "support", "licence", "audience", "scale"];
        let terms = |labels: Vec<Value>| {
            let term = |(id, label): (&str, Value)| json!({"id": id, "label": label});
            Value::Array(["a", "b", "c"].into_iter().zip(labels).map(term).collect())
        };
        let vocabularies: serde_json::Map<String, Value> =
            names.into_iter().zip(labels).map(|(name, labels)| (name.to_owned(), terms(labels))).collect();
        let catalogue = json!({
            "format": 1,
            "site": {"title": "Hasard"},
            "kinds": [{"id": "commun", "one": "four", "several": "fours", "none": "aucun four"}],
            "facets": [{"field": "usages"}, {"field": "themes"}],
            "fields": [
                {"id": "mot", "label": "Mot", "type": "texte"},
                {"id": "poids", "label": "Poids", "type": "nombre"},
                {"id": "usages", "label": "Usages", "type": "termes", "facet": true,
                    "terms": [{"id": "x", "label": "y"}, {"id": "y", "label": {"en": "Why", "fr": "Pourquoi"}}]},
                {"id": "libre", "label": "Libre", "type": "termes"},
                {"id": "recit", "label": "Récit", "type": "paragraphes"},
                {"id": "ouvert", "label": "Ouvert", "type": "oui-non"},
                {"id": "depuis", "label": "Depuis", "type": "date"},
                {"id": "plan", "label": "Plan", "type": "adresse"},
                {"id": "voisins", "label": "Voisins", "type": "fiches"},
            ],
            "vocabularies": vocabularies,
            "entries": entries,
        });
        format!("{catalogue:#}\n")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_table_comes_back(text in catalogues()) {
        comes_back("hasard", &text);
    }

    #[test]
    fn any_column_takes_changes(text in catalogues(), changed in 0..(REPLACED.len() + ADDED.len())) {
        let is_added = changed >= REPLACED.len();
        let change = if is_added { ADDED[changed - REPLACED.len()] } else { REPLACED[changed] };
        takes_changes("hasard", &text, &[change], is_added);
    }
}
