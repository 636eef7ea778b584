//! The faulty files of `tests/fixtures/faults`, which browsers are given too.

use catalogue::{Place, ReadError};

use super::{check_text, ids};
use crate::support::{files, fixture};

const TOLD: [(&str, usize, &[&str]); 13] = [
    ("bad-columns", 1, &[r#"ignored grids[0].columns: 5 ≠ OneOf(["3", "4"])"#]),
    ("bad-date", 2, &["ignored entries[1].updated (bus): 05/2026 ≠ Date"]),
    ("bad-id", 1, &["left out entries[1].id (Bus de nuit): Bus de nuit ≠ Slug → bus-de-nuit"]),
    ("dangling-reference", 2, &["ignored entries[1].related[0] (bus): velos ≠ Entry → velo"]),
    ("duplicate-id", 1, &["left out entries[1].id (velo): velo ≠ UniqueId → velo-2"]),
    (
        "form-saved",
        4,
        &[
            r#"ignored entries[4].themes[1] (valeurs-fausses): ["a","b"] ≠ Type(String)"#,
            r#"ignored entries[4].licence (valeurs-fausses): ["MIT","Apache-2.0"] ≠ Type(Object)"#,
            r#"ignored entries[4].editorial_name (valeurs-fausses): "peut-être" ≠ Type(Boolean)"#,
        ],
    ),
    ("missing-name", 1, &["left out entries[1].name (bus): nothing ≠ Present"]),
    ("no-title", 1, &["left out site.title: nothing ≠ Present"]),
    ("script-link", 2, &["ignored entries[1].links[0].url (bus): javascript:alert(1) ≠ SafeUrl"]),
    ("unknown-key", 2, &["ignored entries[1].sumary (bus): sumary ≠ KnownKey → summary"]),
    (
        "unknown-kind",
        1,
        &[
            r#"left out entries[1].kind (bus): comun ≠ OneOf(["commun", "programme", "organisation", "ressource", "evenement", "contribution", "definition"]) → commun"#,
        ],
    ),
    ("unknown-term", 2, &[r#"ignored entries[1].themes[0] (bus): mobilte ≠ Term("theme") → mobilite"#]),
    ("wrong-type", 2, &[r#"ignored entries[1].order (bus): "un" ≠ Type(Number)"#]),
];

#[test]
fn each_tells_its_fault_and_keeps_the_rest() {
    for (name, kept, told) in TOLD {
        let loaded = check_text(&fixture(&format!("faults/{name}.json")), told);
        assert_eq!(ids(&loaded).len(), kept, "{name}");
    }
}

#[test]
fn some_are_no_catalogue() {
    let read = |name: &str| catalogue::read(&fixture(&format!("faults/{name}.json"))).expect_err(name);
    assert!(matches!(read("truncated"), ReadError::Syntax { truncated: true, .. }));
    assert!(matches!(read("not-json"), ReadError::Syntax { truncated: false, place: Place { line: 1, .. }, .. }));
    assert_eq!(read("not-an-object"), ReadError::NotAnObject { found: "[1,2,3]".into() });
}

#[test]
fn none_is_forgotten() {
    assert_eq!(files("tests/fixtures/faults", ".json").len(), TOLD.len() + 3);
}
