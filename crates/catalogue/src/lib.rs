//! What the site knows: `catalogue.json` read, checked and linked.
//!
//! Data flows one way, `reader` → `validate` → [`Catalogue`], both by the `definitions` of the fields; a value of this
//! module is valid by construction, so that nothing after it checks again. It knows neither search nor views.

mod base_url;
mod change;
mod definitions;
mod diagnostic;
mod entry;
mod file_name;
mod forgiving;
mod identifier;
mod identity;
mod json;
mod load;
mod meant;
mod place;
mod reader;
mod relations;
mod scalar;
#[cfg(feature = "schema")]
mod schema;
mod sentences;
mod site;
mod site_path;
mod text;
mod validate;
mod value;
mod vocabulary;
mod words;

pub use base_url::{BaseUrl, BaseUrlError};
pub use change::Change;
pub use diagnostic::{Diagnostic, Expected, JsonType, Place, Severity};
pub use entry::{
    AxisMaturity, Challenge, DatedFact, Entry, EntryIndex, Licence, Link, Metric, NotFound, Partner, Source,
    StatusFact, Tagged,
};
pub use file_name::LONGEST_FILE_NAME;
pub use identifier::Identifier;
pub use identity::{Colour, Identity, Logo, Picture, Publisher, STYLE_FILE, SiteLink, Target};
pub use json::Json;
pub use load::{Loaded, ReadError, missing_files, parse, read, read_tree};
pub use relations::{Citation, Relation};
pub use scalar::{PartialDate, SafeUrl, UNKNOWN};
#[cfg(feature = "schema")]
pub use schema::schema;
pub use sentences::heading;
pub use site::{Document, Grid, HelpGroup, Section, Site};
pub use text::{Text, UNTOLD_LANGUAGE, is_untold};
pub use vocabulary::{MOTIFS, Right, Term, TermIndex, Vocabularies, VocabularyKey};
pub use words::{
    Answer, Axis, ChallengeAxis, ChangeNature, GridLink, Initiated, Kind, Licensed, LinkKind, Register, Stage, Status,
};

/// Texts longer than this, in characters, are cut: no entry page is read at such length, and one
/// field must not make the page unusable.
pub const MAX_TEXT: usize = 20_000;

/// The whole content of the site.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// Settings of the site.
    pub site: Site,
    /// Grids of the home page, in order.
    pub grids: Vec<Grid>,
    /// Groups of needs of the home page, in order.
    pub help_groups: Vec<HelpGroup>,
    pub vocabularies: Vocabularies,
    /// Source documents.
    pub documents: Vec<Document>,
    /// Groups of words of the same meaning.
    pub synonyms: Vec<Vec<String>>,
    /// What changed, newest first; changes of one date keep the order of the data.
    pub changes: Vec<Change>,
    entries: Vec<Entry>,
    /// Ranks of the entries, sorted by id.
    by_id: Vec<EntryIndex>,
    /// Who refers to each entry, and how.
    citations: Vec<Vec<Citation>>,
}

impl Catalogue {
    /// Every entry, in the order of the data, with its handle.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = (EntryIndex, &Entry)> + ExactSizeIterator {
        self.entries.iter().enumerate().map(|(rank, entry)| (index_of(rank), entry))
    }

    /// The entries of one kind, in the order of the data.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (EntryIndex, &Entry)> {
        self.entries().filter(move |(_, entry)| entry.kind == kind)
    }

    /// The entry that a handle points to.
    #[must_use]
    pub fn entry(&self, index: EntryIndex) -> &Entry {
        &self.entries[index.rank()]
    }

    /// The handle of the entry with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<EntryIndex> {
        let place = self.by_id.binary_search_by(|index| self.entry(*index).id.as_str().cmp(id)).ok()?;
        Some(self.by_id[place])
    }

    /// The entry that had this id before.
    #[must_use]
    pub fn find_former(&self, id: &str) -> Option<EntryIndex> {
        self.entries().find(|(_, entry)| entry.former_ids.iter().any(|former| former == id)).map(|(index, _)| index)
    }

    /// The entries that refer to this one.
    #[must_use]
    pub fn citations(&self, index: EntryIndex) -> &[Citation] {
        &self.citations[index.rank()]
    }

    /// The pattern of an entry: its principal theme's, or the commons' own.
    #[must_use]
    pub fn motif(&self, entry: &Entry) -> &'static str {
        entry.themes.first().map_or("communs", |theme| self.vocabularies.term(VocabularyKey::Theme, *theme).motif)
    }
}

/// The handle of the entry at `rank`.
fn index_of(rank: usize) -> EntryIndex {
    EntryIndex(u32::try_from(rank).expect("a catalogue read in memory has fewer than 2^32 entries"))
}
