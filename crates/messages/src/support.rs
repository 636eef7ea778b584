//! The page about support programmes.

/// Title.
pub const TITLE: &str = "Soutenir les communs";
/// Lead.
pub const LEAD: &str = "Qui peut aider un commun, comment, et ce que d’autres ont déjà appris\u{a0}: les programmes comparés, l’appel en cours de route, les freins et ce qui les a levés.";

/// Chapters.
pub const COMPARE: &str = "Comparer les programmes";
/// Chapter of calls.
pub const CALLS: &str = "Répondre à un appel";
/// Chapter of obstacles.
pub const OBSTACLES: &str = "Partir d’un frein";
/// Chapter of how programmes work.
pub const METHODS: &str = "Comprendre leur façon de faire";
/// Chapter of history.
pub const HISTORY: &str = "Situer les programmes dans le temps";
/// Chapter of proposals.
pub const PROPOSALS: &str = "Reprendre une proposition";

/// Before the table.
pub const COMPARE_LEAD: &str = "Une coche veut dire que les sources citent ce soutien\u{202f}; un tiret, qu’elles n’en disent rien. Le nom d’un soutien ouvre la liste des programmes qui l’offrent. Là où la place manque, le tableau défile de côté.";
/// Name of the table.
pub const TABLE: &str = "Soutiens apportés par chaque programme";
/// Column of names.
pub const PROGRAMME: &str = "Programme";
/// Column of figures.
pub const FIGURES: &str = "Chiffres de la source";
/// A support that is given.
pub const GIVEN: &str = "Oui";

/// Families of challenges.
pub const CHALLENGES: &str = "Les défis";
/// A challenge without a theme.
pub const ALL_THEMES: &str = "Tous les thèmes";
/// Waves.
pub const WAVES: &str = "Les vagues de dépôt";
/// Said of their year.
pub const WAVES_NOTE: &str =
    "Une date que nous avons déduite du contexte est signalée\u{a0}: vérifiez auprès du porteur avant de vous y fier.";
/// The calendar to download.
pub const CALENDAR: &str = "Ajouter ces dates à mon agenda (fichier .ics)";
/// An earlier edition.
#[must_use]
pub fn results_of(name: &str) -> String {
    format!("Ce qu’a donné {}", super::quoted(name))
}
/// Projects that an edition supported.
pub const LAUREATES: &str = "Projets décrits\u{a0}:";
/// What helped.
pub const HELPED: &str = "Ce qui a aidé";

/// Before the families.
pub const OBSTACLES_LEAD: &str = "Choisissez une famille. À côté de chaque frein, ce qui a aidé le même commun ou programme\u{202f}: les sources ne disent pas toujours quel point d’appui a levé quel frein.";
/// Name of the list of families.
pub const FAMILIES: &str = "Familles de freins";
/// The obstacles without a family.
pub const OTHER_OBSTACLES: &str = "Sans famille";
/// The practices of programmes that name no obstacle.
pub const PRACTICES: &str = "Bonnes pratiques";
/// Opens the commons that meet the same.
pub const SAME_OBSTACLE: &str = "Voir les communs qui rencontrent ces freins";
/// Nothing is known to have helped.
pub const NO_HELP: &str = "Rien n’est dit de ce qui a aidé.";

/// Before the timelines.
pub const HISTORY_LEAD: &str = "Les programmes d’un même porteur se suivent, du plus ancien au plus récent\u{202f}; leurs saisons et éditions datées sont parmi eux.";
/// Before proposals.
pub const PROPOSALS_LEAD: &str = "Des idées que leurs auteurs invitent à reprendre.";

/// Leads to the self-assessment.
pub const SELF_CHECK: &str = "Préparer votre dossier";
/// What it is.
pub const SELF_CHECK_LEAD: &str =
    "Les questions par lesquelles un financeur juge un projet, et la maturité du vôtre sur trois axes.";
/// Opens it.
pub const OPEN_SELF_CHECK: &str = "Faire l’autodiagnostic";
