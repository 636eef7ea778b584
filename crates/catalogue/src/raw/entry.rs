//! The part of the mirror that one entry fills.

#[cfg(feature = "schema")]
use crate::{
    scalar::{PartialDate, SafeUrl},
    schema::{Email, Slug},
    words::{ChallengeAxis, Initiated, Kind, LinkKind, Stage},
};

use super::object::objects;
use crate::forgiving::Listed;
use crate::text::Text;

objects! {
    /// Une fiche. Seuls `id`, `kind`, `name` sont obligatoires : ce qui n’est pas connu reste absent.
    #[cfg_attr(feature = "schema", schemars(extend("required" = ["id", "kind", "name"])))]
    RawEntry {
        /// Identifiant stable (minuscules, chiffres, tirets).
        #[cfg_attr(feature = "schema", schemars(title = "Identifiant", with = "Slug"))]
        id: Option<String>,
        /// Genre : commun, programme, organisation, ressource, evenement, contribution ou definition.
        #[cfg_attr(feature = "schema", schemars(title = "Genre", with = "Kind"))]
        kind: Option<String>,
        /// Nom affiché.
        #[cfg_attr(feature = "schema", schemars(with = "Text"))]
        name: Option<Text>,
        /// Autres noms, sigles.
        aliases: Listed<String>,
        /// Type regroupé (vocabulaire `nature`).
        #[cfg_attr(feature = "schema", schemars(title = "Type", with = "Option<Slug>", extend("x-vocabulary" = "nature")))]
        nature: Option<String>,
        /// Nature telle que la source la dit.
        nature_detail: Option<Text>,
        /// Thèmes (vocabulaire `theme`), le principal d’abord.
        #[cfg_attr(feature = "schema", schemars(title = "Thèmes, le principal d’abord", with = "Vec<Slug>", extend("x-vocabulary" = "theme")))]
        themes: Listed<String>,
        /// Mots-clés qui ne sont pas des thèmes, pour la recherche.
        #[cfg_attr(feature = "schema", schemars(title = "Mots-clés qui ne sont pas des thèmes"))]
        keywords: Listed<String>,
        /// Ce que c’est, en une ou deux phrases.
        summary: Option<Text>,
        /// Vers qui se tourner, en une phrase.
        call: Option<RawCall>,
        /// Rubrique 1 : besoin auquel la fiche répond.
        #[cfg_attr(feature = "schema", schemars(title = "Besoin"))]
        need: Option<Text>,
        /// Difficultés vécues sans elle.
        problems: Listed<Text>,
        /// Contexte.
        context: Listed<Text>,
        /// Rubrique 3 : description.
        #[cfg_attr(feature = "schema", schemars(title = "Description"))]
        description: Listed<Text>,
        /// Principes énumérés.
        principles: Listed<Text>,
        /// Niveaux d’un même commun (code, objets, méthodes).
        levels: Listed<Text>,
        /// Rubrique 2 : structures porteuses (identifiants de fiches).
        #[cfg_attr(feature = "schema", schemars(title = "Structures porteuses", with = "Vec<Slug>", extend("x-reference" = "entries")))]
        bearers: Listed<String>,
        /// Partenaires.
        partners: Listed<RawPartner>,
        /// Initié par l’administration : « oui », « non » ; absent si les sources ne le disent pas.
        #[cfg_attr(feature = "schema", schemars(title = "Initié par l’administration", with = "Option<Initiated>"))]
        initiated: Option<String>,
        /// Ce qui fonde la réponse précédente.
        initiated_basis: Option<Text>,
        /// Rubrique 4 : gouvernance.
        #[cfg_attr(feature = "schema", schemars(title = "Gouvernance"))]
        governance: Option<Text>,
        /// Rubrique 4 : modèle économique.
        #[cfg_attr(feature = "schema", schemars(title = "Modèle économique"))]
        economic_model: Option<Text>,
        /// Licence.
        licence: Option<RawLicence>,
        /// Rubrique 5 : maturité sur trois axes.
        #[cfg_attr(feature = "schema", schemars(title = "Maturité sur trois axes"))]
        maturity: RawMaturity,
        /// Rubrique 6 : freins ; `tag` est dans le vocabulaire `obstacle`.
        #[cfg_attr(feature = "schema", schemars(title = "Freins", extend("x-vocabulary" = "obstacle")))]
        obstacles: Listed<RawTagged>,
        /// Rubrique 6 : besoins exprimés ; `tag` est dans le vocabulaire `need`.
        #[cfg_attr(feature = "schema", schemars(title = "Besoins exprimés", extend("x-vocabulary" = "need")))]
        needs: Listed<RawTagged>,
        /// Points d’appui ; pour un programme, freins levés et bonnes pratiques.
        levers: Listed<Text>,
        /// Chiffres clés.
        metrics: Listed<RawMetric>,
        /// Techniques citées.
        technologies: Listed<Text>,
        /// Publics ; `tag` est dans le vocabulaire `audience`.
        #[cfg_attr(feature = "schema", schemars(title = "Publics", extend("x-vocabulary" = "audience")))]
        audiences: Listed<RawTagged>,
        /// Territoires ; `tag` est dans le vocabulaire `scale`.
        #[cfg_attr(feature = "schema", schemars(title = "Territoires", extend("x-vocabulary" = "scale")))]
        territories: Listed<RawTagged>,
        /// Dates.
        dates: Listed<RawDate>,
        /// Rubrique 7 : adresses.
        #[cfg_attr(feature = "schema", schemars(title = "Adresses"))]
        links: Listed<RawLink>,
        /// Rubrique 7 : courriels d’équipe.
        #[cfg_attr(feature = "schema", schemars(title = "Courriels d’équipe", with = "Vec<Email>"))]
        emails: Listed<String>,
        /// Mots-dièse et comptes.
        handles: Listed<String>,
        /// Rubrique 7 : ressources (identifiants de fiches).
        #[cfg_attr(feature = "schema", schemars(title = "Ressources à partager", with = "Vec<Slug>", extend("x-reference" = "entries")))]
        resources: Listed<String>,
        /// Programme : soutiens offerts ; `tag` est dans le vocabulaire `support`.
        #[cfg_attr(feature = "schema", schemars(title = "Soutiens offerts, pour un programme", extend("x-vocabulary" = "support")))]
        supports: Listed<RawTagged>,
        /// Programme : communs soutenus ou donnés en exemple (identifiants de fiches).
        #[cfg_attr(feature = "schema", schemars(title = "Communs soutenus ou donnés en exemple, pour un programme", with = "Vec<Slug>", extend("x-reference" = "entries")))]
        examples: Listed<String>,
        /// Programme : exemples décrits sans fiche, nature des communs soutenus.
        #[cfg_attr(feature = "schema", schemars(title = "Nature des communs soutenus, exemples sans fiche"))]
        examples_note: Listed<Text>,
        /// Appel : défis.
        #[cfg_attr(feature = "schema", schemars(title = "Défis, pour un appel"))]
        challenges: Listed<RawChallenge>,
        /// Appel : vagues de dépôt.
        #[cfg_attr(feature = "schema", schemars(title = "Vagues de dépôt, pour un appel"))]
        waves: Listed<RawDate>,
        /// Critères ou questions d’instruction.
        criteria: Listed<RawCriterion>,
        /// Propositions collectives.
        proposals: Listed<Text>,
        /// Listes propres à cette fiche (menu, étiquettes, filtres…).
        #[cfg_attr(feature = "schema", schemars(title = "Listes propres à cette fiche"))]
        lists: Listed<RawList>,
        /// Fiches liées (identifiants).
        #[cfg_attr(feature = "schema", schemars(title = "Fiches liées", with = "Vec<Slug>", extend("x-reference" = "entries")))]
        related: Listed<String>,
        /// Remarque de la rédaction.
        note: Option<Text>,
        /// Le nom est-il de notre rédaction plutôt que des sources ?
        #[cfg_attr(feature = "schema", schemars(title = "Le nom est de notre rédaction"))]
        editorial_name: bool,
        /// Rang dans une suite ordonnée.
        order: Option<u32>,
        /// Sources des faits.
        sources: Listed<RawSource>,
        /// Dernière mise à jour connue de la chose décrite.
        #[cfg_attr(feature = "schema", schemars(with = "Option<PartialDate>"))]
        updated: Option<String>,
        /// Date de la dernière vérification de la fiche.
        #[cfg_attr(feature = "schema", schemars(with = "Option<PartialDate>"))]
        checked: Option<String>,
    }

    /// Vers qui se tourner.
    #[cfg_attr(feature = "schema", schemars(extend("required" = ["text"])))]
    RawCall (text) {
        /// Étiquette courte (« Administrations », « Soutien »).
        label: Option<Text>,
        /// Phrase.
        text: Text,
    }

    /// Un partenaire : une fiche (`entry`) ou un nom (`name`).
    RawPartner {
        /// Identifiant de fiche.
        #[cfg_attr(feature = "schema", schemars(title = "Fiche", with = "Option<Slug>", extend("x-reference" = "entries")))]
        entry: Option<String>,
        /// Nom, si aucune fiche ne lui correspond.
        name: Option<Text>,
        /// Rôle.
        role: Option<Text>,
    }

    /// Licence d’une fiche.
    #[cfg_attr(feature = "schema", schemars(extend("required" = ["id"])))]
    RawLicence (id) {
        /// Terme du vocabulaire `licence`.
        #[cfg_attr(feature = "schema", schemars(title = "Licence", extend("x-vocabulary" = "licence")))]
        id: String,
        /// Ce que dit la source, au plus près.
        note: Option<Text>,
    }

    /// Maturité, sur trois axes.
    RawMaturity {
        /// Ce qui est partagé.
        resource: Option<RawStage>,
        /// Qui l’utilise et l’entretient.
        community: Option<RawStage>,
        /// Qui décide, selon quelles règles.
        governance: Option<RawStage>,
    }

    /// Un axe de maturité.
    RawStage (stage) {
        /// « reflexion », « construction », « evolution » ou « abouti », attribué par la rédaction.
        #[cfg_attr(feature = "schema", schemars(title = "Niveau", with = "Option<Stage>"))]
        stage: Option<String>,
        /// Ce que dit la source.
        note: Option<Text>,
    }

    /// Une phrase et le terme de vocabulaire qui la classe.
    #[cfg_attr(feature = "schema", schemars(extend("required" = ["text"])))]
    RawTagged (text) {
        /// Phrase.
        text: Text,
        /// Terme du vocabulaire.
        #[cfg_attr(feature = "schema", schemars(title = "Catégorie", with = "Option<Slug>"))]
        tag: Option<String>,
    }

    /// Un chiffre clé, tel que la source le donne (« plus de 600 »).
    #[cfg_attr(feature = "schema", schemars(extend("required" = ["value"])))]
    RawMetric {
        /// Ce qui est compté.
        label: Text,
        /// Valeur, avec son approximation.
        value: Text,
        /// Date du chiffre (AAAA, AAAA-MM ou AAAA-MM-JJ).
        #[cfg_attr(feature = "schema", schemars(with = "Option<PartialDate>"))]
        date: Option<String>,
    }

    /// Une date et ce qu’elle marque.
    RawDate {
        /// Ce que la date marque.
        label: Text,
        /// Date (AAAA, AAAA-MM ou AAAA-MM-JJ).
        #[cfg_attr(feature = "schema", schemars(with = "Option<PartialDate>"))]
        date: Option<String>,
        /// Ce que dit la source quand une date ne suffit pas (« saison 9 », « 1er juin »).
        text: Option<Text>,
    }

    /// Une adresse.
    RawLink (url) {
        /// Adresse http, https ou mailto.
        #[cfg_attr(feature = "schema", schemars(with = "Option<SafeUrl>"))]
        url: Option<String>,
        /// Libellé.
        label: Option<Text>,
        /// « site », « depot », « wiki », « document », « donnees », « contact » ou « autre ».
        #[cfg_attr(feature = "schema", schemars(title = "Sorte d’adresse", with = "Option<LinkKind>"))]
        kind: Option<String>,
        /// Date à laquelle l’adresse ne répondait plus (AAAA, AAAA-MM ou AAAA-MM-JJ).
        #[cfg_attr(feature = "schema", schemars(with = "Option<PartialDate>"))]
        dead: Option<String>,
    }

    /// Un défi d’un appel.
    #[cfg_attr(feature = "schema", schemars(extend("required" = ["name"])))]
    RawChallenge (name) {
        /// Numéro ou lettre.
        code: String,
        /// Intitulé.
        name: Text,
        /// Axe : « transversal » ou « thematique ».
        #[cfg_attr(feature = "schema", schemars(with = "Option<ChallengeAxis>"))]
        axis: Option<String>,
        /// Pictogramme.
        icon: Option<String>,
        /// Thème associé (vocabulaire `theme`).
        #[cfg_attr(feature = "schema", schemars(with = "Option<Slug>", extend("x-vocabulary" = "theme")))]
        theme: Option<String>,
    }

    /// Un critère et ses précisions.
    RawCriterion (question) {
        /// Question.
        question: Text,
        /// Précisions.
        points: Listed<Text>,
    }

    /// Une liste propre à une fiche.
    RawList {
        /// Intitulé.
        heading: Text,
        /// Éléments.
        items: Listed<Text>,
    }

    /// Une source : un document et ses lignes.
    #[cfg_attr(feature = "schema", schemars(extend("required" = ["document"])))]
    RawSource (document) {
        /// Identifiant du document.
        #[cfg_attr(feature = "schema", schemars(extend("x-reference" = "documents")))]
        document: String,
        /// Lignes (« 8-11,64 »).
        lines: Option<String>,
    }
}
