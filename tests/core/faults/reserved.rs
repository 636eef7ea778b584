//! Ids that addresses have another meaning for: they are told, what they name stays, and no filter takes one
//! for another.

use std::sync::Arc;

use catalogue::{Catalogue, Kind, Loaded, UNKNOWN};
use search::Index;
use search::facet::Facet;
use search::query::{Query, Scope};
use serde_json::json;

use super::{Data, check, ids};

/// A catalogue whose ids are those that addresses could mistake.
fn reserved() -> Loaded {
    let licences = ["inconnu", "MIT, Apache", "MIT,Apache", "100%2C", "100,", "%69nconnu", "a b"];
    let licences = licences.map(|id| json!({"id": id, "label": id}));
    let entry = |id: &str, licence: Option<&str>| json!({"id": id, "kind": "commun", "name": id, "licence": licence, "nature": licence.filter(|id| *id == UNKNOWN)});
    let data = Data(json!({
        "format": 1,
        "site": {"title": "A"},
        "vocabularies": {
            "nature": [{"id": "inconnu", "label": "Inconnue"}, {"id": "lieu", "label": "Lieu"}],
            "theme": [{"id": "inconnu", "label": "L’inconnu"}],
            "licence": licences,
        },
        "entries": [
            {"id": "inconnu", "kind": "organisation", "name": "L’Inconnue"},
            entry("sans", None),
            entry("inconnue", Some("inconnu")),
            entry("deux", Some("MIT, Apache")),
            entry("une", Some("MIT,Apache")),
            {"id": "porte", "kind": "commun", "name": "Porté", "bearers": ["inconnu"], "themes": ["inconnu"]},
        ],
    }));
    check(
        &data,
        &[
            "warned vocabularies.theme[0].id: inconnu ≠ Unreserved",
            "warned vocabularies.nature[0].id: inconnu ≠ Unreserved",
            "warned vocabularies.licence[0].id: inconnu ≠ Unreserved",
            "warned vocabularies.licence[1].id: MIT, Apache ≠ LicenceId → MIT-Apache",
            "warned vocabularies.licence[2].id: MIT,Apache ≠ LicenceId → MIT-Apache",
            "warned vocabularies.licence[3].id: 100%2C ≠ LicenceId → 100-2C",
            "warned vocabularies.licence[4].id: 100, ≠ LicenceId → 100",
            "warned vocabularies.licence[5].id: %69nconnu ≠ LicenceId → 69nconnu",
            "warned vocabularies.licence[6].id: a b ≠ LicenceId → a-b",
            "warned entries[0].id (inconnu): inconnu ≠ Unreserved",
        ],
    )
}

/// The entries, of all kinds, that have a value of a facet, asked through an address.
fn having(catalogue: &Arc<Catalogue>, facet: Facet, word: &str) -> Vec<String> {
    let address = Query::of(Scope::All).with(facet, word).to_string();
    let results = Index::new(Arc::clone(catalogue)).search(&Query::parse(&address, Kind::OF_FORMAT).0);
    assert!(results.unknown_values.is_empty(), "{address} means something");
    results.hits.iter().map(|hit| catalogue.entry(hit.entry).id.clone()).collect()
}

#[test]
fn a_reserved_id_filters_what_has_it_and_not_what_has_none() {
    let catalogue = Arc::new(reserved().catalogue);
    assert_eq!(having(&catalogue, Facet::Licence, UNKNOWN), ["inconnu", "sans", "porte"]);
    assert_eq!(having(&catalogue, Facet::Nature, UNKNOWN), ["inconnu", "sans", "deux", "une", "porte"]);
    assert_eq!(having(&catalogue, Facet::Bearer, UNKNOWN), ["inconnu", "sans", "inconnue", "deux", "une"]);
    for (facet, id, expected) in [
        (Facet::Licence, "inconnu", "inconnue"),
        (Facet::Nature, "inconnu", "inconnue"),
        (Facet::Bearer, "inconnu", "porte"),
        (Facet::Theme, "inconnu", "porte"),
        (Facet::Licence, "MIT, Apache", "deux"),
        (Facet::Licence, "MIT,Apache", "une"),
    ] {
        let entry = catalogue.find(expected).expect("it is there");
        let code = facet.row().codes(&catalogue, catalogue.entry(entry))[0];
        let word = facet.row().word(&catalogue, code);
        assert_eq!(having(&catalogue, facet, &word), [expected], "{id} as {word}");
    }
}

#[test]
fn every_value_is_found_by_its_word_and_by_no_other() {
    let catalogue = reserved().catalogue;
    for facet in [Facet::Nature, Facet::Theme, Facet::Licence, Facet::Bearer, Facet::Initiated] {
        let row = facet.row();
        for code in 0..row.size(&catalogue) + u32::from(row.unknown().is_some()) {
            let word = row.word(&catalogue, code);
            assert_eq!(row.code(&catalogue, &word), Some(code), "{word} of {}", row.parameter());
            let (query, _) = Query::parse(&Query::default().with(facet, &word).to_string(), Kind::OF_FORMAT);
            assert_eq!(query.values(facet), [word.into_owned()], "one word is asked for");
        }
    }
}

#[test]
fn a_grid_is_not_named_as_a_part_of_the_home_page() {
    for (id, free) in [
        ("themes", "themes-2"),
        ("contenu", "contenu-2"),
        ("legend", "legend-2"),
        ("catalogue-data", "catalogue-data-2"),
    ] {
        let data = Data::small().set("/grids/0/id", id);
        let loaded = check(&data, &[&format!("warned grids[0].id: {id} ≠ Unreserved → {free}")]);
        assert_eq!((loaded.catalogue.grids[0].id.as_str(), ids(&loaded).len()), (free, 3), "the grid stays");
    }
    check(&Data::small().set("/grids/0/id", "grille-des-themes"), &[]);
}
