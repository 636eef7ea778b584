//! The catalogue page.

use super::{agree, number, quoted, uncapitalised};
use search::{Criterion, Field};

/// Title.
pub const TITLE: &str = "Catalogue";
/// Label of the search.
pub const SEARCH: &str = "Rechercher dans le catalogue";
/// Hint under the search.
pub const SEARCH_HELP: &str = "Touche / pour chercher, Échap pour effacer.";
/// Name of the row of kinds.
pub const KINDS: &str = "Genres de fiches";
/// Heading of the facets.
pub const FILTERS: &str = "Filtres";
/// Closes the facets.
pub const CLOSE: &str = "Fermer";
/// Gives everything up.
pub const CLEAR: &str = "Tout effacer";
/// Said on a chip.
pub const REMOVE: &str = "Retirer ce filtre";
/// Said after the number of chosen values.
#[must_use]
pub const fn active(n: usize) -> &'static str {
    agree(n, "filtre actif", "filtres actifs")
}
/// Resets one facet.
pub const RESET_FACET: &str = "Effacer ce filtre";
/// Said after a count.
#[must_use]
pub const fn results(n: usize) -> &'static str {
    agree(n, "résultat", "résultats")
}
/// Legend of the presentations.
pub const VIEW: &str = "Présentation";
/// Label of the order.
pub const SORT: &str = "Trier par";
/// Copies the address.
pub const SHARE: &str = "Partager";
/// Said once it is copied.
pub const SHARED: &str = "Adresse copiée";
/// Said when it cannot be.
pub const NOT_SHARED: &str = "Copiez l’adresse de la page";
/// Previous page of results.
pub const PREVIOUS: &str = "Page précédente";
/// Next page of results.
pub const NEXT: &str = "Page suivante";
/// Name of the pages of results.
pub const PAGES: &str = "Pages de résultats";
/// Fewer values.
pub const SHOW_LESS: &str = "Afficher moins";
/// No value in a facet.
pub const NO_VALUE: &str = "Aucune valeur possible avec ces critères.";
/// Search inside a facet.
#[must_use]
pub fn search_in(facet: &str) -> String {
    format!("Chercher dans {}", quoted(facet))
}
/// More values.
#[must_use]
pub fn show_more(n: usize) -> String {
    format!("Afficher {} de plus", number(n))
}
/// « sur 50 ».
#[must_use]
pub fn out_of(total: usize) -> String {
    format!("sur\u{a0}{}", number(total))
}
/// « Voir 8 communs ».
#[must_use]
pub fn see(count: &str) -> String {
    format!("Voir {}", uncapitalised(count))
}
/// « aucun commun », where the choice of it is missing.
#[must_use]
pub fn nothing_to_see(count: &str) -> String {
    uncapitalised(count)
}
/// « Page 2 sur 5 ».
#[must_use]
pub fn page_of(page: u32, pages: usize) -> String {
    format!("Page {} sur {}", number(page as usize), number(pages))
}
/// Before what is missing.
pub const MISSING: &str = "Il manque un commun dans cette liste\u{202f}?";
/// Link to propose it.
pub const PROPOSE_IT: &str = "Proposez-le";
/// An entry that has needs.
#[must_use]
pub fn looks_for_help(needs: usize) -> String {
    format!("Cherche de l’aide\u{a0}: {}", super::count(needs, "", "besoin", "besoins"))
}
/// An entry without a known bearer.
pub const NO_BEARER: &str = "Porteur non renseigné";
/// An entry without a known nature.
pub const NO_NATURE: &str = "Nature non renseignée";
/// Filters the catalogue does not have.
#[must_use]
pub fn unknown_values(values: &[String]) -> String {
    format!("Ce catalogue n’a pas ces valeurs de filtre, qui sont ignorées\u{a0}: {}.", values.join(", "))
}

/// Columns of the table.
pub const COLUMNS: [&str; 6] = ["Nom", "Type", "Porteur", "Licence", "Maturité", "Besoins"];
/// Column of the buttons that keep entries.
pub const SELECTION: &str = "Sélection";
/// Note under the table.
pub const TABLE_NOTE: &str = "—\u{a0}: non renseigné. R\u{a0}ressource, C\u{a0}communauté, G\u{a0}gouvernance.";
/// Name of the table.
pub const TABLE: &str = "Tableau des résultats";

/// Where an entry was found, when it is not in what is shown.
#[must_use]
pub fn found_in(fields: &[Field]) -> String {
    let names: Vec<&str> = fields.iter().map(|field| field_name(*field)).collect();
    format!("Trouvé dans {}.", enumeration(&names, "et"))
}

const fn field_name(field: Field) -> &'static str {
    match field {
        Field::Name => "le nom",
        Field::Alias => "un autre nom",
        Field::Summary => "le résumé ou le besoin",
        Field::Theme => "le thème ou le type",
        Field::Bearer => "le porteur ou un partenaire",
        Field::Need => "les besoins ou les freins",
        Field::Body => "le texte de la fiche",
    }
}

/// « a, b et c ».
#[must_use]
pub fn enumeration(items: &[&str], and: &str) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// Heading of no result.
#[must_use]
pub fn nothing(criteria: usize) -> &'static str {
    match criteria {
        0 | 1 => "Aucune fiche ne répond à cette demande",
        2 => "Ces deux critères ne se rencontrent sur aucune fiche",
        _ => "Ces critères ne se rencontrent sur aucune fiche",
    }
}
/// What to do then.
pub const DROP_ONE: &str = "Retirez celui qui compte le moins pour vous.";
/// « Sans ».
pub const WITHOUT: &str = "Sans";
/// What is given up.
#[must_use]
pub fn criterion(criterion: &Criterion, values: &[String]) -> String {
    match criterion {
        Criterion::Word(text) | Criterion::Text(text) => quoted(text),
        Criterion::Facet(facet, _) => {
            format!("{}\u{a0}: {}", super::facets::name(*facet), values.join(", "))
        }
    }
}
/// Giving it up gives nothing either.
pub const STILL_NOTHING: &str = "Toujours aucun résultat.";
/// While the words of the catalogue are not searched yet.
pub const GETTING_READY: &str = "La recherche se prépare\u{a0}: en attendant, voici toutes les fiches.";
/// Before the word that results were found for.
pub const RESULTS_FOR: &str = "Résultats pour";
/// A word that is nowhere.
#[must_use]
pub fn in_no_entry(word: &str) -> String {
    format!("Aucune fiche ne contient {}.", quoted(word))
}
/// What an entry has in place of a word.
#[must_use]
pub fn answers_by(word: &str, found: &str) -> String {
    format!("Répond à {} par {}.", quoted(word), quoted(found))
}
/// The words that an entry does not have.
#[must_use]
pub fn without_words(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    format!("Sans {}.", enumeration(&words.iter().map(String::as_str).collect::<Vec<_>>(), "ni"))
}
/// Results in other tabs.
pub const ELSEWHERE: &str = "Ailleurs dans le catalogue\u{a0}:";
/// When nothing else helps.
pub const SHOULD_BE_HERE: &str = "Une fiche devrait figurer ici\u{202f}?";
/// Opens everything.
pub const BROWSE_ALL: &str = "Parcourir tout le catalogue";
