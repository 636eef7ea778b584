//! The page for local governments.

use crate::{Language, Message, quoted};

pub const TITLE: Message = Message(["Un commun dans votre collectivité"]);
pub const LEAD: Message = Message([
    "D’où partez-vous\u{202f}? Choisissez la situation qui ressemble à la vôtre et suivez-la pas à pas, ou partez de l’échelle de votre territoire.",
]);
pub const WHAT: Message = Message(["De quoi parle-t-on\u{202f}?"]);
pub const SITUATIONS: Message = Message(["Votre situation de départ"]);
pub const SITUATIONS_LEAD: Message = Message([
    "La source donne la parole à des collectivités\u{202f}; nous avons choisi les intitulés et les fiches de chaque étape, sauf l’incubateur, qu’elle cite.",
]);
pub const STEPS: [Message; 4] =
    [Message(["Comprendre"]), Message(["Reprendre un commun"]), Message(["Se faire aider"]), Message(["Agir"])];

pub fn theme(language: Language, label: &str) -> String {
    match language {
        Language::French => format!("Tous les communs du thème {}", quoted(language, label)),
    }
}

pub const SCALES: Message = Message(["Votre échelle de territoire"]);
pub const SCALES_LEAD: Message = Message([
    "Les fiches qui disent où elles s’appliquent. Un commun sans échelle connue peut convenir partout\u{a0}: ouvrez alors tout le catalogue.",
]);
pub const PATH: Message = Message(["De l’idée à la durée"]);
pub const PATH_LEAD: Message = Message([
    "À chaque stade, des communs qui en sont là, dont s’inspirer. Le stade est celui de leur ressource, attribué par la rédaction.",
]);
pub const GUIDES: Message = Message(["Pour chaque étape, en détail\u{a0}:"]);
