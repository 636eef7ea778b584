//! What the pages that help to decide and act share.

use super::{contribute, local, self_check, support, understand};
use address::route::Guide;

/// Heading of the contents.
pub const CONTENTS: &str = "Dans cette page";
/// Heading of the documents.
pub const SOURCES: &str = "Sources";
/// What the numbers in the text are.
pub const SOURCES_NOTE: &str =
    "Chaque numéro encadré renvoie à l’un de ces documents\u{202f}; les lignes exactes sont sur la fiche liée.";
/// Said before the number of a source.
pub const SOURCE: &str = "source ";

/// The title of a page.
#[must_use]
pub const fn title(guide: Guide) -> &'static str {
    match guide {
        Guide::Understand => understand::TITLE,
        Guide::Contribute => contribute::TITLE,
        Guide::Local => local::TITLE,
        Guide::Support => support::TITLE,
        Guide::SelfCheck => self_check::TITLE,
    }
}

/// What a page is for, in a sentence or two.
#[must_use]
pub const fn lead(guide: Guide) -> &'static str {
    match guide {
        Guide::Understand => understand::LEAD,
        Guide::Contribute => contribute::LEAD,
        Guide::Local => local::LEAD,
        Guide::Support => support::LEAD,
        Guide::SelfCheck => self_check::LEAD,
    }
}
