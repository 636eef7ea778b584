//! The page that helps to write an entry.

use super::quoted;

/// Title.
pub const TITLE: &str = "Proposer une fiche";
/// Title for a correction.
pub const CORRECT: &str = "Corriger une fiche";
/// Under the title.
pub const LEAD: &str = "Remplissez ce que vous savez, laissez le reste vide. La fiche se vérifie à mesure, et rien n’est envoyé sans vous\u{a0}: à la fin, vous la copiez, la téléchargez ou l’envoyez à l’équipe.";
/// Where the app does not run.
pub const WITHOUT_APP: &str = "Le formulaire a besoin de JavaScript et de WebAssembly. Sans eux, écrivez à l’équipe\u{a0}: un nom, une adresse et ce à quoi sert le commun suffisent pour commencer.";
/// Writes to the team.
pub const WRITE: &str = "Écrire à l’équipe";
/// While the form is fetched.
pub const PREPARING: &str = "Le formulaire se prépare…";
/// When it cannot be fetched.
pub const FAILED: &str = "Le formulaire n’a pas pu être chargé. Vérifiez votre connexion, puis rechargez la page.";
/// The choice of nothing, where something must be chosen.
pub const CHOOSE: &str = "Choisir";
/// The choice of nothing.
pub const NOTHING: &str = "Non renseigné";
/// Said of a field that must be filled.
pub const REQUIRED: &str = "obligatoire";
/// Adds an item to a list.
pub const ADD: &str = "Ajouter";
/// Takes an item out of a list.
pub const REMOVE: &str = "Retirer";
/// The fields shown first.
pub const MAIN: &str = "L’essentiel";
/// The others.
pub const MORE: &str = "Tous les autres champs";
/// What comes of it.
pub const RESULT: &str = "Votre fiche";
/// The preview.
pub const PREVIEW: &str = "Aperçu";
/// The whole fiche.
pub const WHOLE: &str = "Voir la fiche entière";
/// While the id, the kind or the name lacks.
pub const NOT_YET: &str = "L’aperçu paraîtra quand l’identifiant, le genre et le nom seront justes.";
/// The entry as JSON.
pub const JSON: &str = "La fiche en JSON";
/// Copies it.
pub const COPY: &str = "Copier";
/// Said once it is copied.
pub const COPIED: &str = "Fiche copiée";
/// Said when it cannot be.
pub const NOT_COPIED: &str = "Sélectionnez le texte pour le copier";
/// Downloads it.
pub const DOWNLOAD: &str = "Télécharger";
/// Sends it by mail.
pub const MAIL: &str = "Envoyer par courriel";
/// Opens an issue of the forge.
pub const ISSUE: &str = "Ouvrir une demande sur la forge";
/// When the entry is too long for an address.
pub const TOO_LONG: &str = "La fiche est trop longue pour être mise dans le message\u{a0}: copiez-la, puis collez-la.";
/// Said under the form.
pub const KEPT: &str = "Votre brouillon reste sur cet appareil, là où le navigateur le permet.";
/// Forgets the draft.
pub const FORGET: &str = "Effacer le brouillon";
/// Asked before.
pub const FORGET_SURE: &str = "Effacer le brouillon\u{202f}? Ce que vous avez écrit ici sera perdu.";
/// Said of a draft whose entry has changed since.
pub const CHANGED: &str = "La fiche a changé depuis votre brouillon.";
/// Said of a draft that does not know what it started from.
pub const MAY_HAVE_CHANGED: &str = "La fiche a peut-être changé depuis votre brouillon.";
/// What to do then.
pub const CHOOSE_ONE: &str = "Voici ce que votre brouillon y change\u{a0}; le reste suit la fiche d’aujourd’hui.";
/// Before what the entry says.
pub const TODAY: &str = "La fiche aujourd’hui\u{a0}:";
/// Before what the draft says.
pub const DRAFT: &str = "Votre brouillon\u{a0}:";
/// Goes on with the draft.
pub const RESUME: &str = "Reprendre mes changements";
/// Gives the draft up.
pub const START_AGAIN: &str = "Repartir de la fiche d’aujourd’hui";
/// In the place of the entry, in a message that cannot hold it.
pub const PASTE_HERE: &str = "(Collez ici la fiche copiée depuis le formulaire.)";

/// The subject of a message.
#[must_use]
pub fn subject(name: &str, is_correction: bool) -> String {
    let name = if name.is_empty() { "sans nom" } else { name };
    format!("{}\u{a0}: {name}", if is_correction { "Correction d’une fiche" } else { "Proposition de fiche" })
}

/// A word of a choice, for readers.
#[must_use]
pub fn choice(word: &str) -> String {
    super::capitalised(match word {
        "evenement" => "événement",
        "definition" => "définition",
        "reflexion" => "en réflexion",
        "construction" => "en construction",
        "evolution" => "en évolution",
        "depot" => "dépôt de code",
        "donnees" => "données",
        "thematique" => "thématique",
        word => word,
    })
}

/// Adds an item to this list.
#[must_use]
pub fn add_to(list: &str) -> String {
    format!("à la liste {}", quoted(list))
}

/// An item of a list, by its rank from 1.
#[must_use]
pub fn item(rank: usize) -> String {
    format!("n\u{ba}\u{a0}{rank}")
}

/// How many problems there are.
#[must_use]
pub fn problems(n: usize) -> String {
    super::count(n, "Rien à revoir\u{a0}: la fiche peut entrer au catalogue.", "point à revoir", "points à revoir")
}

#[cfg(test)]
mod tests {
    use super::choice;

    #[test]
    fn words_of_choices_have_their_accents() {
        assert_eq!(["evenement", "site"].map(choice), ["Événement", "Site"]);
    }
}
