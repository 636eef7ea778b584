//! Every visible sentence that is not data, by language and by page.
//!
//! A leaf: what names a kind, a facet or a problem of the data is beside it, in its own crate. No-break spaces are
//! written as escapes (`\u{a0}` before « : » and inside « », `\u{202f}` before « ; ! ? »), so that they can be seen.

pub mod catalogue;
pub mod contribute;
pub mod diagnostics;
pub mod embed;
pub mod entry_page;
pub mod exports;
pub mod guides;
pub mod home;
pub mod host;
mod language;
pub mod local;
pub mod propose;
pub mod relations;
pub mod selection;
pub mod self_check;
pub mod shell;
pub mod statistics;
pub mod support;
pub mod tool;
pub mod understand;
mod wording;
mod words;

pub use language::{Language, Message, Noun};
pub use wording::{date, decimal, enumeration, in_brackets, number, quoted, since, uncapitalised};

/// What an unknown value reads.
pub const UNKNOWN: Message = Message(["Non renseigné"]);
/// The same, of a feminine noun.
pub const UNKNOWN_FEMININE: Message = Message(["Non renseignée"]);
/// The name of the site when the data gives none.
pub const SITE: Message = Message(["Catalogue"]);
/// Said after a link that leaves the site.
pub const EXTERNAL: Message = Message(["site externe"]);
/// Any entries.
pub const ENTRIES: Noun = Noun([["Aucune fiche", "fiche", "fiches"]]);
