//! What a catalogue holds beside its entries: the site's own settings, the editorial choices of its home page, what
//! changed, where the facts come from.

use super::base_url::BaseUrl;
use super::entry::EntryIndex;
use super::identity::Identity;
use super::scalar::{PartialDate, SafeUrl};
use super::text::Text;
use super::vocabulary::TermIndex;
use super::words::{ChangeNature, GridLink};
use messages::Language;

/// Settings of the site.
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// Public address.
    pub url: Option<BaseUrl>,
    /// Short name.
    pub title: Text,
    /// Title of the home page.
    pub heading: Text,
    /// Description for search engines.
    pub description: Text,
    /// Introduction of the home page.
    pub introduction: Text,
    /// Heading of the closing invitation.
    pub invitation_heading: Text,
    /// Text of the closing invitation.
    pub invitation: Text,
    /// Address of electronic mail that takes proposals.
    pub contact: Option<String>,
    /// When the list was last changed.
    pub updated: Option<PartialDate>,
    /// What the pages speak around the data.
    pub language: Language,
    /// Example searches.
    pub examples: Vec<Text>,
    /// SPDX id of the licence of the content.
    pub licence: String,
    pub repository: Option<SafeUrl>,
    pub identity: Identity,
    /// Whether the pages do not tell what is wrong in the data.
    pub hides_problems: bool,
}

/// A grid of cards of the home page.
#[derive(Debug, Clone)]
pub struct Grid {
    /// Anchor.
    pub id: String,
    pub heading: Text,
    pub lead: Text,
    /// Columns from the medium breakpoint: 3 or 4.
    pub columns: u8,
    pub link: GridLink,
    /// Whether cards carry an image.
    pub image: bool,
    /// Whether the grid ends with an invitation to open the catalogue.
    pub more: bool,
    /// The entries, in order.
    pub entries: Vec<EntryIndex>,
}

/// A kind of help that commons look for, with the programmes that give it.
#[derive(Debug, Clone)]
pub struct HelpGroup {
    /// Kind of help; none for the needs that have no term.
    pub need: Option<TermIndex>,
    /// Programmes.
    pub supports: Vec<EntryIndex>,
}

/// Something that happened to some entries on one date, for one reason: what a feed tells.
#[derive(Debug, Clone)]
pub struct Change {
    pub date: PartialDate,
    /// Whether the entries are new.
    pub nature: ChangeNature,
    /// The entries; at least one.
    pub entries: Vec<EntryIndex>,
    /// What happened, in a sentence.
    pub reason: Text,
}

/// A source document.
#[derive(Debug, Clone)]
pub struct Document {
    pub id: String,
    pub title: Text,
    pub nature: Text,
    pub url: Option<SafeUrl>,
}
