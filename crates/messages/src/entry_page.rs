//! The fiche of an entry.

use crate::catalogue::NO_NATURE;
use crate::{Language, Message, Noun, quoted, uncapitalised};

pub const BREADCRUMB: Message = Message(["Fil d’Ariane"]);
pub const CONTENTS: Message = Message(["Dans cette fiche"]);
pub const MATURITY: Message = Message(["Maturité"]);
pub const VISIT: Message = Message(["Aller sur"]);
pub const NO_SITE: Message = Message(["Adresse du site\u{a0}: non renseignée."]);

/// The same, where it was looked for.
pub fn no_site(language: Language, sought: &str) -> String {
    match language {
        Language::French => format!("Adresse du site\u{a0}: {sought}."),
    }
}

pub const GIVE_IT: Message = Message(["L’indiquer"]);
pub const NEEDS: Noun = Noun([["", "besoin exprimé", "besoins exprimés"]]);

/// Titles of rubrics.
pub mod rubrics {
    use crate::Message;

    pub const NEED: Message = Message(["Besoin"]);
    pub const BEARERS_AND_COMMUNITY: Message = Message(["Structure porteuse et communauté"]);
    pub const DESCRIPTION: Message = Message(["Description"]);
    pub const GOVERNANCE: Message = Message(["Gouvernance et modèle économique"]);
    pub const MATURITY: Message = Message(["Maturité"]);
    pub const OBSTACLES_AND_NEEDS: Message = Message(["Freins et besoins"]);
    pub const RESOURCES: Message = Message(["Ressources à partager"]);
    pub const BEARERS: Message = Message(["Structure porteuse"]);
    pub const SUPPORTS: Message = Message(["Type de soutien"]);
    pub const SUPPORTED: Message = Message(["Nature et nombre de communs soutenus"]);
    pub const SUPPORTED_ENTRIES: Message = Message(["Nature et nombre de fiches soutenues"]);
    pub const EXAMPLES: Message = Message(["Exemples"]);
    pub const LIFTED: Message = Message(["Freins levés et bonnes pratiques"]);
    pub const PROPOSALS: Message = Message(["Propositions"]);
    pub const WHO_BEARS_IT: Message = Message(["Qui la porte"]);
    pub const RESOURCES_AND_CONTACTS: Message = Message(["Ressources et contacts"]);
}

/// Sub-headings inside rubrics.
pub mod headings {
    use crate::Message;

    pub const PROBLEMS: Message = Message(["Sans lui"]);
    pub const CONTEXT: Message = Message(["Contexte"]);
    pub const AUDIENCES: Message = Message(["Pour qui"]);
    pub const BEARERS: Message = Message(["Porteurs"]);
    pub const PARTNERS: Message = Message(["Partenaires"]);
    pub const USERS: Message = Message(["Qui s’en sert"]);
    pub const PROVIDERS: Message = Message(["Qui aide à s’en servir"]);
    pub const REPLACES: Message = Message(["Tient lieu de"]);
    pub const SUPPORTED_BY: Message = Message(["Programmes qui le soutiennent"]);
    pub const PRINCIPLES: Message = Message(["Principes"]);
    pub const LEVELS: Message = Message(["Niveaux"]);
    pub const TECHNOLOGIES: Message = Message(["Techniques"]);
    pub const DECIDES: Message = Message(["Qui décide"]);
    pub const PAYS: Message = Message(["Qui paie"]);
    pub const OBSTACLES: Message = Message(["Freins"]);
    pub const NEEDS: Message = Message(["Besoins"]);
    pub const LEVERS: Message = Message(["Points d’appui"]);
    pub const CHALLENGES: Message = Message(["Défis"]);
    pub const WAVES: Message = Message(["Vagues de sélection"]);
    pub const CONTRIBUTE: Message = Message(["Contribuer"]);
    pub const CALL: Message = Message(["Vers qui se tourner"]);
}

pub const MATURITY_NOTE: Message =
    Message(["Les mots viennent des sources\u{202f}; le niveau est attribué par la rédaction."]);
pub const OFFER_HELP: Message = Message(["Proposer mon aide"]);

pub const STATUS: Message = Message(["Statut"]);
pub const REPLACED_BY: Message = Message(["Remplacé par"]);
pub const VERSION: Message = Message(["Version"]);
pub const IDENTIFIERS: Noun = Noun([["", "Identifiant", "Identifiants"]]);
pub const LICENCES: Noun = Noun([["", "Licence", "Licences"]]);
pub const RIGHTS: Message = Message(["Ce que je peux en faire"]);
pub const LICENCE_TEXT: Message = Message(["Lire le texte de la licence"]);
pub const NO_LICENCE: Message =
    Message(["Sans licence connue, demandez au porteur avant de reprendre ou de rediffuser."]);
pub const IDENTITY: Message = Message(["Identité"]);
pub const BEARERS: Noun = Noun([["", "Porteur", "Porteurs"]]);
pub const INITIATED: Message = Message(["Initié par l’administration"]);
pub const INITIATED_UNKNOWN: Message = Message(["Non précisé"]);
pub const PUBLIC_BODY: Message = Message(["Organisme public"]);
pub const TERRITORIES: Noun = Noun([["", "Territoire", "Territoires"]]);
pub const AUDIENCES: Noun = Noun([["", "Public", "Publics"]]);
pub const CONTACT: Message = Message(["Contact"]);
pub const ALIASES: Noun = Noun([["", "Autre nom", "Autres noms"]]);
pub const HANDLE: Message = Message(["Mot-dièse ou compte"]);
pub const EDITORIAL_NAME: Message = Message(["Le nom de cette fiche est de notre rédaction."]);

pub const DATES: Message = Message(["Repères de temps"]);
pub const UPDATED: Message = Message(["Dernière mise à jour connue"]);
pub const CHECKED: Message = Message(["Fiche vérifiée le "]);

pub fn completeness(language: Language, filled: usize, total: usize) -> (String, &'static str) {
    match language {
        Language::French => {
            let rubrics = Noun([["", "rubrique", "rubriques"]]).agree(language, filled);
            let known = Noun([["", " renseignée", " renseignées"]]).agree(language, filled);
            (format!("{filled} {rubrics} sur {total}"), known)
        }
    }
}

/// What is said where something was looked for in vain.
pub fn not_found(language: Language, date: Option<&str>) -> String {
    match (language, date) {
        (Language::French, Some(date)) => format!("cherché sans être trouvé ({date})"),
        (Language::French, None) => "cherché sans être trouvé".to_owned(),
    }
}

pub const DEDUCED: Message = Message(["déduit"]);
pub const TO_COMPLETE: Message = Message(["Une fiche à compléter."]);

pub fn to_complete(language: Language, missing: usize, total: usize) -> String {
    match language {
        Language::French => {
            let (rubrics, wait) = if missing < 2 { ("rubrique", "attend") } else { ("rubriques", "attendent") };
            format!(
                " {missing} {rubrics} sur {total} {wait} une information vérifiable. Nous préférons le signaler que deviner."
            )
        }
    }
}

pub const COMPLETE_IT: Message = Message(["Compléter cette fiche"]);
pub const A_MISTAKE: Message = Message(["Une information fausse, un oubli\u{202f}?"]);
pub const CORRECT: Message = Message(["Proposer une correction"]);

pub fn correction_subject(language: Language, name: &str) -> String {
    match language {
        Language::French => format!("Correction\u{a0}: {name}"),
    }
}

pub fn help_subject(language: Language, name: &str) -> String {
    match language {
        Language::French => format!("Proposer mon aide\u{a0}: {name}"),
    }
}

pub const NEIGHBOURS: Message = Message(["À voir aussi"]);
pub const CLOSE: Noun = Noun([["", "Fiche proche", "Fiches proches"]]);

pub fn shared(language: Language, bearers: &[&str], programmes: &[&str], themes: &[&str]) -> String {
    match language {
        Language::French => {
            let said: Vec<String> = [
                (["", "Même porteur", "Mêmes porteurs"], bearers),
                (["", "Soutenu par le même programme", "Soutenu par les mêmes programmes"], programmes),
                (["", "Même thème", "Mêmes thèmes"], themes),
            ]
            .into_iter()
            .filter(|(_, names)| !names.is_empty())
            .map(|(noun, names)| {
                format!("{}\u{a0}: {}.", Noun([noun]).agree(language, names.len()), names.join("\u{202f}; "))
            })
            .collect();
            said.join(" ")
        }
    }
}

/// What an entry of a kind is: « Programme de soutien : Appel à projets ».
pub fn nature(language: Language, kind: &str, nature: Option<&str>) -> String {
    let nature = nature.map_or_else(|| uncapitalised(NO_NATURE.to(language)), str::to_owned);
    match language {
        // Some kinds have one nature only, of the same name.
        Language::French if nature == kind => nature,
        Language::French => format!("{kind}\u{a0}: {nature}"),
    }
}

pub const DOCUMENTS: Message = Message(["Documents sources"]);
pub const SOURCES: Message = Message(["Sources de cette fiche"]);
pub const MARKS: Noun = Noun([["", "Source", "Sources"]]);

pub fn lines(language: Language, lines: &str) -> String {
    match language {
        Language::French => {
            let word = if lines.contains(['-', ',']) { "lignes" } else { "ligne" };
            format!("{word}\u{a0}{}", lines.replace('-', " à ").replace(',', ", "))
        }
    }
}

pub const EDITORS: Message = Message(["Choix de la rédaction"]);
pub const EDITORS_CHOICES: Message =
    Message(["Le résumé et le classement sont déduits des sources. Ils se discutent\u{a0}: proposez une correction."]);
pub const TERMS: Message = Message(["Mots du lexique"]);
pub const SEE_LEXICON: Message = Message(["Dans le lexique"]);
pub const SEE_ENTRY: Message = Message(["Voir la fiche"]);
pub const NOTE: Message = Message(["Remarque de la rédaction"]);
pub const ASIDE: Message = Message(["Fiche d’identité"]);
pub const REPOSITORY: Message = Message(["Dépôt public"]);
pub const NO_ADDRESS: Message = Message(["adresse non renseignée"]);

pub fn dead(language: Language, since: &str) -> String {
    match language {
        Language::French => format!("adresse sans réponse {since}"),
    }
}

pub const RESOURCE: Message = Message(["Ressource"]);
pub const EMAIL: Message = Message(["Courriel"]);

pub fn no_entry(language: Language, id: &str) -> String {
    match language {
        Language::French => format!("Aucune fiche ne porte l’identifiant {}.", quoted(language, id)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nature_of_the_name_of_its_kind_is_said_once() {
        for (kind, said, expected) in [
            ("Programme de soutien", Some("Appel à projets"), "Programme de soutien\u{a0}: Appel à projets"),
            ("Programme de soutien", None, "Programme de soutien\u{a0}: type non renseigné"),
            ("Façon de contribuer", Some("Façon de contribuer"), "Façon de contribuer"),
        ] {
            assert_eq!(nature(Language::French, kind, said), expected);
        }
    }

    #[test]
    fn what_is_shared_reads_as_sentences() {
        for (bearers, programmes, themes, expected) in [
            (&["IGN"][..], &[][..], &["Géographie"][..], "Même porteur\u{a0}: IGN. Même thème\u{a0}: Géographie."),
            (
                &[],
                &["A", "B"],
                &["Eau", "App Definition"],
                "Soutenu par les mêmes programmes\u{a0}: A\u{202f}; B. Mêmes thèmes\u{a0}: Eau\u{202f}; App Definition.",
            ),
            (&[], &[], &[], ""),
        ] {
            assert_eq!(shared(Language::French, bearers, programmes, themes), expected);
        }
    }
}
