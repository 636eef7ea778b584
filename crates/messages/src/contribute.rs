//! The page about contributing.

use crate::{Language, Message, Noun};

pub const TITLE: Message = Message(["Contribuer"]);
pub const LEAD: Message = Message([
    "Code, temps, argent, droit ou simple usage\u{a0}: trouvez une façon d’aider qui vous ressemble, puis le commun qui en a besoin.",
]);
pub const WAYS: Message = Message(["Façons de contribuer"]);
pub const SKILLS: Message = Message(["Ce que je peux apporter"]);
pub const SKILLS_LEAD: Message = Message([
    "Cochez ce que vous pouvez apporter\u{a0}: les communs qui en ont besoin s’affichent, en commençant par ceux dont vous comblez le plus de besoins.",
]);
pub const MATCHING: Message = Message([
    "Former ou relayer, ou offrir un territoire, répond aussi à ceux qui cherchent des membres. L’adresse de la page garde votre choix.",
]);
pub const JOIN: Message = Message(["Rejoindre, proposer, donner son avis"]);
pub const JOIN_LEAD: Message = Message(["Chaque chemin dit à qui il s’adresse et à qui écrire."]);
pub const PLACES: Message = Message(["Suivre un projet là où il vit"]);
pub const PLACES_LEAD: Message =
    Message(["Dépôts de code, wikis et espaces de documents, par leur adresse quand elle est connue."]);
pub const PROPOSE: Message = Message(["Proposer un commun"]);
pub const PROPOSE_LEAD: Message = Message([
    "Remplissez le formulaire ou écrivez-nous\u{a0}: ce que vous signalez est vérifié, puis ajouté à la liste, qui évolue avec ces propositions.",
]);

pub fn for_whom(language: Language, audiences: &[&str]) -> String {
    match language {
        Language::French => format!("Pour\u{a0}: {}.", audiences.join(", ")),
    }
}

pub const FOUND: Noun = Noun([[
    "Aucun commun ne dit chercher cela pour l’instant.",
    "commun cherche ce que vous apportez",
    "communs cherchent ce que vous apportez",
]]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_capitals() {
        assert_eq!(
            for_whom(Language::French, &["EPCI", "Bretagne", "Open Source"]),
            "Pour\u{a0}: EPCI, Bretagne, Open Source."
        );
    }
}
