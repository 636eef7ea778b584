//! Views shown in other sites, and the page that says how.

use super::quoted;

/// Said after a link that opens another tab.
pub const NEW_TAB: &str = "nouvel onglet";
/// The way to the same view in the site.
#[must_use]
pub fn open_in(site: &str) -> String {
    format!("Ouvrir dans {site}")
}
/// Before the date of the data.
pub const LIST_OF: &str = "Liste du ";
/// A fiche that does not exist.
#[must_use]
pub fn no_entry(id: &str) -> String {
    format!("La fiche {} n’est pas dans ce catalogue, ou n’y est plus.", quoted(id))
}
/// A page that does not exist.
pub const NO_PAGE: &str = "Rien ne se trouve à cette adresse.";
/// After parameters that mean nothing: the way to the page that lists them.
pub const SEE_SETTINGS: &str = "Voir les réglages possibles";
