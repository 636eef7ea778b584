//! What the tool says to those who keep a catalogue, on their terminal or over the pages that it serves.

use crate::Message;

/// Over the page, before the problems of the data.
pub const PROBLEMS: Message = Message(["Ce qui ne va pas dans les données"]);
pub const HIDE: Message = Message(["Masquer"]);
/// Said to what comes from elsewhere.
pub const ONLY_HERE: Message = Message(["Ce site n’est servi que pour cette machine."]);
/// The button that writes an entry into the file, and what it says then.
pub const SAVE: Message = Message(["Enregistrer dans le fichier"]);
pub const SAVED: Message = Message(["La fiche est enregistrée."]);
pub const NOT_SAVED: Message = Message(["La fiche n’est pas enregistrée\u{a0}: "]);
pub const CHANGED_SINCE: Message =
    Message(["le fichier a changé depuis que cette page est ouverte\u{202f}; rechargez-la"]);
pub const NOT_ALLOWED: Message = Message(["ouvrez l’adresse que l’outil a écrite dans le terminal"]);
