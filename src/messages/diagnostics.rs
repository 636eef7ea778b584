//! Problems of the data and of its loading, as sentences: where, what was found, what was
//! expected, what to do.

use super::{capitalised, count, number, quoted};
use crate::catalogue::{Diagnostic, Expected, JsonType, ReadError, Severity};
use crate::query::BadParameter;

/// Heading of the notice that some data is wrong.
#[must_use]
pub fn heading(diagnostics: &[Diagnostic]) -> String {
    let mut left_out: Vec<&str> = diagnostics
        .iter()
        .filter(|d| d.severity == Severity::LeftOut)
        .map(|d| d.path.split_inclusive(']').next().unwrap_or_default())
        .collect();
    left_out.dedup();
    if left_out.is_empty() {
        count(
            diagnostics.len(),
            "",
            "valeur du fichier de données est ignorée",
            "valeurs du fichier de données sont ignorées",
        )
    } else {
        count(
            left_out.len(),
            "",
            "élément du fichier de données n’est pas affiché",
            "éléments du fichier de données ne sont pas affichés",
        )
    }
}

/// What still works.
pub const REST_WORKS: &str = "Le reste du catalogue fonctionne. Ces indications aident la personne qui tient le fichier catalogue.json à le corriger.";
/// Label of the list of problems.
pub const DETAILS: &str = "Voir le détail";

/// The place of a problem that is the whole file.
pub const ROOT: &str = "racine";

/// One problem as a sentence; its place is told apart.
#[must_use]
pub fn sentence(diagnostic: &Diagnostic) -> String {
    let owner = diagnostic.entry.as_ref().map(|id| format!("fiche {}\u{a0}: ", quoted(id))).unwrap_or_default();
    let suggestion = diagnostic
        .suggestion
        .as_ref()
        .map(|near| format!(" Vouliez-vous écrire {}\u{202f}?", quoted(near)))
        .unwrap_or_default();
    let cost = match (diagnostic.severity, &diagnostic.expected) {
        (_, Expected::AtMost(..)) => "",
        (Severity::LeftOut, _) => " L’élément n’est pas affiché.",
        (Severity::Ignored, _) => " Cette valeur est ignorée.",
    };
    capitalised(&format!("{owner}{}{suggestion}{cost}", problem(diagnostic)))
}

fn problem(diagnostic: &Diagnostic) -> String {
    let found = quoted(&diagnostic.found);
    match &diagnostic.expected {
        Expected::Type(kind) => format!("il faut {}, pas {found}.", json_type(*kind)),
        Expected::Present => "une valeur est attendue, il n’y en a pas.".to_owned(),
        Expected::KnownKey => format!("la clé {found} n’est pas connue."),
        Expected::Once => format!("la clé {found} est écrite plusieurs fois\u{202f}; la première est lue."),
        Expected::Slug => {
            format!("{found} n’est pas un identifiant\u{a0}: minuscules sans accent, chiffres et tirets seulement.")
        }
        Expected::UniqueId => format!("l’identifiant {found} est déjà pris."),
        Expected::NotYet => format!("{found} est déjà dans la liste."),
        Expected::OneOf(words) => format!("{found} n’est pas l’une des valeurs possibles ({}).", words.join(", ")),
        Expected::Term(vocabulary) => format!("{found} n’est pas dans le vocabulaire {}.", quoted(vocabulary)),
        Expected::Entry => format!("aucune fiche n’a l’identifiant {found}."),
        Expected::Document => format!("aucun document n’a l’identifiant {found}."),
        Expected::SafeUrl => format!("{found} n’est pas une adresse http, https ou mailto."),
        Expected::SiteUrl => format!(
            "{found} n’est pas l’adresse d’un site\u{a0}: http ou https, sans «\u{a0}?\u{a0}» ni «\u{a0}#\u{a0}»."
        ),
        Expected::Email => format!("{found} n’est pas une adresse de courriel."),
        Expected::Date => format!("{found} n’est pas une date (AAAA, AAAA-MM ou AAAA-MM-JJ)."),
        Expected::AtMost(limit) => {
            format!(
                "{} caractères, {} au plus. Le début est affiché.",
                diagnostic.found.parse().map_or(found, number),
                number(*limit)
            )
        }
        Expected::Format(version) if diagnostic.found.is_empty() => {
            format!("la version du format manque ({version} est attendue).")
        }
        Expected::Format(version) => {
            format!("le format {found} n’est pas connu\u{202f}; il est lu comme la version {version}.")
        }
    }
}

const fn json_type(kind: JsonType) -> &'static str {
    match kind {
        JsonType::Text => "un texte (ou un objet par langue avec «\u{a0}fr\u{a0}»)",
        JsonType::String => "un texte",
        JsonType::Number => "un nombre entier positif",
        JsonType::Boolean => "true ou false",
        JsonType::List => "une liste",
        JsonType::Object => "un objet",
    }
}

/// Why the data file cannot be read at all.
#[must_use]
pub fn read_error(error: &ReadError) -> String {
    match error {
        ReadError::Syntax { line, column, truncated: true, .. } => format!(
            "Le fichier catalogue.json s’arrête avant sa fin (ligne {line}, colonne {column})\u{a0}: il manque sans doute une accolade ou un crochet fermant, ou l’envoi a été coupé."
        ),
        ReadError::Syntax { line, column, excerpt, .. } => format!(
            "Le fichier catalogue.json n’est pas du JSON valide\u{a0}: erreur ligne {line}, colonne {column}, près de {}. Souvent, une virgule ou un guillemet manque ou est de trop.",
            quoted(excerpt.trim())
        ),
        ReadError::NotAnObject { found } => format!(
            "Le fichier catalogue.json contient {} au lieu d’un objet\u{a0}: il doit commencer par une accolade.",
            quoted(found)
        ),
    }
}

/// Heading when the entries cannot be shown.
pub const LOAD_FAILED: &str = "Les fiches n’ont pas pu être chargées";
/// The file is not there.
#[must_use]
pub fn not_served(status: u16) -> String {
    format!(
        "Le serveur n’a pas donné le fichier catalogue.json (réponse {status}). S’il vient d’être déplacé, il doit se trouver à côté de la page d’accueil."
    )
}
/// No answer at all.
pub const NO_ANSWER: &str =
    "Le fichier catalogue.json n’a pas pu être téléchargé\u{a0}: la connexion est peut-être coupée.";
/// Heading when the page itself reads all the same.
pub const NO_SEARCH: &str = "La recherche et les filtres n’ont pas pu démarrer";
/// What to expect then.
pub const STILL_READS: &str = "Cette page se lit quand même, telle qu’elle était à la dernière construction du site.";
/// Button that tries again.
pub const RETRY: &str = "Réessayer";
/// What to do when trying again does not help.
pub const THEN_WRITE: &str = "Si le problème dure, prévenez la personne qui tient ce site.";

/// A parameter of the URL that means nothing.
#[must_use]
pub fn bad_parameter(parameter: &BadParameter) -> String {
    format!("{} n’est pas une valeur de {}", quoted(&parameter.value), quoted(&parameter.name))
}
/// Introduces the parameters that are ignored.
pub const IGNORED_PARAMETERS: &str = "Une partie de l’adresse n’a pas été comprise et a été ignorée\u{a0}: ";
