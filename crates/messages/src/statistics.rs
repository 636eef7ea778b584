//! The page of statistics.

use crate::Message;

pub const TITLE: Message = Message(["Statistiques"]);
pub const LEAD: Message = Message([
    "Ce que compte le catalogue, et ce qu’il ne sait pas encore. Chaque nombre ouvre les fiches qu’il compte.",
]);
pub const TOTALS: Message = Message(["Totaux"]);
pub const VALUE: Message = Message(["Valeur"]);
pub const NO_MATCH: Message = Message(["sans équivalent"]);
