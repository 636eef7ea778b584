//! Searches that people of the field make, with what they must find.

use search::facet::Facet;
use search::query::{Query, Scope};
use search::replace_word;

use super::{INDEX, agree, found, ids, search};
use crate::search::oracle::Ask;
use crate::support::REAL;

/// Fails unless the first hits of a text alone are these, and their number that.
fn check(text: &str, count: usize, first: &[&str]) {
    let hits = found(text);
    assert_eq!((hits.len(), &hits[..first.len().min(hits.len())]), (count, first), "{text}");
}

#[test]
fn finds_what_is_typed_in_any_way() {
    check("logements vacants", 10, &["plan-national-logements-vacants", "pas-de-vacances"]);
    check("l'energie", 13, &["energie-de-nantes", "energies-en-fete"]);
    check("OEUVRE", 3, &[]);
    check("rnb", 3, &["rnb"]);
    check("BAN", 8, &["base-adresse-nationale"]);
    check("mobilité", 31, &[]);
    check("voitures partagées", 4, &["colocauto", "locomotion"]);
    check("Coloc'Auto", 9, &["colocauto"]);
    check("transport.data.gouv.fr", 11, &["transport-data-gouv-fr"]);
    check("accessib", 1, &["acceslibre"]);
    check("openstreetmap.fr", 3, &["openstreetmap-france", "openstreetmap"]);
    check("zzz", 0, &[]);
    check("mobilité zzz", 31, &[]);
    check(" … ", 251, &["openstreetmap"]);
    check("", 251, &["openstreetmap"]);
}

#[test]
fn spelling_does_not_change_what_is_found() {
    for same in [
        &["énergie", "ENERGIE", "energies", "l’énergie", "l'énergie", "d’Énergie", "e\u{301}nergie"][..],
        &["œuvre", "oeuvre", "ŒUVRES", "d’œuvre"],
        &["logements vacants", "logement vacant", "Logements  VACANTS", "logements-vacants"],
        &["coloc’auto", "COLOC'AUTO", "coloc auto"],
        &["numérique en commun", "numerique-en-communs"],
    ] {
        let mut expected = found(same[0]);
        expected.sort_unstable();
        assert!(!expected.is_empty(), "{}", same[0]);
        for text in same {
            let mut hits = found(text);
            hits.sort_unstable();
            assert_eq!(hits, expected, "{text}, like {}", same[0]);
        }
    }
}

#[test]
fn the_last_word_may_be_unfinished() {
    let (started, whole) = (found("logements vacan"), found("logements vacants"));
    assert_eq!(started[0], whole[0]);
}

#[test]
fn a_missing_word_lowers_the_score_instead_of_emptying_the_list() {
    assert_eq!(found("openstreetmap zzzzzz")[0], "openstreetmap");
    assert_eq!(
        found("comment corriger une adresse erronée dans la base adresse nationale ?")[0],
        "base-adresse-nationale"
    );
}

/// Fails unless a text finds some entries, and no more than these.
fn check_at_most(text: &str, most: usize) {
    let hits = found(text);
    assert!((1..=most).contains(&hits.len()), "{text}: {} hits, {:?}", hits.len(), &hits[..hits.len().min(8)]);
}

#[test]
fn what_only_looks_alike_is_not_found() {
    check_at_most("mairie", 40);
    check_at_most("communication", 10);
    check_at_most("publication", 10);
    check_at_most("étude de marché", 16);
    check_at_most("habitante", 10);
    check_at_most("service public", 60);
    for text in ["RGPD", "Lyon", "vélo", "mooc", "dlab"] {
        assert!(found(text).len() <= 4, "{text}: {:?}", found(text));
    }
    assert_eq!(replace_word("vaccant vaccants", "vaccant", "vacant"), "vacant vaccants");
}

#[test]
fn long_texts_are_answered() {
    let long = "logement vacant à Nantes ".repeat(2_000);
    assert!(!found(&long).is_empty());
    assert!(found(&"a".repeat(100_000)).is_empty());
    let query = Query::default().with_text(&format!("{long} zzzz")).with_scope(Scope::All).with(Facet::Theme, "cyber");
    assert!(INDEX.rescues(&query).len() <= 12);
}

#[test]
fn values_widen_a_facet_and_facets_narrow_the_results() {
    assert_eq!(search("theme=energie").hits.len(), 5);
    assert_eq!(search("theme=energie,mobilite").hits.len(), 13);
    assert_eq!(ids(&search("theme=energie,mobilite&besoin=financement&administration=inconnu")), [] as [&str; 0]);
    assert_eq!(ids(&search("theme=mobilite&besoin=financement")), ["colocauto"]);
    assert_eq!(search("administration=oui").hits.len(), 11);
    assert_eq!(search("licence=inconnu").hits.len(), 40);
    assert_eq!(ids(&search("porteur=ademe")), ["datagir", "rnb", "entrepot-donnees-ademe"]);
    let results = search("theme=inconnu,voitures&q=rnb");
    assert_eq!(
        (results.hits.len(), results.unknown_values.len()),
        (1, 2),
        "values that mean nothing are told and filter nothing"
    );
}

#[test]
fn counts_say_what_a_click_would_give() {
    let facet = |url: &str, rank: usize| -> Vec<(String, usize)> {
        let results = search(url);
        let row = results.facets[rank].facet.definition();
        let values = results.facets[rank].values.iter();
        values.map(|value| (row.word(&REAL.catalogue, value.code).into_owned(), value.count)).collect()
    };
    let themes = facet("theme=energie", 1);
    assert_eq!(themes, facet("", 1), "a facet does not narrow its own counts");
    assert!(themes.contains(&("energie".to_owned(), 5)));
    let narrowed = facet("administration=oui", 1);
    assert!(narrowed.contains(&("energie".to_owned(), 0)), "a value without result stays");
    assert_eq!(narrowed.len(), themes.len());
    let [oui, non, inconnu] = facet("", 2).try_into().expect("« not known » is a value");
    assert_eq!((oui, non.1 + inconnu.1), (("oui".to_owned(), 11), 39));
}

#[test]
fn agrees_with_the_scan_on_examples() {
    for (text, scope, filters) in [
        ("logements vacants", "tout", &[][..]),
        ("l'energie", "commun", &[("theme", "energie")]),
        ("donnees", "tout", &[("theme", "mobilite"), ("theme", "climat"), ("licence", "inconnu")]),
        ("", "programme", &[("soutien", "financier"), ("soutien", "n-existe-pas")]),
        ("ademe", "organisation", &[("porteur", "ademe"), ("porteur", "inconnu")]),
        ("a", "tout", &[("ressource", "abouti"), ("communaute", "inconnu"), ("gouvernance", "inconnu")]),
        ("", "commun", &[("nature", "inconnu"), ("nature", "logiciel"), ("echelle", "inconnu")]),
    ] {
        let filters = filters.iter().map(|(facet, value)| (*facet, (*value).to_owned())).collect();
        agree(&Ask { text: text.to_owned(), scope: scope.to_owned(), filters });
    }
}
