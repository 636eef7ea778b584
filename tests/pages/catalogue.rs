//! The catalogue page at several addresses.

use catalogue::Kind;

use crate::support::{Ask, NAMES, RESULTS, catalogue, page};

/// How many results a page has.
const PAGE: usize = 60;

fn names(path: &str) -> Vec<String> {
    page(path).texts(NAMES)
}

#[test]
fn shows_the_commons_first() {
    let count = |kind| catalogue().of_kind(kind).count();
    let page = page("/catalogue/");
    assert_eq!(page.texts(NAMES).len(), count(Kind::COMMONS).min(PAGE));
    assert_eq!(page.one("#count").said(), format!("{0}\u{a0}communs sur\u{a0}{0}", count(Kind::COMMONS)));
    let tabs = [
        format!("Communs {}", count(Kind::COMMONS)),
        format!("Programmes {}", count(Kind::PROGRAMME)),
        format!("Organisations {}", count(Kind::ORGANISATION)),
        format!("Ressources {}", count(Kind::RESOURCE)),
        format!("Événements {}", count(Kind::EVENT)),
        format!("Contributions {}", count(Kind::CONTRIBUTION)),
        format!("Définitions {}", count(Kind::DEFINITION)),
        format!("Tout {}", catalogue().entries().len()),
    ];
    assert_eq!(page.texts("nav[aria-label='Genres de fiches'] a"), tabs);
}

#[test]
fn licences_are_apart_where_their_names_have_commas() {
    let said = "CC BY-SA, version non précisée\u{202f}; GFDL, version non précisée";
    let told = page("/catalogue/?q=vikidia").texts(".result__meta > span");
    assert!(told.iter().any(|one| one == said), "{told:?}");
}

#[test]
fn an_address_is_a_whole_state() {
    let page = page("/catalogue/?q=mobilit%C3%A9&theme=mobilite&vue=tableau&tri=nom");
    assert_eq!(page.attributes("input[name=q]", "value"), ["mobilité"]);
    assert!(page.texts("main button").iter().any(|button| button.starts_with("Thème\u{a0}: Mobilité")));
    assert!(!page.has(NAMES), "a table is no list");
    let rows = page.texts("table th[scope=row]");
    let mut sorted = rows.clone();
    // A leading article does not count.
    sorted.sort_by_key(|name| name.trim_start_matches("La ").to_lowercase());
    assert_eq!(rows, sorted);
}

#[test]
fn says_why_and_marks_words() {
    let found = page("/catalogue/?q=vacants");
    assert!(found.texts(NAMES).contains(&"Pas de vacances pour la vacance".to_owned()));
    let cited = page("/catalogue/?q=ademe");
    assert!(cited.main().contains("Trouvé dans"), "the word is not in what is shown of some");
    assert!(page("/catalogue/?q=carte").texts("mark").contains(&"carte".to_owned()));
}

#[test]
fn each_criterion_that_left_nothing_says_what_giving_it_up_would_give() {
    let count = |query: &str| {
        let said = page(&format!("/catalogue/?{query}")).one("#count").said();
        said.split_once(" sur").expect("results are counted among all").0.to_owned()
    };
    let nothing = "q=mobilite&administration=oui&besoin=juridique";
    assert_eq!(count(nothing), "Aucun commun");
    let without =
        ["q=mobilite&administration=oui", "q=mobilite&besoin=juridique", "administration=oui&besoin=juridique"];
    let some = without.map(count).into_iter().filter(|count| count != "Aucun commun");
    let mut expected: Vec<String> = some.map(|count| format!("Voir {count}")).collect();
    let mut promised = page(&format!("/catalogue/?{nothing}")).one(RESULTS).texts("li button");
    promised.sort();
    expected.sort();
    assert_eq!(promised, expected);
}

#[test]
fn words_that_are_nowhere_are_told() {
    let misspelt = page("/catalogue/?q=acessibilite");
    assert!(misspelt.main().contains("Aucune fiche ne contient «\u{a0}acessibilite\u{a0}»."));
    let spelling = misspelt.one(&format!("{RESULTS} a[href='/catalogue/?q=Accessibilit%C3%A9']"));
    assert_eq!(spelling.said(), "«\u{a0}Accessibilité\u{a0}»");
    misspelt.all(NAMES);
    let unknown = page("/catalogue/?q=openstreetmap+zzzz");
    assert!(unknown.main().contains("«\u{a0}zzzz\u{a0}»"));
    assert!(unknown.texts(NAMES).contains(&"OpenStreetMap".to_owned()));
}

#[test]
fn an_entry_says_how_it_answers_other_words() {
    let said = page("/catalogue/?q=automobile&type=tout").main();
    assert!(said.contains("Répond à «\u{a0}automobile\u{a0}» par «\u{a0}"), "a synonym is told");
}

#[test]
fn bad_addresses_are_told_and_work() {
    let page = page("/catalogue/?tri=hasard&theme=nimporte&q=rue");
    for told in ["n’est pas une valeur de «\u{a0}tri\u{a0}»", "Ce catalogue n’a pas cette valeur de filtre"] {
        assert!(page.main().contains(told), "{told}");
    }
    page.all(NAMES);
}

#[test]
fn long_lists_have_pages() {
    let total = catalogue().entries().len();
    let last = total.div_ceil(PAGE);
    assert!(last > 1, "the content has more than a page");
    let first = page("/catalogue/?type=tout");
    assert_eq!(first.texts(NAMES).len(), PAGE);
    let around = first.one(RESULTS).one("nav");
    assert_eq!(around.one("span").said(), format!("Page 1 sur {last}"));
    assert_eq!(around.attributes("a", "href"), ["/catalogue/?type=tout&page=2"]);
    assert_eq!(names(&format!("/catalogue/?type=tout&page={last}")).len(), total - (last - 1) * PAGE);
    assert!(page("/catalogue/?type=tout&page=99").main().contains(&format!("Page {last} sur {last}")));
}
