//! What the site knows: `catalogue.json` read, checked and linked.
//!
//! Data flows one way, `reader` → `validate` → [`Catalogue`], both by the `definitions` of the fields; a value of this
//! crate is valid by construction, so that nothing after it checks again. It knows neither search nor views.

#[cfg(feature = "schema")]
mod advice;
mod base_url;
mod definitions;
mod diagnostic;
mod entry;
mod file_name;
mod filled;
mod forgiving;
mod host_field;
mod identifier;
mod identity;
mod json;
mod kinds;
mod load;
mod meant;
mod pages;
mod place;
mod reader;
mod relations;
mod scalar;
#[cfg(feature = "schema")]
mod schema;
mod section_type;
mod sentences;
mod site;
mod site_path;
mod text;
mod validate;
mod value;
mod vocabulary;
mod words;

#[cfg(feature = "schema")]
pub use advice::advice;
pub use base_url::{BaseUrl, BaseUrlError};
pub use definitions::{ENTRY, Field, Shape, Table};
pub use diagnostic::{Diagnostic, Expected, JsonType, Place, Severity, shortened};
pub use entry::{
    AxisMaturity, Challenge, DatedFact, Entry, EntryIndex, HostValue, Licence, Link, Metric, NotFound, Partner, Said,
    Source, StatusFact, Tagged,
};
pub use file_name::{LONGEST_FILE_NAME, is_of_windows};
pub use filled::Filled;
pub use host_field::{Decimal, HostField, HostTerm, MOST_FIELDS, MOST_TERMS};
pub use identifier::Identifier;
pub use identity::{Colour, Identity, Logo, Picture, Publisher, STYLE_FILE, SiteLink, Target};
pub use json::Json;
pub use kinds::{EVERYTHING, Kind, KindWords, Kinds, MOST_KINDS};
pub use load::{
    DETAILS, DETAILS_KEY, Details, Loaded, ReadError, complete, complete_some, lacks_details, missing_files, parse,
    read, read_parsed, read_tree,
};
pub use pages::{ABOUT, HOME, Page, PageSection, is_page_id, is_taken, shown_of};
pub use place::with_parents;
pub use relations::{Citation, Relation};
pub use scalar::{PartialDate, SafeUrl, UNKNOWN};
#[cfg(feature = "schema")]
pub use schema::schema;
pub use section_type::{Menu, SectionType};
pub use sentences::heading;
pub use site::{Change, Document, Grid, HelpGroup, Site};
pub use text::{Text, UNTOLD_LANGUAGE, is_language, is_untold, shown_among};
pub use vocabulary::{MOTIFS, Right, Term, TermIndex, Vocabularies, VocabularyKey};
pub use words::{
    Answer, Axis, ChallengeAxis, ChangeNature, FieldType, GridLink, Initiated, Licensed, LinkKind, Model, Register,
    Rubric, SearchWeight, Stage, Status,
};

/// Texts longer than this, in characters, are cut: no entry page is read at such length, and one
/// field must not make the page unusable.
pub const MAX_TEXT: usize = 20_000;

/// A facet that the catalogue chose to show.
#[derive(Debug, Clone)]
pub struct FacetChoice {
    /// The key of its field, of the format or of the catalogue.
    pub field: String,
    /// Whether it is open at first; the first ones are unless something else is said.
    pub is_open: Option<bool>,
    /// The kinds for which it shows; none means all that have it.
    pub kinds: Vec<Kind>,
}

/// A rubric of entry pages that the catalogue places before the others, names otherwise, or hides.
#[derive(Debug, Clone)]
pub struct RubricChoice {
    pub rubric: Rubric,
    pub title: Option<Text>,
    /// The kinds for which this is chosen; none means all.
    pub kinds: Vec<Kind>,
    /// Whether it is there when nothing is known of it.
    pub shows_empty: Option<bool>,
    pub is_hidden: bool,
}

impl RubricChoice {
    /// Whether this is chosen for a kind.
    pub fn is_of(&self, kind: Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}

/// The whole content of the site.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// Whether its file leaves [`DETAILS`] of its entries to a second one, which has not been read with it.
    pub lacks_details: bool,
    pub site: Site,
    /// Grids of the home page, in order.
    pub grids: Vec<Grid>,
    /// Groups of needs of the home page, in order.
    pub help_groups: Vec<HelpGroup>,
    pub vocabularies: Vocabularies,
    /// What its kinds of entries are called, and which it shows.
    pub kinds: Kinds,
    /// Rubrics of entry pages that it places or names otherwise, in order.
    pub rubrics: Vec<RubricChoice>,
    /// Fields that it adds to those of the format.
    pub fields: Vec<HostField>,
    /// Facets shown, in order; none means ours, then its own.
    pub facets: Vec<FacetChoice>,
    /// Pages, in order: its own, else those of the format; the home page and the one about the site are always there.
    pub pages: Vec<Page>,
    pub documents: Vec<Document>,
    /// Groups of words of the same meaning.
    pub synonyms: Vec<Vec<String>>,
    /// What changed, newest first; changes of one date keep the order of the data.
    pub changes: Vec<Change>,
    entries: Vec<Entry>,
    /// Ranks of the entries, sorted by id.
    by_id: Vec<EntryIndex>,
    /// What the entries of each kind say.
    filled: Vec<Option<Filled>>,
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

    /// The entries of the kinds made on a model, in the order of the data.
    pub fn of_model(&self, model: Model) -> impl Iterator<Item = (EntryIndex, &Entry)> {
        self.entries().filter(move |(_, entry)| entry.kind.is(model))
    }

    /// The entry that a handle points to.
    pub fn entry(&self, index: EntryIndex) -> &Entry {
        &self.entries[index.rank()]
    }

    /// The handle of the entry with this id.
    pub fn find(&self, id: &str) -> Option<EntryIndex> {
        let place = self.by_id.binary_search_by(|index| self.entry(*index).id.as_str().cmp(id)).ok()?;
        Some(self.by_id[place])
    }

    /// The entry that had this id before.
    pub fn find_former(&self, id: &str) -> Option<EntryIndex> {
        self.entries().find(|(_, entry)| entry.former_ids.iter().any(|former| former == id)).map(|(index, _)| index)
    }

    /// The name of the site, even when the data gives none.
    pub fn site_name(&self) -> &str {
        let title = self.site.title.as_str();
        if title.is_empty() { messages::SITE.to(self.site.language) } else { title }
    }

    /// What the entries of a kind say; nothing when it has none.
    pub fn filled(&self, kind: Kind) -> Option<Filled> {
        self.filled[kind.rank()]
    }

    /// What the entries made on a model are called: as those of their kind where they are all of one.
    pub fn words_of(&self, model: Model) -> KindWords {
        self.kinds.words_of(model, self.site.language, |kind| self.filled(kind).is_some())
    }

    /// The first kind made on a model that has entries, else the one of the format.
    pub fn kind_of(&self, model: Model) -> Kind {
        let mut kinds = self.kinds.all().iter();
        let filled = kinds.find(|kind| kind.is(model) && self.filled(**kind).is_some());
        filled.copied().unwrap_or(Kind::of(model))
    }

    /// The kinds made on a model that have entries, in the order of the tabs, else the one of the format: what is counted
    /// of a model is counted of each by itself.
    pub fn kinds_of(&self, model: Model) -> Vec<Kind> {
        let shown = self.kinds.shown().iter().copied();
        let kinds: Vec<Kind> = shown.filter(|kind| kind.is(model) && self.filled(*kind).is_some()).collect();
        if kinds.is_empty() { vec![self.kind_of(model)] } else { kinds }
    }

    /// Whether some entry, of any kind, says something.
    pub fn says(&self, has: fn(Filled) -> bool) -> bool {
        self.filled.iter().flatten().copied().any(has)
    }

    /// The page of this address.
    pub fn page(&self, id: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.id == id)
    }

    /// The first kind that has entries, or the first one: the catalogue opens on it.
    pub fn first_kind(&self) -> Kind {
        let shown = self.kinds.shown();
        let filled = shown.iter().find(|kind| self.filled(**kind).is_some());
        filled.or(shown.first()).copied().unwrap_or(Kind::COMMONS)
    }

    /// The entries that refer to this one.
    pub fn citations(&self, index: EntryIndex) -> &[Citation] {
        &self.citations[index.rank()]
    }

    /// The pattern of an entry: its principal theme's, or the commons' own.
    pub fn motif(&self, entry: &Entry) -> &'static str {
        entry.themes.first().map_or("communs", |theme| self.vocabularies.term(VocabularyKey::Theme, *theme).motif)
    }
}

/// The handle of the entry at `rank`.
fn index_of(rank: usize) -> EntryIndex {
    EntryIndex(u32::try_from(rank).expect("a catalogue read in memory has fewer than 2^32 entries"))
}
