//! What the pages that help to decide and act share.

use crate::Message;

pub const CONTENTS: Message = Message(["Dans cette page"]);
pub const SOURCES: Message = Message(["Sources"]);
pub const SOURCES_NOTE: Message = Message([
    "Chaque numéro encadré renvoie à l’un de ces documents\u{202f}; les lignes exactes sont sur la fiche liée.",
]);
pub const SOURCE: Message = Message(["source "]);
