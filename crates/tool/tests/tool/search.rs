//! `communs search`: the engine of the site, from a terminal.

use std::process::{Command, Output};
use std::sync::Arc;

use catalogue::Kind;
use search::Index;
use search::query::Query;

use crate::support::{real_data, repository};

fn tool(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_communs"));
    command.current_dir(repository()).args(["search", "public/catalogue.json"]).args(arguments);
    command.output().expect("the tool runs")
}

#[test]
fn answers_are_those_of_the_site_in_its_order() {
    let loaded = catalogue::read(&real_data()).unwrap();
    let index = Index::new(Arc::new(loaded.catalogue));
    for (words, query) in [("logement vacant", "type=tout"), ("adresse", "type=commun&tri=nom"), ("", "type=programme")]
    {
        let output =
            tool(&[words, "--query", &format!("https://exemple.fr/catalogue/?{query}"), "--json", "--limit", "7"]);
        assert!(output.status.success(), "{output:?}");
        let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
        let (mut asked, _) = Query::parse(query, Kind::OF_FORMAT);
        asked.text = words.to_owned();
        let expected = index.search(&asked);
        let ids: Vec<&str> =
            expected.hits.iter().take(7).map(|hit| index.catalogue().entry(hit.entry).id.as_str()).collect();
        let found: Vec<&str> = told["hits"].as_array().unwrap().iter().filter_map(|hit| hit["id"].as_str()).collect();
        assert_eq!(found, ids, "{words}");
        assert_eq!(told["count"], expected.count);
    }
}

#[test]
fn people_read_the_names_and_what_was_not_understood() {
    let output = tool(&["grist", "zzzqqq", "--query", "tri=hasard&themes=climat"]);
    let (said, aside) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(said.starts_with(" 1. Grist (Commun) /communs/grist/"), "{said}");
    assert!(["hasard", "zzzqqq", "themes"].iter().all(|told| aside.contains(told)), "{aside}");
}

#[test]
fn kinds_of_the_catalogue_are_named_and_asked_for() {
    let search = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_communs"));
        command.current_dir(repository()).args(["search", "tests/fixtures/kinds.json"]).args(arguments);
        let output = command.output().expect("the tool runs");
        assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let said = search(&["herbier"]);
    assert!(said.starts_with(" 1. Herbier (Logiciel) /logiciels/herbier/"), "{said}");
    let told: serde_json::Value =
        serde_json::from_str(&search(&["source", "--query", "type=jeu-de-donnees", "--json"])).expect("it is JSON");
    let hits = told["hits"].as_array().expect("there are hits");
    assert_eq!(hits.len(), 1, "{told}");
    assert_eq!([&hits[0]["kind"], &hits[0]["page"]], ["jeu-de-donnees", "/jeu-de-donnees/debits/"]);
}
