//! Problems of the data and of its loading: what is around the sentences of `catalogue`.

use crate::{Language, Message};

pub const REST_WORKS: Message = Message([
    "Le reste du catalogue fonctionne. Ces indications aident la personne qui tient le fichier catalogue.json à le corriger.",
]);
pub const DETAILS: Message = Message(["Voir le détail"]);
pub const NO_DETAILS: Message =
    Message(["Le détail n’a pas pu être chargé. Repliez, puis dépliez pour essayer à nouveau."]);

pub fn not_served(language: Language, status: u16) -> String {
    match language {
        Language::French => format!(
            "Le serveur n’a pas donné le fichier catalogue.json (réponse {status}). S’il vient d’être déplacé, il doit se trouver à côté de la page d’accueil."
        ),
    }
}

pub const NO_ANSWER: Message =
    Message(["Le fichier catalogue.json n’a pas pu être téléchargé\u{a0}: la connexion est peut-être coupée."]);
pub const NO_SEARCH: Message = Message(["La recherche et les filtres n’ont pas pu démarrer"]);
pub const STILL_READS: Message =
    Message(["Cette page se lit quand même, telle qu’elle était à la dernière construction du site."]);
pub const RETRY: Message = Message(["Réessayer"]);
pub const THEN_WRITE: Message = Message(["Si le problème dure, prévenez la personne qui tient ce site."]);

pub const IGNORED_PARAMETERS: Message =
    Message(["Une partie de l’adresse n’a pas été comprise et a été ignorée\u{a0}: "]);
