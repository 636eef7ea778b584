//! The page of statistics.

use crate::{Language, Message, number};

pub const TITLE: Message = Message(["Statistiques"]);
pub const LEAD: Message = Message([
    "Ce que compte le catalogue, et ce qu’il ne sait pas encore. Chaque nombre ouvre les fiches qu’il compte.",
]);
pub const TOTALS: Message = Message(["Totaux"]);
pub const VALUE: Message = Message(["Valeur"]);
pub const NO_MATCH: Message = Message(["sans équivalent"]);

/// What is not known of nearly all entries, told instead of drawn: « Non renseigné : 2 400. »
pub fn nearly_all(language: Language, unknown: &str, count: usize) -> String {
    match language {
        Language::French => format!("{unknown}\u{a0}: {}.", number(language, count)),
    }
}
