//! What exported files say besides the data: their titles.

use crate::{Language, Message, quoted};

pub fn feed_title(language: Language, site: &str) -> String {
    match language {
        Language::French => format!("{site}\u{a0}: nouveautés"),
    }
}

pub const FEED_SUBTITLE: Message = Message(["Ce qui entre au catalogue, ce qui y change, et pourquoi."]);

pub fn calendar_title(language: Language, site: &str) -> String {
    match language {
        Language::French => format!("{site}\u{a0}: vagues de dépôt"),
    }
}

pub fn wave(language: Language, call: &str, wave: &str) -> String {
    match language {
        Language::French => format!("{call}\u{a0}: {wave}"),
    }
}

pub fn search(language: Language, site: &str) -> String {
    match language {
        Language::French => format!("Chercher dans le catalogue {}", quoted(language, site)),
    }
}

pub fn data_set(language: Language, site: &str) -> String {
    match language {
        Language::French => format!("Catalogue {}", quoted(language, site)),
    }
}

pub const TABLE: Message = Message(["Fiches du catalogue"]);
pub const TABLE_NOTE: Message = Message([
    "Une cellule de texte qui commencerait par =, +, - ou @ est précédée d’une apostrophe\u{a0}: un tableur la montre au lieu de la calculer.",
]);
pub const CATALOGUE_FILE: Message = Message(["Catalogue complet (JSON)"]);
pub const TABLE_FILE: Message = Message(["Fiches du catalogue (CSV)"]);
pub const THEMES: Message = Message(["Thèmes"]);
pub const KINDS: Message = Message(["Genres de fiches"]);

/// What the column of a field of a catalogue's own holds.
pub fn own_column(language: Language, unit: Option<&str>, are_several: bool) -> String {
    match language {
        Language::French => {
            let unit = unit.map(|unit| format!(" En {unit}.")).unwrap_or_default();
            let several = if are_several { " Valeurs séparées par «\u{a0}|\u{a0}»." } else { "" };
            format!("Champ propre à ce catalogue.{unit}{several}")
        }
    }
}
