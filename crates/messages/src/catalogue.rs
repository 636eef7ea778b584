//! The catalogue page.

use crate::{Language, Message, Noun, enumeration, number, quoted, uncapitalised};

pub const TITLE: Message = Message(["Catalogue"]);
pub const SEARCH: Message = Message(["Rechercher dans le catalogue"]);
pub const SEARCH_HELP: Message = Message(["Touche / pour chercher, Échap pour effacer."]);
pub const KINDS: Message = Message(["Genres de fiches"]);
pub const FILTERS: Message = Message(["Filtres"]);
pub const CLOSE: Message = Message(["Fermer"]);
pub const CLEAR: Message = Message(["Tout effacer"]);
pub const REMOVE: Message = Message(["Retirer ce filtre"]);
pub const ACTIVE: Noun = Noun([["", "filtre actif", "filtres actifs"]]);
pub const RESET_FACET: Message = Message(["Effacer ce filtre"]);
pub const RESULTS: Noun = Noun([["", "résultat", "résultats"]]);
pub const MATURITY: Message = Message(["Maturité"]);
pub const AXIS: Message = Message(["Axe de maturité"]);
pub const VIEW: Message = Message(["Présentation"]);
pub const SORT: Message = Message(["Trier par"]);
pub const SHARE: Message = Message(["Partager"]);
pub const SHARED: Message = Message(["Adresse copiée"]);
pub const NOT_SHARED: Message = Message(["Copiez l’adresse de la page"]);
pub const PREVIOUS: Message = Message(["Page précédente"]);
pub const NEXT: Message = Message(["Page suivante"]);
pub const PAGES: Message = Message(["Pages de résultats"]);
pub const SHOW_LESS: Message = Message(["Afficher moins"]);
pub const VALUES: Noun = Noun([["Aucune valeur ne convient.", "valeur", "valeurs"]]);

pub fn search_in(language: Language, facet: &str) -> String {
    match language {
        Language::French => format!("Chercher dans {}", quoted(language, facet)),
    }
}

pub fn show_more(language: Language, n: usize) -> String {
    match language {
        Language::French => format!("Afficher {} de plus", number(language, n)),
    }
}

pub fn out_of(language: Language, total: usize) -> String {
    match language {
        Language::French => format!("sur\u{a0}{}", number(language, total)),
    }
}

pub fn see(language: Language, found: &str) -> String {
    match language {
        Language::French => format!("Voir {}", uncapitalised(found)),
    }
}

pub fn page_of(language: Language, page: u32, pages: usize) -> String {
    match language {
        Language::French => format!("Page {} sur {}", number(language, page as usize), number(language, pages)),
    }
}

pub const MISSING: Message = Message(["Il manque un commun dans cette liste\u{202f}?"]);
pub const PROPOSE_IT: Message = Message(["Proposez-le"]);
pub const MISSING_ENTRY: Message = Message(["Il manque une fiche dans cette liste\u{202f}?"]);
pub const PROPOSE_ENTRY: Message = Message(["Proposez-la"]);
const NEEDS: Noun = Noun([["", "besoin", "besoins"]]);

pub fn looks_for_help(language: Language, needs: usize) -> String {
    match language {
        Language::French => format!("Cherche de l’aide\u{a0}: {}", NEEDS.count(language, needs)),
    }
}

pub const NO_BEARER: Message = Message(["Porteur non renseigné"]);
pub const NO_NATURE: Message = Message(["Type non renseigné"]);

pub fn unknown_values(language: Language, values: &[String]) -> String {
    match language {
        Language::French => {
            let ignored =
                Noun([["", "cette valeur de filtre, qui est ignorée", "ces valeurs de filtre, qui sont ignorées"]]);
            let ignored = ignored.agree(language, values.len());
            format!("Ce catalogue n’a pas {ignored}\u{a0}: {}.", values.join(", "))
        }
    }
}

pub const NAME: Message = Message(["Nom"]);
pub const NATURE: Message = Message(["Type"]);
pub const BEARER: Message = Message(["Porteur"]);
pub const LICENCE: Message = Message(["Licence"]);
pub const NEED_COUNT: Message = Message(["Besoins"]);
pub const SELECTION: Message = Message(["Sélection"]);
pub const TABLE_NOTE: Message = Message(["—\u{a0}: non renseigné."]);
pub const TABLE_AXES: Message = Message([" R\u{a0}ressource, C\u{a0}communauté, G\u{a0}gouvernance."]);
pub const TABLE: Message = Message(["Tableau des résultats"]);

pub fn nothing(language: Language, criteria: usize) -> &'static str {
    match language {
        Language::French => match criteria {
            0 | 1 => "Aucune fiche ne répond à cette demande",
            2 => "Ces deux critères ne se rencontrent sur aucune fiche",
            _ => "Ces critères ne se rencontrent sur aucune fiche",
        },
    }
}

pub const DROP_ONE: Message = Message(["Retirez celui qui compte le moins pour vous."]);
pub const WITHOUT: Message = Message(["Sans"]);
pub const STILL_NOTHING: Message = Message(["Toujours aucun résultat."]);
pub const GETTING_READY: Message = Message(["La recherche se prépare…"]);
pub const SEARCH_FAILED: Message =
    Message(["La recherche n’a pas pu être chargée\u{a0}: le texte ne compte pas. Changez-le pour réessayer."]);
pub const RESULTS_FOR: Message = Message(["Résultats pour"]);

pub fn in_no_entry(language: Language, word: &str) -> String {
    match language {
        Language::French => format!("Aucune fiche ne contient {}.", quoted(language, word)),
    }
}

pub fn answers_by(language: Language, word: &str, found: &str) -> String {
    match language {
        Language::French => format!("Répond à {} par {}.", quoted(language, word), quoted(language, found)),
    }
}

pub fn without_words(language: Language, words: &[String]) -> String {
    match language {
        Language::French => {
            let words: Vec<String> = words.iter().map(|word| quoted(language, word)).collect();
            format!("Sans {}.", enumeration(&words.iter().map(String::as_str).collect::<Vec<_>>(), "ni"))
        }
    }
}

pub const ELSEWHERE: Message = Message(["Ailleurs dans le catalogue\u{a0}:"]);
pub const BROWSE_ALL: Message = Message(["Parcourir tout le catalogue"]);
