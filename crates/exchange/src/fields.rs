//! The fields of an entry that a source may fill, in the order in which they are written.

use catalogue::{Initiated, Stage, Status};

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// The id of the entry, when the source has one of the right form.
    Id,
    /// A text.
    Text,
    /// Paragraphs; lists among them go to `lists`.
    Texts,
    /// A text of no language: a name, a code.
    Plain,
    Plains,
    /// One of these words.
    Word(&'static [&'static str]),
    Date,
    /// A term of this vocabulary.
    Term(&'static str),
    Terms(&'static str),
    /// Sentences, each with a term of this vocabulary.
    Tagged(&'static str),
    /// Entries: known ones, or organisations that are made.
    Organisations,
    /// Entries that are known.
    Entries,
    /// Names of those who take part.
    Parties,
    Licences,
    Links,
    Emails,
    /// Figures, each with its label.
    Metrics,
    /// Dates, each with its label.
    Dates,
}

/// The vocabularies of a catalogue.
pub(crate) const VOCABULARIES: [&str; 8] =
    ["theme", "nature", "need", "obstacle", "support", "licence", "audience", "scale"];

/// Every field that may be filled; a dot goes into an object.
pub(crate) static FIELDS: [(&str, Shape); 58] = [
    ("id", Shape::Id),
    ("name", Shape::Plain),
    ("aliases", Shape::Plains),
    ("former_ids", Shape::Plains),
    ("replaces", Shape::Plains),
    ("status.state", Shape::Word(Status::WORDS)),
    ("status.since", Shape::Date),
    ("status.note", Shape::Text),
    ("nature", Shape::Term("nature")),
    ("nature_detail", Shape::Text),
    ("themes", Shape::Terms("theme")),
    ("keywords", Shape::Plains),
    ("summary", Shape::Text),
    ("call.label", Shape::Text),
    ("call.text", Shape::Text),
    ("need", Shape::Text),
    ("problems", Shape::Texts),
    ("context", Shape::Texts),
    ("description", Shape::Texts),
    ("principles", Shape::Texts),
    ("levels", Shape::Texts),
    ("bearers", Shape::Organisations),
    ("partners", Shape::Parties),
    ("users", Shape::Parties),
    ("providers", Shape::Parties),
    ("initiated", Shape::Word(Initiated::WORDS)),
    ("initiated_basis", Shape::Text),
    ("governance", Shape::Text),
    ("economic_model", Shape::Text),
    ("licences", Shape::Licences),
    ("version", Shape::Plain),
    ("maturity.resource.stage", Shape::Word(Stage::WORDS)),
    ("maturity.resource.note", Shape::Text),
    ("maturity.community.stage", Shape::Word(Stage::WORDS)),
    ("maturity.community.note", Shape::Text),
    ("maturity.governance.stage", Shape::Word(Stage::WORDS)),
    ("maturity.governance.note", Shape::Text),
    ("obstacles", Shape::Tagged("obstacle")),
    ("needs", Shape::Tagged("need")),
    ("levers", Shape::Texts),
    ("metrics", Shape::Metrics),
    ("technologies", Shape::Texts),
    ("audiences", Shape::Tagged("audience")),
    ("territories", Shape::Tagged("scale")),
    ("dates", Shape::Dates),
    ("links", Shape::Links),
    ("emails", Shape::Emails),
    ("handles", Shape::Plains),
    ("supports", Shape::Tagged("support")),
    ("related", Shape::Entries),
    ("note", Shape::Text),
    ("identifiers.wikidata", Shape::Plain),
    ("identifiers.siren", Shape::Plain),
    ("identifiers.ror", Shape::Plain),
    ("identifiers.doi", Shape::Plain),
    ("identifiers.swhid", Shape::Plain),
    ("updated", Shape::Date),
    ("checked", Shape::Date),
];

/// What a field holds, if there is one of this name.
pub(crate) fn shape(field: &str) -> Option<Shape> {
    FIELDS.iter().find(|(name, _)| *name == field).map(|(_, shape)| *shape)
}

/// The names of the fields, to be shown.
pub(crate) fn names() -> String {
    FIELDS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}
