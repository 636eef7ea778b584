//! The page about what a digital commons is.

use crate::Message;

pub const TITLE: Message = Message(["Comprendre les communs numériques"]);
pub const LEAD: Message =
    Message(["Ce qu’est un commun numérique, à quoi on le reconnaît, ce qu’il partage, et les mots pour en parler."]);
pub const DEFINITIONS: Message = Message(["Quelques définitions côte à côte"]);
pub const DEFINITIONS_LEAD: Message =
    Message(["Aucune ne fait autorité\u{a0}: chacune éclaire un trait. Elles sont résumées avec nos mots."]);
pub const CHARACTERISTICS: Message = Message(["À quoi le reconnaître"]);
pub const KINDS: Message = Message(["Ce qui est partagé"]);
pub const KINDS_LEAD: Message =
    Message(["Logiciel, données, textes, méthodes\u{a0}: choisissez un type pour voir ses communs."]);
pub const LEVELS: Message = Message(["Un même commun a parfois plusieurs niveaux\u{a0}:"]);
pub const EXAMPLES: Message = Message(["Des exemples, par secteur"]);
pub const EXAMPLES_LEAD: Message =
    Message(["Les communs que citent les textes de ces définitions, rangés par thème principal."]);
pub const LEXICON: Message = Message(["Lexique"]);
pub const LEXICON_LEAD: Message = Message(["Chaque terme a son adresse\u{a0}: vous pouvez y renvoyer."]);
pub const READINGS: Message = Message(["Lire la suite"]);
pub const READINGS_LEAD: Message =
    Message(["Articles, lettre ouverte et guides. Quand notre copie est incomplète, nous l’indiquons."]);
