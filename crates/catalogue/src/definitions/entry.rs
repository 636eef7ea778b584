//! The fields of one entry, and those of the objects that it holds.

use super::Presence::{Nullable, Optional, Required};
use super::Shape::{
    Address, Boolean, Date, Document, Email, Entry, List, Number, Object, Plain, Slug, Tag, Tagged, Term, Text, Word,
};
use super::{Table, field, table};
use crate::vocabulary::VocabularyKey::{Audience, Licence, Nature, Need, Obstacle, Scale, Support, Theme};
use crate::words::{ChallengeAxis, Initiated, Kind, LinkKind, Stage};

pub(crate) static ENTRY: Table = table(
    "RawEntry",
    "Une fiche. Seuls `id`, `kind`, `name` sont obligatoires : ce qui n’est pas connu reste absent.",
    &[
    field("id", Required, Slug, "Identifiant stable (minuscules, chiffres, tirets).").titled("Identifiant"),
    field("kind", Required, Word(Kind::WORDS),
        "Genre : commun, programme, organisation, ressource, evenement, contribution ou definition.").titled("Genre"),
    field("name", Required, Text, "Nom affiché."),
    field("aliases", Optional, List(&Plain), "Autres noms, sigles."),
    field("nature", Nullable, Term(Nature), "Type regroupé (vocabulaire `nature`).").titled("Type"),
    field("nature_detail", Nullable, Text, "Nature telle que la source la dit."),
    field("themes", Optional, List(&Term(Theme)), "Thèmes (vocabulaire `theme`), le principal d’abord.")
        .titled("Thèmes, le principal d’abord"),
    field("keywords", Optional, List(&Plain), "Mots-clés qui ne sont pas des thèmes, pour la recherche.")
        .titled("Mots-clés qui ne sont pas des thèmes"),
    field("summary", Nullable, Text, "Ce que c’est, en une ou deux phrases."),
    field("call", Nullable, Object(&CALL), "Vers qui se tourner, en une phrase."),
    field("need", Nullable, Text, "Rubrique 1 : besoin auquel la fiche répond.").titled("Besoin"),
    field("problems", Optional, List(&Text), "Difficultés vécues sans elle."),
    field("context", Optional, List(&Text), "Contexte."),
    field("description", Optional, List(&Text), "Rubrique 3 : description.").titled("Description"),
    field("principles", Optional, List(&Text), "Principes énumérés."),
    field("levels", Optional, List(&Text), "Niveaux d’un même commun (code, objets, méthodes)."),
    field("bearers", Optional, List(&Entry), "Rubrique 2 : structures porteuses (identifiants de fiches).")
        .titled("Structures porteuses"),
    field("partners", Optional, List(&Object(&PARTNER)), "Partenaires."),
    field("initiated", Nullable, Word(Initiated::WORDS),
        "Initié par l’administration : « oui », « non » ; absent si les sources ne le disent pas.")
        .titled("Initié par l’administration"),
    field("initiated_basis", Nullable, Text, "Ce qui fonde la réponse précédente."),
    field("governance", Nullable, Text, "Rubrique 4 : gouvernance.").titled("Gouvernance"),
    field("economic_model", Nullable, Text, "Rubrique 4 : modèle économique.").titled("Modèle économique"),
    field("licence", Nullable, Object(&LICENCE), "Licence."),
    field("maturity", Optional, Object(&MATURITY), "Rubrique 5 : maturité sur trois axes.")
        .titled("Maturité sur trois axes"),
    field("obstacles", Optional, List(&Tagged(Obstacle)),
        "Rubrique 6 : freins ; `tag` est dans le vocabulaire `obstacle`.").titled("Freins"),
    field("needs", Optional, List(&Tagged(Need)),
        "Rubrique 6 : besoins exprimés ; `tag` est dans le vocabulaire `need`.").titled("Besoins exprimés"),
    field("levers", Optional, List(&Text), "Points d’appui ; pour un programme, freins levés et bonnes pratiques."),
    field("metrics", Optional, List(&Object(&METRIC)), "Chiffres clés."),
    field("technologies", Optional, List(&Text), "Techniques citées."),
    field("audiences", Optional, List(&Tagged(Audience)), "Publics ; `tag` est dans le vocabulaire `audience`.")
        .titled("Publics"),
    field("territories", Optional, List(&Tagged(Scale)), "Territoires ; `tag` est dans le vocabulaire `scale`.")
        .titled("Territoires"),
    field("dates", Optional, List(&Object(&DATE)), "Dates."),
    field("links", Optional, List(&Object(&LINK)), "Rubrique 7 : adresses.").titled("Adresses"),
    field("emails", Optional, List(&Email), "Rubrique 7 : courriels d’équipe.").titled("Courriels d’équipe"),
    field("handles", Optional, List(&Plain), "Mots-dièse et comptes."),
    field("resources", Optional, List(&Entry), "Rubrique 7 : ressources (identifiants de fiches).")
        .titled("Ressources à partager"),
    field("supports", Optional, List(&Tagged(Support)),
        "Programme : soutiens offerts ; `tag` est dans le vocabulaire `support`.")
        .titled("Soutiens offerts, pour un programme"),
    field("examples", Optional, List(&Entry),
        "Programme : communs soutenus ou donnés en exemple (identifiants de fiches).")
        .titled("Communs soutenus ou donnés en exemple, pour un programme"),
    field("examples_note", Optional, List(&Text),
        "Programme : exemples décrits sans fiche, nature des communs soutenus.")
        .titled("Nature des communs soutenus, exemples sans fiche"),
    field("challenges", Optional, List(&Object(&CHALLENGE)), "Appel : défis.").titled("Défis, pour un appel"),
    field("waves", Optional, List(&Object(&DATE)), "Appel : vagues de dépôt.").titled("Vagues de dépôt, pour un appel"),
    field("criteria", Optional, List(&Object(&CRITERION)), "Critères ou questions d’instruction."),
    field("proposals", Optional, List(&Text), "Propositions collectives."),
    field("lists", Optional, List(&Object(&LIST)), "Listes propres à cette fiche (menu, étiquettes, filtres…).")
        .titled("Listes propres à cette fiche"),
    field("related", Optional, List(&Entry), "Fiches liées (identifiants).").titled("Fiches liées"),
    field("note", Nullable, Text, "Remarque de la rédaction."),
    field("editorial_name", Optional, Boolean, "Le nom est-il de notre rédaction plutôt que des sources ?")
        .titled("Le nom est de notre rédaction"),
    field("order", Nullable, Number, "Rang dans une suite ordonnée."),
    field("sources", Optional, List(&Object(&SOURCE)), "Sources des faits."),
    field("updated", Nullable, Date, "Dernière mise à jour connue de la chose décrite."),
    field("checked", Nullable, Date, "Date de la dernière vérification de la fiche."),
]);

pub(crate) static CALL: Table = table("RawCall", "Vers qui se tourner.", &[
    field("label", Nullable, Text, "Étiquette courte (« Administrations », « Soutien »)."),
    field("text", Required, Text, "Phrase."),
]).main("text").needs(&["text"]);

pub(crate) static PARTNER: Table = table("RawPartner", "Un partenaire : une fiche (`entry`) ou un nom (`name`).", &[
    field("entry", Nullable, Entry, "Identifiant de fiche.").titled("Fiche"),
    field("name", Nullable, Text, "Nom, si aucune fiche ne lui correspond."),
    field("role", Nullable, Text, "Rôle."),
]).needs(&["name", "entry"]);

pub(crate) static LICENCE: Table = table("RawLicence", "Licence d’une fiche.", &[
    field("id", Required, Term(Licence), "Terme du vocabulaire `licence`.").titled("Licence"),
    field("note", Nullable, Text, "Ce que dit la source, au plus près."),
]).main("id").needs(&["id"]);

pub(crate) static MATURITY: Table = table("RawMaturity", "Maturité, sur trois axes.", &[
    field("resource", Nullable, Object(&STAGE), "Ce qui est partagé."),
    field("community", Nullable, Object(&STAGE), "Qui l’utilise et l’entretient."),
    field("governance", Nullable, Object(&STAGE), "Qui décide, selon quelles règles."),
]);

pub(crate) static STAGE: Table = table("RawStage", "Un axe de maturité.", &[
    field("stage", Nullable, Word(Stage::WORDS),
        "« reflexion », « construction », « evolution » ou « abouti », attribué par la rédaction.").titled("Niveau"),
    field("note", Nullable, Text, "Ce que dit la source."),
]).main("stage");

pub(crate) static TAGGED: Table = table("RawTagged", "Une phrase et le terme de vocabulaire qui la classe.", &[
    field("text", Required, Text, "Phrase."),
    field("tag", Nullable, Tag, "Terme du vocabulaire.").titled("Catégorie"),
]).main("text").needs(&["text"]);

pub(crate) static METRIC: Table = table(
    "RawMetric",
    "Un chiffre clé, tel que la source le donne (« plus de 600 »).",
    &[
    field("label", Optional, Text, "Ce qui est compté."),
    field("value", Required, Text, "Valeur, avec son approximation."),
    field("date", Nullable, Date, "Date du chiffre (AAAA, AAAA-MM ou AAAA-MM-JJ)."),
]).needs(&["value"]);

pub(crate) static DATE: Table = table("RawDate", "Une date et ce qu’elle marque.", &[
    field("label", Optional, Text, "Ce que la date marque."),
    field("date", Nullable, Date, "Date (AAAA, AAAA-MM ou AAAA-MM-JJ)."),
    field("text", Nullable, Text, "Ce que dit la source quand une date ne suffit pas (« saison 9 », « 1er juin »)."),
]).needs(&["date", "text"]);

pub(crate) static LINK: Table = table("RawLink", "Une adresse.", &[
    field("url", Nullable, Address, "Adresse http, https ou mailto."),
    field("label", Nullable, Text, "Libellé."),
    field("kind", Nullable, Word(LinkKind::WORDS),
        "« site », « depot », « wiki », « document », « donnees », « contact » ou « autre ».")
        .titled("Sorte d’adresse"),
    field("dead", Nullable, Date, "Date à laquelle l’adresse ne répondait plus (AAAA, AAAA-MM ou AAAA-MM-JJ)."),
]).main("url").needs(&["url", "label"]);

pub(crate) static CHALLENGE: Table = table("RawChallenge", "Un défi d’un appel.", &[
    field("code", Optional, Plain, "Numéro ou lettre."),
    field("name", Required, Text, "Intitulé."),
    field("axis", Nullable, Word(ChallengeAxis::WORDS), "Axe : « transversal » ou « thematique »."),
    field("icon", Nullable, Plain, "Pictogramme."),
    field("theme", Nullable, Term(Theme), "Thème associé (vocabulaire `theme`)."),
]).main("name").needs(&["name"]);

pub(crate) static CRITERION: Table = table("RawCriterion", "Un critère et ses précisions.", &[
    field("question", Optional, Text, "Question."),
    field("points", Optional, List(&Text), "Précisions."),
]).main("question").needs(&["question"]);

pub(crate) static LIST: Table = table("RawList", "Une liste propre à une fiche.", &[
    field("heading", Optional, Text, "Intitulé."),
    field("items", Optional, List(&Text), "Éléments."),
]).needs(&["items"]);

pub(crate) static SOURCE: Table = table("RawSource", "Une source : un document et ses lignes.", &[
    field("document", Required, Document, "Identifiant du document."),
    field("lines", Nullable, Plain, "Lignes (« 8-11,64 »)."),
]).main("document").needs(&["document"]);
