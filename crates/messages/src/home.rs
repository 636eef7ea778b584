//! The home page.

use super::{agree, count};

/// Label of the search.
pub const SEARCH: &str = "Que cherchez-vous\u{202f}?";
/// Hint inside the search.
pub const SEARCH_HINT: &str = "Commun, besoin, porteur";
/// Button of the search.
pub const SEARCH_BUTTON: &str = "Rechercher";
/// Before the examples.
pub const EXAMPLES: &str = "Par exemple\u{a0}:";

/// Title of the legend.
pub const LEGEND: &str = "Lire la triade";
/// The legend.
pub const LEGEND_TEXT: &str = "Un commun, c’est une ressource, une communauté et une gouvernance. Plus un lobe est plein, plus cette part est mûre.";
/// What governance is.
pub const GOVERNANCE: &str = "qui décide, selon quelles règles";
/// What the resource is.
pub const RESOURCE: &str = "ce qui est partagé";
/// What the community is.
pub const COMMUNITY: &str = "qui l’utilise et l’entretient";
/// The five levels.
pub const LEVELS: [&str; 5] = ["non renseigné", "en réflexion", "en construction", "en évolution", "abouti"];
/// The entry drawn in the legend.
#[must_use]
pub fn legend_example(name: &str, maturity: &str) -> String {
    format!("Exemple\u{a0}: {name}. {maturity}.")
}

/// Key figures, of one and of several.
pub const FIGURES: [(&str, &str); 5] = [
    ("commun recensé", "communs recensés"),
    ("initié par l’administration", "initiés par l’administration"),
    ("cherche de l’aide", "cherchent de l’aide"),
    ("programme de soutien", "programmes de soutien"),
    ("organisation citée", "organisations citées"),
];

/// After the number of other commons.
#[must_use]
pub const fn others(n: usize) -> &'static str {
    agree(n, "autre commun est au catalogue.", "autres communs sont au catalogue.")
}

/// Heading of the themes.
pub const THEMES: &str = "Parcourir par thème";
/// Lead of the themes.
pub const THEMES_LEAD: &str =
    "Un commun peut relever de plusieurs thèmes\u{202f}; chaque motif reprend la notation d’un métier.";

/// Heading of the needs.
pub const HELP: &str = "Ils cherchent de l’aide";
/// Lead of the needs.
#[must_use]
pub fn help_lead(n: usize) -> String {
    let commons = count(n, "", "commun dit ce qui lui manque", "communs disent ce qui leur manque");
    format!(
        "{commons}. Partez de ce que vous pouvez apporter\u{202f}; les programmes qui offrent la même aide sont indiqués dessous."
    )
}
/// Heading of the needs that are of no kind of help.
pub const OTHER_NEEDS: &str = "Autres besoins";
/// Before the programmes that give a help.
pub const SUPPORTS: &str = "Soutiens recensés\u{a0}:";
/// When none is known.
pub const NO_SUPPORT: &str = "aucun pour l’instant. Vous en connaissez un\u{202f}?";

/// Button that writes to the contact.
#[must_use]
pub fn write_to(address: &str) -> String {
    format!("Écrire à {address}")
}
/// Subject of a proposal.
pub const PROPOSE_SUBJECT: &str = "Proposer un commun";
