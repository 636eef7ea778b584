//! The orders of results: names before mentions, and ties in the order of the data.

use std::sync::Arc;

use catalogue::{Entry, Stage};
use messages::Language;
use search::query::Query;
use search::{Field, Index, Results};
use unicode_normalization::UnicodeNormalization;

use super::oracle::words;
use super::{found, ids, search};
use crate::support::REAL;

/// Whether a name of the entry is what was typed.
fn is_named(id: &str, typed: &[String]) -> bool {
    let index = REAL.catalogue.find(id).expect("a hit is an entry");
    let entry = REAL.catalogue.entry(index);
    let mut names = entry.aliases.iter().map(String::as_str).chain([entry.name.as_str()]);
    names.any(|name| words(name) == typed)
}

/// Fails unless the entries with that very name come first.
fn check(name: &str) {
    let typed = words(name);
    // A word typed twice counts once, which names cannot follow.
    if (1..typed.len()).any(|rank| typed[..rank].contains(&typed[rank])) {
        return;
    }
    let hits = found(name);
    assert!(is_named(hits[0], &typed), "{name}: {hits:?}");
}

#[test]
fn names_come_before_mentions() {
    for (_, entry) in REAL.catalogue.entries() {
        let names = entry.aliases.iter().map(String::as_str).chain([entry.name.as_str()]);
        for name in names {
            check(name);
        }
        let hits = found(entry.name.as_str());
        assert!(hits.contains(&entry.id.as_str()), "{} is found by its name", entry.id);
    }
    for (text, first) in [
        ("wikipédia", "wikipedia"),
        ("terristory", "terristory"),
        ("BAN", "base-adresse-nationale"),
        ("rnb", "rnb"),
        ("ADEME", "ademe"),
    ] {
        assert_eq!(found(text)[0], first, "{text}");
    }
}

/// Fails unless the keys of the hits never decrease, and equal keys keep the order of the data.
fn sorted<K: Ord>(results: &Results, key: impl Fn(&Entry) -> K) {
    let keys: Vec<(K, usize)> =
        results.hits.iter().map(|hit| (key(REAL.catalogue.entry(hit.entry)), hit.entry.rank())).collect();
    assert!(keys.is_sorted(), "{:?}", ids(results));
    assert!(keys.len() > 1, "{} hits", keys.len());
}

#[test]
fn each_order_is_followed_and_stable() {
    for scope in ["", "type=tout&"] {
        sorted(&search(&format!("{scope}tri=pertinence")), Entry::is_over);
        sorted(&search(&format!("{scope}tri=nom")), |entry| {
            let plain: String = entry.name.as_str().nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect();
            let plain = plain.to_lowercase().replace(|c: char| !c.is_alphanumeric(), " ");
            let words: Vec<String> = plain.split_whitespace().map(str::to_owned).collect();
            let article = words.len() > 1 && ["le", "la", "les", "l"].contains(&words[0].as_str());
            words[usize::from(article)..].join(" ")
        });
        sorted(&search(&format!("{scope}tri=maturite")), |entry| {
            let rank = |stage: Option<Stage>| {
                stage.map_or(0, |stage| 1 + Stage::ALL.iter().position(|known| *known == stage).unwrap_or(0))
            };
            12 - entry.maturity.iter().map(|axis| rank(axis.stage)).sum::<usize>()
        });
        sorted(&search(&format!("{scope}tri=besoins")), |entry| 100 - entry.needs.len());
        sorted(&search(&format!("{scope}tri=maj")), |entry| {
            // The later first, entries without a date last: the digits of a date, counted down.
            entry.updated.map_or(u32::MAX, |date| {
                let part = |part: Option<u8>| u32::from(part.unwrap_or(0));
                u32::MAX - 1 - (u32::from(date.year) * 10_000 + part(date.month) * 100 + part(date.day))
            })
        });
    }
}

#[test]
fn an_order_holds_for_a_text_too() {
    let by_name = ids(&search("q=donn%C3%A9es&tri=nom"));
    let all = ids(&search("tri=nom"));
    let expected: Vec<&str> = all.into_iter().filter(|id| by_name.contains(id)).collect();
    assert_eq!(by_name, expected);
    assert_ne!(by_name, ids(&search("q=donn%C3%A9es")));
}

#[test]
fn what_is_over_comes_after_what_lives() {
    let json = |status: &str| {
        let entry = |id: &str, more: &str| {
            format!(r#"{{"id": "{id}", "kind": "commun", "name": "{id}", "summary": "Le vélo partagé."{more}}}"#)
        };
        let over = format!(r#", "status": "{status}""#);
        let replacing = r#", "replaces": ["Photoshop"]"#;
        format!(
            r#"{{"format": 1, "site": {{"title": "A"}}, "entries": [{}, {}]}}"#,
            entry("ancien", &over),
            entry("recent", replacing)
        )
    };
    for (status, first) in [
        ("actif", "ancien"),
        ("dormant", "ancien"),
        ("archive", "recent"),
        ("abandonne", "recent"),
        ("remplace", "recent"),
    ] {
        let loaded = catalogue::read(&json(status)).expect("it is a catalogue");
        assert_eq!(loaded.diagnostics, [], "{status}");
        let index = Index::new(Arc::new(loaded.catalogue));
        for text in ["", "vélo"] {
            let results = index.search(&Query::default().with_text(text));
            assert_eq!(index.catalogue().entry(results.hits[0].entry).id, first, "{status}: {text}");
            assert_eq!(results.count, 2);
        }
        // Its own name finds it first all the same.
        let named = index.search(&Query::default().with_text("ancien"));
        assert_eq!(index.catalogue().entry(named.hits[0].entry).id, "ancien", "{status}");
        // What people look for finds what takes its place, and it is said.
        let replacing = index.search(&Query::default().with_text("photoshop"));
        assert_eq!(replacing.count, 1);
        let explanation = index.explain(replacing.hits[0].entry, &replacing.reading);
        let fields: Vec<Field> = explanation.reasons[0].fields.iter().collect();
        assert_eq!(Field::found_in(&fields, Language::French), "Trouvé dans ce dont elle tient lieu.");
    }
}
