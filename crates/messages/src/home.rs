//! The home page.

use crate::{Language, Message, Noun};

pub const SEARCH: Message = Message(["Que cherchez-vous\u{202f}?"]);
pub const SEARCH_HINT: Message = Message(["Commun, besoin, porteur"]);
pub const SEARCH_BUTTON: Message = Message(["Rechercher"]);
pub const EXAMPLES: Message = Message(["Par exemple\u{a0}:"]);

pub const LEGEND: Message = Message(["Lire la triade"]);
pub const LEGEND_TEXT: Message = Message([
    "Un commun, c’est une ressource, une communauté et une gouvernance. Plus un lobe est plein, plus cette part est mûre.",
]);
pub const GOVERNANCE: Message = Message(["qui décide, selon quelles règles"]);
pub const RESOURCE: Message = Message(["ce qui est partagé"]);
pub const COMMUNITY: Message = Message(["qui l’utilise et l’entretient"]);
pub const LEVELS: [Message; 5] = [
    Message(["non renseigné"]),
    Message(["en réflexion"]),
    Message(["en construction"]),
    Message(["en évolution"]),
    Message(["abouti"]),
];

#[must_use]
pub fn legend_example(language: Language, name: &str, maturity: &str) -> String {
    match language {
        Language::French => format!("Exemple\u{a0}: {name}. {maturity}."),
    }
}

pub const FIGURES: [Noun; 5] = [
    Noun([["", "commun recensé", "communs recensés"]]),
    Noun([["", "initié par l’administration", "initiés par l’administration"]]),
    Noun([["", "cherche de l’aide", "cherchent de l’aide"]]),
    Noun([["", "programme de soutien", "programmes de soutien"]]),
    Noun([["", "organisation citée", "organisations citées"]]),
];

pub const OTHERS: Noun = Noun([["", "autre commun est au catalogue.", "autres communs sont au catalogue."]]);

pub const THEMES: Message = Message(["Parcourir par thème"]);
pub const THEMES_LEAD: Message =
    Message(["Un commun peut relever de plusieurs thèmes\u{202f}; chaque motif reprend la notation d’un métier."]);

pub const HELP: Message = Message(["Ils cherchent de l’aide"]);

#[must_use]
pub fn help_lead(language: Language, n: usize) -> String {
    match language {
        Language::French => {
            let commons =
                Noun([["", "commun dit ce qui lui manque", "communs disent ce qui leur manque"]]).count(language, n);
            format!(
                "{commons}. Partez de ce que vous pouvez apporter\u{202f}; les programmes qui offrent la même aide sont indiqués dessous."
            )
        }
    }
}

pub const OTHER_NEEDS: Message = Message(["Autres besoins"]);
pub const SUPPORTS: Message = Message(["Soutiens recensés\u{a0}:"]);
pub const NO_SUPPORT: Message = Message(["aucun pour l’instant. Vous en connaissez un\u{202f}?"]);

#[must_use]
pub fn write_to(language: Language, address: &str) -> String {
    match language {
        Language::French => format!("Écrire à {address}"),
    }
}

pub const PROPOSE_SUBJECT: Message = Message(["Proposer un commun"]);
