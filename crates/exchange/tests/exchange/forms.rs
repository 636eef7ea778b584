//! What is written for others is read by our own readers, and says the same.

use super::import;

const REAL: &str = include_str!("../../../../public/catalogue.json");

#[test]
fn files_of_software_come_back() {
    let loaded = catalogue::read(REAL).expect("the content is a catalogue");
    let mut count = 0;
    for (_, entry) in loaded.catalogue.entries() {
        let Some(text) = exchange::write::publiccode(&loaded.catalogue, entry) else { continue };
        count += 1;
        let imported = import(None, &[("publiccode.yml", text.as_bytes())]);
        let loaded_back = super::valid(&imported);
        let same = loaded_back.catalogue.entries().find(|(_, other)| other.name.as_str() == entry.name.as_str());
        assert!(same.is_some(), "{text}");
        let codemeta = exchange::write::codemeta(&loaded.catalogue, entry).expect("it is software");
        super::valid(&import(None, &[("codemeta.json", codemeta.as_bytes())]));
    }
    assert!(count > 10, "{count} pieces of software");
}

#[test]
fn the_api_lists_each_entry_once_and_describes_itself() {
    let loaded = catalogue::read(REAL).expect("the content is a catalogue");
    let tree = catalogue::parse(REAL).expect("it is JSON");
    let files = exchange::write::api(&loaded.catalogue, &tree, loaded.catalogue.site.url.as_ref());
    let json = |name: &str| -> serde_json::Value { serde_json::from_slice(&files[name]).expect("it is JSON") };
    let count = loaded.catalogue.entries().len();
    assert_eq!(json("api/v1/entries.json").as_array().unwrap().len(), count);
    assert_eq!(json("api/v1/counts.json")["entries"], count);
    assert_eq!(files.keys().filter(|name| name.starts_with("api/v1/entries/")).count(), count);
    let software = json("api/v1/software.json");
    let first = &software["data"][0];
    assert!(first["publiccodeYml"].as_str().unwrap().contains("publiccodeYmlVersion"));
    let described = json("api/v1/openapi.json");
    for path in described["paths"].as_object().unwrap().keys() {
        let start = format!("api/v1{}", path.split('{').next().unwrap());
        assert!(files.keys().any(|name| name.starts_with(&start)), "{path} is no file");
    }
}

#[test]
fn entries_are_of_a_kind_that_the_mapping_adds() {
    let mapping = r#"{"name": "liste", "title": "Liste",
        "kinds": [{"id": "logiciel", "model": "commun", "one": "logiciel"}],
        "sets": [{"entry": "logiciel", "entry_from": "genre", "fields": {"name": "nom"}}]}"#;
    let table = "nom;genre\nHerbier;\nSyndicat;organisation\nCarte;logiciel\n";
    let imported = super::import_by(mapping, "t.csv", table, None);
    let loaded = super::valid(&imported);
    let kinds: Vec<_> = loaded.catalogue.entries().map(|(_, entry)| entry.kind.word()).collect();
    assert_eq!(kinds, ["logiciel", "organisation", "logiciel"]);
    let files = exchange::write::api(&loaded.catalogue, &imported.tree, None);
    let software = String::from_utf8_lossy(&files["api/v1/kinds/logiciel.json"]);
    assert!(software.contains("Herbier") && !software.contains("Syndicat"), "{software}");
}

#[test]
fn entries_are_of_a_kind_that_the_catalogue_adds() {
    let mapping =
        r#"{"name": "liste", "title": "Liste", "sets": [{"entry_from": "genre", "fields": {"name": "nom"}}]}"#;
    let catalogue = r#"{"format": 1, "site": {"title": "Ici"},
        "kinds": [{"id": "logiciel", "model": "commun", "one": "logiciel"}, {"id": "Faux"}],
        "entries": [{"id": "herbier", "kind": "logiciel", "name": "Herbier"}]}"#;
    let (tree, read) = (super::round_trip::tree(catalogue), super::round_trip::loaded(catalogue));
    let target = exchange::Target { tree: &tree, catalogue: &read.catalogue };
    let table = "nom;genre\nCarte;logiciel\nSyndicat;organisation\nPuits;commun\n";
    let imported = super::import_by(mapping, "t.csv", table, Some(target));
    super::valid(&imported);
    let merged = exchange::merge(&tree, &imported.tree, "liste", exchange::Manner::default()).expect("it can be added");
    let merged = catalogue::read_tree(merged.tree).expect("it is a catalogue").catalogue;
    let kinds: Vec<_> = merged.entries().map(|(_, entry)| (entry.id.as_str(), entry.kind.word())).collect();
    let expected = [("carte", "logiciel"), ("herbier", "logiciel"), ("puits", "commun"), ("syndicat", "organisation")];
    assert_eq!(text::sorting::sorted_by_key(&kinds, |(id, _)| *id), expected);
}
