//! The table: what a spreadsheet reads is what the catalogue says.

use std::collections::BTreeMap;

use catalogue::{Catalogue, EntryIndex};
use export::BaseUrl;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{BASE, HOSTILE, all, find, small};
use crate::support::REAL;

/// The names of the columns: those who read the table count on them.
const COLUMNS: &str = "identifiant type nom autres_noms resume besoin nature themes porteurs administration \
    licence licence_nom maturite_ressource maturite_communaute maturite_gouvernance besoins besoins_exprimes \
    freins freins_exprimes soutiens publics echelles territoires courriels site depot wiki donnees fiche \
    mis_a_jour verifie statut statut_depuis licences version utilisateurs prestataires tient_lieu_de \
    identifiants_ailleurs logo images";

/// The lines of a table by the name of each column, as a spreadsheet reads them.
fn read(text: &str) -> Vec<BTreeMap<String, String>> {
    let text = text.strip_prefix('\u{feff}').expect("the table starts with a byte order mark");
    let mut reader =
        ::csv::ReaderBuilder::new().delimiter(b';').terminator(::csv::Terminator::CRLF).from_reader(text.as_bytes());
    reader.deserialize().map(|line| line.expect("each line has a cell for each column")).collect()
}

pub(super) fn lines(catalogue: &Catalogue, base: Option<&BaseUrl>) -> Vec<BTreeMap<String, String>> {
    read(&export::csv(catalogue, all(catalogue), base))
}

#[test]
fn the_columns_are_these() {
    let table = export::csv(&REAL.catalogue, [], None);
    let expected: Vec<&str> = COLUMNS.split_whitespace().collect();
    assert_eq!(table, format!("\u{feff}{}\r\n", expected.join(";")));
}

#[test]
fn each_entry_is_a_line_in_the_order_given() {
    let table = lines(&REAL.catalogue, Some(&BASE));
    assert_eq!(table.len(), REAL.catalogue.entries().len());
    for (line, (_, entry)) in table.iter().zip(REAL.catalogue.entries()) {
        assert_eq!(line["identifiant"], entry.id);
        assert_eq!(line["type"], entry.kind.word());
        assert_eq!(line["nom"], entry.name.as_str());
        assert_eq!(line["resume"], entry.summary.as_ref().map(|text| text.as_str()).unwrap_or_default());
        assert_eq!(line["verifie"], entry.checked.map(|date| date.to_string()).unwrap_or_default());
        let entry_page = BASE.join(&address::route::Route::of(entry).to_string());
        assert_eq!(line["fiche"], entry_page);
    }
    let chosen = [find(&REAL.catalogue, "vikidia"), find(&REAL.catalogue, "acceslibre")];
    let some = read(&export::csv(&REAL.catalogue, chosen, None));
    let ids: Vec<&str> = some.iter().map(|line| line["identifiant"].as_str()).collect();
    assert_eq!(ids, ["vikidia", "acceslibre"]);
}

#[test]
fn cells_say_what_the_entry_page_says() {
    let catalogue = small(|json| {
        json["entries"][0]["bearers"] = json!(["coup-de-pouce", "atelier-velo"]);
        json["entries"][0]["themes"] = json!(["jardin", "mobilite"]);
        json["entries"][0]["needs"] = json!([
            {"text": "Deux personnes le samedi", "tag": "bras"},
            {"text": "Une personne le dimanche", "tag": "bras"},
            {"text": "Une bêche", "tag": "outils"},
            {"text": "Du soleil"},
        ]);
    });
    let table = lines(&catalogue, None);
    for (column, expected) in [
        ("identifiant", "jardins-partages"),
        ("autres_noms", "JP"),
        ("nature", "Lieu partagé"),
        ("themes", "Jardin | Vélo et marche"),
        ("porteurs", "Coup de pouce | Atelier vélo"),
        ("administration", "non"),
        ("licence", "CC-BY-4.0"),
        ("licence_nom", "Creative Commons Attribution 4.0"),
        ("maturite_ressource", "abouti"),
        ("maturite_communaute", "evolution"),
        ("maturite_gouvernance", ""),
        ("besoins", "Bras | Outils"),
        ("besoins_exprimes", "Deux personnes le samedi | Une personne le dimanche | Une bêche | Du soleil"),
        ("freins", "Interne"),
        ("freins_exprimes", "L’eau manque en août."),
        ("publics", "Habitants"),
        ("echelles", "Commune"),
        ("territoires", "Lannec"),
        ("courriels", "jardins@lannec.example"),
        ("site", "https://jardins.lannec.example"),
        ("fiche", ""),
        ("mis_a_jour", "2026"),
        ("verifie", "2026-05-01"),
    ] {
        assert_eq!(table[0][column], expected, "{column}");
    }
    assert_eq!(table[2]["soutiens"], "Prêt de matériel");
}

/// The line of an entry with this name and these other names.
fn line_of(name: &str, aliases: &[&str]) -> BTreeMap<String, String> {
    let catalogue = small(|json| {
        json["entries"][0]["name"] = name.into();
        json["entries"][0]["aliases"] = aliases.iter().map(|alias| Value::from(*alias)).collect();
    });
    lines(&catalogue, None).swap_remove(0)
}

#[test]
fn nothing_in_the_table_is_computed() {
    for (name, expected) in [
        ("=1+1", "'=1+1"),
        ("+33", "'+33"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("1+1", "1+1"),
        ("'=1+1", "'=1+1"),
        ("a;b", "a;b"),
        ("a | b", "a | b"),
    ] {
        assert_eq!(line_of(name, &[])["nom"], expected);
    }
    for (aliases, expected) in [
        // Blanks around a value are not of it.
        (&["\t=1+1"][..], "'=1+1"),
        (&["\r=1+1"], "'=1+1"),
        (&["\n=1+1"], "'=1+1"),
        (&["=1", "=2"], "'=1 | =2"),
        (&["", "=2"], "'=2"),
        (&["a | b", "c"], "a / b | c"),
    ] {
        assert_eq!(line_of("Jardin", aliases)["autres_noms"], expected);
    }
    for name in HOSTILE {
        let line = line_of(name, HOSTILE.as_slice());
        assert!(!line.values().any(|cell| cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])), "{line:?}");
    }
}

#[test]
fn a_cell_that_is_no_text_stays_as_it_is() {
    let catalogue = small(|json| json["entries"][0]["links"][0]["url"] = "https://a.fr/?a=1;b=\u{7c}2".into());
    assert_eq!(lines(&catalogue, None)[0]["site"], "https://a.fr/?a=1;b=%7C2");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_texts_are_the_table_reads_back(name in ".{1,30}", aliases in proptest::collection::vec("[^|]{0,12}", 0..4)) {
        let catalogue = small(|json| {
            json["entries"][0]["name"] = format!("a{name}").into();
            json["entries"][0]["aliases"] = aliases.clone().into();
        });
        let line = lines(&catalogue, None).swap_remove(0);
        let entry = catalogue.entry(find(&catalogue, "jardins-partages"));
        prop_assert_eq!(&line["nom"], entry.name.as_str());
        let joined = entry.aliases.join(" | ");
        let guarded = joined.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
        prop_assert_eq!(&line["autres_noms"], &if guarded { format!("'{joined}") } else { joined });
    }
}

#[test]
fn an_entry_may_come_twice_or_not_at_all() {
    let index: EntryIndex = find(&REAL.catalogue, "vikidia");
    assert_eq!(read(&export::csv(&REAL.catalogue, [index, index], None)).len(), 2);
}
