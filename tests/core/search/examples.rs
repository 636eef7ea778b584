//! Searches that people of the field make, with what they must find.

use std::collections::BTreeMap;

use search::facet::Facet;
use search::query::{Query, Scope};
use search::replace_word;

use super::{INDEX, agree, found, ids, search};
use crate::search::oracle::Ask;
use crate::support::REAL;

/// Fails unless the first hits of a text alone are these.
fn check(text: &str, first: &[&str]) {
    let hits = found(text);
    assert_eq!(&hits[..first.len().min(hits.len())], first, "{text}");
}

#[test]
fn finds_what_is_typed_in_any_way() {
    check("logements vacants", &["plan-national-logements-vacants", "pas-de-vacances"]);
    check("l'energie", &["association-energie-de-nantes", "energie-de-nantes", "energies-en-fete"]);
    check("rnb", &["rnb"]);
    check("BAN", &["base-adresse-nationale"]);
    check("voitures partagées", &["colocauto", "locomotion"]);
    check("Coloc'Auto", &["colocauto"]);
    check("transport.data.gouv.fr", &["transport-data-gouv-fr"]);
    check("accessib", &["acceslibre"]);
    check("openstreetmap.fr", &["openstreetmap-france", "openstreetmap"]);
    assert_eq!(found("zzz"), [] as [&str; 0]);
    assert_eq!(found("mobilité zzz").len(), found("mobilité").len(), "a word that is nowhere takes nothing away");
    for nothing in ["", " … "] {
        assert_eq!(found(nothing).len(), REAL.catalogue.entries().len(), "{nothing:?}");
    }
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

/// Fails unless a text finds some entries, and no more than this share of the content.
fn check_at_most(text: &str, percent: usize) {
    let (hits, most) = (found(text), REAL.catalogue.entries().len() * percent / 100);
    assert!((1..=most).contains(&hits.len()), "{text}: {} hits, {:?}", hits.len(), &hits[..hits.len().min(8)]);
}

#[test]
fn what_only_looks_alike_is_not_found() {
    for (text, percent) in [
        ("service public", 41),
        ("mairie", 21),
        ("étude de marché", 9),
        ("communication", 6),
        ("publication", 7),
        ("habitante", 8),
        ("dlab", 4),
    ] {
        check_at_most(text, percent);
    }
    for text in ["RGPD", "Lyon", "vélo", "mooc"] {
        assert!(found(text).len() <= 6, "{text}: {:?}", found(text));
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
fn values_that_mean_nothing_are_told_and_filter_nothing() {
    let results = search("theme=inconnu,voitures&q=rnb");
    assert_eq!(ids(&results), ids(&search("q=rnb")));
    assert_eq!(results.unknown_values.len(), 2);
}

#[test]
fn counts_say_what_a_click_would_give() {
    let themes = |url: &str| -> BTreeMap<String, usize> {
        let results = search(url);
        let row = results.facets[Facet::Theme as usize].facet.row(&REAL.catalogue);
        let values = results.facets[Facet::Theme as usize].values.iter();
        values.map(|value| (row.word(&REAL.catalogue, value.code).into_owned(), value.count)).collect()
    };
    let all = themes("");
    assert_eq!(themes("theme=energie"), all, "a facet does not narrow its own counts");
    let narrowed = themes("administration=oui");
    assert!(narrowed.keys().eq(all.keys()), "a value without result stays");
    assert!(narrowed.values().any(|count| *count == 0), "there is one");
    for (theme, count) in narrowed {
        assert_eq!(search(&format!("administration=oui&theme={theme}")).hits.len(), count, "{theme}");
    }
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
        ("", "commun", &[("theme", "energie"), ("theme", "mobilite"), ("administration", "oui")]),
        ("", "commun", &[("theme", "mobilite"), ("besoin", "financement"), ("porteur", "ademe")]),
    ] {
        let filters = filters.iter().map(|(facet, value)| (*facet, (*value).to_owned())).collect();
        agree(&Ask { text: text.to_owned(), scope: scope.to_owned(), filters });
    }
}
