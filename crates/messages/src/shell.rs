//! What frames every page: header, footer, theme, titles, faults of the app.

use crate::{ENTRIES, Language, Message, quoted};

pub const SKIP: Message = Message(["Aller au contenu"]);
pub const BRAND_HOME: Message = Message(["\u{a0}: accueil"]);
pub const NAV: Message = Message(["Navigation principale"]);
pub const MENU: Message = Message(["Menu"]);
pub const DISPLAY: Message = Message(["Affichage"]);
pub const THEME: Message = Message(["Thème"]);
pub const THEME_AUTO: Message = Message(["Comme mon appareil"]);
pub const THEME_LIGHT: Message = Message(["Clair"]);
pub const THEME_DARK: Message = Message(["Sombre"]);

pub const NAV_CATALOGUE: Message = Message(["Catalogue"]);
pub const NAV_UNDERSTAND: Message = Message(["Comprendre"]);
pub const NAV_CONTRIBUTE: Message = Message(["Contribuer"]);
pub const NAV_LOCAL: Message = Message(["Collectivités"]);
pub const NAV_SUPPORT: Message = Message(["Soutiens"]);
pub const NAV_HOME: Message = Message(["Accueil"]);
pub const NAV_ABOUT: Message = Message(["À propos"]);

pub const PUBLISHED_BY: Message = Message(["Publié par "]);
pub const UPDATED: Message = Message(["Liste mise à jour le "]);
pub const EXPLORE: Message = Message(["Explorer"]);
pub const REUSE: Message = Message(["Réutiliser"]);
pub const TAKE_PART: Message = Message(["Participer"]);
pub const ACCESSIBILITY: Message = Message(["Accessibilité"]);
pub const ALL_ENTRIES: Message = Message(["Toutes les fiches"]);

pub const PAGE_FAILED: Message = Message(["Cette page n’a pas pu être chargée"]);
pub const PAGE_FAILED_TEXT: Message = Message([
    "Le réseau ou le serveur n’a pas répondu, ou le site vient d’être mis à jour. Le reste du catalogue fonctionne.",
]);

pub fn entries_lead(language: Language, n: usize) -> String {
    match language {
        Language::French => {
            format!("{}, par genre puis par ordre alphabétique.", ENTRIES.count(language, n))
        }
    }
}

pub const ONE_FILE_NEEDS_APP: Message = Message([
    "Cet aperçu ne montre que la page d’accueil, sans ses liens\u{a0}: ce qui cherche, filtre et ouvre les fiches n’a pas pu démarrer ici. Enregistrez ce fichier, puis ouvrez-le dans un navigateur à jour (Firefox, Chrome, Edge ou Safari).",
]);
pub const NO_SEARCH_HERE: Message = Message(["La recherche et les filtres ne fonctionnent pas ici."]);
pub const NEEDS_SCRIPTS: Message = Message(["Ils ont besoin de JavaScript et de WebAssembly."]);
pub const REST_READS: Message = Message(["Tout le reste se lit\u{a0}:"]);

pub const CAUSE_FILE: Message = Message([
    "Une partie du site n’a pas pu être chargée\u{a0}: un de ses fichiers manque, comme il arrive quand le site vient d’être mis à jour. Rechargez la page maintenant, ou dans quelques minutes.",
]);
pub const CAUSE_NETWORK: Message =
    Message(["Une partie du site n’a pas pu être chargée\u{a0}: le réseau ou le serveur n’a pas répondu."]);
pub const CAUSE_CONTENT: Message = Message([
    "Une partie du site n’a pas pu être chargée\u{a0}: un de ses fichiers a été modifié en chemin, et votre navigateur le refuse. Essayez depuis un autre réseau, ou prévenez la personne qui tient ce site.",
]);
pub const CAUSE_TYPE: Message = Message([
    "Une partie du site n’a pas pu être chargée\u{a0}: le serveur annonce un de ses fichiers sous un type que votre navigateur refuse. Prévenez la personne qui tient ce site.",
]);
pub const CAUSE_POLICY: Message = Message([
    "Le serveur interdit WebAssembly dans la politique de sécurité de ses pages. Prévenez la personne qui tient ce site.",
]);
pub const CAUSE_BROWSER: Message = Message([
    "Votre navigateur n’exécute pas WebAssembly\u{a0}: il est ancien, ou un réglage l’interdit, comme le mode Isolement des iPhone.",
]);
pub const CAUSE_PROGRAM: Message = Message([
    "Le programme du site n’a pas pu démarrer dans votre navigateur. Rechargez la page, ou mettez votre navigateur à jour.",
]);
pub const CAUSE_FRAME: Message =
    Message(["Le site qui montre ce cadre l’isole\u{a0}: pour chercher et filtrer, ouvrez le catalogue lui-même."]);
pub const SEE_ALL_ENTRIES: Message = Message(["voir la liste de toutes les fiches"]);

pub const THEMES: Message = Message(["Thèmes"]);
pub const PROGRAMMES: Message = Message(["Programmes de soutien"]);
pub const LEXICON: Message = Message(["Lexique"]);
pub const DOWNLOAD: Message = Message(["Données (JSON)"]);
pub const DOWNLOAD_TABLE: Message = Message(["Tableau (CSV)"]);
pub const DOWNLOAD_DCAT: Message = Message(["Données liées (DCAT)"]);
pub const FEED: Message = Message(["Suivre les nouveautés (flux Atom)"]);
pub const SCHEMA: Message = Message(["Schéma des données"]);
pub const METHOD: Message = Message(["Sources et méthode"]);
pub const REPORT: Message = Message(["Signaler une erreur"]);
pub const WAYS: Message = Message(["Façons de contribuer"]);

pub const LOADING: Message = Message(["Chargement du catalogue…"]);

pub const NOT_FOUND: Message = Message(["Page introuvable"]);
pub const NOT_FOUND_TEXT: Message =
    Message(["Rien ne se trouve à cette adresse, ou la fiche vient d’être ajoutée et se charge."]);

pub fn not_found(language: Language, path: &str) -> String {
    match language {
        Language::French => format!("Rien ne se trouve à l’adresse {}.", quoted(language, path)),
    }
}

pub const NEAR_MATCHES: Message = Message(["Cherchiez-vous l’une de ces fiches\u{202f}?"]);
pub const OPEN_CATALOGUE: Message = Message(["Ouvrir le catalogue"]);
pub const GO_HOME: Message = Message(["Revenir à l’accueil"]);

/// The title of a page: its own name, then the site's.
pub fn title(page: &str, site: &str) -> String {
    if page.is_empty() { site.to_owned() } else { format!("{page} · {site}") }
}
