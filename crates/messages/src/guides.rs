//! What the pages that help to decide and act share.

use crate::{Language, Message};

pub const CONTENTS: Message = Message(["Dans cette page"]);
pub const SOURCES: Message = Message(["Sources"]);
pub const SOURCES_NOTE: Message = Message([
    "Chaque numéro encadré renvoie à l’un de ces documents\u{202f}; les lignes exactes sont sur la fiche liée.",
]);
pub const OPEN_CATALOGUE: Message = Message(["Ouvrir le catalogue"]);

/// The way to all that a part of a page shows the first of: `all` is their number.
pub fn see_all(language: Language, all: &str) -> String {
    match language {
        Language::French => format!("Voir au catalogue\u{a0}: {all}"),
    }
}

/// What a long list does not show.
pub fn others(language: Language, count: usize) -> String {
    match language {
        Language::French => format!("Et {} de plus, par le catalogue", crate::number(language, count)),
    }
}

pub const SOURCE: Message = Message(["source "]);
