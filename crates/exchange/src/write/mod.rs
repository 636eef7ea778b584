//! A catalogue in the forms that spreadsheets, forges and programs read.

mod api;
mod codemeta;
mod publiccode;
mod xlsx;

use catalogue::{Catalogue, Entry, LinkKind, Model, VocabularyKey};

pub use self::api::{API_FOLDERS, api};
pub use self::codemeta::codemeta;
pub use self::publiccode::publiccode;
pub(crate) use self::xlsx::CUT;
pub use self::xlsx::{MOST_CHARACTERS, Workbook, WorkbookError, xlsx};

/// Natures of what is no software, even when its repository is known.
const NO_SOFTWARE: [&str; 9] = [
    "base-de-donnees",
    "donnees",
    "encyclopedie",
    "referentiel",
    "methode",
    "article",
    "documentation",
    "ouvrage",
    "wiki",
];

/// The address of the code of a software; nothing for what is none.
pub fn repository<'a>(catalogue: &Catalogue, entry: &'a Entry) -> Option<&'a str> {
    let nature = entry.nature.map(|nature| catalogue.vocabularies.term(VocabularyKey::Nature, nature).id.as_str());
    let may_be = matches!(entry.kind.model(), Model::Commons | Model::Resource)
        && nature.is_none_or(|nature| !NO_SOFTWARE.contains(&nature));
    let mut repositories = entry.links.iter().filter(|link| link.kind == LinkKind::Repository);
    repositories.find_map(|link| link.url.as_ref()).map(|url| url.as_str()).filter(|_| may_be)
}
