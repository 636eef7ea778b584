//! The visitor's selection, and what compares entries.

use crate::{ENTRIES, Language, Message, Noun, quoted};

pub const KEEP: Message = Message(["Ajouter à ma sélection"]);
pub const KEPT: Message = Message(["Dans ma sélection"]);
pub const TOGGLE: Message = Message(["Garder dans ma sélection"]);
pub const NAV: Message = Message(["Ma sélection"]);
pub const KEPT_ENTRIES: Noun = Noun([["", "fiche gardée", "fiches gardées"]]);
pub const TITLE: Message = Message(["Sélection de fiches"]);
pub const LEAD: Message =
    Message(["Les fiches que vous gardez pour les relire, les comparer, les imprimer ou les transmettre."]);
pub const WHERE: Message = Message([
    "Elles restent sur cet appareil, si votre navigateur le permet, et nulle part ailleurs\u{202f}; l’adresse que donne «\u{a0}Copier l’adresse\u{a0}» suffit à les retrouver.",
]);
pub const EMPTY: Message = Message([
    "Aucune fiche gardée pour l’instant. Le bouton «\u{a0}Ajouter à ma sélection\u{a0}» est sur chaque fiche et sur chaque résultat du catalogue.",
]);
pub const WITHOUT_APP: Message =
    Message(["La sélection a besoin de JavaScript et de WebAssembly, que votre navigateur n’emploie pas ici."]);
pub const SHARED: Message =
    Message(["Cette sélection vient de son adresse\u{a0}: elle n’est pas gardée sur cet appareil."]);
pub const KEEP_THESE: Noun = Noun([["", "Ajouter cette fiche à ma sélection", "Ajouter ces fiches à ma sélection"]]);
pub const SEE_MINE: Message = Message(["Voir la mienne"]);
pub const REMOVE: Message = Message(["Retirer"]);
pub const REMOVE_ALL: Message = Message(["Tout retirer"]);
pub const COMPARE: Message = Message(["Comparer"]);
pub const COMPARE_HOW_MANY: Message = Message(["La comparaison prend de deux à quatre fiches."]);
pub const PRINT: Message = Message(["Imprimer"]);
pub const SHARE: Message = Message(["Copier l’adresse"]);
pub const CSV: Message = Message(["Tableau (CSV)"]);
pub const JSON: Message = Message(["Données (JSON)"]);
pub const FILE: Message = Message(["selection"]);
pub const RESULTS_FILE: Message = Message(["resultats"]);

pub fn unknown(language: Language, ids: &[String]) -> String {
    match language {
        Language::French => {
            let ids: Vec<String> = ids.iter().map(|id| quoted(language, id)).collect();
            let ignored = Noun([["", "cette fiche, qui est ignorée", "ces fiches, qui sont ignorées"]]);
            format!("Ce catalogue n’a pas {}\u{a0}: {}.", ignored.agree(language, ids.len()), ids.join(", "))
        }
    }
}

/// Why so many entries are not kept.
pub fn no_room(language: Language, most: usize, left_out: usize) -> String {
    match language {
        Language::French => format!(
            "Une sélection a {most} fiches au plus\u{a0}: il n’y a pas de place pour {}. Retirez-en d’abord.",
            ENTRIES.count(language, left_out)
        ),
    }
}

pub fn too_many(language: Language, n: usize, most: usize) -> String {
    match language {
        Language::French => {
            format!(
                "{} de plus dans l’adresse\u{a0}: seules les {most} premières sont montrées.",
                ENTRIES.count(language, n)
            )
        }
    }
}

pub const COMPARISON: Message = Message(["Comparer des fiches"]);
pub const COMPARISON_LEAD: Message = Message([
    "De deux à quatre fiches côte à côte, rubrique par rubrique. Ce qui diffère est signalé ligne par ligne.",
]);
pub const CHOOSE: Message = Message(["Choisissez au moins deux fiches."]);
pub const COMPARED: Message = Message(["Fiches comparées"]);
pub const ADD: Message = Message(["Ajouter une fiche"]);
pub const ADD_WHICH: Message = Message(["Choisir par son nom"]);
pub const ADD_IT: Message = Message(["Ajouter"]);
pub const ADD_KEPT: Message = Message(["Comparer ma sélection"]);
pub const FULL: Message =
    Message(["Quatre fiches sont déjà côte à côte\u{a0}: retirez-en une pour en ajouter une autre."]);
pub const TABLE: Message = Message(["Comparaison, rubrique par rubrique"]);
pub const RUBRIC: Message = Message(["Rubrique"]);
pub const IN_SHORT: Message = Message(["En bref"]);
pub const DIFFERENT: Message = Message(["Différent"]);
pub const SAME: Message = Message(["Identique"]);
pub const KIND: Message = Message(["Genre"]);
pub const NATURE: Message = Message(["Type"]);
pub const THEMES: Message = Message(["Thèmes"]);
pub const MIXED: Message =
    Message(["Ces fiches sont de genres différents\u{a0}: seules leurs rubriques communes sont côte à côte."]);
/// How many entries are compared, and how many rows differ.
pub fn differences(language: Language, compared: usize, different: usize, rows: usize) -> String {
    match language {
        Language::French => {
            let agreement = Noun([["", "diffère", "diffèrent"]]).agree(language, different);
            let lines = Noun([["", "ligne", "lignes"]]).agree(language, different);
            format!("{}\u{a0}: {different} {lines} sur {rows} {agreement}.", ENTRIES.count(language, compared))
        }
    }
}
