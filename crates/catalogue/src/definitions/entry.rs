//! The fields of one entry, and those of the objects that it holds.

use super::Presence::{Nullable, Optional, Required};
use super::Shape::{
    Address, Boolean, Date, Document, Email, Entry, File, HostValues, Identifier, Kind, List, Number, Object, Plain, Slug, Tag, Tagged, Term, Text, Word,
};
use super::{Table, field, table};
use crate::identity::IMAGES;
use crate::vocabulary::VocabularyKey::{Audience, Licence, Nature, Need, Obstacle, Scale, Support, Theme};
use crate::words::{ChallengeAxis, Initiated, Licensed, LinkKind, Register, Stage, Status};

/// The fields of an entry.
pub static ENTRY: Table = table(
    "RawEntry",
    "Une fiche. Seuls `id`, `kind`, `name` sont obligatoires : ce qui n’est pas connu reste absent.",
    &[
    field("id", Required, Slug, "Identifiant stable (minuscules, chiffres, tirets).").titled("Identifiant"),
    field("kind", Required, Kind,
        "Genre : commun, programme, organisation, ressource, evenement, contribution ou definition.").titled("Genre"),
    field("name", Required, Text, "Nom affiché."),
    field("aliases", Optional, List(&Plain), "Autres noms, sigles."),
    field("former_ids", Optional, List(&Slug), "Anciens identifiants : leurs adresses mènent à cette fiche.")
        .titled("Anciens identifiants"),
    field("replaces", Optional, List(&Plain), "Produits que l’on cherche et dont elle tient lieu (« Photoshop »).")
        .titled("Produits dont elle tient lieu"),
    field("status", Nullable, Object(&STATUS), "Est-ce que cela vit encore ?").titled("Statut"),
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
    field("users", Optional, List(&Object(&PARTNER)), "Qui s’en sert ou y contribue.").titled("Utilisateurs"),
    field("providers", Optional, List(&Object(&PARTNER)), "Qui l’héberge, l’installe, aide à s’en servir.")
        .titled("Prestataires"),
    field("initiated", Nullable, Word(Initiated::WORDS),
        "Initié par l’administration : « oui », « non » ; absent si les sources ne le disent pas.")
        .titled("Initié par l’administration"),
    field("initiated_basis", Nullable, Text, "Ce qui fonde la réponse précédente."),
    field("governance", Nullable, Text, "Rubrique 4 : gouvernance.").titled("Gouvernance"),
    field("economic_model", Nullable, Text, "Rubrique 4 : modèle économique.").titled("Modèle économique"),
    field("licences", Optional, List(&Object(&LICENCE)), "Licences : du code, des données, des contenus, de tout."),
    field("licence", Nullable, Object(&LICENCE), "Licence, quand il n’y en a qu’une : autre façon de l’écrire.")
        .titled("Licence unique"),
    field("version", Nullable, Plain, "Dernière version publiée."),
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
    field("logo", Nullable, Object(&IMAGE), "Logo, dans un carré : un fichier posé à côté des données."),
    field("images", Optional, List(&Object(&IMAGE)), "Images qui la montrent, dans l’ordre : des fichiers posés à côté des données."),
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
        .titled("Fiches soutenues ou données en exemple, pour un programme"),
    field("examples_note", Optional, List(&Text),
        "Programme : exemples décrits sans fiche, nature des communs soutenus.")
        .titled("Nature de ce qui est soutenu, exemples sans fiche"),
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
    field("identifiers", Optional, Object(&IDENTIFIERS), "Identifiants dans d’autres registres.")
        .titled("Identifiants ailleurs"),
    field("values", Optional, HostValues, "Champs propres à ce catalogue, par leur identifiant (`fields`).")
        .titled("Champs propres"),
    field("sources", Optional, List(&Object(&SOURCE)), "Sources des faits."),
    field("not_found", Optional, List(&Object(&NOT_FOUND)), "Ce qui a été cherché sans être trouvé.")
        .titled("Cherché sans être trouvé"),
    field("updated", Nullable, Date, "Dernière mise à jour connue de la chose décrite."),
    field("checked", Nullable, Date, "Date de la dernière vérification de la fiche."),
]);

static CALL: Table = table("RawCall", "Vers qui se tourner.", &[
    field("label", Nullable, Text, "Étiquette courte (« Administrations », « Soutien »)."),
    field("text", Required, Text, "Phrase."),
]).main("text");

static PARTNER: Table = table("RawPartner", "Un partenaire : une fiche (`entry`) ou un nom (`name`).", &[
    field("entry", Nullable, Entry, "Identifiant de fiche.").titled("Fiche"),
    field("name", Nullable, Text, "Nom, si aucune fiche ne lui correspond."),
    field("role", Nullable, Text, "Rôle, ou usage."),
    field("since", Nullable, Date, "Depuis quand (AAAA, AAAA-MM ou AAAA-MM-JJ)."),
]).needs(&["name", "entry"]);

static STATUS: Table = table("RawStatus", "Ce que devient la chose décrite.", &[
    field("state", Required, Word(Status::WORDS),
        "« actif », « essai », « dormant », « archive », « abandonne » ou « remplace ».").titled("État"),
    field("since", Nullable, Date, "Depuis quand (AAAA, AAAA-MM ou AAAA-MM-JJ)."),
    field("replaced_by", Optional, List(&Entry), "Ce qui l’a remplacée (identifiants de fiches).")
        .titled("Remplacée par"),
    field("note", Nullable, Text, "Ce qui le montre : un fait et sa date."),
]).main("state");

static IDENTIFIERS: Table = table("RawIdentifiers", "Identifiants dans d’autres registres.", &[
    field("wikidata", Nullable, Identifier(Register::Wikidata), "Wikidata (« Q42 »)."),
    field("siren", Nullable, Identifier(Register::Siren), "SIREN (« 130025265 »)."),
    field("rna", Nullable, Identifier(Register::Rna), "RNA d’une association (« W751234567 »)."),
    field("ror", Nullable, Identifier(Register::Ror), "ROR (« 05v1ya123 »)."),
    field("doi", Nullable, Identifier(Register::Doi), "DOI (« 10.5281/zenodo.123 »)."),
    field("swhid", Nullable, Identifier(Register::Swhid), "Software Heritage (« swh:1:snp:… »)."),
]);

static NOT_FOUND: Table = table("RawNotFound", "Ce qui a été cherché sans être trouvé.", &[
    field("field", Required, Plain, "Clé du champ, ou sorte d’adresse (« links.depot »).").titled("Champ"),
    field("date", Nullable, Date, "Jour de la recherche (AAAA, AAAA-MM ou AAAA-MM-JJ)."),
]).main("field");

static LICENCE: Table = table("RawLicence", "Licence d’une fiche.", &[
    field("id", Required, Term(Licence), "Terme du vocabulaire `licence`.").titled("Licence"),
    field("of", Nullable, Word(Licensed::WORDS), "Sur quoi : « tout » (par défaut), « code », « donnees » ou « contenus ».")
        .titled("Sur quoi"),
    field("note", Nullable, Text, "Ce que dit la source, au plus près."),
]).main("id");

static MATURITY: Table = table("RawMaturity", "Maturité, sur trois axes.", &[
    field("resource", Nullable, Object(&STAGE), "Ce qui est partagé."),
    field("community", Nullable, Object(&STAGE), "Qui l’utilise et l’entretient."),
    field("governance", Nullable, Object(&STAGE), "Qui décide, selon quelles règles."),
]);

static STAGE: Table = table("RawStage", "Un axe de maturité.", &[
    field("stage", Nullable, Word(Stage::WORDS),
        "« reflexion », « construction », « evolution » ou « abouti », attribué par la rédaction.").titled("Niveau"),
    field("note", Nullable, Text, "Ce que dit la source."),
]).main("stage");

pub(crate) static TAGGED: Table = table("RawTagged", "Une phrase et le terme de vocabulaire qui la classe.", &[
    field("text", Required, Text, "Phrase."),
    field("tag", Nullable, Tag, "Terme du vocabulaire.").titled("Catégorie"),
]).main("text");

static IMAGE: Table = table("RawEntryImage", "Une image. Avec ses dimensions, rien ne bouge quand elle arrive.", &[
    field("file", Required, File(IMAGES), "Image : un fichier posé à côté des données.").titled("Fichier"),
    field("width", Nullable, Number, "Largeur, en pixels.").titled("Largeur"),
    field("height", Nullable, Number, "Hauteur, en pixels.").titled("Hauteur"),
    field("alt", Nullable, Text, "Ce qu’elle montre, pour qui ne la voit pas.").titled("Texte de remplacement"),
]).main("file");

static METRIC: Table = table(
    "RawMetric",
    "Un chiffre clé, tel que la source le donne (« plus de 600 »).",
    &[
    field("label", Optional, Text, "Ce qui est compté."),
    field("value", Required, Text, "Valeur, avec son approximation."),
    field("date", Nullable, Date, "Date du chiffre (AAAA, AAAA-MM ou AAAA-MM-JJ)."),
]).needs(&["value"]);

static DATE: Table = table("RawDate", "Une date et ce qu’elle marque.", &[
    field("label", Optional, Text, "Ce que la date marque."),
    field("date", Nullable, Date, "Date (AAAA, AAAA-MM ou AAAA-MM-JJ)."),
    field("text", Nullable, Text, "Ce que dit la source quand une date ne suffit pas (« saison 9 », « 1er juin »)."),
]).needs(&["date", "text"]);

static LINK: Table = table("RawLink", "Une adresse.", &[
    field("url", Nullable, Address, "Adresse http, https ou mailto."),
    field("label", Nullable, Text, "Libellé."),
    field("kind", Nullable, Word(LinkKind::WORDS),
        "« site », « depot », « wiki », « document », « donnees », « contact » ou « autre ».")
        .titled("Sorte d’adresse"),
    field("dead", Nullable, Date, "Date à laquelle l’adresse ne répondait plus (AAAA, AAAA-MM ou AAAA-MM-JJ)."),
]).main("url").needs(&["url", "label"]);

static CHALLENGE: Table = table("RawChallenge", "Un défi d’un appel.", &[
    field("code", Optional, Plain, "Numéro ou lettre."),
    field("name", Required, Text, "Intitulé."),
    field("axis", Nullable, Word(ChallengeAxis::WORDS), "Axe : « transversal » ou « thematique »."),
    field("icon", Nullable, Plain, "Pictogramme."),
    field("theme", Nullable, Term(Theme), "Thème associé (vocabulaire `theme`)."),
]).main("name");

static CRITERION: Table = table("RawCriterion", "Un critère et ses précisions.", &[
    field("question", Optional, Text, "Question."),
    field("points", Optional, List(&Text), "Précisions."),
]).main("question").needs(&["question"]);

static LIST: Table = table("RawList", "Une liste propre à une fiche.", &[
    field("heading", Optional, Text, "Intitulé."),
    field("items", Optional, List(&Text), "Éléments."),
]).needs(&["items"]);

static SOURCE: Table = table(
    "RawSource",
    "Une source : un document du catalogue et ses lignes, ou une page publique.",
    &[
    field("document", Nullable, Document, "Identifiant du document, s’il est dans la liste `documents`.")
        .titled("Document"),
    field("lines", Nullable, Plain, "Lignes ou endroit (« 8-11,64 »)."),
    field("title", Nullable, Text, "Titre, pour une page publique."),
    field("url", Nullable, Address, "Adresse de la page."),
    field("date", Nullable, Date, "Jour où elle a été lue, ou daté (AAAA, AAAA-MM ou AAAA-MM-JJ)."),
    field("fields", Optional, List(&Plain), "Clés des champs qui en viennent (« licences », « links.depot »).")
        .titled("Champs qui en viennent"),
    field("deduced", Optional, Boolean, "Est-ce déduit plutôt que dit ?").titled("Déduit plutôt que dit"),
]).main("document").needs(&["document", "title", "url"]);
