//! The page about support programmes.

use crate::{Language, Message, Noun, quoted};

pub const TITLE: Message = Message(["Soutenir les communs"]);
pub const LEAD: Message = Message([
    "Qui peut aider un commun, comment, et ce que d’autres ont déjà appris\u{a0}: les programmes comparés, leurs appels, les freins et ce qui les a levés.",
]);

pub const COMPARE: Message = Message(["Comparer les programmes"]);
pub const CALLS: Message = Message(["Répondre à un appel"]);
pub const OBSTACLES: Message = Message(["Partir d’un frein"]);
pub const METHODS: Message = Message(["Comprendre leur façon de faire"]);
pub const HISTORY: Message = Message(["Situer les programmes dans le temps"]);
pub const PROPOSALS: Message = Message(["Reprendre une proposition"]);

pub const COMPARE_LEAD: Message = Message([
    "Une coche veut dire que les sources citent ce soutien\u{202f}; un tiret, qu’elles n’en disent rien. Le nom d’un soutien ouvre la liste des programmes qui l’offrent. Là où la place manque, le tableau défile de côté.",
]);
pub const TABLE: Message = Message(["Soutiens apportés par chaque programme"]);
pub const PROGRAMME: Message = Message(["Programme"]);
pub const FIGURES: Message = Message(["Chiffres de la source"]);
pub const FIGURE: Noun = Noun([["", "chiffre", "chiffres"]]);
pub const GIVEN: Message = Message(["Oui"]);

pub const ALL_THEMES: Message = Message(["Tous les thèmes"]);
pub const WAVES: Message = Message(["Les vagues de dépôt"]);
pub const WAVES_NOTE: Message = Message([
    "Une date que nous avons déduite du contexte est signalée\u{a0}: vérifiez auprès du porteur avant de vous y fier.",
]);
pub const CALENDAR: Message = Message(["Ajouter ces dates à mon agenda (fichier .ics)"]);

pub fn results_of(language: Language, name: &str) -> String {
    match language {
        Language::French => format!("Ce qu’a donné {}", quoted(language, name)),
    }
}

pub const LAUREATES: Noun = Noun([["", "Projet décrit\u{a0}:", "Projets décrits\u{a0}:"]]);
pub const HELPED: Message = Message(["Ce qui a aidé"]);

pub const OBSTACLES_LEAD: Message = Message([
    "Choisissez une famille. À côté de chaque frein, ce qui a aidé le même commun ou programme\u{a0}: les sources ne disent pas toujours quel point d’appui a levé quel frein.",
]);
pub const FAMILIES: Message = Message(["Familles de freins"]);
pub const OTHER_OBSTACLES: Message = Message(["Sans famille"]);
pub const PRACTICES: Message = Message(["Bonnes pratiques"]);
pub const SAME_OBSTACLE: Message = Message(["Voir les communs qui rencontrent ces freins"]);
pub const NO_HELP: Message = Message(["Rien n’est dit de ce qui a aidé."]);

pub const HISTORY_LEAD: Message = Message([
    "Les programmes d’un même porteur se suivent, du plus ancien au plus récent\u{202f}; leurs saisons et éditions datées sont parmi eux.",
]);
pub const PROPOSALS_LEAD: Message = Message(["Des idées que leurs auteurs invitent à reprendre."]);

pub const SELF_CHECK: Message = Message(["Préparer votre dossier"]);
pub const SELF_CHECK_LEAD: Message =
    Message(["Les questions par lesquelles un financeur juge un projet, et la maturité du vôtre sur trois axes."]);
pub const OPEN_SELF_CHECK: Message = Message(["Faire l’autodiagnostic"]);
