//! The file around the entries: its version, settings, vocabularies, grids; and files that are
//! no catalogue at all.

use catalogue::{GridLink, ReadError, VocabularyKey};
use serde_json::json;

use super::{Data, check, check_text, ids};
use crate::support::fixture;

#[test]
fn the_version_of_the_format_is_told() {
    assert_eq!(ids(&check(&Data::small().set("/format", 2), &["ignored format: 2 ≠ Format(1)"])).len(), 3);
    check(&Data::small().cut("/format"), &["ignored format: nothing ≠ Format(1)"]);
    check(&Data::small().set("/format", "1"), &[]);
    check(&Data::small().set("/format", "un"), &[r#"ignored format: "un" ≠ Type(Number)"#]);
}

#[test]
fn the_site_may_be_anything() {
    let title = "left out site.title: nothing ≠ Present";
    check(&Data::small().cut("/site"), &[title]);
    check(&Data::small().set("/site", json!([])), &[title]);
    check(&Data::small().set("/site", json!([1])), &["ignored site: [1] ≠ Type(Object)", title]);
    check(&Data::small().set("/site", "Lannec"), &[r#"ignored site: "Lannec" ≠ Type(Object)"#, title]);
    check(&Data::small().set("/site/title", true), &["left out site.title: true ≠ Type(Text)"]);
    let data = Data::small()
        .set("/site/contact", "lannec")
        .set("/site/updated", "hier")
        .set("/site/repository", "javascript:x")
        .set("/site/licnce", "x");
    check(
        &data,
        &[
            "ignored site.licnce: licnce ≠ KnownKey → licence",
            "ignored site.contact: lannec ≠ Email",
            "ignored site.updated: hier ≠ Date",
            "ignored site.repository: javascript:x ≠ SafeUrl",
        ],
    );
}

#[test]
fn pieces_of_the_root_may_be_anything() {
    let loaded = check(&Data::small().set("/grids", "deux"), &[r#"ignored grids: "deux" ≠ Type(Object)"#]);
    assert_eq!((ids(&loaded).len(), loaded.catalogue.grids.len()), (3, 0));
    let loaded = check(&Data::small().set("/synonyms/0", "jardin"), &[r#"ignored synonyms[0]: "jardin" ≠ Type(List)"#]);
    assert!(loaded.catalogue.synonyms.is_empty());
    check(&Data::small().set("/entree", json!([])), &["ignored entree: entree ≠ KnownKey → entries"]);
    for (entries, told) in [
        (json!({}), "ignored entries: nothing ≠ Entries"),
        (json!(null), "ignored entries: nothing ≠ Entries"),
        (json!("rien"), r#"left out entries: "rien" ≠ Type(Object)"#),
        (json!(3), "left out entries: 3 ≠ Type(Object)"),
    ] {
        let json = json!({"format": 1, "site": {"title": "A"}, "entries": entries}).to_string();
        let loaded = check_text(&json, &[told]);
        assert!(ids(&loaded).is_empty());
        assert_eq!(loaded.entries_left_out() > 0, told.starts_with("left out"));
    }
    let alone = json!({"format": 1, "site": {"title": "A"}, "entries": {"id": "a", "kind": "commun", "name": "A"}});
    assert_eq!(ids(&check_text(&alone.to_string(), &[])), ["a"]);
    let told = [
        "ignored format: nothing ≠ Format(1)",
        "ignored entries: nothing ≠ Entries",
        "left out site.title: nothing ≠ Present",
    ];
    assert!(ids(&check_text("{}", &told)).is_empty());
}

#[test]
fn terms_are_told_once() {
    let data = Data::small().set("/vocabularies/theme/-", json!({"id": "jardin", "label": "Un autre jardin"}));
    let loaded = check(&data, &["left out vocabularies.theme[2].id: jardin ≠ UniqueId"]);
    let (_, entry) = loaded.catalogue.entries().next().expect("the entry stays");
    assert_eq!(entry.themes.len(), 1, "the first term of the id stands");
    let data = Data::small().set("/vocabularies/licence/-", json!({"id": "CC-BY-4.0", "label": "CC BY"}));
    check(&data, &["left out vocabularies.licence[1].id: CC-BY-4.0 ≠ UniqueId"]);
    let data = Data::small().set("/documents/-", json!({"id": "gazette", "title": "Une autre"}));
    check(&data, &["left out documents[1].id: gazette ≠ UniqueId"]);
}

#[test]
fn terms_need_an_id_and_a_label() {
    let data = Data::small()
        .set("/vocabularies/theme/-", json!({"label": "Sans id"}))
        .set("/vocabularies/theme/-", json!({"id": "sans-nom"}))
        .set("/vocabularies/theme/-", json!({"id": "À l’eau", "label": "L’eau"}))
        .set("/vocabularies/theme/-", json!({"id": "eau", "label": "Eau", "motif": "clima"}))
        .set("/vocabularies/licence/0/rights/0/answer", "peut-être")
        .set("/vocabularies/couleur", json!([]));
    let loaded = catalogue::read(&data.0.to_string()).expect("the file is a JSON object");
    let told: Vec<String> = loaded.diagnostics.iter().map(super::line).collect();
    assert_eq!(told[0], "ignored vocabularies.couleur: couleur ≠ KnownKey");
    assert_eq!(told[1], "left out vocabularies.theme[2].id: nothing ≠ Present");
    assert_eq!(told[2], "left out vocabularies.theme[3].label: nothing ≠ Present");
    assert_eq!(told[3], "left out vocabularies.theme[4].id: À l’eau ≠ Slug → a-l-eau");
    assert!(
        told[4].starts_with("ignored vocabularies.theme[5].motif: clima ≠ OneOf(") && told[4].ends_with(" → climat")
    );
    assert_eq!(
        told[5],
        r#"left out vocabularies.licence[0].rights[0].answer: peut-être ≠ OneOf(["oui", "verifier", "non"])"#
    );
    assert_eq!(told.len(), 6);
}

#[test]
fn grids_have_three_or_four_columns_and_lead_somewhere() {
    let data =
        Data::small().set("/grids/0/columns", 5).set("/grids/0/link", "sites").set("/grids/1/entries/0", "atelier");
    let loaded = check(
        &data,
        &[
            r#"ignored grids[0].link: sites ≠ OneOf(["fiche", "site"]) → site"#,
            r#"ignored grids[0].columns: 5 ≠ OneOf(["3", "4"])"#,
            "ignored grids[1].entries[0]: atelier ≠ Entry",
        ],
    );
    let grid = &loaded.catalogue.grids[0];
    assert_eq!((grid.columns, grid.link, grid.entries.len()), (3, GridLink::EntryPage, 1));
    let data = Data::small().set("/grids/1/id", "au-jardin").set("/help_groups/0/need", "mains");
    check(
        &data,
        &[
            "left out grids[1].id: au-jardin ≠ UniqueId",
            r#"left out help_groups[0].need: mains ≠ Term("need")"#,
            "warned help_groups: bras ≠ HelpGroup",
        ],
    );
    check(
        &Data::small().cut("/help_groups/0/need"),
        &["left out help_groups[0].need: nothing ≠ Present", "warned help_groups: bras ≠ HelpGroup"],
    );
    check(&Data::small().cut("/grids/1/heading"), &["left out grids[1].heading: nothing ≠ Present"]);
}

#[test]
fn every_need_of_a_commons_has_a_group() {
    let groups = |data: Data, told: &[&str]| -> Vec<String> {
        let catalogue = check(&data, told).catalogue;
        let id = |need| catalogue.vocabularies.term(VocabularyKey::Need, need).id.clone();
        catalogue.help_groups.iter().map(|group| group.need.map_or_else(String::new, id)).collect()
    };
    assert_eq!(groups(Data::small(), &[]), ["bras", "outils"]);
    let one = Data::small().set("/help_groups", json!(["outils"]));
    assert_eq!(groups(one, &["warned help_groups: bras ≠ HelpGroup"]), ["outils", "bras"]);
    // Whoever writes no group leaves the order to the vocabulary.
    assert_eq!(groups(Data::small().cut("/help_groups"), &[]), ["bras", "outils"]);
    let untold = Data::small().set("/entries/1/needs", json!(["Des clés de 15"]));
    assert_eq!(groups(untold, &[]), ["bras", "outils", ""]);
    let of_programme = Data::small().set("/entries/2/needs", json!(["Un local"]));
    assert_eq!(groups(of_programme, &[]), ["bras", "outils"], "commons alone look for help");
}

#[test]
fn places_are_those_of_the_file_even_after_what_was_refused() {
    let grid = json!({"id": "a b", "heading": "A", "entries": []});
    check(
        &Data::small().set("/grids", json!([5, grid, "b", null, {"id": "c"}])),
        &[
            "ignored grids[0]: 5 ≠ Type(Object)",
            r#"ignored grids[2]: "b" ≠ Type(Object)"#,
            "left out grids[1].id: a b ≠ Slug → a-b",
            "left out grids[4].heading: nothing ≠ Present",
        ],
    );
    let data = Data::small()
        .set("/grids/1/entries", json!([12, "atelier-vel", "atelier-velo"]))
        .set("/documents", json!([[], {"id": "gazette"}]))
        .set("/vocabularies/nature", json!([0, {"id": "lieu"}]));
    let loaded = catalogue::read(&data.0.to_string()).expect("the file is a JSON object");
    let told: Vec<&str> = loaded.diagnostics.iter().map(|problem| problem.path.as_str()).collect();
    for place in ["grids[1].entries[1]", "documents[1].title", "vocabularies.nature[1].label", "entries[0].nature"] {
        assert!(told.contains(&place), "{place}: {told:?}");
    }
    assert_eq!(loaded.catalogue.grids[1].entries.len(), 1, "what is right stays");
}

fn syntax(json: &str) -> (usize, bool) {
    match catalogue::read(json) {
        Err(ReadError::Syntax { place, truncated, .. }) => (place.line, truncated),
        other => panic!("{} is no JSON, but gives {other:?}", &json[..json.len().min(60)]),
    }
}

#[test]
fn a_file_cut_anywhere_is_told_as_such() {
    let whole = fixture("small.json");
    let whole = whole.trim_end();
    for end in 0..whole.len() {
        let part = String::from_utf8_lossy(&whole.as_bytes()[..end]);
        assert!(syntax(&part).1, "cut after {end} bytes");
    }
    assert!(catalogue::read(whole).is_ok());
}

#[test]
fn endless_nesting_is_refused_without_harm() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
        assert_eq!(syntax(&deep), (1, false));
        assert_eq!(syntax(&format!("{{\"entries\":[{deep}]}}")), (1, false));
    }
}
