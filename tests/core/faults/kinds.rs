//! The kinds that a catalogue adds, and the folders of kinds: what is wrong in one costs that one value.

use catalogue::{Catalogue, Kind, MOST_KINDS, Model};
use serde_json::{Value, json};

use super::{Data, check, check_text, ids};
use crate::support::fixture;

const WORDS: &str =
    r#"OneOf(["commun", "programme", "organisation", "ressource", "evenement", "contribution", "definition"])"#;

fn folders(catalogue: &Catalogue) -> Vec<(&'static str, Model, &'static str)> {
    let kinds = catalogue.kinds.all().iter();
    kinds
        .filter(|kind| kind.folder() != Kind::of(kind.model()).folder())
        .map(|kind| (kind.word(), kind.model(), kind.folder()))
        .collect()
}

#[test]
fn a_catalogue_adds_kinds_on_the_model_of_ours() {
    let loaded = check_text(&fixture("kinds.json"), &[]);
    let catalogue = &loaded.catalogue;
    assert_eq!(
        folders(catalogue),
        [
            ("organisation", Model::Organisation, "equipes"),
            ("logiciel", Model::Commons, "logiciels"),
            ("jeu-de-donnees", Model::Resource, "jeu-de-donnees"),
        ]
    );
    let shown: Vec<&str> = catalogue.kinds.shown().iter().map(|kind| catalogue.kinds.words(*kind).plural).collect();
    assert_eq!(
        shown,
        [
            "Logiciels",
            "Jeux de données",
            "Équipes",
            "Communs",
            "Programmes",
            "Ressources",
            "Événements",
            "Contributions"
        ]
    );
    let software = catalogue.kinds.parse("logiciel").expect("it has this kind");
    assert_eq!(catalogue.of_kind(software).count(), 2);
    assert_eq!((catalogue.of_kind(Kind::COMMONS).count(), catalogue.of_model(Model::Commons).count()), (1, 3));
    assert_eq!(catalogue.words_of(Model::Commons).plural, "Fiches", "they are of two kinds");
    assert_eq!(catalogue.words_of(Model::Resource).plural, "Jeux de données");
}

#[test]
fn what_is_wrong_in_a_kind_costs_that_value() {
    let kind = |more: Value| {
        let mut kind = json!({ "id": "logiciel", "model": "commun" });
        kind.as_object_mut().expect("it is an object").extend(more.as_object().expect("so is this").clone());
        json!([kind])
    };
    let told = |told: &str| vec![told.to_owned()];
    for (kinds, expected, folder) in [
        (kind(json!({})), Vec::new(), "logiciel"),
        (kind(json!({ "folder": "logiciels" })), Vec::new(), "logiciels"),
        (
            kind(json!({ "model": "comun" })),
            told(&format!("ignored kinds[0].model: comun ≠ {WORDS} → commun")),
            "logiciel",
        ),
        (json!([{ "id": "logiciel" }]), told("warned kinds[0].id: logiciel ≠ Model"), "logiciel"),
        // A page of the site, a folder of the format, a page of the data, a name that Windows cannot write.
        (
            kind(json!({ "folder": "catalogue" })),
            told("ignored kinds[0].folder: catalogue ≠ Folder → catalogue-2"),
            "logiciel",
        ),
        (
            kind(json!({ "folder": "communs" })),
            told("ignored kinds[0].folder: communs ≠ Folder → communs-2"),
            "logiciel",
        ),
        (kind(json!({ "folder": "guide" })), told("ignored kinds[0].folder: guide ≠ Folder → guide-2"), "logiciel"),
        (kind(json!({ "folder": "aux" })), told("ignored kinds[0].folder: aux ≠ Folder → aux-2"), "logiciel"),
        (
            kind(json!({ "folder": "Mes logiciels" })),
            told("ignored kinds[0].folder: Mes logiciels ≠ Slug → mes-logiciels"),
            "logiciel",
        ),
        // Its id would be its folder.
        (
            json!([{ "id": "selection", "model": "commun" }]),
            told("warned kinds[0].id: selection ≠ Folder → selection-2"),
            "selection-2",
        ),
        (
            json!([{ "id": "a", "model": "commun", "folder": "b" }, { "id": "b", "model": "commun" }]),
            told("warned kinds[1].id: b ≠ Folder → b-2"),
            "b",
        ),
        (
            json!([{ "id": "a", "model": "commun", "folder": "x" }, { "id": "ressource", "folder": "x" }]),
            told("ignored kinds[1].folder: x ≠ Folder → x-2"),
            "x",
        ),
        (
            json!([{ "id": "ressource", "model": "commun", "folder": "docs" }]),
            told(r#"ignored kinds[0].model: commun ≠ OneOf(["ressource"])"#),
            "docs",
        ),
        (json!([{ "id": "commun", "folder": "communs" }, { "id": "a", "model": "commun" }]), Vec::new(), "a"),
    ] {
        let pages = json!([{ "id": "guide/debuter", "title": "Débuter", "sections": [] }]);
        let data = Data::small().set("/pages", pages).set("/kinds", kinds);
        let loaded = check(&data, &expected.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(ids(&loaded).len(), 3, "every entry is there");
        assert!(folders(&loaded.catalogue).iter().any(|(.., own)| *own == folder), "{folder}");
    }
}

#[test]
fn a_kind_that_cannot_be_added_is_left_out() {
    for (kinds, expected) in [
        (json!([{ "id": "tout", "model": "commun" }]), "left out kinds[0].id: tout ≠ UniqueId".to_owned()),
        // A kind of the format in other letters is not another one.
        (json!([{ "id": "comun", "one": "outil" }]), format!("left out kinds[0].id: comun ≠ {WORDS} → commun")),
        (
            json!([{ "id": "a", "model": "commun" }, { "id": "a", "model": "programme" }]),
            "left out kinds[1].id: a ≠ UniqueId".to_owned(),
        ),
    ] {
        check(&Data::small().set("/kinds", kinds), &[&expected]);
    }
    let most = MOST_KINDS - Model::ALL.len();
    let many: Vec<Value> = (0..=most).map(|rank| json!({ "id": format!("k{rank}"), "model": "commun" })).collect();
    let loaded = check(&Data::small().set("/kinds", many), &["ignored kinds: 17 ≠ AtMostItems(16)"]);
    assert_eq!(loaded.catalogue.kinds.all().len(), MOST_KINDS);
}

#[test]
fn an_entry_of_an_unknown_kind_is_told_with_the_one_that_was_meant() {
    let kinds = json!([{ "id": "logiciel", "model": "commun", "one": "logiciel libre" }]);
    let data = Data::small().set("/kinds", kinds);
    let known = WORDS.replace("])", r#", "logiciel"])"#);
    for (kind, near) in
        [("logiciels", " → logiciel"), ("Logiciel libre", " → logiciel"), ("comun", " → commun"), ("voiture", "")]
    {
        let expected = format!("left out entries[0].kind (jardins-partages): {kind} ≠ {known}{near}");
        let loaded = check(&data.clone().set("/entries/0/kind", kind), &[&expected]);
        assert_eq!(ids(&loaded).len(), 2);
    }
    for place in ["/fields", "/rubrics", "/facets"] {
        let id = if place == "/facets" { ("field", "themes") } else { ("id", "besoin") };
        let said = json!([{ id.0: id.1, "kinds": ["logiciel", "logicel"] }]);
        let expected = format!("ignored {}[0].kinds[1]: logicel ≠ {known} → logiciel", &place[1..]);
        check(&data.clone().set(place, said), &[&expected]);
    }
}
