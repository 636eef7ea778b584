//! The fiche of an entry.

use super::catalogue::NO_NATURE;
use super::{agree, kind, uncapitalised};
use catalogue::{Answer, ChallengeAxis, Kind, LinkKind, PartialDate, Relation};

/// Name of the breadcrumb.
pub const BREADCRUMB: &str = "Fil d’Ariane";
/// Heading of the contents.
pub const CONTENTS: &str = "Dans cette fiche";
/// Heading of the maturity.
pub const MATURITY: &str = "Maturité";
/// Goes to the site.
pub const VISIT: &str = "Aller sur";
/// No known site.
pub const NO_SITE: &str = "Adresse du site\u{a0}: non renseignée.";
/// Offers to give it.
pub const GIVE_IT: &str = "L’indiquer";
/// Number of needs, as a key figure.
pub const NEEDS_FIGURE: &str = "besoins exprimés";
/// The same, for one.
pub const NEED_FIGURE: &str = "besoin exprimé";

/// The seven rubrics of a commons.
pub const COMMONS_RUBRICS: [&str; 7] = [
    "Besoin",
    "Structure porteuse et communauté",
    "Description",
    "Gouvernance et modèle économique",
    "Maturité",
    "Freins et besoins",
    "Ressources à partager",
];
/// The rubrics of a programme.
pub const PROGRAMME_RUBRICS: [&str; 8] = [
    "Structure porteuse",
    "Type de soutien",
    "Nature et nombre de communs soutenus",
    "Exemples",
    "Freins et besoins",
    "Freins levés et bonnes pratiques",
    "Ressources à partager",
    "Propositions",
];
/// The rubrics of any other entry.
pub const OTHER_RUBRICS: [&str; 3] = ["Description", "Qui la porte", "Ressources et contacts"];

/// Sub-headings inside rubrics.
pub mod headings {
    /// Difficulties without it.
    pub const PROBLEMS: &str = "Sans lui";
    /// Context.
    pub const CONTEXT: &str = "Contexte";
    /// For whom.
    pub const AUDIENCES: &str = "Pour qui";
    /// Bearers.
    pub const BEARERS: &str = "Porteurs";
    /// Partners.
    pub const PARTNERS: &str = "Partenaires";
    /// Supports.
    pub const SUPPORTED_BY: &str = "Programmes qui le soutiennent";
    /// Principles.
    pub const PRINCIPLES: &str = "Principes";
    /// Levels.
    pub const LEVELS: &str = "Niveaux";
    /// Techniques.
    pub const TECHNOLOGIES: &str = "Techniques";
    /// Who decides.
    pub const DECIDES: &str = "Qui décide";
    /// Who pays.
    pub const PAYS: &str = "Qui paie";
    /// Obstacles.
    pub const OBSTACLES: &str = "Freins";
    /// Needs.
    pub const NEEDS: &str = "Besoins";
    /// Levers.
    pub const LEVERS: &str = "Points d’appui";
    /// Challenges.
    pub const CHALLENGES: &str = "Défis";
    /// Waves.
    pub const WAVES: &str = "Vagues de sélection";
    /// Ways to contribute.
    pub const CONTRIBUTE: &str = "Contribuer";
    /// Call.
    pub const CALL: &str = "Vers qui se tourner";
}

/// Said above the maturity.
pub const MATURITY_NOTE: &str = "Les mots viennent des sources\u{202f}; le niveau est attribué par la rédaction.";
/// Offers help.
pub const OFFER_HELP: &str = "Proposer mon aide";

/// Heading of the licence.
pub const LICENCE: &str = "Licence";
/// Heading of what it allows.
pub const RIGHTS: &str = "Ce que je peux en faire";
/// Link to its text.
pub const LICENCE_TEXT: &str = "Lire le texte de la licence";
/// When it is not known.
pub const NO_LICENCE: &str = "Sans licence connue, demandez au porteur avant de reprendre ou de rediffuser.";
/// The answer on a use.
#[must_use]
pub const fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "Oui.",
        Answer::Check => "À vérifier.",
        Answer::No => "Non.",
    }
}

/// Heading of the identity.
pub const IDENTITY: &str = "Identité";
/// Label of bearers.
pub const BEARER: &str = "Porteur";
/// Label of the initiative.
pub const INITIATED: &str = "Initié par l’administration";
/// The initiative is not known.
pub const INITIATED_UNKNOWN: &str = "Non précisé";
/// Label of the initiative, for an organisation.
pub const PUBLIC_BODY: &str = "Organisme public";
/// Label of the territory.
pub const TERRITORY: &str = "Territoire";
/// Label of audiences.
pub const AUDIENCE: &str = "Publics";
/// Label of the contact.
pub const CONTACT: &str = "Contact";
/// Label of other names.
pub const ALIASES: &str = "Autres noms";
/// Label of accounts.
pub const HANDLES: &str = "mots-dièse et comptes";
/// The name is the editors'.
pub const EDITORIAL_NAME: &str = "Le nom de cette fiche est de notre rédaction.";

/// Heading of dates.
pub const DATES: &str = "Repères de temps";
/// Label of the last change.
pub const UPDATED: &str = "Dernière mise à jour connue";
/// Label of the last check.
pub const CHECKED: &str = "Fiche vérifiée le ";
/// « 5 rubriques sur 7 ».
#[must_use]
pub fn completeness(filled: usize, total: usize) -> (String, &'static str) {
    let rubrics = agree(filled, "rubrique", "rubriques");
    (format!("{filled} {rubrics} sur {total}"), agree(filled, " renseignée", " renseignées"))
}
/// A fiche that lacks much.
pub const TO_COMPLETE: &str = "Une fiche à compléter.";
/// Why it is left so.
#[must_use]
pub fn to_complete(missing: usize, total: usize) -> String {
    format!(
        " {missing} rubriques sur {total} attendent une information vérifiable. Nous préférons le signaler que deviner."
    )
}
/// Offers to complete it.
pub const COMPLETE_IT: &str = "Compléter cette fiche";
/// Asks for corrections.
pub const A_MISTAKE: &str = "Une information fausse, un oubli\u{202f}?";
/// Sends one.
pub const CORRECT: &str = "Proposer une correction";
/// Subject of a correction.
#[must_use]
pub fn correction_subject(name: &str) -> String {
    format!("Correction\u{a0}: {name}")
}
/// Subject of an offer of help.
#[must_use]
pub fn help_subject(name: &str) -> String {
    format!("Proposer mon aide\u{a0}: {name}")
}

/// Heading of neighbours.
pub const NEIGHBOURS: &str = "À voir aussi";
/// Heading of a group of entries that cite this one.
#[must_use]
pub const fn cited_as(relation: Relation) -> &'static str {
    match relation {
        Relation::Bearer => "Ce que porte cette structure",
        Relation::Partner => "Participe à",
        Relation::Example => "Programmes qui le citent",
        Relation::Resource => "Ressource de",
        Relation::Related => "Fiches qui y renvoient",
    }
}
/// Heading of related entries.
pub const RELATED: &str = "Fiches liées";
/// Heading of the entries of the same kind that share the most.
pub const CLOSE: &str = "Fiches proches";

/// What an entry is: « Commun numérique », « Programme de soutien : Appel à projets ».
#[must_use]
pub fn nature(of: Kind, nature: Option<String>) -> String {
    let known = nature.is_some();
    let nature = nature.unwrap_or_else(|| NO_NATURE.to_owned());
    match of {
        Kind::Commons => nature,
        of if known => format!("{}\u{a0}: {nature}", kind(of)),
        of => format!("{}\u{a0}: {}", kind(of), uncapitalised(&nature)),
    }
}

/// What an entry shares with this one: bearers, programmes, themes.
#[must_use]
pub fn shared(bearers: &[&str], programmes: &[&str], themes: &[&str]) -> String {
    let said: Vec<String> = [
        ("Même porteur", "Mêmes porteurs", bearers),
        ("Soutenu par le même programme", "Soutenu par les mêmes programmes", programmes),
        ("Même thème", "Mêmes thèmes", themes),
    ]
    .into_iter()
    .filter(|(.., names)| !names.is_empty())
    .map(|(one, several, names)| format!("{}\u{a0}: {}.", agree(names.len(), one, several), names.join("\u{202f}; ")))
    .collect();
    said.join(" ")
}

/// Heading of the documents the facts come from.
pub const DOCUMENTS: &str = "Documents sources";
/// Heading of sources.
pub const SOURCES: &str = "Sources de cette fiche";
/// Lines of a source.
#[must_use]
pub fn lines(lines: &str) -> String {
    let word = if lines.contains(['-', ',']) { "lignes" } else { "ligne" };
    format!("{word}\u{a0}{}", lines.replace('-', " à ").replace(',', ", "))
}
/// The editors as a source.
pub const EDITORS: &str = "Choix de la rédaction";
/// What they chose.
pub const EDITORS_CHOICES: &str =
    "Résumé, thèmes, type et niveaux de maturité sont déduits des sources. Ils se discutent\u{202f}: écrivez-nous.";
/// The terms of the lexicon that a rubric uses.
pub const TERMS: &str = "Mots du lexique";
/// The way from one of them to the others.
pub const SEE_LEXICON: &str = "Dans le lexique";
/// A remark of the editors.
pub const NOTE: &str = "Remarque de la rédaction";
/// Name of the aside.
pub const ASIDE: &str = "Fiche d’identité";
/// A thing named without an address.
pub const NO_ADDRESS: &str = "adresse non renseignée";
/// A thing whose address does not answer any more.
#[must_use]
pub fn dead(since: PartialDate) -> String {
    format!("adresse sans réponse depuis {}", super::date(since))
}
/// A thing that no one says the nature of.
pub const RESOURCE: &str = "ressource";
/// A thing whose address is not in the sources.
pub const EMAIL: &str = "courriel";

/// What a link leads to.
#[must_use]
pub const fn link_kind(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Site => "site",
        LinkKind::Repository => "dépôt de code",
        LinkKind::Wiki => "wiki",
        LinkKind::Document => "document",
        LinkKind::Data => "données",
        LinkKind::Contact => "contact",
        LinkKind::Other => "lien",
    }
}
/// The family of a challenge.
#[must_use]
pub const fn challenge_axis(axis: Option<ChallengeAxis>) -> &'static str {
    match axis {
        None => headings::CHALLENGES,
        Some(ChallengeAxis::Transversal) => "Défis transversaux",
        Some(ChallengeAxis::Thematic) => "Défis thématiques",
    }
}
/// An entry that does not exist.
#[must_use]
pub fn no_entry(id: &str) -> String {
    format!("Aucune fiche ne porte l’identifiant {}.", super::quoted(id))
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(shared(bearers, programmes, themes), expected);
        }
    }
}
