//! Why entries answer: what is marked in their texts, and what is said.

use std::sync::Arc;

use catalogue::read;
use search::query::{Query, Scope};
use search::{Field, Index, Reason};
use serde_json::json;

use super::INDEX;
use crate::support::REAL;

/// Fails unless these words of a text are marked for a query, when it is the name of the only entry.
fn check_marks(text: &str, query: &str, expected: &[&str]) {
    let data = json!({
        "format": 1,
        "synonyms": [["auto", "voiture"], ["logiciel libre", "open source"], ["météo", "temps qu’il fait"]],
        "entries": [{"id": "a", "kind": "commun", "name": text}],
    });
    let index = Index::new(Arc::new(read(&data.to_string()).expect("the data is JSON").catalogue));
    let reading = index.search(&Query::of(Scope::All).with_text(query)).reading;
    let found: Vec<&str> = index.highlight(text, &reading).into_iter().map(|range| &text[range]).collect();
    assert_eq!(found, expected, "{query} in {text}");
}

#[test]
fn what_answers_is_marked() {
    check_marks("L’Énergie des mobilités", "mobilite energ", &["Énergie", "mobilités"]);
    check_marks("voitures partagées", "voiture partage", &["voitures", "partagées"]);
    check_marks("voitures partagées", "auto", &["voitures"]);
    check_marks("voitures partagées", "vioture", &["voitures"]);
    check_marks("co-voiturage", "covoiturage", &["co", "voiturage"]);
    check_marks("covoiturage", "co-voiturage", &["covoiturage"]);
    check_marks("mon compte mobilité", "moncompte mobilité", &["mon", "compte", "mobilité"]);
    check_marks("source d’un logiciel libre", "open source", &["source", "logiciel", "libre"]);
    check_marks("le temps qu’il fait, le temps", "meteo", &["temps", "il", "fait"]);
    check_marks("le temps", "meteo", &[]);
    check_marks("la loi, les lois", "l", &["loi", "lois"]);
    check_marks("la loi", "la", &["la"]);
    check_marks("rien", "", &[]);
    check_marks("<b>rue</b>", "rue b", &["b", "rue", "b"]);
}

/// Why an entry answers a query, one line a word.
fn reasons(query: &str, id: &str) -> Vec<String> {
    let results = INDEX.search(&Query::of(Scope::All).with_text(query));
    let entry = REAL.catalogue.find(id).expect("the entry exists");
    assert!(results.hits.iter().any(|hit| hit.entry == entry), "{query} finds {id}");
    let explanation = INDEX.explain(entry, &results.reading);
    let reason = |reason: &Reason| format!("{}: {} {:?}", reason.word, reason.found, reason.kind);
    let missing = explanation.missing.iter().map(|word| format!("{word}: missing"));
    explanation.reasons.iter().map(reason).chain(missing).collect()
}

#[test]
fn each_word_says_why_it_answers() {
    for (query, id, expected) in [
        ("openstreetmap", "openstreetmap", &["openstreetmap: OpenStreetMap Exact"][..]),
        (
            "LOGEMENT vacants",
            "plan-national-logements-vacants",
            &["LOGEMENT: Logement Exact", "vacants: vacants Exact"],
        ),
        ("open street map", "openstreetmap", &["open street map: OpenStreetMap Joined"]),
    ] {
        assert_eq!(reasons(query, id), expected, "{query}");
    }
}

#[test]
fn the_fields_are_told() {
    let results = INDEX.search(&Query::of(Scope::All).with_text("openstreetmap"));
    let fields = |id: &str| -> Vec<Field> {
        let entry = REAL.catalogue.find(id).expect("the entry exists");
        INDEX.explain(entry, &results.reading).reasons[0].fields.iter().collect()
    };
    assert!(fields("openstreetmap").contains(&Field::Name));
    assert!(!fields("panoramax").contains(&Field::Name));
}

#[test]
fn words_of_no_entry_are_told_with_what_was_perhaps_meant() {
    for (text, expected) in [
        ("mobilitee", &[("mobilitee", Some("mobilité"))][..]),
        ("acessibilité", &[("acessibilité", Some("Accessibilité"))]),
        ("opensteetmap", &[("opensteetmap", Some("OpenStreetMap"))]),
        ("wikipdia", &[("wikipdia", Some("Wikipédia"))]),
        ("logement vaccant zzzzzz", &[("vaccant", Some("vacants")), ("zzzzzz", None)]),
        ("mobilité", &[]),
        ("mobil", &[]),
        ("qxqxq", &[("qxqxq", None)]),
        ("", &[]),
    ] {
        let reading = INDEX.search(&Query::of(Scope::All).with_text(text)).reading;
        let unknown = INDEX.unknown_words(&reading);
        let unknown: Vec<(&str, Option<&str>)> =
            unknown.iter().map(|(word, meant)| (word.as_str(), meant.as_deref())).collect();
        assert_eq!(unknown, expected, "{text}");
    }
}
