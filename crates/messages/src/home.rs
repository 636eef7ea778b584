//! The home page.

use crate::{Language, Message, Noun};

pub const SEARCH: Message = Message(["Que cherchez-vous\u{202f}?"]);
pub const SEARCH_BUTTON: Message = Message(["Rechercher"]);
pub const EXAMPLES: Message = Message(["Par exemple\u{a0}:"]);

/// What one may search: the name of what is looked for, then needs and bearers where they are told.
pub fn search_hint(language: Language, name: &str, needs: bool, bearers: bool) -> String {
    match language {
        Language::French => {
            let others = [("besoin", needs), ("porteur", bearers)];
            let others = others.into_iter().filter(|(_, is_told)| *is_told).map(|(word, _)| word);
            std::iter::once(name).chain(others).collect::<Vec<_>>().join(", ")
        }
    }
}

pub const LEGEND: Message = Message(["Lire la triade"]);
pub const LEGEND_TEXT: Message = Message([
    "Un commun, c’est une ressource, une communauté et une gouvernance. Plus un lobe est plein, plus cette part est mûre.",
]);
pub const LEGEND_TEXT_OF_ENTRIES: Message = Message([
    "Une ressource, une communauté et une gouvernance\u{a0}: plus un lobe est plein, plus cette part est mûre.",
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

pub fn legend_example(language: Language, name: &str, maturity: &str) -> String {
    match language {
        Language::French => format!("Exemple\u{a0}: {name}. {maturity}."),
    }
}

pub const KEY_FIGURES: Message = Message(["Chiffres clés"]);
pub const FIGURES: [Noun; 5] = [
    Noun([["", "commun recensé", "communs recensés"]]),
    Noun([["", "initié par l’administration", "initiés par l’administration"]]),
    Noun([["", "cherche de l’aide", "cherchent de l’aide"]]),
    Noun([["", "programme de soutien", "programmes de soutien"]]),
    Noun([["", "organisation citée", "organisations citées"]]),
];

/// The same as the second of them, of anything.
pub const INITIATED: Noun = Noun([["", "à l’initiative de l’administration", "à l’initiative de l’administration"]]);

const OTHERS: Noun = Noun([["", "autre commun est au catalogue.", "autres communs sont au catalogue."]]);

/// What follows the number of commons that no grid shows; of what the catalogue calls otherwise, its noun is given.
pub fn others(language: Language, n: usize, noun: Option<Noun>) -> String {
    match (language, noun) {
        (_, None) => OTHERS.agree(language, n).to_owned(),
        (Language::French, Some(noun)) => format!("{} de plus au catalogue.", noun.agree(language, n)),
    }
}

pub const THEMES: Message = Message(["Parcourir par thème"]);
pub const THEMES_LEAD: Message =
    Message(["Un commun peut relever de plusieurs thèmes\u{202f}; chaque motif reprend la notation d’un métier."]);
pub const THEMES_LEAD_OF_ENTRIES: Message =
    Message(["Une fiche peut relever de plusieurs thèmes\u{202f}; chaque motif reprend la notation d’un métier."]);

pub const HELP: Message = Message(["Ils cherchent de l’aide"]);

pub fn help_lead(language: Language, n: usize, noun: Noun) -> String {
    match language {
        Language::French => {
            let commons = noun.count(language, n);
            let told = if n < 2 { "dit ce qui lui manque" } else { "disent ce qui leur manque" };
            format!(
                "{commons} {told}. Partez de ce que vous pouvez apporter\u{202f}; les programmes qui offrent la même aide sont indiqués dessous."
            )
        }
    }
}

pub const OTHER_NEEDS: Message = Message(["Autres besoins"]);
pub const SUPPORTS: Noun = Noun([["", "Soutien recensé\u{a0}:", "Soutiens recensés\u{a0}:"]]);
pub const NO_SUPPORT: Message = Message(["aucun pour l’instant. Vous en connaissez un\u{202f}?"]);

pub fn write_to(language: Language, address: &str) -> String {
    match language {
        Language::French => format!("Écrire à {address}"),
    }
}

pub const PROPOSE_SUBJECT: Message = Message(["Proposer un commun"]);
