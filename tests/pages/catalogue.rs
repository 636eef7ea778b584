//! The catalogue page at several addresses.

use crate::support::{main_of, page, texts};

fn names(html: &str) -> Vec<String> {
    texts(html, "class=\"resultat__tete\"", "</h3>")
}

#[test]
fn shows_the_commons_first() {
    let html = page("/catalogue/");
    assert_eq!(names(&html).len(), 50);
    let tabs = texts(&html, "class=\"onglets avec-app\"", "</nav>");
    assert_eq!(
        tabs,
        ["Communs 50Programmes 19Organisations 51Ressources 50Événements 18Contributions 25Définitions 38Tout 251"]
    );
    assert!(html.contains("50\u{a0}communs"));
}

#[test]
fn an_address_is_a_whole_state() {
    let html = page("/catalogue/?q=mobilit%C3%A9&theme=mobilite&vue=tableau&tri=nom");
    assert!(html.contains(r#"value="mobilité""#), "the field holds the text");
    assert!(html.contains("<table") && !html.contains("class=\"liste\""));
    assert!(texts(&html, "class=\"puce\"", "</button>")[0].starts_with("Thème\u{a0}: Mobilité"));
    let rows = texts(&html, "scope=\"row\"", "</th>");
    let mut sorted = rows.clone();
    // A leading article does not count.
    sorted.sort_by_key(|name| name.trim_start_matches("La ").to_lowercase());
    assert_eq!(rows, sorted);
}

#[test]
fn says_why_and_marks_words() {
    let html = page("/catalogue/?q=vacants");
    assert!(names(&html).contains(&"Pas de vacances pour la vacance".to_owned()));
    assert!(html.contains("Trouvé dans"), "the word is not in what is shown");
    assert!(page("/catalogue/?q=carte").contains("<mark>carte</mark>"));
}

#[test]
fn no_result_is_no_dead_end() {
    let html = page("/catalogue/?q=mobilite&administration=oui&besoin=juridique");
    assert!(html.contains("Aucun commun"), "the count is said");
    let lines = texts(&html, "class=\"retrait\"", "</ul>");
    assert!(lines[0].contains("Voir 2\u{a0}communs") && lines[0].contains("Voir 1\u{a0}commun"), "{lines:?}");
}

#[test]
fn words_that_are_nowhere_are_told() {
    let html = page("/catalogue/?q=acessibilite");
    assert!(html.contains("Aucune fiche ne contient «\u{a0}acessibilite\u{a0}»."));
    assert!(
        html.contains("<a href=\"/catalogue/?q=Accessibilit%C3%A9\">«\u{a0}Accessibilité\u{a0}»</a>"),
        "a spelling is offered"
    );
    assert!(!names(&html).is_empty(), "and its results are there");
    let html = page("/catalogue/?q=openstreetmap+zzzz");
    assert!(html.contains("«\u{a0}zzzz\u{a0}»") && names(&html).contains(&"OpenStreetMap".to_owned()));
}

#[test]
fn an_entry_says_how_it_answers_other_words() {
    let html = page("/catalogue/?q=automobile&type=tout");
    assert!(html.contains("Répond à «\u{a0}automobile\u{a0}» par «\u{a0}"), "a synonym is told");
}

#[test]
fn bad_addresses_are_told_and_work() {
    let html = page("/catalogue/?tri=hasard&theme=nimporte&q=rue");
    assert!(html.contains("n’est pas une valeur de «\u{a0}tri\u{a0}»"));
    assert!(html.contains("Ce catalogue n’a pas ces valeurs de filtre"));
    assert!(!names(&html).is_empty());
}

#[test]
fn long_lists_have_pages() {
    let html = page("/catalogue/?type=tout");
    assert_eq!(names(&html).len(), 60);
    assert!(main_of(&html).contains("Page 1 sur 5") && html.contains("type=tout&amp;page=2"));
    assert_eq!(names(&page("/catalogue/?type=tout&page=5")).len(), 251 - 4 * 60);
    assert!(page("/catalogue/?type=tout&page=99").contains("Page 5 sur 5"));
}
