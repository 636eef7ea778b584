//! The fields, kinds, rubrics and facets that a catalogue defines: what is wrong in one costs that one alone.

use catalogue::{Kind, MOST_FIELDS, Rubric, Said};
use serde_json::{Value, json};

use super::{Data, check, ids};

/// A small catalogue with two fields of its own, of which its first entry says this.
fn with_values(values: Value) -> Data {
    let fields = json!([
        { "id": "usages", "label": "Usages", "type": "termes", "facet": true, "terms": ["cour", { "id": "rue", "label": "La rue" }] },
        { "id": "poids", "type": "nombre" },
        { "id": "places", "type": "nombre", "kinds": ["programme"] },
        { "id": "ouvert", "type": "oui-non" },
    ]);
    Data::small().set("/fields", fields).set("/entries/0/values", values)
}

#[test]
fn what_an_entry_says_in_them_is_ignored_when_it_is_wrong() {
    let first = "(jardins-partages)";
    for (values, expected) in [
        (json!({ "usages": ["cour", "rue"], "poids": "1 200,5", "ouvert": "Oui" }), None),
        // The label of a term is understood.
        (json!({ "usages": "La rue" }), None),
        (json!({ "usages": ["cour", "rues"] }), Some(r#"values.usages[1] F: rues ≠ HostTerm("usages") → rue"#)),
        (json!({ "poids": "lourd" }), Some("values.poids F: lourd ≠ Decimal")),
        (json!({ "ouvert": "parfois" }), Some(r#"values.ouvert F: "parfois" ≠ Type(Boolean)"#)),
        (json!({ "poid": 3 }), Some("values.poid F: poid ≠ KnownKey → poids")),
        // It is of programmes alone.
        (json!({ "places": 3 }), Some("values.places F: places ≠ KnownKey")),
        (json!(["cour"]), Some(r#"values F: ["cour"] ≠ Type(Object)"#)),
    ] {
        let expected = expected.map(|told| format!("ignored entries[0].{}", told.replace('F', first)));
        let loaded = check(&with_values(values), &expected.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(ids(&loaded).len(), 3);
    }
    let loaded = check(&with_values(json!({ "poids": "1 200,5", "ouvert": "Non" })), &[]);
    let (_, entry) = loaded.catalogue.entries().next().expect("the entry stays");
    assert!(matches!(entry.said(1), Some(Said::Number(number)) if number.plain() == "1200.5"));
    assert!(matches!(entry.said(3), Some(Said::Answer(false))));
}

#[test]
fn definitions_are_told_and_the_others_stay() {
    let many: Vec<Value> = (0..=MOST_FIELDS).map(|rank| json!({ "id": format!("c{rank}") })).collect();
    for (key, value, expected) in [
        ("fields", json!([{ "id": "a" }, { "id": "a" }]), &["left out fields[1].id: a ≠ UniqueId"][..]),
        ("fields", json!([{ "label": "A" }]), &["left out fields[0].id: nothing ≠ Present"]),
        ("fields", json!([{ "id": [3] }]), &["left out fields[0].id: [3] ≠ Type(String)"]),
        ("fields", json!([{ "id": "Mon champ" }]), &["left out fields[0].id: Mon champ ≠ Slug → mon-champ"]),
        (
            "fields",
            json!([{ "id": "a", "type": "nombres" }]),
            &[
                r#"ignored fields[0].type: nombres ≠ OneOf(["texte", "paragraphes", "termes", "nombre", "date", "oui-non", "adresse", "fiches"]) → nombre"#,
            ],
        ),
        ("fields", json!(many), &["ignored fields: 65 ≠ AtMostItems(64)"]),
        ("facets", json!(["themes", "theme"]), &["ignored facets: theme ≠ Facet → themes"]),
        ("facets", json!([{ "open": true }]), &["left out facets[0].field: nothing ≠ Present"]),
        ("facets", json!(["themes", "themes"]), &["left out facets[1].field: themes ≠ UniqueId"]),
        (
            "kinds",
            json!(["communs"]),
            &[
                r#"left out kinds[0].id: communs ≠ OneOf(["commun", "programme", "organisation", "ressource", "evenement", "contribution", "definition"]) → commun"#,
            ],
        ),
    ] {
        let loaded = check(&Data::small().set(&format!("/{key}"), value), expected);
        assert_eq!(ids(&loaded).len(), 3, "{key}");
    }
}

#[test]
fn kinds_and_rubrics_are_called_and_placed_as_the_catalogue_says() {
    let data = Data::small()
        .set("/kinds", json!([{ "id": "programme", "one": "aide" }, { "id": "definition", "hidden": true }]))
        .set("/rubrics", json!([{ "id": "ressources", "title": "Liens", "kinds": ["programme"] }]));
    let loaded = check(&data, &[]);
    let kinds = &loaded.catalogue.kinds;
    let words = kinds.words(Kind::PROGRAMME);
    assert_eq!((words.name, words.plural), ("Aide", "Aides"));
    assert_eq!(words.noun.count(loaded.catalogue.site.language, 0), "Aucun résultat");
    assert_eq!(kinds.words(Kind::COMMONS).plural, "Communs");
    assert_eq!(kinds.shown().first(), Some(&Kind::PROGRAMME));
    assert!(!kinds.shown().contains(&Kind::DEFINITION) && kinds.shown().len() == 6);
    let rubric = &loaded.catalogue.rubrics[0];
    assert!(rubric.rubric == Rubric::Resources && rubric.is_of(Kind::PROGRAMME) && !rubric.is_of(Kind::COMMONS));
}
