//! Faulty rows cost themselves alone, and whatever the bytes, nothing crashes.

use catalogue::Json;
use proptest::prelude::*;

use super::{import, said, valid};

#[test]
fn the_same_id_twice_is_told_and_kept_apart() {
    let table = "identifiant;type;nom\na;commun;Un\na;commun;Deux\n";
    let imported = import(Some("communs-csv"), &[("t.csv", table.as_bytes())]);
    valid(&imported);
    assert_eq!(said(&imported.tree, "a", "name"), "\"Un\"");
    assert_eq!(said(&imported.tree, "a-2", "name"), "\"Deux\"");
    assert!(
        imported
            .remarks
            .iter()
            .any(|remark| remark.to_string().starts_with("t.csv:3\u{a0}: id\u{a0}: l’identifiant «\u{a0}a\u{a0}»"))
    );
}

#[test]
fn rows_without_a_name_and_odd_values_cost_themselves_alone() {
    let table = "identifiant;type;nom;site;courriels;mis_a_jour;statut;themes\nx;commun;;;;;;\ny;commun;Y;javascript:alert(1);pas un courriel;demain;vivant;Thème|Autre\n";
    let imported = import(Some("communs-csv"), &[("t.csv", table.as_bytes())]);
    let loaded = valid(&imported);
    assert_eq!(loaded.catalogue.entries().len(), 1);
    let told: Vec<String> = imported.remarks.iter().map(ToString::to_string).collect();
    for part in ["t.csv:2\u{a0}: ligne sans nom", "javascript:alert(1)", "pas un courriel", "demain", "vivant"] {
        assert!(told.iter().any(|line| line.contains(part)), "{part}: {told:?}");
    }
}

/// Whether nothing is wrong in a catalogue, or nothing is in it: the tool writes no such one.
fn is_valid(tree: Json) -> bool {
    let is_empty = tree.get("entries").is_none_or(|entries| entries.items().is_empty());
    is_empty || catalogue::read_tree(tree).is_ok_and(|loaded| loaded.diagnostics.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever the bytes, a file is read or refused, and what is made is valid.
    #[test]
    fn any_bytes_are_read_or_refused(
        bytes in prop_oneof![
            proptest::collection::vec(any::<u8>(), 0..200),
            "[-a-c:;,|{}\\[\\]\"'&*<>#@ \n\t01é]{0,120}".prop_map(String::into_bytes),
        ],
        extension in prop::sample::select(exchange::read::EXTENSIONS.to_vec()),
        mapping in prop::sample::select(exchange::names().collect::<Vec<_>>()),
    ) {
        let name = format!("a.{extension}");
        if let Ok(document) = exchange::read::document(&name, &bytes, &mut Vec::new()) {
            let documents = vec![document];
            let mapping = exchange::shipped(mapping).unwrap();
            let imported = exchange::convert(&mapping, documents.clone(), Vec::new(), None, None);
            prop_assert!(is_valid(imported.tree));
            if let Some(text) = exchange::propose("a", &documents) {
                let mapping = exchange::Mapping::read("a.json", &text).unwrap();
                let imported = exchange::convert(&mapping, documents, Vec::new(), None, None);
                prop_assert!(is_valid(imported.tree));
            }
        }
    }
}
