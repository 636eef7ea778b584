//! The page of the links between programmes, commons and bearers.

use crate::{Language, Message, Noun, uncapitalised};

pub const TITLE: Message = Message(["Qui porte, qui soutient"]);
pub const LEAD: Message = Message([
    "Les communs, les programmes qui les soutiennent et les structures qui les portent, d’abord en liste, puis en réseau.",
]);
pub const LEAD_OF_ENTRIES: Message = Message([
    "Les fiches, les programmes qui les soutiennent et les structures qui les portent, d’abord en liste, puis en réseau.",
]);
pub const SEE_NETWORK: Message = Message(["Voir le réseau"]);
pub const SUPPORTS: Message = Message(["Ce que soutient chaque programme"]);
pub const BEARS: Message = Message(["Ce que porte chaque structure"]);
pub const NETWORK: Message = Message(["Le réseau"]);
pub const DRAWING: Message = Message(["Dessin du réseau"]);
pub const NETWORK_NOTE: Message = Message([
    "Chaque trait joint un commun à un programme qui le soutient, ou à une structure qui le porte. Chaque nom ouvre sa fiche\u{202f}; au clavier, les listes ci-dessus mènent aux mêmes.",
]);
pub const NETWORK_NOTE_OF_ENTRIES: Message = Message([
    "Chaque trait joint une fiche à un programme qui la soutient, ou à une structure qui la porte. Chaque nom ouvre sa fiche\u{202f}; au clavier, les listes ci-dessus mènent aux mêmes.",
]);
pub const BEARERS: Message = Message(["Structures porteuses"]);

/// What has no link, by its count: « 8 communs sans lien connu : ni porteur ni programme renseigné. »
pub fn alone(language: Language, commons: &str) -> String {
    match language {
        Language::French => format!("{commons} sans lien connu\u{a0}: ni porteur ni programme renseigné."),
    }
}

/// What the page counts, from the count of programmes: « 13 programmes avec des fiches soutenues, 27 structures
/// porteuses. »
pub fn summary(language: Language, programmes: &str, bearers: usize) -> String {
    const BEARERS: Noun = Noun([["Aucune structure porteuse", "structure porteuse", "structures porteuses"]]);
    let bearers = uncapitalised(&BEARERS.count(language, bearers));
    match language {
        Language::French => format!("{programmes} avec des fiches soutenues, {bearers}."),
    }
}
