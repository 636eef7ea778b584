//! What frames every page: header, footer, theme, titles, faults of the app.

/// Skip link.
pub const SKIP: &str = "Aller au contenu";
/// Said after the brand.
pub const BRAND_HOME: &str = "\u{a0}: accueil";
/// Name of the main navigation.
pub const NAV: &str = "Navigation principale";
/// Button and panel of the menu on small screens.
pub const MENU: &str = "Menu";
/// Button of the display settings.
pub const DISPLAY: &str = "Affichage";
/// Heading of the choice of theme.
pub const THEME: &str = "Thème";
/// Follow the device.
pub const THEME_AUTO: &str = "Comme mon appareil";
/// Light.
pub const THEME_LIGHT: &str = "Clair";
/// Dark.
pub const THEME_DARK: &str = "Sombre";

/// Entry of the navigation: the catalogue.
pub const NAV_CATALOGUE: &str = "Catalogue";
/// Entry of the navigation: definitions.
pub const NAV_UNDERSTAND: &str = "Comprendre";
/// Entry of the navigation: ways to contribute.
pub const NAV_CONTRIBUTE: &str = "Contribuer";
/// Entry of the navigation: local governments.
pub const NAV_LOCAL: &str = "Collectivités";
/// Entry of the navigation: programmes.
pub const NAV_SUPPORT: &str = "Soutiens";
/// Entry of the navigation: about.
pub const NAV_ABOUT: &str = "À propos";

/// What the site is, in the footer.
pub const FOOTER: &str = "Un catalogue ouvert des communs numériques. Chaque information renvoie à sa source\u{202f}; ce que l’on ne sait pas est écrit «\u{a0}Non renseigné\u{a0}».";
/// Before the date of the list.
pub const UPDATED: &str = "Liste mise à jour le ";
/// Footer column.
pub const EXPLORE: &str = "Explorer";
/// Footer column.
pub const REUSE: &str = "Réutiliser";
/// Footer column.
pub const TAKE_PART: &str = "Participer";
/// The way to what the site says of its accessibility.
pub const ACCESSIBILITY: &str = "Accessibilité";
/// Heading in the place of a page that comes later than the others, and could not.
pub const PAGE_FAILED: &str = "Cette page n’a pas pu être chargée";
/// What it means.
pub const PAGE_FAILED_TEXT: &str =
    "Le réseau ou le serveur n’a pas répondu, ou le site vient d’être mis à jour. Le reste du catalogue fonctionne.";
/// Title of the list of all entries, and the links to it.
pub const ALL_ENTRIES: &str = "Toutes les fiches";
/// Under that title.
#[must_use]
pub fn entries_lead(n: usize) -> String {
    format!("{}, par genre puis par ordre alphabétique.", super::count(n, "Aucune fiche", "fiche", "fiches"))
}
/// Beside what needs the app in the site in one file, of which only the home page shows then.
pub const ONE_FILE_NEEDS_APP: &str = "Cet aperçu ne montre que la page d’accueil, sans ses liens\u{a0}: ce qui cherche, filtre et ouvre les fiches n’a pas pu démarrer ici. Enregistrez ce fichier, puis ouvrez-le dans un navigateur à jour (Firefox, Chrome, Edge ou Safari).";
/// Beside what needs the app, where there is none; then why, if it is known.
pub const NO_SEARCH_HERE: &str = "La recherche et les filtres ne fonctionnent pas ici.";
/// Why, as far as a page without scripts can tell.
pub const NEEDS_SCRIPTS: &str = "Ils ont besoin de JavaScript et de WebAssembly.";
/// Before the link that follows.
pub const REST_READS: &str = "Tout le reste se lit\u{a0}:";
/// Why there is no app: the causes that `web/src/rescue.js` tells apart.
pub const CAUSES: [(&str, &str); 8] = [
    (
        names::CAUSE_FILE,
        "Une partie du site n’a pas pu être chargée\u{a0}: un de ses fichiers manque, comme il arrive quand le site vient d’être mis à jour. Rechargez la page maintenant, ou dans quelques minutes.",
    ),
    (
        names::CAUSE_NETWORK,
        "Une partie du site n’a pas pu être chargée\u{a0}: le réseau ou le serveur n’a pas répondu.",
    ),
    (
        names::CAUSE_CONTENT,
        "Une partie du site n’a pas pu être chargée\u{a0}: un de ses fichiers a été modifié en chemin, et votre navigateur le refuse. Essayez depuis un autre réseau, ou prévenez la personne qui tient ce site.",
    ),
    (
        names::CAUSE_TYPE,
        "Une partie du site n’a pas pu être chargée\u{a0}: le serveur annonce un de ses fichiers sous un type que votre navigateur refuse. Prévenez la personne qui tient ce site.",
    ),
    (
        names::CAUSE_POLICY,
        "Le serveur interdit WebAssembly dans la politique de sécurité de ses pages. Prévenez la personne qui tient ce site.",
    ),
    (
        names::CAUSE_BROWSER,
        "Votre navigateur n’exécute pas WebAssembly\u{a0}: il est ancien, ou un réglage l’interdit, comme le mode Isolement des iPhone.",
    ),
    (
        names::CAUSE_PROGRAM,
        "Le programme du site n’a pas pu démarrer dans votre navigateur. Rechargez la page, ou mettez votre navigateur à jour.",
    ),
    (
        names::CAUSE_FRAME,
        "Le site qui montre ce cadre l’isole\u{a0}: pour chercher et filtrer, ouvrez le catalogue lui-même.",
    ),
];
/// The link that follows.
pub const SEE_ALL_ENTRIES: &str = "voir la liste de toutes les fiches";

/// Footer link.
pub const THEMES: &str = "Thèmes";
/// Footer link.
pub const PROGRAMMES: &str = "Programmes de soutien";
/// Footer link.
pub const LEXICON: &str = "Lexique";
/// Footer link.
pub const DOWNLOAD: &str = "Données (JSON)";
/// Footer link.
pub const DOWNLOAD_TABLE: &str = "Tableau (CSV)";
/// Footer link.
pub const DOWNLOAD_DCAT: &str = "Données liées (DCAT)";
/// Footer link.
pub const FEED: &str = "Suivre les nouveautés (flux Atom)";
/// Footer link.
pub const SCHEMA: &str = "Schéma des données";
/// Footer link.
pub const METHOD: &str = "Sources et méthode";
/// Footer link.
pub const REPORT: &str = "Signaler une erreur";
/// Footer link.
pub const WAYS: &str = "Façons de contribuer";

/// Said while the data loads.
pub const LOADING: &str = "Chargement du catalogue…";

/// Title of a page that does not exist.
pub const NOT_FOUND: &str = "Page introuvable";
/// The same, before anything else can be said of it.
pub const NOT_FOUND_TEXT: &str = "Rien ne se trouve à cette adresse, ou la fiche vient d’être ajoutée et se charge.";
/// What was asked.
#[must_use]
pub fn not_found(path: &str) -> String {
    format!("Rien ne se trouve à l’adresse {}.", super::quoted(path))
}
/// Before near matches.
pub const NEAR_MATCHES: &str = "Cherchiez-vous l’une de ces fiches\u{202f}?";
/// Link to the catalogue.
pub const OPEN_CATALOGUE: &str = "Ouvrir le catalogue";
/// Link to the home page.
pub const GO_HOME: &str = "Revenir à l’accueil";

/// The title of a page: its own name, then the site's.
#[must_use]
pub fn title(page: &str, site: &str) -> String {
    if page.is_empty() { site.to_owned() } else { format!("{page} · {site}") }
}
