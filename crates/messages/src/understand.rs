//! The page about what a digital commons is.

/// Title.
pub const TITLE: &str = "Comprendre les communs numériques";
/// Lead.
pub const LEAD: &str =
    "Ce qu’est un commun numérique, à quoi on le reconnaît, ce qu’il partage, et les mots pour en parler.";
/// Chapter of definitions.
pub const DEFINITIONS: &str = "Quelques définitions côte à côte";
/// Before them.
pub const DEFINITIONS_LEAD: &str =
    "Aucune ne fait autorité\u{a0}: chacune éclaire un trait. Elles sont résumées avec nos mots.";
/// Chapter of characteristics.
pub const CHARACTERISTICS: &str = "À quoi le reconnaître";
/// Chapter of kinds.
pub const KINDS: &str = "Ce qui est partagé";
/// Before them.
pub const KINDS_LEAD: &str = "Logiciel, données, textes, méthodes\u{a0}: choisissez un type pour voir ses communs.";
/// Commons of several levels.
pub const LEVELS: &str = "Un même commun a parfois plusieurs niveaux\u{a0}:";
/// Chapter of examples.
pub const EXAMPLES: &str = "Des exemples, par secteur";
/// Before them.
pub const EXAMPLES_LEAD: &str = "Les communs que citent les textes de ces définitions, rangés par thème principal.";
/// Chapter of the lexicon.
pub const LEXICON: &str = "Lexique";
/// Before it.
pub const LEXICON_LEAD: &str = "Chaque terme a son adresse\u{a0}: vous pouvez y renvoyer.";
/// Chapter of readings.
pub const READINGS: &str = "Lire la suite";
/// Before them.
pub const READINGS_LEAD: &str =
    "Articles, lettre ouverte et guides. Quand notre copie est incomplète, nous l’indiquons.";
