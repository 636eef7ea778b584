//! The visitor's selection, and what compares entries.

use super::{agree, count, quoted};

/// Keeps an entry.
pub const KEEP: &str = "Ajouter à ma sélection";
/// Said of an entry that is kept.
pub const KEPT: &str = "Dans ma sélection";
/// Tip of the button that has no words to see.
pub const TOGGLE: &str = "Garder dans ma sélection";
/// The way to the selection.
pub const NAV: &str = "Ma sélection";
/// Said after the number of kept entries.
#[must_use]
pub const fn kept_entries(n: usize) -> &'static str {
    agree(n, "fiche gardée", "fiches gardées")
}
/// Title of the page.
pub const TITLE: &str = "Sélection de fiches";
/// Under the title.
pub const LEAD: &str = "Les fiches que vous gardez pour les relire, les comparer, les imprimer ou les transmettre.";
/// Where they are kept.
pub const WHERE: &str = "Elles restent sur cet appareil, si votre navigateur le permet, et nulle part ailleurs\u{202f}; l’adresse que donne «\u{a0}Copier l’adresse\u{a0}» suffit à les retrouver.";
/// Nothing is kept.
pub const EMPTY: &str = "Aucune fiche gardée pour l’instant. Le bouton «\u{a0}Ajouter à ma sélection\u{a0}» est sur chaque fiche et sur chaque résultat du catalogue.";
/// Where the app does not run.
pub const WITHOUT_APP: &str =
    "La sélection a besoin de JavaScript et de WebAssembly, que votre navigateur n’emploie pas ici.";
/// The selection of somebody else.
pub const SHARED: &str = "Cette sélection vient de son adresse\u{a0}: elle n’est pas gardée sur cet appareil.";
/// Keeps it.
pub const KEEP_THESE: &str = "Ajouter ces fiches à ma sélection";
/// The way to one's own.
pub const SEE_MINE: &str = "Voir la mienne";
/// Gives up one entry.
pub const REMOVE: &str = "Retirer";
/// Gives up all of them.
pub const REMOVE_ALL: &str = "Tout retirer";
/// Compares.
pub const COMPARE: &str = "Comparer";
/// How many can be compared.
pub const COMPARE_HOW_MANY: &str = "La comparaison prend de deux à quatre fiches.";
/// Prints.
pub const PRINT: &str = "Imprimer";
/// Copies the address.
pub const SHARE: &str = "Copier l’adresse";
/// The table.
pub const CSV: &str = "Tableau (CSV)";
/// The data.
pub const JSON: &str = "Données (JSON)";
/// Name of the files.
pub const FILE: &str = "selection";
/// Name of the files of the catalogue's results.
pub const RESULTS_FILE: &str = "resultats";

/// « 3 fiches ».
#[must_use]
pub fn entries(n: usize) -> String {
    count(n, "Aucune fiche", "fiche", "fiches")
}

/// Ids of the address that no entry has.
#[must_use]
pub fn unknown(ids: &[String]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| quoted(id)).collect();
    format!("Ce catalogue n’a pas ces fiches, qui sont ignorées\u{a0}: {}.", ids.join(", "))
}

/// Entries beyond the most that are shown.
#[must_use]
pub fn too_many(n: usize, most: usize) -> String {
    format!("{} de plus dans l’adresse\u{a0}: seules les {most} premières sont montrées.", entries(n))
}

/// Title of the comparison.
pub const COMPARISON: &str = "Comparer des fiches";
/// Under that title.
pub const COMPARISON_LEAD: &str =
    "De deux à quatre fiches côte à côte, rubrique par rubrique. Ce qui diffère est signalé ligne par ligne.";
/// What to do with fewer than two.
pub const CHOOSE: &str = "Choisissez au moins deux fiches.";
/// Name of the entries compared.
pub const COMPARED: &str = "Fiches comparées";
/// Label of the choice of an entry.
pub const ADD: &str = "Ajouter une fiche";
/// The choice before it is made.
pub const ADD_WHICH: &str = "Choisir par son nom";
/// Does it.
pub const ADD_IT: &str = "Ajouter";
/// Adds what is kept.
pub const ADD_KEPT: &str = "Comparer ma sélection";
/// There is no room for more.
pub const FULL: &str = "Quatre fiches sont déjà côte à côte\u{a0}: retirez-en une pour en ajouter une autre.";
/// Name of the table.
pub const TABLE: &str = "Comparaison, rubrique par rubrique";
/// Head of the column of rubrics.
pub const RUBRIC: &str = "Rubrique";
/// First rows.
pub const IN_SHORT: &str = "En bref";
/// Said of a row whose cells differ.
pub const DIFFERENT: &str = "Différent";
/// Said of a row whose cells say the same.
pub const SAME: &str = "Identique";
/// Label of the kind.
pub const KIND: &str = "Genre";
/// Label of the nature.
pub const NATURE: &str = "Type";
/// Label of themes.
pub const THEMES: &str = "Thèmes";
/// When kinds differ, the rubrics are those that all kinds have.
pub const MIXED: &str = "Ces fiches sont de genres différents\u{a0}: seules leurs rubriques communes sont côte à côte.";
/// How many entries are compared, and how many rows differ.
#[must_use]
pub fn differences(compared: usize, different: usize, rows: usize) -> String {
    let agreement = agree(different, "diffère", "diffèrent");
    let lines = agree(different, "ligne", "lignes");
    format!("{}\u{a0}: {different} {lines} sur {rows} {agreement}.", entries(compared))
}
