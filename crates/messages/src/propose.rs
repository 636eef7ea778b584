//! The page that helps to write an entry.

use crate::{Language, Message, Noun, quoted};
use text::letters::capitalised;

pub const TITLE: Message = Message(["Proposer une fiche"]);
pub const CORRECT: Message = Message(["Corriger une fiche"]);
pub const LEAD: Message = Message([
    "Remplissez ce que vous savez, laissez le reste vide. La fiche se vérifie à mesure, et rien n’est envoyé sans vous\u{a0}: à la fin, vous la copiez, la téléchargez ou l’envoyez à l’équipe.",
]);
pub const WITHOUT_APP: Message = Message([
    "Le formulaire a besoin de JavaScript et de WebAssembly. Sans eux, écrivez à l’équipe\u{a0}: un nom, une adresse et ce à quoi sert le commun suffisent pour commencer.",
]);
pub const WITHOUT_APP_ENTRIES: Message = Message([
    "Le formulaire a besoin de JavaScript et de WebAssembly. Sans eux, écrivez à l’équipe\u{a0}: un nom, une adresse et une phrase suffisent pour commencer.",
]);
pub const WRITE: Message = Message(["Écrire à l’équipe"]);
pub const PREPARING: Message = Message(["Le formulaire se prépare…"]);
pub const FAILED: Message =
    Message(["Le formulaire n’a pas pu être chargé. Vérifiez votre connexion, puis rechargez la page."]);
pub const CHOOSE: Message = Message(["Choisir"]);
pub const NOTHING: Message = Message(["Non renseigné"]);
pub const REQUIRED: Message = Message(["obligatoire"]);
pub const OF_LIST: Message = Message(["à choisir dans la liste"]);
pub const ADD: Message = Message(["Ajouter"]);
pub const REMOVE: Message = Message(["Retirer"]);
pub const MAIN: Message = Message(["L’essentiel"]);
pub const MORE: Message = Message(["Tous les autres champs"]);
pub const RESULT: Message = Message(["Votre fiche"]);
pub const PREVIEW: Message = Message(["Aperçu"]);
pub const WHOLE: Message = Message(["Voir la fiche entière"]);
pub const NOT_YET: Message =
    Message(["L’aperçu paraîtra quand le nom, le genre et, s’il est donné, l’identifiant seront justes."]);
pub const JSON: Message = Message(["La fiche en JSON"]);
pub const COPY: Message = Message(["Copier"]);
pub const COPIED: Message = Message(["Fiche copiée"]);
pub const NOT_COPIED: Message = Message(["Sélectionnez le texte pour le copier"]);
pub const DOWNLOAD: Message = Message(["Télécharger"]);
pub const MAIL: Message = Message(["Envoyer par courriel"]);
pub const ISSUE: Message = Message(["Ouvrir une demande sur la forge"]);
pub const TOO_LONG: Message =
    Message(["La fiche est trop longue pour être mise dans le message\u{a0}: copiez-la, puis collez-la."]);
pub const KEPT: Message = Message(["Votre brouillon reste sur cet appareil, là où le navigateur le permet."]);
pub const FORGET: Message = Message(["Effacer le brouillon"]);
pub const FORGET_SURE: Message = Message(["Effacer le brouillon\u{202f}? Ce que vous avez écrit ici sera perdu."]);
pub const CHANGED: Message = Message(["La fiche a changé depuis votre brouillon."]);
pub const MAY_HAVE_CHANGED: Message = Message(["La fiche a peut-être changé depuis votre brouillon."]);
pub const CHOOSE_ONE: Message =
    Message(["Voici ce que votre brouillon y change\u{a0}; le reste suit la fiche d’aujourd’hui."]);
pub const TODAY: Message = Message(["La fiche aujourd’hui\u{a0}:"]);
pub const DRAFT: Message = Message(["Votre brouillon\u{a0}:"]);
pub const RESUME: Message = Message(["Reprendre mes changements"]);
pub const START_AGAIN: Message = Message(["Repartir de la fiche d’aujourd’hui"]);
pub const PASTE_HERE: Message = Message(["(Collez ici la fiche copiée depuis le formulaire.)"]);

pub fn subject(language: Language, name: &str, is_correction: bool) -> String {
    match language {
        Language::French => {
            let name = if name.is_empty() { "sans nom" } else { name };
            format!("{}\u{a0}: {name}", if is_correction { "Correction d’une fiche" } else { "Proposition de fiche" })
        }
    }
}

pub fn choice(language: Language, word: &str) -> String {
    match language {
        Language::French => capitalised(match word {
            "evenement" => "événement",
            "definition" => "définition",
            "reflexion" => "en réflexion",
            "construction" => "en construction",
            "evolution" => "en évolution",
            "depot" => "dépôt de code",
            "donnees" => "données",
            "thematique" => "thématique",
            word => word,
        }),
    }
}

pub fn add_to(language: Language, list: &str) -> String {
    match language {
        Language::French => format!("à la liste {}", quoted(language, list)),
    }
}

/// An item of a list, by its rank from 1.
pub fn item(language: Language, rank: usize) -> String {
    match language {
        Language::French => format!("n\u{ba}\u{a0}{rank}"),
    }
}

pub const PROBLEMS: Noun =
    Noun([["Rien à revoir\u{a0}: la fiche peut entrer au catalogue.", "point à revoir", "points à revoir"]]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_choices_have_their_accents() {
        assert_eq!(["evenement", "site"].map(|word| choice(Language::French, word)), ["Événement", "Site"]);
    }
}
