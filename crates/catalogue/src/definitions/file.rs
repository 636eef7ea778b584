//! The fields of the whole file, and those of the objects that it holds beside entries.

use super::Presence::{Nullable, Optional, Required};
use super::Shape::{
    Address, Boolean, Colour, Columns, Date, Email, Entry, File, Kind, List, Number, Object, PageId, Plain, SiteAddress, Slug, Target,
    Term, Text, Unread, Version, Word,
};
use super::entry::ENTRY;
use super::{Table, field, table};
use crate::identity::{IMAGES, STYLE_FILE};
use crate::section_type::{Menu, SectionType};
use crate::vocabulary::MOTIFS;
use crate::vocabulary::VocabularyKey::Need;
use crate::words::{Answer, ChangeNature, FieldType, GridLink, Model, Rubric, SearchWeight};

pub(crate) static CATALOGUE: Table = table("", "Le catalogue entier.", &[
    field("$schema", Nullable, Plain, "Adresse du schéma, pour la complétion dans les éditeurs."),
    field("format", Required, Version, "Version du format : 1."),
    field("site", Required, Object(&SITE), "Réglages du site."),
    field("grids", Optional, List(&Object(&GRID)), "Grilles de l’accueil, dans l’ordre d’affichage."),
    field("help_groups", Optional, List(&Object(&HELP_GROUP)),
        "Groupes « Ils cherchent de l’aide » de l’accueil, dans l’ordre d’affichage."),
    field("vocabularies", Optional, Object(&VOCABULARIES), "Listes de valeurs auxquelles les fiches renvoient."),
    field("fields", Optional, List(&Object(&HOST_FIELD)),
        "Champs propres à ce catalogue : les fiches les remplissent sous `values`."),
    field("kinds", Optional, List(&Object(&KIND)),
        "Genres de fiches, dans l’ordre des onglets : nommés autrement, cachés, ou ajoutés. Les autres suivent."),
    field("rubrics", Optional, List(&Object(&RUBRIC)),
        "Rubriques des fiches, dans l’ordre : nommées autrement, ou cachées. Les autres suivent."),
    field("facets", Optional, List(&Object(&FACET)),
        "Filtres montrés, dans l’ordre. Sans cette liste : ceux du format, puis ceux des champs propres."),
    field("pages", Optional, List(&Object(&PAGE)),
        "Pages du site, dans l’ordre des menus. Sans cette liste : celles du format."),
    field("documents", Optional, List(&Object(&DOCUMENT)), "Documents dont viennent les faits."),
    field("synonyms", Optional, List(&List(&Plain)), "Groupes de mots de même sens pour la recherche."),
    field("changes", Optional, List(&Object(&CHANGE)),
        "Ce qui a changé dans le catalogue, pour son flux. L’ordre est indifférent : les dates le donnent."),
    field("details", Nullable, Word(&[names::DETAILS_FILE]),
        "Fichier qui complète les fiches, posé à côté de celui-ci : la construction l’écrit, pour que les listes s’affichent avant."),
    field("entries", Optional, List(&Unread(&ENTRY)),
        "Les fiches, dans n’importe quel ordre. Lues une à une : une fiche fautive n’empêche pas les autres."),
]);

pub(crate) static SITE: Table = table("RawSite", "Réglages du site.", &[
    field("url", Nullable, SiteAddress,
        "Adresse publique du site, en http ou https : les flux et les exports en font des adresses entières."),
    field("title", Required, Text, "Nom court du site."),
    field("heading", Optional, Text, "Titre de la page d’accueil."),
    field("description", Optional, Text, "Description pour les moteurs de recherche."),
    field("introduction", Optional, Text, "Encadré d’introduction de l’accueil."),
    field("invitation_heading", Optional, Text, "Encadré final de l’accueil : titre."),
    field("invitation", Optional, Text, "Encadré final de l’accueil : texte."),
    field("contact", Optional, Email, "Adresse de courriel qui reçoit les propositions."),
    field("updated", Optional, Date, "Date de la dernière mise à jour de la liste (AAAA, AAAA-MM ou AAAA-MM-JJ)."),
    field("languages", Optional, List(&Plain), "Langues du site (codes ISO 639-1), la première par défaut."),
    field("examples", Optional, List(&Text), "Recherches données en exemple sur l’accueil."),
    field("about", Optional, List(&Object(&SECTION)), "Paragraphes de la page « À propos »."),
    field("licence", Optional, Plain, "Licence du contenu (identifiant SPDX)."),
    field("repository", Nullable, Address, "Dépôt du site, pour signaler une erreur."),
    field("publisher", Nullable, Object(&PUBLISHER), "Qui publie le catalogue ; à défaut, le nom du site."),
    field("footer", Optional, Text, "Ce que dit le pied des pages sous le nom du site."),
    field("header_links", Optional, List(&Object(&SITE_LINK)), "Liens ajoutés au menu des pages."),
    field("footer_links", Optional, List(&Object(&SITE_LINK)),
        "Liens ajoutés au pied des pages : mentions légales, accessibilité…"),
    field("logo", Nullable, Object(&LOGO), "Logo, en tête et au pied des pages."),
    field("icon", Nullable, File(&["svg", "png", "ico"]), "Icône de l’onglet : un fichier posé à côté des données."),
    field("touch_icon", Nullable, File(&["png"]),
        "Icône d’écran des téléphones, un carré de 180 pixels : un fichier posé à côté des données."),
    field("image", Nullable, Object(&PICTURE), "Image que d’autres sites montrent avec un lien vers celui-ci."),
    field("accent", Nullable, Colour, "Couleur des liens et des boutons ; trop pâle ou trop sombre, elle est corrigée."),
    field("grounds", Nullable, Object(&COLOURS), "Couleurs des fonds ; celles où les textes se liraient mal sont corrigées."),
    field("style", Nullable, Word(&[STYLE_FILE]), "Feuille de style de l’hébergeur, posée à côté des données."),
    field("show_problems", Nullable, Boolean,
        "Les problèmes des données s’affichent-ils en haut des pages ? Oui, sauf si la valeur est `false`."),
]);

static PUBLISHER: Table = table("RawPublisher", "Qui publie le catalogue.", &[
    field("name", Required, Text, "Nom."),
    field("url", Nullable, Address, "Adresse de son site."),
]).main("name");

static SITE_LINK: Table = table("RawSiteLink", "Un lien de toutes les pages.", &[
    field("label", Required, Text, "Ce qui se lit."),
    field("url", Required, Target,
        "Où il mène : une adresse http, https ou mailto, ou un chemin du site (« mentions.html », « a-propos/ »)."),
]);

static LOGO: Table = table("RawLogo", "Un logo. Avec ses dimensions, rien ne bouge quand il arrive.", &[
    field("file", Required, File(IMAGES), "Image : un fichier posé à côté des données."),
    field("dark", Nullable, File(IMAGES), "La même, pour les fonds sombres."),
    field("width", Nullable, Number, "Largeur, en pixels."),
    field("height", Nullable, Number, "Hauteur, en pixels."),
    field("holds_name", Nullable, Boolean, "Le nom du site est-il dans l’image ? Il ne s’écrit alors pas à côté."),
]).main("file");

static PICTURE: Table = table("RawPicture", "Une image.", &[
    field("file", Required, File(&["png", "jpg", "jpeg", "webp"]), "Image : un fichier posé à côté des données."),
    field("width", Nullable, Number, "Largeur, en pixels."),
    field("height", Nullable, Number, "Hauteur, en pixels."),
    field("alt", Optional, Text, "Ce qu’elle montre, pour qui ne la voit pas."),
]).main("file");

static COLOURS: Table = table("RawGrounds", "Une couleur pour le thème clair, une pour le thème sombre.", &[
    field("light", Nullable, Colour, "Fond du thème clair."),
    field("dark", Nullable, Colour, "Fond du thème sombre."),
]);

static SECTION: Table = table("RawSection", "Un intertitre et ses paragraphes.", &[
    field("heading", Optional, Text, "Intertitre."),
    field("paragraphs", Optional, List(&Text), "Paragraphes."),
]);

static GRID: Table = table("RawGrid", "Une grille de cartes de l’accueil.", &[
    field("id", Required, Slug, "Identifiant (sert d’ancre)."),
    field("heading", Required, Text, "Titre."),
    field("lead", Optional, Text, "Chapeau."),
    field("link", Nullable, Word(GridLink::WORDS), "Où mène la carte entière : « fiche » (par défaut) ou « site »."),
    field("columns", Nullable, Columns, "Colonnes à partir de 48 em : 3 ou 4."),
    field("image", Nullable, Boolean, "La carte porte-t-elle une image (le motif de son thème) en tête ?"),
    field("more", Nullable, Boolean, "La grille se termine-t-elle par une invitation à ouvrir le catalogue ?"),
    field("entries", Optional, List(&Entry), "Identifiants des fiches, dans l’ordre d’affichage."),
]);

static HELP_GROUP: Table = table("RawHelpGroup", "Un groupe « Ils cherchent de l’aide ».", &[
    field("need", Required, Term(Need), "Besoin (vocabulaire `need`)."),
    field("supports", Optional, List(&Entry), "Soutiens recensés pour ce besoin : programmes."),
]).main("need");

pub(crate) static VOCABULARIES: Table = table(
    "RawVocabularies",
    "Listes de valeurs. Chaque fiche renvoie à l’identifiant d’un terme.",
    &[
    field("theme", Optional, List(&Object(&TERM)), "Thèmes ; `motif` nomme le dessin."),
    field("nature", Optional, List(&Object(&TERM)), "Types de ressource (nature regroupée)."),
    field("need", Optional, List(&Object(&TERM)), "Besoins, par nature d’aide ; `icon` nomme le pictogramme."),
    field("obstacle", Optional, List(&Object(&TERM)), "Familles de freins."),
    field("support", Optional, List(&Object(&TERM)), "Types de soutien d’un programme."),
    field("licence", Optional, List(&Object(&LICENCE_TERM)), "Licences ; l’identifiant est SPDX quand il existe."),
    field("audience", Optional, List(&Object(&TERM)), "Publics."),
    field("scale", Optional, List(&Object(&TERM)), "Échelles de territoire."),
]);

static HOST_FIELD: Table = table("RawField", "Un champ propre à ce catalogue.", &[
    field("id", Required, Slug, "Identifiant : la clé sous `values`."),
    field("label", Nullable, Text, "Nom affiché ; l’identifiant par défaut."),
    field("type", Nullable, Word(FieldType::WORDS),
        "« texte » (par défaut), « paragraphes », « termes », « nombre », « date », « oui-non », « adresse » ou « fiches »."),
    field("unit", Nullable, Text, "Unité d’un nombre (« km »)."),
    field("kinds", Optional, List(&Kind), "Genres de fiches qui l’ont ; tous par défaut."),
    field("rubric", Nullable, Word(Rubric::WORDS), "Rubrique de la fiche où il se lit ; « description » par défaut."),
    field("facet", Nullable, Boolean, "Est-ce un filtre ? Pour « termes », « oui-non » et « fiches »."),
    field("card", Nullable, Boolean, "Se lit-il sur les cartes ?"),
    field("table", Nullable, Boolean, "A-t-il une colonne dans le tableau ?"),
    field("order", Nullable, Boolean, "Peut-on trier par lui ? Pour « nombre » et « date », le plus grand d’abord."),
    field("search", Nullable, Word(SearchWeight::WORDS), "Poids de ses mots dans la recherche : « fort » ou « faible »."),
    field("terms", Optional, List(&Object(&HOST_TERM)),
        "Termes permis, dans l’ordre ; sans cette liste, ceux que les fiches emploient."),
]);

static HOST_TERM: Table = table("RawFieldTerm", "Un terme d’un champ propre.", &[
    field("id", Required, Plain, "Identifiant, tel que les fiches l’écrivent."),
    field("label", Nullable, Text, "Libellé affiché ; l’identifiant par défaut."),
]).main("id");

static FACET: Table = table("RawFacet", "Un filtre montré.", &[
    field("field", Required, Plain, "Clé du champ, du format (« themes », « licences ») ou propre."),
    field("open", Nullable, Boolean, "Est-il déplié d’abord ? Les trois premiers le sont."),
    field("kinds", Optional, List(&Kind), "Genres pour lesquels il se montre ; tous par défaut."),
]).main("field");

static KIND: Table = table("RawKind", "Un genre de fiches, tel que ce catalogue l’appelle.", &[
    field("id", Required, Slug, "Genre du format (« commun », « ressource »), ou le nom d’un genre ajouté."),
    field("model", Nullable, Word(Model::WORDS), "Pour un genre ajouté : celui du format dont ses fiches ont les champs et les rubriques."),
    field("folder", Nullable, Slug,
        "Dossier de ses fiches dans les adresses (« logiciels ») ; celui du format par défaut, ou l’identifiant d’un genre ajouté."),
    field("one", Nullable, Plain, "Une fiche de ce genre : « logiciel »."),
    field("several", Nullable, Plain, "Plusieurs : « logiciels » ; avec un « s » de plus par défaut."),
    field("none", Nullable, Plain, "Aucune : « aucun logiciel »."),
    field("hidden", Nullable, Boolean, "L’onglet est-il caché ?"),
]).main("id");

static RUBRIC: Table = table("RawRubric", "Une rubrique des fiches.", &[
    field("id", Required, Word(Rubric::WORDS), "Rubrique du format."),
    field("title", Nullable, Text, "Titre."),
    field("kinds", Optional, List(&Kind), "Genres de fiches concernés ; tous par défaut."),
    field("empty", Nullable, Boolean, "Se montre-t-elle quand rien n’y est connu ?"),
    field("hidden", Nullable, Boolean, "Est-elle cachée ?"),
]).main("id");

static PAGE: Table = table("RawPage", "Une page du site, à côté du catalogue.", &[
    field("id", Required, PageId,
        "Adresse sous la racine du site (« guide », « guide/debuter »). Celle d’une page du format la reprend ; « index » est l’accueil."),
    field("title", Nullable, Text, "Titre. Il le faut, sauf pour une page du format."),
    field("label", Nullable, Text, "Nom court dans les menus ; le titre par défaut."),
    field("lead", Nullable, Text, "Chapeau."),
    field("motif", Nullable, Word(&MOTIFS), "Dessin de l’en-tête."),
    field("menu", Nullable, Word(Menu::WORDS), "Menu qui y mène : « haut » ou « pied » ; aucun par défaut."),
    field("sections", Optional, List(&Object(&PAGE_SECTION)),
        "Parties de la page, dans l’ordre : celles qui n’ont rien à montrer ne s’affichent pas."),
]).main("id");

static PAGE_SECTION: Table = table("RawPageSection", "Une partie d’une page.", &[
    field("type", Required, Word(SectionType::WORDS), "Ce qu’elle montre."),
    field("id", Nullable, Slug, "Ancre ; le type par défaut."),
    field("heading", Nullable, Text,
        "Titre. Il le faut pour « texte », « fiches », « recherche », « filtre », et « invitation » si le site n’en dit pas."),
    field("lead", Nullable, Text, "Chapeau."),
    field("paragraphs", Optional, List(&Text), "Pour « texte » et « invitation » : les paragraphes."),
    field("entries", Optional, List(&Entry), "Pour « fiches » : les fiches, dans l’ordre."),
    field("query", Nullable, Plain, "Pour « recherche » : la fin d’une adresse du catalogue (« theme=eau&tri=nom »)."),
    field("facet", Nullable, Plain, "Pour « filtre » : la clé du champ, du format ou propre."),
    field("kind", Nullable, Kind, "Pour « filtre » : le genre des fiches comptées ; tous par défaut."),
    field("grid", Nullable, Slug, "Pour « grille » : l’identifiant de l’une de celles de `grids`."),
]).main("type");

static TERM: Table = table("RawTerm", "Un terme de vocabulaire.", &[
    field("id", Required, Slug, "Identifiant (minuscules, chiffres, tirets)."),
    field("label", Required, Text, "Libellé affiché."),
    field("motif", Nullable, Word(&MOTIFS), "Dessin du thème (l’une des 18 trames)."),
    field("icon", Nullable, Plain, "Pictogramme."),
]);

static LICENCE_TERM: Table = table("RawLicenceTerm", "Une licence, avec ce qu’elle permet.", &[
    field("id", Required, Plain, "Identifiant SPDX quand il existe."),
    field("label", Required, Text, "Nom affiché."),
    field("url", Nullable, Address, "Adresse du texte."),
    field("rights", Optional, List(&Object(&RIGHT)), "Ce que je peux en faire, ligne à ligne."),
]);

static RIGHT: Table = table("RawRight", "Un usage et ce que la licence en dit.", &[
    field("usage", Required, Text, "Usage (« Réutiliser les données »)."),
    field("answer", Required, Word(Answer::WORDS), "« oui », « verifier » ou « non »."),
    field("note", Optional, Text, "Phrase d’explication."),
]);

static DOCUMENT: Table = table("RawDocument", "Un document source.", &[
    field("id", Required, Plain, "Identifiant."),
    field("title", Required, Text, "Titre affiché."),
    field("nature", Optional, Text, "Nature : « page web », « diaporama », « article »."),
    field("url", Nullable, Address, "Adresse, si elle est publique."),
]);

static CHANGE: Table = table("RawChange", "Un changement : des fiches, une date, une raison.", &[
    field("date", Required, Date, "Date (AAAA, AAAA-MM ou AAAA-MM-JJ)."),
    field("nature", Required, Word(ChangeNature::WORDS),
        "« nouveau » : les fiches entrent au catalogue ; « modifie » : elles disent autre chose."),
    field("entries", Required, List(&Entry), "Identifiants des fiches."),
    field("reason", Required, Text, "Ce qui a changé, en une phrase."),
]);
