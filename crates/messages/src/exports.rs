//! What exported files say besides the data: their titles, and what the columns of the table mean.

use super::quoted;
use catalogue::ChangeNature;

/// Title of the feed.
#[must_use]
pub fn feed_title(site: &str) -> String {
    format!("{site}\u{a0}: nouveautés")
}
/// What the feed tells.
pub const FEED_SUBTITLE: &str = "Ce qui entre au catalogue, ce qui y change, et pourquoi.";
/// Title of a change: « Nouveau : OpenStreetMap ».
#[must_use]
pub fn change(nature: ChangeNature, name: &str) -> String {
    let happened = match nature {
        ChangeNature::New => "Nouveau",
        ChangeNature::Modified => "Modifié",
    };
    format!("{happened}\u{a0}: {name}")
}

/// Title of the calendar of waves.
#[must_use]
pub fn calendar_title(site: &str) -> String {
    format!("{site}\u{a0}: vagues de dépôt")
}
/// Title of a wave: « Appel à Communs : Vague 1 ».
#[must_use]
pub fn wave(call: &str, wave: &str) -> String {
    format!("{call}\u{a0}: {wave}")
}

/// What the search of the browser does.
#[must_use]
pub fn search(site: &str) -> String {
    format!("Chercher dans le catalogue {}", quoted(site))
}

/// Title of the catalogue as a set of data, among those of others.
#[must_use]
pub fn data_set(site: &str) -> String {
    format!("Catalogue {}", quoted(site))
}

/// Title of the table.
pub const TABLE: &str = "Fiches du catalogue";
/// What the table says otherwise than the data.
pub const TABLE_NOTE: &str = "Une cellule de texte qui commencerait par =, +, - ou @ est précédée d’une apostrophe\u{a0}: un tableur la montre au lieu de la calculer.";
/// Title of the data file.
pub const CATALOGUE_FILE: &str = "Catalogue complet (JSON)";
/// Title of the file of the table.
pub const TABLE_FILE: &str = "Fiches du catalogue (CSV)";
/// Title of the list of themes.
pub const THEMES: &str = "Thèmes";
/// Title of the list of kinds.
pub const KINDS: &str = "Genres de fiches";

/// The columns of the table: heading, title, meaning.
pub const COLUMNS: [(&str, &str, &str); 31] = [
    ("identifiant", "Identifiant", "Identifiant stable de la fiche, unique dans le catalogue."),
    ("type", "Type", "Genre de la fiche."),
    ("nom", "Nom", "Nom affiché."),
    ("autres_noms", "Autres noms", "Autres noms et sigles, séparés par «\u{a0}|\u{a0}»."),
    ("resume", "Résumé", "Ce que c’est, en une ou deux phrases."),
    ("besoin", "Besoin", "Besoin auquel la fiche répond."),
    ("nature", "Nature", "Type de ressource, de structure ou d’événement."),
    ("themes", "Thèmes", "Thèmes, le principal d’abord, séparés par «\u{a0}|\u{a0}»."),
    ("porteurs", "Porteurs", "Noms des structures porteuses, séparés par «\u{a0}|\u{a0}»."),
    (
        "administration",
        "Initié par l’administration",
        "Pour une organisation\u{a0}: organisme public. Vide quand les sources ne le disent pas.",
    ),
    ("licence", "Licence", "Identifiant de la licence\u{a0}: celui de SPDX quand il existe."),
    ("licence_nom", "Nom de la licence", "Nom affiché de la licence."),
    ("maturite_ressource", "Maturité de la ressource", "Niveau attribué par la rédaction."),
    ("maturite_communaute", "Maturité de la communauté", "Niveau attribué par la rédaction."),
    ("maturite_gouvernance", "Maturité de la gouvernance", "Niveau attribué par la rédaction."),
    ("besoins", "Besoins", "Natures d’aide cherchées, séparées par «\u{a0}|\u{a0}»."),
    ("besoins_exprimes", "Besoins exprimés", "Besoins dans les mots de la fiche, séparés par «\u{a0}|\u{a0}»."),
    ("freins", "Freins", "Familles de freins, séparées par «\u{a0}|\u{a0}»."),
    ("freins_exprimes", "Freins exprimés", "Freins dans les mots de la fiche, séparés par «\u{a0}|\u{a0}»."),
    ("soutiens", "Soutiens", "Soutiens qu’un programme apporte, séparés par «\u{a0}|\u{a0}»."),
    ("publics", "Publics", "Publics, séparés par «\u{a0}|\u{a0}»."),
    ("echelles", "Échelles", "Échelles de territoire, séparées par «\u{a0}|\u{a0}»."),
    ("territoires", "Territoires", "Territoires dans les mots de la fiche, séparés par «\u{a0}|\u{a0}»."),
    ("courriels", "Courriels", "Courriels d’équipe, séparés par «\u{a0}|\u{a0}»."),
    ("site", "Site", "Adresse de son site."),
    ("depot", "Dépôt", "Adresses de ses dépôts de code ou de modèles, séparées par «\u{a0}|\u{a0}»."),
    ("wiki", "Wiki", "Adresses de ses wikis, séparées par «\u{a0}|\u{a0}»."),
    ("donnees", "Données", "Adresses de ses données, séparées par «\u{a0}|\u{a0}»."),
    ("fiche", "Fiche", "Adresse de la fiche dans le catalogue\u{202f}; vide quand l’adresse du site n’est pas connue."),
    ("mis_a_jour", "Mise à jour", "Dernier changement connu de la chose décrite\u{a0}: jour, mois ou année."),
    ("verifie", "Vérification", "Dernière vérification de la fiche\u{a0}: jour, mois ou année."),
];
