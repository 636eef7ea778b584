//! Names that are not plain words, and scripts without spaces; questions longer than what entries say.

use std::sync::Arc;

use catalogue::{EntryIndex, read};
use search::query::{Query, Scope};
use search::{Field, Index, MatchKind};
use serde_json::{Value, json};

/// The index of some commons, given by name and summary; an id is its rank.
fn index(entries: &[(&str, &str)]) -> Index {
    let entry = |(rank, (name, summary)): (usize, &(&str, &str))| json!({"id": format!("e{rank}"), "kind": "commun", "name": name, "summary": summary});
    let entries: Vec<Value> = entries.iter().enumerate().map(entry).collect();
    let data = json!({"format": 1, "entries": entries});
    Index::new(Arc::new(read(&data.to_string()).expect("the data is JSON").catalogue))
}

/// The names found by a text, in order.
fn found<'a>(index: &'a Index, text: &str) -> Vec<&'a str> {
    let hits = index.search(&Query::of(Scope::All).with_text(text)).hits;
    hits.iter().map(|hit| index.catalogue().entry(hit.entry).name.as_str()).collect()
}

const SHORT: &[(&str, &str)] = &[
    ("R", "Langage pour les statistiques."),
    ("C", "Langage."),
    ("C++", "Langage."),
    ("C#", "Langage."),
    (".NET", "Cadre de développement."),
    ("LemonLDAP::NG", "Authentification."),
    ("Notepad++", "Éditeur de textes écrit en C++."),
    ("7zip", "Compression, de l’archive à la clé (a, b, c)."),
    ("diaspora*", "Réseau social."),
    ("I, Librarian", "Bibliographie."),
    ("What To Cook?", "Recettes."),
    ("Tous ensemble", "Entraide."),
    ("X-Road", "Échanges de données."),
    ("Cartes", "Cartographie collaborative, comme un réseau de cartes."),
    ("Géo-SIG (QGIS®)", "Système d’information géographique."),
    ("EvalPro+", "Évaluation, niveau Bac+5."),
];

#[test]
fn names_with_signs_find_themselves_first() {
    let index = index(SHORT);
    for (name, _) in SHORT {
        for typed in [name.to_string(), name.to_lowercase(), format!(" {name} ")] {
            assert_eq!(found(&index, &typed).first(), Some(name), "{typed}");
        }
    }
    for (typed, expected) in [
        ("c++", &["C++", "Notepad++"][..]),
        ("C#", &["C#"]),
        ("notepad", &["Notepad++"]),
        ("notepad+", &["Notepad++"]),
        ("net", &[".NET"]),
        ("evalpro", &["EvalPro+"]),
        ("7-zip", &["7zip"]),
        ("lemonldap", &["LemonLDAP::NG"]),
        ("lemonldapng", &["LemonLDAP::NG"]),
        ("bac 5", &["EvalPro+"]),
        ("d++", &[]),
    ] {
        assert_eq!(found(&index, typed), expected, "{typed}");
    }
    let reading = index.search(&Query::default().with_text("c++")).reading;
    let text = "C++ et C, ou Visual C++.";
    let marked: Vec<&str> = index.highlight(text, &reading).into_iter().map(|range| &text[range]).collect();
    assert_eq!(marked, ["C++", "C++"]);
}

#[test]
fn words_are_found_inside_names_that_no_space_parts() {
    let index = index(&[
        ("منصة البيانات المفتوحة، النسخة", "مكتبة رقمية مفتوحة المصدر: Koha 23.11 (GPL-3.0)!"),
        ("開放資料平臺", "繁體中文 et français mêlés."),
        ("ਪੰਜਾਬੀ ਸ਼ਬਦਕੋਸ਼", "Dictionnaire."),
        ("オープンデータ", "日本のカタログ"),
        ("ชุดข้อมูลเปิด", "ประเทศไทย"),
        ("Відкриті Дані", "Портал України"),
        ("料理", "Recettes."),
    ]);
    for (typed, first) in [
        ("資料", "開放資料平臺"),
        ("平臺", "開放資料平臺"),
        ("開放資料平臺", "開放資料平臺"),
        ("中文", "開放資料平臺"),
        ("français", "開放資料平臺"),
        ("データ", "オープンデータ"),
        ("ข้อมูล", "ชุดข้อมูลเปิด"),
        ("المفتوحة", "منصة البيانات المفتوحة، النسخة"),
        ("المُفْتُوحَة", "منصة البيانات المفتوحة، النسخة"),
        ("koha", "منصة البيانات المفتوحة، النسخة"),
        ("ਸ਼ਬਦਕੋਸ਼", "ਪੰਜਾਬੀ ਸ਼ਬਦਕੋਸ਼"),
        ("ਪੰਜਾ", "ਪੰਜਾਬੀ ਸ਼ਬਦਕੋਸ਼"),
        ("ВІДКРИТІ дані", "Відкриті Дані"),
    ] {
        assert_eq!(found(&index, typed).first(), Some(&first), "{typed}");
    }
    assert_eq!(found(&index, "البيانات"), ["منصة البيانات المفتوحة، النسخة"], "a comma is no part of a word");
    let reading = index.search(&Query::default().with_text("資料")).reading;
    let marked: Vec<&str> = index.highlight("開放資料", &reading).into_iter().map(|range| &"開放資料"[range]).collect();
    assert_eq!(marked.concat(), "資料");
}

/// Services as a public catalogue has them.
const SERVICES: &[(&str, &str)] = &[
    ("Planter pour demain", "Planter des arbres autour d’une école, d’une place ou d’une rue, avec un fonds."),
    ("Marteloscope", "Simplifier la plantation d’arbres par les scolaires."),
    ("Nos gestes climat", "Calculer son empreinte carbone."),
    ("Plus fraîche ma ville", "Rafraîchir les rues des communes."),
    ("Réunions", "Visioconférence libre, un logiciel de l’État."),
    ("Carnet", "Outil libre pour écrire à plusieurs."),
    ("Retouche", "Logiciel libre de dessin, alternative à Photoshop."),
    ("Cartes ouvertes", "Logiciel libre de cartographie."),
    ("API Pro Santé Connect", "Authentifier les professionnels de santé."),
    ("ProConnect", "S’identifier."),
    ("Coffre", "L’archivage électronique."),
];

#[test]
fn names_are_found_when_typed_joined_or_apart() {
    let index = index(SERVICES);
    for (typed, first) in [
        ("nosgestesclimat", "Nos gestes climat"),
        ("plusfraichemaville", "Plus fraîche ma ville"),
        ("planterpourdemain", "Planter pour demain"),
        ("gestesclimat", "Nos gestes climat"),
        ("pro connect", "ProConnect"),
        ("archiver", "Coffre"),
    ] {
        assert_eq!(found(&index, typed).first(), Some(&first), "{typed}");
    }
}

#[test]
fn a_missing_word_does_not_take_out_those_that_have_the_others() {
    let index = index(SERVICES);
    let hits = found(&index, "planter des arbres école");
    assert_eq!(hits[..2], ["Planter pour demain", "Marteloscope"]);
}

#[test]
fn what_only_asks_brings_nothing_in() {
    let index = index(SERVICES);
    for (typed, expected) in [
        ("alternative à photoshop", &["Retouche"][..]),
        ("équivalent libre de photoshop", &["Retouche"]),
        ("logiciel libre de cartographie", &["Cartes ouvertes"]),
        ("équivalent libre de teams", &[]),
        ("outil libre", &["Carnet"]),
    ] {
        let hits = found(&index, typed);
        assert_eq!(hits[..expected.len().max(hits.len().min(1))], *expected, "{typed}: {hits:?}");
    }
    assert!(found(&index, "logiciel libre").len() >= 3, "alone, they are what is looked for");
    let reading = index.search(&Query::default().with_text("équivalent libre de teams")).reading;
    assert_eq!(index.unknown_words(&reading), [("teams".to_owned(), None)], "nobody misses what only asks");
}

#[test]
fn the_words_that_a_name_holds_in_one_are_found() {
    let index = index(&[
        ("VigiEau", "Restrictions en période de sécheresse."),
        ("MétéEAU Nappes", "Évolution des nappes phréatiques."),
        ("Eau", "Tout sur ce qui coule."),
        ("Bureau", "Où l’on travaille."),
        ("OpenShareMap (OSM)", "Cartes partagées."),
    ]);
    assert_eq!(found(&index, "eau"), ["Eau", "VigiEau", "MétéEAU Nappes"]);
    assert_eq!(found(&index, "share"), ["OpenShareMap (OSM)"]);
    assert_eq!(found(&index, "vigieau"), ["VigiEau"], "a name is itself first, and alone");
    let query = Query::of(Scope::All).with_text("eau");
    let results = index.search(&query);
    let reasons = index.explain(EntryIndex(0), &results.reading).reasons;
    assert_eq!((reasons[0].found.as_str(), reasons[0].kind), ("VigiEau", MatchKind::Joined));
    assert_eq!(reasons[0].fields.iter().collect::<Vec<_>>(), [Field::Inner]);
    assert_eq!(index.highlight("VigiEau, bureau", &results.reading), std::iter::once(4..7).collect::<Vec<_>>());
}

#[test]
fn a_verb_finds_the_noun_whose_stem_is_another_and_the_reverse() {
    let index = index(&[
        ("Sobre", "Réduction des consommations du tertiaire."),
        ("Ciel", "Prévisions de la semaine."),
        ("Appui", "Soutenir les associations."),
    ]);
    for (text, name) in [("réduire", "Sobre"), ("prévoir", "Ciel"), ("soutien", "Appui")] {
        assert_eq!(found(&index, text), [name], "{text}");
    }
}
