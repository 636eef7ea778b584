//! What the file may hold: each object is a table of fields, from which its reading, its checks and its JSON Schema
//! follow.
//!
//! Titles and descriptions are in French: the people who edit the data read them in the form of the site and, as
//! `catalogue.schema.json` has them, in their editor. Only the schema needs them: the app goes without.

// A row a field, as in a table.
#[rustfmt::skip]
mod entry;
#[rustfmt::skip]
mod file;

pub use entry::ENTRY;
pub(crate) use entry::TAGGED;
pub(crate) use file::{CATALOGUE, SITE, VOCABULARIES};

use crate::vocabulary::VocabularyKey;
use crate::words::{FieldType, Register};

/// The fields of an object, each of which may be absent: no other key is one of the format.
#[derive(Debug)]
pub struct Table {
    #[cfg(feature = "schema")]
    pub(crate) name: &'static str,
    #[cfg(feature = "schema")]
    pub(crate) description: &'static str,
    /// The key that a word alone stands for, where there can be no doubt.
    pub main: Option<&'static str>,
    /// Keys of which one must be there and sound too, or the object means nothing; the first is the one that is missed.
    pub needs: &'static [&'static str],
    pub fields: &'static [Field],
}

/// A field of an object.
#[derive(Debug)]
pub struct Field {
    pub key: &'static str,
    pub shape: Shape,
    pub(crate) presence: Presence,
    /// What a form calls it; its description when empty.
    #[cfg(feature = "schema")]
    pub title: &'static str,
    #[cfg(feature = "schema")]
    pub description: &'static str,
}

/// Whether a field may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    /// Without it, and sound, the object means nothing.
    Required,
    Optional,
    /// For those who write by the schema, it may also be there as `null`.
    Nullable,
}

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A text to be read, in one language or several.
    Text,
    /// A string as it is: a name, a code.
    Plain,
    /// An id.
    Slug,
    /// The address of a page: one id, or two with a slash between.
    PageId,
    /// One of these words.
    Word(&'static [&'static str]),
    /// The word of a kind.
    Kind,
    /// The id of a term of this vocabulary.
    Term(VocabularyKey),
    /// The id of a term of the vocabulary that sorts the sentence.
    Tag,
    /// The id of an entry.
    Entry,
    /// The id of a source document.
    Document,
    Number,
    /// The number of columns of a grid.
    Columns,
    Version,
    Boolean,
    /// A date, of year, month or day precision.
    Date,
    /// An address that a link may have.
    Address,
    SiteAddress,
    /// A path below the root of the site, or an address that a link may have.
    Target,
    /// The path of a file beside the data whose name ends with one of these.
    File(&'static [&'static str]),
    /// A colour, by its hexadecimal digits.
    Colour,
    Email,
    /// An identifier in this register.
    Identifier(Register),
    /// A sentence that a term of this vocabulary sorts.
    Tagged(VocabularyKey),
    Object(&'static Table),
    /// What the fields that the catalogue adds hold, by their keys.
    HostValues,
    /// An object that is read once those around it have been.
    Unread(&'static Table),
    List(&'static Shape),
}

impl Shape {
    /// What a field that a catalogue adds holds.
    pub const fn of_host(field: FieldType) -> Self {
        match field {
            FieldType::Text => Self::Text,
            FieldType::Paragraphs => Self::List(&Self::Text),
            FieldType::Terms => Self::List(&Self::Plain),
            FieldType::Number => Self::Plain,
            FieldType::Date => Self::Date,
            FieldType::Answer => Self::Boolean,
            FieldType::Address => Self::Address,
            FieldType::Entries => Self::List(&Self::Entry),
        }
    }
}

impl Table {
    /// What the field of this key holds.
    pub fn shape(&self, key: &str) -> Option<Shape> {
        self.rank(key, 0).map(|rank| self.fields[rank].shape)
    }

    /// The rank of the field of this key, sought from the one at `start`: keys mostly come in the order of the table.
    pub(crate) fn rank(&self, key: &str, start: usize) -> Option<usize> {
        (start..self.fields.len()).chain(0..start).find(|rank| self.fields[*rank].key == key)
    }

    const fn main(mut self, key: &'static str) -> Self {
        self.main = Some(key);
        self
    }

    const fn needs(mut self, keys: &'static [&'static str]) -> Self {
        self.needs = keys;
        self
    }
}

impl Field {
    #[cfg_attr(not(feature = "schema"), expect(unused_mut, unused_variables, reason = "only the schema has titles"))]
    const fn titled(mut self, title: &'static str) -> Self {
        #[cfg(feature = "schema")]
        {
            self.title = title;
        }
        self
    }
}

#[cfg_attr(not(feature = "schema"), expect(unused_variables, reason = "only the schema has them"))]
const fn table(name: &'static str, description: &'static str, fields: &'static [Field]) -> Table {
    Table {
        #[cfg(feature = "schema")]
        name,
        #[cfg(feature = "schema")]
        description,
        main: None,
        needs: &[],
        fields,
    }
}

#[cfg_attr(not(feature = "schema"), expect(unused_variables, reason = "only the schema has them"))]
const fn field(key: &'static str, presence: Presence, shape: Shape, description: &'static str) -> Field {
    Field {
        key,
        shape,
        presence,
        #[cfg(feature = "schema")]
        title: "",
        #[cfg(feature = "schema")]
        description,
    }
}
