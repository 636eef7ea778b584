//! The mirror of `catalogue.json`: the only place that knows the file's shape.
//!
//! Every field is optional, and [`super::json`] tells every fault with its place.
//! Nothing here is checked beyond its JSON type: [`super::validate`] does the rest.
//!
//! The doc comments of this file are in French: they become the descriptions in
//! `catalogue.schema.json`, which the people who edit the data read in their editor.

mod entry;
mod object;

pub use entry::{
    RawCall, RawChallenge, RawCriterion, RawDate, RawEntry, RawLicence, RawLink, RawList, RawMaturity, RawMetric,
    RawPartner, RawSource, RawStage, RawTagged,
};

#[cfg(feature = "schema")]
use super::{
    base_url::BaseUrl,
    scalar::{PartialDate, SafeUrl},
    schema::{Columns, Email, Motif, Slug},
    words::{Answer, ChangeNature, GridLink},
};

use super::forgiving::Listed;
use super::json::Json;
use super::text::Text;
use object::objects;

objects! {
    /// Le catalogue entier.
    #[cfg_attr(feature = "schema", schemars(extend("required" = ["format", "site"])))]
    RawCatalogue {
        /// Adresse du schéma, pour la complétion dans les éditeurs.
        schema as "$schema": Option<String>,
        /// Version du format : 1.
        #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
        format: u32,
        /// Réglages du site.
        site: RawSite,
        /// Grilles de l’accueil, dans l’ordre d’affichage.
        grids: Listed<RawGrid>,
        /// Groupes « Ils cherchent de l’aide » de l’accueil, dans l’ordre d’affichage.
        help_groups: Listed<RawHelpGroup>,
        /// Listes de valeurs auxquelles les fiches renvoient.
        vocabularies: RawVocabularies,
        /// Documents dont viennent les faits.
        documents: Listed<RawDocument>,
        /// Groupes de mots de même sens pour la recherche.
        synonyms: Listed<Listed<String>>,
        /// Ce qui a changé dans le catalogue, pour son flux. L’ordre est indifférent : les dates le donnent.
        changes: Listed<RawChange>,
        /// Les fiches, dans n’importe quel ordre. Lues une à une : une fiche fautive n’empêche pas les autres.
        #[cfg_attr(feature = "schema", schemars(with = "Vec<RawEntry>"))]
        entries: Listed<Json>,
    }

    /// Réglages du site.
    #[cfg_attr(feature = "schema", schemars(extend("required" = ["title"])))]
    RawSite {
        /// Adresse publique du site, en http ou https : les flux et les exports en font des adresses entières.
        #[cfg_attr(feature = "schema", schemars(with = "Option<BaseUrl>"))]
        url: Option<String>,
        /// Nom court du site.
        title: Text,
        /// Titre de la page d’accueil.
        heading: Text,
        /// Description pour les moteurs de recherche.
        description: Text,
        /// Encadré d’introduction de l’accueil.
        introduction: Text,
        /// Encadré final de l’accueil : titre.
        invitation_heading: Text,
        /// Encadré final de l’accueil : texte.
        invitation: Text,
        /// Adresse de courriel qui reçoit les propositions.
        #[cfg_attr(feature = "schema", schemars(with = "Email"))]
        contact: String,
        /// Date de la dernière mise à jour de la liste (AAAA, AAAA-MM ou AAAA-MM-JJ).
        #[cfg_attr(feature = "schema", schemars(with = "PartialDate"))]
        updated: String,
        /// Langues du site (codes ISO 639-1), la première par défaut.
        languages: Listed<String>,
        /// Recherches données en exemple sur l’accueil.
        examples: Listed<Text>,
        /// Paragraphes de la page « À propos ».
        about: Listed<RawSection>,
        /// Licence du contenu (identifiant SPDX).
        licence: String,
        /// Dépôt du site, pour signaler une erreur.
        #[cfg_attr(feature = "schema", schemars(with = "Option<SafeUrl>"))]
        repository: Option<String>,
        /// Les problèmes des données s’affichent-ils en haut des pages ? Oui, sauf si la valeur est `false`.
        show_problems: Option<bool>,
    }

    /// Un intertitre et ses paragraphes.
    RawSection {
        /// Intertitre.
        heading: Text,
        /// Paragraphes.
        paragraphs: Listed<Text>,
    }

    /// Une grille de cartes de l’accueil.
    #[cfg_attr(feature = "schema", schemars(extend("required" = ["id", "heading"])))]
    RawGrid {
        /// Identifiant (sert d’ancre).
        #[cfg_attr(feature = "schema", schemars(with = "Slug"))]
        id: String,
        /// Titre.
        heading: Text,
        /// Chapeau.
        lead: Text,
        /// Colonnes à partir de 48 em : 3 ou 4.
        #[cfg_attr(feature = "schema", schemars(with = "Option<Columns>"))]
        columns: Option<u32>,
        /// Où mène la carte entière : « fiche » (par défaut) ou « site ».
        #[cfg_attr(feature = "schema", schemars(with = "Option<GridLink>"))]
        link: Option<String>,
        /// La carte porte-t-elle une image (le motif de son thème) en tête ?
        image: Option<bool>,
        /// La grille se termine-t-elle par une invitation à ouvrir le catalogue ?
        more: Option<bool>,
        /// Identifiants des fiches, dans l’ordre d’affichage.
        #[cfg_attr(feature = "schema", schemars(with = "Vec<Slug>"))]
        entries: Listed<String>,
    }

    /// Un groupe « Ils cherchent de l’aide ».
    #[cfg_attr(feature = "schema", schemars(extend("required" = ["need"])))]
    RawHelpGroup (need) {
        /// Besoin (vocabulaire `need`).
        #[cfg_attr(feature = "schema", schemars(with = "Slug"))]
        need: String,
        /// Soutiens recensés pour ce besoin : programmes.
        #[cfg_attr(feature = "schema", schemars(with = "Vec<Slug>"))]
        supports: Listed<String>,
    }

    /// Listes de valeurs. Chaque fiche renvoie à l’identifiant d’un terme.
    RawVocabularies {
        /// Thèmes ; `motif` nomme le dessin.
        theme: Listed<RawTerm>,
        /// Types de ressource (nature regroupée).
        nature: Listed<RawTerm>,
        /// Besoins, par nature d’aide ; `icon` nomme le pictogramme.
        need: Listed<RawTerm>,
        /// Familles de freins.
        obstacle: Listed<RawTerm>,
        /// Types de soutien d’un programme.
        support: Listed<RawTerm>,
        /// Licences ; l’identifiant est SPDX quand il existe.
        licence: Listed<RawLicenceTerm>,
        /// Publics.
        audience: Listed<RawTerm>,
        /// Échelles de territoire.
        scale: Listed<RawTerm>,
    }

    /// Un terme de vocabulaire.
    #[cfg_attr(feature = "schema", schemars(extend("required" = ["id", "label"])))]
    RawTerm {
        /// Identifiant (minuscules, chiffres, tirets).
        #[cfg_attr(feature = "schema", schemars(with = "Slug"))]
        id: String,
        /// Libellé affiché.
        label: Text,
        /// Dessin du thème (l’une des 18 trames).
        #[cfg_attr(feature = "schema", schemars(with = "Option<Motif>"))]
        motif: Option<String>,
        /// Pictogramme.
        icon: Option<String>,
    }

    /// Une licence, avec ce qu’elle permet.
    #[cfg_attr(feature = "schema", schemars(extend("required" = ["id", "label"])))]
    RawLicenceTerm {
        /// Identifiant SPDX quand il existe.
        id: String,
        /// Nom affiché.
        label: Text,
        /// Adresse du texte.
        #[cfg_attr(feature = "schema", schemars(with = "Option<SafeUrl>"))]
        url: Option<String>,
        /// Ce que je peux en faire, ligne à ligne.
        rights: Listed<RawRight>,
    }

    /// Un usage et ce que la licence en dit.
    #[cfg_attr(feature = "schema", schemars(extend("required" = ["usage", "answer"])))]
    RawRight {
        /// Usage (« Réutiliser les données »).
        usage: Text,
        /// « oui », « verifier » ou « non ».
        #[cfg_attr(feature = "schema", schemars(with = "Answer"))]
        answer: String,
        /// Phrase d’explication.
        note: Text,
    }

    /// Un changement : des fiches, une date, une raison.
    #[cfg_attr(feature = "schema", schemars(extend("required" = ["date", "nature", "entries", "reason"])))]
    RawChange {
        /// Date (AAAA, AAAA-MM ou AAAA-MM-JJ).
        #[cfg_attr(feature = "schema", schemars(with = "PartialDate"))]
        date: String,
        /// « nouveau » : les fiches entrent au catalogue ; « modifie » : elles disent autre chose.
        #[cfg_attr(feature = "schema", schemars(with = "ChangeNature"))]
        nature: String,
        /// Identifiants des fiches.
        #[cfg_attr(feature = "schema", schemars(with = "Vec<Slug>"))]
        entries: Listed<String>,
        /// Ce qui a changé, en une phrase.
        reason: Text,
    }

    /// Un document source.
    #[cfg_attr(feature = "schema", schemars(extend("required" = ["id", "title"])))]
    RawDocument {
        /// Identifiant.
        id: String,
        /// Titre affiché.
        title: Text,
        /// Nature : « page web », « diaporama », « article ».
        nature: Text,
        /// Adresse, si elle est publique.
        #[cfg_attr(feature = "schema", schemars(with = "Option<SafeUrl>"))]
        url: Option<String>,
    }
}
