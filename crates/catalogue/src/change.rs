//! What changed in the catalogue, and when: what a feed tells.

use super::entry::EntryIndex;
use super::scalar::PartialDate;
use super::text::Text;
use super::words::ChangeNature;

/// Something that happened to some entries on one date, for one reason.
#[derive(Debug, Clone)]
pub struct Change {
    /// When.
    pub date: PartialDate,
    /// Whether the entries are new.
    pub nature: ChangeNature,
    /// The entries; at least one.
    pub entries: Vec<EntryIndex>,
    /// What happened, in a sentence.
    pub reason: Text,
}
