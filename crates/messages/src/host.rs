//! What the tool says to those who keep a catalogue, on their terminal or over the pages that it serves.

use crate::Message;

/// Over the page, before the problems of the data.
pub const PROBLEMS: Message = Message(["Ce qui ne va pas dans les données"]);
pub const HIDE: Message = Message(["Masquer"]);
/// Said to what comes from elsewhere.
pub const ONLY_HERE: Message = Message(["Ce site n’est servi que pour cette machine."]);
